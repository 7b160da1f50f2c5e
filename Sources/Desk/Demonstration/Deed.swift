import CaseFiles
import Partnerships

/// One thing that somebody did, as it is asked of a desk.
struct Deed: Sendable {
    enum What: Sendable {
        case ofPartnership(PartnershipCommand)
        case opening(CaseCommand.OpenCase)
        /// All in one act.
        case ofCase(CaseReference, [CaseCommand])
        /// By somebody at an agency, or by Sightline itself.
        case ofRequest(CaseReference, EntryID, [RequestCommand])
        case look(CaseReference, String)
    }

    let actor: Actor
    let partnership: PartnershipID
    let time: Timestamp
    let what: What

    /// Both in one act; nil where they are not one person's, on one case, at one time.
    func joined(with next: Deed) -> Deed? {
        guard case .ofCase(let reference, let commands) = what,
            case .ofCase(let other, let more) = next.what,
            reference == other, actor == next.actor, time == next.time
        else { return nil }
        return Deed(
            actor: actor,
            partnership: partnership,
            time: time,
            what: .ofCase(reference, commands + more)
        )
    }
}

extension Deed.What {
    /// What it asks of a case, in its order.
    var commands: [CaseCommand] {
        switch self {
        case .ofPartnership, .look: []
        case .opening(let opening): [.openCase(opening)]
        case .ofCase(_, let commands): commands
        case .ofRequest(_, _, let commands): commands.map { .request($0) }
        }
    }
}

extension [Deed] {
    /// In the order of their times; deeds of one time stay in the order in which they were told.
    var inOrder: [Deed] {
        enumerated().sorted { one, other in
            (one.element.time, one.offset) < (other.element.time, other.offset)
        }.map(\.element)
    }
}
