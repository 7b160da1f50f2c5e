import Partnerships
import Procedures
import Schedules
import WorkingDays

extension Deciding {
    // Answering

    func putForward(_ put: CaseEvent.ReturnPutForward) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(put.request)
        if let seat = put.seat {
            guard try openSeat(seat, of: request).part.writes else { throw .notHersToWrite }
        }
        if let newest = request.versions.last {
            if newest.put.digest == put.digest, newest.isAccepted == nil, newest.handedBack == nil {
                return []
            }
            switch request.standing {
            case .answered, .accepted: throw .alreadyAnswered(request.asked.subject)
            default: break
            }
        }
        try checkAnswer(put.answer, of: request)
        if let refusal = AgencyRequest.refusal(of: put.chronology) { throw refusal }
        let known = Set(request.standingFiles.map(\.document.document))
        for document in put.files where !known.contains(document) {
            throw .unknownDocument(document)
        }
        return [ours(.putForward(put))]
    }

    private func checkAnswer(
        _ answer: ReturnAnswer,
        of request: AgencyRequest
    ) throws(CaseRefusal) {
        switch answer {
        case .form: break
        case .document(let document, let words):
            try limit(words, .words)
            guard request.standingFiles.contains(where: { $0.document.document == document })
            else { throw .unknownDocument(document) }
        case .notKnown(let searched): try require(searched, .searched)
        }
    }

    /// The senior manager answers for these words: the return is in.
    func sign(_ signed: CaseEvent.ReturnSigned) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(signed.request)
        let version = try newest(signed.version, signed.digest, of: request)
        if version.signed != nil { return [] }
        try require(signed.name, .name, most: 200)
        try require(signed.jobTitle, .jobTitle, most: 200)
        try limit(signed.words, .words)
        let seat = try signed.seat.map { (entry) throws(CaseRefusal) in
            try openSeat(entry, of: request)
        }
        if signed.seat == nil || isWriter(signed, of: version, in: request) {
            guard !isBlank(signed.sameBecause) else { throw .writerCannotSign }
        }
        // Whoever may write could change what she signs, whether or not she did.
        if let seat, seat.part.writes { throw .notASignatory }
        return [
            ours(.signed(signed)),
            .stepCompleted(
                CaseEvent.StepCompleted(
                    entry: signed.entry.next,
                    name: file.back(of: request),
                    day: today,
                    minute: nil,
                    evidence: .received(from: signed.name),
                    dueShown: due(file.back(of: request))
                )
            ),
        ]
    }

    /// Whether whoever signs wrote it: by the same way in, address or name.
    private func isWriter(
        _ signed: CaseEvent.ReturnSigned,
        of version: AgencyRequest.Version,
        in request: AgencyRequest
    ) -> Bool {
        guard let writer = version.put.seat.flatMap({ request.seat($0)?.seat }) else {
            return false
        }
        let signer = signed.seat.flatMap { request.seat($0)?.seat }
        return signer?.entry == writer.entry
            || signer?.email.lowercased() == writer.email.lowercased()
            || alike(signed.name, writer.name)
    }

    private func alike(_ one: String, _ other: String) -> Bool {
        func letters(_ text: String) -> String { text.lowercased().filter(\.isLetter) }
        return letters(one) == letters(other)
    }

    private func newest(
        _ entry: EntryID,
        _ digest: String,
        of request: AgencyRequest
    ) throws(CaseRefusal) -> AgencyRequest.Version {
        guard let newest = request.versions.last else {
            throw .nothingToSign(request.asked.subject)
        }
        guard newest.put.entry == entry, newest.put.digest == digest, newest.handedBack == nil
        else { throw .wordsHaveChanged(request.asked.subject) }
        return newest
    }

    func handBack(_ back: CaseEvent.ReturnHandedBack) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(back.request)
        guard let newest = request.versions.last, newest.put.entry == back.version,
            newest.signed == nil
        else { throw .wordsHaveChanged(request.asked.subject) }
        if newest.handedBack != nil { return [] }
        try require(back.reason, .reason)
        return [ours(.handedBack(back))]
    }

    // Files

    func addFile(_ added: CaseEvent.ReturnFileAdded) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(added.request)
        if let seat = added.seat { _ = try openSeat(seat, of: request) }
        guard let file = added.document.file else { throw .missing(.text) }
        let standing = request.standingFiles
        if standing.count >= AgencyRequest.mostFiles {
            throw .tooManyFiles(most: AgencyRequest.mostFiles)
        }
        let bytes = request.filesOfAnswers.compactMap(\.document.file?.bytes).reduce(0, +)
        if bytes + file.bytes > AgencyRequest.mostBytes {
            throw .filesTooLarge(bytes: bytes + file.bytes, most: AgencyRequest.mostBytes)
        }
        return [ours(.fileAdded(added))]
    }

    func removeFile(_ removed: CaseEvent.ReturnFileRemoved) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(removed.request)
        guard
            request.standingFiles.contains(where: { $0.document.document == removed.document })
        else { throw .unknownDocument(removed.document) }
        guard request.standing.isWithTheAgency else {
            throw .alreadyAnswered(request.asked.subject)
        }
        return [ours(.fileRemoved(removed))]
    }

    func release(_ released: CaseEvent.FileReleased) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(released.request)
        guard let file = request.files.first(where: { $0.document.document == released.document })
        else { throw .unknownDocument(released.document) }
        if file.isOpen { return [] }
        try require(released.reason, .reason)
        return [ours(.fileReleased(released))]
    }

    // Checking

    func check(
        _ checked: CaseEvent.ReturnChecked,
        _ due: Day?
    ) throws(CaseRefusal) -> [CaseEvent] {
        let request = try standing(checked.request)
        guard let newest = request.versions.last, newest.put.entry == checked.version,
            newest.signed != nil
        else { throw .wordsHaveChanged(request.asked.subject) }
        if let accepted = newest.isAccepted, accepted == checked.isAccepted { return [] }
        if newest.isAccepted != nil { throw .alreadyChecked(request.asked.subject) }
        try limit(checked.words, .words)
        for reason in checked.reasons { try require(reason.reason, .reason) }
        if checked.isAccepted == false, checked.reasons.isEmpty { throw .missing(.reason) }
        if let due, due < today { throw .dayNotAhead(due, today: today) }
        var entry = checked.entry.next
        func next() -> EntryID {
            defer { entry = entry.next }
            return entry
        }
        var events: [CaseEvent] = [ours(.checked(checked))]
        if let step = checked.step { events += try completed(step, checked, request, next()) }
        switch checked.isAccepted {
        case true?: events += accepted(request, next())
        case false?: events += sentBack(request, checked, due, next())
        case nil: break
        }
        return events
    }

    private func completed(
        _ id: String,
        _ checked: CaseEvent.ReturnChecked,
        _ request: AgencyRequest,
        _ entry: EntryID
    ) throws(CaseRefusal) -> [CaseEvent] {
        let name = OccurrenceName(id, subject: request.asked.subject)
        let (step, _) = try find(name)
        guard case .check = step.kind else {
            throw .unknownStep(id, valid: checkSteps(of: request))
        }
        if let outcome = checked.outcome, !step.outcomes.contains(outcome) {
            throw .unknownOutcome(step: id, given: outcome, valid: step.outcomes)
        }
        if checked.outcome == nil, !step.outcomes.isEmpty {
            throw .outcomeNeeded(step: id, valid: step.outcomes)
        }
        return [
            .stepCompleted(
                CaseEvent.StepCompleted(
                    entry: entry,
                    name: name,
                    day: today,
                    minute: nil,
                    evidence: .decided(
                        outcome: checked.outcome,
                        reasons: CaseEvent.ReturnChecked.reasonsStandElsewhere
                    ),
                    dueShown: due(name)
                )
            )
        ]
    }

    private func checkSteps(of request: AgencyRequest) -> [String] {
        procedure.checks(ofRequest: request.asked.step).map(\.id)
    }

    /// The moment from which the procedure counts, where none of its steps brings it about.
    ///
    /// It is one of the agencies: the answer of somebody who was asked by another step is no return that they owe.
    private func accepted(_ request: AgencyRequest, _ entry: EntryID) -> [CaseEvent] {
        guard procedure.lookup.recorders[Int(Moment.returnAccepted.rawValue)].isEmpty,
            let step = procedure.lookup.stepNamed[request.asked.step],
            procedure.asks(request.asked.subject, with: step)
        else { return [] }
        return [
            .momentRecorded(
                CaseEvent.MomentRecorded(
                    entry: entry,
                    moment: Moment.returnAccepted.id,
                    subject: request.asked.subject,
                    day: today,
                    minute: nil,
                    note: ""
                )
            )
        ]
    }

    /// The answer is awaited again: by its first due day, unless another is given.
    private func sentBack(
        _ request: AgencyRequest,
        _ checked: CaseEvent.ReturnChecked,
        _ due: Day?,
        _ entry: EntryID
    ) -> [CaseEvent] {
        let back = file.back(of: request)
        let withdrawn = file.standing(back).map { occurrence in
            CaseEvent.stepCorrected(
                CaseEvent.OccurrenceCorrected(
                    corrects: occurrence.entry,
                    day: nil,
                    minute: nil,
                    reason: Self.wasSentBack
                )
            )
        }
        guard let due else { return withdrawn }
        return withdrawn + [
            .dayAgreed(
                CaseEvent.DayAgreed(
                    entry: entry,
                    name: back,
                    day: due,
                    reason: Self.wasSentBack,
                    instead: self.due(back)
                )
            )
        ]
    }

    private static let wasSentBack = "It was sent back"

    // The pack

    func share(_ shared: CaseEvent.PackShared) throws(CaseRefusal) -> [CaseEvent] {
        if shared.versions.isEmpty { throw .nothingToShare }
        for version in shared.versions {
            guard let found = file.returnVersion(version) else { throw .unknownEntry(version) }
            guard found.version.isAccepted == true else {
                throw .notAccepted(found.request.asked.subject)
            }
        }
        if shared.people.isEmpty { throw .nobodyMaySeeIt }
        let people = Set(file.people.map(\.person))
        for person in shared.people where !people.contains(person) { throw .notOnTheCase(person) }
        try limit(shared.words, .words)
        return [ours(.packShared(shared))]
    }
}

