package import WorkingDays

/// How old a child was.
package enum ChronologyAge: Hashable, Sendable {
    /// In the first week.
    case days(Int)
    /// In the first half year.
    case weeks(Int)
    case years(Int, months: Int)
    /// Before the day of birth; 1 to 42.
    case weeksBeforeBirth(Int)
    /// Before the day on which the child is due; 0 to 42.
    case weeksBeforeDue(Int)
}

/// How old a child was at a date: the same at both ends where the date is known well enough.
package struct ChronologyAgeRange: Hashable, Sendable {
    package let from: ChronologyAge
    package let to: ChronologyAge

    package var isExact: Bool { from == to }
}

extension ChronologyPerson {
    /// How old the child was on a day; nil where nobody can say, or long before the birth.
    ///
    /// Born on Wed 2024-05-15: on Tue 2024-05-21 6 days, on Wed 2024-05-22 1 week, on
    /// Fri 2025-02-14 8 months, on Thu 2025-05-15 1 year. On Wed 2024-05-08 1 week before birth.
    package func age(on day: Day) -> ChronologyAge? {
        switch birth {
        case .born(let born) where day >= born: Self.age(daysOld: born.days(to: day), born, day)
        case .born(let born):
            Self.weeks(before: born, on: day).map { .weeksBeforeBirth(max(1, $0)) }
        case .due(let due) where day <= due:
            Self.weeks(before: due, on: day).map { .weeksBeforeDue($0) }
        case .due, nil: nil
        }
    }

    /// How old the child was at a date; nil where either end of it gives no age.
    package func age(at date: UncertainDate) -> ChronologyAgeRange? {
        guard let first = date.earliest, let last = date.latest, let from = age(on: first),
            let to = age(on: last)
        else { return nil }
        return ChronologyAgeRange(from: from, to: to)
    }

    private static func age(daysOld: Int, _ born: Day, _ day: Day) -> ChronologyAge {
        if daysOld < 7 { return .days(daysOld) }
        if daysOld < 182 { return .weeks(daysOld / 7) }
        let (bornYear, bornMonth, bornDate) = born.ymd
        let (year, month, date) = day.ymd
        // Whoever was born on the 31st is a month older on the last day of a shorter month.
        let isLast = day.advanced(byDays: 1)?.dayOfMonth == 1
        let begun = date < bornDate && !isLast ? 1 : 0
        let months = (year - bornYear) * 12 + month - bornMonth - begun
        return .years(months / 12, months: months % 12)
    }

    /// Whole weeks to the birth; nil before anybody could know of a child.
    private static func weeks(before birth: Day, on day: Day) -> Int? {
        let weeks = day.days(to: birth) / 7
        return weeks <= 42 ? weeks : nil
    }
}
