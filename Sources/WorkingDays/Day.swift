/// A civil day of the Gregorian calendar, from 1800-01-01 to 2199-12-31.
///
/// A day has no hour and no time zone. Two days compare by their order in time.
package struct Day: Hashable, Sendable {
    /// Days since 1970-01-01, negative before it: 2026-04-28 is 20571.
    package let number: Int32

    init(uncheckedNumber number: Int32) {
        self.number = number
    }

    /// The day so many days after 1970-01-01, or `nil` outside 1800 to 2199.
    package init?(number: Int) {
        guard number >= Int(Day.first.number), number <= Int(Day.last.number) else { return nil }
        self.number = Int32(truncatingIfNeeded: number)
    }

    /// The first day that can be written, Wednesday 1800-01-01.
    package static var first: Day { Day(uncheckedNumber: -62_091) }

    /// The last day that can be written, Tuesday 2199-12-31.
    package static var last: Day { Day(uncheckedNumber: 84_005) }

    /// The day of the week.
    ///
    /// 1970-01-01 was a Thursday; 2026-04-28 is a Tuesday.
    package var weekday: Weekday { Weekday(daysAfterThursday: Int(number)) }

    /// The day so many days later, or earlier when negative; `nil` outside 1800 to 2199.
    ///
    /// 5 days after Saturday 2026-04-25 is Thursday 2026-04-30.
    package func advanced(byDays days: Int) -> Day? {
        let (sum, overflow) = Int(number).addingReportingOverflow(days)
        return overflow ? nil : Day(number: sum)
    }

    /// The day so many weeks later, or earlier when negative; `nil` outside 1800 to 2199.
    ///
    /// 5 weeks before Wednesday 2026-06-17 is Wednesday 2026-05-13.
    package func advanced(byWeeks weeks: Int) -> Day? {
        let (days, overflow) = weeks.multipliedReportingOverflow(by: 7)
        return overflow ? nil : advanced(byDays: days)
    }

    /// How many days later the other day is; negative when it is earlier.
    ///
    /// From Friday 2026-05-01 to Tuesday 2026-05-05 is 4.
    package func days(to other: Day) -> Int {
        Int(other.number) - Int(number)
    }
}

extension Day: Comparable {
    package static func < (left: Day, right: Day) -> Bool {
        left.number < right.number
    }
}