extension CaseEvent.ReturnChecked {
    /// In place of what was found: of what agencies answer, the plan tells those nothing who may not read it.
    package static let reasonsStandElsewhere = "What was found stands with the return"
}

extension AgencyRequest {
    /// Files that a request takes.
    package static let mostFiles = 20
    /// People at an agency with a way in at the same time.
    package static let mostSeats = 20
    /// All files of a request together, those of earlier versions among them: 1 GiB.
    package static let mostBytes = 1 << 30
    /// Rows of a chronology.
    package static let mostRows = 2_000
    /// All rows of a chronology together: 4 MiB of text.
    package static let mostBytesOfRows = 4 << 20

    /// What is too much of a chronology; nil where it is taken.
    package static func refusal(of rows: [ReturnRow]) -> CaseRefusal? {
        if rows.count > mostRows { return .tooManyRows(most: mostRows) }
        let bytes = rows.reduce(0) { $0 + $1.bytes }
        return bytes > mostBytesOfRows ? .rowsTooLarge(most: mostBytesOfRows) : nil
    }

    /// One file of a request: 200 MiB.
    package static let mostBytesOfFile = 200 << 20
}

extension ReturnRow {
    fileprivate var bytes: Int {
        [date, time, happened, action, source, about].reduce(0) { $0 + $1.utf8.count }
    }
}
