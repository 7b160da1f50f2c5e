package import WorkingDays

extension UncertainDate.Period {
    /// The first day that it can mean.
    ///
    /// Spring is March to May, summer June to August, autumn September to November. Winter 2019 is
    /// the January of 2019 or the February of 2020 and all between, since people mean either end.
    /// Terms are as wide as any school's in England: autumn September to December, spring January to
    /// April, summer April to July. Early, mid and late are thirds of a year or of a month.
    package var first: Day {
        switch self {
        case .day(let day), .week(let day): day
        case .month(let month, let year): .first(of: month, year)
        case .year(let year), .years(let year, _): .first(of: 1, year)
        case .season(.spring, let year): .first(of: 3, year)
        case .season(.summer, let year): .first(of: 6, year)
        case .season(.autumn, let year), .term(.autumn, let year): .first(of: 9, year)
        case .season(.winter, let year): .first(of: 1, year)
        case .term(.spring, let year), .term(.winter, let year): .first(of: 1, year)
        case .term(.summer, let year): .first(of: 4, year)
        case .part(let part, nil, let year): .first(of: part.third * 4 + 1, year)
        case .part(let part, let month?, let year):
            Day.first(of: month, year).later(by: part.third * 10)
        }
    }

    /// The last day that it can mean.
    package var last: Day {
        switch self {
        case .day(let day): day
        case .week(let day): day.later(by: 6)
        case .month(let month, let year): .last(of: month, year)
        case .year(let year), .years(_, let year): .last(of: 12, year)
        case .season(.spring, let year): .last(of: 5, year)
        case .season(.summer, let year): .last(of: 8, year)
        case .season(.autumn, let year): .last(of: 11, year)
        case .season(.winter, let year): .last(of: 2, year + 1)
        case .term(.autumn, let year): .last(of: 12, year)
        case .term(.spring, let year), .term(.winter, let year): .last(of: 4, year)
        case .term(.summer, let year): .last(of: 7, year)
        case .part(let part, nil, let year): .last(of: part.third * 4 + 4, year)
        case .part(.late, let month?, let year): .last(of: month, year)
        case .part(_, .some, _): first.later(by: 9)
        }
    }

    /// How far "about" reaches to either side, in days: a fortnight about a day or a week, a month
    /// about a month, half a year about anything longer.
    var reach: Int {
        switch self {
        case .day, .week: 14
        case .month, .part(_, .some, _): 31
        case .year, .years, .season, .term, .part: 183
        }
    }
}

extension UncertainDate {
    /// The first day that it can mean; nil where nothing bounds it.
    package var earliest: Day? {
        switch self {
        case .known(let period), .doubtful(let period), .since(let period): period.first
        case .between(let first, _): first.first
        case .about(let period): period.first.later(by: -period.reach)
        case .after(let period): period.last.later(by: 1)
        case .before, .by, .unknown: nil
        }
    }

    /// The last day that it can mean; nil where nothing bounds it.
    package var latest: Day? {
        switch self {
        case .known(let period), .doubtful(let period), .by(let period): period.last
        case .between(_, let last): last.last
        case .about(let period): period.last.later(by: period.reach)
        case .before(let period): period.first.later(by: -1)
        case .after, .since, .unknown: nil
        }
    }

    /// The day at which it stands in a list; nil for what stands at the end.
    ///
    /// The earliest day that it can mean. What is "about" a time stands where that time begins; what
    /// was before a time stands at the last day that it can mean, for want of a first.
    package var place: Day? {
        switch self {
        case .about(let period): period.first
        case .before, .by: latest
        default: earliest
        }
    }
}

extension UncertainDate.Part {
    fileprivate var third: Int {
        switch self {
        case .early: 0
        case .mid: 1
        case .late: 2
        }
    }
}

extension Day {
    /// The first day of a month; years outside the calendar give its first day.
    fileprivate static func first(of month: Int, _ year: Int) -> Day {
        Day(year: year, month: month, day: 1) ?? .first
    }

    fileprivate static func last(of month: Int, _ year: Int) -> Day {
        month == 12
            ? Day(year: year, month: 12, day: 31) ?? .last
            : Day.first(of: month + 1, year).later(by: -1)
    }

    /// So many days later, held within the calendar.
    func later(by days: Int) -> Day {
        advanced(byDays: days) ?? (days < 0 ? .first : .last)
    }
}
