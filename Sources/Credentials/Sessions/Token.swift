import Crypto

/// 256 random bits that open something to whoever holds them: a session, an invitation.
package struct Token: Sendable, Equatable {
    private let secret: Secret

    private static let count = 32

    package init(using random: inout some RandomNumberGenerator) {
        secret = Secret(count: Self.count, using: &random)
    }

    /// Takes what `text` writes, and nothing else.
    package init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = bytes(ofAddressText: text),
            bytes.count == Self.count
        else { return nil }
        secret = Secret(bytes)
    }

    /// For a cookie or a link, and for nothing that is kept or logged: 43 letters.
    package var text: String { addressText(of: secret.bytes) }

    /// What is kept of it.
    package var hash: TokenHash { TokenHash(bytes: Array(SHA256.hash(data: secret.bytes))) }

    /// What a form of this session carries for one purpose, so that no other site can send it.
    package func formToken(for purpose: String) -> String {
        addressText(of: Array(authenticationCode(for: purpose)))
    }

    /// Whether a form was made by this session for this purpose; compared in constant time.
    package func accepts(formToken: String, for purpose: String) -> Bool {
        guard let given = bytes(ofAddressText: formToken) else { return false }
        return areSame(given, Array(authenticationCode(for: purpose)))
    }

    private func authenticationCode(for purpose: String) -> HMAC<SHA256>.MAC {
        let message = Array("sightline form token: \(purpose)".utf8)
        return HMAC<SHA256>.authenticationCode(for: message, using: secret.key)
    }
}

extension Token: CustomStringConvertible, CustomReflectable {
    package var description: String { "(token)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The SHA-256 of a token: enough to find its row, and of no use to whoever reads the rows.
package struct TokenHash: Hashable, Sendable, Codable {
    package let bytes: [UInt8]

    package init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// 64 hexadecimal digits.
    package var text: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Compared in constant time, for where it is not looked up by its bytes.
    package func matches(_ token: Token) -> Bool {
        areSame(bytes, token.hash.bytes)
    }
}
