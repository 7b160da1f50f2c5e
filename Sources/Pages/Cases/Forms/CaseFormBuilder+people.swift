import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension CaseFormBuilder {
    var onCase: [(id: String, label: String)] {
        var seen: Set<PersonID> = []
        return file.people.filter { $0.isOn(today) && seen.insert($0.person).inserted }
            .map {
                (id: "\($0.person)", label: partnership.people[$0.person]?.name ?? "\($0.person)")
            }
            .sorted { $0.label < $1.label }
    }

    mutating func askFiling() -> Asked {
        let title = filler.line("title", "Title", hint: "Without a child’s name.")
        let paper = filler.list(
            "kind",
            "Kind of document",
            [(label: "", options: procedure.papers.map { (id: $0.id, label: $0.name) })],
            isNeeded: false
        )
        let folder = filler.list(
            "folder",
            "Folder of the procedure",
            [
                (
                    label: "",
                    options: procedure.folders.map { (id: $0.id, label: Wording.spaced($0.id)) }
                )
            ],
            isNeeded: false
        )
        let kept = askFile()
        let place = filler.line(
            "where",
            "Where it lies",
            hint: "So that somebody else finds it. Not needed with a file.",
            isNeeded: false,
            most: 1000
        )
        if filler.isSent, kept == nil, sent.fault == nil, place.isEmpty {
            filler.mark("where", "Choose a file, or enter where it lies")
        }
        let filed = filler.day("day", "The day it was filed", was: today)
        let audience = filler.boxes(
            "people",
            "Keep it to these people only",
            hint: "Choose nobody if everyone on the case may see it.",
            onCase
        )
        return Asked(
            title: "File a document",
            lead: [
                "A file is kept here, sealed. A document without one is noted, with where it lies."
            ],
            button: "File it",
            command: .fileDocument(
                CaseDocument(
                    document: fresh.document,
                    title: title,
                    paper: paper.isEmpty ? nil : paper,
                    folder: folder.isEmpty ? nil : folder,
                    whereItLies: place,
                    filed: filed,
                    audience: audience.isEmpty ? nil : audience.compactMap { PersonID($0) },
                    file: kept
                )
            )
        )
    }

    /// The file to be filed: the one sent now or before, unless it is to be left out.
    mutating func askFile() -> CaseDocument.File? {
        let here = sent.file.map { "\(FileWording.words($0)) is here already, and not filed yet. " }
        filler.file(
            "file",
            sent.file == nil ? "File" : "Another file instead",
            hint: (here ?? "") + FileWording.hint,
            fault: sent.fault?.words
        )
        guard let file = sent.file else { return nil }
        let isLeftOut = !filler.boxes(
            "without-file",
            "The file that is here already",
            [(id: "yes", label: "Leave \(file.name) out")]
        ).isEmpty
        return isLeftOut ? nil : file
    }

    mutating func askAudience() -> Asked? {
        guard let document = file.documents.first(where: { "\($0.document)" == about }) else {
            return nil
        }
        let who = filler.radio(
            "who",
            "Who may see it",
            [
                (id: "everyone", label: "Everyone on the case", hint: ""),
                (id: "named", label: "Only the people chosen below", hint: ""),
            ],
            was: document.audience == nil ? "everyone" : "named"
        )
        let people = filler.boxes(
            "people",
            "People",
            onCase,
            was: document.audience?.map { "\($0)" } ?? [],
            isNeeded: who == "named"
        )
        let reason = filler.reason()
        return Asked(
            title: "Say who may see a document",
            lead: ["“\(document.title)”"],
            command: .narrowDocument(
                document.document,
                audience: who == "named" ? people.compactMap { PersonID($0) } : nil,
                reason: reason
            )
        )
    }

    mutating func askArrival() -> Asked {
        let (partnership, reference, today) = (partnership, file.reference, today)
        let people = partnership.people.values.filter {
            partnership.isMember($0.person, on: today)
                && !partnership.isExcluded($0.person, from: reference)
        }.sorted { $0.name < $1.name }
        let chosen = filler.list(
            "person",
            "Person",
            [(label: "", options: people.map { (id: "\($0.person)", label: $0.name) })]
        )
        let roles = filler.boxes(
            "roles",
            "Roles on this case",
            hint: "None: the person only reads.",
            procedure.parts.map { (id: $0.id, label: $0.name) }
        )
        let from = filler.day("from", "From", was: today)
        let until = filler.optionalDay(
            "until",
            "The last day",
            hint: "Needed for authors, advisers and scrutineers. Otherwise it may be empty."
        )
        return Asked(
            title: "Put somebody on the case",
            lead: [
                "From then on the person sees that the case exists, and what the roles let them see."
            ],
            button: "Put the person on the case",
            command: PersonID(chosen).map {
                .putOn(CasePerson(person: $0, roles: roles, from: from, until: until))
            }
        )
    }

    mutating func askDeparture() -> Asked? {
        guard let about, let person = PersonID(about), file.isOn(person, today) else { return nil }
        let until = filler.day("until", "The last day on the case", was: today)
        let reason = filler.reason()
        return Asked(
            title: "Take somebody off the case",
            lead: [partnership.people[person]?.name ?? "\(person)"],
            button: "Take the person off the case",
            command: .takeOff(person, until: until, reason: reason)
        )
    }
}
