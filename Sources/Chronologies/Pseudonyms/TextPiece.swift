/// A text taken apart into words and what stands between them; together they are the text again.
struct TextPiece: Hashable {
    let text: Substring
    /// In small letters, without marks that nobody sees; nil for what is no word.
    let key: String?

    var isCapitalised: Bool {
        guard let first = text.utf8.first else { return false }
        return first < 0x80 ? 0x41...0x5A ~= first : text.first?.isUppercase == true
    }
}

/// The pieces of a text; a word is letters and digits, with apostrophes inside it.
func textPieces(of text: String) -> [TextPiece] {
    var pieces: [TextPiece] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    var place = start
    var isWord = false
    func add(_ end: String.Index) {
        guard start < end else { return }
        let piece = text[start..<end]
        pieces.append(TextPiece(text: piece, key: isWord ? wordKey(piece) : nil))
    }
    while place < bytes.endIndex {
        var next = bytes.index(after: place)
        let belongs: Bool
        if bytes[place] < 0x80, next == bytes.endIndex || bytes[next] < 0x80 {
            // Nothing can combine with it, so the byte is the whole character.
            belongs =
                bytes[place].isWordPart
                || isWord && bytes[place].isApostrophe && next < bytes.endIndex
                    && bytes[next].isWordPart
        } else {
            let character = text[place]
            next = text.index(after: place)
            let follows = next < text.endIndex && text[next].isWordPart
            belongs =
                character.isWordPart
                || isWord && follows && (character.isApostrophe || character.isUnseen)
        }
        if belongs != isWord {
            add(place)
            start = place
            isWord = belongs
        }
        place = next
    }
    add(bytes.endIndex)
    return pieces
}

private func wordKey(_ text: Substring) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
        let small = text.utf8.map { $0.isApostrophe ? 0x27 : 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
        return String(decoding: small, as: UTF8.self)
    }
    var key = ""
    for character in text where !character.isUnseen {
        if character.isApostrophe {
            key.append("'")
        } else {
            // A letter may carry marks that nobody sees.
            let seen = character.unicodeScalars.filter { !$0.isUnseen }
            key += String(String.UnicodeScalarView(seen)).lowercased()
        }
    }
    return key
}

extension UInt8 {
    fileprivate var isWordPart: Bool {
        0x61...0x7A ~= self || 0x41...0x5A ~= self || 0x30...0x39 ~= self
    }

    fileprivate var isApostrophe: Bool { self == 0x27 || self == 0x60 }
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
