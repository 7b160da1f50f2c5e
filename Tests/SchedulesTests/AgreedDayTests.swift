import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@Suite("Days that people name")
struct AgreedDayTests {
    @Test
    func `a publication day brought forward counts, though a later one was named first`() throws {
        let plan = try PlannedCase(
            "dorset",
            ["publication=2026-09-20", "publication=2026-07-20"],
            facts: ["lcspr=yes"]
        )
        #expect(try plan.due("send-before-publication") == "2026-07-09")
    }

    @Test
    func `an agreed day does not make a statutory limit kept`() throws {
        let plan = try PlannedCase(
            "rochdale",
            ["aware=2026-06-01", "notified=2026-06-19"],
            agreed: ["submit-notification=2026-06-19"],
            today: "2026-06-22"
        )
        #expect(try plan.line("submit-notification").standing == .doneLate)
    }

    @Test(
        arguments: [("2026-05-20", true), ("2026-05-01", true), ("2026-05-12", false)]
            as [(Day, Bool)]
    )
    func `a meeting booked outside its window is noted`(_ day: Day, _ isOutside: Bool) throws {
        let plan = try PlannedCase(
            "west-midlands",
            ["referral=2026-04-27", "requests-sent=2026-04-29"],
            agreed: ["rapid-review-meeting=\(day)"],
            today: "2026-04-30"
        )
        let found = plan.findings.contains { what in
            if case .agreedOutside(_, day, "2026-05-07", "2026-05-15") = what {
                true
            } else {
                false
            }
        }
        #expect(found == isOutside)
    }

    @Test
    func `a day agreed before the count begins is a contradiction`() throws {
        let plan = try PlannedCase(
            "dorset",
            ["notified=2026-01-08"],
            agreed: ["leadership-meeting=2020-01-30"],
            today: "2026-01-09"
        )
        #expect(
            plan.schedule.findings.contains { finding in
                guard case .agreedTooEarly = finding.what else { return false }
                return finding.isContradiction
            }
        )
    }

    @Test
    func `with the earliest day at a weekend after a Friday limit it is a day too late`() throws {
        let plan = try PlannedCase(
            "dorset",
            ["aware=2026-06-01", "notified=2026-06-05"],
            agreed: ["leadership-meeting=2026-06-27"],
            today: "2026-06-08"
        )
        let line = try plan.line("submit-recommendations")
        #expect(line.due == "2026-06-26")
        #expect(line.slack == -1)
    }
}

@Suite("What is done, and what was decided")
struct DoneTests {
    @Test
    func `minutes circulated after a meeting are done for that meeting`() throws {
        let plan = try PlannedCase(
            "hereford",
            ["rapid-review-meeting=2026-05-07T10:00", "circulate-minutes=2026-05-07T20:00"],
            today: "2026-05-12"
        )
        #expect(try plan.line("circulate-minutes@rapid-review-meeting").standing == .done)
    }

    @Test
    func `a decision whose outcome is known is done`() throws {
        let plan = try PlannedCase(
            "dorset",
            ["aware=2026-06-01"],
            facts: ["decide-to-notify=do-not-notify"],
            today: "2026-06-02"
        )
        #expect(try plan.line("decide-to-notify").standing == .done)
        #expect(try plan.line("submit-notification").standing == .notNeeded)
    }

    @Test
    func `a notification sent for an incident said not to be notifiable is a contradiction`() throws
    {
        let plan = try PlannedCase("dorset", ["notified=2026-06-05"], facts: ["notifiable=no"])
        #expect(plan.schedule.findings.contains { $0.isContradiction })
    }

    @Test
    func `a day that the source does not give makes nothing late`() throws {
        let plan = try PlannedCase("dorset", ["notified=2025-12-19"], today: "2026-01-20")
        let line = try plan.line("send-council-briefing")
        #expect(line.due == "2026-01-05")
        #expect(line.standing != .overdue)
    }

    @Test
    func `a meeting without quorum is noted with the day by which it meets again`() throws {
        let plan = try PlannedCase(
            "west-midlands",
            ["referral=2025-12-10", "rapid-review-meeting=2025-12-22"],
            facts: ["rapid-review-meeting=inquorate"],
            today: "2025-12-23"
        )
        #expect(
            plan.findings.contains {
                if case .inquorate(_, "2025-12-22", again: "2025-12-31") = $0 {
                    true
                } else {
                    false
                }
            }
        )
        #expect(try plan.line("rapid-review-meeting").standing != .done)
    }

    @Test
    func `an answer to one request is none to another that was never sent`() throws {
        let plan = try PlannedCase(
            "dorset",
            [
                "notified=2025-12-19", "requests-sent/police=2025-12-22",
                "return-received/police=2025-12-29",
            ],
            facts: ["lcspr=yes"],
            today: "2026-01-20"
        )
        #expect(try plan.line("ask-agencies.back@police").standing == .done)
        #expect(try plan.line("ask-for-chronologies.back").done == nil)
    }

    @Test
    func `an answer from someone who was not asked is noted`() throws {
        let plan = try PlannedCase(
            "dorset",
            ["requests-sent/police=2025-12-22", "return-received/POLICE=2025-12-29"],
            today: "2026-01-20"
        )
        #expect(plan.findings.contains(.notAsked("POLICE")))
    }
}
