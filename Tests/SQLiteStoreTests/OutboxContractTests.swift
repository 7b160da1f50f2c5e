import CaseStores
import Foundation
import GRDB
import Partnerships
import SQLiteStore
import TestSupport
import Testing

@Suite("What every store promises of messages")
struct OutboxContractTests {
    @Test(arguments: StoreMaker.allCases)
    func `a message is taken when its time has come, by one alone`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        try await made.queue("b", after: 2)
        try await made.queue("a", after: 1)
        #expect(try await made.take(at: 0).isEmpty)
        let taken = try await made.take(at: 1)
        #expect(taken.map(\.text) == ["body of a"])
        #expect(taken.map(\.attempt) == [1])
        #expect(taken.map(\.firstTried) == [.minute(1)])
        #expect(taken.map { String(decoding: $0.about, as: UTF8.self) } == ["about a"])
        #expect(try await made.take(at: 2).map(\.text) == ["body of b"])
        #expect(try await made.take(at: 3).isEmpty)
    }

    @Test(arguments: StoreMaker.allCases)
    func `of many who take at once, each gets messages of his own`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        for number in 0..<40 { try await made.queue("\(number)") }
        let store = made.store
        let taken = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<8 {
                group.addTask {
                    var texts: [String] = []
                    while true {
                        let more = try await store.takeMessages(
                            dueAt: .minute(1),
                            until: .minute(9),
                            limit: 3
                        )
                        if more.isEmpty { return texts }
                        texts += more.map(\.text)
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(taken.sorted() == (0..<40).map { "body of \($0)" }.sorted())
    }

    @Test(arguments: StoreMaker.allCases)
    func `one key is one message, for ever`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        try await made.queue("a")
        try await made.queue("a")
        let lease = try #require(try await made.take(at: 1).first).lease
        #expect(try await made.store.settle(lease, as: .delivered, at: .minute(1)))
        try await made.queue("a")
        #expect(try await made.take(at: 2).isEmpty)
        #expect(try await made.states() == [.delivered])
    }

    @Test(
        arguments: StoreMaker.allCases,
        [
            (MessageFate.delivered, QueuedMessage.State.delivered, false),
            (.failed(fault: "550"), .failed, false),
            (.again(at: .minute(5), fault: "451"), .queued, true),
            (.perhapsDelivered(again: .minute(5), fault: "cut-off"), .perhapsDelivered, true),
        ]
    )
    func `what becomes of a message is kept, and told once`(
        maker: StoreMaker,
        of: (fate: MessageFate, state: QueuedMessage.State, goesAgain: Bool)
    ) async throws {
        let made = try await maker.make()
        try await made.queue("a")
        let lease = try #require(try await made.take(at: 1).first).lease
        #expect(try await made.store.untoldMessages(limit: 9).isEmpty)
        #expect(try await made.store.settle(lease, as: of.fate, at: .minute(2)))
        let untold = try #require(try await made.store.untoldMessages(limit: 9).first)
        #expect(untold.state == of.state)
        #expect(untold.settled == .minute(2))
        #expect(untold.attempts == 1)
        #expect(String(decoding: untold.about, as: UTF8.self) == "about a")
        try await made.store.noteTold(untold.lease)
        #expect(try await made.store.untoldMessages(limit: 9).isEmpty)
        #expect(try await made.take(at: 4).isEmpty)
        let again = try await made.take(at: 5)
        #expect(again.map(\.text) == (of.goesAgain ? ["body of a"] : []))
        #expect(again.map(\.attempt) == (of.goesAgain ? [2] : []))
        #expect(again.map(\.firstTried) == (of.goesAgain ? [.minute(1)] : []))
        #expect(again.map(\.lease.name) == (of.goesAgain ? [lease.name] : []))
    }

    @Test(arguments: StoreMaker.allCases)
    func `what was taken and never settled goes again, and whoever lost it may not settle it`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        try await made.queue("a")
        let lost = try #require(try await made.take(at: 1).first).lease
        #expect(try await made.store.releaseMessages(leasedBefore: .minute(11)) == 0)
        #expect(try await made.store.releaseMessages(leasedBefore: .minute(12)) == 1)
        #expect(try await made.states() == [.perhapsDelivered])
        #expect(try await made.store.untoldMessages(limit: 9).map(\.fault) == ["interrupted"])
        #expect(try await !made.store.settle(lost, as: .delivered, at: .minute(13)))
        let again = try #require(try await made.take(at: 13).first)
        #expect(again.lease.name == lost.name)
        #expect(try await !made.store.settle(lost, as: .delivered, at: .minute(13)))
        #expect(try await made.states() == [.sending])
        #expect(try await made.store.settle(again.lease, as: .delivered, at: .minute(13)))
        #expect(try await !made.store.settle(again.lease, as: .delivered, at: .minute(13)))
    }

    @Test(arguments: StoreMaker.allCases)
    func `a message is taken back before it goes, and while it goes it goes no second time`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        for key in ["a", "b"] { try await made.queue(key) }
        func revoke(_ key: String) async throws -> MessageRevocation {
            let found = try await made.store.revocation(of: key, of: .marlshire)
            if found != .gone { try await made.revoke(key, found) }
            return found
        }
        #expect(try await revoke("a") == .revoked)
        #expect(try await revoke("a") == .gone)
        #expect(try await revoke("unknown") == .gone)
        let lease = try #require(try await made.take(at: 1).first).lease
        #expect(try await revoke("b") == .onItsWay)
        #expect(
            try await !made.store.settle(
                lease,
                as: .again(at: .minute(2), fault: "451"),
                at: .minute(1)
            )
        )
        #expect(try await made.take(at: 99).isEmpty)
        #expect(try await made.states() == [.revoked, .revoked])
    }

    @Test(arguments: StoreMaker.allCases)
    func `an act takes messages back with what it writes, or not at all`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        try await made.queue("a")
        func act(after version: Int) -> Act {
            Act(
                partnership: .marlshire,
                actor: .person(.joan),
                recorded: .monday,
                appends: [.init(reference: "4qx-7md", after: version, payloads: [[1]])],
                revokes: [Act.Revocation(key: "a", found: .revoked)]
            )
        }
        await #expect(throws: StoreError.self) { try await made.store.append(act(after: 7)) }
        #expect(try await made.states() == [.queued])
        let lease = try #require(try await made.take(at: 1).first).lease
        await #expect(throws: StoreError.messageMoved) {
            try await made.store.append(act(after: 1))
        }
        #expect(try await made.states() == [.sending])
        #expect(
            try await made.store.settle(
                lease,
                as: .again(at: .minute(2), fault: "451"),
                at: .minute(1)
            )
        )
        #expect(try await made.store.revocation(of: "a", of: .marlshire) == .revoked)
        _ = try await made.store.append(act(after: 1))
        #expect(try await made.states() == [.revoked])
        #expect(try await made.store.revocation(of: "a", of: .marlshire) == .gone)
    }

    @Test(arguments: StoreMaker.allCases)
    func `a partnership sees its own messages, the newest first`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        try await made.store.addPartnership(.eastmoor, name: "Eastmoor")
        for (number, key) in ["a", "b", "c"].enumerated() {
            try await made.queue(key, after: Int64(number))
        }
        try await made.queue("d", of: .eastmoor)
        let listed = try await made.store.messages(of: .marlshire, limit: 2)
        #expect(listed.map { String(decoding: $0.about, as: UTF8.self) } == ["about c", "about b"])
        #expect(try await made.store.messages(of: .eastmoor, limit: 9).count == 1)
    }

    @Test func `a body that was delivered is in no file of the store`() async throws {
        let made = try await StoreMaker.sqlite.make()
        for key in ["a", "b", "c"] { try await made.queue(key, size: 9_000) }
        func sealed() throws -> [Data] {
            try made.rows("SELECT sealed FROM outbox").map { $0[0] as Data }
        }
        func isAnywhere(_ body: Data) throws -> Bool {
            try made.checkpoint()
            let files = try FileManager.default.contentsOfDirectory(atPath: made.folder.path)
            return try files.contains { file in
                let bytes = try Data(
                    contentsOf: URL(fileURLWithPath: "\(made.folder.path)/\(file)")
                )
                return stride(from: 0, to: body.count - 64, by: 64).contains {
                    bytes.range(of: body[($0)..<($0 + 64)]) != nil
                }
            }
        }
        let bodies = try sealed()
        #expect(bodies.count == 3)
        for body in bodies { #expect(try isAnywhere(body)) }
        for message in try await made.take(at: 1, limit: 3) {
            #expect(try await made.store.settle(message.lease, as: .delivered, at: .minute(1)))
        }
        #expect(try sealed().allSatisfy(\.isEmpty))
        for body in bodies { #expect(try !isAnywhere(body)) }
    }

    @Test func `a body put in another's place does not open`() async throws {
        let made = try await StoreMaker.sqlite.make()
        for key in ["a", "b"] { try await made.queue(key) }
        try made.tamper("UPDATE outbox SET sealed = (SELECT max(sealed) FROM outbox)")
        // It is given up, and the other one goes.
        #expect(try await made.take(at: 1, limit: 1).count == 1)
        #expect(try await made.take(at: 1, limit: 2).isEmpty)
        #expect(try await Set(made.states()) == [.failed, .sending])
        let untold = try await made.store.untoldMessages(limit: 9)
        #expect(untold.map(\.fault) == ["unreadable"])
    }

    @Test func `of what a message is about that does not open, the others are listed all the same`()
        async throws
    {
        let made = try await StoreMaker.sqlite.make()
        for key in ["a", "b"] { try await made.queue(key) }
        try made.tamper("UPDATE outbox SET sealed_about = (SELECT max(sealed_about) FROM outbox)")
        let listed = try await made.store.messages(of: .marlshire, limit: 9)
        #expect(listed.count { $0.about.isEmpty } == 1)
        #expect(try await made.take(at: 1, limit: 2).count == 1)
    }
}

extension Timestamp {
    fileprivate static func minute(_ number: Int64) -> Timestamp {
        Timestamp.monday.advanced(byMilliseconds: number * 60_000)
    }
}

extension TakenMessage {
    fileprivate var text: String { String(decoding: body, as: UTF8.self) }
}

extension MadeStore {
    fileprivate func queue(
        _ key: String,
        after minutes: Int64 = 0,
        of partnership: PartnershipID = .marlshire,
        size: Int? = nil
    ) async throws {
        let reference: CaseReference = partnership == .marlshire ? "4qx-7md" : "000-009"
        let body =
            size.map { Array(repeating: UInt8(7), count: $0) } ?? Array("body of \(key)".utf8)
        let version = try await store.version(of: EventStream(partnership, reference))
        _ = try await store.append(
            .of(
                ["queued"],
                in: reference,
                after: version,
                partnership: partnership,
                outbox: [
                    OutboxRow(
                        key: key,
                        notBefore: .minute(minutes),
                        body: body,
                        about: Array("about \(key)".utf8)
                    )
                ]
            )
        )
    }

    /// Takes a message back in an act.
    fileprivate func revoke(_ key: String, _ found: MessageRevocation) async throws {
        let reference: CaseReference = "4qx-7md"
        _ = try await store.append(
            Act(
                partnership: .marlshire,
                actor: .person(.joan),
                recorded: .monday,
                appends: [
                    .init(
                        reference: reference,
                        after: try await store.version(of: EventStream(.marlshire, reference)),
                        payloads: [[1]]
                    )
                ],
                revokes: [Act.Revocation(key: key, found: found)]
            )
        )
    }

    /// Taken for ten minutes.
    fileprivate func take(at minute: Int64, limit: Int = 1) async throws -> [TakenMessage] {
        try await store.takeMessages(
            dueAt: .minute(minute),
            until: .minute(minute + 10),
            limit: limit
        )
    }

    fileprivate func states() async throws -> [QueuedMessage.State] {
        try await store.messages(of: .marlshire, limit: 9).map(\.state)
    }

    fileprivate func rows(_ sql: String) throws -> [Row] {
        let queue = try DatabaseQueue(path: SQLiteStore.file(in: folder.path))
        return try queue.read { try Row.fetchAll($0, sql: sql) }
    }

    /// Brings what stands in the log ahead of the file into the file, and empties the log.
    fileprivate func checkpoint() throws {
        try tamper("PRAGMA wal_checkpoint(TRUNCATE)")
    }
}
