/// A weekday named by its place in a month, as "the last Monday in August".
enum MonthPosition: Sendable {
    case first(Weekday)
    case fourth(Weekday)
    case last(Weekday)

    /// The day this is in a month of a year.
    ///
    /// The first Monday in May 2026 is 2026-05-04, the fourth Sunday in October 1995 is
    /// 1995-10-22 and the last Sunday in March 2026 is 2026-03-29.
    func day(month: Int, year: Int) -> Day {
        switch self {
        case .first(let weekday):
            Day(valid: year, month, 1).onOrAfter(weekday)
        case .fourth(let weekday):
            Day(valid: year, month, 22).onOrAfter(weekday)
        case .last(let weekday):
            // Every month used here has 31 days, so its last seven begin on the 25th.
            Day(valid: year, month, 25).onOrAfter(weekday)
        }
    }
}

extension Day {
    /// This day when it is that weekday, else the next one that is.
    ///
    /// The Monday on or after Friday 2026-05-01 is 2026-05-04.
    func onOrAfter(_ weekday: Weekday) -> Day {
        Day(uncheckedNumber: number + Int32(self.weekday.days(toNext: weekday)))
    }
}
