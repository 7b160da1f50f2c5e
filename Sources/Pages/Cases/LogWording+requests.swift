import CaseFiles
import Partnerships
import Procedures

extension LogWording {
    /// Words what was asked of agencies, what came back, and what was sent.
    ///
    /// Whoever may not read what agencies answer is told that they did, and nothing of what was said.
    func words(of event: RequestEvent, after file: CaseFile?) -> Words {
        var words = wholeWords(of: event, after: file)
        if !seesReturns, event.tellsOfAnswers { words.quoted = "" }
        return words
    }

    private func wholeWords(of event: RequestEvent, after file: CaseFile?) -> Words {
        let agency = event.request.flatMap { file?.request($0)?.asked.subject } ?? "an agency"
        return switch event {
        case .asked(let asked): words(of: asked)
        case .leftOut(let left): (.agencies, "did not ask \(left.subject)", left.reason)
        case .seatAdded(let added): words(of: added, agency)
        case .seatEnded(let ended): words(of: ended, agency, file)
        case .revoked(let revoked): (.agencies, "no longer asks \(agency)", revoked.reason)
        case .opened: (.agencies, "opened what \(agency) was asked", "")
        case .recordsSecured(let secured):
            (
                .agencies,
                "recorded that \(agency) secured its records on \(DayWording.words(secured.day))",
                secured.words
            )
        case .codeReadOut(let read):
            (
                .agencies,
                "read out a code by telephone to \(seat(read.seat, read.request, file))",
                read.words
            )
        case .linkRested(let rested):
            (
                .agencies,
                "shut the link of \(seat(rested.seat, rested.request, file)) for a while: ten wrong codes",
                ""
            )
        case .replyFiled(let reply):
            (
                .agencies,
                "filed a message from \(agency)"
                    + (seesReturns ? ": “\(reply.document.title)”" : ""), ""
            )
        case .packShared(let shared): words(of: shared)
        case .peopleListed(let listed):
            (
                .agencies,
                "listed \(listed.people.count == 1 ? "one person" : "\(listed.people.count) people") whom the chronologies name",
                ""
            )
        case .episodeMarked(let marked): words(of: marked, file)
        case .putForward, .signed, .handedBack, .checked, .fileAdded, .fileRemoved, .fileReleased:
            wordsOfReturn(event, agency)
        case .messageQueued, .messageSettled, .rungPassedOver, .chasingPaused, .chasingResumed:
            wordsOfMessage(event, agency, file)
        }
    }

    private func words(of asked: CaseEvent.AgencyAsked) -> Words {
        let people = asked.seats.map { "\($0.name) (\($0.part.words))" }
        let due = asked.dueShown.map { ", by \(DayWording.words($0))" } ?? ""
        return (
            .agencies, "asked \(asked.subject)\(due): \(DayWording.list(people))", asked.purpose
        )
    }

    private func words(of added: CaseEvent.SeatAdded, _ agency: String) -> Words {
        let isInvited = added.seat.invitedBy != nil
        let done = isInvited ? "invited a colleague at" : "wrote to somebody else at"
        return (
            .agencies, "\(done) \(agency): \(added.seat.name) (\(added.seat.part.words))",
            added.reason
        )
    }

    private func words(
        of ended: CaseEvent.SeatEnded,
        _ agency: String,
        _ file: CaseFile?
    ) -> Words {
        let name = seat(ended.seat, ended.request, file)
        return ended.isDisowned
            ? (.agencies, "said that they are not \(name), whom \(agency) answers by", ended.reason)
            : (.agencies, "shut the link of \(name)", ended.reason)
    }

    private func words(of shared: CaseEvent.PackShared) -> Words {
        let people = DayWording.list(shared.people.map { name($0) })
        let from = DayWording.when(shared.from)
        return (
            .agencies,
            "shared \(DayWording.count(shared.versions.count, "return")) as a pack with \(people), from \(from)",
            shared.words
        )
    }

