/// When the clocks change in the United Kingdom, 1990 to 2060.
enum ClockChanges {
    /// The clocks go forward and back at 01:00 Greenwich Mean Time.
    static let minuteOfChange = 60

    /// Minutes that British Summer Time is ahead of Greenwich Mean Time.
    static let summerOffset = 60

    /// The Sundays of the two changes, with the last year each rule is used.
    static let rules: [(lastYear: Int, forward: MonthPosition, back: MonthPosition)] = [
        (lastYear: 1995, forward: .last(.sunday), back: .fourth(.sunday)),
        (lastYear: 2060, forward: .last(.sunday), back: .last(.sunday)),
    ]

    static let monthForward = 3
    static let monthBack = 10

    /// The minutes from 1970-01-01 00:00 GMT during which a year's summer time runs.
    ///
    /// In 2026 it runs from Sunday 2026-03-29 to Sunday 2026-10-25; in 1995, when it ended on the
    /// fourth Sunday, from 1995-03-26 to 1995-10-22.
    static func summer(of year: Int) -> Range<Int> {
        for rule in rules where year <= rule.lastYear {
            let forward = rule.forward.day(month: monthForward, year: year)
            let back = rule.back.day(month: monthBack, year: year)
            return minutesAtChange(on: forward)..<minutesAtChange(on: back)
        }
        return 0..<0
    }

    private static func minutesAtChange(on day: Day) -> Int {
        Int(day.number) * 1440 + minuteOfChange
    }
}
