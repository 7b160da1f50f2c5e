import TestSupport
import Testing

@testable import WorkingDays

@Suite("Bank holidays")
struct BankHolidayListTests {
    @Test func `the weekdays of every year agree with the independent list`() {
        let lines = independentBankHolidays.split(separator: "\n")
        #expect(lines.count == 71)
        for line in lines {
            let year = line.prefix(4)
            let expected = line.dropFirst(6).split(separator: " ").compactMap {
                Day(iso: "\(year)-\($0)")
            }
            let found = WorkingCalendar.standard.holidays.filter {
                $0.day.description.hasPrefix(year)
            }
            #expect(found.map(\.day) == expected, "\(year)")
        }
    }

    @Test func `no listed day is at a weekend, so none is counted twice`() {
        let holidays = WorkingCalendar.standard.holidays
        #expect(holidays.filter { $0.day.weekday.isWeekend }.isEmpty)
        #expect(Set(holidays.map(\.day)).count == holidays.count)
        #expect(holidays.map(\.day) == holidays.map(\.day).sorted())
    }

    @Test func `Easter agrees with the independent list`() {
        let easters = independentEasters.split { $0 == " " || $0 == "\n" }
        #expect(easters.count == 82)
        for text in easters {
            guard let easter = Day(iso: text) else {
                Issue.record("\(text)")
                continue
            }
            #expect(easterSunday(of: easter.year) == easter)
        }
    }

    @Test(
        arguments: [
            ("1995-05-08", "Early May bank holiday (VE Day)"),
            ("1999-12-31", "Millennium bank holiday"),
            ("2002-06-03", "Golden Jubilee bank holiday"),
            ("2002-06-04", "Spring bank holiday"),
            ("2011-04-29", "Royal wedding bank holiday"),
            ("2012-06-04", "Spring bank holiday"),
            ("2012-06-05", "Diamond Jubilee bank holiday"),
            ("2020-05-08", "Early May bank holiday (VE Day)"),
            ("2022-06-02", "Spring bank holiday"),
            ("2022-06-03", "Platinum Jubilee bank holiday"),
            ("2022-09-19", "State Funeral of Queen Elizabeth II"),
            ("2023-05-08", "Coronation of King Charles III"),
            ("2026-01-01", "New Year's Day"),
            ("2026-04-03", "Good Friday"),
            ("2026-04-06", "Easter Monday"),
            ("2026-05-04", "Early May bank holiday"),
            ("2026-05-25", "Spring bank holiday"),
            ("2026-08-31", "Summer bank holiday"),
            ("2026-12-25", "Christmas Day"),
            ("2026-12-28", "Boxing Day (substitute day)"),
        ] as [(Day, String)]
    )
    func `a bank holiday is named`(day: Day, name: String) throws {
        #expect(try WorkingCalendar.standard.kind(of: day) == .bankHoliday(name))
    }

    @Test(
        arguments: [
            "1995-05-01", "2002-05-27", "2012-05-28", "2020-05-04", "2022-05-30", "2000-12-27",
        ] as [Day]
    )
    func `the Monday a holiday was moved from is worked`(day: Day) throws {
        #expect(try WorkingCalendar.standard.kind(of: day) == .working)
    }

    @Test(
        arguments: [
            ("2027-12-27", "Christmas Day (substitute day)", "2027-12-25"),
            ("2027-12-28", "Boxing Day (substitute day)", "2027-12-26"),
            ("2028-01-03", "New Year's Day (substitute day)", "2028-01-01"),
            ("2022-12-27", "Christmas Day (substitute day)", "2022-12-25"),
            ("2020-12-28", "Boxing Day (substitute day)", "2020-12-26"),
            ("2023-01-02", "New Year's Day (substitute day)", "2023-01-01"),
        ] as [(Day, String, Day)]
    )
    func `a holiday at a weekend has a substitute day`(day: Day, name: String, original: Day) {
        let found = WorkingCalendar.standard.holidays.filter { $0.day == day }
        #expect(found == [BankHoliday(day: day, name: name, substituteFor: original)])
        #expect(original.weekday.isWeekend)
    }

    @Test func `a year whose Christmas falls at the weekend has eight days all the same`() {
        #expect(
            BankHolidayList.holidays(in: 2027).map(\.day) == [
                "2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30",
                "2027-12-27", "2027-12-28",
            ]
        )
    }

    @Test(
        arguments: [
            (.first(.monday), 5, 2026, "2026-05-04"),
            (.first(.monday), 5, 2028, "2028-05-01"),
            (.fourth(.sunday), 10, 1995, "1995-10-22"),
            (.fourth(.sunday), 10, 1990, "1990-10-28"),
            (.last(.sunday), 3, 2026, "2026-03-29"),
            (.last(.monday), 8, 2026, "2026-08-31"),
            (.last(.monday), 5, 2037, "2037-05-25"),
        ] as [(MonthPosition, Int, Int, Day)]
    )
    func `a weekday is found by its place in the month`(
        position: MonthPosition,
        month: Int,
        year: Int,
        day: Day
    ) {
        #expect(position.day(month: month, year: year) == day)
    }

    @Test func `a holiday on its own day stands in for no other`() {
        let boxingDay2022 = WorkingCalendar.standard.holidays.filter { $0.day == "2022-12-26" }
        #expect(boxingDay2022 == [BankHoliday(day: "2022-12-26", name: "Boxing Day")])
    }

    @Test func `the list says its version, source and years`() {
        #expect(WorkingCalendar.version == "2026-11")
        #expect(WorkingCalendar.source.contains("Banking and Financial Dealings Act 1971"))
        #expect(!WorkingCalendar.source.contains("\n"))
        #expect(WorkingCalendar.coveredYears == 1990...2060)
        #expect(CoveredYears.firstDay == "1990-01-01")
        #expect(CoveredYears.lastDay == "2060-12-31")
    }
}
