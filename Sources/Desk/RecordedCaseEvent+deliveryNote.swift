import CaseFiles
import Partnerships

extension RecordedCaseEvent {
    /// Whether it only tells that the mail server took a message: nobody decides anything otherwise for it.
    var isDeliveryNote: Bool {
        guard case .request(.messageSettled(let settled)) = event else { return false }
        return actor == .system && settled.outcome == .delivered
    }
}
