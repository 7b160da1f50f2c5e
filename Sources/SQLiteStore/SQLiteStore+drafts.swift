package import CaseStores
import Foundation
import GRDB
import Partnerships

extension SQLiteStore {
    package func draft(_ key: DraftKey) async throws(StoreError) -> Draft? {
        try await reading { db in try read(key, db) }
    }

    package func saveDraft(
        _ key: DraftKey,
        _ bytes: [UInt8],
        over version: Int
    ) async throws(StoreError) -> DraftOutcome {
        try await committed { db in
            let standing = try read(key, db)
            if let standing, standing.version != version { return .overtaken(standing) }
            if standing == nil, version != 0 {
                // It was sent or thrown away meanwhile; what was typed begins a new draft.
                return .saved(version: try write(key, bytes, version: 1, db))
            }
            return .saved(version: try write(key, bytes, version: version + 1, db))
        }
    }

    private func write(
        _ key: DraftKey,
        _ bytes: [UInt8],
        version: Int,
        _ db: Database
    ) throws -> Int {
        let sealed = Sealing.seal(
            bytes,
            with: try keys.keys(of: key.partnership, db).wrapping.derived(for: "draft"),
            boundTo: key.binding(version)
        )
        try db.execute(
            sql: "INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                key.partnership.number, key.reference.number, key.document.number, key.section,
                version, Data(sealed),
            ]
        )
        return version
    }

    private func read(_ key: DraftKey, _ db: Database) throws -> Draft? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT version, sealed FROM draft
                WHERE partnership = ? AND reference = ? AND document = ? AND section = ?
                """,
            arguments: [
                key.partnership.number, key.reference.number, key.document.number, key.section,
            ]
        )
        guard let row else { return nil }
        let version: Int = row[0]
        let sealing = try keys.keys(of: key.partnership, db).wrapping.derived(for: "draft")
        let binding = key.binding(version)
        guard let bytes = Sealing.open(row[1] as Data, with: sealing, boundTo: binding) else {
            throw StoreError.altered(
                .init(
                    stream: EventStream(key.partnership, key.reference),
                    version: version,
                    what: .draft
                )
            )
        }
        return Draft(version: version, bytes: bytes)
    }

    // Looks

    package func recordLook(_ look: Look) async throws(StoreError) {
        try await committed { db in
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT looks, look_head FROM partnership WHERE id = ?"),
                arguments: [look.partnership.number]
            )
            guard let row else { throw StoreError.unknownPartnership(look.partnership) }
            let number: Int = row[0] + 1
            let header = Self.lookHeader(look, number)
            let key = try keys.keys(of: look.partnership, db).wrapping.derived(for: "look")
            let sealed = Sealing.seal(Array(look.what.utf8), with: key, boundTo: header)
            let chain = Data(Chain.look(after: Array(row[1] as Data), header, sealed))
            try db.cachedStatement(sql: "INSERT INTO look VALUES (?, ?, ?, ?, ?, ?, ?)")
                .execute(arguments: [
                    look.partnership.number, number, look.recorded.milliseconds,
                    look.person.number, look.reference?.number ?? -1, chain, Data(sealed),
                ])
            try db.cachedStatement(
                sql: "UPDATE partnership SET looks = ?, look_head = ? WHERE id = ?"
            ).execute(arguments: [number, chain, look.partnership.number])
        }
    }

    static func lookHeader(_ look: Look, _ number: Int) -> [UInt8] {
        Array(
            """
            look \(look.partnership) \(number) \(look.recorded.milliseconds) \(look.person) \
            \(look.reference?.number ?? -1)
            """.utf8
        )
    }

    package func looks(_ query: LookQuery) async throws(StoreError) -> [Look] {
        try await reading { db in
            let (column, value): (String, Int64) =
                switch query.of {
                case .caseFile(let reference): ("reference", reference.number)
                case .person(let person): ("person", person.number)
                }
            return try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT number, recorded, person, reference, sealed FROM look
                        WHERE partnership = ? AND \(column) = ? ORDER BY number DESC LIMIT ?
                        """
                ),
                arguments: [query.partnership.number, value, query.limit]
            ).map { try look($0, query.partnership, db) }
        }
    }

    func look(_ row: Row, _ partnership: PartnershipID, _ db: Database) throws -> Look {
        let place = StoreError.Place(stream: EventStream(partnership), version: row[0], what: .look)
        guard let person = PersonID(number: row[2]) else { throw StoreError.altered(place) }
        var look = Look(
            partnership: partnership,
            reference: CaseReference(number: row[3]),
            person: person,
            recorded: Timestamp(milliseconds: row[1]),
            what: ""
        )
        let key = try keys.keys(of: partnership, db).wrapping.derived(for: "look")
        let header = Self.lookHeader(look, row[0])
        guard let what = Sealing.open(row[4] as Data, with: key, boundTo: header) else {
            throw StoreError.altered(place)
        }
        look = Look(
            partnership: partnership,
            reference: look.reference,
            person: person,
            recorded: look.recorded,
            what: String(decoding: what, as: UTF8.self)
        )
        return look
    }

    // Editions

    package func keepEdition(_ bytes: [UInt8]) async throws(StoreError) -> String {
        let hash = EditionHash.of(bytes)
        try await committed { db in
            try db.execute(
                sql: "INSERT INTO edition VALUES (?, ?) ON CONFLICT DO NOTHING",
                arguments: [Data(hash), Data(bytes)]
            )
        }
        return EditionHash.text(hash)
    }

    package func edition(_ hash: String) async throws(StoreError) -> [UInt8]? {
        guard let wanted = EditionHash.bytes(hash) else { return nil }
        let found = try await reading { db in
            try Data.fetchOne(
                db,
                sql: "SELECT bytes FROM edition WHERE hash = ?",
                arguments: [Data(wanted)]
            )
        }
        guard let found else { return nil }
        guard EditionHash.of(Array(found)) == wanted else {
            throw .altered(.init(stream: nil, version: nil, what: .row))
        }
        return Array(found)
    }
}

extension DraftKey {
    func binding(_ version: Int) -> [UInt8] {
        Array("draft \(partnership) \(reference.path) \(document) \(section) \(version)".utf8)
    }
}
