package import WorkingDays

/// A name, a place or a number that would tell readers who somebody is.
package struct TellingWords: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case child, person, practitioner, school, place, number, birthday, postcode
    }

    package let kind: Kind
    package let words: String
    /// What can stand in its place; nil where nobody has said.
    package let offer: String?

    package init(_ kind: Kind, _ words: String, offer: String?) {
        self.kind = kind
        self.words = words
        self.offer = offer
    }

    /// Whether the parts of it, a first name say, tell as much as the whole.
    fileprivate var hasTellingParts: Bool {
        kind == .child || kind == .person || kind == .practitioner
    }
}

/// A place in a text where somebody could be known; lines and columns count from 1.
package struct TellingPlace: Hashable, Sendable {
    package let kind: TellingWords.Kind
    /// As it is written there.
    package let found: String
    /// With the ending that the text has; nil where nothing is known to offer.
    package let offer: String?
    /// It may be a word of everyday: written small, or only a part of what would tell.
    package let isDoubtful: Bool
    package let line: Int
    package let column: Int
    /// The words around it.
    package let around: String
}

/// Looks for whatever would tell who somebody is: whole words in any case, with or without a possessive or a plural.
///
/// It changes nothing: what to do about each place, a person decides.
package struct TellingSearch: Sendable {
    /// By the first word.
    private var sought: [String: [Sought]] = [:]

    private struct Sought {
        let keys: [String]
        let kind: TellingWords.Kind
        let offer: String?
        /// Counts without a doubt only where it has a capital.
        let isPart: Bool
        let isDoubtful: Bool
    }

    package init(_ words: [TellingWords], births: [(day: Day, offer: String?)]) {
        var whole: Set<[String]> = []
        var parts: [String: [TellingWords]] = [:]
        for telling in words {
            let keys = textPieces(of: telling.words).compactMap(\.key)
            guard !keys.isEmpty, whole.insert(keys).inserted else { continue }
            add(keys, telling.kind, telling.offer)
            guard telling.hasTellingParts, keys.count > 1 else { continue }
            for key in keys
            where key.count > 1 && !titles.contains(key) && key.contains(where: \.isLetter) {
                parts[key, default: []].append(telling)
            }
        }
        for (key, people) in parts where !whole.contains([key]) {
            let offers = Set(people.map(\.offer))
            add(
                [key],
                people[0].kind,
                offers.count == 1 ? people[0].offer : Pseudonyms.shared,
                isPart: true
            )
        }
        for birth in births {
            for keys in birth.day.typedForms { add(keys, .birthday, birth.offer) }
            for keys in birth.day.formsWithoutYear {
                add(keys, .birthday, birth.offer, isDoubtful: true)
            }
        }
        for (first, found) in sought {
            sought[first] = found.sorted { $0.keys.count > $1.keys.count }
        }
    }

    private mutating func add(
        _ keys: [String],
        _ kind: TellingWords.Kind,
        _ offer: String?,
        isPart: Bool = false,
        isDoubtful: Bool = false
    ) {
        sought[keys[0], default: []].append(
            Sought(keys: keys, kind: kind, offer: offer, isPart: isPart, isDoubtful: isDoubtful)
        )
    }

    /// Every place of a text, in its order.
    package func places(in text: String) -> [TellingPlace] {
        let pieces = textPieces(of: text)
        var places: [TellingPlace] = []
        var (line, column, piece) = (1, 1, 0)
        while piece < pieces.count {
            var length = 1
            if let match = match(at: piece, of: pieces) {
                length = match.count
                places.append(
                    TellingPlace(
                        kind: match.kind,
                        found: pieces[piece..<(piece + length)].map { String($0.text) }.joined(),
                        offer: match.offer.map { $0 + match.ending },
                        isDoubtful: match.isDoubtful,
                        line: line,
                        column: column,
                        around: around(piece..<(piece + length), of: pieces)
                    )
                )
            }
            for passed in pieces[piece..<(piece + length)] {
                (line, column) = passed.text.end(line, column)
            }
            piece += length
        }
        return places
    }

    private struct Match {
        let kind: TellingWords.Kind
        let offer: String?
        let ending: String
        let isDoubtful: Bool
        let count: Int
    }

    private func match(at place: Int, of pieces: [TextPiece]) -> Match? {
        guard let key = pieces[place].key else { return nil }
        for form in forms(of: key) {
            for sought in sought[form.word] ?? [] {
                guard let (count, ending) = length(of: sought.keys, at: place, of: pieces) else {
                    continue
                }
                return Match(
                    kind: sought.kind,
                    offer: sought.offer,
                    ending: ending,
                    isDoubtful: sought.isDoubtful || sought.isPart && !pieces[place].isCapitalised,
                    count: count
                )
            }
        }
        return postcode(at: place, of: pieces).map {
            Match(kind: .postcode, offer: nil, ending: "", isDoubtful: false, count: $0)
        }
    }

    private func length(
        of keys: [String],
        at place: Int,
        of pieces: [TextPiece]
    ) -> (count: Int, ending: String)? {
        var next = place
        for (number, word) in keys.enumerated() {
            if number > 0 {
                guard next < pieces.count, pieces[next].joinsWords else { return nil }
                next += 1
            }
            guard next < pieces.count, let key = pieces[next].key else { return nil }
            guard number + 1 == keys.count else {
                guard key == word else { return nil }
                next += 1
                continue
            }
            guard let form = forms(of: key).first(where: { $0.word == word }) else { return nil }
            return (next + 1 - place, form.ending)
        }
        return nil
    }

    /// A word as it is, without a possessive, and without the s of a plural.
    private func forms(of key: String) -> [(word: String, ending: String)] {
        var forms = [(word: key, ending: "")]
        if key.hasSuffix("'s") {
            forms.append((String(key.dropLast(2)), "’s"))
        } else if key.count > 3, key.hasSuffix("s") {
            forms.append((String(key.dropLast()), ""))
        }
        return forms
    }

    /// How many pieces a postcode takes: `PW1 2AB`, or written as one word.
    private func postcode(at place: Int, of pieces: [TextPiece]) -> Int? {
        guard let first = pieces[place].key else { return nil }
        if first.count > 4, first.dropLast(3).isOutwardCode, first.suffix(3).isInwardCode {
            return 1
        }
        guard first[...].isOutwardCode, place + 2 < pieces.count, pieces[place + 1].text == " ",
            let last = pieces[place + 2].key, last[...].isInwardCode
        else { return nil }
        return 3
    }

    private func around(_ range: Range<Int>, of pieces: [TextPiece]) -> String {
        let first = max(0, range.lowerBound - 10)
        let last = min(pieces.count, range.upperBound + 10)
        let words = pieces[first..<last].map { String($0.text) }.joined()
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return (first > 0 ? "…" : "") + words + (last < pieces.count ? "…" : "")
    }
}

