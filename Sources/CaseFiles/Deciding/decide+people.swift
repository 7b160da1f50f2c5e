import Partnerships
import Procedures
import WorkingDays

extension Deciding {
    func putOn(_ person: CasePerson) throws(CaseRefusal) -> [CaseEvent] {
        try checkRoles(of: person, under: procedure)
        if file.people.contains(person) { return [] }
        return [.personPutOn(CaseEvent.PersonPutOn(person: person))]
    }

    func takeOff(
        _ person: PersonID,
        _ until: Day,
        _ reason: String
    ) throws(CaseRefusal) -> [CaseEvent] {
        guard let standing = file.people.first(where: { $0.person == person && $0.isOn(today) })
        else { throw .notOnTheCase(person) }
        try require(reason, .reason)
        if until < standing.from { throw .endsBeforeItBegins(from: standing.from, until: until) }
        if file.isOpen, isCoordinating(standing), !hasCoordinator(besides: person, after: until) {
            throw .lastCoordinator
        }
        return [
            .personTakenOff(
                CaseEvent.PersonTakenOff(person: person, until: until, reason: reason)
            )
        ]
    }

    private func isCoordinating(_ person: CasePerson) -> Bool {
        person.roles.contains { role in
            procedure.capacity(ofPart: role) == .coordinator
        }
    }

    private func hasCoordinator(besides person: PersonID, after day: Day) -> Bool {
        file.people.contains { other in
            other.person != person && isCoordinating(other) && other.until.map { $0 > day } ?? true
        }
    }

    func writeLogEntry(
        _ text: String,
        _ day: Day,
        _ corrects: EntryID?,
        _ entry: EntryID
    ) throws(CaseRefusal) -> [CaseEvent] {
        try require(text, .text, most: 20_000)
        try checkPast(day)
        if let corrects, !file.logEntries.contains(where: { $0.entry == corrects }) {
            throw .unknownEntry(corrects)
        }
        return [
            .logEntryWritten(
                CaseEvent.LogEntryWritten(entry: entry, day: day, text: text, corrects: corrects)
            )
        ]
    }

    func fileDocument(_ document: CaseDocument) throws(CaseRefusal) -> [CaseEvent] {
        try require(document.title, .title, most: 300)
        if document.file == nil {
            try require(document.whereItLies, .text, most: 1000)
        } else {
            try limit(document.whereItLies, .text, most: 1000)
        }
        try checkPast(document.filed)
        guard !file.documents.contains(where: { $0.document == document.document }) else {
            throw .alreadyFiled(document.document)
        }
        let papers = procedure.papers.map(\.id)
        if let paper = document.paper, !papers.contains(paper) {
            throw .unknownPaper(paper, valid: papers)
        }
        let folders = procedure.folders.map(\.id)
        if let folder = document.folder, !folders.contains(folder) {
            throw .unknownFolder(folder, valid: folders)
        }
        try checkAudience(document.audience)
        return [.documentFiled(CaseEvent.DocumentFiled(document: document))]
    }

    func narrow(
        _ document: DocumentID,
        _ audience: [PersonID]?,
        _ reason: String
    ) throws(CaseRefusal) -> [CaseEvent] {
        try checkFiled(document)
        try require(reason, .reason)
        try checkAudience(audience)
        let before = file.documents.first { $0.document == document }?.audience
        if before == audience { return [] }
        return [
            .documentNarrowed(
                CaseEvent.DocumentNarrowed(document: document, audience: audience, reason: reason)
            )
        ]
    }

    func checkFiled(_ document: DocumentID) throws(CaseRefusal) {
        guard file.documents.contains(where: { $0.document == document }) else {
            throw .unknownDocument(document)
        }
    }

    private func checkAudience(_ audience: [PersonID]?) throws(CaseRefusal) {
        guard let audience else { return }
        if audience.isEmpty { throw .nobodyMaySeeIt }
        let people = Set(file.people.map(\.person))
        for person in audience where !people.contains(person) { throw .notOnTheCase(person) }
    }
}
