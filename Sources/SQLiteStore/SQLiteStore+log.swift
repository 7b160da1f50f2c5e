package import CaseStores
import Foundation
import GRDB
package import Partnerships

extension SQLiteStore: CaseStore {
    package func addPartnership(_ id: PartnershipID, name: String) async throws(StoreError) {
        let now = facts.made
        try await committed { db in
            let wrapping = keys.installation.wrapping
            let key = SealingKey()
            let head = keys.installation.signing.sign(
                id,
                acts: 0,
                head: Chain.start,
                recorded: now
            )
            let isThere = try Bool.fetchOne(
                db,
                sql: "SELECT EXISTS (SELECT 1 FROM partnership WHERE id = ?)",
                arguments: [id.number]
            )
            if isThere == true { throw StoreError.alreadyThere }
            try db.execute(
                sql: "INSERT INTO partnership VALUES (?, ?, ?, ?, 0, ?, ?, ?, 0, ?)",
                arguments: [
                    id.number,
                    Data(
                        Sealing.seal(
                            Array(name.utf8),
                            with: keys.account,
                            boundTo: Self.nameBinding(id)
                        )
                    ),
                    Data(
                        key.wrapped(
                            under: wrapping,
                            boundTo: KeyCache.binding("partnership", id)
                        )
                    ),
                    Data(
                        SealingKey().wrapped(
                            under: wrapping,
                            boundTo: KeyCache.binding("search", id)
                        )
                    ),
                    Data(Chain.start), now.milliseconds, head.signature, Data(Chain.start),
                ]
            )
        }
    }

    private static func nameBinding(_ id: PartnershipID) -> [UInt8] { Array("name \(id)".utf8) }

    package func partnerships() async throws(StoreError) -> [(id: PartnershipID, name: String)] {
        try await reading { db in
            try Row.fetchAll(db, sql: "SELECT id, sealed_name FROM partnership ORDER BY id")
                .map { row in
                    guard let id = PartnershipID(number: row[0]),
                        let name = Sealing.open(
                            row[1] as Data,
                            with: keys.account,
                            boundTo: Self.nameBinding(id)
                        )
                    else {
                        throw StoreError.altered(.init(stream: nil, version: nil, what: .row))
                    }
                    return (id, String(decoding: name, as: UTF8.self))
                }
        }
    }

    package func events(
        of stream: EventStream,
        after version: Int
    ) async throws(StoreError) -> [RecordedEvent] {
        try await reading { db in
            let rows = try Row.fetchCursor(
                db.cachedStatement(
                    sql: """
                        SELECT version, recorded, actor, generation, commitment, sealed FROM event
                        WHERE partnership = ? AND stream = ? AND version > ? ORDER BY version
                        """
                ),
                arguments: [stream.partnership.number, stream.number, version]
            )
            var events: [RecordedEvent] = []
            var expected = version + 1
            while let row = try rows.next() {
                let found: Int = row[0]
                guard found == expected else {
                    throw StoreError.altered(
                        .init(stream: stream, version: expected, what: .missing)
                    )
                }
                guard let sealed = SealedEvent(row, of: stream) else {
                    throw StoreError.altered(.init(stream: stream, version: found, what: .header))
                }
                let key = try keys.key(of: stream, generation: sealed.header.generation, db)
                guard let event = sealed.open(with: key) else {
                    throw StoreError.altered(.init(stream: stream, version: found, what: .payload))
                }
                events.append(event)
                expected += 1
            }
            return events
        }
    }

    package func version(of stream: EventStream) async throws(StoreError) -> Int {
        try await reading { db in
            try Int.fetchOne(
                db.cachedStatement(
                    sql: "SELECT version FROM stream WHERE partnership = ? AND number = ?"
                ),
                arguments: [stream.partnership.number, stream.number]
            ) ?? 0
        }
    }

    package func head(
        of partnership: PartnershipID,
        at now: Timestamp
    ) async throws(StoreError) -> SignedHead {
        try await reading { db in
            let row = try Row.fetchOne(
                db,
                sql: "SELECT acts, head FROM partnership WHERE id = ?",
                arguments: [partnership.number]
            )
            guard let row else { throw StoreError.unknownPartnership(partnership) }
            return keys.installation.signing.sign(
                partnership,
                acts: row[0],
                head: Array(row[1] as Data),
                recorded: now
            )
        }
    }
}

extension SQLiteStore {
    package func extract(
        of stream: EventStream,
        showing versions: Set<Int>,
        at now: Timestamp
    ) async throws(StoreError) -> StreamExtract {
        try await reading { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT version, recorded, actor, generation, commitment, sealed FROM event
                    WHERE partnership = ? AND stream = ? ORDER BY version
                    """,
                arguments: [stream.partnership.number, stream.number]
            )
            let extract = StreamExtract(
                of: rows.compactMap { SealedEvent($0, of: stream) },
                showing: versions,
                keys: { try? keys.key(of: stream, generation: $0, db) },
                signing: keys.installation.signing,
                at: now
            )
            // What does not prove itself leaves nobody's hands.
            guard let extract, extract.links.count == rows.count, extract.faults.isEmpty else {
                throw StoreError.altered(.init(stream: stream, version: nil, what: .payload))
            }
            return extract
        }
    }
}

extension SealedEvent {
    /// From the columns version, recorded, actor, generation, commitment and sealed; nil where a number is none of ours.
    init?(_ row: Row, of stream: EventStream) {
        guard let actor = Actor(id: row[2]) else { return nil }
        self.init(
            header: EventHeader(
                stream: stream,
                version: row[0],
                recorded: Timestamp(milliseconds: row[1]),
                actor: actor,
                generation: row[3]
            ),
            commitment: Array(row[4] as Data),
            sealed: Array(row[5] as Data)
        )
    }
}
