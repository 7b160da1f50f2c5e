import CaseFiles
import Partnerships

/// One thing that somebody did, as it is asked of a desk.
struct Deed: Sendable {
    enum What: Sendable {
        case ofPartnership(PartnershipCommand)
        case opening(CaseCommand.OpenCase)
        case ofCase(CaseReference, CaseCommand)
        /// By somebody at an agency, or by Sightline itself.
        case ofRequest(CaseReference, EntryID, [RequestCommand])
        case look(CaseReference, String)
    }

    let actor: Actor
    let partnership: PartnershipID
    let time: Timestamp
    let what: What
}

extension [Deed] {
    /// In the order of their times; deeds of one time stay in the order in which they were told.
    var inOrder: [Deed] {
        enumerated().sorted { one, other in
            (one.element.time, one.offset) < (other.element.time, other.offset)
        }.map(\.element)
    }
}
