import CaseFiles
import Partnerships

extension RecordedCaseEvent {
    /// Whether it only tells what became of a message, as the mail server said: nobody decides anything otherwise for
    /// it, be the message of a request, an invitation or minutes.
    ///
    /// What people record of a message, that they sent it by hand or took it back, is no such note.
    var isDeliveryNote: Bool {
        guard case .request(.messageSettled) = event else { return false }
        return actor == .system
    }
}
