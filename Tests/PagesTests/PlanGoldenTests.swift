import Pages
import Procedures
import TestSupport
import Testing
import WorkingDays

@Suite("A plan in words")
struct PlanGoldenTests {
    /// What is known in the worked scenario of each procedure.
    static let cases: [(procedure: String, moments: [String], facts: [String], today: Day)] = [
        (
            "hereford",
            [
                "incident=2026-04-25", "aware=2026-04-27", "intention=2026-04-28",
                "requests-sent/agency-a=2026-04-28", "notified=2026-04-29",
                "return-received/agency-a=2026-05-05", "rapid-review-meeting=2026-05-07T16:00",
            ],
            [], "2026-05-08"
        ),
        (
            "dorset",
            [
                "incident=2025-12-13", "aware=2025-12-15", "partnership-aware=2025-12-16",
                "notified=2025-12-19", "return-received/qa-manager=2025-12-29",
            ],
            ["adult-services-involved=no"], "2025-12-29"
        ),
        (
            "west-midlands",
            ["partnership-aware=2025-12-10", "referral=2025-12-10", "requests-sent=2025-12-12"],
            [], "2025-12-15"
        ),
        (
            "rochdale",
            [
                "incident=2025-12-11", "aware=2025-12-11", "notified=2025-12-18",
                "promised-for=2026-01-28",
            ],
            [], "2026-01-12"
        ),
        (
            "cheshire-east",
            [
                "identified=2027-12-07", "aware=2027-12-07", "referral=2027-12-07",
                "notified=2027-12-13", "panel-request=2027-12-13", "extended-to=2028-01-13",
            ],
            ["decide-to-notify=notify-and-review"], "2028-01-04"
        ),
    ]

    @Test(arguments: cases.map(\.procedure))
    func `it reads as it was last read`(_ id: String) throws {
        let known = try #require(Self.cases.first { $0.procedure == id })
        let planned = try PlannedCase(id, known.moments, facts: known.facts, today: known.today)
        let plan = plan(
            of: planned.schedule,
            under: planned.procedure,
            calendar: .standard,
            links: PlanLinks(plan: "", calendar: "", compare: "")
        )
        let difference = try Golden().difference(Self.text(plan), "\(id).txt")
        #expect(difference == nil)
    }

    private static func text(_ plan: Plan) -> String {
        var lines = [plan.procedure, "As on \(plan.seenOn.words)", plan.summary]
        if let counter = plan.counter { lines.append("\(counter.heading): \(counter.left)") }
        lines += plan.findings.map { "\($0.code): \($0.message)" }
        lines += plan.clocks.map { "clock \($0.id): \($0.heading). \($0.says)" }
        for group in plan.groups {
            lines += ["", "== \(group.heading)"]
            for row in group.rows {
                let due = row.due?.words ?? "-"
                lines.append("\(row.id) | \(due) | \(row.standing.word) | \(row.when) | \(row.who)")
                lines.append("    \(row.does) [\(row.clauses)]")
                lines.append("    \(row.rule)\(row.dueNote.map { " (\($0))" } ?? "")")
                lines.append("    \(row.explanation.question) \(row.explanation.lead)")
                lines += row.explanation.facts.map { "    \($0.term): \($0.text)" }
                if let warning = row.warning { lines.append("    ! \(warning)") }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func `the picture goes on to what was done after every day that was due`() throws {
        func picture(_ submitted: String) throws -> TimelinePicture? {
            let planned = try PlannedCase(
                "dorset",
                [
                    "aware=2025-12-15", "notified=2025-12-19",
                    "submit-recommendations=\(submitted)",
                ],
                facts: [],
                today: "2026-03-27"
            )
            return plan(
                of: planned.schedule,
                under: planned.procedure,
                calendar: .standard,
                links: PlanLinks(plan: "", calendar: "", compare: "")
            ).timeline
        }
        let rows = try picture("2026-01-29")?.rows
        let row = try #require(rows?.first { $0.id == "submit-recommendations" })
        #expect(try #require(row.done) > row.due)
        // A picture of what was done a year later would be read by nobody.
        #expect(try picture("2026-03-26")?.days.count ?? 0 < 100)
    }
}
