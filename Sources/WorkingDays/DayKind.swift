/// Whether a day is worked and, if it is not, why.
///
/// A day with two reasons has the more general one: Saturday 2027-12-25 is a weekend day, and a
/// closure on Monday 2027-12-27 leaves it a bank holiday.
package enum DayKind: Hashable, Sendable {
    case working
    case weekend
    case bankHoliday(String)
    case closure(String)
}

/// A day that a working-day count passes over, and why.
package struct DayNotCounted: Hashable, Sendable {
    /// The day passed over.
    package let day: Day

    /// The reason, never `working`.
    package let kind: DayKind

    /// A day passed over for this reason.
    package init(day: Day, kind: DayKind) {
        self.day = day
        self.kind = kind
    }
}
