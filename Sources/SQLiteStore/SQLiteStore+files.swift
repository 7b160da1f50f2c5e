package import CaseStores
import Foundation
import GRDB
package import Partnerships

extension SQLiteStore {
    package func addChunk(
        _ chunk: FileChunk,
        to file: FileKey,
        at now: Timestamp
    ) async throws(StoreError) {
        try await committed { db in
            let stands = try stand(of: file, db)
            let place = StoreError.Place(stream: file.stream, version: chunk.number, what: .file)
            guard stands.chunks == chunk.number, !stands.isWhole else {
                throw StoreError.altered(place)
            }
            if chunk.number == 0 { try begin(file, stands.generation, now, db) }
            let key = try self.key(of: file, generation: stands.generation, db)
            let sealed = Sealing.seal(chunk.bytes, with: key, boundTo: file.binding(chunk))
            try db.cachedStatement(sql: "INSERT INTO file_chunk VALUES (?, ?, ?, ?, ?)")
                .execute(
                    arguments: file.arguments + [chunk.number, Data(sealed)]
                )
            try db.cachedStatement(
                sql: """
                    UPDATE file SET chunks = chunks + 1, size = size + ?, is_whole = ?
                    WHERE partnership = ? AND reference = ? AND document = ?
                    """
            ).execute(arguments: [chunk.bytes.count, chunk.isLast] + file.arguments)
        }
    }

    package func chunk(
        _ number: Int,
        of file: FileKey
    ) async throws(StoreError) -> FileChunk? {
        try await reading { db in
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT f.generation, f.chunks, c.sealed FROM file f
                        JOIN file_chunk c ON c.partnership = f.partnership
                            AND c.reference = f.reference AND c.document = f.document
                        WHERE f.partnership = ? AND f.reference = ? AND f.document = ?
                            AND f.is_adopted = 1 AND c.number = ?
                        """
                ),
                arguments: file.arguments + [number]
            )
            guard let row else { return nil }
            let key = try key(of: file, generation: row[0], db)
            let isLast = number == (row[1] as Int) - 1
            let expected = FileChunk(number: number, isLast: isLast, bytes: [])
            let opened = Sealing.open(
                row[2] as Data,
                with: key,
                boundTo: file.binding(expected)
            )
            guard let opened else {
                throw StoreError.altered(
                    .init(stream: file.stream, version: number, what: .file)
                )
            }
            return FileChunk(number: number, isLast: isLast, bytes: opened)
        }
    }

    package func discardFile(_ file: FileKey) async throws(StoreError) {
        try await committed { db in
            try db.execute(
                sql: """
                    DELETE FROM file WHERE partnership = ? AND reference = ? AND document = ?
                        AND is_adopted = 0
                    """,
                arguments: file.arguments
            )
        }
    }

    package func sweepFiles(begunBefore time: Timestamp) async throws(StoreError) -> Int {
        try await committed { db in
            try db.execute(
                sql: "DELETE FROM file WHERE is_adopted = 0 AND begun < ?",
                arguments: [time.milliseconds]
            )
            return db.changesCount
        }
    }

    /// Makes a whole file part of its case.
    func adopt(_ file: FileKey, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE file SET is_adopted = 1 WHERE partnership = ? AND reference = ?
                    AND document = ? AND is_whole = 1 AND is_adopted = 0
                """,
            arguments: file.arguments
        )
        guard db.changesCount == 1 else { throw StoreError.noSuchUpload }
    }

    /// Takes a file out of its case, with all its chunks.
    func drop(_ file: FileKey, _ db: Database) throws {
        try db.execute(
            sql: "DELETE FROM file WHERE partnership = ? AND reference = ? AND document = ?",
            arguments: file.arguments
        )
    }

    private func begin(
        _ file: FileKey,
        _ generation: Int,
        _ now: Timestamp,
        _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT INTO file VALUES (?, ?, ?, ?, ?, 0, 0, 0, 0)",
            arguments: file.arguments + [generation, now.milliseconds]
        )
    }

    private func stand(
        of file: FileKey,
        _ db: Database
    ) throws -> (chunks: Int, isWhole: Bool, generation: Int) {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT chunks, is_whole, generation FROM file
                WHERE partnership = ? AND reference = ? AND document = ?
                """,
            arguments: file.arguments
        )
        if let row { return (row[0], row[1], row[2]) }
        let generation = try Int.fetchOne(
            db,
            sql: "SELECT generation FROM stream WHERE partnership = ? AND number = ?",
            arguments: [file.partnership.number, file.reference.number]
        )
        guard let generation else {
            throw StoreError.altered(.init(stream: file.stream, version: nil, what: .missing))
        }
        return (0, false, generation)
    }

    private func key(of file: FileKey, generation: Int, _ db: Database) throws -> SealingKey {
        try keys.key(of: file.stream, generation: generation, db)
            .derived(for: "file", file.document.number)
    }
}

extension FileKey {
    var stream: EventStream { EventStream(partnership, reference) }

    fileprivate var arguments: StatementArguments {
        [partnership.number, reference.number, document.number]
    }

    /// Binds a chunk to its file, its place, and whether anything follows it.
    fileprivate func binding(_ chunk: FileChunk) -> [UInt8] {
        Array("file \(document) \(chunk.number) \(chunk.isLast ? "last" : "more")".utf8)
    }
}
