import Crypto
package import Foundation

/// AES-256-GCM over everything that names or tells: bytes bound to what they belong to.
package enum Sealing {
    /// Nonce, sealed bytes and tag in one piece.
    package static func seal(
        _ bytes: some DataProtocol,
        with key: SealingKey,
        boundTo binding: [UInt8]
    ) -> [UInt8] {
        guard let box = try? AES.GCM.seal(bytes, using: key.symmetric, authenticating: binding),
            let combined = box.combined
        else { preconditionFailure("a key of 256 bits and a fresh nonce always seal") }
        return Array(combined)
    }

    /// What was sealed; nil where the key, the binding or a single bit is another.
    package static func open(
        _ sealed: some DataProtocol,
        with key: SealingKey,
        boundTo binding: [UInt8]
    ) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed),
            let bytes = try? AES.GCM.open(box, using: key.symmetric, authenticating: binding)
        else { return nil }
        return Array(bytes)
    }
}

/// A key of 256 bits; it never shows itself in a description or a log.
package struct SealingKey: Sendable, CustomStringConvertible {
    let symmetric: SymmetricKey

    package init() {
        symmetric = SymmetricKey(size: .bits256)
    }

    /// Nil unless there are 32 bytes.
    package init?(bytes: some ContiguousBytes & Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        symmetric = SymmetricKey(data: bytes)
    }

    package var description: String { "a key" }

    package var bytes: [UInt8] { symmetric.withUnsafeBytes { Array($0) } }

    /// This key sealed under another one, bound to what it opens.
    package func wrapped(under key: SealingKey, boundTo binding: [UInt8]) -> [UInt8] {
        Sealing.seal(bytes, with: key, boundTo: binding)
    }

    /// A key that was wrapped under this one.
    package func unwrap(_ wrapped: some DataProtocol, boundTo binding: [UInt8]) -> SealingKey? {
        Sealing.open(wrapped, with: self, boundTo: binding).flatMap { SealingKey(bytes: $0) }
    }

    /// A key for one purpose, from which neither this one nor any other can be worked out.
    package func derived(for purpose: String, _ numbers: Int64...) -> SealingKey {
        var info = Array(purpose.utf8)
        for number in numbers { info.append(bigEndian: number) }
        return SealingKey(
            symmetric: HKDF<SHA256>.deriveKey(
                inputKeyMaterial: symmetric,
                info: info,
                outputByteCount: 32
            )
        )
    }

    private init(symmetric: SymmetricKey) {
        self.symmetric = symmetric
    }

    /// The first 16 bytes of the keyed hash of a text.
    package func token(of text: some DataProtocol) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: text, using: symmetric).prefix(16))
    }
}
