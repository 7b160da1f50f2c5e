package import Partnerships

extension AgencyRequest {
    /// When the newest way in was made that somebody is known to have got; nil where none is.
    package func newestLink(of entry: EntryID) -> Timestamp? {
        let opened = seat(entry)?.opened
        return messages.filter { message in
            message.queued.seat == entry && message.queued.bringsALink
                && (message.hasGone || opened.map { message.at <= $0 } ?? false)
        }.map(\.at).max()
    }
}

extension AgencyRequest.Message {
    /// Whether it went out, as far as anybody knows.
    package var hasGone: Bool {
        switch outcome {
        case .delivered, .mayHaveArrivedTwice, .sentByHand: true
        case .failed, .withdrawn, nil: false
        }
    }
}

extension CaseEvent.MessageQueued {
    fileprivate var bringsALink: Bool { isLinked ?? kind.alwaysBringsALink }
}

extension MessageKind {
    fileprivate var alwaysBringsALink: Bool {
        switch self {
        case .request, .resent, .invitation, .signature: true
        default: false
        }
    }
}
