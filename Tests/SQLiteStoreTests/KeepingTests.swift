import CaseStores
import Foundation
import GRDB
import Partnerships
import SQLiteStore
import TestSupport
import Testing

@Suite("Backups, other keys, files and accounts")
struct KeepingTests {
    let stream = EventStream(.marlshire, "4qx-7md")
    let file = FileKey(partnership: .marlshire, reference: "4qx-7md", document: 5)

    @Test func `a backup is put back whole, marked, and verified`() async throws {
        let made = try await caseWithTwoEvents()
        let (backup, place) = (try TemporaryFolder(), try TemporaryFolder())
        try made.sqlite.backUp(to: backup.path)
        let head = try await made.store.head(of: .marlshire, at: .monday)
        _ = try await made.store.append(.of(["after the backup"], after: 2))
        let restored = try SQLiteStore.restore(
            from: backup.path,
            into: place.path,
            keys: made.keys,
            now: .monday
        )
        #expect(restored.facts.restored == .monday)
        #expect(try await restored.verify(against: [head]) == [])
        let events = try await restored.events(of: stream, after: 0)
        #expect(events.map { String(decoding: $0.payload, as: UTF8.self) } == ["a", "b"])
        let newer = try await made.store.head(of: .marlshire, at: .monday)
        #expect(
            try await restored.verify(against: [newer])
                == [StoreFinding(partnership: .marlshire, what: .shorter(byActs: 1))]
        )
    }

    @Test func `messages that waited when the copy was made do not go out of a store put back`()
        async throws
    {
        let made = try await caseWithTwoEvents()
        let row = OutboxRow(key: "a", notBefore: .monday, body: [1], about: [2])
        _ = try await made.store.append(.of(["queued"], after: 2, outbox: [row]))
        let (backup, place) = (try TemporaryFolder(), try TemporaryFolder())
        try made.sqlite.backUp(to: backup.path)
        let restored = try SQLiteStore.restore(
            from: backup.path,
            into: place.path,
            keys: made.keys,
            now: .monday
        )
        #expect(
            try await restored.takeMessages(dueAt: .monday, until: .monday, limit: 9).isEmpty
        )
        let untold = try await restored.untoldMessages(limit: 9)
        #expect(untold.map(\.state) == [.failed])
        #expect(untold.map(\.fault) == ["restored"])
        #expect(untold.map(\.about) == [[2]])
    }

    @Test func `nobody of an agency is signed in to a store put back`() async throws {
        let made = try await caseWithTwoEvents()
        let token = [UInt8](repeating: 7, count: 32)
        let session = StoredSeatSession(
            key: SeatKey(partnership: .marlshire, reference: "4qx-7md", seat: 30),
            ends: .monday.advanced(byHours: 12),
            record: [1]
        )
        try await made.links.saveSeatSession(session, token: token)
        let (backup, place) = (try TemporaryFolder(), try TemporaryFolder())
        try made.sqlite.backUp(to: backup.path)
        let restored = try SQLiteStore.restore(
            from: backup.path,
            into: place.path,
            keys: made.keys,
            now: .monday
        )
        #expect(try await made.links.seatSession(token) == session)
        #expect(try await restored.seatSession(token) == nil)
    }

    @Test func `neither file of a backup opens a case without the installation's keys`()
        async throws
    {
        let made = try await caseWithTwoEvents()
        let backup = try TemporaryFolder()
        try made.sqlite.backUp(to: backup.path)
        let copy = try DatabaseQueue(path: "\(backup.path)/\(Backup.storeFile)")
        let keysLeft = try await copy.read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM stream_key")
        }
        #expect(keysLeft == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: backup.path).sorted()
        #expect(files.filter { !$0.hasPrefix(Backup.storeFile) } == [Backup.keysFile])
        #expect(throws: StoreError.wrongKey) {
            try SQLiteStore.restore(
                from: backup.path,
                into: try TemporaryFolder().path,
                keys: InstallationKeys(),
                now: .monday
            )
        }
    }

    @Test func `a backup is written into, and put back into, empty folders only`() async throws {
        let made = try await caseWithTwoEvents()
        #expect(throws: StoreError.alreadyThere) { try made.sqlite.backUp(to: made.folder.path) }
        let backup = try TemporaryFolder()
        try made.sqlite.backUp(to: backup.path)
        #expect(throws: StoreError.alreadyThere) {
            try SQLiteStore.restore(
                from: backup.path,
                into: made.folder.path,
                keys: made.keys,
                now: .monday
            )
        }
    }

    @Test func `under another installation key everything opens, and the old one opens nothing`()
        async throws
    {
        let made = try await caseWithTwoEvents()
        let other = InstallationKeys(wrapping: SealingKey(), signing: made.keys.signing)
        try await made.sqlite.rotateKeys(to: other.wrapping)
        #expect(throws: StoreError.wrongKey) {
            try SQLiteStore.open(in: made.folder.path, keys: made.keys)
        }
        let reopened = try SQLiteStore.open(in: made.folder.path, keys: other)
        _ = try await reopened.append(.of(["c"], after: 2))
        let events = try await reopened.events(of: stream, after: 0)
        #expect(events.map(\.header.generation) == [1, 1, 2])
        #expect(try await reopened.partnerships().map(\.name) == ["Marlshire and Portwell"])
        #expect(try await reopened.verify() == [])
    }

    @Test(arguments: StoreMaker.allCases)
    func `a file is there for its case once an act adopts it`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        _ = try await made.store.append(.of(["a"], after: 0))
        let chunks = [
            FileChunk(number: 0, isLast: false, bytes: Array(repeating: 7, count: 1000)),
            FileChunk(number: 1, isLast: true, bytes: [8]),
        ]
        for chunk in chunks { try await made.store.addChunk(chunk, to: file, at: .monday) }
        #expect(try await made.store.chunk(0, of: file) == nil)
        _ = try await made.store.append(adopting())
        for chunk in chunks {
            #expect(try await made.store.chunk(chunk.number, of: file) == chunk)
        }
        #expect(try await made.store.chunk(2, of: file) == nil)
        let swept = try await made.store.sweepFiles(begunBefore: .monday.advanced(byHours: 1))
        #expect(swept == 0)
    }

    @Test(arguments: StoreMaker.allCases)
    func `a file is gone with the act that discards it`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        _ = try await made.store.append(.of(["a"], after: 0))
        let chunk = FileChunk(number: 0, isLast: true, bytes: [7])
        try await made.store.addChunk(chunk, to: file, at: .monday)
        _ = try await made.store.append(adopting())
        #expect(try await made.store.chunk(0, of: file) == chunk)
        _ = try await made.store.append(
            Act(
                partnership: .marlshire,
                actor: .person(.joan),
                recorded: .monday,
                appends: [.init(reference: "4qx-7md", after: 2, payloads: [[1]])],
                discards: [file]
            )
        )
        #expect(try await made.store.chunk(0, of: file) == nil)
        let queue = try DatabaseQueue(path: SQLiteStore.file(in: made.folder.path))
        let left = try await queue.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM file_chunk")
        }
        #expect(left == 0)
    }

    @Test(arguments: StoreMaker.allCases)
    func `a file that is not whole cannot be adopted, and is swept away`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        _ = try await made.store.append(.of(["a"], after: 0))
        let half = FileChunk(number: 0, isLast: false, bytes: [1])
        try await made.store.addChunk(half, to: file, at: .monday)
        await #expect(throws: StoreError.self) { try await made.store.append(adopting()) }
        #expect(try await made.store.version(of: stream) == 1)
        await #expect(throws: StoreError.self) {
            try await made.store.addChunk(half, to: file, at: .monday)
        }
        let swept = try await made.store.sweepFiles(begunBefore: .monday.advanced(byHours: 1))
        #expect(swept == 1)
    }

    @Test(arguments: StoreMaker.allCases)
    func `a file is adopted once, and only one that is not adopted can be discarded`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        _ = try await made.store.append(.of(["a"], after: 0))
        await #expect(throws: StoreError.noSuchUpload) { try await made.store.append(adopting()) }
        let whole = FileChunk(number: 0, isLast: true, bytes: [1])
        for _ in 0..<2 {
            try await made.store.addChunk(whole, to: file, at: .monday)
            try await made.store.discardFile(file)
        }
        try await made.store.addChunk(whole, to: file, at: .monday)
        _ = try await made.store.append(adopting())
        await #expect(throws: StoreError.noSuchUpload) {
            try await made.store.append(adopting(after: 2))
        }
        try await made.store.discardFile(file)
        #expect(try await made.store.chunk(0, of: file) == whole)
    }

    @Test(arguments: StoreMaker.allCases)
    func `a file is taken in by chunks of one size, whatever pieces it comes in`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        _ = try await made.store.append(.of(["a"], after: 0))
        let bytes = (0..<(2 * FileChunk.size + 5)).map { UInt8(truncatingIfNeeded: $0 / 251) }
        var intake = FileIntake(file, in: made.store, at: .monday)
        for start in stride(from: 0, to: bytes.count, by: 300_001) {
            try await intake.take(Array(bytes[start..<min(start + 300_001, bytes.count)]))
        }
        #expect(try await intake.finish() == EditionHash.of(bytes))
        #expect(intake.count == bytes.count)
        _ = try await made.store.append(adopting())
        var read: [UInt8] = []
        for number in 0..<3 {
            let chunk = try #require(try await made.store.chunk(number, of: file))
            #expect(chunk.isLast == (number == 2))
            read += chunk.bytes
        }
        #expect(read == bytes)
    }

    @Test func `chunks that change places or lose their end do not open`() async throws {
        let made = try await caseWithTwoEvents()
        for number in 0..<3 {
            let chunk = FileChunk(number: number, isLast: number == 2, bytes: [UInt8(number)])
            try await made.store.addChunk(chunk, to: file, at: .monday)
        }
        _ = try await made.store.append(adopting(after: 2))
        try made.tamper("UPDATE file SET chunks = 2")
        await #expect(throws: StoreError.self) { try await made.store.chunk(1, of: file) }
        try made.tamper("UPDATE file SET chunks = 3")
        try made.tamper(
            "UPDATE file_chunk SET sealed = (SELECT sealed FROM file_chunk WHERE number = 1) WHERE number = 0"
        )
        await #expect(throws: StoreError.self) { try await made.store.chunk(0, of: file) }
    }

    @Test
    func `an account is found by its address, whatever the capitals, and saved over its version`()
        async throws
    {
        let made = try await caseWithTwoEvents()
        let store = made.sqlite
        let account = StoredAccount(person: .joan, version: 0, record: [1])
        #expect(try await store.saveAccount(account, email: "Joan@marl.test") == .saved(version: 1))
        #expect(try await store.account(withEmail: "joan@MARL.test")?.record == [1])
        #expect(
            try await store.saveAccount(account, email: "j@marl.test") == .overtaken(version: 1)
        )
        let second = StoredAccount(person: .ruth, version: 0, record: [2])
        #expect(try await store.saveAccount(second, email: "JOAN@marl.test") == .emailTaken)
        let changed = StoredAccount(person: .joan, version: 1, record: [3])
        #expect(try await store.saveAccount(changed, email: "new@marl.test") == .saved(version: 2))
        #expect(try await store.account(withEmail: "joan@marl.test") == nil)
        #expect(try await store.account(of: .joan)?.record == [3])
    }

    @Test func `signing out everywhere ends every session of one person`() async throws {
        let store = try await caseWithTwoEvents().sqlite
        let tokens = (1...3).map { [UInt8](repeating: $0, count: 32) }
        for (token, person) in zip(tokens, [PersonID.joan, .joan, .ruth]) {
            let session = StoredSession(person: person, ends: .monday, record: token)
            try await store.saveSession(session, token: token)
        }
        #expect(try await store.session(tokens[0])?.record == tokens[0])
        #expect(try await store.endSessions(of: .joan) == 2)
        #expect(try await store.session(tokens[1]) == nil)
        #expect(try await store.session(tokens[2]) != nil)
        try await store.sweepSessions(endedBefore: .monday.advanced(byHours: 1))
        #expect(try await store.session(tokens[2]) == nil)
    }

    @Test func `an invitation is used once, by one, in its time`() async throws {
        let store = try await caseWithTwoEvents().sqlite
        let token = [UInt8](repeating: 9, count: 32)
        let ends = Timestamp.monday.advanced(byHours: 1)
        try await store.addInvitation(token, of: .joan, ends: ends)
        #expect(try await store.invitation(token, at: .monday.advanced(byHours: 2)) == nil)
        #expect(try await store.invitation(token, at: .monday) == .joan)
        let takers = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (try? await store.takeInvitation(token, at: .monday)) == .some(.some(.joan))
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(takers == 1)
    }

    @Test func `attempts that come at once are each counted`() async throws {
        let store = try await caseWithTwoEvents().sqlite
        let name = [UInt8](repeating: 1, count: 32)
        let counts = try await withThrowingTaskGroup(of: UInt8.self) { group in
            for _ in 0..<32 {
                group.addTask {
                    try await store.changeThrottles([name], at: .monday) { rows in
                        let count = (rows[0]?[0] ?? 0) + 1
                        return ([[count]], count)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(counts.sorted() == Array(1...32))
        try await store.sweepThrottles(untouchedSince: .monday.advanced(byHours: 1))
        let left = try await store.changeThrottles([name], at: .monday) { ([nil], $0[0]) }
        #expect(left == nil)
    }

    private func adopting(after version: Int = 1) -> Act {
        Act(
            partnership: .marlshire,
            actor: .person(.joan),
            recorded: .monday,
            appends: [.init(reference: "4qx-7md", after: version, payloads: [[1]])],
            adopts: [file]
        )
    }

    private func caseWithTwoEvents() async throws -> MadeStore {
        let made = try await StoreMaker.sqlite.make()
        _ = try await made.store.append(.of(["a", "b"], after: 0))
        return made
    }
}
