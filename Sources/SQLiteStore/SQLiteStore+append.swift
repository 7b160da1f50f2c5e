package import CaseStores
import Foundation
import GRDB
import Partnerships

extension SQLiteStore {
    package func append(_ act: Act) async throws(StoreError) -> ActReceipt {
        do {
            return try await committed { db in
                do {
                    return try write(act, db)
                } catch {
                    forgetKeys(of: act)
                    throw error
                }
            }
        } catch {
            forgetKeys(of: act)
            throw error
        }
    }

    /// A key made for an act that was not written is no stream's key.
    private func forgetKeys(of act: Act) {
        for append in act.appends { keys.forget(EventStream(act.partnership, append.reference)) }
    }

    /// Does the work in a transaction that it shares with others; back when it is on the disk.
    func committed<Value: Sendable>(
        _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            let value = try await commits.commit { try work($0) }
            guard let value = value as? Value else {
                preconditionFailure("a commit returns what its work returned")
            }
            return value
        } catch {
            throw storeError(error)
        }
    }

    func reading<Value: Sendable>(
        _ body: @escaping @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            return try await pool.read { try body($0) }
        } catch {
            throw storeError(error)
        }
    }

    private func write(_ act: Act, _ db: Database) throws -> ActReceipt {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT acts, head FROM partnership WHERE id = ?"),
            arguments: [act.partnership.number]
        )
        guard let row else { throw StoreError.unknownPartnership(act.partnership) }
        let number: Int = row["acts"] + 1
        var links: [(stream: EventStream, version: Int, link: [UInt8])] = []
        for expected in act.expects { try check(expected, of: act, db) }
        for append in act.appends {
            links += try write(append, of: act, number: number, db)
        }
        links.sort { ($0.stream.number, $0.version) < ($1.stream.number, $1.version) }
        let head = Chain.head(after: Array(row["head"] as Data), act: number, links: links)
        let signed = keys.installation.signing.sign(
            act.partnership,
            acts: number,
            head: head,
            recorded: act.recorded
        )
        try db.cachedStatement(
            sql: "UPDATE partnership SET acts = ?, head = ?, signed = ?, signature = ? WHERE id = ?"
        ).execute(arguments: [
            number, Data(head), act.recorded.milliseconds, signed.signature, act.partnership.number,
        ])
        for row in act.cases { try write(row, of: act, db) }
        for revoked in act.revokes {
            let found = try revoke(revoked.key, of: act.partnership, db)
            guard found == revoked.found else { throw StoreError.messageMoved }
        }
        for row in act.outbox { try write(row, of: act.partnership, db) }
        for file in act.adopts { try adopt(file, db) }
        for file in act.discards { try drop(file, db) }
        for link in act.links { try write(link, db) }
        return ActReceipt(act: number, head: head)
    }

    private func check(_ expected: Act.Expectation, of act: Act, _ db: Database) throws {
        let stream = EventStream(act.partnership, expected.reference)
        let version =
            try Int.fetchOne(
                db.cachedStatement(
                    sql: "SELECT version FROM stream WHERE partnership = ? AND number = ?"
                ),
                arguments: [stream.partnership.number, stream.number]
            ) ?? 0
        guard version == expected.version else {
            throw StoreError.versionConflict(
                stream,
                expected: expected.version,
                actual: version
            )
        }
    }

    private func write(
        _ append: Act.Append,
        of act: Act,
        number: Int,
        _ db: Database
    ) throws -> [(stream: EventStream, version: Int, link: [UInt8])] {
        let stream = EventStream(act.partnership, append.reference)
        let (version, link, generation) = try place(of: stream, db)
        guard version == append.after else {
            throw StoreError.versionConflict(stream, expected: append.after, actual: version)
        }
        let key = try keys.key(of: stream, generation: generation, db)
        let insert = try db.cachedStatement(
            sql: "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        var chain = link
        var links: [(stream: EventStream, version: Int, link: [UInt8])] = []
        for (place, payload) in append.payloads.enumerated() {
            let header = EventHeader(
                stream: stream,
                version: version + place + 1,
                recorded: act.recorded,
                actor: act.actor,
                generation: generation
            )
            let event = SealedEvent(payload, at: header, with: key)
            chain = event.chained(after: chain)
            links.append((stream, header.version, chain))
            try insert.execute(arguments: [
                stream.partnership.number, stream.number, header.version,
                header.recorded.milliseconds, header.actor.id, generation, number,
                Data(event.commitment), Data(chain), Data(event.sealed),
            ])
        }
        try db.cachedStatement(
            sql: "UPDATE stream SET version = ?, chain = ? WHERE partnership = ? AND number = ?"
        ).execute(arguments: [
            version + append.payloads.count, Data(chain), stream.partnership.number, stream.number,
        ])
        return links
    }

    /// Where a stream stands; one that is not there begins here, with a key of its own.
    private func place(
        of stream: EventStream,
        _ db: Database
    ) throws -> (version: Int, chain: [UInt8], generation: Int) {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT version, chain, generation FROM stream
                    WHERE partnership = ? AND number = ?
                    """
            ),
            arguments: [stream.partnership.number, stream.number]
        )
        if let row { return (row["version"], Array(row["chain"] as Data), row["generation"]) }
        try db.execute(
            sql: "INSERT INTO stream VALUES (?, ?, 0, ?, 1)",
            arguments: [stream.partnership.number, stream.number, Data(Chain.start)]
        )
        try addKey(of: stream, generation: 1, db)
        return (0, Chain.start, 1)
    }

    func addKey(of stream: EventStream, generation: Int, _ db: Database) throws {
        let partnership = try keys.keys(of: stream.partnership, db)
        let wrapped = SealingKey().wrapped(
            under: partnership.wrapping,
            boundTo: KeyCache.binding(stream, generation)
        )
        try db.execute(
            sql: "INSERT INTO stream_key VALUES (?, ?, ?, ?)",
            arguments: [stream.partnership.number, stream.number, generation, Data(wrapped)]
        )
    }
}
