package import Procedures
package import WorkingDays

/// A day with its number on a clock.
package struct CountedDay: Hashable, Sendable {
    package let number: Int
    package let day: Day
}

extension CaseClock {
    /// Each numbered day, from the clock's first to the last that a step is counted to; empty where it has not started or runs out of the calendar.
    package func days(by rule: ClockRule, calendar: WorkingCalendar) -> [CountedDay] {
        guard let start, lastDay >= rule.firstDay else { return [] }
        let counting = ClockCounting(rule: rule, calendar: calendar)
        do {
            var days: [CountedDay] = []
            days.reserveCapacity(lastDay - rule.firstDay + 1)
            for number in rule.firstDay...lastDay {
                guard let day = try counting.day(number, from: start) else { return days }
                days.append(CountedDay(number: number, day: day))
            }
            return days
        } catch {
            return []
        }
    }
}

/// Numbers the days of a clock.
struct ClockCounting {
    let rule: ClockRule
    let calendar: WorkingCalendar

    /// The day with a number.
    ///
    /// From Fri 19 Dec 2025 as day zero, day 8 is Mon 5 Jan 2026; from Tue 28 Apr 2026 as day 1, day 15
    /// is Tue 19 May 2026.
    func day(_ number: Int, from start: CaseClock.Start) throws(UncoveredDay) -> Day? {
        if rule.counts == .calendarDay { return start.day.advanced(byDays: number - rule.firstDay) }
        if rule.firstDay == 1 {
            guard let one = start.dayOne, number >= 1 else { return start.day }
            return try calendar.workingDay(number - 1, after: one)
        }
        return try calendar.workingDay(number, after: zero(start.day))
    }

    /// Day 1, where the clock's day zero or day 1 is counted from a day.
    func dayOne(from day: Day) throws(UncoveredDay) -> Day? {
        if rule.counts == .calendarDay { return rule.firstDay == 1 ? day : day.advanced(byDays: 1) }
        if rule.firstDay == 1 { return try calendar.firstWorkingDay(onOrAfter: day) }
        return try calendar.workingDay(1, after: zero(day))
    }

    /// Day zero itself: the day of the start, or the next working day where the clock says so.
    private func zero(_ day: Day) throws(UncoveredDay) -> Day {
        rule.closedDay == .movesOn ? try calendar.firstWorkingDay(onOrAfter: day) : day
    }
}
