import CaseStores
import Foundation
import Partnerships
import TestSupport
import Testing

@Suite("What every store promises of the log")
struct LogContractTests {
    let stream = EventStream(.marlshire, "4qx-7md")

    @Test(arguments: StoreMaker.allCases)
    func `what was acknowledged is read back as it was`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        let first = try await made.store.append(.of(["a", "b"], after: 0))
        let second = try await made.store.append(.of(["c"], after: 2))
        #expect((first.act, second.act) == (1, 2))
        let events = try await made.store.events(of: stream, after: 0)
        #expect(events.map { String(decoding: $0.payload, as: UTF8.self) } == ["a", "b", "c"])
        #expect(events.map(\.header.version) == [1, 2, 3])
        #expect(events.allSatisfy { $0.header.actor == .person(.joan) })
        #expect(events.allSatisfy { $0.header.recorded == .monday })
        #expect(try await made.store.events(of: stream, after: 2).count == 1)
        #expect(try await made.store.version(of: stream) == 3)
    }

    @Test(arguments: StoreMaker.allCases)
    func `whoever is second is told what the version is, and nothing is written`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        _ = try await made.store.append(.of(["a"], after: 0))
        await #expect(throws: StoreError.versionConflict(stream, expected: 0, actual: 1)) {
            try await made.store.append(.of(["b"], after: 0, cases: [.example(version: 9)]))
        }
        #expect(try await made.store.version(of: stream) == 1)
        #expect(try await made.store.cases(.joans).count == 0)
    }

    @Test(arguments: StoreMaker.allCases)
    func `of many who race for one version, one wins`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        let store = made.store
        let won = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<16 {
                group.addTask {
                    (try? await store.append(.of(["from \(number)"], after: 0))) != nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(won == 1)
        #expect(try await made.store.events(of: stream, after: 0).count == 1)
    }

    @Test(arguments: StoreMaker.allCases)
    func `many acts at once are each whole, and the chain holds`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        let store = made.store
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<64 {
                let reference = try #require(CaseReference(number: Int64(number)))
                group.addTask {
                    for version in 0..<4 {
                        _ = try await store.append(
                            .of(["\(version)"], in: reference, after: version)
                        )
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.head(of: .marlshire, at: .monday).acts == 256)
        #expect(try await store.verify() == [])
    }

    @Test(arguments: StoreMaker.allCases)
    func `people who go away take nobody's act with them`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        let store = made.store
        let tasks = (0..<64).map { number in
            Task {
                try await store.append(
                    .of(["a"], in: CaseReference(number: Int64(number)), after: 0)
                )
            }
        }
        for (number, task) in tasks.enumerated() where number.isMultiple(of: 2) { task.cancel() }
        for (number, task) in tasks.enumerated() where !number.isMultiple(of: 2) {
            _ = try await task.value
        }
        for task in tasks { _ = await task.result }
        #expect(try await store.verify() == [])
        #expect(try await store.head(of: .marlshire, at: .monday).acts >= 32)
    }

    @Test(arguments: StoreMaker.allCases)
    func `one act over two streams is one act`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        let act = Act(
            partnership: .marlshire,
            actor: .operator,
            recorded: .monday,
            appends: [
                .init(reference: nil, after: 0, payloads: [Array("person".utf8)]),
                .init(reference: "4qx-7md", after: 7, payloads: [Array("put on".utf8)]),
            ]
        )
        await #expect(throws: StoreError.versionConflict(stream, expected: 7, actual: 0)) {
            try await made.store.append(act)
        }
        #expect(try await made.store.version(of: EventStream(.marlshire)) == 0)
        #expect(try await made.store.verify() == [])
    }

    @Test(arguments: StoreMaker.allCases)
    func `a case belongs to one partnership`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        try await made.store.addPartnership(.eastmoor, name: "Eastmoor")
        _ = try await made.store.append(.of(["a"], after: 0))
        await #expect(throws: StoreError.self) {
            try await made.store.append(.of(["b"], after: 0, partnership: .eastmoor))
        }
        let other = EventStream(.eastmoor, "4qx-7md")
        #expect(try await made.store.events(of: other, after: 0).isEmpty)
    }

    @Test(arguments: StoreMaker.allCases)
    func `nothing is written for a partnership that is not there`(maker: StoreMaker) async throws {
        let made = try await maker.make()
        await #expect(throws: StoreError.unknownPartnership(.eastmoor)) {
            try await made.store.append(.of(["a"], after: 0, partnership: .eastmoor))
        }
        await #expect(throws: StoreError.alreadyThere) {
            try await made.store.addPartnership(.marlshire, name: "Again")
        }
        #expect(try await made.store.partnerships().map(\.name) == ["Marlshire and Portwell"])
    }

    @Test(arguments: StoreMaker.allCases)
    func `a signed head names what was recorded, and shows any change to itself`(
        maker: StoreMaker
    ) async throws {
        let made = try await maker.make()
        let receipt = try await made.store.append(.of(["a"], after: 0))
        let head = try await made.store.head(of: .marlshire, at: .monday)
        #expect(head.isGenuine)
        #expect(Array(head.head) == receipt.head)
        let text = String(decoding: try JSONEncoder().encode(head), as: UTF8.self)
        let forged = text.replacing("\"acts\":1", with: "\"acts\":2")
        #expect(forged != text)
        #expect(try !JSONDecoder().decode(SignedHead.self, from: Data(forged.utf8)).isGenuine)
    }
}

extension CaseQuery {
    static let joans = CaseQuery(partnership: .marlshire, person: .joan, today: "2026-01-05")
}
