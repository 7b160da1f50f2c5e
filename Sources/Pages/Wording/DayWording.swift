package import WorkingDays

/// Days, times and numbers in words: the one place where they are formatted.
package enum DayWording {
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    /// `Fri 19 Dec 2025`.
    package static func words(_ day: Day) -> String {
        let (year, _, _) = day.ymd
        return "\(short(day)) \(year)"
    }

    /// `Fri 19 Dec`, where the year is plain.
    package static func short(_ day: Day) -> String {
        let (_, month, date) = day.ymd
        return "\(weekday(day)) \(date) \(shortMonth(month))"
    }

    package static func weekday(_ day: Day) -> String {
        weekdays[day.weekday.rawValue - 1]
    }

    /// `December`.
    package static func month(_ number: Int) -> String {
        Day.monthNames[number - 1]
    }

    /// `Dec`.
    package static func shortMonth(_ number: Int) -> String {
        String(Day.monthNames[number - 1].prefix(3))
    }

    /// `4:05pm`.
    package static func words(_ minute: Minute) -> String {
        let hour = minute.hour % 12 == 0 ? 12 : minute.hour % 12
        let past = minute.minute
        return "\(hour):\(past < 10 ? "0" : "")\(past)\(minute.hour < 12 ? "am" : "pm")"
    }

    package static func text(_ day: Day) -> DayText {
        DayText(iso: day.description, words: words(day))
    }

    /// `1 working day`, `2 working days`.
    package static func count(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }

    /// `a`, `a and b`, `a, b and c`.
    package static func list(_ parts: [String], _ joint: String = "and") -> String {
        guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " \(joint) " + last
    }

    /// The sentence with a capital to begin it.
    package static func capitalised(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.uppercased() + text.dropFirst()
    }
}
