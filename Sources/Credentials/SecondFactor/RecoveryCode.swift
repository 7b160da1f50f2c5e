import Crypto
import Partnerships

/// A code on paper for the day the telephone is lost: ten letters and figures, used once.
package struct RecoveryCode: Sendable, Equatable {
    private let number: Int64

    package init(using random: inout some RandomNumberGenerator) {
        number = Int64.random(in: 0..<1 << 50, using: &random)
    }

    /// As people copy it: either case, hyphens and blanks or none.
    package init?(typed: String) {
        let text = typed.filter { !$0.isWhitespace }
        guard let number = readableNumber(in: text, letters: 10) else { return nil }
        self.number = number
    }

    /// For the one page that shows it, once: `4qx7m-dk2p9`.
    package var text: String { readableText(of: number, letters: 10, inGroupsOf: 5) }
}

extension RecoveryCode: CustomStringConvertible, CustomReflectable {
    package var description: String { "(recovery code)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What is kept of the recovery codes of one person: those not yet used.
///
/// One round of SHA-256 is enough. The codes are 50 bits at random, which no list of likely ones shortens,
/// and whoever could unseal the hashes to try them all would find the secret of the time code
/// beside them, and need no recovery code.
package struct RecoveryCodes: Hashable, Sendable, Codable {
    private struct Kept: Hashable, Sendable, Codable {
        let salt: [UInt8]
        let hash: [UInt8]
    }

    private var kept: [Kept]

    package static let count = 10
    package static let none = RecoveryCodes(kept: [])

    package var left: Int { kept.count }

    private init(kept: [Kept]) {
        self.kept = kept
    }

    /// Ten new codes, to be shown once, and what to keep of them.
    package static func make(
        using random: inout some RandomNumberGenerator
    ) -> (codes: [RecoveryCode], kept: RecoveryCodes) {
        let codes = (0..<count).map { _ in RecoveryCode(using: &random) }
        let kept = codes.map { code in
            let salt = randomBytes(16, using: &random)
            return Kept(salt: salt, hash: hash(of: code, salt: salt))
        }
        return (codes, RecoveryCodes(kept: kept))
    }

    /// Those left when this one has been used; nil when it is none of them.
    package func using(_ code: RecoveryCode) -> RecoveryCodes? {
        let left = kept.filter { !areSame($0.hash, Self.hash(of: code, salt: $0.salt)) }
        return left.count < kept.count ? RecoveryCodes(kept: left) : nil
    }

    private static func hash(of code: RecoveryCode, salt: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: salt + Array(code.text.utf8)))
    }
}
