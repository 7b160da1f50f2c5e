import Crypto

/// Seals bytes under a passphrase, for what leaves the machine: the exported keys.
package struct PassphraseSeal: Sendable {
    package enum Refusal: Error, Hashable, Sendable {
        case notASealedFile
        /// Written by a later version.
        case unknownVersion
        /// Letters were lost or changed on the way.
        case damaged
        /// The file asks for more memory or time than any that this program writes.
        case costOutOfRange
        /// The file is whole as it was written, so it is the passphrase that differs.
        case wrongPassphrase
        case noMemory
        case busy
        case cancelled
    }

    private let cost: Argon2Cost
    private let turns: Turns

    package init(cost: Argon2Cost = .export, turns: Turns = Turns(atOnce: 1, mayWait: 4)) {
        precondition(cost.isPossible, "a cost that libsodium takes")
        self.cost = cost
        self.turns = turns
    }

    /// The text of a file that `open` reads with the same passphrase.
    package func seal(
        _ content: Secret,
        under passphrase: Password,
        using random: inout some RandomNumberGenerator
    ) async throws(Refusal) -> String {
        var file = SealedText(
            cost: cost,
            salt: randomBytes(argon2SaltCount, using: &random),
            sealed: []
        )
        let nonce = randomBytes(12, using: &random)
        let key = try await key(of: file, passphrase)
        guard let sealed = sealedBytes(content, key: key, nonce: nonce, head: file.head) else {
            preconditionFailure("a nonce of twelve bytes and a key of 32 seal anything")
        }
        file.sealed = sealed
        return file.text
    }

    package func open(
        _ text: String,
        with passphrase: Password
    ) async throws(Refusal) -> Secret {
        let file = try SealedText(text)
        guard let box = try? AES.GCM.SealedBox(combined: file.sealed) else { throw .damaged }
        let key = try await key(of: file, passphrase)
        let head = Array(file.head.utf8)
        guard let content = try? AES.GCM.open(box, using: key.key, authenticating: head) else {
            throw .wrongPassphrase
        }
        return Secret(Array(content))
    }

    private func key(
        of file: SealedText,
        _ passphrase: Password
    ) async throws(Refusal) -> Secret {
        let (cost, salt) = (file.cost, file.salt)
        let key: Secret?
        do {
            key = try await turns.run { cost.key(from: passphrase.secret, salt: salt) }
        } catch {
            switch error {
            case .busy: throw .busy
            case .cancelled: throw .cancelled
            }
        }
        guard let key else { throw .noMemory }
        return key
    }
}

private func sealedBytes(
    _ content: Secret,
    key: Secret,
    nonce: [UInt8],
    head: String
) -> [UInt8]? {
    guard let nonce = try? AES.GCM.Nonce(data: nonce) else { return nil }
    let box = try? AES.GCM.seal(
        content.bytes,
        using: key.key,
        nonce: nonce,
        authenticating: Array(head.utf8)
    )
    return box?.combined.map { Array($0) }
}