    private func words(of marked: CaseEvent.EpisodeMarked, _ file: CaseFile?) -> Words {
        let whose = file?.chronologyRow(marked.row)?.request.asked.subject ?? "an agency"
        return (
            .agencies,
            marked.isKey
                ? "marked a row in the chronology of \(whose) as a key episode"
                : "took the mark of a key episode off a row in the chronology of \(whose)",
            marked.words
        )
    }

    private func wordsOfReturn(_ event: RequestEvent, _ agency: String) -> Words {
        switch event {
        case .putForward(let put):
            (
                .agencies,
                "put forward the answer of \(agency) to be signed, round \(put.round): \(put.answer.words)",
                ""
            )
        case .signed(let signed): words(of: signed, agency)
        case .handedBack(let back):
            (.agencies, "did not sign for \(agency), and handed it back", back.reason)
        case .checked(let checked): words(of: checked, agency)
        case .fileAdded(let added):
            (
                .agencies,
                "added a file to the answer of \(agency)"
                    + (added.isScanned ? "" : ", which was not scanned for malware"), ""
            )
        case .fileRemoved: (.agencies, "took a file out of the answer of \(agency)", "")
        case .fileReleased(let released):
            (
                .agencies, "released a file of \(agency) that was not scanned for malware",
                released.reason
            )
        default: (.agencies, "recorded something of \(agency)", "")
        }
    }

    private func words(of signed: CaseEvent.ReturnSigned, _ agency: String) -> Words {
        let same =
            signed.sameBecause.isEmpty
            ? ""
            : signed.seat == nil
                ? ": \(signed.sameBecause)" : "; not by another person: \(signed.sameBecause)"
        let who = "\(signed.name), \(signed.jobTitle)"
        return signed.seat == nil
            ? (.agencies, "recorded that \(who) signed for \(agency)\(same)", signed.words)
            : (.agencies, "signed for \(agency) as \(who)\(same)", signed.words)
    }

    private func words(of checked: CaseEvent.ReturnChecked, _ agency: String) -> Words {
        let copied =
            checked.copiedTo.isEmpty ? "" : "; copied to \(DayWording.list(checked.copiedTo))"
        let said =
            checked.findings.map { finding in
                let answer = finding.isGood.map { $0 ? "Yes" : "No" } ?? "Not answered"
                return "\(finding.asks) \(answer). \(finding.words)"
            }
            + checked.reasons.map { reason in
                reason.section.isEmpty ? reason.reason : "\(reason.section): \(reason.reason)"
            } + [checked.words]
        let quoted = said.filter { !$0.isEmpty }.joined(separator: "\n")
        return switch checked.isAccepted {
        case true?: (.agencies, "accepted the return of \(agency)", quoted)
        case false?: (.agencies, "sent the return of \(agency) back\(copied)", quoted)
        case nil: (.agencies, "looked at the return of \(agency)", quoted)
        }
    }

    private func wordsOfMessage(
        _ event: RequestEvent,
        _ agency: String,
        _ file: CaseFile?
    ) -> Words {
        switch event {
        case .messageQueued(let queued):
            (
                .messages,
                "\(queued.byHand ? "has a message to be sent by hand" : "queued a message") to \(queued.name): \(queued.kind.words)",
                ""
            )
        case .messageSettled(let settled): words(of: settled, file)
        case .rungPassedOver(let passed):
            (.messages, words(of: passed, agency), "")
        case .chasingPaused(let pause):
            (
                .messages,
                "paused reminders to \(pause.request == nil ? "every agency" : agency)"
                    + (pause.until.map { ", until \(DayWording.words($0))" } ?? ""), pause.reason
            )
        case .chasingResumed(let resumed):
            (
                .messages,
                "let reminders to \(resumed.request == nil ? "every agency" : agency) go again",
                resumed.reason
            )
        default: (.messages, "recorded something of \(agency)", "")
        }
    }

