package import CaseStores
import Foundation
import GRDB
package import Partnerships

extension SQLiteStore: OutboxStore {
    package func takeMessages(
        dueAt now: Timestamp,
        until lease: Timestamp,
        limit: Int
    ) async throws(StoreError) -> [TakenMessage] {
        try await committed { db in
            var taken: [TakenMessage] = []
            while taken.count < limit {
                let rows = try Row.fetchAll(
                    db.cachedStatement(sql: OutboxSQL.due),
                    arguments: ["now": now.milliseconds, "limit": limit - taken.count]
                )
                if rows.isEmpty { break }
                taken += try rows.compactMap { try take($0, now, lease, db) }
            }
            return taken
        }
    }

    /// Nil for a message whose seal does not open, which is given up: it holds up no other.
    private func take(
        _ row: Row,
        _ now: Timestamp,
        _ lease: Timestamp,
        _ db: Database
    ) throws -> TakenMessage? {
        let name = try messageName(row)
        let (about, body): ([UInt8], [UInt8])
        do {
            about = try open(row["sealed_about"], of: name, "about", db)
            body = try open(row["sealed"], of: name, "", db)
        } catch StoreError.altered {
            try giveUp(name, now, db)
            return nil
        }
        let generation: Int = row["generation"] + 1
        let firstTried = (row["first_tried"] as Int64?) ?? now.milliseconds
        try db.cachedStatement(
            sql: """
                UPDATE outbox SET state = 1, lease = ?, generation = ?, first_tried = ?,
                    attempts = attempts + 1, is_told = 1
                WHERE partnership = ? AND key = ?
                """
        ).execute(
            arguments: [lease.milliseconds, generation, firstTried] + name.arguments
        )
        return TakenMessage(
            lease: .init(name: name, generation: generation),
            firstTried: Timestamp(milliseconds: firstTried),
            attempt: row["attempts"] + 1,
            about: about,
            body: body
        )
    }

