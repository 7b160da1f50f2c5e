import Foundation

/// The words of a text as they are searched for: lower case, without accents or marks.
package func searchWords(in text: String) -> [String] {
    let plain = text.folding(
        options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive],
        locale: Locale(identifier: "en_GB")
    )
    // O’Neil is found as oneil, and hyphenated names by either part.
    let joined = plain.filter { $0 != "'" && $0 != "’" }
    return joined.split { !$0.isLetter && !$0.isNumber }.map(String.init)
}

/// The texts whose tokens a word is found by, with how well each fits: 1 a whole name, 2 a beginning, 3 another field.
package func searchTexts(of term: SearchTerm) -> [(text: String, rank: Int)] {
    searchWords(in: term.word).flatMap { word -> [(text: String, rank: Int)] in
        guard term.kind != .other else { return [("w \(word)", 3)] }
        let beginnings = (3..<max(3, word.count)).map { ("b \(word.prefix($0))", 2) }
        return [("w \(word)", 1)] + beginnings + (word.count >= 3 ? [("b \(word)", 2)] : [])
    }
}
