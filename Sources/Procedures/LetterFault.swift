/// Something in the text of a letter that cannot go out as it stands, with its place.
package struct LetterFault: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        /// A name in braces that means nothing.
        case unknown(String)
        /// A name that is filled in, and not in this part.
        case notHere(LetterDefinition.Place)
        /// A brace that none closes on its line.
        case unclosed
        /// A brace that none opened.
        case unopened
        /// More than one brace on a side, with all that they hold.
        case doubled(String)
        /// A sign that nobody sees, and that may turn the words around it about.
        case unseen(UInt32)
        /// So many characters are too many.
        case tooLong(Int)
        case empty
    }

    package let part: LetterDefinition.Part
    package let what: What
    /// From 1, as editors count.
    package let line: Int
    package let column: Int
    /// Exactly what stands there; empty where the whole part is at fault.
    package let mark: String
}

extension LetterFault {
    /// What is wrong, the bad value, the nearest valid one and all of them, without a first capital and a last stop.
    package var message: String { offer.map { Self.joined(problem, $0) } ?? problem }

    /// The same without the list of the valid ones.
    package var problem: String {
        switch what {
        case .unknown(let name):
            let near = nearest(to: Self.bare(name), in: part.places.map(\.rawValue))
            return "there is no name \(mark)" + (near.map { "; did you mean {\($0)}?" } ?? "")
        case .notHere(let place):
            return "\(place.mark) is filled in in the letter itself, and not here"
        case .unclosed: return "{ opens a name that no } closes on the same line"
        case .unopened: return "} closes a name that no { opened"
        case .doubled(let held):
            let name = part.places.first { $0.rawValue == Self.bare(held) }
            return "\(mark) has more than one brace on a side"
                + (name.map { "; write \($0.mark)" } ?? "")
        case .unseen(let value):
            let digits = String(value, radix: 16, uppercase: true)
            let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
            return "a sign that nobody sees stands here (U+\(code)): take it out"
        case .tooLong(let count): return "has \(count) characters; \(part.most) is the most"
        case .empty: return "is empty"
        }
    }

    /// The names that could stand there; nil where another name would help nobody.
    package var offer: String? {
        switch what {
        case .unknown, .unclosed, .unopened, .doubled:
            part.places.isEmpty
                ? "no names are filled in here"
                : "the names are \(part.places.map(\.mark).joined(separator: ", "))"
        case .notHere, .unseen, .tooLong, .empty: nil
        }
    }

    /// A sentence that goes on after what is wrong.
    package static func joined(_ problem: String, _ offer: String) -> String {
        problem.hasSuffix("?")
            ? "\(problem) \(offer.prefix(1).uppercased())\(offer.dropFirst())"
            : "\(problem); \(offer)"
    }

    /// A name without what other languages of templates put before it.
    private static func bare(_ name: String) -> String {
        name.lowercased().filter { !$0.isWhitespace && !"#/^>&=!$%".contains($0) }
    }
}

extension LetterDefinition {
    /// Everything that keeps it from going out, part by part, in the order of the text.
    package var faults: [LetterFault] {
        Part.allCases.flatMap { Self.faults(in: self[$0], of: $0) }
    }

    /// Everything in a text that keeps it from being a part of a letter.
    package static func faults(in text: String, of part: Part) -> [LetterFault] {
        func whole(_ what: LetterFault.What) -> [LetterFault] {
            [LetterFault(part: part, what: what, line: 1, column: 1, mark: "")]
        }
        if part.isNeeded, text.allSatisfy(\.isWhitespace) { return whole(.empty) }
        let count = text.count
        if count > part.most { return whole(.tooLong(count)) }
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return zip(1..., lines).flatMap { number, line in
            var reading = LineReading(part: part, line: number, rest: Array(line))
            return reading.faults()
        }
    }
}

/// One line of a part, read from left to right.
private struct LineReading {
    let part: LetterDefinition.Part
    let line: Int
    let rest: [Character]
    private var place = 0

    init(part: LetterDefinition.Part, line: Int, rest: [Character]) {
        self.part = part
        self.line = line
        self.rest = rest
    }

    mutating func faults() -> [LetterFault] {
        var found: [LetterFault] = []
        while place < rest.count {
            switch rest[place] {
            case "{":
                if let fault = opened() { found.append(fault) }
            case "}": found.append(fault(.unopened, through: place + 1))
            case let sign:
                if let unseen = sign.unicodeScalars.first(where: { !$0.isSound }) {
                    found.append(fault(.unseen(unseen.value), through: place + 1))
                } else {
                    place += 1
                }
            }
        }
        return found
    }

    /// What stands from here on to a place, which is then behind.
    private mutating func fault(_ what: LetterFault.What, through end: Int) -> LetterFault {
        defer { place = end }
        return LetterFault(
            part: part,
            what: what,
            line: line,
            column: place + 1,
            mark: String(rest[place..<end])
        )
    }

    private mutating func opened() -> LetterFault? {
        let name = rest[place...].prefix { $0 == "{" }.endIndex
        let held = rest[name...].prefix { $0 != "{" && $0 != "}" }
        let end = rest[held.endIndex...].prefix { $0 == "}" }.endIndex
        if end == held.endIndex { return fault(.unclosed, through: name) }
        let text = String(held)
        if name > place + 1 || end > held.endIndex + 1 {
            return fault(.doubled(text), through: end)
        }
        guard let known = LetterDefinition.Place(rawValue: text) else {
            return fault(.unknown(text), through: end)
        }
        if !part.places.contains(known) { return fault(.notHere(known), through: end) }
        place = end
        return nil
    }
}
