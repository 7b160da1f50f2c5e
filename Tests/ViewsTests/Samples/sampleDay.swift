@testable import Pages

/// A day so many days after Mon 15 Dec 2025, worded as pages word it.
func sampleDay(_ offset: Int) -> DayText {
    let (year, month, date) = civil(offset)
    let weekday = weekdays[((offset % 7) + 7) % 7]
    let iso = "\(year)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date)"
    return DayText(iso: iso, words: "\(weekday) \(date) \(monthNames[month - 1].prefix(3)) \(year)")
}

/// A picture's days, from an offset, with the weekends and the Christmas holidays of England.
func sampleDays(from first: Int, count: Int) -> [TimelineDay] {
    (first..<(first + count)).map { offset in
        let (year, month, date) = civil(offset)
        let holiday = holidays["\(date)/\(month)/\(year)"]
        let weekday = ((offset % 7) + 7) % 7
        let isFirst = offset == first || date == 1
        return TimelineDay(
            letter: String(weekdays[weekday].prefix(1)),
            number: "\(date)",
            kind: holiday != nil ? .holiday : weekday > 4 ? .weekend : .counted,
            month: isFirst ? "\(monthNames[month - 1]) \(year)" : nil,
            holiday: holiday
        )
    }
}

/// The numbers of working days from an offset on: the first is this number.
func sampleNumbers(from first: Int, number: Int, count: Int) -> [(day: Int, number: Int)] {
    var numbers: [(day: Int, number: Int)] = []
    for (place, day) in sampleDays(from: first, count: 3 * count + 20).enumerated() {
        guard day.kind == .counted, numbers.count < count else { continue }
        numbers.append((first + place, number + numbers.count))
    }
    return numbers
}

private let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

private let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
]

private let holidays = [
    "25/12/2025": "Christmas Day",
    "26/12/2025": "Boxing Day",
    "1/1/2026": "New Year’s Day",
    "3/4/2026": "Good Friday",
    "6/4/2026": "Easter Monday",
    "4/5/2026": "Early May bank holiday",
    "25/5/2026": "Spring bank holiday",
    "31/8/2026": "Summer bank holiday",
]

private func civil(_ offset: Int) -> (year: Int, month: Int, date: Int) {
    var (year, month, date) = (2025, 12, 15 + offset)
    while date > length(of: month) {
        date -= length(of: month)
        (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    while date < 1 {
        (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1)
        date += length(of: month)
    }
    return (year, month, date)
}

/// No leap year is near.
private func length(of month: Int) -> Int {
    switch month {
    case 2: 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}
