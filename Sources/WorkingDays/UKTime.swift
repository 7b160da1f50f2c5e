/// Elapsed time in England, across the nights on which the clocks change, 1990 to 2060.
package enum UKTime {
    /// A point in time, wherever it is read.
    package struct Instant: Hashable, Sendable {
        /// Whole minutes since 1970-01-01 00:00 GMT.
        package let minutes: Int

        /// The instant so many minutes after 1970-01-01 00:00 GMT.
        package init(minutes: Int) {
            self.minutes = minutes
        }

        /// The minute in which so many seconds after 1970-01-01 00:00 GMT fall.
        package init(secondsSince1970 seconds: Int) {
            minutes = seconds >= 0 ? seconds / 60 : ~(~seconds / 60)
        }
    }

    /// What a wall-clock time can mean: one instant, two, or none.
    package enum LocalTimeReading: Hashable, Sendable {
        /// The time exists once; the offset is the minutes its clock is ahead of GMT, 0 or 60.
        case one(Instant, offsetMinutes: Int)

        /// The clocks went back over it: first in summer time, an hour later in GMT.
        case twice(earlier: Instant, later: Instant)

        /// The clocks jumped over it: the instants it would be an hour either side of the jump.
        ///
        /// For Sunday 2026-03-29 01:30 `before` is 00:30 GMT, the last time the clock had shown
        /// half past, and `after` is 02:30 summer time, the next time it does.
        case never(before: Instant, after: Instant)
    }

    /// The end of a number of elapsed hours, or why the start does not fix one.
    package enum ElapsedHours: Hashable, Sendable {
        /// The hours end at this instant and wall-clock time, so many minutes ahead of GMT.
        case end(Instant, LocalTime, offsetMinutes: Int)

        /// The start came twice; the caller says which, then adds to that instant.
        case startCameTwice(earlier: Instant, later: Instant)

        /// The start never came; the caller says which side, then adds to that instant.
        case startNeverCame(before: Instant, after: Instant)
    }

    /// The instants a wall-clock time in England can mean.
    ///
    /// Thursday 2026-05-07 16:00 is one instant, 15:00 GMT. Sunday 2026-10-25 01:30 comes twice,
    /// at 00:30 and 01:30 GMT. Sunday 2026-03-29 01:30 never comes.
    package static func reading(
        of time: LocalTime
    ) throws(UncoveredDay) -> LocalTimeReading {
        guard CoveredYears.contains(time.day) else { throw UncoveredDay(day: time.day) }
        let summer = ClockChanges.summer(of: time.day.year)
        let inWinter = Int(time.day.number) * 1440 + time.minute.minuteOfDay
        let inSummer = inWinter - ClockChanges.summerOffset
        return switch (summer.contains(inSummer), !summer.contains(inWinter)) {
        case (true, true):
            .twice(earlier: Instant(minutes: inSummer), later: Instant(minutes: inWinter))
        case (true, false):
            .one(Instant(minutes: inSummer), offsetMinutes: ClockChanges.summerOffset)
        case (false, true):
            .one(Instant(minutes: inWinter), offsetMinutes: 0)
        case (false, false):
            .never(before: Instant(minutes: inSummer), after: Instant(minutes: inWinter))
        }
    }

    /// The wall-clock time in England at an instant, and the minutes it is ahead of GMT.
    ///
    /// 15:00 GMT on Thursday 2026-05-07 is 16:00, 60 minutes ahead.
    package static func localTime(
        at instant: Instant
    ) throws(UncoveredDay) -> (LocalTime, offsetMinutes: Int) {
        let day = try coveredDay(of: instant.minutes)
        let isSummer = ClockChanges.summer(of: day.year).contains(instant.minutes)
        let offset = isSummer ? ClockChanges.summerOffset : 0
        let minutes = instant.minutes + offset
        let time = LocalTime(
            day: try coveredDay(of: minutes),
            minute: Minute(minutesAfterMidnight: minutes)
        )
        return (time, offset)
    }

    /// The time when so many hours have passed since a wall-clock time in England.
    ///
    /// 24 hours after Thursday 2026-05-07 16:00 is Friday 2026-05-08 16:00; after Saturday
    /// 2026-10-24 16:00 it is Sunday 2026-10-25 15:00, as that night the clocks go back.
    package static func adding(
        hours: Int,
        to start: LocalTime
    ) throws(UncoveredDay) -> ElapsedHours {
        switch try reading(of: start) {
        case .one(let instant, _):
            let end = try adding(hours: hours, to: instant)
            let (time, offset) = try localTime(at: end)
            return .end(end, time, offsetMinutes: offset)
        case .twice(let earlier, let later):
            return .startCameTwice(earlier: earlier, later: later)
        case .never(let before, let after):
            return .startNeverCame(before: before, after: after)
        }
    }

    /// The instant so many hours later, or earlier when negative.
    package static func adding(
        hours: Int,
        to start: Instant
    ) throws(UncoveredDay) -> Instant {
        _ = try coveredDay(of: start.minutes)
        let (minutes, tooMany) = hours.multipliedReportingOverflow(by: 60)
        let (sum, tooFar) = start.minutes.addingReportingOverflow(minutes)
        if tooMany || tooFar { throw hours < 0 ? CoveredYears.tooEarly : CoveredYears.tooLate }
        _ = try coveredDay(of: sum)
        return Instant(minutes: sum)
    }

    private static func coveredDay(of minutes: Int) throws(UncoveredDay) -> Day {
        // Rounds down, so that the last minute before 1970 is on 1969-12-31.
        let number = minutes >= 0 ? minutes / 1440 : ~(~minutes / 1440)
        let day = Day(number: number) ?? (number < 0 ? Day.first : Day.last)
        guard CoveredYears.contains(day) else { throw UncoveredDay(day: day) }
        return day
    }
}

extension UKTime.Instant: Comparable {
    package static func < (left: UKTime.Instant, right: UKTime.Instant) -> Bool {
        left.minutes < right.minutes
    }
}
