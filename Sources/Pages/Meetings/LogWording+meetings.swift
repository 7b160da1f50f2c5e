import CaseFiles
import Partnerships
import Procedures
import WorkingDays

extension LogWording {
    /// Words what happened to the meetings of a case.
    func words(of event: MeetingEvent, after file: CaseFile?) -> Words {
        let meeting = file?.meeting(event.meeting)
        let it = meeting.map { name(of: $0) } ?? "a meeting"
        return switch event {
        case .arranged(let arranged): words(of: arranged)
        case .changed(let changed): words(of: changed, it, meeting)
        case .cancelled(let cancelled): (.meetings, "cancelled \(it)", cancelled.reason)
        case .peopleChanged(let changed): words(of: changed, it, meeting)
        case .agendaChanged(let changed):
            (
                .meetings, "set the agenda of \(it)",
                changed.agenda.map(\.item).joined(separator: "; ")
            )
        case .invitationQueued(let queued):
            (
                .messages,
                queued.byHand
                    ? "left \(queued.kind.words) to \(it) for \(person(queued.person, meeting)) to be sent by hand"
                    : "queued \(queued.kind.words) to \(it) for \(person(queued.person, meeting)) at \(queued.email)",
                ""
            )
        case .invitationAnswered(let answered):
            (
                .meetings,
                "recorded that \(person(answered.person, meeting)) \(answered.isComing ? "comes" : "sends apologies") to \(it)",
                answered.words
            )
        case .begun, .attended, .left, .attendanceCorrected, .ended:
            wordsOfAttendance(event, it, meeting)
        case .pointNoted, .pointStruck: wordsOfPoints(event, it, meeting)
        case .minutesMailQueued(let queued):
            (
                .messages,
                queued.byHand
                    ? "left the message about the minutes of \(it) for \(person(queued.person, meeting)) to be sent by hand"
                    : "queued a message about the minutes of \(it) for \(person(queued.person, meeting)) at \(queued.email)",
                ""
            )
        case .minutesPutForward, .minutesCirculated, .minutesApproved, .minutesAddedTo:
            wordsOfMinutes(event, it, file)
        case .actionDone, .actionMoved, .actionGiven, .actionOvertaken, .actionReopened:
            wordsOfActions(event, it, meeting)
        }
    }

    /// `the rapid review meeting of Tue 6 Jan 2026`.
    private func name(of meeting: Meeting) -> String {
        "the \(Wording.spaced(meeting.step)) of \(DayWording.words(meeting.day))"
    }

    private func person(_ entry: EntryID, _ meeting: Meeting?) -> String {
        meeting?.person(entry)?.name ?? "somebody"
    }

    private func words(of arranged: CaseEvent.MeetingArranged) -> Words {
        var text =
            "arranged the \(Wording.spaced(arranged.step)) for \(DayWording.words(arranged.time.day)), \(Wording.times(arranged.time)), \(arranged.place); \(arranged.chair.name) chairs"
        if arranged.chair.isOther {
            text +=
                " in place of the chair of the procedure, as agreed by \(arranged.chair.agreedBy): \(arranged.chair.reason)"
        }
        if let convened = arranged.convenedAs { text += ", convened as \(convened)" }
        text +=
            "; \(DayWording.count(arranged.people.count, "person is", "people are")) on the list"
        let outside = beyond(arranged.opensShown, arranged.dueShown, arranged.time.day)
        return (.meetings, text + outside, arranged.outside)
    }

    private func words(
        of changed: CaseEvent.MeetingChanged,
        _ it: String,
        _ meeting: Meeting?
    ) -> Words {
        var parts: [String] = []
        if changed.time != meeting?.time {
            parts.append(
                "moved \(it) to \(DayWording.words(changed.time.day)), \(Wording.times(changed.time))"
            )
        }
        if changed.place != meeting?.place { parts.append("to \(changed.place)") }
        if changed.chair != meeting?.chair { parts.append("\(changed.chair.name) chairs") }
        if changed.convenedAs != meeting?.convenedAs, let convened = changed.convenedAs {
            parts.append("convened as \(convened)")
        }
        let first = changed.time == meeting?.time ? "changed \(it): " : ""
        let outside = beyond(changed.opensShown, changed.dueShown, changed.time.day)
        return (
            .meetings, first + parts.joined(separator: ", ") + outside,
            [changed.reason, changed.outside].filter { !$0.isEmpty }.joined(separator: " ")
        )
    }

    private func beyond(_ opens: Day?, _ due: Day?, _ day: Day) -> String {
        let outside = Wording.outside(MeetingWindow(opens: opens, due: due), day)
        return outside.isEmpty ? "" : ". \(outside)"
    }

    private func words(
        of changed: CaseEvent.MeetingPeopleChanged,
        _ it: String,
        _ meeting: Meeting?
    ) -> Words {
        var parts: [String] = []
        if !changed.added.isEmpty {
            parts.append("put \(DayWording.list(changed.added.map(\.name))) on the list of \(it)")
        }
        if !changed.removed.isEmpty {
            let names = changed.removed.map { person($0, meeting) }
            parts.append("took \(DayWording.list(names)) off the list of \(it)")
        }
        return (.meetings, parts.joined(separator: ", and "), changed.reason)
    }

