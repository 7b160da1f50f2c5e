import CaseFiles
import CaseStores
import Partnerships

extension CaseDesk {
    /// Messages that an act takes back, with what the log says of them.
    typealias Withdrawal = (events: [CaseEvent], revokes: [Act.Revocation])

    /// Takes back what still waits to go to people whose way in an act shuts, and the reminders of an answer that it
    /// brings.
    func withdrawal(
        after events: [CaseEvent],
        of file: CaseFile?,
        _ id: PartnershipID,
        _ partnership: Partnership
    ) async throws(DeskError) -> Withdrawal {
        var withdrawal: Withdrawal = ([], [])
        var seen: Set<EntryID> = []
        for message in events.flatMap({ file?.messages(madeIdleBy: $0) ?? [] })
        where seen.insert(message.entry).inserted {
            guard !message.byHand else {
                withdrawal.events.append(message.withdrawn())
                continue
            }
            let key = RequestLetter.key(of: message, in: partnership)
            let found = try await keeping { () async throws(StoreError) in
                try await store.revocation(of: key, of: id)
            }
            switch found {
            case .gone: continue
            case .revoked: withdrawal.events.append(message.withdrawn())
            case .onItsWay:
                withdrawal.events.append(
                    message.withdrawn("It was on its way by then, and may have arrived.")
                )
            }
            withdrawal.revokes.append(Act.Revocation(key: key, found: found))
        }
        return withdrawal
    }
}

extension CaseFile {
    /// What was queued before and is not known to have gone: to people who can no longer come in, and reminders of what
    /// is no longer awaited.
    fileprivate func messages(madeIdleBy event: CaseEvent) -> [CaseEvent.MessageQueued] {
        switch event {
        case .request(.seatEnded(let ended)):
            waiting(ended.request) { $0.seat == ended.seat }
        case .request(.revoked(let revoked)):
            waiting(revoked.request) { $0.seat != nil || $0.rung != nil }
        case .request(.signed(let signed)): waiting(signed.request) { $0.rung != nil }
        default: []
        }
    }

    private func waiting(
        _ request: EntryID,
        where isMeant: (CaseEvent.MessageQueued) -> Bool
    ) -> [CaseEvent.MessageQueued] {
        let messages = self.request(request)?.messages ?? []
        return messages.filter { $0.mayStillGo && isMeant($0.queued) }.map(\.queued)
    }
}

extension AgencyRequest.Message {
    fileprivate var mayStillGo: Bool {
        switch outcome {
        case nil, .mayHaveArrivedTwice: true
        case .delivered, .failed, .sentByHand, .withdrawn: false
        }
    }
}

extension CaseEvent.MessageQueued {
    fileprivate func withdrawn(_ words: String = "") -> CaseEvent {
        .request(
            .messageSettled(
                CaseEvent.MessageSettled(message: entry, outcome: .withdrawn, words: words)
            )
        )
    }
}
