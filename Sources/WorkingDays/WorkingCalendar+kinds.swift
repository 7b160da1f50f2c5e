extension WorkingCalendar {
    /// Whether a day is worked and, if not, why.
    ///
    /// Monday 2026-05-04 is `bankHoliday("Early May bank holiday")`, Saturday 2026-05-02 is
    /// `weekend` and Tuesday 2026-05-05 is `working`.
    package func kind(of day: Day) throws(UncoveredDay) -> DayKind {
        if try isWorkingDay(day) { return .working }
        if day.weekday.isWeekend { return .weekend }
        if let name = holidayNames[day] { return .bankHoliday(name) }
        return .closure(closures[day, default: ""])
    }

    /// The days a count forward passes over: strictly after one day, up to and including another.
    ///
    /// After Friday 2026-05-01, through Tuesday 2026-05-05: Saturday 2 and Sunday 3 May, weekend,
    /// and Monday 4 May, bank holiday. Empty when the second day is not later.
    package func daysNotCounted(
        after start: Day,
        through end: Day
    ) throws(UncoveredDay) -> [DayNotCounted] {
        let first = try offset(of: start) + 1
        return try daysNotCounted(first..<max(first, try offset(of: end) + 1))
    }

    /// The days a count backward passes over: from one day on, strictly before another.
    ///
    /// From Friday 2026-05-01, before Tuesday 2026-05-05: Saturday 2 to Monday 4 May. Empty when
    /// the second day is not later.
    package func daysNotCounted(
        from start: Day,
        before end: Day
    ) throws(UncoveredDay) -> [DayNotCounted] {
        let first = try offset(of: start)
        return try daysNotCounted(first..<max(first, try offset(of: end)))
    }

    private func daysNotCounted(_ offsets: Range<Int>) throws(UncoveredDay) -> [DayNotCounted] {
        var found: [DayNotCounted] = []
        for offset in offsets where workingDaysBefore[offset] == workingDaysBefore[offset + 1] {
            let day = Day(uncheckedNumber: CoveredYears.firstDay.number + Int32(offset))
            found.append(DayNotCounted(day: day, kind: try kind(of: day)))
        }
        return found
    }
}
