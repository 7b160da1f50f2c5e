import CaseFiles
import Partnerships

extension RecordedCaseEvent {
    /// Whether it is a note of Sightline's own on mail that nobody decides anything otherwise for: a reminder went out or
    /// was passed over, as its ladder says, or the mail server told what became of a message.
    ///
    /// What people record of a message, that they sent it by hand or took it back, is no such note; nor is a link that
    /// rests, which somebody is to see to.
    var isOwnNoteOnMail: Bool {
        guard actor == .system, case .request(let event) = event else { return false }
        return switch event {
        case .messageSettled, .rungPassedOver: true
        case .messageQueued(let queued): queued.rung != nil
        default: false
        }
    }
}