    private func words(of passed: CaseEvent.RungPassedOver, _ agency: String) -> String {
        if !passed.instead.isEmpty {
            return
                "left out a reminder to \(agency) that was due while nothing could be sent: a later one went at the same time"
        }
        guard let missed = passed.missed else {
            return
                "left out a reminder to \(agency): its time had gone when the agency was asked, or it would have gone to nobody"
        }
        if missed.isEmpty {
            return
                "left out a reminder to \(agency): its time had gone when the agency was asked"
        }
        let recipients = missed.map { wording.recipient($0) }
        return
            "found nobody to remind about \(agency) as \(DayWording.list(recipients, "or")): nobody is named, or no mail may go there"
    }

    private func words(of settled: CaseEvent.MessageSettled, _ file: CaseFile?) -> Words {
        let message = file?.requests.flatMap(\.messages).first {
            $0.queued.entry == settled.message
        }
        let invited = file?.meetings.first { meeting in
            meeting.invitations.contains { $0.queued.entry == settled.message }
        }
        let invitation = invited?.invitations.first { $0.queued.entry == settled.message }
        if let invitation {
            let to = invited?.person(invitation.queued.person)?.name ?? invitation.queued.email
            return (
                .messages,
                "noted that \(invitation.queued.kind.words) to \(to) \(settled.outcome.words)",
                settled.words
            )
        }
        let to = message.map { "to \($0.queued.name), \($0.queued.kind.words)," } ?? "of the case"
        return (.messages, "noted that a message \(to) \(settled.outcome.words)", settled.says)
    }

    private func seat(_ seat: EntryID, _ request: EntryID, _ file: CaseFile?) -> String {
        file?.request(request)?.seat(seat)?.seat.name ?? "somebody at the agency"
    }
}

extension RequestEvent {
    /// Whether its own words are of what an agency answered, and not of how it was asked.
    fileprivate var tellsOfAnswers: Bool {
        switch self {
        case .recordsSecured, .packShared, .peopleListed, .episodeMarked, .putForward, .signed,
            .handedBack, .checked, .fileAdded, .fileRemoved, .fileReleased, .replyFiled:
            true
        case .asked, .leftOut, .seatAdded, .seatEnded, .revoked, .opened, .codeReadOut,
            .linkRested, .messageQueued, .messageSettled, .rungPassedOver, .chasingPaused,
            .chasingResumed:
            false
        }
    }
}

extension RequestSeat.Part {
    package var words: String {
        switch self {
        case .lead: "safeguarding lead"
        case .deputy: "deputy"
        case .signatory: "senior manager"
        case .colleague: "colleague"
        }
    }
}

extension ReturnAnswer {
    /// What sort of answer it is.
    package var words: String {
        switch self {
        case .form: "on the form"
        case .document: "by a document of its own"
        case .notKnown: "not known to the agency"
        }
    }
}

extension MessageKind {
    package var words: String {
        switch self {
        case .request: "the request"
        case .resent: "the request again"
        case .reminder: "a reminder"
        case .chase: "a chase"
        case .escalation: "an escalation"
        case .invitation: "an invitation to write with a colleague"
        case .signature: "an answer to sign"
        case .handedBack: "an answer handed back by the senior manager"
        case .sentBack: "an answer sent back"
        case .accepted: "that the answer is accepted"
        case .revoked: "that the request no longer stands"
        case .linkRested: "that a link rests"
        case .disowned: "that a link was opened by somebody who is not meant"
        }
    }
}

extension CaseEvent.MessageSettled {
    /// What there is to say besides the outcome; of a fault, what it means.
    var says: String {
        switch outcome {
        case .failed, .mayHaveArrivedTwice: MailFaultWording.words(words)
        case .delivered, .sentByHand, .withdrawn: words
        }
    }
}

extension MessageOutcome {
    /// After "a message": `was delivered to the mail server`.
    package var words: String {
        switch self {
        case .delivered: "was taken by the mail server"
        case .mayHaveArrivedTwice: "was cut off and goes again: it may arrive twice"
        case .failed: "could not be delivered"
        case .sentByHand: "was sent by hand"
        case .withdrawn: "was withdrawn"
        }
    }
}
