import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@Suite("What holds for every date")
struct ScheduleProperties {
    private static func lines(
        _ id: String,
        from day: Day,
        calendar: WorkingCalendar = .standard
    ) throws -> [ScheduledStep] {
        let moments = [
            "aware", "partnership-aware", "referral", "intention", "notified", "requests-sent",
            "lcspr-recommended",
        ].map { "\($0)=\(day)" }
        return try PlannedCase(id, moments, calendar: calendar, today: day).schedule.steps
    }

    @Test(arguments: ShippedProcedures.ids)
    func `a later moment never gives an earlier due day`(_ id: String) throws {
        var generator = SeededGenerator(seed: 20_261_120)
        for _ in 0..<40 {
            let day = generator.day(from: "1995-01-01", to: "2055-12-31")
            let next = try #require(day.advanced(byDays: 1))
            let earlier = try Self.lines(id, from: day)
            let later = try Self.lines(id, from: next)
            for (one, other) in zip(earlier, later) {
                guard let first = one.due, let second = other.due else { continue }
                #expect(first <= second, "from \(day): \(first) then \(second)")
            }
        }
    }

    @Test(arguments: ShippedProcedures.ids)
    func `a closure never brings a day counted forward nearer`(_ id: String) throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<40 {
            let day = generator.day(from: "1995-01-01", to: "2055-12-31")
            let closed = generator.day(
                from: day,
                to: try #require(day.advanced(byDays: 25))
            )
            let plain = try Self.lines(id, from: day)
            let shut = try Self.lines(
                id,
                from: day,
                calendar: WorkingCalendar(closures: [closed: "closed"])
            )
            for (one, other) in zip(plain, shut) {
                guard let first = one.due, let second = other.due else { continue }
                #expect(first <= second, "from \(day), closed \(closed)")
            }
        }
    }

    @Test
    func `a closure never moves a day counted back later`() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<60 {
            let day = generator.day(from: "1995-06-01", to: "2055-12-31")
            let closed = generator.day(from: try #require(day.advanced(byDays: -20)), to: day)
            let moments = [
                "lcspr-recommended=\(try #require(day.advanced(byDays: -100)))",
                "publication=\(day)",
            ]
            let plain = try PlannedCase("dorset", moments)
            let shut = try PlannedCase(
                "dorset",
                moments,
                calendar: WorkingCalendar(closures: [closed: "closed"])
            )
            let first = try #require(try plain.due("send-before-publication"))
            let second = try #require(try shut.due("send-before-publication"))
            #expect(second <= first)
        }
    }

    @Test
    func `the same facts give the same plan`() throws {
        let moments = ["aware=2025-12-15", "notified=2025-12-19"]
        let one = try PlannedCase("dorset", moments)
        let other = try PlannedCase("dorset", moments)
        #expect(one.schedule.steps.map(\.due) == other.schedule.steps.map(\.due))
        #expect(one.schedule.findings == other.schedule.findings)
    }
}
