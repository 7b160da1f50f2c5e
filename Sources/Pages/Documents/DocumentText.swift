import Procedures

/// Words of a document.
///
/// Whatever stands in them is text: no markup, no template, no address that is fetched.
package struct DocumentText: Hashable, Sendable, ExpressibleByStringInterpolation {
    package enum Run: Hashable, Sendable {
        case plain(String)
        case strong(String)
        /// Words that lead to an `https` address.
        case link(String, to: String)
        case lineBreak
    }

    package let runs: [Run]

    /// A text as it stands, its line ends kept.
    package init(_ text: String) {
        self.init([.plain(text)])
    }

    package init(_ runs: [Run]) {
        self.runs = runs.flatMap { run -> [Run] in
            switch run {
            case .plain(let text): Self.lines(text) { .plain($0) }
            case .strong(let text): Self.lines(text) { .strong($0) }
            case .link(let text, let address): [.link(sound(text), to: sound(address))]
            case .lineBreak: [run]
            }
        }
    }

    package init(stringLiteral value: String) {
        self.init(value)
    }

    package var isEmpty: Bool { runs.isEmpty }

    private static func lines(_ text: String, _ run: (String) -> Run) -> [Run] {
        var runs: [Run] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (number, line) in lines.enumerated() {
            if number > 0 { runs.append(.lineBreak) }
            if !line.isEmpty { runs.append(run(sound(String(line)))) }
        }
        return runs
    }
}
