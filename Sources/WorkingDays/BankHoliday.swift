/// A bank holiday in England and Wales.
package struct BankHoliday: Hashable, Sendable {
    /// The day that is not worked.
    package let day: Day

    /// Its name in full, as "Boxing Day (substitute day)".
    package let name: String

    /// The weekend day it stands in for, as Sunday 2027-12-26 for Tuesday 2027-12-28.
    package let substituteFor: Day?

    /// A bank holiday on this day.
    package init(day: Day, name: String, substituteFor: Day? = nil) {
        self.day = day
        self.name = name
        self.substituteFor = substituteFor
    }
}
