/// A time by the clock on the wall in England.
///
/// It has no order: on the night the clocks go back 01:30 comes twice, and only
/// `UKTime.reading(of:)` says which instants a wall-clock time can mean.
package struct LocalTime: Hashable, Sendable {
    /// The day by the calendar on the same wall.
    package let day: Day

    /// The minute of that day.
    package let minute: Minute

    /// The time at this minute of this day.
    package init(day: Day, minute: Minute) {
        self.day = day
        self.minute = minute
    }
}

extension LocalTime: CustomStringConvertible {
    /// The time as `2026-05-07 16:00`.
    package var description: String { "\(day) \(minute)" }
}
