/// A text taken apart into words and what stands between them; together they are the text again.
struct TextPiece: Hashable {
    let text: Substring
    /// In small letters, without marks that nobody sees; nil for what is no word.
    let key: String?

    var isCapitalised: Bool { text.first?.isUppercase == true }
}

/// The pieces of a text; a word is letters and digits, with apostrophes inside it.
func textPieces(of text: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    var start = text.startIndex
    var place = start
    var isWord = false
    func add(_ end: String.Index) {
        guard start < end else { return }
        let piece = text[start..<end]
        pieces.append(TextPiece(text: piece, key: isWord ? wordKey(piece) : nil))
    }
    while place < text.endIndex {
        let next = text.index(after: place)
        let character = text[place]
        let follows = next < text.endIndex && text[next].isWordPart
        let belongs =
            character.isWordPart || isWord && character.isApostrophe && follows
            || isWord && character.isUnseen && follows
        if belongs != isWord {
            add(place)
            start = place
            isWord = belongs
        }
        place = next
    }
    add(text.endIndex)
    return pieces
}

private func wordKey(_ text: Substring) -> String {
    var key = ""
    for character in text where !character.isUnseen {
        if character.isApostrophe {
            key.append("'")
        } else {
            // A letter may carry marks that nobody sees.
            key += String(
                String.UnicodeScalarView(character.unicodeScalars.filter { !$0.isUnseen })
            )
            .lowercased()
        }
    }
    return key
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber }

    fileprivate var isApostrophe: Bool {
        self == "'" || self == "\u{2019}" || self == "\u{2018}" || self == "`"
    }

    /// Takes no room on a page: a soft hyphen, a space of no width.
    fileprivate var isUnseen: Bool { unicodeScalars.allSatisfy(\.isUnseen) }
}

extension Unicode.Scalar {
    fileprivate var isUnseen: Bool { properties.isDefaultIgnorableCodePoint }
}
