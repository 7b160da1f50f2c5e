/// Makes and checks password hashes off the cooperative pool, few at once.
///
/// Each takes 64 MiB and a tenth of a second of a processor: without a bound, a crowd at the sign-in page
/// would take the memory of the machine and every other page with it.
package struct PasswordHasher: Sendable {
    package enum Refusal: Error, Hashable, Sendable {
        /// As many wait as may: to be tried again in a moment.
        case busy
        case cancelled
        /// The machine has no memory for one more.
        case noMemory
    }

    package let cost: Argon2Cost
    package let turns: Turns

    package init(
        cost: Argon2Cost = .signIn,
        turns: Turns = Turns(atOnce: 2, mayWait: 32)
    ) {
        precondition(cost.isPossible, "a cost that libsodium takes")
        self.cost = cost
        self.turns = turns
    }

    package func hash(_ password: Password) async throws(Refusal) -> PasswordHash {
        try await run { [cost] in cost.hash(password) }
    }

    /// Whether the password is the one of this hash; compared in constant time.
    package func verify(
        _ password: Password,
        against hash: PasswordHash
    ) async throws(Refusal) -> Bool {
        try await run { hash.matches(password) }
    }

    /// Costs what `verify` costs and finds nothing, so that an unknown account takes as long as a known one.
    package func verifyAgainstNothing(_ password: Password) async throws(Refusal) {
        let salt = [UInt8](repeating: 0, count: argon2SaltCount)
        _ = try await run { [cost] in cost.key(from: password.secret, salt: salt) }
    }

    /// Whether a hash that has just been verified should be made anew at today's cost.
    package func needsRehash(_ hash: PasswordHash) -> Bool {
        hash.needsRehash(at: cost)
    }

    private func run<Answer: Sendable>(
        _ work: @escaping @Sendable () -> Answer?
    ) async throws(Refusal) -> Answer {
        let answer: Answer?
        do {
            answer = try await turns.run(work)
        } catch {
            switch error {
            case .busy: throw .busy
            case .cancelled: throw .cancelled
            }
        }
        guard let answer else { throw .noMemory }
        return answer
    }
}
