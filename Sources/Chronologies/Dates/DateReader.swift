package import WorkingDays

/// A date as it was typed, and the time of day that stood behind it, if any.
package struct ReadDate: Hashable, Sendable {
    package let date: UncertainDate
    package let time: TimeOfDay?
}

/// Reads dates as people in England type them: the day before the month.
///
/// A year of two digits is the latest year with those digits that is not later than next year: in
/// November 2026 `27` is 2027, `28` is 1928. What could mean two different things is refused and not
/// guessed.
package struct DateReader: Sendable {
    /// The day on which it is read.
    package let today: Day

    static let mostCharacters = 80

    package init(today: Day) {
        self.today = today
    }

    /// The date that a cell says.
    ///
    /// - Throws: why it says none.
    package func read(_ text: String) throws(DateRefusal) -> ReadDate {
        guard text.utf8.count <= Self.mostCharacters * 4, text.count <= Self.mostCharacters else {
            throw .tooLong
        }
        var tokens = dateTokens(in: text)
        let time = takeTime(from: &tokens)
        let date = try date(in: tokens)
        if let first = date.periods.first?.first, first > today, !date.reachesBack {
            throw .liesAhead(first)
        }
        return ReadDate(date: date, time: time)
    }

    private func date(in tokens: [DateToken]) throws(DateRefusal) -> UncertainDate {
        if tokens.isUnknown { return .unknown }
        var rest = ArraySlice(tokens)
        let isDoubtful = rest.takeDoubt()
        let relation = rest.takeRelation()
        // A range has its own dashes; what is a date as a whole is no range.
        let whole: UncertainDate.Period
        do {
            whole = try period(in: Array(rest))
        } catch {
            guard relation == nil || relation == .since || relation == .between,
                let range = try range(in: Array(rest))
            else { throw error }
            return range
        }
        guard relation != .between else { throw .unreadable }
        return relation?.date(whole) ?? (isDoubtful ? .doubtful(whole) : .known(whole))
    }

    /// `12-14 May 2016`, `May to June 2016`, `12/05/2016 - 14/05/2016`; nil where it is no range.
    private func range(in tokens: [DateToken]) throws(DateRefusal) -> UncertainDate? {
        for place in tokens.indices where tokens[place].joinsRange {
            let left = Array(tokens[..<place])
            let right = Array(tokens[(place + 1)...])
            guard !left.isEmpty, let last = try? period(in: right),
                let first = start(left, before: right)
            else { continue }
            guard first.first <= last.first else { throw .backwards }
            if case .year(let start) = first, case .year(let end) = last, start < end {
                return .known(.years(start, end))
            }
            return first == last ? .known(first) : .between(first, last)
        }
        return nil
    }

    /// The beginning of a range, which may leave out what the end says: the year, or month and year.
    private func start(_ left: [DateToken], before right: [DateToken]) -> UncertainDate.Period? {
        for count in 0..<right.count {
            if let period = try? period(in: left + right.suffix(count)) { return period }
        }
        return nil
    }

    /// One day or stretch of days.
    func period(in tokens: [DateToken]) throws(DateRefusal) -> UncertainDate.Period {
        var rest = ArraySlice(tokens)
        if rest.takeWeekBeginning() {
            guard case .day(let day) = try dated(Array(rest)) else { throw .unreadable }
            return .week(day)
        }
        if case .part(let part)? = rest.first {
            rest = rest.dropFirst()
            if rest.first == .symbol("-") { rest = rest.dropFirst() }
            switch try dated(Array(rest)) {
            case .month(let month, let year): return .part(part, month: month, year: year)
            case .year(let year): return .part(part, month: nil, year: year)
            default: throw .unreadable
            }
        }
        return try dated(tokens)
    }

    private func dated(_ tokens: [DateToken]) throws(DateRefusal) -> UncertainDate.Period {
        var rest = ArraySlice(tokens)
        var weekday: Int?
        if case .weekday(let number)? = rest.first {
            weekday = number
            rest = rest.dropFirst()
        }
        let period = try DatePattern(Array(rest), today: today).period()
        guard let weekday else { return period }
        guard case .day(let day) = period else { throw .unreadable }
        guard day.weekday.rawValue == weekday else { throw .wrongWeekday(day) }
        return period
    }
}

