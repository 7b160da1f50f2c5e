extension BankHolidayList {
    /// Every bank holiday of the covered years, in order.
    static let all: [BankHoliday] = CoveredYears.range.flatMap(holidays(in:))

    /// The bank holidays of one year, in order; a holiday at a weekend is left to its substitute.
    ///
    /// For 2027: Friday 1 January, Friday 26 and Monday 29 March, Mondays 3 and 31 May, Monday
    /// 30 August, and Monday 27 and Tuesday 28 December for Saturday 25 and Sunday 26.
    static func holidays(in year: Int) -> [BankHoliday] {
        var found: [BankHoliday] = []
        var atWeekend: [(day: Day, name: String)] = []
        for (day, name) in days(in: year) {
            if day.weekday.isWeekend {
                atWeekend.append((day, name))
            } else {
                found.append(BankHoliday(day: day, name: name))
            }
        }
        // Weekdays are placed first: in 2022 Boxing Day keeps Monday 26 December and Sunday's
        // Christmas Day moves to Tuesday 27.
        for (day, name) in atWeekend {
            found.append(substitute(for: day, named: name, among: found))
        }
        return found.sorted { $0.day < $1.day }
    }

    private static func substitute(
        for day: Day,
        named name: String,
        among taken: [BankHoliday]
    ) -> BankHoliday {
        var candidate = day.onOrAfter(.monday)
        while taken.contains(where: { $0.day == candidate }) {
            candidate = Day(uncheckedNumber: candidate.number + 1)
        }
        return BankHoliday(day: candidate, name: "\(name) (substitute day)", substituteFor: day)
    }

    private static func days(in year: Int) -> [(day: Day, name: String)] {
        var moved: [YearlyHoliday: (day: Day, name: String)] = [:]
        var added: [(day: Day, name: String)] = []
        for exception in exceptions {
            switch exception {
            case .moved(let holiday, let day, let name) where day.year == year:
                moved[holiday] = (day, name)
            case .added(let day, let name) where day.year == year:
                added.append((day, name))
            case .moved, .added:
                continue
            }
        }
        let yearly = YearlyHoliday.allCases.map { holiday in
            moved[holiday] ?? (holiday.rule.day(in: year), holiday.name)
        }
        return yearly + added
    }
}

extension HolidayRule {
    /// The day the rule gives, before any substitute: Easter Monday in 2026 is 2026-04-06.
    func day(in year: Int) -> Day {
        switch self {
        case .date(let month, let day):
            Day(valid: year, month, day)
        case .easter(let daysAfter):
            Day(uncheckedNumber: easterSunday(of: year).number + Int32(daysAfter))
        case .position(let position, let month):
            position.day(month: month, year: year)
        }
    }
}
