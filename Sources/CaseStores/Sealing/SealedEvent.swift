import Crypto
import Foundation
import Partnerships

/// An event as it is kept: its header in the clear, a commitment to its text, and the sealed text.
package struct SealedEvent: Hashable, Sendable {
    package let header: EventHeader
    /// SHA-256 of a salt and the payload: an extract proves its text by its salt, without a key.
    package let commitment: [UInt8]
    /// Salt and payload, bound to header and commitment.
    package let sealed: [UInt8]

    package init(header: EventHeader, commitment: [UInt8], sealed: [UInt8]) {
        self.header = header
        self.commitment = commitment
        self.sealed = sealed
    }

    /// Seals a payload for its place in a stream.
    package init(_ payload: [UInt8], at header: EventHeader, with key: SealingKey) {
        let salt = SealingKey().bytes
        let salted = salt + payload
        self.header = header
        commitment = Array(SHA256.hash(data: salted))
        sealed = Sealing.seal(salted, with: key, boundTo: header.bytes + commitment)
    }

    /// The payload, checked against its seal and its commitment; nil where either does not hold.
    package func open(with key: SealingKey) -> RecordedEvent? {
        salted(with: key).map {
            RecordedEvent(header: header, payload: Array($0.dropFirst(Self.saltBytes)))
        }
    }

    /// The link of the stream's chain that follows another one.
    package func chained(after previous: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: previous + header.bytes + commitment))
    }
}

/// Hashes that stand for everything before them.
package enum Chain {
    /// Where every chain begins.
    package static let start = [UInt8](repeating: 0, count: 32)

    /// The partnership's head after one act: over the head before, the act's number and every link it added.
    package static func head(
        after previous: [UInt8],
        act: Int,
        links: [(stream: EventStream, version: Int, link: [UInt8])]
    ) -> [UInt8] {
        var bytes = previous
        bytes.append(bigEndian: Int64(act))
        for (stream, version, link) in links {
            bytes.append(bigEndian: stream.number)
            bytes.append(bigEndian: Int64(version))
            bytes += link
        }
        return Array(SHA256.hash(data: bytes))
    }

    /// The link that a look adds to the partnership's chain of looks.
    package static func look(after previous: [UInt8], _ header: [UInt8], _ sealed: [UInt8])
        -> [UInt8]
    {
        Array(SHA256.hash(data: previous + header + Array(SHA256.hash(data: sealed))))
    }
}
