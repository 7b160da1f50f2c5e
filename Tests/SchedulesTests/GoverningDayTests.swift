import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@Suite("Which day governs")
struct GoverningDayTests {
    @Test
    func `an agreed day governs and the one worked out stays beside it`() throws {
        let plan = try PlannedCase(
            "dorset",
            ["aware=2025-12-15", "notified=2025-12-19"],
            agreed: ["leadership-meeting=2026-01-12"],
            today: "2025-12-22"
        )
        let line = try plan.line("leadership-meeting")
        #expect(line.due == "2026-01-12")
        #expect(line.booked == "2026-01-12")
        #expect(
            line.otherReadings.contains {
                $0.why == .beforeAgreement && $0.dated?.due == "2026-01-13"
            }
        )
    }

    @Test
    func `an extension governs and the first limit stays beside it`() throws {
        let plan = try PlannedCase(
            "cheshire-east",
            ["notified=2027-12-13", "extended-to=2028-01-13"],
            today: "2028-01-04"
        )
        let line = try plan.line("submit-report")
        #expect(line.due == "2028-01-13")
        #expect(
            line.otherReadings.contains { $0.why == .passedOver && $0.dated?.due == "2028-01-06" }
        )
        #expect(try plan.line("await-extension").standing == .done)
    }

    @Test
    func `a later request of the national Panel moves the clock`() throws {
        let plan = try PlannedCase(
            "cheshire-east",
            ["notified=2026-04-10", "panel-request=2026-04-14"]
        )
        #expect(try plan.due("submit-report") == "2026-05-06")
        #expect(try plan.due("rapid-review-meeting") == "2026-04-23")
    }

    @Test
    func `of two starts the earlier leads`() throws {
        let law = try PlannedCase(
            "cheshire-east",
            ["aware=2026-04-02", "partnership-aware=2026-04-07"]
        )
        #expect(try law.due("submit-notification") == "2026-04-13")
        let guide = try PlannedCase(
            "cheshire-east",
            ["aware=2026-04-09", "partnership-aware=2026-04-07"]
        )
        #expect(try guide.due("submit-notification") == "2026-04-14")
    }

    @Test
    func `an agency that learns late counts from then, and the literal day is marked as passed`()
        throws
    {
        let plan = try PlannedCase("rochdale", ["incident=2025-12-11", "identified=2025-12-17"])
        let line = try plan.line("refer")
        #expect(line.due == "2025-12-18")
        let literal = try #require(line.otherReadings.first { $0.dated?.due == "2025-12-12" })
        #expect(literal.passedBeforeKnown)
    }

    @Test
    func `a looked-after child's second notification counts from the suspicion`() throws {
        let plan = try PlannedCase(
            "dorset",
            ["aware=2025-12-01", "suspicion=2025-12-15"],
            facts: ["looked-after=yes", "died=yes"]
        )
        #expect(try plan.due("submit-notification") == "2025-12-22")
        #expect(try plan.due("notify-looked-after-death") == "2025-12-08")
    }

    @Test
    func `before publication weeks are counted back and a closed day has a working target`() throws
    {
        let plan = try PlannedCase(
            "dorset",
            ["lcspr-recommended=2026-01-30", "publication=2026-07-06"]
        )
        #expect(try plan.due("final-review-meeting") == "2026-06-01")
        #expect(try plan.due("send-before-publication") == "2026-06-25")
        #expect(try plan.others("send-before-publication").contains("2026-06-24"))
        let published = try plan.line("publish-review")
        #expect(published.due == "2026-07-30")
        let sunday = try PlannedCase(
            "dorset",
            ["lcspr-recommended=2026-02-28", "publication=2026-07-06"]
        )
        #expect(try sunday.line("publish-review").due == "2026-08-28")
    }

    @Test
    func `six months end on the last day of a shorter month`() throws {
        let plan = try PlannedCase("dorset", ["lcspr-recommended=2025-08-31"])
        let line = try plan.line("publish-review")
        #expect(line.due == "2026-02-28")
        #expect(line.dated?.workingTarget == "2026-02-27")
    }

    @Test
    func `a variation gives its own days and leaves the rest`() throws {
        let moments = ["referral=2025-12-10", "requests-sent=2025-12-12"]
        let stoke = try PlannedCase(
            "west-midlands",
            variation: "stoke-on-trent-and-staffordshire",
            moments
        )
        #expect(try stoke.due("ask-agencies.back") == "2025-12-23")
        #expect(try stoke.due("rapid-review-meeting") == "2025-12-31")
    }

    @Test(arguments: ShippedProcedures.ids)
    func `every procedure shows the national limit`(_ id: String) throws {
        let plan = try PlannedCase(id, ["notified=2026-04-29"])
        let line = try plan.line("national-limit-rapid-review")
        #expect(line.due == "2026-05-21")
    }
}
