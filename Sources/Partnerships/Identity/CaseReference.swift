/// The opaque name of a case, short enough to be read out on the telephone: `4QX-7MD`.
///
/// It says nothing of a child and is unique over all partnerships of one store.
package struct CaseReference: Hashable, Sendable {
    /// From 0 up to, not including, 2 to the power of 30.
    package let number: Int64

    package static let count: Int64 = 1 << 30

    /// Nil outside 0 to 2³⁰ - 1.
    package init?(number: Int64) {
        guard 0..<Self.count ~= number else { return nil }
        self.number = number
    }

    /// Takes what `description` or `path` writes, in either case, with or without the hyphen.
    package init?(_ text: some StringProtocol) {
        guard let number = readableNumber(in: text, letters: 6) else { return nil }
        self.number = number
    }

    /// Lower case, for addresses: `4qx-7md`.
    package var path: String { readableText(of: number, letters: 6) }
}

extension CaseReference: CustomStringConvertible {
    /// Upper case, for people: `4QX-7MD`.
    package var description: String { path.uppercased() }
}

extension CaseReference: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension CaseReference: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let reference = CaseReference(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no case reference")
            )
        }
        self = reference
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(path)
    }
}
