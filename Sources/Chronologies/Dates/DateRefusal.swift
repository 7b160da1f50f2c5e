package import WorkingDays

/// Why a date as it was typed is not taken.
package enum DateRefusal: Error, Hashable, Sendable {
    /// More characters than any date has.
    case tooLong
    /// That month of that year has only so many days.
    case noSuchDay(day: Int, month: Int, year: Int, last: Int)
    case noSuchMonth(Int)
    /// The month stands first, as in America; the day would be the second number.
    case monthFirst(day: Int, month: Int, year: Int)
    /// `Sept 19`: a day of an unsaid year, or a year.
    case dayOrYear(month: Int, number: Int)
    /// `2011-12`: a month, or two years.
    case monthOrYears(Int)
    case noYear
    case yearOutOfRange(Int)
    /// The weekday written beside it is not the one it was.
    case wrongWeekday(Day)
    /// A spreadsheet's number for a day.
    case serialNumber(Int)
    /// Eight or six digits without anything between them.
    case onlyDigits
    /// The end of a range lies before its start.
    case backwards
    /// Later than the day on which it was written.
    case liesAhead(Day)
    case unreadable
}
