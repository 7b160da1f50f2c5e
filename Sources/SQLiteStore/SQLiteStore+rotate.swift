package import CaseStores
import Foundation
import GRDB
import Partnerships

extension SQLiteStore {
    /// Wraps every key of partnerships and accounts under another installation key, all or none; and gives every stream a new
    /// generation, so that what is recorded from now on is sealed with a key that nobody has had.
    ///
    /// The store is to be opened anew with the other key.
    package func rotateKeys(to key: SealingKey) async throws(StoreError) {
        try await committed { db in
            try rewrapStore(to: key, db)
            let ids = try Int64.fetchAll(db, sql: "SELECT id FROM partnership")
            for id in ids.compactMap({ PartnershipID(number: $0) }) {
                try rewrap(id, to: key, db)
            }
            try addGenerations(db)
        }
    }

    private func rewrapStore(to key: SealingKey, _ db: Database) throws {
        let id = try StoreRow.read(db).id
        let account = keys.account.wrapped(under: key, boundTo: StoreRow.binding("account"))
        let lookup = keys.lookup.wrapped(under: key, boundTo: StoreRow.binding("lookup"))
        try db.execute(
            sql: """
                UPDATE store SET key_check = ?, wrapped_account_key = ?, wrapped_lookup_key = ?
                """,
            arguments: [Data(key.token(of: id)), Data(account), Data(lookup)]
        )
    }

    private func rewrap(_ id: PartnershipID, to key: SealingKey, _ db: Database) throws {
        let own = try keys.keys(of: id, db)
        let wrapping = own.wrapping.wrapped(
            under: key,
            boundTo: KeyCache.binding("partnership", id)
        )
        let search = own.search.wrapped(under: key, boundTo: KeyCache.binding("search", id))
        try db.execute(
            sql: "UPDATE partnership SET wrapped_key = ?, wrapped_search_key = ? WHERE id = ?",
            arguments: [Data(wrapping), Data(search), id.number]
        )
    }

    private func addGenerations(_ db: Database) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT partnership, number, generation FROM stream")
        for row in rows {
            guard let partnership = PartnershipID(number: row[0]),
                let stream = EventStream(partnership: partnership, number: row[1])
            else { throw StoreError.altered(.init(stream: nil, version: nil, what: .row)) }
            let generation = (row[2] as Int) + 1
            try addKey(of: stream, generation: generation, db)
            try db.execute(
                sql: "UPDATE stream SET generation = ? WHERE partnership = ? AND number = ?",
                arguments: [generation, partnership.number, stream.number]
            )
        }
    }
}
