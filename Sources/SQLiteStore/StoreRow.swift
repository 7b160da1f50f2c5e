import CaseStores
import Foundation
import GRDB
import Partnerships

/// The one row that says which store this is, and holds the keys of the accounts.
struct StoreRow {
    let id: [UInt8]
    let facts: SQLiteStore.Facts
    let keyCheck: [UInt8]
    let wrappedAccountKey: Data
    let wrappedLookupKey: Data

    static func insert(
        _ db: Database,
        keys: InstallationKeys,
        isDemonstration: Bool,
        now: Timestamp
    ) throws {
        let id = Array(SealingKey().bytes.prefix(16))
        try db.execute(
            sql: """
                INSERT INTO store (one, id, made, is_demonstration, restored, key_check,
                    wrapped_account_key, wrapped_lookup_key)
                VALUES (1, ?, ?, ?, NULL, ?, ?, ?)
                """,
            arguments: [
                Data(id), now.milliseconds, isDemonstration,
                Data(keys.wrapping.token(of: id)),
                Data(SealingKey().wrapped(under: keys.wrapping, boundTo: binding("account"))),
                Data(SealingKey().wrapped(under: keys.wrapping, boundTo: binding("lookup"))),
            ]
        )
    }

    static func read(_ db: Database) throws -> StoreRow {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM store") else {
            throw StoreError.altered(.init(stream: nil, version: nil, what: .row))
        }
        let restored: Int64? = row["restored"]
        return StoreRow(
            id: Array(row["id"] as Data),
            facts: SQLiteStore.Facts(
                isDemonstration: row["is_demonstration"],
                made: Timestamp(milliseconds: row["made"]),
                restored: restored.map { Timestamp(milliseconds: $0) }
            ),
            keyCheck: Array(row["key_check"] as Data),
            wrappedAccountKey: row["wrapped_account_key"],
            wrappedLookupKey: row["wrapped_lookup_key"]
        )
    }

    static func binding(_ purpose: String) -> [UInt8] { Array("sightline \(purpose) key".utf8) }
}
