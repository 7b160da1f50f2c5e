import Procedures

/// The words of one expression with the place of each; expressions hold no punctuation but brackets round conditions.
struct Expression {
    struct Word {
        let text: String
        /// Characters from the expression's first.
        let offset: Int
    }

    let words: [Word]
    let node: YAMLNode
    var position = 0

    /// Nil, with a diagnostic, where the node is no text on one line.
    init?(_ node: YAMLNode, _ context: inout Context) {
        guard let text = context.text(node) else { return nil }
        guard node.isOnOneLine else {
            context.diagnostics.error("a rule stays on one line", at: node)
            return nil
        }
        self.node = node
        var words: [Word] = []
        var current = ""
        var start = 0
        for (offset, character) in text.enumerated() {
            if character == " " || character == "(" || character == ")" {
                if !current.isEmpty { words.append(Word(text: current, offset: start)) }
                current = ""
                if character != " " { words.append(Word(text: String(character), offset: offset)) }
            } else {
                if current.isEmpty { start = offset }
                current.append(character)
            }
        }
        if !current.isEmpty { words.append(Word(text: current, offset: start)) }
        self.words = words
    }

    var next: String? { position < words.count ? words[position].text : nil }

    func peek(_ ahead: Int) -> String? {
        position + ahead < words.count ? words[position + ahead].text : nil
    }

    mutating func take() -> Word? {
        guard position < words.count else { return nil }
        position += 1
        return words[position - 1]
    }

    /// Takes the words if they come next.
    mutating func take(_ expected: String...) -> Bool {
        for (ahead, word) in expected.enumerated() where peek(ahead) != word { return false }
        position += expected.count
        return true
    }

    var isAtEnd: Bool { position >= words.count }

    /// Where the word at hand stands, for a diagnostic; the end of the expression where none is left.
    func place(ofWord number: Int? = nil) -> (place: Place, length: Int) {
        let number = number ?? position
        let quote = node.isQuoted ? 1 : 0
        guard number < words.count else {
            let end = words.last.map { $0.offset + $0.text.count } ?? 0
            return (node.place.moved(by: quote + max(0, end - 1)), 1)
        }
        return (node.place.moved(by: quote + words[number].offset), words[number].text.count)
    }

    /// Reports at the word at hand, or at a given one.
    func report(_ message: String, atWord number: Int? = nil, _ context: inout Context) {
        let (place, length) = place(ofWord: number)
        context.diagnostics.error(message, at: place, length: length)
    }

    /// Reports words left over; true where there are none.
    func finished(_ context: inout Context) -> Bool {
        guard !isAtEnd else { return true }
        report("'\(next ?? "")' is not expected here", &context)
        return false
    }
}
