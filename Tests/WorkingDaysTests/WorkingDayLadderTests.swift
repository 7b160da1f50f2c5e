import TestSupport
import Testing
import WorkingDays

/// The days of a count from day 0 or day 1 on, as a reader would tick them off.
struct Ladder: CustomTestStringConvertible, Sendable {
    let name: String
    let start: Day
    let days: [Day]

    var testDescription: String { name }
}

@Suite("Ladders of working days")
struct WorkingDayLadderTests {
    static let fromDayZero = [
        Ladder(
            name: "Christmas 2025 from a notification on Friday 19 December",
            start: "2025-12-19",
            days: [
                "2025-12-19", "2025-12-22", "2025-12-23", "2025-12-24", "2025-12-29",
                "2025-12-30", "2025-12-31", "2026-01-02", "2026-01-05", "2026-01-06",
                "2026-01-07", "2026-01-08", "2026-01-09", "2026-01-12", "2026-01-13",
                "2026-01-14",
            ]
        ),
        Ladder(
            name: "Christmas 2025 from a referral on Wednesday 10 December",
            start: "2025-12-10",
            days: [
                "2025-12-10", "2025-12-11", "2025-12-12", "2025-12-15", "2025-12-16",
                "2025-12-17", "2025-12-18", "2025-12-19", "2025-12-22", "2025-12-23",
                "2025-12-24", "2025-12-29", "2025-12-30", "2025-12-31", "2026-01-02",
                "2026-01-05",
            ]
        ),
        Ladder(
            name: "Christmas 2025 from a notification on Thursday 18 December",
            start: "2025-12-18",
            days: [
                "2025-12-18", "2025-12-19", "2025-12-22", "2025-12-23", "2025-12-24",
                "2025-12-29", "2025-12-30", "2025-12-31", "2026-01-02", "2026-01-05",
                "2026-01-06", "2026-01-07", "2026-01-08", "2026-01-09", "2026-01-12",
                "2026-01-13",
            ]
        ),
        Ladder(
            name: "Christmas 2027, both days at the weekend, from Monday 13 December",
            start: "2027-12-13",
            days: [
                "2027-12-13", "2027-12-14", "2027-12-15", "2027-12-16", "2027-12-17",
                "2027-12-20", "2027-12-21", "2027-12-22", "2027-12-23", "2027-12-24",
                "2027-12-29", "2027-12-30", "2027-12-31", "2028-01-04", "2028-01-05",
                "2028-01-06",
            ]
        ),
        Ladder(
            name: "a harm on Saturday 13 December 2025 stays day 0",
            start: "2025-12-13",
            days: [
                "2025-12-13", "2025-12-15", "2025-12-16", "2025-12-17", "2025-12-18",
                "2025-12-19",
            ]
        ),
        Ladder(
            name: "Easter 2026 from Good Friday, 3 April",
            start: "2026-04-03",
            days: ["2026-04-03", "2026-04-07", "2026-04-08", "2026-04-09"]
        ),
    ]

    static let fromDayOne = [
        Ladder(
            name: "early May 2026 from Tuesday 28 April",
            start: "2026-04-28",
            days: [
                "2026-04-28", "2026-04-29", "2026-04-30", "2026-05-01", "2026-05-05",
                "2026-05-06", "2026-05-07", "2026-05-08", "2026-05-11", "2026-05-12",
                "2026-05-13", "2026-05-14", "2026-05-15", "2026-05-18", "2026-05-19",
            ]
        ),
        Ladder(
            name: "a notice on Saturday 2 May 2026 has day 1 after the bank holiday",
            start: "2026-05-02",
            days: ["2026-05-05", "2026-05-06", "2026-05-07"]
        ),
        Ladder(
            name: "a notice on Saturday 25 December 2027 has day 1 on Wednesday 29",
            start: "2027-12-25",
            days: ["2027-12-29", "2027-12-30", "2027-12-31", "2028-01-04"]
        ),
    ]

    @Test(arguments: fromDayZero)
    func `day zero is the day itself and day n the nth working day after it`(
        ladder: Ladder
    ) throws {
        for (n, day) in ladder.days.enumerated() {
            #expect(try WorkingCalendar.standard.workingDay(n, after: ladder.start) == day)
            #expect(try WorkingCalendar.standard.workingDays(from: ladder.start, to: day) == n)
        }
    }

    @Test(arguments: fromDayOne)
    func `day one is the day itself or the next working day`(ladder: Ladder) throws {
        for (index, day) in ladder.days.enumerated() {
            let n = index + 1
            let found = try WorkingCalendar.standard.workingDay(n, beginningWith: ladder.start)
            #expect(found == day)
        }
        let dayOne = try WorkingCalendar.standard.firstWorkingDay(onOrAfter: ladder.start)
        #expect(dayOne == ladder.days.first)
    }
}
