/// Two versions of a text, compared word by word.
package struct WordComparison: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case same, deleted, inserted
    }

    package struct Piece: Hashable, Sendable {
        package let kind: Kind
        package let text: String
    }

    /// In the order in which they are read: what was deleted before what stands in its place.
    package let pieces: [Piece]

    /// The most differing words that are told apart; beyond, all that differs is shown as one change.
    package static let mostChanges = 1_000

    package init(from old: String, to new: String) {
        let (before, after) = (words(of: old), words(of: new))
        let head = zip(before, after).prefix { $0 == $1 }.count
        let tail = zip(before.dropFirst(head).reversed(), after.dropFirst(head).reversed())
            .prefix { $0 == $1 }.count
        var joined = Joined()
        for word in before.prefix(head) { joined.add(.same, word) }
        let (middle, other) = (
            before.dropFirst(head).dropLast(tail), after.dropFirst(head).dropLast(tail)
        )
        for (kind, word) in changes(Array(middle), Array(other)) { joined.add(kind, word) }
        for word in before.suffix(tail) { joined.add(.same, word) }
        pieces = joined.pieces
    }

    package var isSame: Bool { pieces.allSatisfy { $0.kind == .same } }

    /// How many words were put in and taken out.
    package var counts: (inserted: Int, deleted: Int) {
        func count(_ kind: Kind) -> Int {
            pieces.filter { $0.kind == kind }
                .map { $0.text.split(whereSeparator: \.isWhitespace).count }.reduce(0, +)
        }
        return (count(.inserted), count(.deleted))
    }
}

/// Words, the blanks between them, and signs, each by itself; together they are the text.
private func words(of text: String) -> [Substring] {
    var found: [Substring] = []
    var start = text.startIndex
    var sort: Sort?
    for place in text.indices {
        let next = Sort(text[place])
        if let sort, sort != next || next == .sign {
            found.append(text[start..<place])
            start = place
        }
        sort = next
    }
    if start < text.endIndex { found.append(text[start...]) }
    return found
}

private enum Sort {
    case word, blank, sign

    init(_ character: Character) {
        self =
            character.isWhitespace
            ? .blank
            : character.isLetter || character.isNumber || character == "'" || character == "’"
                ? .word : .sign
    }
}

/// The shortest list of words to take out and put in (Myers 1986), as far as it is not longer than the bound.
private func changes(
    _ old: [Substring],
    _ new: [Substring]
) -> [(kind: WordComparison.Kind, word: Substring)] {
    let whole = old.map { (WordComparison.Kind.deleted, $0) } + new.map { (.inserted, $0) }
    if old.isEmpty || new.isEmpty { return whole }
    let most = min(old.count + new.count, WordComparison.mostChanges)
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var history: [[Int]] = []
    for distance in 0...most {
        history.append(Array(furthest[(middle - distance - 1)...(middle + distance + 1)]))
        for diagonal in stride(from: -distance, through: distance, by: 2) {
            let isDown =
                diagonal == -distance
                || diagonal != distance
                    && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1]
            var x = isDown ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
            while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
            furthest[middle + diagonal] = x
            if x >= old.count, x - diagonal >= new.count {
                return path(old, new, history)
            }
        }
    }
    return whole
}

/// The way back from the end, through what was kept of each distance.
private func path(
    _ old: [Substring],
    _ new: [Substring],
    _ history: [[Int]]
) -> [(kind: WordComparison.Kind, word: Substring)] {
    var found: [(kind: WordComparison.Kind, word: Substring)] = []
    var (x, y) = (old.count, new.count)
    for distance in stride(from: history.count - 1, through: 0, by: -1) {
        let kept = history[distance]
        func furthest(_ diagonal: Int) -> Int { kept[diagonal + distance + 1] }
        let diagonal = x - y
        let isDown =
            diagonal == -distance
            || diagonal != distance && furthest(diagonal - 1) < furthest(diagonal + 1)
        let before = isDown ? diagonal + 1 : diagonal - 1
        let start = distance == 0 ? 0 : furthest(before)
        while x > (distance == 0 ? 0 : isDown ? start : start + 1), y > 0, x > 0 {
            x -= 1
            y -= 1
            found.append((.same, old[x]))
        }
        guard distance > 0 else { break }
        if isDown {
            y -= 1
            found.append((.inserted, new[y]))
        } else {
            x -= 1
            found.append((.deleted, old[x]))
        }
    }
    return found.reversed()
}

/// Joins neighbours of one kind, and takes in the blank between two changed words, which nobody wants to see apart.
private struct Joined {
    private var finished: [WordComparison.Piece] = []
    private var deleted = ""
    private var inserted = ""
    private var blank = ""

    mutating func add(_ kind: WordComparison.Kind, _ word: Substring) {
        switch kind {
        case .deleted:
            takeBlank()
            deleted += word
        case .inserted:
            takeBlank()
            inserted += word
        case .same:
            let isChanging = !deleted.isEmpty || !inserted.isEmpty
            if isChanging, blank.isEmpty, word.allSatisfy({ $0.isWhitespace && !$0.isNewline }) {
                blank = String(word)
            } else {
                end()
                same(String(word))
            }
        }
    }

    private mutating func takeBlank() {
        guard !blank.isEmpty else { return }
        if !deleted.isEmpty { deleted += blank }
        if !inserted.isEmpty { inserted += blank }
        // A blank that stood on one side alone is put in or taken out with it.
        if deleted.isEmpty { deleted = blank } else if inserted.isEmpty { inserted = blank }
        blank = ""
    }

    private mutating func same(_ text: String) {
        if let last = finished.last, last.kind == .same {
            finished[finished.count - 1] = .init(kind: .same, text: last.text + text)
        } else {
            finished.append(.init(kind: .same, text: text))
        }
    }

    private mutating func end() {
        if !deleted.isEmpty { finished.append(.init(kind: .deleted, text: deleted)) }
        if !inserted.isEmpty { finished.append(.init(kind: .inserted, text: inserted)) }
        (deleted, inserted) = ("", "")
        if !blank.isEmpty { same(blank) }
        blank = ""
    }

    var pieces: [WordComparison.Piece] {
        var whole = self
        whole.end()
        return whole.finished
    }
}
