/// A letter that goes with a request, as a partnership has written it: its words, with named places to be filled.
package struct LetterDefinition: Hashable, Sendable {
    package let id: String
    package let title: String
    /// Why the agency is asked.
    package let purpose: String
    /// The law by which it is asked, in the partnership's own words.
    package let legalBasis: String
    /// What it is to do with its records.
    package let instruction: String
    /// With places in braces, as `{agency}`.
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
    }

    /// The places that a text names, in order, known or not.
    package static func places(in text: String) -> [String] {
        var names: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            rest = rest[rest.index(after: open)...]
            guard let close = rest.firstIndex(of: "}") else { break }
            names.append(String(rest[..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }

    /// A text with its places filled; an unknown one stays as it is.
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
