package import CaseStores
import Foundation
import GRDB
package import Partnerships

/// The store in one file of SQLite, with a log ahead of it.
package struct SQLiteStore: Sendable {
    let pool: DatabasePool
    let commits: GroupCommit
    let keys: KeyCache
    package let facts: Facts

    /// What a store is, for ever.
    package struct Facts: Hashable, Sendable {
        package let isDemonstration: Bool
        package let made: Timestamp
        /// When it was put back from a backup; nil where it never was.
        package let restored: Timestamp?
    }

    package static let fileName = "store.sqlite"

    package static func file(in folder: String) -> String { "\(folder)/\(fileName)" }

    /// Whether a store has been made in a folder.
    package static func exists(in folder: String) -> Bool {
        FileManager.default.fileExists(atPath: file(in: folder))
    }

    /// Makes a store in a folder where there is none.
    package static func make(
        in folder: String,
        keys: InstallationKeys,
        isDemonstration: Bool,
        now: Timestamp
    ) throws(StoreError) -> SQLiteStore {
        if exists(in: folder) { throw .alreadyThere }
        return try attempt {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let pool = try openPool(folder)
            try pool.write { db in
                try StoreRow.insert(db, keys: keys, isDemonstration: isDemonstration, now: now)
            }
            return try SQLiteStore(pool: pool, keys: keys)
        }
    }

    /// Opens the store of a folder.
    ///
    /// - Throws: `StoreError.wrongKey` where these are another store's keys.
    package static func open(
        in folder: String,
        keys: InstallationKeys
    ) throws(StoreError) -> SQLiteStore {
        guard exists(in: folder) else { throw .unreachable("there is no store in \(folder)") }
        return try attempt { try SQLiteStore(pool: try openPool(folder), keys: keys) }
    }

    private init(pool: DatabasePool, keys: InstallationKeys) throws {
        self.pool = pool
        commits = GroupCommit(pool: pool)
        let row = try pool.read { try StoreRow.read($0) }
        self.keys = try KeyCache(installation: keys, row: row)
        facts = row.facts
    }

    /// Everything is written by then.
    package func close() throws(StoreError) {
        try attempt { try pool.close() }
    }

    private static func openPool(_ folder: String) throws -> DatabasePool {
        // Every file of the store is its owner's alone, the log ahead of it too.
        umask(0o077)
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA synchronous = FULL;
                    PRAGMA temp_store = MEMORY;
                    PRAGMA foreign_keys = ON;
                    PRAGMA secure_delete = ON;
                    """
            )
        }
        let pool = try DatabasePool(path: file(in: folder), configuration: configuration)
        try migrate(pool)
        return pool
    }

    private static func migrate(_ pool: DatabasePool) throws {
        var migrator = DatabaseMigrator()
        for (name, sql) in Migrations.all {
            migrator.registerMigration(name) { try $0.execute(sql: sql) }
        }
        let (found, isNewer) = try pool.read { db in
            (try migrator.appliedIdentifiers(db).count, try migrator.hasBeenSuperseded(db))
        }
        if isNewer {
            throw StoreError.newerSchema(found: found, known: Migrations.all.count)
        }
        try migrator.migrate(pool)
    }
}

/// Does something with the file; what goes wrong in SQLite or the system is told without any of the data.
func attempt<Value>(_ body: () throws -> Value) throws(StoreError) -> Value {
    do {
        return try body()
    } catch {
        throw storeError(error)
    }
}

func storeError(_ error: any Error) -> StoreError {
    switch error {
    case let error as StoreError: error
    case let error as DatabaseError: .unreachable("SQLite result \(error.extendedResultCode)")
    default: .unreachable("the file could not be read or written")
    }
}
