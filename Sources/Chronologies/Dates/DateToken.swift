/// A piece of a typed date.
enum DateToken: Equatable {
    /// A number with how many digits it was written.
    case number(Int, digits: Int)
    case month(Int)
    /// 1 for Monday to 7 for Sunday.
    case weekday(Int)
    case season(UncertainDate.Season)
    case part(UncertainDate.Part)
    case word(String)
    case symbol(Character)
}

/// The pieces of a typed date, in small letters, without spaces, commas, ordinal endings and words
/// that add nothing.
func dateTokens(in text: String) -> [DateToken] {
    var tokens: [DateToken] = []
    var rest = Substring(text.lowercased())
    while let first = rest.first {
        if first.isASCII, first.isWholeNumber {
            let digits = rest.prefix { $0.isASCII && $0.isWholeNumber }
            // No number in a date has ten digits, and a longer one would not fit.
            tokens.append(.number(Int(digits.prefix(10)) ?? 0, digits: digits.count))
            rest = rest.dropFirst(digits.count)
        } else if first.isLetter {
            let word = rest.prefix { $0.isLetter }
            append(String(word), to: &tokens)
            rest = rest.dropFirst(word.count)
            if rest.first == "." { rest = rest.dropFirst() }
        } else {
            rest = rest.dropFirst()
            if let symbol = plain(first) { tokens.append(.symbol(symbol)) }
        }
    }
    return tokens
}

private func append(_ word: String, to tokens: inout [DateToken]) {
    if case .number? = tokens.last, ["st", "nd", "rd", "th"].contains(word) { return }
    if ["of", "the", "in", "on", "during", "year", "of"].contains(word) { return }
    if let token = known(word) {
        tokens.append(token)
    } else {
        tokens.append(.word(word))
    }
}

private func known(_ word: String) -> DateToken? {
    if let month = months.firstIndex(where: { $0 == word || isShort(word, of: $0) }) {
        return .month(month + 1)
    }
    if let day = weekdays.firstIndex(where: { $0 == word || isShort(word, of: $0) }) {
        return .weekday(day + 1)
    }
    if let season = UncertainDate.Season(rawValue: word) { return .season(season) }
    switch word {
    case "early", "beginning", "start": return .part(.early)
    case "mid", "middle": return .part(.mid)
    case "late", "end": return .part(.late)
    default: return nil
    }
}

/// `jan`, `sept`, `tues`, `thurs`: three letters or more.
private func isShort(_ word: String, of name: String) -> Bool {
    word.count >= 3 && word.count <= 5 && name.hasPrefix(word)
}

private let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
]

private let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
]

/// One sign for each that people and word processors use for it; nil for spaces and the like.
private func plain(_ character: Character) -> Character? {
    switch character {
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": "-"
    case "\u{2018}", "\u{2019}", "`", "'": "'"
    case ",", ";", "(", ")", "[", "]", "\u{FEFF}", "\u{200B}": nil
    case "~", "\u{2248}": "~"
    case "\\", "/": "/"
    default: character.isWhitespace ? nil : character
    }
}
