import Foundation
import Synchronization

/// Lets so many pieces of heavy work run at once and so many more wait; the next is told so at once.
package final class Turns: Sendable {
    package enum Refusal: Error, Hashable, Sendable {
        /// As many wait as may.
        case busy
        /// Whoever asked gave up while waiting.
        case cancelled
    }

    private struct Waiter {
        let number: Int
        let turn: CheckedContinuation<Refusal?, Never>
    }

    private struct Line {
        var running = 0
        var waiters: [Waiter] = []
        var nextNumber = 0
    }

    private let atOnce: Int
    private let mayWait: Int
    private let line = Mutex(Line())

    package init(atOnce: Int, mayWait: Int) {
        precondition(atOnce > 0 && mayWait >= 0, "somebody must have a turn")
        self.atOnce = atOnce
        self.mayWait = mayWait
    }

    /// How many run and how many wait.
    package var counts: (running: Int, waiting: Int) {
        line.withLock { ($0.running, $0.waiters.count) }
    }

    /// Runs work that blocks, on a thread of its own, so that nothing else of the program waits for it.
    ///
    /// Work that has begun runs to its end: no C call can be stopped half way.
    package func run<Answer: Sendable>(
        _ work: @escaping @Sendable () -> Answer
    ) async throws(Refusal) -> Answer {
        if let refusal = await turn() { throw refusal }
        defer { giveBack() }
        if Task.isCancelled { throw .cancelled }
        return await withCheckedContinuation { answer in
            // A thread of its own and not a queue: on Linux queues share the few threads of all tasks.
            Thread.detachNewThread { answer.resume(returning: work()) }
        }
    }

    private func turn() async -> Refusal? {
        let number = line.withLock { line in
            line.nextNumber += 1
            return line.nextNumber
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { join(Waiter(number: number, turn: $0)) }
        } onCancel: {
            leave(number)
        }
    }

    private func join(_ waiter: Waiter) {
        enum Place {
            case first, waiting
            case none(Refusal)
        }
        let place: Place = line.withLock { line in
            // Asked under the lock: a task cancelled earlier has run `leave` in vain.
            if Task.isCancelled { return .none(.cancelled) }
            if line.running < atOnce {
                line.running += 1
                return .first
            }
            guard line.waiters.count < mayWait else { return .none(.busy) }
            line.waiters.append(waiter)
            return .waiting
        }
        switch place {
        case .first: waiter.turn.resume(returning: nil)
        case .none(let refusal): waiter.turn.resume(returning: refusal)
        case .waiting: break
        }
    }

    private func leave(_ number: Int) {
        let gone = line.withLock { line in
            line.waiters.firstIndex { $0.number == number }.map { line.waiters.remove(at: $0) }
        }
        gone?.turn.resume(returning: .cancelled)
    }

    /// Hands the turn to whoever has waited longest.
    private func giveBack() {
        let next: Waiter? = line.withLock { line in
            guard !line.waiters.isEmpty else {
                line.running -= 1
                return nil
            }
            return line.waiters.removeFirst()
        }
        next?.turn.resume(returning: nil)
    }
}
