import CaseFiles
import CaseStores
import Partnerships

extension CaseDesk {
    /// Messages that an act takes back, with what the log says of them.
    typealias Withdrawal = (events: [CaseEvent], revokes: [Act.Revocation])

    /// Takes back what still waits to go to people whose way in an act shuts.
    func withdrawal(
        after events: [CaseEvent],
        of file: CaseFile?,
        _ partnership: PartnershipID
    ) async throws(DeskError) -> Withdrawal {
        var withdrawal: Withdrawal = ([], [])
        var seen: Set<EntryID> = []
        for message in events.flatMap({ file?.messages(shutOutBy: $0) ?? [] })
        where seen.insert(message.entry).inserted {
            guard !message.byHand else {
                withdrawal.events.append(message.withdrawn())
                continue
            }
            let key = RequestLetter.key(of: message)
            let found = try await keeping { () async throws(StoreError) in
                try await store.revocation(of: key, of: partnership)
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
    /// What was queued before for people who can no longer come in, and is not known to have gone.
    fileprivate func messages(shutOutBy event: CaseEvent) -> [CaseEvent.MessageQueued] {
        let (about, seat): (EntryID, EntryID?)
        switch event {
        case .request(.seatEnded(let ended)): (about, seat) = (ended.request, ended.seat)
        case .request(.revoked(let revoked)): (about, seat) = (revoked.request, nil)
        default: return []
        }
        let messages = request(about)?.messages ?? []
        return messages.filter { message in
            guard let to = message.queued.seat else { return false }
            return (seat ?? to) == to && message.mayStillGo
        }.map(\.queued)
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
