import CaseFiles
import Partnerships
import WorkingDays

/// What becomes of the actions that meetings decided.
extension CaseFormBuilder {
    mutating func askOfActions(_ form: CaseForm) -> Asked? {
        guard let (meeting, action) = about.flatMap({ EntryID($0) }).flatMap({ file.action($0) }),
            // Whoever reads no minutes knows of her own alone.
            may(.seeMinutes) || action.person == person
        else { return nil }
        let isReopening = form == .actionsReopened
        // Settled by somebody else meanwhile: what was typed is shown again, with the reason.
        guard filler.isSent || action.isSettled == isReopening else { return nil }
        return switch form {
        case .actionEnds: askDone(action, meeting)
        case .actionDays: askDay(action, meeting)
        case .actionOwners: askOwner(action, meeting)
        case .actionsOvertaken: askOvertaken(action, meeting)
        case .actionsReopened: askReopened(action, meeting)
        default: nil
        }
    }

    /// What a case still has to do that its meetings decided, for whoever closes it.
    var actionsLeftOpen: String {
        let open = file.actions.count { !$0.action.isSettled }
        return open == 0
            ? ""
            : "\(DayWording.count(open, "action")) of its meetings still open. Closing leaves them as they are: they stand in the log and on the page of actions."
    }

    private func lead(_ action: Meeting.Point, _ meeting: Meeting) -> [String] {
        let day = action.due.map { "by \(DayWording.words($0))" } ?? "no day set"
        return [
            "“\(action.noted.words)” (\(action.who), \(day)).",
            "Decided by the \(wording.meetingName(meeting.step).lowercasedStart) of \(DayWording.words(meeting.day)).",
        ]
    }

    private mutating func askDone(_ action: Meeting.Point, _ meeting: Meeting) -> Asked {
        let day = filler.day("day", "The day on which it was done", was: today)
        let evidence = filler.area(
            "evidence",
            "What shows it",
            hint: "Where the evidence lies, or who saw it done."
        )
        return Asked(
            title: "Record that an action is done",
            lead: lead(action, meeting),
            command: .meeting(
                .finishAction(
                    CaseEvent.ActionDone(
                        meeting: meeting.entry,
                        point: action.noted.entry,
                        day: day,
                        evidence: evidence
                    )
                )
            )
        )
    }

    private mutating func askDay(_ action: Meeting.Point, _ meeting: Meeting) -> Asked {
        let isFirst = action.due == nil
        let by = filler.day("by", isFirst ? "By when it is to be done" : "The new day")
        let agreedBy = filler.line("name", "Agreed by", isNeeded: false)
        let reason = filler.reason(
            isFirst ? "Why this day." : "Why it cannot be done by the day that was set."
        )
        return Asked(
            title: isFirst ? "Set the day of an action" : "Move the day of an action",
            lead: lead(action, meeting)
                + (isFirst ? [] : ["The day that was set first stays beside it."]),
            button: isFirst ? "Set it" : "Move it",
            command: .meeting(
                .moveAction(
                    CaseEvent.ActionMoved(
                        meeting: meeting.entry,
                        point: action.noted.entry,
                        by: by,
                        agreedBy: agreedBy,
                        reason: reason
                    )
                )
            )
        )
    }

    private mutating func askOwner(_ action: Meeting.Point, _ meeting: Meeting) -> Asked {
        let people = onCase.filter { option in
            PersonID(option.id).map { !partnership.isExcluded($0, from: file.reference) } ?? false
        }
        let chosen = filler.list(
            "person",
            "Somebody on the case",
            hint: "It then waits among that person’s own work.",
            [(label: "", options: people)],
            was: action.person.map { "\($0)" } ?? "",
            isNeeded: false
        )
        let person = PersonID(chosen)
        let who = filler.line(
            "who",
            "Or an agency, or somebody else",
            was: action.person == nil ? action.who : "",
            isNeeded: person == nil
        )
        let reason = filler.reason("Who agreed to it, and why.")
        return Asked(
            title: "Give an action to somebody else",
            lead: lead(action, meeting),
            button: "Give it",
            command: .meeting(
                .giveAction(
                    CaseEvent.ActionGiven(
                        meeting: meeting.entry,
                        point: action.noted.entry,
                        who: person.map { partnership.name(of: $0) } ?? who,
                        person: person,
                        reason: reason
                    )
                )
            )
        )
    }

    private mutating func askOvertaken(_ action: Meeting.Point, _ meeting: Meeting) -> Asked {
        let reason = filler.reason("What came later that makes it needless, and who says so.")
        return Asked(
            title: "Record that an action is overtaken",
            lead: lead(action, meeting),
            command: .meeting(
                .overtakeAction(
                    CaseEvent.ActionOvertaken(
                        meeting: meeting.entry,
                        point: action.noted.entry,
                        reason: reason
                    )
                )
            )
        )
    }

    private mutating func askReopened(_ action: Meeting.Point, _ meeting: Meeting) -> Asked {
        let reason = filler.reason("What is still to be done, or what was recorded in error.")
        return Asked(
            title: "Open an action again",
            lead: lead(action, meeting),
            button: "Open it again",
            command: .meeting(
                .reopenAction(
                    CaseEvent.ActionReopened(
                        meeting: meeting.entry,
                        point: action.noted.entry,
                        reason: reason
                    )
                )
            )
        )
    }
}
