import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseFormBuilder {
    /// The request that the form is about.
    func request(for form: CaseForm) -> AgencyRequest? {
        about.flatMap { file.request(named: $0, for: form) }
    }

    mutating func askOfRequests(_ form: CaseForm) -> Asked? {
        if form == .asking { return askAsking() }
        if form == .packs { return askPack() }
        if form == .listedPeople { return askListedPeople() }
        if form == .episodes { return askEpisode() }
        if form == .pauses { return askPause() }
        if form == .resumptions { return askResumption() }
        if form == .meetings || form.about == .aMeeting { return askOfMeetings(form) }
        guard let request = request(for: form) else { return nil }
        return switch form {
        case .seats: askSeat(request)
        case .closedSeats: askClosedSeat(request)
        case .freshLinks: askFreshLink(request)
        case .codes: askCode(request)
        case .dueDays: askDueDay(request)
        case .revocations: askRevocation(request)
        case .returnsElsewhere: askReturn(request)
        case .securedRecords: askSecuredRecords(request)
        case .replies: askReply(request)
        case .checks: askCheck(request)
        case .releases: askRelease(request)
        case .sentByHand: askSentByHand(request)
        default: nil
        }
    }

    // The request as a whole

    private mutating func askDueDay(_ request: AgencyRequest) -> Asked? {
        guard filler.isSent || request.revoked == nil else { return nil }
        let name = file.back(of: request)
        let standing = file.agreements.last { $0.name == name }
        let how =
            standing == nil
            ? "agree"
            : filler.radio(
                "how",
                "By when",
                [
                    (id: "agree", label: "Another day", hint: ""),
                    (id: "computed", label: "The day worked out stands again", hint: ""),
                ],
                was: "agree"
            )
        let day = filler.optionalDay(
            "day",
            "The day by which \(request.asked.subject) is to answer",
            was: standing?.day,
            isNeeded: how == "agree"
        )
        let reason = filler.reason("Who agreed it..")
        return Asked(
            title: "Change the due day of \(request.asked.subject)",
            lead: ["The agreed day governs, and the day worked out stays beside it."],
            button: "See what would change",
            command: .agreeDay(
                name,
                day: how == "agree" ? day : nil,
                reason: reason,
                entry: fresh.entry
            )
        )
    }

    private mutating func askRevocation(_ request: AgencyRequest) -> Asked? {
        guard filler.isSent || request.revoked == nil else { return nil }
        let reason = filler.reason("It stands on the board and in the log.")
        return Asked(
            title: "No longer ask \(request.asked.subject)",
            lead: [
                "Every way in to this request is shut, and the plan no longer waits for the answer. The agency can be asked anew."
            ],
            button: "No longer ask it",
            command: .request(
                .revoke(CaseEvent.RequestRevoked(request: request.entry, reason: reason))
            )
        )
    }

    private mutating func askSecuredRecords(_ request: AgencyRequest) -> Asked? {
        guard filler.isSent || request.revoked == nil else { return nil }
        let day = filler.day("day", "The day on which the records were secured", was: today)
        let words = filler.area(
            "words",
            "Who confirmed it, and how",
            hint: "By telephone, say, with the name."
        )
        return Asked(
            title: "Record that \(request.asked.subject) secured its records",
            command: .request(
                .secureRecords(
                    CaseEvent.RecordsSecured(request: request.entry, day: day, words: words)
                )
            )
        )
    }

    private mutating func askReply(_ request: AgencyRequest) -> Asked? {
        guard filler.isSent || request.revoked == nil else { return nil }
        let title = filler.line("title", "Title", hint: "Without a child’s name.")
        let kept = askFile()
        if filler.isSent, kept == nil, sent.fault == nil {
            filler.mark("file", "Choose the message as it was saved, with a name that ends in .eml")
        }
        return Asked(
            title: "File a message from \(request.asked.subject)",
            lead: [
                "Save the message from your mail program and choose it here. It stands beside the request; it is no answer, and is signed by nobody."
            ],
            button: "File it",
            command: .request(
                .fileReply(
                    CaseEvent.ReplyFiled(request: request.entry, document: document(title, kept))
                )
            )
        )
    }

    func document(_ title: String, _ kept: CaseDocument.File?) -> CaseDocument {
        CaseDocument(
            document: fresh.document,
            title: title,
            paper: nil,
            folder: nil,
            whereItLies: "",
            filed: today,
            audience: nil,
            file: kept
        )
    }

    // An answer that came another way

    private mutating func askReturn(_ request: AgencyRequest) -> Asked? {
        guard filler.isSent || request.standing.isWithTheAgency else { return nil }
        let how = filler.radio(
            "how",
            "What the agency answered",
            [
                (id: "document", label: "A document of its own", hint: "Choose it below."),
                (
                    id: "not-known", label: "Not known to it",
                    hint: "It searched its records and never had contact."
                ),
            ],
            was: "document"
        )
        let kept = askFile()
        if filler.isSent, how == "document", kept == nil, sent.fault == nil {
            filler.mark("file", "Choose the document with the answer")
        }
        let words = filler.area(
            "words",
            how == "not-known" ? "What was searched" : "What it says, in a few words",
            hint:
                "Under which names and dates of birth, and in which systems, where it is not known.",
            isNeeded: how == "not-known"
        )
        filler.heading("Who signed it")
        let name = filler.line("name", "Name of the senior manager", most: 200)
        let jobTitle = filler.line("job-title", "Job title", most: 200)
        let because = filler.area(
            "because",
            "How it is known who signed, and why it is recorded here",
            hint:
                "Where whoever wrote it signed it too, say why nobody else could. Everybody who reads the return sees it."
        )
        let put = CaseEvent.ReturnPutForward(
            entry: fresh.entry,
            request: request.entry,
            answer: how == "not-known"
                ? .notKnown(searched: words) : .document(fresh.document, words: words),
            chronology: [],
            files: kept == nil ? [] : [fresh.document],
            digest: "",
            seat: nil,
            round: request.round
        )
        let signed = CaseEvent.ReturnSigned(
            entry: fresh.entry.next,
            request: request.entry,
            version: put.entry,
            digest: "",
            seat: nil,
            name: name,
            jobTitle: jobTitle,
            words: "",
            sameBecause: because
        )
        let added = kept.map { file in
            CaseCommand.request(
                .addFile(
                    CaseEvent.ReturnFileAdded(
                        request: request.entry,
                        document: document("Answer of \(request.asked.subject)", file),
                        isScanned: sent.isScanned,
                        seat: nil
                    )
                )
            )
        }
        return Asked(
            title: "Record an answer of \(request.asked.subject)",
            lead: [
                "For an answer that came on paper, by telephone or by secure mail. What is recorded here counts as signed on \(DayWording.words(today))."
            ],
            command: added ?? .request(.putForward(put)),
            more: (added == nil ? [] : [.request(.putForward(put))]) + [.request(.sign(signed))]
        )
    }

    private mutating func askRelease(_ request: AgencyRequest) -> Asked? {
        guard
            let file = about.flatMap({ DocumentID($0) }).flatMap({ id in
                request.files.first { $0.document.document == id }
            }), filler.isSent || !file.isOpen
        else { return nil }
        let reason = filler.reason("What was done to be sure of it.")
        return Asked(
            title: "Release a file of \(request.asked.subject)",
            lead: [
                "“\(file.document.title)” was not looked through for malware. Once released, everybody who may read the return can save it."
            ],
            button: "Release it",
            command: .request(
                .releaseFile(
                    CaseEvent.FileReleased(
                        request: request.entry,
                        document: file.document.document,
                        reason: reason
                    )
                )
            )
        )
    }

    // Messages

    private mutating func askSentByHand(_ request: AgencyRequest) -> Asked? {
        guard
            let message = about.flatMap({ EntryID($0) }).flatMap({ id in
                request.messages.first { $0.queued.entry == id }
            }), filler.isSent || !(message.outcome?.hasGone ?? false)
        else { return nil }
        let words = filler.line("how", "How it was sent", hint: "By secure mail, say, and when.")
        return Asked(
            title: "Record that a message was sent",
            lead: [
                "To \(message.queued.name) at \(request.asked.subject): \(message.queued.kind.words)."
            ],
            command: .request(
                .settleMessage(
                    CaseEvent.MessageSettled(
                        message: message.queued.entry,
                        outcome: .sentByHand,
                        words: words
                    )
                )
            )
        )
    }

    private mutating func askPause() -> Asked? {
        let request = request(for: .pauses)
        if about != nil, request == nil { return nil }
        let until = filler.optionalDay(
            "until",
            "The day on which reminders go again",
            hint: "Leave empty until somebody says so."
        )
        let reason = filler.reason()
        return Asked(
            title: "Pause reminders to \(request?.asked.subject ?? "every agency")",
            lead: ["Due days stay as they are, and the board still shows who is late."],
            button: "Pause them",
            command: .request(
                .pauseChasing(
                    CaseEvent.ChasingPaused(
                        request: request?.entry,
                        until: until,
                        reason: reason
                    )
                )
            )
        )
    }

    private mutating func askResumption() -> Asked? {
        let request = request(for: .resumptions)
        if about != nil, request == nil { return nil }
        let reason = filler.reason()
        return Asked(
            title: "Let reminders to \(request?.asked.subject ?? "every agency") go again",
            button: "Let them go",
            command: .request(
                .resumeChasing(
                    CaseEvent.ChasingResumed(request: request?.entry, reason: reason)
                )
            )
        )
    }
}

extension RequestSeat.Part {
    var hint: String {
        switch self {
        case .lead: "Writes the answer."
        case .deputy: "Writes it where the lead is away."
        case .signatory: "Reads it, and signs or hands it back."
        case .colleague: ""
        }
    }
}
