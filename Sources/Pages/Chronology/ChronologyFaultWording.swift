import Chronologies
import WorkingDays

extension ChronologyWording {
    /// What is wrong with a typed date and what would be right, to stand after the bad value.
    static func words(_ refusal: DateRefusal) -> String {
        switch refusal {
        case .tooLong: "is longer than any date: write the date alone"
        case .noSuchDay(_, let month, let year, let last):
            "is no day: \(DayWording.month(month)) \(year) has \(last) days"
        case .noSuchMonth(let month): "is no date: there is no month \(month)"
        case .monthFirst(let day, let month, let year):
            "has the month first: write the day first, \(day)/\(month)/\(year)"
        case .dayOrYear(let month, let number):
            "can mean \(number) \(DayWording.month(month)) or the year \(2000 + number): "
                + "write the year with four digits"
        case .monthOrYears(let year):
            "can mean a month or two years: write \(DayWording.month((year + 1) % 100)) \(year), "
                + "or \(year) to \(year + 1)"
        case .noYear: "has no year: write it with one, like 22/05/2016"
        case .yearOutOfRange(let year): "has the year \(year): check it"
        case .wrongWeekday(let day):
            "names the wrong weekday: that day was \(DayWording.words(day))"
        case .serialNumber:
            "is a spreadsheet’s number for a day: format the column as dates and copy it again"
        case .onlyDigits: "has no signs between day, month and year: write it like 22/05/2016"
        case .backwards: "ends before it begins"
        case .liesAhead(let day): "lies ahead: \(DayWording.words(day))"
        case .unreadable:
            "is no date that can be read: \(dateHint)"
        }
    }

    /// How a date may be written, after a colon too.
    package static let dateHint =
        "write it like 22/05/2016, May 2016, spring 2016, about 2016, before May 2016 or not known"

    /// What is wrong at one place of a table, without the row and the column.
    static func words(_ error: TableError) -> String {
        switch error.reason {
        case .date(let refusal): "“\(error.value)” \(words(refusal))"
        case .noDate: "No date: write “not known” if nobody knows it"
        case .noText: "Neither what happened nor what was done"
        case .timeTooLong(let most):
            "“\(error.value)…” is too long for a time: write at most \(most) characters"
        case .cellTooLong(let count, let most):
            "“\(error.value)…” has \(count) characters: shorten it to \(most) or fewer"
        case .tooManyCells(let count, let columns):
            "\(count) cells where there are \(columns) columns, from “\(error.value)” on"
        case .empty: "There are no rows: paste them with their dates"
        case .tooLong(let most):
            "The text is longer than \(FileWording.size(most)): take it in parts"
        case .tooManyRows(let most): "There are more than \(most) rows: take them in parts"
        case .noColumn(let column, let heads):
            "No column is called “\(head(column))”: the first line names "
                + DayWording.list(heads.prefix(8).map { "“\($0.prefix(40))”" })
        case .oneColumn:
            "There is only one column: paste a table with a date and what happened in columns of their own"
        }
    }
}
