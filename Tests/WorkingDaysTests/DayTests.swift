import TestSupport
import Testing
import WorkingDays

@Suite("Civil days")
struct DayTests {
    @Test func `every day from 1800 to 2199 follows the one before it`() {
        var expected = (year: 1800, month: 1, day: 1)
        var weekday = Weekday.wednesday
        var walked = 0
        for number in Int(Day.first.number)...Int(Day.last.number) {
            guard let day = Day(number: number), day.ymd == expected, day.weekday == weekday,
                Day(year: expected.year, month: expected.month, day: expected.day) == day
            else {
                Issue.record("day number \(number) is not \(expected), \(weekday)")
                return
            }
            walked += 1
            expected = dayAfter(expected)
            weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
        }
        #expect(walked == 146_097)
        #expect(expected == (2200, 1, 1))
    }

    /// The next date by the lengths of months as a child recites them.
    private func dayAfter(
        _ date: (year: Int, month: Int, day: Int)
    ) -> (year: Int, month: Int, day: Int) {
        let isLeap = date.year % 4 == 0 && ![1800, 1900, 2100].contains(date.year)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        if date.day < lengths[date.month - 1] { return (date.year, date.month, date.day + 1) }
        return date.month < 12 ? (date.year, date.month + 1, 1) : (date.year + 1, 1, 1)
    }

    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2026, 4, 28, 20571), (1990, 1, 1, 7305),
        (2060, 12, 31, 33237), (1800, 1, 1, -62091), (2199, 12, 31, 84005),
    ])
    func `a day is numbered from 1970`(year: Int, month: Int, day: Int, number: Int32) {
        #expect(Day(year: year, month: month, day: day)?.number == number)
    }

    @Test(arguments: [
        (2026, 2, 29), (2100, 2, 29), (2024, 2, 30), (2026, 4, 31), (2026, 0, 1), (2026, 13, 1),
        (2026, 1, 0), (2026, 1, 32), (2026, 1, -1), (1799, 12, 31), (2200, 1, 1),
        (Int.max, 1, 1), (Int.min, 1, 1), (2026, Int.max, 1), (2026, 1, Int.max),
    ])
    func `a day that is not in the calendar is refused`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [-62_092, 84_006, Int.max, Int.min, Int(Int32.max) + 1, 1 << 32])
    func `a number outside 1800 to 2199 is refused`(number: Int) {
        #expect(Day(number: number) == nil)
    }

    @Test func `days have weekdays known from the wall calendar`() {
        let known: [(Day, Weekday)] = [
            ("2025-12-13", .saturday), ("2025-12-14", .sunday), ("2026-04-28", .tuesday),
            ("2026-05-04", .monday), ("2027-12-31", .friday), ("1969-12-31", .wednesday),
            ("1966-07-30", .saturday), ("2026-12-24", .thursday),
        ]
        for (day, weekday) in known {
            #expect(day.weekday == weekday, "\(day)")
        }
        #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
        #expect(Weekday.allCases.map(\.rawValue) == [1, 2, 3, 4, 5, 6, 7])
    }

    @Test func `days are counted across months and leap days`() {
        let start: Day = "2026-04-25"
        #expect(start.advanced(byDays: 5) == "2026-04-30")
        #expect(start.advanced(byDays: -116) == "2025-12-30")
        #expect(Day("2028-02-28").advanced(byDays: 2) == "2028-03-01")
        #expect(Day("2026-05-01").days(to: "2026-05-05") == 4)
        #expect(Day("2026-05-05").days(to: "2026-05-01") == -4)
    }

    @Test(arguments: [Int.max, Int.min, 200_000, -200_000])
    func `a step past the ends of the calendar is refused`(step: Int) {
        let start: Day = "2026-04-28"
        #expect(start.advanced(byDays: step) == nil)
        #expect(start.advanced(byWeeks: step) == nil)
        #expect(start.advanced(byMonths: step) == nil)
    }

    @Test func `the first and last day have nothing beyond them`() {
        #expect(Day.first.advanced(byDays: -1) == nil)
        #expect(Day.first.advanced(byMonths: -1) == nil)
        #expect(Day.last.advanced(byDays: 1) == nil)
        #expect(Day.last.advanced(byMonths: 1) == nil)
        #expect(Day.first.advanced(byMonths: 4799) == "2199-12-01")
        #expect(Day.last.advanced(byMonths: -4799) == "1800-01-31")
    }

    @Test func `earlier days come first`() {
        let days: [Day] = ["2026-05-01", "1969-12-31", "2025-12-31", "1970-01-01"]
        #expect(days.sorted() == ["1969-12-31", "1970-01-01", "2025-12-31", "2026-05-01"])
    }
}
