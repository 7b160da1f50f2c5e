import Partnerships
import WorkingDays

/// The days that the demonstration speaks of, all counted from the day on which it is made.
struct DemonstrationDays: Sendable {
    let made: Timestamp
    let today: Day
    /// The last day on which a working morning is over: what is newest happened then.
    let latest: Day

    init(made: Timestamp) {
        self.made = made
        let local = made.localTime
        today = local.day
        let isMorning = local.minute.minuteOfDay < Self.endOfMorning
        let before = isMorning ? today.advanced(byDays: -1) ?? today : today
        latest = Self.or(before) { () throws(UncoveredDay) in
            try WorkingCalendar.standard.lastWorkingDay(onOrBefore: before)
        }
    }

    /// 10:30am: by then the newest deeds of a day are done.
    private static let endOfMorning = 630

    /// The nth working day before today.
    func back(_ count: Int) -> Day {
        Self.or(today) { () throws(UncoveredDay) in
            try WorkingCalendar.standard.workingDay(count, before: today)
        }
    }

    /// The nth working day after today.
    func ahead(_ count: Int) -> Day { day(count, after: today) }

    /// Day n of a clock whose day zero is given.
    func day(_ count: Int, after start: Day) -> Day {
        Self.or(start) { () throws(UncoveredDay) in
            try WorkingCalendar.standard.workingDay(count, after: start)
        }
    }

    /// When something was recorded, never later than the demonstration is made.
    func time(_ day: Day, _ text: String) -> Timestamp {
        guard let minute = Minute(text) else { preconditionFailure("\(text) is no time of a day") }
        guard
            case .one(let instant, _) = try? UKTime.reading(of: LocalTime(day: day, minute: minute))
        else { return made }
        return min(made, Timestamp(milliseconds: Int64(instant.minutes) * 60_000))
    }

    /// Outside the years whose bank holidays are known, a day stands for those counted from it.
    private static func or(_ other: Day, _ day: () throws(UncoveredDay) -> Day) -> Day {
        (try? day()) ?? other
    }
}
