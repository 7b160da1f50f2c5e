import WorkingDays

/// Names of files and folders that every machine can keep, and that lead nowhere.
package enum FileName {
    /// Letters that a folder and a file may have each, so that the whole path stays short enough for Windows.
    static let mostLetters = 100

    /// A text as a name: plain letters, figures, blanks, and a few signs between them.
    ///
    /// What has no plain letter for it is left out; where nothing is left, or a name that a machine keeps for itself,
    /// the name is another.
    package static func safe(_ text: String, else other: String = "Document") -> String {
        var name = ""
        for scalar in text.unicodeScalars {
            guard let plain = plain(scalar) else { continue }
            for character in plain {
                // A blank at the beginning, or after another, says nothing.
                if character == " ", name.last == " " || name.isEmpty { continue }
                // A dot or hyphen at the beginning hides a file, or makes an option of it.
                if character == "." || character == "-", name.isEmpty { continue }
                name.append(character)
            }
        }
        name = String(name.prefix(mostLetters))
        while let last = name.last, " .,-_(".contains(last) { name.removeLast() }
        let stem = name.prefix { $0 != "." }.uppercased()
        return name.isEmpty || reserved.contains(stem) ? other : name
    }

    /// The ending of a name as it was sent, with its dot: up to eight plain letters and figures, or none.
    static func ending(of name: String) -> String {
        guard let dot = name.lastIndex(of: ".") else { return "" }
        let ending = name[name.index(after: dot)...]
        let isPlain = ending.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return isPlain && 1...8 ~= ending.count ? ".\(ending.lowercased())" : ""
    }

    /// The same text without the words of some names; a child is `child` in it.
    static func withholding(_ names: [String], in text: String) -> String {
        let secret = Set(names.flatMap { $0.split { !isOfWord($0) } }.map { plain($0) })
            .filter { $0.count > 1 }
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            let word = rest.prefix { isOfWord($0) }
            let stem = ["’s", "'s"].contains { word.hasSuffix($0) } ? word.dropLast(2) : word
            if secret.contains(plain(word)) {
                result += "child"
            } else if secret.contains(plain(stem)) {
                result += "child" + word.suffix(2)
            } else {
                result += word.isEmpty ? String(first) : String(word)
            }
            rest = rest.dropFirst(max(word.count, 1))
        }
        while result.contains("child child") {
            result = result.replacing("child child", with: "child")
        }
        return result
    }

    /// Whether a title says a day, as `2026-01-05` or `050126`.
    static func saysDay(_ title: String) -> Bool {
        title.split { !$0.isNumber && $0 != "-" }.contains { word in
            Day(iso: String(word)) != nil || word.count == 6 && word.allSatisfy(\.isNumber)
        }
    }

    private static func isOfWord(_ character: Character) -> Bool {
        character.isLetter || character == "'" || character == "’"
    }

    private static func plain(_ word: Substring) -> String {
        word.lowercased().filter(\.isLetter)
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",", "-", "_", "(", ")": String(scalar)
        case "'", "’", "‘": nil
        case "–", "—": "-"
        case "&": "and"
        default: folded[scalar] ?? (scalar.properties.isWhitespace || scalar.isASCII ? " " : nil)
        }
    }

    /// Letters of names that are met here, without their marks.
    private static let folded: [Unicode.Scalar: String] = {
        let letters = [
            "a": "àáâãåāăą", "c": "çćčĉċ", "d": "ďđð", "e": "èéêëēĕėęě", "g": "ĝğġģ", "h": "ĥħ",
            "i": "ìíîïĩīĭįı", "j": "ĵ", "k": "ķ", "l": "ĺļľŀł", "n": "ñńņňŋ", "o": "òóôõøōŏő",
            "r": "ŕŗř", "s": "śŝşšș", "t": "ţťŧț", "u": "ùúûũūŭůűų", "w": "ŵẁẃẅ", "y": "ýÿŷỳ",
            "z": "źżž", "ae": "äæ", "oe": "öœ", "ue": "ü", "ss": "ß", "th": "þ",
        ]
        var folded: [Unicode.Scalar: String] = [:]
        for (plain, marked) in letters {
            for scalar in marked.unicodeScalars { folded[scalar] = plain }
            for scalar in marked.uppercased().unicodeScalars where folded[scalar] == nil {
                folded[scalar] = plain.prefix(1).uppercased() + plain.dropFirst()
            }
        }
        return folded
    }()

    /// What Windows keeps for itself, whatever the ending.
    private static let reserved: Set<String> = Set(
        ["CON", "PRN", "AUX", "NUL"]
            + (1...9).flatMap { ["COM\($0)", "LPT\($0)"] }
    )
}
