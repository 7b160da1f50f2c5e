package import WorkingDays

/// When something happened, as far as whoever wrote it down knew.
///
/// Nothing is made more exact than it was written: each value says the first and the last day that it
/// can mean, and the one day at which it is placed in a list.
package enum UncertainDate: Hashable, Sendable {
    /// This day, or some day of this time.
    case known(Period)
    /// Written with a question mark or "possibly": probably this, perhaps another.
    case doubtful(Period)
    case about(Period)
    case before(Period)
    case after(Period)
    /// Then or earlier.
    case by(Period)
    /// Then or later.
    case since(Period)
    /// Both included.
    case between(Period, Period)
    case unknown

    /// A day, or a stretch of days that people name.
    package enum Period: Hashable, Sendable {
        case day(Day)
        /// The seven days that begin here.
        case week(Day)
        /// A month, 1 to 12.
        case month(Int, year: Int)
        case year(Int)
        /// From one year to another, as `2014-15`.
        case years(Int, Int)
        case season(Season, year: Int)
        case term(Season, year: Int)
        /// Early, in the middle or late in a year, or in a month of it.
        case part(Part, month: Int?, year: Int)
    }

    package enum Season: String, CaseIterable, Sendable {
        case spring, summer, autumn, winter
    }

    package enum Part: String, CaseIterable, Sendable {
        case early, mid, late
    }

    /// The day, where it is known.
    package var exactDay: Day? {
        if case .known(.day(let day)) = self { day } else { nil }
    }

    /// What stands in it: one or two periods, or none.
    package var periods: [Period] {
        switch self {
        case .known(let period), .doubtful(let period), .about(let period), .before(let period),
            .after(let period), .by(let period), .since(let period):
            [period]
        case .between(let first, let last): [first, last]
        case .unknown: []
        }
    }
}

extension UncertainDate.Period: CustomStringConvertible {
    /// As it is kept: `day 2016-05-22`, `month 2016-05`, `part early 2020`.
    package var description: String {
        switch self {
        case .day(let day): "day \(day)"
        case .week(let day): "week \(day)"
        case .month(let month, let year): "month \(year)-\(month)"
        case .year(let year): "year \(year)"
        case .years(let first, let last): "years \(first)-\(last)"
        case .season(let season, let year): "season \(season.rawValue) \(year)"
        case .term(let season, let year): "term \(season.rawValue) \(year)"
        case .part(let part, nil, let year): "part \(part.rawValue) \(year)"
        case .part(let part, let month?, let year): "part \(part.rawValue) \(year)-\(month)"
        }
    }
}
