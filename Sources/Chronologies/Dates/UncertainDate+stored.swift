import WorkingDays

/// Kept as one text that this file alone writes and reads: `known day 2016-05-22`,
/// `between month 2016-5 | day 2016-07-01`, `unknown`.
extension UncertainDate: Codable {
    package var stored: String {
        switch self {
        case .known(let period): "known \(period)"
        case .doubtful(let period): "doubtful \(period)"
        case .about(let period): "about \(period)"
        case .before(let period): "before \(period)"
        case .after(let period): "after \(period)"
        case .by(let period): "by \(period)"
        case .since(let period): "since \(period)"
        case .between(let first, let last): "between \(first) | \(last)"
        case .unknown: "unknown"
        }
    }

    /// The date kept as exactly such a text; nil for anything else.
    package init?(stored: String) {
        if stored == "unknown" {
            self = .unknown
            return
        }
        let parts = stored.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let sides = parts[1].split(separator: "|").map { Period(stored: $0) }
        switch (parts[0], sides.first ?? nil, sides.count) {
        case ("known", let period?, 1): self = .known(period)
        case ("doubtful", let period?, 1): self = .doubtful(period)
        case ("about", let period?, 1): self = .about(period)
        case ("before", let period?, 1): self = .before(period)
        case ("after", let period?, 1): self = .after(period)
        case ("by", let period?, 1): self = .by(period)
        case ("since", let period?, 1): self = .since(period)
        case ("between", let first?, 2):
            guard let last = sides[1] else { return nil }
            self = .between(first, last)
        default: return nil
        }
    }

    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let date = UncertainDate(stored: text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "no date of a chronology")
            )
        }
        self = date
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(stored)
    }
}

extension UncertainDate.Period {
    fileprivate init?(stored: Substring) {
        let words = stored.split(separator: " ")
        guard let kind = words.first, let last = words.last, words.count >= 2 else { return nil }
        let name = String(words[1])
        let numbers = last.split(separator: "-").compactMap { Int($0) }
        switch (kind, words.count, numbers.count) {
        case ("day", 2, 3), ("week", 2, 3):
            guard let day = Day(iso: last) else { return nil }
            self = kind == "day" ? .day(day) : .week(day)
        case ("month", 2, 2): self = .month(numbers[1], year: numbers[0])
        case ("year", 2, 1): self = .year(numbers[0])
        case ("years", 2, 2): self = .years(numbers[0], numbers[1])
        case ("season", 3, 1), ("term", 3, 1):
            guard let season = UncertainDate.Season(rawValue: name) else { return nil }
            self =
                kind == "season"
                ? .season(season, year: numbers[0]) : .term(season, year: numbers[0])
        case ("part", 3, 1), ("part", 3, 2):
            guard let part = UncertainDate.Part(rawValue: name) else { return nil }
            self = .part(part, month: numbers.count == 2 ? numbers[1] : nil, year: numbers[0])
        default: return nil
        }
        guard isOfTheCalendar else { return nil }
    }

    private var isOfTheCalendar: Bool {
        switch self {
        case .day, .week: true
        case .month(let month, let year): 1...12 ~= month && 1800...2198 ~= year
        case .year(let year), .season(_, let year), .term(_, let year): 1800...2198 ~= year
        case .years(let first, let last): 1800...2198 ~= first && first...2198 ~= last
        case .part(_, let month, let year): 1...12 ~= (month ?? 1) && 1800...2198 ~= year
        }
    }
}