extension Substring {
    /// Where a text ends that begins at a line and a column.
    fileprivate func end(_ line: Int, _ column: Int) -> (Int, Int) {
        var (line, column) = (line, column)
        for character in self {
            if character.isNewline { (line, column) = (line + 1, 1) } else { column += 1 }
        }
        return (line, column)
    }

    fileprivate var isOutwardCode: Bool {
        let letters = prefix(while: \.isLetter)
        let rest = dropFirst(letters.count)
        return (1...2).contains(letters.count) && (1...2).contains(rest.count)
            && rest.first?.isNumber == true && utf8.count == count
    }

    fileprivate var isInwardCode: Bool {
        count == 3 && first?.isNumber == true && dropFirst().allSatisfy(\.isLetter)
            && utf8.count == count
    }
}

extension TextPiece {
    /// What may stand between the words of one name, date or address.
    fileprivate var joinsWords: Bool {
        key == nil && text.count <= 3
            && text.allSatisfy { $0.isWhitespace || "-./,\u{2010}\u{2011}".contains($0) }
    }
}

extension Day {
    /// The ways in which this day may be typed, word by word: `12 March 2014`, `12th mar 14`, `12/03/2014`, `2014-03-12`.
    fileprivate var typedForms: [[String]] {
        let (year, month, day) = ymd
        let years = ["\(year)", twoDigits(year % 100)]
        var forms = [["\(year)", twoDigits(month), twoDigits(day)]]
        for year in years {
            for number in ["\(day)", twoDigits(day)].unique {
                for month in ["\(month)", twoDigits(month)].unique {
                    forms.append([number, month, year])
                }
            }
        }
        for words in formsWithoutYear { forms += years.map { words + [$0] } }
        return forms
    }

    /// `12 March`, `12th mar`, `March 12`.
    fileprivate var formsWithoutYear: [[String]] {
        let (_, month, day) = ymd
        let numbers = ["\(day)", twoDigits(day), "\(day)st", "\(day)nd", "\(day)rd", "\(day)th"]
            .unique
        let name = Day.monthNames[month - 1].lowercased()
        return [name, String(name.prefix(3))].unique.flatMap { month in
            numbers.flatMap { [[$0, month], [$0, "of", month], [month, $0]] }
        }
    }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension [String] {
    fileprivate var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
