extension Day {
    /// The day with this year, month 1 to 12 and day of the month.
    ///
    /// `nil` when there is no such day, as 2026-02-29, or it is outside 1800 to 2199.
    package init?(year: Int, month: Int, day: Int) {
        guard CivilYears.range.contains(year),
            1...12 ~= month,
            day >= 1, day <= CivilYears.daysInMonth(month, year: year)
        else { return nil }
        self.init(valid: year, month, day)
    }

    /// A day already known to exist, such as one written in this module's own lists.
    init(valid year: Int, _ month: Int, _ day: Int) {
        let index =
            CivilYears.daysBefore(year: year)
            + CivilYears.daysBefore(month: month, year: year)
            + day - 1
        self.init(uncheckedNumber: Day.first.number + Int32(truncatingIfNeeded: index))
    }

    /// The year, month 1 to 12 and day of the month, worked out together.
    package var ymd: (year: Int, month: Int, day: Int) {
        let index = Int(number) - Int(Day.first.number)
        let year = CivilYears.year(ofDayIndex: index)
        let dayOfYear = index - CivilYears.daysBefore(year: year)
        let month = CivilYears.month(ofDayOfYear: dayOfYear, year: year)
        return (year, month, dayOfYear - CivilYears.daysBefore(month: month, year: year) + 1)
    }

    /// The year, 1800 to 2199.
    package var year: Int { ymd.year }

    /// The month, 1 to 12.
    package var month: Int { ymd.month }

    /// The day of the month, 1 to 31.
    package var dayOfMonth: Int { ymd.day }

    /// The same day of the month so many months later, or the last day of a shorter month.
    ///
    /// 6 months after Monday 2026-08-31 is Sunday 2027-02-28, and 6 months after Thursday
    /// 2023-08-31 is Thursday 2024-02-29. A negative count goes back; `nil` outside 1800 to 2199.
    package func advanced(byMonths months: Int) -> Day? {
        let (year, month, day) = ymd
        let (total, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, CivilYears.range.contains(total / 12) else { return nil }
        let newYear = total / 12
        let newMonth = total % 12 + 1
        let lastOfMonth = CivilYears.daysInMonth(newMonth, year: newYear)
        return Day(valid: newYear, newMonth, min(day, lastOfMonth))
    }
}

/// Lengths of months and years from 1800 to 2199, which is one whole cycle of leap years.
private enum CivilYears {
    static let range = 1800...2199
    static let daysInCycle = 146_097

    static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    static func daysInMonth(_ month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1800-01-01 to 1 January of the year.
    static func daysBefore(year: Int) -> Int {
        let years = year - range.lowerBound
        let fourths = (years + 3) / 4
        let centuries = (years + 99) / 100
        return 365 * years + fourths - centuries + (year > 2000 ? 1 : 0)
    }

    /// Days from 1 January to the first of the month.
    static func daysBefore(month: Int, year: Int) -> Int {
        // Month lengths alternate regularly once February is taken to have 30 days.
        let regular = (367 * month - 362) / 12
        return month <= 2 ? regular : regular - (isLeap(year) ? 1 : 2)
    }

    static func year(ofDayIndex index: Int) -> Int {
        // The mean year length lands on the year itself or a neighbour.
        let guess = range.lowerBound + index * 400 / daysInCycle
        if index < daysBefore(year: guess) { return guess - 1 }
        return index < daysBefore(year: guess + 1) ? guess : guess + 1
    }

    static func month(ofDayOfYear dayOfYear: Int, year: Int) -> Int {
        // No month is longer than 32 days, so the guess is the month itself or the one before.
        let guess = dayOfYear / 32 + 1
        return guess < 12 && dayOfYear >= daysBefore(month: guess + 1, year: year)
            ? guess + 1 : guess
    }
}
