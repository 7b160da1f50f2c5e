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

    @Test(
        arguments: [("2026-04-20", Standing.done), ("2026-04-21", .doneLate)]
            as [(String, Standing)]
    )
    func `a decision taken again is late only where the first was, and nothing came before it`(
        _ first: String,
        _ expected: Standing
    ) throws {
        let plan = try PlannedCase(
            "cheshire-east",
            [
                "notified=2026-04-10", "rapid-review-meeting=2026-04-20",
                "decide-review=\(first)", "write-report=2026-04-22", "decide-review=2026-06-10",
            ],
            facts: ["decide-to-notify=notify-and-review"],
            today: "2026-06-15"
        )
        #expect(plan.problems.isEmpty)
        let line = try plan.line("decide-review")
        #expect(line.standing == expected)
        #expect(line.done?.day == "2026-06-10")
        #expect(line.firstDone?.day == Day(iso: first))
        #expect(
            !plan.findings.contains { if case .doneBefore = $0 { true } else { false } }
        )
    }

    @Test
    func `a meeting that was held and is booked anew is done, and booked`() throws {
        let plan = try PlannedCase(
            "rochdale",
            ["notified=2026-04-10", "rapid-review-meeting=2026-04-15"],
            agreed: ["rapid-review-meeting=2026-06-20"],
            today: "2026-06-15"
        )
        let meeting = try plan.line("rapid-review-meeting")
        #expect(meeting.standing == .done)
        #expect(meeting.booked == "2026-06-20")
    }

    @Test
    func `met about again, what followed the first meeting was not done before it`() throws {
        let plan = try PlannedCase(
            "rochdale",
            [
                "notified=2026-04-10", "rapid-review-meeting=2026-04-15",
                "decide-review=2026-04-15", "complete-review=2026-04-30",
                "rapid-review-meeting=2026-06-12", "decide-review=2026-06-12",
            ],
            facts: ["notifiable=yes"],
            today: "2026-06-15"
        )
        #expect(plan.problems.isEmpty)
        #expect(try plan.line("decide-review").standing == .done)
        #expect(try plan.line("complete-review").standing == .done)
        #expect(
            !plan.findings.contains { if case .doneBefore = $0 { true } else { false } }
        )
    }
}
