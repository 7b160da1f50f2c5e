import CaseStores
import Foundation
import GRDB
import Testing

@testable import SQLiteStore

@Suite("The shape of the store")
struct SchemaTests {
    /// SHA-256 of each step as it shipped: a step is never changed, only followed by another.
    private static let shipped = [
        "1":
            "8dfa88eb6d3fbdb99c2703af446a7e9f9571dddcdd925a287e08a68bcde1e68e",
        "2":
            "520344f3f1720589fcdf0cc20c97d93091d4d9e09f54cfba8157f06424bac665",
        "3":
            "6618fc0ae69a89de43c234f988f9608550ca411d34c5ea8ec3ed8637e6dc58c9",
        "4":
            "4046a11332826d95186b184a35f424370ad50d5bf22c1452435803579ef606e0",
        "5":
            "38371c72402a1bf238f62b030e4aaa9001a25a37dd4b40d6b8dc67656e7eb5d1",
    ]

    @Test func `a step that has shipped is as it was`() {
        let sums = Dictionary(
            uniqueKeysWithValues: Migrations.all.map {
                ($0.name, EditionHash.text(EditionHash.of(Array($0.sql.utf8))))
            }
        )
        #expect(sums == Self.shipped)
    }

    @Test func `writes wait for the disk, and nothing is left in temporary files`() async throws {
        let made = try await StoreMaker.sqlite.make()
        let settings = try await made.sqlite.pool.read { db in
            try ["journal_mode", "synchronous", "temp_store", "foreign_keys", "secure_delete"]
                .map { try String.fetchOne(db, sql: "PRAGMA \($0)") ?? "" }
        }
        #expect(settings == ["wal", "2", "2", "1", "1"])
    }

    @Test func `every table is strict`() async throws {
        let made = try await StoreMaker.sqlite.make()
        let loose = try await made.sqlite.pool.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
                        AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'
                    """
            )
        }
        #expect(loose == [])
    }

    @Test(arguments: [
        ("cases", ListSQL.cases), ("count", ListSQL.caseCount), ("due items", ListSQL.dueItems),
        ("due messages", OutboxSQL.due), ("untold messages", OutboxSQL.untold),
    ])
    func `lists go by key: nothing is read through, nothing is sorted`(
        name: String,
        sql: String
    ) async throws {
        let plan = try await plan(of: sql)
        #expect(!plan.isEmpty)
        for line in plan {
            // What is counted is counted from a few rows found by key.
            let isCounting = line.hasPrefix("CO-ROUTINE ") || line.hasPrefix("SCAN (subquery")
            #expect(line.hasPrefix("SEARCH ") || isCounting, "\(name): \(line)")
        }
    }

    @Test func `a search finds its words by key`() async throws {
        let plan = try await plan(of: ListSQL.search(words: 2))
        for line in plan where line.contains("search_token") || line.contains("case_") {
            #expect(line.hasPrefix("SEARCH "), "\(line)")
        }
        for table in ["search_token", "m", "s"] {
            #expect(plan.contains { $0.hasPrefix("SEARCH \(table) ") }, "\(table): \(plan)")
        }
    }

    private func plan(of sql: String) async throws -> [String] {
        let made = try await StoreMaker.sqlite.make()
        return try await made.sqlite.pool.read { db in
            // Which values are asked for does not matter to the plan.
            let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
            let names = sql.matches(of: /:([a-zA-Z]+[0-9]*)/).map { String($0.1) }
            let values = names.map { ($0, 1 as (any DatabaseValueConvertible)?) }
            return try Row.fetchAll(
                statement,
                arguments: StatementArguments(Dictionary(values) { first, _ in first })
            ).map { $0["detail"] as String }
        }
    }
}
