import CaseStores
import Foundation
import GRDB
import Partnerships
import SQLiteStore
import TestSupport
import Testing

@Suite("A store that somebody changed behind the program's back")
struct TamperingTests {
    let stream = EventStream(.marlshire, "4qx-7md")

    private func finding(_ what: StoreFinding.What, _ version: Int? = nil) -> StoreFinding {
        StoreFinding(
            partnership: .marlshire,
            stream: version == nil ? nil : stream,
            version: version,
            what: what
        )
    }

    @Test(arguments: [
        (
            "UPDATE event SET sealed = CAST(substr(sealed, 1, 20) || x'ff' || substr(sealed, 22) AS BLOB)",
            StoreFinding.What.altered(.payload)
        ),
        ("UPDATE event SET actor = 2", .altered(.header)),
        ("UPDATE event SET recorded = recorded - 60000", .altered(.header)),
        ("UPDATE event SET commitment = zeroblob(32)", .altered(.header)),
        ("DELETE FROM event", .missing),
    ])
    func `what was done to one event is found, and where`(
        change: String,
        what: StoreFinding.What
    ) async throws {
        let made = try await threeEvents()
        try made.tamper("\(change) WHERE stream >= 0 AND version = 2")
        #expect(try await made.store.verify().first == finding(what, 2))
        await #expect(throws: StoreError.self) {
            try await made.store.events(of: stream, after: 0)
        }
    }

    @Test func `two events that changed places are found`() async throws {
        let made = try await threeEvents()
        try made.tamper("UPDATE event SET version = 9 WHERE stream >= 0 AND version = 2")
        try made.tamper("UPDATE event SET version = 2 WHERE stream >= 0 AND version = 3")
        try made.tamper("UPDATE event SET version = 3 WHERE stream >= 0 AND version = 9")
        #expect(try await made.store.verify().first == finding(.altered(.header), 2))
    }

    @Test func `a log cut short by its last act is found by its signature`() async throws {
        let made = try await threeEvents()
        let before = try await made.store.head(of: .marlshire, at: .monday)
        _ = try await made.store.append(.of(["the last"], after: 3))
        // Everything is put back to how it was, but for the signature: nobody else has the key.
        try made.tamper("DELETE FROM event WHERE stream >= 0 AND version = 4")
        try made.tamper(
            """
            UPDATE stream SET version = 3,
                chain = (SELECT chain FROM event WHERE version = 3 AND event.stream = stream.number)
            """
        )
        try made.tamper("UPDATE partnership SET acts = 3, head = x'\(before.head.hexDigits)'")
        #expect(try await made.store.verify() == [finding(.notSigned)])
    }

    @Test func `a whole older copy is found by a head kept elsewhere`() async throws {
        let made = try await threeEvents()
        let copy = try TemporaryFolder()
        try made.copy(to: copy)
        _ = try await made.store.append(.of(["d"], after: 3))
        _ = try await made.store.append(.of(["e"], after: 4))
        let head = try await made.store.head(of: .marlshire, at: .monday)
        let older = try SQLiteStore.open(in: copy.path, keys: made.keys)
        #expect(try await older.verify() == [])
        #expect(try await older.verify(against: [head]) == [finding(.shorter(byActs: 2))])
        _ = try await older.append(.of(["other", "text"], after: 3))
        _ = try await older.append(.of(["other"], after: 5))
        #expect(try await older.verify(against: [head]) == [finding(.rebuilt(act: 5))])
    }

    @Test func `a head of another installation is not ours`() async throws {
        let made = try await threeEvents()
        let other = try await threeEvents()
        let head = try await other.store.head(of: .marlshire, at: .monday)
        #expect(try await made.store.verify(against: [head]) == [finding(.headNotOurs)])
    }

    @Test(arguments: [
        "UPDATE look SET person = 2 WHERE number = 1",
        "UPDATE look SET recorded = 0 WHERE number = 1",
        "DELETE FROM look WHERE number = 2",
        "UPDATE partnership SET looks = 1",
    ])
    func `looks that were changed or taken away are found`(change: String) async throws {
        let made = try await threeEvents()
        for what in ["case", "log"] {
            try await made.store.recordLook(
                Look(
                    partnership: .marlshire,
                    reference: "4qx-7md",
                    person: .joan,
                    recorded: .monday,
                    what: what
                )
            )
        }
        #expect(try await made.store.verify() == [])
        try made.tamper(change)
        #expect(try await made.store.verify().count == 1)
    }

    @Test func `a summary, draft or key put in another's place does not open`() async throws {
        let made = try await threeEvents()
        try await made.put(.example("000-001"))
        try await made.put(.example("000-002"))
        try made.tamper(
            """
            UPDATE case_summary SET sealed =
                (SELECT sealed FROM case_summary WHERE reference = 1) WHERE reference = 2
            """
        )
        await #expect(throws: StoreError.self) { try await made.store.cases(.joans) }
    }

    @Test func `another installation's keys do not open the store`() async throws {
        let made = try await threeEvents()
        #expect(throws: StoreError.wrongKey) {
            try SQLiteStore.open(in: made.folder.path, keys: InstallationKeys())
        }
    }

    @Test func `a store of a later program is left alone`() async throws {
        let made = try await threeEvents()
        try made.tamper("INSERT INTO grdb_migrations VALUES ('later')")
        #expect(
            throws: StoreError.newerSchema(found: 6, known: 5)
        ) {
            try SQLiteStore.open(in: made.folder.path, keys: made.keys)
        }
    }

    @Test func `no name and no narrative stands in any file of the store`() async throws {
        let made = try await StoreMaker.sqlite.make()
        let words = ["Quillfeather", "Brambleshire", "narrative-of-what-happened"]
        try await made.put(
            .example(
                terms: [
                    .init(word: "Quillfeather", kind: .name),
                    .init(word: "Brambleshire", kind: .other),
                ]
            )
        )
        _ = try await made.store.append(
            .of(
                ["narrative-of-what-happened to Quillfeather"],
                after: 1,
                outbox: [
                    OutboxRow(
                        key: "Quillfeather",
                        notBefore: .monday,
                        body: Array("Brambleshire".utf8)
                    )
                ]
            )
        )
        _ = try await made.store.saveDraft(
            DraftKey(
                partnership: .marlshire,
                reference: "4qx-7md",
                document: 1,
                section: "facts"
            ),
            Array("Quillfeather".utf8),
            over: 0
        )
        try await made.store.recordLook(
            Look(
                partnership: .marlshire,
                reference: nil,
                person: .joan,
                recorded: .monday,
                what: "search Quillfeather"
            )
        )
        let files = try FileManager.default.contentsOfDirectory(atPath: made.folder.path)
        #expect(files.count >= 2)
        for file in files {
            let path = "\(made.folder.path)/\(file)"
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for word in words + ["Marlshire and Portwell"] {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(file)")
            }
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(file)")
        }
    }

    private func threeEvents() async throws -> MadeStore {
        let made = try await StoreMaker.sqlite.make()
        for (version, text) in ["a", "b", "c"].enumerated() {
            _ = try await made.store.append(.of([text], after: version))
        }
        return made
    }
}

extension MadeStore {
    /// Changes rows as somebody would who has the file and not the program.
    func tamper(_ sql: String) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let queue = try DatabaseQueue(
            path: SQLiteStore.file(in: folder.path),
            configuration: configuration
        )
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// Copies the file with what still stands in its log.
    func copy(to other: TemporaryFolder) throws {
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.copyItem(
                atPath: "\(folder.path)/\(file)",
                toPath: "\(other.path)/\(file)"
            )
        }
    }
}

extension Data {
    fileprivate var hexDigits: String { EditionHash.text(Array(self)) }
}
