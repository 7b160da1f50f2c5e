/// An opaque name of one thing: 60 random bits, written as twelve letters and digits in threes.
///
/// `Named` only keeps the identifiers of different things apart.
package struct Identifier<Named>: Hashable, Sendable {
    /// From 0 up to, not including, 2 to the power of 60.
    package let number: Int64

    package static var count: Int64 { 1 << 60 }

    /// Nil outside 0 to 2⁶⁰ - 1.
    package init?(number: Int64) {
        guard 0..<Self.count ~= number else { return nil }
        self.number = number
    }

    /// The name after it, for a further thing that the same act adds.
    package var next: Identifier {
        Identifier(number: (number + 1) % Self.count) ?? self
    }

    /// Takes what `description` writes, in either case, with or without hyphens; nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard let number = readableNumber(in: text, letters: 12) else { return nil }
        self.number = number
    }
}

extension Identifier: CustomStringConvertible {
    /// Lower case, for addresses: `4qx-7md-k2p-9ht`.
    package var description: String { readableText(of: number, letters: 12) }
}

extension Identifier: Comparable {
    package static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

extension Identifier: Codable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let identifier = Identifier(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no identifier")
            )
        }
        self = identifier
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// A partnership that keeps its cases here, apart from every other.
package enum NamedPartnership {}
/// A human being with one sign-in.
package enum NamedPerson {}
/// An agency of one partnership.
package enum NamedAgency {}
/// A document of one case.
package enum NamedDocument {}
/// Something that happened or was written, to be corrected or linked to by its name.
package enum NamedEntry {}

package typealias PartnershipID = Identifier<NamedPartnership>
package typealias PersonID = Identifier<NamedPerson>
package typealias AgencyID = Identifier<NamedAgency>
package typealias DocumentID = Identifier<NamedDocument>
package typealias EntryID = Identifier<NamedEntry>
