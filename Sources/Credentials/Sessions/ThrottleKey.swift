import Crypto
package import Partnerships

/// What attempts are counted by.
package enum ThrottleKey: Hashable, Sendable {
    /// Passwords tried for one e-mail address, known or not, from one place.
    case password(email: String, from: AddressBlock)
    /// Codes tried for one person from one place.
    case code(PersonID, from: AddressBlock)
    /// Codes tried for one person from anywhere.
    case codeAnywhere(PersonID)
    /// Anything tried from one place.
    case source(AddressBlock)
    /// Codes asked for with one link, known or not, from one place.
    case link(TokenHash, from: AddressBlock)
    /// Codes tried with one link, known or not, from one place.
    case linkCode(TokenHash, from: AddressBlock)

    /// The name of the row, which tells whoever reads the rows neither people nor places.
    package func name(under key: Secret) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key.key))
    }

    /// How many attempts of this kind are free and what the next ones wait.
    package var policy: ThrottlePolicy {
        switch self {
        case .password, .code, .link, .linkCode: .own
        case .codeAnywhere: .codeAnywhere
        case .source: .source
        }
    }

    private var bytes: [UInt8] {
        switch self {
        case .password(let email, let block): [1] + block.bytes + Array(foldedEmail(email).utf8)
        case .code(let person, let block): [2] + block.bytes + Array(person.description.utf8)
        case .codeAnywhere(let person): [3] + Array(person.description.utf8)
        case .source(let block): [4] + block.bytes
        case .link(let token, let block): [5] + block.bytes + token.bytes
        case .linkCode(let token, let block): [6] + block.bytes + token.bytes
        }
    }
}
