package import WorkingDays

/// A date as somebody typed it into three boxes.
package struct TypedDate: Hashable, Sendable {
    package let dayText: String
    package let monthText: String
    package let yearText: String

    package init(day: String, month: String, year: String) {
        (dayText, monthText, yearText) = (day, month, year)
    }

    /// `24 12 2026`, `24/12/2026`, `24 December 2026`.
    package init(words: String) {
        let parts = words.split { " /.-".contains($0) }.map(String.init)
        self.init(
            day: parts.first ?? "",
            month: parts.count > 1 ? parts[1] : "",
            year: parts.count > 2 ? parts[2] : ""
        )
    }

    package var isEmpty: Bool { dayText.isEmpty && monthText.isEmpty && yearText.isEmpty }

    /// Where day boxes may stay empty.
    package var year: Int? {
        guard yearText.count == 4, let year = Int(yearText), (1800...2199).contains(year) else {
            return nil
        }
        return year
    }

    /// 1 to 12, typed as a number or as a name of at least three letters.
    package var month: Int? {
        if let number = Int(monthText) { return (1...12).contains(number) ? number : nil }
        guard monthText.count >= 3 else { return nil }
        return Day.monthNames.firstIndex {
            $0.lowercased().hasPrefix(monthText.lowercased())
        }.map { $0 + 1 }
    }

    package var yearAndMonth: (year: Int, month: Int)? {
        guard let year, let month else { return nil }
        return (year, month)
    }

    package var day: Day? {
        guard let date = Int(dayText), let month, let year = Int(yearText), yearText.count == 4
        else {
            return nil
        }
        return Day(year: year, month: month, day: date)
    }
}

/// How exactly a day is known.
package enum HonestDayHow: String, CaseIterable, Sendable {
    case exact, month, year, about, before, after, between

    /// The day as far as it is known; nil where the boxes do not say it.
    package func day(_ from: TypedDate, _ to: TypedDate) -> HonestDay? {
        switch self {
        case .exact: from.day.map { .exact($0) }
        case .about: from.day.map { .about($0) }
        case .before: from.day.map { .before($0) }
        case .after: from.day.map { .after($0) }
        case .month: from.yearAndMonth.map { .month(year: $0.year, month: $0.month) }
        case .year: from.year.map { .year($0) }
        case .between:
            from.day.flatMap { first in
                to.day.flatMap { $0 < first ? nil : .between(first, $0) }
            }
        }
    }
}
