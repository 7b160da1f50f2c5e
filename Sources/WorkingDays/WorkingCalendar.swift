/// Which days are worked in England, 1990 to 2060: Monday to Friday, no bank holiday, no closure.
///
/// Every question outside those years throws `UncoveredDay`. A calendar is an immutable value;
/// making one with other closures takes well under a millisecond.
package struct WorkingCalendar: Sendable {
    /// The version of the bank holiday list held in the program.
    package static let version = BankHolidayList.version

    /// Where the bank holiday list comes from, in words.
    package static let source = BankHolidayList.source

    /// The years whose bank holidays are known.
    package static let coveredYears = CoveredYears.range

    /// The calendar with the bank holidays of England and Wales and no closures.
    package static let standard = WorkingCalendar()

    /// The days the partnership itself does not work, each with its reason.
    package let closures: [Day: String]

    /// All bank holidays, with those proclaimed later and without those withdrawn, in order.
    package let holidays: [BankHoliday]

    let holidayNames: [Day: String]

    /// For each covered day, and once more at the end, how many working days come before it.
    let workingDaysBefore: [Int32]

    /// The number of each working day, in order.
    let workingDayNumbers: [Int32]

    /// A calendar with local closures and with bank holidays proclaimed or withdrawn later.
    ///
    /// A holiday that is moved is withdrawn on its old day and proclaimed on its new one. A
    /// holiday proclaimed on the day of another takes its place.
    package init(
        closures: [Day: String] = [:],
        proclaimed: [BankHoliday] = [],
        withdrawn: Set<Day> = []
    ) {
        self.closures = closures
        holidays = WorkingCalendar.holidays(proclaimed: proclaimed, withdrawn: withdrawn)
        holidayNames = Dictionary(holidays.map { ($0.day, $0.name) }) { _, later in later }

        var isOff = [Bool](repeating: false, count: CoveredYears.dayCount)
        for day in holidayNames.keys where CoveredYears.contains(day) {
            isOff[CoveredYears.firstDay.days(to: day)] = true
        }
        for day in closures.keys where CoveredYears.contains(day) {
            isOff[CoveredYears.firstDay.days(to: day)] = true
        }
        (workingDaysBefore, workingDayNumbers) = WorkingCalendar.ordinals(isOff: isOff)
    }

    private static func holidays(
        proclaimed: [BankHoliday],
        withdrawn: Set<Day>
    ) -> [BankHoliday] {
        if proclaimed.isEmpty && withdrawn.isEmpty { return BankHolidayList.all }
        let replaced = withdrawn.union(proclaimed.map(\.day))
        let kept = BankHolidayList.all.filter { !replaced.contains($0.day) }
        return (kept + proclaimed).sorted { $0.day < $1.day }
    }

    private static func ordinals(isOff: [Bool]) -> (before: [Int32], numbers: [Int32]) {
        var before: [Int32] = []
        var numbers: [Int32] = []
        before.reserveCapacity(isOff.count + 1)
        numbers.reserveCapacity(isOff.count)
        before.append(0)
        var number = CoveredYears.firstDay.number
        var daysToSaturday = CoveredYears.firstDay.weekday.days(toNext: .saturday)
        for off in isOff {
            // Saturday is 0 days away and Sunday 6, which leaves 1 to 5 for the days worked.
            if !off && 1...5 ~= daysToSaturday { numbers.append(number) }
            before.append(Int32(truncatingIfNeeded: numbers.count))
            number += 1
            daysToSaturday = daysToSaturday == 0 ? 6 : daysToSaturday - 1
        }
        return (before, numbers)
    }
}

extension WorkingCalendar: Hashable {
    /// Two calendars are the same where the same days are closed: all else is worked out from them.
    package static func == (one: Self, other: Self) -> Bool {
        one.closures == other.closures && one.holidays == other.holidays
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(closures)
    }
}
