/// A letter that goes with a request: its words, with names in braces that are filled in for each agency.
///
/// Kept with what a partnership decided: the names of its properties are stored text.
package struct LetterDefinition: Hashable, Sendable, Codable {
    package let id: String
    package let title: String
    /// Why the agency is asked.
    package let purpose: String
    /// The law by which it is asked, in the partnership's own words.
    package let legalBasis: String
    /// What it is to do with its records.
    package let instruction: String
    /// With names in braces, as `{agency}`.
    package let paragraphs: [String]

    package init(
        id: String,
        title: String,
        purpose: String,
        legalBasis: String,
        instruction: String,
        paragraphs: [String]
    ) {
        self.id = id
        self.title = title
        self.purpose = purpose
        self.legalBasis = legalBasis
        self.instruction = instruction
        self.paragraphs = paragraphs
    }

    /// What is filled in for each agency.
    ///
    /// Of the case there is its reference and nothing else: a letter leaves the house, and no name in it can bring a child's.
    package enum Place: String, CaseIterable, Hashable, Sendable {
        case agency
        /// The name of whoever is to answer.
        case name
        /// The day by which, in words.
        case due
        case form
        case reference
        case partnership
        case sender

        /// As it is written in a letter: `{agency}`.
        package var mark: String { "{\(rawValue)}" }
    }

    /// What a letter is made of.
    package enum Part: String, CaseIterable, Hashable, Sendable {
        case title, purpose
        case legalBasis = "legal-basis"
        case instruction
        case letter

        /// The names that are filled in in it.
        package var places: [Place] { self == .letter ? Place.allCases : [] }

        package var isNeeded: Bool { self != .instruction }

        /// Characters at most.
        package var most: Int {
            switch self {
            case .title: 200
            case .purpose, .legalBasis, .instruction: 4_000
            case .letter: 20_000
            }
        }
    }

    package subscript(part: Part) -> String {
        switch part {
        case .title: title
        case .purpose: purpose
        case .legalBasis: legalBasis
        case .instruction: instruction
        case .letter: paragraphs.joined(separator: "\n\n")
        }
    }

    /// The paragraphs of a text in which empty lines stand between them.
    package static func paragraphs(of text: String) -> [String] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .split { $0.allSatisfy(\.isWhitespace) }
            .map { $0.joined(separator: "\n") }
    }

    /// A text with its names filled in, once: what is filled in is not read again.
    ///
    /// One that is unknown, or has no value, stays as it is.
    package static func fill(_ text: String, _ values: [Place: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            filled += rest[..<open]
            let after = rest[rest.index(after: open)...]
            guard let close = after.firstIndex(of: "}"),
                let place = Place(rawValue: String(after[..<close])), let value = values[place]
            else {
                filled += "{"
                rest = after
                continue
            }
            filled += value
            rest = after[after.index(after: close)...]
        }
        return filled + rest
    }
}

extension [LetterDefinition] {
    /// A letter by name; the standard one where no name is given, or none of that name is here.
    package func letter(_ id: String?) -> LetterDefinition? {
        first { $0.id == id } ?? first { $0.id == "standard" }
    }
}
