import Foundation

/// A password as somebody typed it, in the one form that Unicode gives the same letters (NFC).
package struct Password: Sendable {
    let secret: Secret

    package init(_ typed: String) {
        secret = Secret(Array(typed.precomposedStringWithCanonicalMapping.utf8))
    }
}

extension Password: CustomStringConvertible, CustomReflectable {
    package var description: String { "(password)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Why a password is not taken; a password that is known by all is no secret.
package enum PasswordRefusal: Error, Hashable, Sendable {
    case tooShort(characters: Int, least: Int)
    case tooLong(characters: Int, most: Int)
    case tooCommon
    /// It holds the beginning of the person's own e-mail address.
    case holdsEmail
    case holdsProgramName
}

/// What a new password must be.
package enum PasswordRules {
    package static let leastCharacters = 12
    package static let mostCharacters = 128

    /// Takes a new password for the person with this e-mail address.
    package static func check(
        _ typed: String,
        email: String
    ) throws(PasswordRefusal) -> Password {
        let normal = typed.precomposedStringWithCanonicalMapping
        let count = normal.unicodeScalars.count
        guard count >= leastCharacters else {
            throw .tooShort(characters: count, least: leastCharacters)
        }
        guard count <= mostCharacters else {
            throw .tooLong(characters: count, most: mostCharacters)
        }
        let folded = normal.lowercased()
        guard !folded.contains("sightline") else { throw .holdsProgramName }
        guard !folded.contains(anyOf: namesOf(email)) else { throw .holdsEmail }
        guard !isCommon(folded) else { throw .tooCommon }
        return Password(normal)
    }

    /// What stands before the at sign, unless it is so short that many words hold it.
    private static func namesOf(_ email: String) -> [String] {
        let local = email.lowercased().precomposedStringWithCanonicalMapping.prefix { $0 != "@" }
        return local.count < 4 ? [] : [String(local)]
    }
}

extension String {
    fileprivate func contains(anyOf parts: [String]) -> Bool {
        parts.contains { contains($0) }
    }
}
