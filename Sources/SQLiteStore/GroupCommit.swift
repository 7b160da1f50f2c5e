import GRDB

/// Lets acts that come at the same time share one wait for the disk.
///
/// Each is a unit of its own: one that fails takes nothing with it and leaves nothing behind. None is told that it is
/// written before all that were written with it have reached the disk.
actor GroupCommit {
    typealias Work = @Sendable (Database) throws -> any Sendable
    private typealias Outcome = Result<any Sendable, any Error>

    private enum Turn: Sendable {
        /// Commit for everyone who waits.
        case lead
        case done(Outcome)
    }

    private let pool: DatabasePool
    private var waiting: [(work: Work, turn: CheckedContinuation<Turn, Never>)] = []
    private var isCommitting = false

    init(pool: DatabasePool) {
        self.pool = pool
    }

    /// Does the work inside a transaction; returns when it has reached the disk.
    func commit(_ work: @escaping Work) async throws -> any Sendable {
        guard isCommitting else {
            isCommitting = true
            return try await lead(with: work)
        }
        let turn = await withCheckedContinuation { waiting.append((work, $0)) }
        switch turn {
        case .done(let outcome): return try outcome.get()
        case .lead: return try await lead(with: work)
        }
    }

    private func lead(with work: @escaping Work) async throws -> any Sendable {
        let others = waiting
        waiting = []
        let outcomes = await outcomes(of: [work] + others.map(\.work))
        for (other, outcome) in zip(others, outcomes.dropFirst()) {
            other.turn.resume(returning: .done(outcome))
        }
        if waiting.isEmpty {
            isCommitting = false
        } else {
            waiting.removeFirst().turn.resume(returning: .lead)
        }
        return try outcomes[0].get()
    }

    /// A person who goes away while her act leads must not take with her the acts that wait behind it: the writing is a
    /// task of its own, which her request's end does not cancel.
    private func outcomes(of works: [Work]) async -> [Outcome] {
        let pool = pool
        let writing = Task<[Outcome], any Error> {
            try await pool.write { db in
                try works.map { work in
                    guard db.isInsideTransaction else {
                        throw DatabaseError(resultCode: .SQLITE_FULL)
                    }
                    return try Self.outcome(of: work, in: db)
                }
            }
        }
        do {
            return try await writing.value
        } catch {
            return works.map { _ in .failure(error) }
        }
    }

    private static func outcome(of work: Work, in db: Database) throws -> Outcome {
        var outcome: Outcome = .failure(CancellationError())
        do {
            try db.inSavepoint {
                outcome = .success(try work(db))
                return .commit
            }
        } catch {
            outcome = .failure(error)
        }
        return outcome
    }
}
