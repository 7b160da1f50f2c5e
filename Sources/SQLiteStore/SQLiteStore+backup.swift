package import CaseStores
import Foundation
import GRDB
package import Partnerships

/// A copy of a store: the file without the keys of cases, and those, still wrapped, in a file of their own.
///
/// Without the installation's keys, which are in neither, both are noise; and a case whose key is destroyed in the file
/// of keys is destroyed in every copy of the other.
package enum Backup {
    package static let storeFile = SQLiteStore.fileName
    package static let keysFile = "case-keys.json"

    struct WrappedKey: Codable {
        let partnership: Int64
        let stream: Int64
        let generation: Int
        let wrapped: Data
    }
}

extension SQLiteStore {
    /// Writes a consistent copy while others go on writing.
    ///
    /// - Throws: `StoreError.alreadyThere` where the folder holds anything.
    package func backUp(to folder: String) throws(StoreError) {
        try attempt {
            try Self.makeEmpty(folder)
            let path = "\(folder)/\(Backup.storeFile)"
            let copy = try DatabaseQueue(path: path)
            try pool.backup(to: copy)
            let wrapped = try copy.writeWithoutTransaction { db in
                let rows = try Row.fetchAll(db, sql: "SELECT * FROM stream_key")
                // Deleted rows are written over, and the copy stands by itself.
                try db.execute(
                    sql: """
                        PRAGMA secure_delete = ON;
                        DELETE FROM stream_key;
                        PRAGMA journal_mode = DELETE;
                        VACUUM;
                        """
                )
                return rows.map {
                    Backup.WrappedKey(
                        partnership: $0[0],
                        stream: $0[1],
                        generation: $0[2],
                        wrapped: $0[3]
                    )
                }
            }
            try copy.close()
            let data = try JSONEncoder().encode(wrapped)
            try data.write(to: URL(fileURLWithPath: "\(folder)/\(Backup.keysFile)"))
            for file in [Backup.storeFile, Backup.keysFile] {
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o600],
                    ofItemAtPath: "\(folder)/\(file)"
                )
            }
        }
    }

    /// Puts a backup back into an empty folder, marks it as restored for ever, and opens it.
    package static func restore(
        from backup: String,
        into folder: String,
        keys: InstallationKeys,
        now: Timestamp
    ) throws(StoreError) -> SQLiteStore {
        try attempt { try makeEmpty(folder) }
        do {
            return try attempt {
                try putBack(backup, into: folder, now)
                let store = try open(in: folder, keys: keys)
                try store.pool.write { try giveUpMessages($0, at: now) }
                return store
            }
        } catch {
            // What was not put back whole is not left behind to be taken for a store.
            for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
                try? FileManager.default.removeItem(atPath: "\(folder)/\(file)")
            }
            throw error
        }
    }

    private static func putBack(_ backup: String, into folder: String, _ now: Timestamp) throws {
        try FileManager.default.copyItem(
            atPath: "\(backup)/\(Backup.storeFile)",
            toPath: file(in: folder)
        )
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(backup)/\(Backup.keysFile)"))
        let wrapped = try JSONDecoder().decode([Backup.WrappedKey].self, from: data)
        let queue = try DatabaseQueue(path: file(in: folder))
        try queue.write { db in
            for key in wrapped {
                try db.execute(
                    sql: "INSERT INTO stream_key VALUES (?, ?, ?, ?)",
                    arguments: [key.partnership, key.stream, key.generation, key.wrapped]
                )
            }
            try db.execute(sql: "UPDATE store SET restored = ?", arguments: [now.milliseconds])
            // Whoever was signed in when the copy was made is not signed in now.
            try db.execute(
                sql: "DELETE FROM session; DELETE FROM invitation; DELETE FROM seat_session;"
            )
        }
        try queue.close()
    }

    private static func makeEmpty(_ folder: String) throws {
        umask(0o077)
        let manager = FileManager.default
        if let found = try? manager.contentsOfDirectory(atPath: folder) {
            guard found.isEmpty else { throw StoreError.alreadyThere }
            return
        }
        try manager.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }
}
