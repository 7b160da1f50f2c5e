import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@Suite("Dates that cannot be")
struct FindingTests {
    @Test
    func `a notification before awareness is a contradiction`() throws {
        let plan = try PlannedCase("dorset", ["aware=2025-12-19", "notified=2025-12-15"])
        let finding = try #require(plan.schedule.findings.first { $0.isContradiction })
        #expect(
            finding.what
                == .outOfOrder(.notified, "2025-12-15", after: .aware, "2025-12-19", subject: nil)
        )
    }

    @Test
    func `a return before its own request is a contradiction, another agency's is not`() throws {
        let plan = try PlannedCase(
            "hereford",
            [
                "requests-sent/police=2026-04-29", "requests-sent/school=2026-04-27",
                "return-received/police=2026-04-28", "return-received/school=2026-04-28",
            ],
            today: "2026-05-01"
        )
        let subjects = plan.findings.compactMap { what -> String? in
            guard case .outOfOrder(_, _, _, _, let subject) = what else { return nil }
            return subject
        }
        #expect(subjects == ["police"])
    }

    @Test(arguments: ["aware=2061-01-04", "aware=1989-06-01", "aware=2060-12-30"])
    func `a count outside the years that are known is refused`(_ moment: String) throws {
        let plan = try PlannedCase("rochdale", [moment])
        #expect(try plan.due("submit-notification") == nil)
        #expect(plan.findings.contains { if case .outsideCalendar = $0 { true } else { false } })
    }

    @Test
    func `a clock time that came twice names both instants`() throws {
        let plan = try PlannedCase("hereford", ["rapid-review-meeting=2026-10-25T01:30"])
        let found = plan.findings.contains { what in
            guard case .clockTime(_, let first, let second, twice: true) = what else {
                return false
            }
            return second.minutes - first.minutes == 60
        }
        #expect(found)
    }

    @Test
    func `a clock time that never came is found`() throws {
        let plan = try PlannedCase("hereford", ["rapid-review-meeting=2026-03-29T01:30"])
        #expect(
            plan.findings.contains {
                if case .clockTime(_, _, _, twice: false) = $0 { true } else { false }
            }
        )
    }

    @Test
    func `minutes are due after twenty-four hours that pass, across the clock change`() throws {
        let plan = try PlannedCase("hereford", ["rapid-review-meeting=2026-10-24T16:00"])
        let line = try plan.line("circulate-minutes@rapid-review-meeting")
        #expect(line.due == "2026-10-25")
        #expect(line.dated?.at == Minute("15:00"))
    }

    @Test
    func `a meeting that may be held when returns are only due is noted`() throws {
        let plan = try PlannedCase(
            "west-midlands",
            ["referral=2025-12-10", "requests-sent=2025-12-12"]
        )
        let found = plan.findings.contains { what in
            guard case .meetingBeforeReturns(_, let opens, _, let due) = what else { return false }
            return opens == "2025-12-19" && due == "2025-12-19"
        }
        #expect(found)
    }

    @Test
    func `a local day after the national limit is noted`() throws {
        let plan = try PlannedCase(
            "cheshire-east",
            ["notified=2026-04-10", "panel-request=2026-04-14"]
        )
        #expect(
            plan.findings.contains {
                if case .laterThanNational(_, "2026-05-06", _, "2026-05-01") = $0 {
                    true
                } else {
                    false
                }
            }
        )
    }

    @Test
    func `names that do not exist are refused with the valid ones`() throws {
        let plan = try PlannedCase(
            "dorset",
            ["awear=2025-12-15"],
            facts: ["died=perhaps", "decide-to-notify=maybe"]
        )
        #expect(plan.problems.count == 3)
    }
}
