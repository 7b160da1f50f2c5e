package import Chronologies
import WorkingDays

/// The words of a chronology: its dates, ages and columns.
package enum ChronologyWording {
    /// `Sun 22 May 2016`, `about May 2016`, `between 12 and ...`, `date not known`.
    package static func words(_ date: UncertainDate) -> String {
        switch date {
        case .known(let period): words(period)
        case .doubtful(let period): "perhaps \(words(period))"
        case .about(let period): "about \(words(period))"
        case .before(let period): "before \(words(period))"
        case .after(let period): "after \(words(period))"
        case .by(let period): "by \(words(period))"
        case .since(let period): "since \(words(period))"
        case .between(let first, let last): "between \(words(first)) and \(words(last))"
        case .unknown: "date not known"
        }
    }

    static func words(_ period: UncertainDate.Period) -> String {
        switch period {
        case .day(let day): DayWording.words(day)
        case .week(let day): "week beginning \(DayWording.words(day))"
        case .month(let month, let year): "\(DayWording.month(month)) \(year)"
        case .year(let year): "\(year)"
        case .years(let first, let last): "\(first) to \(last)"
        case .season(.winter, let year): "winter \(year)"
        case .season(let season, let year): "\(season.rawValue) \(year)"
        case .term(let season, let year): "\(season.rawValue) term \(year)"
        case .part(let part, nil, let year): "\(part.rawValue) \(year)"
        case .part(let part, let month?, let year):
            "\(part.rawValue) \(DayWording.month(month)) \(year)"
        }
    }

    /// Where an uncertain date was put in the list; nil for a day that is known.
    static func placed(_ date: UncertainDate) -> String? {
        guard date.exactDay == nil else { return nil }
        guard let place = date.place else {
            return "Stands at the end: nobody knows where it belongs"
        }
        let day = DayWording.words(place)
        switch date {
        case .doubtful(.day): return "The day is in doubt"
        case .before, .by: return "Stands at \(day), the last day it can mean"
        case .about: return "Stands at \(day)"
        default: return "Stands at \(day), the first day it can mean"
        }
    }

    /// `2:30pm`, or as it was written.
    package static func words(_ time: TimeOfDay) -> String {
        switch time {
        case .exact(let minute): DayWording.words(minute)
        case .words(let words): words
        }
    }

    /// `2 years 3 months`, `5 weeks`, `3 weeks before birth`.
    package static func words(_ age: ChronologyAge) -> String {
        switch age {
        case .days(0): "the day of birth"
        case .days(let days): DayWording.count(days, "day")
        case .weeks(let weeks): DayWording.count(weeks, "week")
        case .years(0, let months): DayWording.count(months, "month")
        case .years(let years, 0): DayWording.count(years, "year")
        case .years(let years, let months):
            "\(DayWording.count(years, "year")) \(DayWording.count(months, "month"))"
        case .weeksBeforeBirth(let weeks): "\(DayWording.count(weeks, "week")) before birth"
        case .weeksBeforeDue(let weeks): "\(DayWording.count(weeks, "week")) before due"
        }
    }

    static func words(_ range: ChronologyAgeRange) -> String {
        range.isExact ? words(range.from) : "\(words(range.from)) to \(words(range.to))"
    }

    /// The head of a column, as it stands over tables here and in files.
    package static func head(_ column: ChronologyColumn) -> String {
        switch column {
        case .date: "Date"
        case .time: "Time"
        case .event: "What happened"
        case .action: "What was done"
        case .record: "Source"
        case .who: "Who"
        case .significance: "Significance"
        case .key: "Key episode"
        }
    }

    static func words(_ statement: Statement) -> String {
        switch statement {
        case .attended: "attended or not"
        case .seen: "seen or not"
        case .agreed: "agreed or refused"
        case .injured: "injured or not"
        case .disclosed: "disclosed or not"
        case .informed: "informed or not"
        case .safe: "safe or not"
        case .reached: "reached or not"
        case .sober: "sober or not"
        case .arrested: "arrested or not"
        case .referred: "referred or not"
        }
    }

    static func words(_ contradiction: Resemblance.Contradiction) -> String {
        switch contradiction {
        case .days: "on which day"
        case .times: "at what time"
        case .opposed(let statement): words(statement)
        }
    }
}
