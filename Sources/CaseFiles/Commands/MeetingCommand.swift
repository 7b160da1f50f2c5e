package import Partnerships

/// What somebody asks of the meetings of a case, or of their minutes.
package enum MeetingCommand: Hashable, Sendable {
    /// With a further name, under which the day is booked.
    case arrange(CaseEvent.MeetingArranged, booking: EntryID)
    case change(CaseEvent.MeetingChanged, booking: EntryID)
    case cancel(CaseEvent.MeetingCancelled, booking: EntryID)
    case changePeople(CaseEvent.MeetingPeopleChanged)
    case setAgenda(CaseEvent.MeetingAgendaChanged)
    case queueInvitation(CaseEvent.InvitationQueued)
    case answer(CaseEvent.InvitationAnswered)
    case begin(CaseEvent.MeetingBegun)
    case arrive(CaseEvent.MeetingAttended)
    case leave(CaseEvent.MeetingLeft)
    case correctAttendance(CaseEvent.AttendanceCorrected)
    case note(CaseEvent.MeetingPointNoted)
    case strike(CaseEvent.MeetingPointStruck)
    /// With how the attendance reads as evidence of the step.
    case end(CaseEvent.MeetingEnded, present: String)
    case putMinutesForward(CaseEvent.MinutesPutForward)
    case circulateMinutes(CaseEvent.MinutesCirculated)
    case queueMinutesMail(CaseEvent.MinutesMailQueued)
    case approveMinutes(CaseEvent.MinutesApproved)
    case addToMinutes(CaseEvent.MinutesAddedTo)
    case finishAction(CaseEvent.ActionDone)
    case moveAction(CaseEvent.ActionMoved)
    case giveAction(CaseEvent.ActionGiven)
    case overtakeAction(CaseEvent.ActionOvertaken)
    case reopenAction(CaseEvent.ActionReopened)

    /// What it is, in the table of permissions.
    package var act: CaseAct {
        switch self {
        case .arrange, .change, .cancel, .changePeople, .setAgenda, .queueInvitation, .answer:
            .arrangeMeetings
        case .finishAction: .completeStep
        case .moveAction, .giveAction, .overtakeAction, .reopenAction: .trackActions
        default: .runMeetings
        }
    }
}
