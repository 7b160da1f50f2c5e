import Crypto
package import Partnerships

/// A file on its way into the store, a chunk at a time: no more than one is ever in memory.
package struct FileIntake: Sendable {
    package let key: FileKey
    private let store: any CaseStore
    private let begun: Timestamp
    private var pending: [UInt8] = []
    private var chunks = 0
    private var hash = SHA256()
    /// How many bytes have come.
    package private(set) var count = 0

    package init(_ key: FileKey, in store: any CaseStore, at now: Timestamp) {
        self.key = key
        self.store = store
        begun = now
    }

    /// Takes the next bytes; whole chunks go to the store once it is known that more follows.
    package mutating func take(_ bytes: [UInt8]) async throws(StoreError) {
        count += bytes.count
        hash.update(data: bytes)
        pending += bytes
        while pending.count > FileChunk.size {
            try await add(Array(pending.prefix(FileChunk.size)), isLast: false)
            pending.removeFirst(FileChunk.size)
        }
    }

    /// Writes what is left; returns the SHA-256 of the whole.
    package mutating func finish() async throws(StoreError) -> [UInt8] {
        try await add(pending, isLast: true)
        pending = []
        return Array(hash.finalize())
    }

    /// Takes away what was written of it.
    package func discard() async throws(StoreError) {
        try await store.discardFile(key)
    }

    private mutating func add(_ bytes: [UInt8], isLast: Bool) async throws(StoreError) {
        let chunk = FileChunk(number: chunks, isLast: isLast, bytes: bytes)
        try await store.addChunk(chunk, to: key, at: begun)
        chunks += 1
    }
}
