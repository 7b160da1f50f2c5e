package import Partnerships
package import WorkingDays

/// What somebody asks of the requests to agencies, or of what came back.
package enum RequestCommand: Hashable, Sendable {
    case ask(AskAgencies)
    case addSeat(CaseEvent.SeatAdded)
    case endSeat(CaseEvent.SeatEnded)
    case revoke(CaseEvent.RequestRevoked)
    case open(CaseEvent.RequestOpened)
    case secureRecords(CaseEvent.RecordsSecured)
    case readOutCode(CaseEvent.CodeReadOut)
    case restLink(CaseEvent.LinkRested)
    case fileReply(CaseEvent.ReplyFiled)
    case putForward(CaseEvent.ReturnPutForward)
    case sign(CaseEvent.ReturnSigned)
    case handBack(CaseEvent.ReturnHandedBack)
    /// With a day, the return is due again by it where it is sent back.
    case check(CaseEvent.ReturnChecked, due: Day?)
    case addFile(CaseEvent.ReturnFileAdded)
    case removeFile(CaseEvent.ReturnFileRemoved)
    case releaseFile(CaseEvent.FileReleased)
    case sharePack(CaseEvent.PackShared)
    case listPeople(CaseEvent.PeopleListed)
    case markEpisode(CaseEvent.EpisodeMarked)
    case queueMessage(CaseEvent.MessageQueued)
    case settleMessage(CaseEvent.MessageSettled)
    case passOver(CaseEvent.RungPassedOver)
    case pauseChasing(CaseEvent.ChasingPaused)
    case resumeChasing(CaseEvent.ChasingResumed)

    /// Every agency asked in one act, and every expected one that is not.
    package struct AskAgencies: Hashable, Sendable {
        /// Of the request step, by id.
        package let step: String
        package let asked: [CaseEvent.AgencyAsked]
        package let leftOut: [CaseEvent.AgencyLeftOut]
        /// How they are asked: by link, or by letters that a person sends.
        package let by: String
        /// The first of as many names as agencies are asked.
        package let entry: EntryID

        package init(
            step: String,
            asked: [CaseEvent.AgencyAsked],
            leftOut: [CaseEvent.AgencyLeftOut],
            by: String,
            entry: EntryID
        ) {
            self.step = step
            self.asked = asked
            self.leftOut = leftOut
            self.by = by
            self.entry = entry
        }
    }

    /// What it is, in the table of permissions; nil for what only an agency or Sightline itself does.
    package var act: CaseAct? {
        switch self {
        case .ask, .addSeat, .endSeat, .revoke, .readOutCode, .fileReply, .pauseChasing,
            .resumeChasing, .queueMessage, .settleMessage, .secureRecords, .putForward, .sign,
            .addFile, .removeFile:
            .askAgencies
        case .check, .releaseFile, .sharePack, .listPeople, .markEpisode: .checkReturns
        case .open, .restLink, .handBack, .passOver: nil
        }
    }

    /// Whether somebody at the agency may ask it, for her own request.
    package var isOfTheAgency: Bool {
        switch self {
        case .addSeat, .endSeat, .open, .secureRecords, .putForward, .sign, .handBack, .addFile,
            .removeFile:
            true
        default: false
        }
    }

    /// The request that it is of; nil where it is of none or of several.
    package var request: EntryID? {
        switch self {
        case .ask, .sharePack, .settleMessage, .listPeople, .markEpisode: nil
        case .addSeat(let command): command.request
        case .endSeat(let command): command.request
        case .revoke(let command): command.request
        case .open(let command): command.request
        case .secureRecords(let command): command.request
        case .readOutCode(let command): command.request
        case .restLink(let command): command.request
        case .fileReply(let command): command.request
        case .putForward(let command): command.request
        case .sign(let command): command.request
        case .handBack(let command): command.request
        case .check(let command, _): command.request
        case .addFile(let command): command.request
        case .removeFile(let command): command.request
        case .releaseFile(let command): command.request
        case .queueMessage(let command): command.request
        case .passOver(let command): command.request
        case .pauseChasing(let command): command.request
        case .resumeChasing(let command): command.request
        }
    }
}
