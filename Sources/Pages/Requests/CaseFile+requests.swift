package import CaseFiles
import Partnerships

extension CaseFile {
    /// The request that a form is about, which may name the request itself, or a seat, message or file of it.
    package func request(named text: String, for form: CaseForm) -> AgencyRequest? {
        switch form {
        case .closedSeats, .freshLinks, .codes:
            EntryID(text).flatMap { seat in requests.first { $0.seat(seat) != nil } }
        case .sentByHand:
            EntryID(text).flatMap { message in
                requests.first { $0.messages.contains { $0.queued.entry == message } }
            }
        case .releases:
            DocumentID(text).flatMap { document in
                requests.first { $0.files.contains { $0.document.document == document } }
            }
        case .pauses, .resumptions: EntryID(text).flatMap { request($0) }
        default: form.about == .aRequest ? EntryID(text).flatMap { request($0) } : nil
        }
    }
}
