/// The sentences of a text, each without the blanks around it; a line is never part of the one before.
package func sentences(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).flatMap { sentences(ofLine: $0) }
}

private func sentences(ofLine line: Substring) -> [String] {
    var found: [String] = []
    var sentence = ""
    var rest = line
    while let character = rest.popFirst() {
        sentence.append(character)
        guard character.endsSentence, !endsShort(sentence) else { continue }
        // What closes a quotation or a bracket belongs to the sentence.
        while let next = rest.first, next.closesQuotation || next.endsSentence {
            sentence.append(next)
            rest.removeFirst()
        }
        if rest.first?.isWhitespace ?? true, rest.beginsSentence {
            found.append(sentence)
            sentence = ""
        }
    }
    found.append(sentence)
    return found.map { $0.trimmed }.filter { !$0.isEmpty }
}

/// Whether a full stop stands after a shortened word, or after an initial, and so ends nothing.
private func endsShort(_ sentence: String) -> Bool {
    guard sentence.last == "." else { return false }
    let word = sentence.dropLast().reversed().prefix { !$0.isWhitespace && $0 != "(" }.reversed()
    let text = String(word).lowercased()
    return shortened.contains(text) || text.count == 1 && word.allSatisfy { $0.isUppercase }
}

private let shortened: Set = [
    "mr", "mrs", "ms", "dr", "prof", "st", "e.g", "i.e", "eg", "ie", "no", "vs", "approx", "cf",
    "para", "fig", "p", "pp", "sgt", "supt", "insp", "rev", "hon", "tel", "ref",
]

extension Character {
    fileprivate var endsSentence: Bool { self == "." || self == "!" || self == "?" }

    fileprivate var closesQuotation: Bool {
        self == "”" || self == "’" || self == "\"" || self == "'" || self == ")"
    }
}

extension Substring {
    /// Whether what comes next can begin a sentence, or there is nothing more.
    fileprivate var beginsSentence: Bool {
        guard let next = first(where: { !$0.isWhitespace }) else { return true }
        return next.isUppercase || next.isNumber || "“‘\"'(".contains(next)
    }
}

extension String {
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

/// A text that somebody wrote elsewhere, so that nothing in it means anything in a report: what looks like a marker
/// would name a source that it does not come from.
package func taken(_ text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let first = rest.first {
        let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
        if first == "[", !digits.isEmpty, rest.dropFirst(1 + digits.count).first == "]" {
            result += "(\(digits))"
            rest.removeFirst(digits.count + 2)
        } else if rest.hasPrefix("**") {
            rest.removeFirst(2)
        } else {
            result.append(first.isNewline ? " " : first)
            rest.removeFirst()
        }
    }
    let words = result.trimmed
    // Else it would be an item of a list.
    return ["-", "•", "–"].contains(words.first.map { "\($0)" })
        ? words.dropFirst().description.trimmed : words
}

/// A sentence with the marker of its source before the stop that ends it.
///
/// `It was closed.` becomes `It was closed [3].`
package func cited(_ sentence: String, _ number: Int) -> String {
    var words = Substring(sentence.trimmed)
    var end = ""
    while let last = words.last, last.endsSentence || last.closesQuotation {
        end = "\(last)\(end)"
        words.removeLast()
    }
    // A closing quotation mark belongs to the words, the stop behind it does not.
    if let mark = end.lastIndex(where: { $0.closesQuotation }) {
        words += end[...mark]
        end = String(end[end.index(after: mark)...])
    }
    return "\(words) [\(number)]\(end)"
}