private enum Relation {
    case about, before, after, by, since, between

    func date(_ period: UncertainDate.Period) -> UncertainDate {
        switch self {
        case .about: .about(period)
        case .before: .before(period)
        case .after: .after(period)
        case .by: .by(period)
        case .since: .since(period)
        case .between: .known(period)
        }
    }
}

extension ArraySlice<DateToken> {
    fileprivate mutating func takeDoubt() -> Bool {
        let words: Set = ["possibly", "probably", "perhaps", "maybe", "believed", "poss", "prob"]
        let mark = DateToken.symbol("?")
        var isDoubtful = false
        let unmarked = drop { $0 == mark }
        // `??/05/2016` is a day that is not known, and no doubt of the whole.
        if unmarked.first != .symbol("/"), unmarked.first != .symbol("-"), first == mark {
            self = unmarked
            isDoubtful = true
        } else if case .word(let word)? = first, words.contains(word) {
            self = dropFirst()
            isDoubtful = true
        }
        while last == mark {
            self = dropLast()
            isDoubtful = true
        }
        return isDoubtful
    }

    fileprivate mutating func takeRelation() -> Relation? {
        if first == .symbol("~") || first == .symbol("+") {
            self = dropFirst()
            return .about
        }
        guard case .word(let word)? = first, let relation = relations[word] else { return nil }
        self = dropFirst()
        if ["prior", "no"].contains(word), case .word? = first { self = dropFirst() }
        if word == "no", case .word("than")? = first { self = dropFirst() }
        if case .word("onwards")? = last { self = dropLast() }
        return relation
    }

    /// `w/c 12 May 2016`, `week beginning 12/05/2016`.
    fileprivate mutating func takeWeekBeginning() -> Bool {
        let signs: [[DateToken]] = [
            [.word("w"), .symbol("/"), .word("c")], [.word("w"), .symbol("/"), .word("b")],
            [.word("wc")], [.word("wb")], [.word("week"), .word("commencing")],
            [.word("week"), .word("beginning")], [.word("week"), .part(.early)], [.word("week")],
        ]
        guard let sign = signs.first(where: { starts(with: $0) }) else { return false }
        self = dropFirst(sign.count)
        return true
    }
}

private let relations: [String: Relation] = [
    "c": .about, "ca": .about, "circa": .about, "about": .about, "approx": .about,
    "approximately": .about, "around": .about, "roughly": .about,
    "before": .before, "pre": .before, "prior": .before,
    "after": .after, "post": .after,
    "by": .by, "no": .by,
    "since": .since, "from": .since, "between": .between,
]

extension DateToken {
    fileprivate var joinsRange: Bool {
        [
            .symbol("-"), .symbol("/"), .word("to"), .word("until"), .word("till"), .word("and"),
        ].contains(self)
    }
}

extension [DateToken] {
    fileprivate var isUnknown: Bool {
        let words = map { token in
            switch token {
            case .word(let word): word
            case .symbol(let sign): String(sign)
            default: "0"
            }
        }
        return unknowns.contains(words.joined())
    }
}

/// With all spaces gone.
private let unknowns: Set = [
    "?", "??", "???", "unknown", "notknown", "dateunknown", "datenotknown", "n/k", "nk",
    "undated", "nodate", "unclear", "notrecorded", "datenotrecorded", "n/a", "na", "-", "unsure",
    "notsure", "unknowndate",
]

extension UncertainDate {
    /// Whether it may have happened by today though its first named day lies ahead.
    fileprivate var reachesBack: Bool {
        switch self {
        case .before, .by, .about: true
        default: false
        }
    }
}