    private func wordsOfAttendance(
        _ event: MeetingEvent,
        _ it: String,
        _ meeting: Meeting?
    ) -> Words {
        switch event {
        case .begun(let begun):
            (
                .meetings,
                "recorded that \(it) began on \(wording.when(begun.day, begun.minute))", ""
            )
        case .attended(let attended):
            (
                .meetings,
                "recorded that \(person(attended.person, meeting)) came to \(it) at \(DayWording.words(attended.minute))",
                attended.words
            )
        case .left(let left):
            (
                .meetings,
                "recorded that \(person(left.person, meeting)) left \(it) at \(DayWording.words(left.minute))",
                ""
            )
        case .attendanceCorrected(let corrected):
            (
                .meetings,
                "corrected when \(person(corrected.person, meeting)) was at \(it): "
                    + (corrected.presences.isEmpty
                        ? "not there" : Wording.times(corrected.presences)),
                corrected.reason
            )
        case .ended(let ended): words(of: ended, it, meeting)
        default: (.meetings, "", "")
        }
    }

    private func words(
        of ended: CaseEvent.MeetingEnded,
        _ it: String,
        _ meeting: Meeting?
    ) -> Words {
        var text = "recorded that \(it) ended at \(DayWording.words(ended.minute))"
        if let stated = ended.isQuorate, let step = meeting?.step {
            let words = wording.stated(stated, of: step).lowercasedStart
            text += "; \(ended.statedBy) states: \(words)"
            if let counted = ended.counted, counted != stated {
                text += ", against the attendance"
            }
        }
        return (.meetings, text, ended.reason)
    }

    private func wordsOfPoints(_ event: MeetingEvent, _ it: String, _ meeting: Meeting?) -> Words {
        switch event {
        case .pointNoted(let noted):
            let day = noted.by.map { ", by \(DayWording.words($0))" } ?? ""
            return noted.kind == .decision
                ? (.meetings, "noted a decision of \(it)", noted.words)
                : (.meetings, "noted an action of \(it) for \(noted.who)\(day)", noted.words)
        case .pointStruck(let struck):
            let was = meeting?.points.first { $0.noted.entry == struck.point }?.noted.words ?? ""
            return (.meetings, "struck out, of \(it): “\(was)”", struck.reason)
        default: return (.meetings, "", "")
        }
    }

    private func wordsOfActions(
        _ event: MeetingEvent,
        _ it: String,
        _ meeting: Meeting?
    ) -> Words {
        func named(_ entry: EntryID) -> (point: Meeting.Point?, words: String) {
            let point = meeting?.points.first { $0.noted.entry == entry }
            return (point, "an action of \(it), “\(point?.noted.words ?? "")”,")
        }
        switch event {
        case .actionDone(let done):
            return (
                .meetings,
                "recorded \(named(done.point).words) as done on \(DayWording.words(done.day))",
                done.evidence
            )
        case .actionMoved(let moved):
            let (point, words) = named(moved.point)
            let before = point?.due.map { " from \(DayWording.words($0))" } ?? ""
            let agreed = moved.agreedBy.isEmpty ? "" : ", as agreed by \(moved.agreedBy)"
            return (
                .meetings, "moved \(words)\(before) to \(DayWording.words(moved.by))\(agreed)",
                moved.reason
            )
        case .actionGiven(let given):
            let (point, words) = named(given.point)
            return (
                .meetings, "gave \(words) from \(point?.who ?? "nobody") to \(given.who)",
                given.reason
            )
        case .actionOvertaken(let overtaken):
            return (
                .meetings, "recorded \(named(overtaken.point).words) as overtaken",
                overtaken.reason
            )
        case .actionReopened(let reopened):
            return (.meetings, "opened \(named(reopened.point).words) again", reopened.reason)
        default: return (.meetings, "", "")
        }
    }

    private func wordsOfMinutes(_ event: MeetingEvent, _ it: String, _ file: CaseFile?) -> Words {
        switch event {
        case .minutesPutForward:
            return (.meetings, "put the minutes of \(it) forward", "")
        case .minutesCirculated(let sent):
            let to = DayWording.list(sent.to)
            return (
                .meetings,
                "recorded that the minutes of \(it) were sent to \(to) on \(wording.when(sent.day, sent.minute)), by \(sent.how)",
                ""
            )
        case .minutesApproved(let approved):
            let at = approved.at.flatMap { file?.meeting($0) }.map { " at \(name(of: $0))" } ?? ""
            return (
                .meetings,
                "recorded that \(approved.by) approved the minutes of \(it)\(at) on \(DayWording.words(approved.day))",
                approved.words
            )
        case .minutesAddedTo(let added):
            return (.meetings, "added to the approved minutes of \(it)", added.text)
        default: return (.meetings, "", "")
        }
    }
}

extension CaseFile {
    /// What a message of a meeting is, and for whom: `the invitation to Sue Hart`; nil where it is of none.
    func meetingMail(_ entry: EntryID) -> String? {
        for meeting in meetings {
            if let found = meeting.invitations.first(where: { $0.queued.entry == entry })?.queued {
                return "\(found.kind.words) to \(meeting.name(found.person, at: found.email))"
            }
            if let found = meeting.minutesMails.first(where: { $0.queued.entry == entry })?.queued {
                return "the message about minutes to \(meeting.name(found.person, at: found.email))"
            }
        }
        return nil
    }
}
