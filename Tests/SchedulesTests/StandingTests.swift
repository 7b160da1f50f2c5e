import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@Suite("How a step stands")
struct StandingTests {
    @Test(
        arguments: [
            ("2025-12-19", Standing.notStarted), ("2025-12-22", .dueToday),
            ("2025-12-23", .overdue),
        ] as [(Day, Standing)]
    )
    func `a step that waits has not started, and is overdue all the same after its day`(
        _ today: Day,
        _ expected: Standing
    ) throws {
        let plan = try PlannedCase("rochdale", ["aware=2025-12-15"], today: today)
        #expect(try plan.line("submit-notification").standing == expected)
    }

    @Test
    func `on its last day it is done, a day later it is done late`() throws {
        let inTime = try PlannedCase(
            "dorset",
            ["aware=2025-12-15", "notified=2025-12-22"],
            today: "2025-12-29"
        )
        #expect(try inTime.line("submit-notification").standing == .done)
        let late = try PlannedCase(
            "dorset",
            ["aware=2025-12-15", "notified=2025-12-23"],
            today: "2025-12-29"
        )
        #expect(try late.line("submit-notification").standing == .doneLate)
    }

    @Test
    func `a step whose condition fails is not needed and nothing waits for it`() throws {
        let plan = try PlannedCase(
            "dorset",
            ["aware=2025-12-15", "notified=2025-12-19"],
            facts: ["adult-services-involved=no"],
            today: "2025-12-22"
        )
        #expect(try plan.line("ask-adult-social-care").standing == .notNeeded)
        let request = try #require(plan.procedure.lookup.stepNamed["ask-adult-social-care"])
        #expect(try !plan.line("send-pack").waitsFor.contains(.back(request)))
    }

    @Test
    func `a step whose condition is not known stays, marked`() throws {
        let plan = try PlannedCase("dorset", ["aware=2025-12-15", "notified=2025-12-19"])
        let line = try plan.line("ask-adult-social-care")
        #expect(line.applies == .unknown)
        #expect(line.due == "2025-12-22")
        #expect(line.openCondition != nil)
    }

    @Test
    func `a planned day ahead is booked, not done`() throws {
        let plan = try PlannedCase(
            "hereford",
            ["intention=2026-04-28", "rapid-review-meeting=2026-05-08T16:00"],
            today: "2026-05-01"
        )
        let meeting = try plan.line("rapid-review-meeting")
        #expect(meeting.done == nil)
        #expect(meeting.booked == "2026-05-08")
        #expect(plan.findings.contains(.ahead(.moment(.rapidReviewMeeting), "2026-05-08")))
    }

    @Test
    func `minutes a minute late are late`() throws {
        let base = [
            "intention=2026-04-28", "notified=2026-04-29", "rapid-review-meeting=2026-05-07T16:00",
        ]
        let plan = try PlannedCase("hereford", base, today: "2026-05-09")
        #expect(try plan.line("circulate-minutes@rapid-review-meeting").standing == .overdue)
    }
}
