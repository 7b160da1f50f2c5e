/// A place in a text, counted from 1 as editors do.
package struct Place: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (one: Place, other: Place) -> Bool {
        (one.line, one.column) < (other.line, other.column)
    }

    /// The place some characters further along the same line.
    func moved(by characters: Int) -> Place {
        Place(line: line, column: column + characters)
    }
}

/// Something wrong, or worth a look, in a text that someone wrote.
package struct Diagnostic: Hashable, Sendable {
    package enum Severity: String, Sendable {
        case error, warning
    }

    package let severity: Severity
    /// One sentence: what is wrong, the bad value, the valid ones.
    package let message: String
    package let place: Place
    /// How many characters the caret line marks; at least 1.
    package let length: Int

    package init(severity: Severity, message: String, place: Place, length: Int = 1) {
        self.severity = severity
        self.message = Self.readable(message)
        self.place = place
        self.length = max(1, length)
    }
}

extension Diagnostic {
    /// A message that quotes something endless, cut to what people read.
    private static func readable(_ message: String) -> String {
        let most = 1_500
        return message.utf8.count > most && message.count > most
            ? "\(message.prefix(most)) ..." : message
    }
}

/// Diagnostics with the file they are about, able to show themselves with the source line and a caret.
package struct DiagnosedText: Sendable {
    package let file: String
    private let lines: [Substring]

    /// Characters of a source line that are shown at most.
    private static let widest = 160

    package init(file: String, text: String) {
        self.file = file
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// `file:14:15: error: message`, the line, and a caret under the bad value.
    package func rendered(_ diagnostic: Diagnostic) -> String {
        let place = diagnostic.place
        let head =
            "\(file):\(place.line):\(place.column): \(diagnostic.severity.rawValue): \(diagnostic.message)"
        guard lines.indices.contains(place.line - 1) else { return head }
        let line = lines[place.line - 1]
        let number = String(place.line)
        // A line of great length is shown around the place that matters.
        let first = max(0, place.column - 80)
        let shown = line.dropFirst(first).prefix(Self.widest)
        let margin = String(repeating: " ", count: number.count)
        let indent = String(
            shown.prefix(place.column - 1 - first).map { $0 == "\t" ? "\t" : " " as Character }
        )
        let room = max(1, shown.count - (place.column - first) + 1)
        let carets = String(repeating: "^", count: min(diagnostic.length, room))
        return "\(head)\n\(number) | \(shown)\n\(margin) | \(indent)\(carets)"
    }
}

/// Collects everything that is wrong, so that a writer sees it all at once.
struct Diagnostics {
    private(set) var list: [Diagnostic] = []

    mutating func error(_ message: String, at place: Place, length: Int = 1) {
        list.append(Diagnostic(severity: .error, message: message, place: place, length: length))
    }

    mutating func error(_ message: String, at node: YAMLNode) {
        error(message, at: node.place, length: node.length)
    }

    mutating func warning(_ message: String, at place: Place, length: Int = 1) {
        list.append(Diagnostic(severity: .warning, message: message, place: place, length: length))
    }

    mutating func add(_ diagnostic: Diagnostic) {
        list.append(diagnostic)
    }

    var hasErrors: Bool { list.contains { $0.severity == .error } }

    /// More than a writer reads at once.
    private static let most = 200

    /// In the order of the text, each said once.
    var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        let all = list.sorted { $0.place < $1.place }.filter { seen.insert($0).inserted }
        guard all.count > Self.most else { return all }
        let next = all[Self.most]
        let more = Diagnostic(
            severity: next.severity,
            message:
                "this and \(all.count - Self.most - 1) more are not shown; mend the others first",
            place: next.place
        )
        return all.prefix(Self.most) + [more]
    }
}
