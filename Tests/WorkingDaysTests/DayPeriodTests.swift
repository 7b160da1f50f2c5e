import TestSupport
import Testing
import WorkingDays

@Suite("Weeks and months")
struct DayPeriodTests {
    @Test(
        arguments: [
            ("2026-08-31", 6, "2027-02-28"),  // Monday to Sunday
            ("2023-08-31", 6, "2024-02-29"),  // Thursday to Thursday
            ("2026-01-31", 1, "2026-02-28"),
            ("2026-03-31", -1, "2026-02-28"),
            ("2026-05-31", 1, "2026-06-30"),
            ("2026-04-30", 1, "2026-05-30"),
            ("2026-11-30", 3, "2027-02-28"),
            ("2026-12-15", 1, "2027-01-15"),
            ("2026-01-15", -1, "2025-12-15"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
            ("2026-06-17", 0, "2026-06-17"),
            ("2026-06-17", -18, "2024-12-17"),
        ] as [(Day, Int, Day)]
    )
    func `a month later is the same day or the last of the month`(
        start: Day,
        months: Int,
        end: Day
    ) {
        #expect(start.advanced(byMonths: months) == end)
    }

    @Test(
        arguments: [
            ("2026-06-17", -5, "2026-05-13"),  // Wednesday to Wednesday
            ("2026-06-17", -4, "2026-05-20"),
            ("2025-12-19", 3, "2026-01-09"),  // Friday to Friday
            ("2026-04-03", 0, "2026-04-03"),
        ] as [(Day, Int, Day)]
    )
    func `a week later is the same weekday, bank holiday or not`(
        start: Day,
        weeks: Int,
        end: Day
    ) {
        #expect(start.advanced(byWeeks: weeks) == end)
        #expect(start.weekday == end.weekday)
    }

    @Test(arguments: [20_261_120, 7, 1_605] as [UInt64])
    func `a later start never gives an earlier end`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2_000 {
            let first = generator.day(from: "1850-01-01", to: "2150-12-31")
            let second = generator.day(from: first, to: "2150-12-31")
            let months = Int.random(in: -500...500, using: &generator)
            guard let end = first.advanced(byMonths: months),
                let laterEnd = second.advanced(byMonths: months)
            else {
                Issue.record("\(first) or \(second) and \(months) months, seed \(seed)")
                continue
            }
            #expect(end <= laterEnd, "\(first), \(second), \(months) months, seed \(seed)")
        }
    }
}
