import Credentials
import Foundation
import Synchronization
import Testing

@Suite("Turns at heavy work")
struct TurnsTests {
    @Test func `work beyond the bound is refused at once, and what waits is done in its turn`()
        async throws
    {
        let turns = Turns(atOnce: 2, mayWait: 3)
        let gate = Gate()
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<5 {
                group.addTask { try await turns.run { gate.pass(number) } }
            }
            await untilTrue { turns.counts.running == 2 && turns.counts.waiting == 3 }
            await #expect(throws: Turns.Refusal.busy) { try await turns.run { 0 } }
            #expect(turns.counts.running == 2)
            gate.open()
            var done: Set<Int> = []
            for try await number in group { done.insert(number) }
            #expect(done == [0, 1, 2, 3, 4])
        }
        #expect(gate.mostAtOnce == 2)
        #expect(turns.counts == (0, 0))
        #expect(try await turns.run { 7 } == 7)
    }

    @Test func `whoever gives up while waiting leaves the line`() async throws {
        let turns = Turns(atOnce: 1, mayWait: 1)
        let gate = Gate()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { _ = try await turns.run { gate.pass(1) } }
            await untilTrue { turns.counts.running == 1 }
            let waiting = Task<Int, any Error> {
                try await turns.run { gate.pass(2) }
            }
            await untilTrue { turns.counts.waiting == 1 }
            waiting.cancel()
            await #expect(throws: Turns.Refusal.cancelled) { try await waiting.value }
            #expect(turns.counts == (1, 0))
            gate.open()
            try await group.waitForAll()
        }
        #expect(gate.passed == [1])
        #expect(turns.counts == (0, 0))
    }

    @Test func `who has given up before is not let in`() async {
        let turns = Turns(atOnce: 1, mayWait: 1)
        let gate = Gate()
        let early = Task<Int, any Error> {
            while !Task.isCancelled { await Task.yield() }
            return try await turns.run { gate.pass(1) }
        }
        early.cancel()
        await #expect(throws: Turns.Refusal.cancelled) { try await early.value }
        #expect(gate.passed.isEmpty)
        #expect(turns.counts == (0, 0))
    }

    @Test func `many who come and give up at random leave nothing behind`() async {
        let turns = Turns(atOnce: 2, mayWait: 8)
        let gate = Gate()
        gate.open()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<500 {
                group.addTask {
                    let task = Task { _ = try? await turns.run { gate.pass(number) } }
                    if number.isMultiple(of: 3) { task.cancel() }
                    await task.value
                }
            }
        }
        #expect(turns.counts == (0, 0))
        #expect(!gate.passed.isEmpty)
        #expect(gate.mostAtOnce <= 2)
    }
}

/// Work that stands still until it is opened, and remembers who passed.
private final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var inside = 0
        var mostAtOnce = 0
        var passed: [Int] = []
    }

    private let state = Mutex(State())

    var mostAtOnce: Int { state.withLock(\.mostAtOnce) }
    var passed: [Int] { state.withLock(\.passed) }

    func open() { state.withLock { $0.isOpen = true } }

    func pass(_ number: Int) -> Int {
        state.withLock { state in
            state.inside += 1
            state.mostAtOnce = max(state.mostAtOnce, state.inside)
        }
        while !state.withLock(\.isOpen) { sched_yield() }
        state.withLock { state in
            state.inside -= 1
            state.passed.append(number)
        }
        return number
    }
}

private func untilTrue(_ isSo: () -> Bool) async {
    while !isSo() { await Task.yield() }
}
