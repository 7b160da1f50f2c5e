package import Partnerships

/// What happened to the requests of a case and to what came back.
package enum RequestEvent: Hashable, Sendable {
    case asked(CaseEvent.AgencyAsked)
    case leftOut(CaseEvent.AgencyLeftOut)
    case seatAdded(CaseEvent.SeatAdded)
    case seatEnded(CaseEvent.SeatEnded)
    case revoked(CaseEvent.RequestRevoked)
    case opened(CaseEvent.RequestOpened)
    case recordsSecured(CaseEvent.RecordsSecured)
    case codeReadOut(CaseEvent.CodeReadOut)
    case linkRested(CaseEvent.LinkRested)
    case replyFiled(CaseEvent.ReplyFiled)
    case putForward(CaseEvent.ReturnPutForward)
    case signed(CaseEvent.ReturnSigned)
    case handedBack(CaseEvent.ReturnHandedBack)
    case checked(CaseEvent.ReturnChecked)
    case fileAdded(CaseEvent.ReturnFileAdded)
    case fileRemoved(CaseEvent.ReturnFileRemoved)
    case fileReleased(CaseEvent.FileReleased)
    case packShared(CaseEvent.PackShared)
    case peopleListed(CaseEvent.PeopleListed)
    case episodeMarked(CaseEvent.EpisodeMarked)
    case messageQueued(CaseEvent.MessageQueued)
    case messageSettled(CaseEvent.MessageSettled)
    case rungPassedOver(CaseEvent.RungPassedOver)
    case chasingPaused(CaseEvent.ChasingPaused)
    case chasingResumed(CaseEvent.ChasingResumed)
}

extension RequestEvent {
    /// The name that the event gives to what it adds; nil for an event that adds nothing of its own.
    package var entry: EntryID? {
        switch self {
        case .asked(let asked): asked.entry
        case .seatAdded(let added): added.seat.entry
        case .putForward(let put): put.entry
        case .signed(let signed): signed.entry
        case .handedBack(let back): back.entry
        case .checked(let checked): checked.entry
        case .packShared(let shared): shared.entry
        case .peopleListed(let listed): listed.entry
        case .episodeMarked(let marked): marked.entry
        case .messageQueued(let queued): queued.entry
        default: nil
        }
    }

    /// The request that it is of; nil where it is of none or of several.
    package var request: EntryID? {
        switch self {
        case .leftOut, .packShared, .peopleListed, .episodeMarked: nil
        case .asked(let event): event.entry
        case .seatAdded(let event): event.request
        case .seatEnded(let event): event.request
        case .revoked(let event): event.request
        case .opened(let event): event.request
        case .recordsSecured(let event): event.request
        case .codeReadOut(let event): event.request
        case .linkRested(let event): event.request
        case .replyFiled(let event): event.request
        case .putForward(let event): event.request
        case .signed(let event): event.request
        case .handedBack(let event): event.request
        case .checked(let event): event.request
        case .fileAdded(let event): event.request
        case .fileRemoved(let event): event.request
        case .fileReleased(let event): event.request
        case .messageQueued(let event): event.request
        case .rungPassedOver(let event): event.request
        case .chasingPaused(let event): event.request
        case .chasingResumed(let event): event.request
        case .messageSettled: nil
        }
    }
}
