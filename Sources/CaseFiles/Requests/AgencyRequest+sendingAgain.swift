package import Partnerships

extension AgencyRequest {
    /// A message that failed, while it still has somebody to reach and nothing like it was sent since.
    package func failedMessage(_ entry: EntryID) -> CaseEvent.MessageQueued? {
        guard revoked == nil,
            let place = messages.firstIndex(where: { $0.queued.entry == entry }),
            messages[place].outcome == .failed
        else { return nil }
        let failed = messages[place].queued
        if let seat = failed.seat, self.seat(seat)?.isOpen != true { return nil }
        if failed.kind.isReminding && !standing.isWithTheAgency { return nil }
        let isFollowed = messages[(place + 1)...].contains { later in
            later.queued.seat == failed.seat && later.queued.email == failed.email
                && [failed.kind, .resent].contains(later.queued.kind)
        }
        return isFollowed ? nil : failed
    }
}

extension MessageKind {
    /// Whether it says that an answer is awaited.
    fileprivate var isReminding: Bool {
        switch self {
        case .reminder, .chase, .escalation: true
        default: false
        }
    }
}
