import Crypto
package import Partnerships

/// The secret of a time-based one-time code (RFC 6238): SHA-1, six figures, thirty seconds.
///
/// SHA-1 is what every authenticator program takes; nothing known against it helps in an HMAC.
package struct TimeCode: Sendable, Equatable {
    /// How many times thirty seconds have passed since 1970.
    package typealias Step = Int64

    let secret: Secret

    package static let secretCount = 20

    package init(using random: inout some RandomNumberGenerator) {
        secret = Secret(count: Self.secretCount, using: &random)
    }

    /// Nil for other than twenty bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == Self.secretCount else { return nil }
        secret = Secret(bytes)
    }

    package static func step(at now: Timestamp) -> Step {
        Int64((Double(now.milliseconds) / 30_000).rounded(.down))
    }

    /// The six figures of one step.
    package func code(of step: Step) -> String {
        let text = String(number(of: step))
        return String(repeating: "0", count: 6 - text.count) + text
    }

    /// The step whose code this is: now's, or one to either side for clocks that differ.
    ///
    /// A step serves once: neither the last one used nor any before it is taken again, so that a code read
    /// over a shoulder is worth nothing.
    package func matches(_ typed: String, at now: Timestamp, lastUsed: Step?) -> Step? {
        let figures = typed.utf8.filter { $0 != 0x20 }
        guard figures.count == 6 else { return nil }
        let current = Self.step(at: now)
        // All three are always computed, so that the time taken does not tell which was near.
        let found = (current - 1...current + 1).filter {
            areSame(Array(code(of: $0).utf8), figures)
        }
        return found.last { step in lastUsed.map { step > $0 } ?? true }
    }

    private func number(of step: Step) -> UInt32 {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let code = HMAC<Crypto.Insecure.SHA1>.authenticationCode(for: message, using: secret.key)
        let bytes = Array(code)
        let start = Int(bytes[19] & 0xF)
        let word = bytes[start..<start + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return (word & 0x7FFF_FFFF) % 1_000_000
    }
}

extension TimeCode {
    /// For typing where no picture can be read: base32 in groups of four.
    package var typedText: String {
        var text = ""
        for (place, letter) in base32Text(of: secret.bytes).enumerated() {
            if place > 0, place.isMultiple(of: 4) { text += " " }
            text.append(letter)
        }
        return text
    }

    /// What a QR code shows to an authenticator program; the label is the account and nothing of a case.
    package func enrolmentAddress(label: String) -> String {
        "otpauth://totp/Sightline:\(percentEncoded(label))?secret=\(base32Text(of: secret.bytes))"
            + "&issuer=Sightline&algorithm=SHA1&digits=6&period=30"
    }
}

extension TimeCode: Hashable {
    /// Nothing of the secret goes into a hash that is not made for it.
    package func hash(into hasher: inout Hasher) {}
}

extension TimeCode: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let bytes = bytes(ofBase32Text: text), let code = TimeCode(bytes: bytes) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no time code secret")
            )
        }
        self = code
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(base32Text(of: secret.bytes))
    }
}

/// All but the letters and figures that every reader of addresses leaves alone.
private func percentEncoded(_ text: String) -> String {
    let figures = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
        default: bytes += [0x25, figures[Int(byte >> 4)], figures[Int(byte & 15)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
