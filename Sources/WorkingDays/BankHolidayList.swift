/// The bank holidays of England and Wales, 1990 to 2060: every year's eight and the exceptions.
enum BankHolidayList {
    static let version = "2026-11"

    static let source = """
        Bank holidays in England and Wales: Banking and Financial Dealings Act 1971, Schedule 1, \
        with New Year's Day and the first Monday in May by proclamation, Good Friday and \
        Christmas Day by common law, and the proclamations of 1995, 1999, 2002, 2011, 2012, \
        2020, 2022 and 2023; a year not yet proclaimed follows the usual rule
        """

    /// The days that were moved or added for one year only.
    static let exceptions: [HolidayException] = [
        .moved(
            .earlyMay,
            to: Day(valid: 1995, 5, 8),
            name: "Early May bank holiday (VE Day)"
        ),
        .added(Day(valid: 1999, 12, 31), name: "Millennium bank holiday"),
        .added(Day(valid: 2002, 6, 3), name: "Golden Jubilee bank holiday"),
        .moved(.spring, to: Day(valid: 2002, 6, 4), name: "Spring bank holiday"),
        .added(Day(valid: 2011, 4, 29), name: "Royal wedding bank holiday"),
        .moved(.spring, to: Day(valid: 2012, 6, 4), name: "Spring bank holiday"),
        .added(Day(valid: 2012, 6, 5), name: "Diamond Jubilee bank holiday"),
        .moved(
            .earlyMay,
            to: Day(valid: 2020, 5, 8),
            name: "Early May bank holiday (VE Day)"
        ),
        .moved(.spring, to: Day(valid: 2022, 6, 2), name: "Spring bank holiday"),
        .added(Day(valid: 2022, 6, 3), name: "Platinum Jubilee bank holiday"),
        .added(Day(valid: 2022, 9, 19), name: "State Funeral of Queen Elizabeth II"),
        .added(Day(valid: 2023, 5, 8), name: "Coronation of King Charles III"),
    ]
}

/// A bank holiday that comes every year.
enum YearlyHoliday: CaseIterable, Sendable {
    case newYearsDay, goodFriday, easterMonday, earlyMay, spring, summer, christmasDay, boxingDay

    var name: String {
        switch self {
        case .newYearsDay: "New Year's Day"
        case .goodFriday: "Good Friday"
        case .easterMonday: "Easter Monday"
        case .earlyMay: "Early May bank holiday"
        case .spring: "Spring bank holiday"
        case .summer: "Summer bank holiday"
        case .christmasDay: "Christmas Day"
        case .boxingDay: "Boxing Day"
        }
    }

    var rule: HolidayRule {
        switch self {
        case .newYearsDay: .date(month: 1, day: 1)
        case .goodFriday: .easter(daysAfter: -2)
        case .easterMonday: .easter(daysAfter: 1)
        case .earlyMay: .position(.first(.monday), month: 5)
        case .spring: .position(.last(.monday), month: 5)
        case .summer: .position(.last(.monday), month: 8)
        case .christmasDay: .date(month: 12, day: 25)
        case .boxingDay: .date(month: 12, day: 26)
        }
    }
}

/// How the day of a yearly holiday is found.
enum HolidayRule: Sendable {
    case date(month: Int, day: Int)
    case easter(daysAfter: Int)
    case position(MonthPosition, month: Int)
}

/// A departure from the yearly holidays in one year.
enum HolidayException: Sendable {
    case moved(YearlyHoliday, to: Day, name: String)
    case added(Day, name: String)
}
