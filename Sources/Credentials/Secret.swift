import Crypto

/// Bytes that nothing prints and that are wiped when nobody holds them any longer.
///
/// They lie in Crypto's own type for keys, which wipes its memory and compares in constant time.
package struct Secret: Sendable, Equatable {
    let key: SymmetricKey

    package init(_ bytes: [UInt8]) {
        key = SymmetricKey(data: bytes)
    }

    /// So many random bytes; in earnest `random` is the system's own generator.
    package init(count: Int, using random: inout some RandomNumberGenerator) {
        self.init(randomBytes(count, using: &random))
    }

    package var count: Int { key.bitCount / 8 }

    package func withBytes<Answer>(
        _ body: (UnsafeRawBufferPointer) throws -> Answer
    ) rethrows -> Answer {
        try key.withUnsafeBytes(body)
    }

    /// A copy that is not wiped: for what must be written down.
    var bytes: [UInt8] { withBytes { Array($0) } }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "(secret)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

func randomBytes(_ count: Int, using random: inout some RandomNumberGenerator) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
}

/// Whether two texts of bytes are the same, in a time that depends on their lengths alone.
func areSame(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}
