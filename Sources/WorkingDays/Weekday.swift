/// A day of the week, Monday first as in ISO 8601.
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday

    /// Whether the day is a Saturday or a Sunday.
    package var isWeekend: Bool { self == .saturday || self == .sunday }

    /// The weekday so many days after some Thursday; the count may be negative.
    init(daysAfterThursday days: Int) {
        // `%` keeps the sign of the days, so a day before that Thursday leaves a negative rest.
        let rest = days % 7
        switch rest < 0 ? rest + 7 : rest {
        case 0: self = .thursday
        case 1: self = .friday
        case 2: self = .saturday
        case 3: self = .sunday
        case 4: self = .monday
        case 5: self = .tuesday
        default: self = .wednesday
        }
    }

    /// How many days after this weekday the other one next falls, 0 to 6.
    ///
    /// From Saturday to Monday is 2, from Monday to Saturday is 5.
    func days(toNext other: Weekday) -> Int {
        (other.rawValue - rawValue + 7) % 7
    }
}
