/// A day whose bank holidays or clock changes are not known here.
///
/// Nothing is guessed: any answer that would need this day is refused.
package struct UncoveredDay: Error, Hashable, Sendable {
    /// The first day the answer would need that is outside the covered years.
    package let day: Day

    /// The refusal that names this day.
    package init(day: Day) {
        self.day = day
    }
}

/// The years for which bank holidays and clock changes are known, 1990 to 2060.
enum CoveredYears {
    static let range = 1990...2060

    /// Monday 1990-01-01.
    static var firstDay: Day { Day(uncheckedNumber: 7305) }

    /// Friday 2060-12-31.
    static var lastDay: Day { Day(uncheckedNumber: 33_237) }

    static var dayCount: Int { firstDay.days(to: lastDay) + 1 }

    /// The refusal of an answer that lies before 1990.
    static var tooEarly: UncoveredDay {
        UncoveredDay(day: Day(uncheckedNumber: firstDay.number - 1))
    }

    /// The refusal of an answer that lies after 2060.
    static var tooLate: UncoveredDay {
        UncoveredDay(day: Day(uncheckedNumber: lastDay.number + 1))
    }

    static func contains(_ day: Day) -> Bool {
        firstDay <= day && day <= lastDay
    }
}
