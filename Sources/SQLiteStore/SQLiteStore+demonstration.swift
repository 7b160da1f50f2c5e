package import CaseStores
import GRDB

extension SQLiteStore {
    /// How many milliseconds the clock of a demonstration is ahead; 0 for any other store.
    package func demonstrationClock() async throws(StoreError) -> Int64 {
        guard facts.isDemonstration else { return 0 }
        return try await reading { db in
            try Int64.fetchOne(db, sql: "SELECT clock_ahead FROM store") ?? 0
        }
    }

    /// Sets the clock of a demonstration; no other store has one.
    package func setDemonstrationClock(_ milliseconds: Int64) async throws(StoreError) {
        precondition(facts.isDemonstration, "only a demonstration has a clock to be set")
        try await committed { db in
            try db.execute(sql: "UPDATE store SET clock_ahead = ?", arguments: [milliseconds])
        }
    }
}
