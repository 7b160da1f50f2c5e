import CaseFiles
import CaseStores
package import Credentials
import Foundation
import Partnerships

extension SeatDesk {
    /// Who asks by a session's token; that she was seen is noted once a minute.
    ///
    /// A seat that was shut, a request that was revoked and a link past its last day end it at once.
    package func visit(
        _ token: Token,
        at moment: Moment
    ) async throws(AccountError) -> Finding {
        guard let (kept, session) = try await keptSession(token) else { return .nobody }
        guard session.isOpen(at: moment.present) else { return .ended }
        guard
            let (key, found, _) = try await whatOpens(.session(token), at: moment)
        else {
            try await signOut(token)
            return .nobody
        }
        if let noted = session.noted(at: moment.present) {
            let written = Self.kept(noted, of: key)
            // Whoever signed out at this moment stays signed out.
            _ = try await accounts.keeping { () async throws(StoreError) in
                try await store.renewSeatSession(
                    written,
                    over: kept.record,
                    token: token.hash.bytes
                )
            }
        }
        return .open(Visit(key: key, session: session, found: found))
    }

    /// Notes that whoever came is the person meant, and in the case that she saw what is asked.
    package func confirm(
        _ visit: Visit,
        _ token: Token,
        at moment: Moment
    ) async throws {
        let opened = CaseEvent.RequestOpened(
            request: visit.found.request.entry,
            seat: visit.key.seat
        )
        try await cases.handle(
            [.open(opened)],
            of: visit.found.request.entry,
            on: visit.key.reference,
            seat: visit.key.seat,
            in: visit.key.partnership,
            at: moment.time
        )
        let confirmed = Self.kept(visit.session.confirmed(), of: visit.key)
        try await store.saveSeatSession(confirmed, token: token.hash.bytes)
    }

    /// Shuts the seat of somebody who is not meant; everybody who came by it is out.
    package func disown(_ visit: Visit, at moment: Moment) async throws {
        let ended = CaseEvent.SeatEnded(
            request: visit.found.request.entry,
            seat: visit.key.seat,
            reason: "Whoever opened the link said that she is not the person meant",
            isDisowned: true
        )
        let letters = lettersInside(.disowned, visit.key, visit.found, moment)
        try await cases.handle(
            [.endSeat(ended)],
            of: visit.found.request.entry,
            on: visit.key.reference,
            seat: visit.key.seat,
            in: visit.key.partnership,
            at: moment.time,
            queuing: letters.map(\.queued),
            outbox: letters.compactMap(\.row)
        )
        _ = try await store.endSeatSessions(of: visit.key)
    }

    package func signOut(_ token: Token) async throws(AccountError) {
        try await accounts.keeping { () async throws(StoreError) in
            try await store.endSeatSession(token.hash.bytes)
        }
    }

    func keptSession(
        _ token: Token
    ) async throws(AccountError) -> (kept: StoredSeatSession, session: SeatSession)? {
        let kept = try await accounts.keeping { () async throws(StoreError) in
            try await store.seatSession(token.hash.bytes)
        }
        guard let kept,
            let session = try? JSONDecoder().decode(SeatSession.self, from: Data(kept.record))
        else { return nil }
        return (kept, session)
    }

    static func kept(_ session: SeatSession, of key: SeatKey) -> StoredSeatSession {
        guard let record = try? JSONEncoder().encode(session) else {
            preconditionFailure("a session of plain values can be written")
        }
        return StoredSeatSession(
            key: key,
            // A while longer than it opens anything: what was typed in it is sent again after a code.
            ends: session.made.advanced(byHours: 7 * 24),
            record: Array(record)
        )
    }
}
