import CLibSodium
import Crypto

/// What one guess costs: Argon2id over so much memory, so many times.
package struct Argon2Cost: Hashable, Sendable {
    package let memory: Int
    package let passes: Int

    package init(memory: Int, passes: Int) {
        self.memory = memory
        self.passes = passes
    }

    /// For signing in: 64 MiB, twice; about a tenth of a second.
    package static let signIn = Argon2Cost(memory: 64 << 20, passes: 2)
    /// For a file that leaves the house and can be guessed at for years: 256 MiB, three times.
    package static let export = Argon2Cost(memory: 256 << 20, passes: 3)

    /// What libsodium takes, and no more than a machine of today has to spare.
    var isPossible: Bool {
        8 << 10...1 << 30 ~= memory && 1...16 ~= passes
    }

    /// A key of 32 bytes out of a passphrase; nil when there is no memory for it.
    func key(from passphrase: Secret, salt: [UInt8]) -> Secret? {
        guard isPossible, salt.count == argon2SaltCount, sodiumIsReady else { return nil }
        var key = [UInt8](repeating: 0, count: 32)
        defer { sodium_memzero(&key, key.count) }
        let answer = passphrase.withCharacters { typed, count in
            crypto_pwhash(
                &key,
                UInt64(key.count),
                typed,
                count,
                salt,
                UInt64(passes),
                memory,
                crypto_pwhash_ALG_ARGON2ID13
            )
        }
        return answer == 0 ? Secret(key) : nil
    }
}

let argon2SaltCount = 16

/// Made ready once, by whoever asks first.
let sodiumIsReady = sodium_init() >= 0

extension Secret {
    /// As C takes a text; nothing typed is a text too.
    func withCharacters<Answer>(_ body: (UnsafePointer<CChar>, UInt64) -> Answer) -> Answer {
        withBytes { bytes in
            guard let first = bytes.bindMemory(to: CChar.self).baseAddress else {
                return body("", 0)
            }
            return body(first, UInt64(bytes.count))
        }
    }
}
