package import WorkingDays

/// When something was recorded: milliseconds since 1970-01-01 00:00 GMT.
package struct Timestamp: Hashable, Sendable, Codable {
    package let milliseconds: Int64

    package static let zero = Timestamp(milliseconds: 0)

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// When the clock on the wall in England shows a time; the first of the two hours that come twice in October.
    package init(_ time: LocalTime) {
        let instant: UKTime.Instant =
            switch try? UKTime.reading(of: time) {
            case .one(let instant, _)?: instant
            case .twice(let earlier, _)?: earlier
            // A time that the clocks jump over is meant as they show it afterwards.
            case .never(_, let after)?: after
            // Outside the years whose clock changes are known, as in winter.
            case nil:
                UKTime.Instant(minutes: Int(time.day.number) * 1440 + time.minute.minuteOfDay)
            }
        milliseconds = Int64(instant.minutes) * 60_000
    }

    package init(from decoder: any Decoder) throws {
        milliseconds = try decoder.singleValueContainer().decode(Int64.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    package func advanced(byMilliseconds count: Int64) -> Timestamp {
        Timestamp(milliseconds: milliseconds + count)
    }

    package func advanced(byHours hours: Int64) -> Timestamp {
        advanced(byMilliseconds: hours * 3_600_000)
    }

    /// The day and minute that the clock on the wall showed in England.
    package var localTime: LocalTime {
        let seconds = Int(milliseconds >= 0 ? milliseconds / 1000 : ~(~milliseconds / 1000))
        let instant = UKTime.Instant(secondsSince1970: seconds)
        if let (time, _) = try? UKTime.localTime(at: instant) { return time }
        // Outside the years whose clock changes are known, only a broken clock can be.
        return LocalTime(day: milliseconds < 0 ? .first : .last, minute: .midnight)
    }
}

extension Timestamp: Comparable {
    package static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