    private func giveUp(_ name: MessageName, _ now: Timestamp, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                UPDATE outbox SET state = 3, lease = NULL, fault = 'unreadable', settled = ?,
                    is_told = 0, generation = generation + 1
                WHERE partnership = ? AND key = ?
                """
        ).execute(arguments: [now.milliseconds] + name.arguments)
    }

    package func settle(
        _ message: TakenMessage.Lease,
        as fate: MessageFate,
        at now: Timestamp
    ) async throws(StoreError) -> Bool {
        let (state, nextTry, fault) = fate.columns
        return try await committed { db in
            try db.cachedStatement(
                sql: """
                    UPDATE outbox SET state = ?, lease = NULL, next_try = coalesce(?, next_try),
                        fault = ?, settled = ?, is_told = 0, generation = generation + 1
                    WHERE partnership = ? AND key = ? AND generation = ? AND state = 1
                    """
            ).execute(
                arguments: [state.rawValue, nextTry?.milliseconds, fault, now.milliseconds]
                    + message.name.arguments + [message.generation]
            )
            guard db.changesCount == 1 else { return false }
            if nextTry == nil { try wipe(message.name, db) }
            return true
        }
    }

    package func releaseMessages(
        leasedBefore now: Timestamp
    ) async throws(StoreError) -> Int {
        try await committed { db in
            try db.cachedStatement(
                sql: """
                    UPDATE outbox SET state = 5, lease = NULL, next_try = :now, settled = :now,
                        fault = 'interrupted', is_told = 0, generation = generation + 1
                    WHERE state = 1 AND lease < :now
                    """
            ).execute(arguments: ["now": now.milliseconds])
            return db.changesCount
        }
    }

    package func untoldMessages(limit: Int) async throws(StoreError) -> [QueuedMessage] {
        try await reading { db in
            try Row.fetchAll(db, sql: OutboxSQL.untold, arguments: ["limit": limit])
                .map { try queuedMessage($0, db) }
        }
    }

    package func noteTold(_ lease: TakenMessage.Lease) async throws(StoreError) {
        try await committed { db in
            try db.execute(
                sql: """
                    UPDATE outbox SET is_told = 1 WHERE partnership = ? AND key = ? AND generation = ?
                    """,
                arguments: lease.name.arguments + [lease.generation]
            )
        }
    }

    package func messages(
        of partnership: PartnershipID,
        limit: Int
    ) async throws(StoreError) -> [QueuedMessage] {
        try await reading { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM outbox WHERE partnership = ?
                    ORDER BY not_before DESC, key LIMIT ?
                    """,
                arguments: [partnership.number, limit]
            ).map { try queuedMessage($0, db) }
        }
    }

    package func revocation(
        of key: String,
        of partnership: PartnershipID
    ) async throws(StoreError) -> MessageRevocation {
        try await reading { db in
            try revocation(of: try messageName(of: key, partnership, db), db)
        }
    }

    private func revocation(of name: MessageName, _ db: Database) throws -> MessageRevocation {
        let state = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT state FROM outbox WHERE partnership = ? AND key = ?"),
            arguments: name.arguments
        )
        return switch state.flatMap({ QueuedMessage.State(rawValue: $0) }) {
        case .queued: .revoked
        case .sending, .perhapsDelivered: .onItsWay
        case .delivered, .failed, .revoked, nil: .gone
        }
    }

    func revoke(
        _ key: String,
        of partnership: PartnershipID,
        _ db: Database
    ) throws -> MessageRevocation {
        let name = try messageName(of: key, partnership, db)
        let found = try revocation(of: name, db)
        if found == .gone { return found }
        try db.cachedStatement(
            sql: """
                UPDATE outbox SET state = 4, lease = NULL, is_told = 1, generation = generation + 1
                WHERE partnership = ? AND key = ?
                """
        ).execute(arguments: name.arguments)
        try wipe(name, db)
        return found
    }

    package func queueMessage(
        _ row: OutboxRow,
        of partnership: PartnershipID
    ) async throws(StoreError) {
        try await committed { db in try write(row, of: partnership, db) }
    }

    /// Queues a message, unless one was ever queued under its key.
    func write(_ row: OutboxRow, of partnership: PartnershipID, _ db: Database) throws {
        let name = try messageName(of: row.key, partnership, db)
        let key = try keys.keys(of: partnership, db).wrapping
        try db.cachedStatement(
            sql: """
                INSERT INTO outbox (partnership, key, not_before, next_try, sealed, sealed_about)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                """
        ).execute(
            arguments: name.arguments + [
                row.notBefore.milliseconds, row.notBefore.milliseconds,
                Data(Sealing.seal(row.body, with: key, boundTo: name.binding(""))),
                Data(Sealing.seal(row.about, with: key, boundTo: name.binding("about"))),
            ]
        )
    }

    /// What waited when a copy was made may have gone out since: in a store that is put back people decide what goes again.
    static func giveUpMessages(_ db: Database, at now: Timestamp) throws {
        try db.execute(
            sql: """
                UPDATE outbox SET state = 3, lease = NULL, fault = 'restored', settled = ?,
                    is_told = 0, generation = generation + 1, sealed = x''
                WHERE state IN (0, 1, 5)
                """,
            arguments: [now.milliseconds]
        )
    }

    /// The store overwrites what it deletes (`secure_delete`), so that a wiped body is in no free page.
    private func wipe(_ name: MessageName, _ db: Database) throws {
        try db.cachedStatement(
            sql: "UPDATE outbox SET sealed = x'' WHERE partnership = ? AND key = ?"
        ).execute(arguments: name.arguments)
    }

    private func messageName(
        of key: String,
        _ partnership: PartnershipID,
        _ db: Database
    ) throws -> MessageName {
        let search = try keys.keys(of: partnership, db).search
        return MessageName(
            partnership: partnership,
            bytes: search.token(of: Array("outbox \(key)".utf8))
        )
    }

    private func messageName(_ row: Row) throws -> MessageName {
        guard let partnership = PartnershipID(number: row["partnership"]) else {
            throw StoreError.altered(.init(stream: nil, version: nil, what: .row))
        }
        return MessageName(partnership: partnership, bytes: Array(row["key"] as Data))
    }

    private func queuedMessage(_ row: Row, _ db: Database) throws -> QueuedMessage {
        let name = try messageName(row)
        guard let state = QueuedMessage.State(rawValue: row["state"]) else {
            throw StoreError.altered(.init(stream: nil, version: nil, what: .row))
        }
        return QueuedMessage(
            lease: .init(name: name, generation: row["generation"]),
            state: state,
            notBefore: Timestamp(milliseconds: row["not_before"]),
            nextTry: Timestamp(milliseconds: row["next_try"]),
            attempts: row["attempts"],
            settled: (row["settled"] as Int64?).map { Timestamp(milliseconds: $0) },
            fault: row["fault"],
            about: try readable(row, name, db)
        )
    }

    /// What it is about; empty where its seal does not open, so that one such message hides no other.
    private func readable(_ row: Row, _ name: MessageName, _ db: Database) throws -> [UInt8] {
        do {
            return try open(row["sealed_about"], of: name, "about", db)
        } catch StoreError.altered {
            return []
        }
    }

    /// What is empty was wiped, or never there.
    private func open(
        _ sealed: Data,
        of name: MessageName,
        _ part: String,
        _ db: Database
    ) throws -> [UInt8] {
        if sealed.isEmpty { return [] }
        let key = try keys.keys(of: name.partnership, db).wrapping
        guard let bytes = Sealing.open(sealed, with: key, boundTo: name.binding(part)) else {
            throw StoreError.altered(
                .init(stream: EventStream(name.partnership), version: nil, what: .message)
            )
        }
        return bytes
    }
}

extension MessageName {
    fileprivate var arguments: StatementArguments { [partnership.number, Data(bytes)] }

    fileprivate func binding(_ part: String) -> [UInt8] { bytes + Array(part.utf8) }
}

extension MessageFate {
    /// A message without a next try is done with.
    fileprivate var columns: (state: QueuedMessage.State, nextTry: Timestamp?, fault: String?) {
        switch self {
        case .delivered: (.delivered, nil, nil)
        case .again(let time, let fault): (.queued, time, fault)
        case .perhapsDelivered(let time, let fault): (.perhapsDelivered, time, fault)
        case .failed(let fault): (.failed, nil, fault)
        }
    }
}

/// What is asked again and again, so that a test can look at how it is answered.
enum OutboxSQL {
    static let due = """
        SELECT * FROM outbox WHERE state IN (0, 5) AND next_try <= :now
        ORDER BY next_try, partnership, key LIMIT :limit
        """

    static let untold = """
        SELECT * FROM outbox WHERE is_told = 0 AND settled IS NOT NULL
        ORDER BY settled, partnership, key LIMIT :limit
        """
}
