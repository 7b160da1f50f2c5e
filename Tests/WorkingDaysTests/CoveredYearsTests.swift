import TestSupport
import Testing
import WorkingDays

@Suite("Years that are not covered")
struct CoveredYearsTests {
    private let calendar = WorkingCalendar.standard

    @Test(arguments: ["1989-12-31", "2061-01-01", "1800-01-01", "2199-12-31"] as [Day])
    func `a question about a day outside is refused`(day: Day) {
        let refusal = UncoveredDay(day: day)
        let inside: Day = "2026-04-28"
        #expect(throws: refusal) { try calendar.kind(of: day) }
        #expect(throws: refusal) { try calendar.isWorkingDay(day) }
        #expect(throws: refusal) { try calendar.workingDay(0, after: day) }
        #expect(throws: refusal) { try calendar.workingDay(5, after: day) }
        #expect(throws: refusal) { try calendar.workingDay(0, before: day) }
        #expect(throws: refusal) { try calendar.workingDay(5, before: day) }
        #expect(throws: refusal) { try calendar.workingDay(1, beginningWith: day) }
        #expect(throws: refusal) { try calendar.firstWorkingDay(onOrAfter: day) }
        #expect(throws: refusal) { try calendar.lastWorkingDay(onOrBefore: day) }
        #expect(throws: refusal) { try calendar.workingDays(from: day, to: inside) }
        #expect(throws: refusal) { try calendar.workingDays(from: inside, to: day) }
        #expect(throws: refusal) { try calendar.daysNotCounted(after: day, through: inside) }
        #expect(throws: refusal) { try calendar.daysNotCounted(after: inside, through: day) }
        #expect(throws: refusal) { try calendar.daysNotCounted(from: day, before: inside) }
        #expect(throws: refusal) { try calendar.daysNotCounted(from: inside, before: day) }
    }

    @Test(arguments: [1, 22, 30_000, Int.max])
    func `a count that runs past 2060 is refused`(n: Int) throws {
        let refusal = UncoveredDay(day: "2061-01-01")
        #expect(try calendar.workingDay(0, after: "2060-12-31") == "2060-12-31")
        #expect(throws: refusal) { try calendar.workingDay(n, after: "2060-12-31") }
        #expect(throws: refusal) { try calendar.workingDay(-n, before: "2060-12-31") }
        #expect(throws: refusal) {
            try calendar.workingDay(n == .max ? n : n + 1, beginningWith: "2060-12-31")
        }
    }

    @Test(arguments: [1, 22, 30_000, Int.max])
    func `a count that runs back past 1990 is refused`(n: Int) throws {
        let refusal = UncoveredDay(day: "1989-12-31")
        #expect(try calendar.workingDay(1, before: "1990-01-03") == "1990-01-02")
        #expect(throws: refusal) { try calendar.workingDay(n, before: "1990-01-02") }
        #expect(throws: refusal) { try calendar.workingDay(-n, after: "1990-01-02") }
        #expect(throws: refusal) { try calendar.workingDay(-n, beginningWith: "1990-01-02") }
        #expect(throws: refusal) { try calendar.lastWorkingDay(onOrBefore: "1990-01-01") }
    }

    @Test func `the least of numbers is refused like any other`() {
        let early = UncoveredDay(day: "1989-12-31")
        let late = UncoveredDay(day: "2061-01-01")
        #expect(throws: early) { try calendar.workingDay(.min, after: "2026-04-28") }
        #expect(throws: late) { try calendar.workingDay(.min, before: "2026-04-28") }
        #expect(throws: early) { try calendar.workingDay(.min, beginningWith: "2026-04-28") }
    }

    @Test func `a closure on the last days leaves no working day to roll to`() {
        let closed = WorkingCalendar(closures: ["2060-12-31": "Closed"])
        #expect(throws: UncoveredDay(day: "2061-01-01")) {
            try closed.firstWorkingDay(onOrAfter: "2060-12-31")
        }
    }

    @Test func `the first and last covered days are answered`() throws {
        #expect(try calendar.kind(of: "1990-01-01") == .bankHoliday("New Year's Day"))
        #expect(try calendar.isWorkingDay("2060-12-31"))
        #expect(try calendar.firstWorkingDay(onOrAfter: "1990-01-01") == "1990-01-02")
        #expect(try calendar.workingDay(1, after: "2060-12-30") == "2060-12-31")
    }
}
