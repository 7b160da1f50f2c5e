package import Partnerships

/// What happened to the meetings of a case and to their minutes.
package enum MeetingEvent: Hashable, Sendable {
    case arranged(CaseEvent.MeetingArranged)
    case changed(CaseEvent.MeetingChanged)
    case cancelled(CaseEvent.MeetingCancelled)
    case peopleChanged(CaseEvent.MeetingPeopleChanged)
    case agendaChanged(CaseEvent.MeetingAgendaChanged)
    case invitationQueued(CaseEvent.InvitationQueued)
    case invitationAnswered(CaseEvent.InvitationAnswered)
    case begun(CaseEvent.MeetingBegun)
    case attended(CaseEvent.MeetingAttended)
    case left(CaseEvent.MeetingLeft)
    case attendanceCorrected(CaseEvent.AttendanceCorrected)
    case pointNoted(CaseEvent.MeetingPointNoted)
    case pointStruck(CaseEvent.MeetingPointStruck)
    case ended(CaseEvent.MeetingEnded)
    case minutesPutForward(CaseEvent.MinutesPutForward)
    case minutesCirculated(CaseEvent.MinutesCirculated)
    case minutesMailQueued(CaseEvent.MinutesMailQueued)
    case minutesApproved(CaseEvent.MinutesApproved)
    case minutesAddedTo(CaseEvent.MinutesAddedTo)
    case actionDone(CaseEvent.ActionDone)
    case actionMoved(CaseEvent.ActionMoved)
    case actionGiven(CaseEvent.ActionGiven)
    case actionOvertaken(CaseEvent.ActionOvertaken)
    case actionReopened(CaseEvent.ActionReopened)
}

extension MeetingEvent {
    /// The name that the event gives to what it adds; nil for an event that adds nothing of its own.
    package var entry: EntryID? {
        switch self {
        case .arranged(let event): event.entry
        case .invitationQueued(let event): event.entry
        case .pointNoted(let event): event.entry
        case .ended(let event): event.entry
        case .minutesPutForward(let event): event.entry
        case .minutesCirculated(let event): event.entry
        case .minutesMailQueued(let event): event.entry
        case .minutesApproved(let event): event.entry
        case .minutesAddedTo(let event): event.entry
        default: nil
        }
    }

    /// The meeting that it is of.
    package var meeting: EntryID {
        switch self {
        case .arranged(let event): event.entry
        case .changed(let event): event.meeting
        case .cancelled(let event): event.meeting
        case .peopleChanged(let event): event.meeting
        case .agendaChanged(let event): event.meeting
        case .invitationQueued(let event): event.meeting
        case .invitationAnswered(let event): event.meeting
        case .begun(let event): event.meeting
        case .attended(let event): event.meeting
        case .left(let event): event.meeting
        case .attendanceCorrected(let event): event.meeting
        case .pointNoted(let event): event.meeting
        case .pointStruck(let event): event.meeting
        case .ended(let event): event.meeting
        case .minutesPutForward(let event): event.meeting
        case .minutesCirculated(let event): event.meeting
        case .minutesMailQueued(let event): event.meeting
        case .minutesApproved(let event): event.meeting
        case .minutesAddedTo(let event): event.meeting
        case .actionDone(let event): event.meeting
        case .actionMoved(let event): event.meeting
        case .actionGiven(let event): event.meeting
        case .actionOvertaken(let event): event.meeting
        case .actionReopened(let event): event.meeting
        }
    }
}
