import TestSupport
import Testing
import WorkingDays

@testable import Chronologies

private let reader = DateReader(today: "2026-11-21")

@Suite("Dates as agencies type them")
struct DateReaderTests {
    /// As typed, as kept, the first day and the last that it can mean.
    @Test(arguments: [
        ("22/05/2016", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("22.5.16", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("22-05-2016", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("22 05 2016", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("  22 May 2016 ", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("22nd May 2016", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("22nd of May, 2016", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("22May2016", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("22-May-16", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("22 May ’16", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("Sunday 22 May 2016", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("Sun. 22/5/16", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("May 22, 2016", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("2016-05-22", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("2016-05-22 00:00:00", "known day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("29/02/2024", "known day 2024-02-29", "2024-02-29", "2024-02-29"),
        ("01/06/1984", "known day 1984-06-01", "1984-06-01", "1984-06-01"),
        ("?22 May 2016", "doubtful day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("22 May 2016 (?)", "doubtful day 2016-05-22", "2016-05-22", "2016-05-22"),
        ("possibly May 2016", "doubtful month 2016-5", "2016-05-01", "2016-05-31"),
        ("May 2016", "known month 2016-5", "2016-05-01", "2016-05-31"),
        ("05/2016", "known month 2016-5", "2016-05-01", "2016-05-31"),
        ("2016-05", "known month 2016-5", "2016-05-01", "2016-05-31"),
        ("??/05/2016", "known month 2016-5", "2016-05-01", "2016-05-31"),
        ("00/05/2016", "known month 2016-5", "2016-05-01", "2016-05-31"),
        ("xx/05/16", "known month 2016-5", "2016-05-01", "2016-05-31"),
        ("Sept '19", "known month 2019-9", "2019-09-01", "2019-09-30"),
        ("Sept 84", "known month 1984-9", "1984-09-01", "1984-09-30"),
        ("2015", "known year 2015", "2015-01-01", "2015-12-31"),
        ("2014-15", "known years 2014-2015", "2014-01-01", "2015-12-31"),
        ("2014/15", "known years 2014-2015", "2014-01-01", "2015-12-31"),
        ("2014 - 2016", "known years 2014-2016", "2014-01-01", "2016-12-31"),
        ("2010s", "known years 2010-2019", "2010-01-01", "2019-12-31"),
        ("c. 2015", "about year 2015", "2014-07-02", "2016-07-01"),
        ("about 22 May 2016", "about day 2016-05-22", "2016-05-08", "2016-06-05"),
        ("approx. May 2016", "about month 2016-5", "2016-03-31", "2016-07-01"),
        ("w/c 23/05/2016", "known week 2016-05-23", "2016-05-23", "2016-05-29"),
        ("week beginning 23 May 2016", "known week 2016-05-23", "2016-05-23", "2016-05-29"),
        ("Spring 2019", "known season spring 2019", "2019-03-01", "2019-05-31"),
        ("Winter 2019", "known season winter 2019", "2019-01-01", "2020-02-29"),
        ("winter 2019/20", "known season winter 2019", "2019-01-01", "2020-02-29"),
        ("Autumn term 2018", "known term autumn 2018", "2018-09-01", "2018-12-31"),
        ("early 2020", "known part early 2020", "2020-01-01", "2020-04-30"),
        ("mid-June 2019", "known part mid 2019-6", "2019-06-11", "2019-06-20"),
        ("end of March 2020", "known part late 2020-3", "2020-03-21", "2020-03-31"),
        ("12-14 May 2016", "between day 2016-05-12 | day 2016-05-14", "2016-05-12", "2016-05-14"),
        (
            "12 May - 3 June 2016", "between day 2016-05-12 | day 2016-06-03", "2016-05-12",
            "2016-06-03"
        ),
        (
            "12/05/16 – 14/05/16", "between day 2016-05-12 | day 2016-05-14", "2016-05-12",
            "2016-05-14"
        ),
        (
            "between 12/05 and 14/05/2016", "between day 2016-05-12 | day 2016-05-14", "2016-05-12",
            "2016-05-14"
        ),
        ("May to July 2016", "between month 2016-5 | month 2016-7", "2016-05-01", "2016-07-31"),
        ("from 2014 to 2016", "known years 2014-2016", "2014-01-01", "2016-12-31"),
    ])
    func `are read, no more exactly than they were written`(
        typed: String,
        kept: String,
        first: String,
        last: String
    ) throws {
        let date = try reader.read(typed).date
        #expect(date.stored == kept)
        #expect(date.earliest?.description == first)
        #expect(date.latest?.description == last)
        #expect(date.place == date.periods.first?.first)
        #expect(UncertainDate(stored: kept) == date)
    }

    @Test(
        arguments: [
            ("before May 2016", "before month 2016-5", nil, "2016-04-30", "2016-04-30"),
            ("prior to 22/05/2016", "before day 2016-05-22", nil, "2016-05-21", "2016-05-21"),
            ("by 22 May 2016", "by day 2016-05-22", nil, "2016-05-22", "2016-05-22"),
            ("no later than 22 May 2016", "by day 2016-05-22", nil, "2016-05-22", "2016-05-22"),
            ("after 22 May 2016", "after day 2016-05-22", "2016-05-23", nil, "2016-05-23"),
            ("since 2015", "since year 2015", "2015-01-01", nil, "2015-01-01"),
            ("from May 2016 onwards", "since month 2016-5", "2016-05-01", nil, "2016-05-01"),
            ("not known", "unknown", nil, nil, nil),
            ("n/k", "unknown", nil, nil, nil),
            ("?", "unknown", nil, nil, nil),
            ("Date unknown", "unknown", nil, nil, nil),
        ] as [(String, String, String?, String?, String?)]
    )
    func `may be open at an end, and have a place all the same`(
        typed: String,
        kept: String,
        first: String?,
        last: String?,
        place: String?
    ) throws {
        let date = try reader.read(typed).date
        #expect(date.stored == kept)
        #expect(date.earliest?.description == first)
        #expect(date.latest?.description == last)
        #expect(date.place?.description == place)
        #expect(UncertainDate(stored: kept) == date)
    }

    @Test(
        arguments: [
            ("31/02/2024", .noSuchDay(day: 31, month: 2, year: 2024, last: 29)),
            ("29 February 2023", .noSuchDay(day: 29, month: 2, year: 2023, last: 28)),
            ("05/22/2016", .monthFirst(day: 22, month: 5, year: 2016)),
            ("45/13/2016", .noSuchMonth(13)),
            ("13/2016", .noSuchMonth(13)),
            ("Sept 19", .dayOrYear(month: 9, number: 19)),
            ("Sep-19", .dayOrYear(month: 9, number: 19)),
            ("2011-12", .monthOrYears(2011)),
            ("2004/05", .monthOrYears(2004)),
            ("12 March", .noYear),
            ("12/05", .noYear),
            ("22/05/1016", .yearOutOfRange(1016)),
            ("22/05/2062", .yearOutOfRange(2062)),
            ("Monday 22 May 2016", .wrongWeekday("2016-05-22")),
            ("42512", .serialNumber(42512)),
            ("22052016", .onlyDigits),
            ("14-12 May 2016", .backwards),
            ("2016-2014", .backwards),
            ("22/11/2026", .liesAhead("2026-11-22")),
            ("the day after", .unreadable),
            ("2 weeks later", .unreadable),
            ("22/05/20166", .unreadable),
            ("May", .unreadable),
            ("22/05/2016/7", .unreadable),
            ("99999999999999999999999999", .onlyDigits),
            (String(repeating: "9/", count: 60), .tooLong),
        ] as [(String, DateRefusal)]
    )
    func `are refused with a reason where they say nothing, or two things`(
        typed: String,
        refusal: DateRefusal
    ) {
        #expect(throws: refusal) { try reader.read(typed) }
    }

    @Test func `of two digits are the latest year that is not after next year`() throws {
        #expect(try reader.read("1/1/26").date.stored == "known day 2026-01-01")
        #expect(try reader.read("1/1/28").date.stored == "known day 1928-01-01")
        #expect(throws: DateRefusal.liesAhead("2027-01-01")) { try reader.read("1/1/27") }
    }

    @Test(arguments: [
        ("22/05/2016 14:30", "14:30"), ("22 May 2016 at 2.30pm", "14:30"),
        ("2016-05-22T09:05:00", "09:05"), ("22/05/16 1430hrs", "14:30"), ("22/05/16, 2pm", "14:00"),
    ])
    func `may carry the time of day`(typed: String, time: String) throws {
        let read = try reader.read(typed)
        #expect(read.date.stored == "known day 2016-05-22")
        #expect(read.time?.minute?.description == time)
    }

    @Test(
        arguments: [
            ("14:30", "14:30"), ("9.05", "09:05"), ("1430 hrs", "14:30"), ("12am", "00:00"),
            ("12.15 p.m.", "12:15"), ("23:59:10", "23:59"), ("evening", nil), ("25:00", nil),
            ("2 or 3pm", nil), ("13pm", nil), ("930", nil), ("about 4pm", nil),
        ] as [(String, String?)]
    )
    func `of day are exact, or stay in their words`(typed: String, minute: String?) {
        let time = TimeOfDay(typed)
        #expect(time?.minute?.description == minute)
        if minute == nil { #expect(time == .words(typed)) }
    }

    @Test func `of any shape are read or refused, and nothing else`() {
        var random = SeededGenerator(seed: 20)
        let parts = [
            "22", "5", "2016", "16", "May", "?", "/", "-", ".", " ", "c.", "before", "to", "spring",
            "Mon", "'", "w/c", "0", "99999999999", "é", "\u{0}", "early", "term", "and", "between",
            ":",
            "pm",
        ]
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...8, using: &random)
            let typed = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            guard let date = try? reader.read(typed).date else { continue }
            #expect(UncertainDate(stored: date.stored) == date, "\(typed)")
            if let first = date.earliest, let last = date.latest {
                #expect(first <= last, "\(typed)")
            }
        }
    }
}
