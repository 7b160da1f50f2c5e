import TestSupport
import Testing
import WorkingDays

@Suite("The calendar of a partnership")
struct WorkingCalendarTests {
    private let christmasClosure = WorkingCalendar(closures: [
        "2025-12-29": "Office closed",
        "2025-12-30": "Office closed",
        "2025-12-31": "Office closed",
    ])

    @Test func `a closure is passed over and named`() throws {
        #expect(try christmasClosure.kind(of: "2025-12-29") == .closure("Office closed"))
        #expect(try christmasClosure.isWorkingDay("2025-12-29") == false)
        #expect(try christmasClosure.workingDay(4, after: "2025-12-19") == "2026-01-02")
        #expect(try WorkingCalendar.standard.workingDay(4, after: "2025-12-19") == "2025-12-29")
        #expect(christmasClosure.closures["2025-12-30"] == "Office closed")
    }

    @Test func `a closure on a day not worked anyway changes neither count nor reason`() throws {
        let calendar = WorkingCalendar(closures: ["2026-05-02": "Closed", "2026-05-04": "Closed"])
        #expect(try calendar.kind(of: "2026-05-02") == .weekend)
        #expect(try calendar.kind(of: "2026-05-04") == .bankHoliday("Early May bank holiday"))
        #expect(try calendar.workingDay(1, after: "2026-05-01") == "2026-05-05")
    }

    @Test func `a holiday proclaimed later is passed over and listed`() throws {
        let jubilee = BankHoliday(day: "2029-06-05", name: "A jubilee")
        let calendar = WorkingCalendar(proclaimed: [jubilee])
        #expect(try calendar.kind(of: "2029-06-05") == .bankHoliday("A jubilee"))
        #expect(try calendar.workingDay(1, after: "2029-06-04") == "2029-06-06")
        #expect(calendar.holidays.contains(jubilee))
        #expect(calendar.holidays.count == WorkingCalendar.standard.holidays.count + 1)
        #expect(calendar.holidays.map(\.day) == calendar.holidays.map(\.day).sorted())
    }

    @Test func `a holiday moved later is worked on its old day`() throws {
        let calendar = WorkingCalendar(
            proclaimed: [BankHoliday(day: "2045-05-08", name: "VE Day")],
            withdrawn: ["2045-05-01"]
        )
        #expect(try calendar.kind(of: "2045-05-01") == .working)
        #expect(try calendar.kind(of: "2045-05-08") == .bankHoliday("VE Day"))
        #expect(calendar.holidays.count == WorkingCalendar.standard.holidays.count)
    }

    @Test func `a holiday proclaimed on the day of another takes its place`() throws {
        let calendar = WorkingCalendar(
            proclaimed: [BankHoliday(day: "2029-05-07", name: "Early May and a coronation")]
        )
        #expect(try calendar.kind(of: "2029-05-07") == .bankHoliday("Early May and a coronation"))
        #expect(calendar.holidays.count == WorkingCalendar.standard.holidays.count)
    }

    @Test func `closures and holidays outside the covered years change nothing`() throws {
        let calendar = WorkingCalendar(
            closures: ["1989-12-29": "Closed", "2061-01-04": "Closed"],
            proclaimed: [BankHoliday(day: "2061-01-05", name: "A jubilee")]
        )
        let year = try calendar.workingDays(from: "1990-01-01", to: "2060-12-31")
        let expected = try WorkingCalendar.standard.workingDays(
            from: "1990-01-01",
            to: "2060-12-31"
        )
        #expect(year == expected)
    }

    @Test(
        arguments: [
            ("2026-05-01", .working), ("2026-05-02", .weekend), ("2026-05-03", .weekend),
            ("2026-05-04", .bankHoliday("Early May bank holiday")), ("2026-05-05", .working),
            ("2027-12-25", .weekend), ("2027-12-26", .weekend),
            ("2027-12-27", .bankHoliday("Christmas Day (substitute day)")),
        ] as [(Day, DayKind)]
    )
    func `a day is of one kind`(day: Day, kind: DayKind) throws {
        #expect(try WorkingCalendar.standard.kind(of: day) == kind)
    }

    @Test func `the days a count forward passes over are told in order`() throws {
        let found = try WorkingCalendar.standard.daysNotCounted(
            after: "2026-05-01",
            through: "2026-05-05"
        )
        #expect(
            found == [
                DayNotCounted(day: "2026-05-02", kind: .weekend),
                DayNotCounted(day: "2026-05-03", kind: .weekend),
                DayNotCounted(day: "2026-05-04", kind: .bankHoliday("Early May bank holiday")),
            ]
        )
    }

    @Test func `the day a count starts from is not told, the day it ends on is`() throws {
        let calendar = WorkingCalendar.standard
        let forward = try calendar.daysNotCounted(after: "2026-05-02", through: "2026-05-04")
        #expect(forward.map(\.day) == ["2026-05-03", "2026-05-04"])
        let backward = try calendar.daysNotCounted(from: "2026-05-02", before: "2026-05-04")
        #expect(backward.map(\.day) == ["2026-05-02", "2026-05-03"])
        let none = try calendar.daysNotCounted(after: "2026-05-04", through: "2026-05-02")
        #expect(none.isEmpty)
        let noneBack = try calendar.daysNotCounted(from: "2026-05-04", before: "2026-05-02")
        #expect(noneBack.isEmpty)
    }

    @Test func `closures are told among the days not counted`() throws {
        let found = try christmasClosure.daysNotCounted(after: "2025-12-24", through: "2026-01-02")
        #expect(
            found == [
                DayNotCounted(day: "2025-12-25", kind: .bankHoliday("Christmas Day")),
                DayNotCounted(day: "2025-12-26", kind: .bankHoliday("Boxing Day")),
                DayNotCounted(day: "2025-12-27", kind: .weekend),
                DayNotCounted(day: "2025-12-28", kind: .weekend),
                DayNotCounted(day: "2025-12-29", kind: .closure("Office closed")),
                DayNotCounted(day: "2025-12-30", kind: .closure("Office closed")),
                DayNotCounted(day: "2025-12-31", kind: .closure("Office closed")),
                DayNotCounted(day: "2026-01-01", kind: .bankHoliday("New Year's Day")),
            ]
        )
    }
}
