package import CaseStores
import Foundation
import GRDB
package import Partnerships

extension SQLiteStore: LinkStore {
    /// Written with the act that makes the seat; nobody who can only write rows makes a link that opens.
    func write(_ link: SeatLink, _ db: Database) throws {
        let sealed = Sealing.seal(
            [],
            with: try seatKey(link.partnership, db),
            boundTo: link.binding
        )
        try db.execute(
            sql: "INSERT INTO seat_link VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                Data(link.token), link.partnership.number, link.reference.number,
                link.request.number, link.seat.number, link.made.milliseconds, Data(sealed),
            ]
        )
    }

    package func link(_ token: [UInt8]) async throws(StoreError) -> SeatLink? {
        try await reading { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT partnership, reference, request, seat, made, sealed FROM seat_link
                    WHERE token = ?
                    """,
                arguments: [Data(token)]
            )
            guard let row else { return nil }
            guard let partnership = PartnershipID(number: row[0]),
                let reference = CaseReference(number: row[1]),
                let request = EntryID(number: row[2]), let seat = EntryID(number: row[3])
            else { throw altered }
            let link = SeatLink(
                token: token,
                partnership: partnership,
                reference: reference,
                request: request,
                seat: seat,
                made: Timestamp(milliseconds: row[4])
            )
            let key = try seatKey(partnership, db)
            guard Sealing.open(row[5] as Data, with: key, boundTo: link.binding) != nil else {
                throw altered
            }
            return link
        }
    }

    // What is kept of a seat

    package func seatState(of seat: SeatKey) async throws(StoreError) -> StoredSeatState? {
        try await reading { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT version, sealed FROM seat_state
                    WHERE partnership = ? AND reference = ? AND seat = ?
                    """,
                arguments: seat.arguments
            )
            guard let row else { return nil }
            let version: Int = row[0]
            let key = try seatKey(seat.partnership, db)
            guard
                let record = Sealing.open(
                    row[1] as Data,
                    with: key,
                    boundTo: seat.binding(version: version)
                )
            else { throw altered }
            return StoredSeatState(version: version, record: record)
        }
    }

    package func saveSeatState(
        _ record: [UInt8],
        of seat: SeatKey,
        over version: Int
    ) async throws(StoreError) -> Bool {
        try await committed { db in
            let standing =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT version FROM seat_state
                        WHERE partnership = ? AND reference = ? AND seat = ?
                        """,
                    arguments: seat.arguments
                ) ?? 0
            guard standing == version else { return false }
            let sealed = Sealing.seal(
                record,
                with: try seatKey(seat.partnership, db),
                boundTo: seat.binding(version: version + 1)
            )
            try db.execute(
                sql: "INSERT OR REPLACE INTO seat_state VALUES (?, ?, ?, ?, ?)",
                arguments: seat.arguments + [version + 1, Data(sealed)]
            )
            return true
        }
    }

    // Sessions

    package func seatSession(_ token: [UInt8]) async throws(StoreError) -> StoredSeatSession? {
        try await reading { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT partnership, reference, seat, ends, sealed FROM seat_session
                    WHERE token = ?
                    """,
                arguments: [Data(token)]
            )
            guard let row else { return nil }
            guard let partnership = PartnershipID(number: row[0]),
                let reference = CaseReference(number: row[1]),
                let seat = EntryID(number: row[2])
            else { throw altered }
            let key = SeatKey(partnership: partnership, reference: reference, seat: seat)
            guard
                let record = Sealing.open(
                    row[4] as Data,
                    with: try seatKey(partnership, db),
                    boundTo: key.binding(token: token)
                )
            else { throw altered }
            return StoredSeatSession(
                key: key,
                ends: Timestamp(milliseconds: row[3]),
                record: record
            )
        }
    }

    package func saveSeatSession(
        _ session: StoredSeatSession,
        token: [UInt8]
    ) async throws(StoreError) {
        try await committed { db in try write(session, token, db) }
    }

    package func renewSeatSession(
        _ session: StoredSeatSession,
        over record: [UInt8],
        token: [UInt8]
    ) async throws(StoreError) -> Bool {
        try await committed { db in
            let standing = try Data.fetchOne(
                db,
                sql: "SELECT sealed FROM seat_session WHERE token = ?",
                arguments: [Data(token)]
            )
            let key = try seatKey(session.key.partnership, db)
            guard let standing,
                Sealing.open(standing, with: key, boundTo: session.key.binding(token: token))
                    == record
            else { return false }
            try write(session, token, db)
            return true
        }
    }

    package func endSeatSession(_ token: [UInt8]) async throws(StoreError) {
        try await committed { db in
            try db.execute(
                sql: "DELETE FROM seat_session WHERE token = ?",
                arguments: [Data(token)]
            )
        }
    }

    package func endSeatSessions(of seat: SeatKey) async throws(StoreError) -> Int {
        try await committed { db in
            try db.execute(
                sql: """
                    DELETE FROM seat_session
                    WHERE partnership = ? AND reference = ? AND seat = ?
                    """,
                arguments: seat.arguments
            )
            return db.changesCount
        }
    }

    package func sweepSeatSessions(endedBefore now: Timestamp) async throws(StoreError) {
        try await committed { db in
            try db.execute(
                sql: "DELETE FROM seat_session WHERE ends < ?",
                arguments: [now.milliseconds]
            )
        }
    }

    private func write(_ session: StoredSeatSession, _ token: [UInt8], _ db: Database) throws {
        let sealed = Sealing.seal(
            session.record,
            with: try seatKey(session.key.partnership, db),
            boundTo: session.key.binding(token: token)
        )
        try db.execute(
            sql: "INSERT OR REPLACE INTO seat_session VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [Data(token)] + session.key.arguments
                + [session.ends.milliseconds, Data(sealed)]
        )
    }

    private func seatKey(_ partnership: PartnershipID, _ db: Database) throws -> SealingKey {
        try keys.keys(of: partnership, db).wrapping.derived(for: "seat")
    }

    private var altered: StoreError { .altered(.init(stream: nil, version: nil, what: .row)) }
}

extension SeatKey {
    fileprivate var arguments: StatementArguments {
        [partnership.number, reference.number, seat.number]
    }

    fileprivate func binding(version: Int) -> [UInt8] {
        Array("seat state \(partnership) \(reference.path) \(seat) \(version)".utf8)
    }

    fileprivate func binding(token: [UInt8]) -> [UInt8] {
        token + Array("seat session \(partnership) \(reference.path) \(seat)".utf8)
    }
}

extension SeatLink {
    fileprivate var binding: [UInt8] {
        token
            + Array(
                """
                seat link \(partnership) \(reference.path) \(request) \(seat) \(made.milliseconds)
                """.utf8
            )
    }
}
