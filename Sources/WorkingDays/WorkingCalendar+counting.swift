extension WorkingCalendar {
    /// The nth working day after a day, which itself is day 0 whether or not it is worked.
    ///
    /// 15 working days after Friday 2025-12-19 is Wednesday 2026-01-14; 5 after Saturday
    /// 2025-12-13 is Friday 2025-12-19. With 0 the day is returned unchanged, with a negative
    /// count the days before it are counted.
    package func workingDay(_ n: Int, after start: Day) throws(UncoveredDay) -> Day {
        let offset = try offset(of: start)
        if n > 0 { return try workingDay(at: Int(workingDaysBefore[offset + 1]), plus: n - 1) }
        return n == 0 ? start : try workingDay(at: Int(workingDaysBefore[offset]), plus: n)
    }

    /// The nth working day before a day, which itself is not counted.
    ///
    /// 7 working days before Wednesday 2026-06-03 is Friday 2026-05-22, as Monday 2026-05-25 is
    /// the Spring bank holiday. With 0 the day is returned unchanged, with a negative count the
    /// days after it are counted.
    package func workingDay(_ n: Int, before start: Day) throws(UncoveredDay) -> Day {
        let offset = try offset(of: start)
        if n > 0 { return try workingDay(at: Int(workingDaysBefore[offset]), plus: -n) }
        // `~n` is -n - 1, and exists for every n.
        return n == 0 ? start : try workingDay(at: Int(workingDaysBefore[offset + 1]), plus: ~n)
    }

    /// Day n when day 1 is the day itself or, if it is not worked, the next working day.
    ///
    /// Beginning with Tuesday 2026-04-28, day 5 is Tuesday 2026-05-05, as Monday 2026-05-04 is a
    /// bank holiday. Beginning with Saturday 2026-05-02, day 1 is Tuesday 2026-05-05. Day 0 is the
    /// working day before day 1.
    package func workingDay(_ n: Int, beginningWith start: Day) throws(UncoveredDay) -> Day {
        let dayOne = Int(workingDaysBefore[try offset(of: start)])
        if n == .min { throw CoveredYears.tooEarly }
        return try workingDay(at: dayOne, plus: n - 1)
    }

    /// The day itself when it is worked, else the next working day.
    ///
    /// From Friday 2026-04-03, Good Friday, that is Tuesday 2026-04-07.
    package func firstWorkingDay(onOrAfter day: Day) throws(UncoveredDay) -> Day {
        try workingDay(1, beginningWith: day)
    }

    /// The day itself when it is worked, else the working day before it.
    ///
    /// From Monday 2026-04-06, Easter Monday, that is Thursday 2026-04-02.
    package func lastWorkingDay(onOrBefore day: Day) throws(UncoveredDay) -> Day {
        try workingDay(at: Int(workingDaysBefore[try offset(of: day) + 1]), plus: -1)
    }

    /// How many working days later the second day is, the first day itself not counted.
    ///
    /// From Thursday 2026-04-30 to Tuesday 2026-05-05 is 2, and back again is -2. From Saturday
    /// 2026-05-02 to Monday 2026-05-04, a bank holiday, is 0.
    package func workingDays(from start: Day, to end: Day) throws(UncoveredDay) -> Int {
        let before = Int(workingDaysBefore[try offset(of: start) + 1])
        return Int(workingDaysBefore[try offset(of: end) + 1]) - before
    }

    /// Whether the day is worked.
    ///
    /// Monday 2026-05-04 is not, Tuesday 2026-05-05 is.
    package func isWorkingDay(_ day: Day) throws(UncoveredDay) -> Bool {
        let offset = try offset(of: day)
        return workingDaysBefore[offset] != workingDaysBefore[offset + 1]
    }

    /// The place of a day among the covered days, the first being 0.
    func offset(of day: Day) throws(UncoveredDay) -> Int {
        guard CoveredYears.contains(day) else { throw UncoveredDay(day: day) }
        return CoveredYears.firstDay.days(to: day)
    }

    /// The working day at an index moved by a number of steps.
    func workingDay(at index: Int, plus steps: Int) throws(UncoveredDay) -> Day {
        // An index is never negative, so a sum too big for an Int wraps to a negative one and is
        // refused like any other place outside the list.
        let target = index &+ steps
        guard target >= 0, target < workingDayNumbers.count else {
            throw steps < 0 ? CoveredYears.tooEarly : CoveredYears.tooLate
        }
        return Day(uncheckedNumber: workingDayNumbers[target])
    }
}
