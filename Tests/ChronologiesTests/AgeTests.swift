import TestSupport
import Testing
import WorkingDays

@testable import Chronologies

@Suite("The age of a child at an event")
struct AgeTests {
    private func child(_ birth: ChronologyPerson.Birth?) -> ChronologyPerson {
        ChronologyPerson(
            id: .init(1),
            name: "Robin Example",
            pseudonym: "Child A",
            isChild: true,
            birth: birth
        )
    }

    @Test(
        arguments: [
            ("2024-05-15", .days(0)), ("2024-05-21", .days(6)), ("2024-05-22", .weeks(1)),
            ("2024-11-12", .weeks(25)), ("2024-11-13", .years(0, months: 5)),
            ("2024-11-15", .years(0, months: 6)), ("2025-02-14", .years(0, months: 8)),
            ("2025-05-14", .years(0, months: 11)), ("2025-05-15", .years(1, months: 0)),
            ("2024-05-14", .weeksBeforeBirth(1)), ("2024-05-01", .weeksBeforeBirth(2)),
            ("2023-07-26", .weeksBeforeBirth(42)),
        ] as [(Day, ChronologyAge)]
    )
    func `born on Wed 15 May 2024`(day: Day, age: ChronologyAge) {
        #expect(child(.born("2024-05-15")).age(on: day) == age)
    }

    @Test func `is not said long before a birth, nor without a day`() {
        #expect(child(.born("2024-05-15")).age(on: "2023-07-01") == nil)
        #expect(child(nil).age(on: "2024-05-15") == nil)
    }

    @Test func `of the 31st grows on the last day of shorter months`() {
        let child = child(.born("2020-08-31"))
        #expect(child.age(on: "2021-02-27") == .weeks(25))
        #expect(child.age(on: "2022-02-27") == .years(1, months: 5))
        #expect(child.age(on: "2022-02-28") == .years(1, months: 6))
    }

    @Test func `of an unborn child is counted to the day it is due, and not beyond`() {
        #expect(child(.due("2024-05-15")).age(on: "2024-04-17") == .weeksBeforeDue(4))
        #expect(child(.due("2024-05-15")).age(on: "2024-05-16") == nil)
    }

    @Test func `at an uncertain date is a range`() {
        let child = child(.born("2020-05-15"))
        let range = child.age(at: .known(.year(2024)))
        #expect(range?.from == .years(3, months: 7))
        #expect(range?.to == .years(4, months: 7))
        #expect(child.age(at: .known(.day("2024-06-15")))?.isExact == true)
        #expect(child.age(at: .unknown) == nil)
        #expect(child.age(at: .before(.year(2024))) == nil)
    }
}
