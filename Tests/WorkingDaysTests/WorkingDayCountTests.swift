import TestSupport
import Testing
import WorkingDays

@Suite("Counting working days")
struct WorkingDayCountTests {
    private let calendar = WorkingCalendar.standard

    @Test(
        arguments: [
            ("2026-04-02", 1, "2026-04-07"),  // Maundy Thursday to Tuesday
            ("2026-04-04", 1, "2026-04-07"),  // Easter Saturday
            ("2026-04-05", 2, "2026-04-08"),  // Easter Sunday
            ("2008-03-20", 1, "2008-03-25"),  // an early Easter
            ("2038-04-22", 1, "2038-04-27"),  // the latest Easter
            ("2011-04-21", 3, "2011-04-28"),  // Easter, then the royal wedding on the Friday
            ("2026-05-01", 1, "2026-05-05"),
            ("2026-05-03", 1, "2026-05-05"),  // a Sunday before a bank holiday
            ("2020-05-01", 1, "2020-05-04"),  // the Monday was worked that year
            ("2020-05-07", 1, "2020-05-11"),  // and Friday 8 May was not
            ("2023-05-05", 1, "2023-05-09"),  // coronation
            ("1995-04-28", 5, "1995-05-05"),  // no holiday on Monday 1 May 1995
            ("2002-05-31", 1, "2002-06-05"),
            ("2012-06-01", 1, "2012-06-06"),
            ("2022-06-01", 1, "2022-06-06"),
            ("2022-09-16", 1, "2022-09-20"),
            ("1999-12-24", 1, "1999-12-29"),
            ("1999-12-30", 1, "2000-01-04"),
            ("2016-12-23", 1, "2016-12-28"),  // Christmas Day on a Sunday
            ("2020-12-24", 1, "2020-12-29"),  // Boxing Day on a Saturday
            ("2021-12-24", 1, "2021-12-29"),  // Christmas Day on a Saturday
            ("2026-12-24", 1, "2026-12-29"),
            ("2027-12-26", 1, "2027-12-29"),  // a Sunday that is Boxing Day
            ("2026-04-29", 15, "2026-05-21"),
            ("2025-12-13", 15, "2026-01-07"),
            ("2026-01-27", 10, "2026-02-10"),
        ] as [(Day, Int, Day)]
    )
    func `a count forward passes over weekends and bank holidays`(
        start: Day,
        n: Int,
        end: Day
    ) throws {
        #expect(try calendar.workingDay(n, after: start) == end)
        #expect(try calendar.workingDay(-n, before: start) == end)
    }

    @Test(
        arguments: [
            ("2026-06-03", 7, "2026-05-22"),  // Wednesday to Friday over the Spring bank holiday
            ("2026-04-07", 1, "2026-04-02"),
            ("2026-04-06", 1, "2026-04-02"),  // from Easter Monday itself
            ("2026-05-05", 2, "2026-04-30"),
            ("2026-05-09", 1, "2026-05-08"),  // from a Saturday
            ("2023-05-09", 6, "2023-04-27"),  // two bank holiday Mondays
            ("2026-01-05", 3, "2025-12-30"),
            ("2027-12-29", 1, "2027-12-24"),
            ("2027-12-22", 1, "2027-12-21"),
            ("2028-01-04", 4, "2027-12-24"),
        ] as [(Day, Int, Day)]
    )
    func `a count backward passes over weekends and bank holidays`(
        start: Day,
        n: Int,
        end: Day
    ) throws {
        #expect(try calendar.workingDay(n, before: start) == end)
        #expect(try calendar.workingDay(-n, after: start) == end)
    }

    @Test(arguments: ["2026-05-02", "2026-05-04", "2026-05-05", "2027-12-25"] as [Day])
    func `a count of none leaves the day as it is, worked or not`(day: Day) throws {
        #expect(try calendar.workingDay(0, after: day) == day)
        #expect(try calendar.workingDay(0, before: day) == day)
    }

    @Test(
        arguments: [
            ("2026-04-03", "2026-04-07", "2026-04-02"),  // Good Friday
            ("2026-04-06", "2026-04-07", "2026-04-02"),  // Easter Monday
            ("2026-05-02", "2026-05-05", "2026-05-01"),  // a Saturday
            ("2026-05-05", "2026-05-05", "2026-05-05"),  // a Tuesday that is worked
            ("2027-12-25", "2027-12-29", "2027-12-24"),
        ] as [(Day, Day, Day)]
    )
    func `a day that is not worked rolls to the nearest one that is`(
        day: Day,
        next: Day,
        previous: Day
    ) throws {
        #expect(try calendar.firstWorkingDay(onOrAfter: day) == next)
        #expect(try calendar.lastWorkingDay(onOrBefore: day) == previous)
        #expect(try calendar.isWorkingDay(day) == (next == day))
    }

    @Test func `day zero of a count from day one is the working day before it`() throws {
        #expect(try calendar.workingDay(0, beginningWith: "2026-05-05") == "2026-05-01")
        #expect(try calendar.workingDay(-1, beginningWith: "2026-05-04") == "2026-04-30")
    }

    @Test(
        arguments: [
            ("2026-04-30", "2026-05-05", 2),
            ("2026-05-05", "2026-04-30", -2),
            ("2026-05-02", "2026-05-04", 0),  // Saturday to a bank holiday
            ("2026-05-01", "2026-05-04", 0),
            ("2026-05-01", "2026-05-05", 1),
            ("2026-05-02", "2026-05-05", 1),
            ("2026-05-05", "2026-05-02", -1),
            ("2026-05-02", "2026-05-01", 0),
            ("2026-05-05", "2026-05-05", 0),
            ("2025-12-19", "2026-01-14", 15),
            ("2025-12-31", "2026-12-31", 253),
        ] as [(Day, Day, Int)]
    )
    func `the distance leaves out the day it starts from`(
        start: Day,
        end: Day,
        count: Int
    ) throws {
        #expect(try calendar.workingDays(from: start, to: end) == count)
    }
}
