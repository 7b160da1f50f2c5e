/// Puts pseudonyms in the place of the names of a glossary.
///
/// Whole words only, the longest name first, in any case, with the possessive kept; a name of several
/// words also where a hyphen, a line end or several spaces stand between them. The parts of a name,
/// such as a first name or a surname alone, count too where they are written with a capital: for the
/// person, if only one has that part, and otherwise as "[name]". Nothing is changed but the text that
/// is given back, so that names can be shown again.
package struct Pseudonyms: Sendable {
    /// By the first word of the name, the longest first.
    private var names: [String: [Name]] = [:]

    private struct Name {
        let words: [String]
        let pseudonym: String
        /// A part of a name, which may also be a word of everyday.
        let needsCapital: Bool
    }

    /// What stands for a part of a name that several people share.
    package static let shared = "[name]"

    package init(_ people: [ChronologyPerson]) {
        var parts: [String: Set<String>] = [:]
        var whole: Set<[String]> = []
        for person in people {
            for name in [person.name] + person.otherNames {
                let words = textPieces(of: name).compactMap(\.key)
                guard !words.isEmpty, whole.insert(words).inserted else { continue }
                add(Name(words: words, pseudonym: person.pseudonym, needsCapital: false))
            }
            for name in [person.name] + person.otherNames.filter({ $0.contains(" ") }) {
                for part in textPieces(of: name).compactMap(\.key) where isPartOfName(part) {
                    parts[part, default: []].insert(person.pseudonym)
                }
            }
        }
        for (part, pseudonyms) in parts where !whole.contains([part]) {
            let only = pseudonyms.count == 1 ? pseudonyms.first : nil
            add(Name(words: [part], pseudonym: only ?? Self.shared, needsCapital: true))
        }
        for (first, found) in names {
            names[first] = found.sorted { $0.words.count > $1.words.count }
        }
    }

    private mutating func add(_ name: Name) {
        names[name.words[0], default: []].append(name)
    }

    /// The text with a pseudonym in the place of every name.
    package func applied(to text: String) -> String {
        guard !names.isEmpty, !text.isEmpty else { return text }
        let pieces = textPieces(of: text)
        var result = ""
        var place = 0
        while place < pieces.count {
            if let (name, count, ending) = name(at: place, of: pieces) {
                result += name.pseudonym + ending
                place += count
            } else {
                result += pieces[place].text
                place += 1
            }
        }
        return result
    }

    /// Whether the text holds any name of the glossary.
    package func names(in text: String) -> Bool {
        let pieces = textPieces(of: text)
        return pieces.indices.contains { name(at: $0, of: pieces) != nil }
    }

    /// The longest name that begins at a piece, how many pieces it takes, and its possessive ending.
    private func name(
        at place: Int,
        of pieces: [TextPiece]
    ) -> (name: Name, count: Int, ending: String)? {
        guard let key = pieces[place].key else { return nil }
        for (form, _) in forms(of: key, pieces[place]) {
            for name in names[form] ?? [] where !name.needsCapital || pieces[place].isCapitalised {
                if let (count, ending) = length(of: name, at: place, of: pieces) {
                    return (name, count, ending)
                }
            }
        }
        return nil
    }

    private func length(
        of name: Name,
        at place: Int,
        of pieces: [TextPiece]
    ) -> (count: Int, ending: String)? {
        var next = place
        for (number, word) in name.words.enumerated() {
            if number > 0 {
                guard next < pieces.count, pieces[next].joinsName else { return nil }
                next += 1
            }
            guard next < pieces.count, let key = pieces[next].key else { return nil }
            if number + 1 < name.words.count {
                guard key == word else { return nil }
            } else {
                let form = forms(of: key, pieces[next]).first { $0.word == word }
                guard let form else { return nil }
                return (next + 1 - place, form.ending)
            }
            next += 1
        }
        return nil
    }

    /// A word as it is, without a possessive, and without an s where the apostrophe was forgotten.
    private func forms(
        of key: String,
        _ piece: TextPiece
    ) -> [(word: String, ending: String)] {
        var forms = [(word: key, ending: "")]
        guard key.utf8.last == UInt8(ascii: "s") else { return forms }
        if key.hasSuffix("'s") { forms.append((String(key.dropLast(2)), "’s")) }
        if key.utf8.count > 3, piece.isCapitalised {
            forms.append((String(key.dropLast()), "’s"))
        }
        return forms
    }

    private func isPartOfName(_ word: String) -> Bool {
        word.count > 1 && !titles.contains(word) && word.contains(where: \.isLetter)
    }
}

extension TextPiece {
    /// What may stand between the words of one name.
    fileprivate var joinsName: Bool {
        key == nil && text.count <= 3
            && text.allSatisfy {
                $0.isWhitespace || $0 == "-" || $0 == "." || $0 == "\u{2010}" || $0 == "\u{2011}"
            }
    }
}

let titles: Set = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "pc", "dc", "ds",
    "sgt", "rev", "the", "of", "de", "van", "der", "al", "el", "bin", "baby",
]
