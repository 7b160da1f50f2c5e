import CLibSodium

/// What is kept of a password: Argon2id in the PHC string format, its salt and cost within.
package struct PasswordHash: Hashable, Sendable, Codable {
    package let text: String

    package init(text: String) {
        self.text = text
    }

    package init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// Whether it was made at another cost than this, so that it is made anew at the next sign-in.
    package func needsRehash(at cost: Argon2Cost) -> Bool {
        crypto_pwhash_str_needs_rehash(text, UInt64(cost.passes), cost.memory) != 0
    }
}

extension PasswordHash: CustomStringConvertible, CustomReflectable {
    package var description: String { "(password hash)" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Argon2Cost {
    /// A new hash with a salt of libsodium's own; nil when there is no memory for it.
    func hash(_ password: Password) -> PasswordHash? {
        guard isPossible, sodiumIsReady else { return nil }
        var text = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
        let answer = password.secret.withCharacters { typed, count in
            crypto_pwhash_str_alg(
                &text,
                typed,
                count,
                UInt64(passes),
                memory,
                crypto_pwhash_ALG_ARGON2ID13
            )
        }
        guard answer == 0 else { return nil }
        let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return PasswordHash(text: String(decoding: bytes, as: UTF8.self))
    }
}

extension PasswordHash {
    /// Nil when there is no memory to find out.
    func matches(_ password: Password) -> Bool? {
        guard sodiumIsReady else { return nil }
        let answer = password.secret.withCharacters { typed, count in
            sightline_verify(text, typed, count)
        }
        return answer == Int32(sightline_no_memory) ? nil : answer == Int32(sightline_matches)
    }
}
