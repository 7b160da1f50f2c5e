import Crypto
package import Foundation
package import Partnerships

/// What a partnership had recorded at some time, signed: kept elsewhere, it shows whether the log was cut short.
package struct SignedHead: Hashable, Sendable, Codable {
    package let partnership: PartnershipID
    /// How many acts the partnership had recorded.
    package let acts: Int
    package let head: Data
    package let recorded: Timestamp
    package let signature: Data
    /// Ed25519; tells which installation signed.
    package let publicKey: Data

    package init(
        partnership: PartnershipID,
        acts: Int,
        head: Data,
        recorded: Timestamp,
        signature: Data,
        publicKey: Data
    ) {
        self.partnership = partnership
        self.acts = acts
        self.head = head
        self.recorded = recorded
        self.signature = signature
        self.publicKey = publicKey
    }

    /// What is signed.
    static func message(
        _ partnership: PartnershipID,
        _ acts: Int,
        _ head: [UInt8],
        _ recorded: Timestamp
    ) -> [UInt8] {
        var bytes = Array("sightline head 1".utf8)
        bytes.append(bigEndian: partnership.number)
        bytes.append(bigEndian: Int64(acts))
        bytes.append(bigEndian: recorded.milliseconds)
        return bytes + head
    }

    /// Whether it was signed by the key it names and nothing in it was changed since.
    package var isGenuine: Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: publicKey) else {
            return false
        }
        let message = Self.message(partnership, acts, Array(head), recorded)
        return key.isValidSignature(signature, for: message)
    }
}

extension [SignedHead] {
    /// As `sightline heads` prints them and `sightline verify --head` reads them.
    package var text: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("heads can be written")
        }
        return [UInt8](data) + [0x0A]
    }
}

/// The key that signs heads, kept with the installation's key.
package struct SigningKey: Sendable, CustomStringConvertible {
    private let key: Curve25519.Signing.PrivateKey

    package init() {
        key = Curve25519.Signing.PrivateKey()
    }

    /// Nil unless they are the 32 bytes of a key.
    package init?(bytes: [UInt8]) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes) else {
            return nil
        }
        self.key = key
    }

    package var description: String { "a key" }

    package var bytes: [UInt8] { Array(key.rawRepresentation) }

    package var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

    /// Signs what a partnership has recorded.
    package func sign(
        _ partnership: PartnershipID,
        acts: Int,
        head: [UInt8],
        recorded: Timestamp
    ) -> SignedHead {
        let message = SignedHead.message(partnership, acts, head, recorded)
        guard let signature = try? key.signature(for: message) else {
            preconditionFailure("a key always signs")
        }
        return SignedHead(
            partnership: partnership,
            acts: acts,
            head: Data(head),
            recorded: recorded,
            signature: signature,
            publicKey: Data(publicKey)
        )
    }

    /// What is signed of the end of a stream.
    static func message(
        _ link: [UInt8],
        _ stream: EventStream,
        _ version: Int,
        _ recorded: Timestamp
    ) -> [UInt8] {
        var bytes = Array("sightline stream 1".utf8)
        bytes.append(bigEndian: stream.partnership.number)
        bytes.append(bigEndian: stream.number)
        bytes.append(bigEndian: Int64(version))
        bytes.append(bigEndian: recorded.milliseconds)
        return bytes + link
    }

    /// Signs the end of a stream, for an extract of it.
    func sign(
        _ link: [UInt8],
        of stream: EventStream,
        version: Int,
        recorded: Timestamp
    ) -> StreamExtract.End {
        let message = Self.message(link, stream, version, recorded)
        guard let signature = try? key.signature(for: message) else {
            preconditionFailure("a key always signs")
        }
        return StreamExtract.End(
            link: Data(link),
            recorded: recorded,
            signature: signature,
            publicKey: Data(publicKey)
        )
    }
}
