import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@Suite("What can still be done in time")
struct SlackTests {
    private let base = ["aware=2025-12-15", "notified=2025-12-19", "requests-sent=2025-12-23"]

    @Test
    func `a return promised late shows which later days can no longer be met`() throws {
        let plan = try PlannedCase(
            "dorset",
            base,
            agreed: ["ask-agencies.back=2026-01-12"],
            today: "2026-01-05"
        )
        let pack = try plan.line("send-pack")
        #expect(pack.due == "2026-01-06")
        #expect(pack.earliest == "2026-01-12")
        #expect(pack.slack == -4)
        #expect(try plan.line("rapid-review-meeting").slack == -2)
        #expect(try plan.line("submit-recommendations").slack == 2)
        let late = plan.findings.compactMap { what -> String? in
            guard case .cannotBeMet(let key, _, _) = what else { return nil }
            return plan.procedure.steps[key.step].id
        }
        #expect(late.contains("send-pack"))
        #expect(late.contains("rapid-review-meeting"))
        #expect(!late.contains("submit-recommendations"))
    }

    @Test
    func `with everything in time there is room left`() throws {
        let plan = try PlannedCase("dorset", base, today: "2025-12-23")
        #expect(try plan.line("submit-recommendations").slack == 13)
        #expect(!plan.findings.contains { if case .cannotBeMet = $0 { true } else { false } })
    }

    @Test
    func `what waits names what it waits for`() throws {
        let plan = try PlannedCase("dorset", base, today: "2025-12-23")
        let request = try #require(plan.procedure.lookup.stepNamed["ask-agencies"])
        #expect(try plan.line("send-pack").waitsFor.contains(.back(request)))
    }

    @Test
    func `a day before its moment is known waits for the step that brings it about`() throws {
        let plan = try PlannedCase("west-midlands", ["referral=2025-12-10"])
        let back = try plan.line("ask-agencies.back")
        #expect(back.due == nil)
        let request = try #require(plan.procedure.lookup.stepNamed["ask-agencies"])
        #expect(back.waitsFor == [.step(request)])
    }
}
