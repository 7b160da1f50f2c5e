/// A day as far as it is known, said no more exactly than that.
package enum HonestDay: Hashable, Sendable {
    case exact(Day)
    /// Some day of a month, 1 to 12.
    case month(year: Int, month: Int)
    case year(Int)
    case before(Day)
    case after(Day)
    /// Both days included.
    case between(Day, Day)
    case about(Day)

    /// The first day that it can be; nil where nothing bounds it.
    package var earliest: Day? {
        switch self {
        case .exact(let day), .between(let day, _): day
        case .month(let year, let month): Day(year: year, month: month, day: 1)
        case .year(let year): Day(year: year, month: 1, day: 1)
        case .after(let day): day.advanced(byDays: 1)
        case .before, .about: nil
        }
    }

    /// The last day that it can be; nil where nothing bounds it.
    package var latest: Day? {
        switch self {
        case .exact(let day), .between(_, let day): day
        case .month(let year, let month):
            Self.first(ofMonthAfter: month, year).flatMap { $0.advanced(byDays: -1) }
        case .year(let year): Day(year: year, month: 12, day: 31)
        case .before(let day): day.advanced(byDays: -1)
        case .after, .about: nil
        }
    }

    private static func first(ofMonthAfter month: Int, _ year: Int) -> Day? {
        month == 12
            ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
    }
}
