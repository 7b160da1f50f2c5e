import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

/// One dated check of a worked scenario: under these facts this line has this day.
struct ScenarioRow: Sendable, CustomTestStringConvertible {
    enum Where: Sendable {
        case due(String)
        case opens(String)
        /// Another reading, limit or choice of the line.
        case other(String)
        case at(String, String)
        /// The numbered day of a clock.
        case day(Int, of: String)
    }

    let id: String
    let procedure: String
    var variation: String?
    let moments: [String]
    var facts: [String] = []
    let place: Where
    let expected: Day?

    var testDescription: String { id }
}

@Suite("The worked scenarios")
struct ScenarioTests {
    @Test(arguments: ScenarioRow.all)
    func `every dated check comes out`(_ row: ScenarioRow) throws {
        let plan = try PlannedCase(
            row.procedure,
            variation: row.variation,
            row.moments,
            facts: row.facts
        )
        #expect(plan.problems.isEmpty)
        switch row.place {
        case .due(let line): #expect(try plan.due(line) == row.expected)
        case .opens(let line): #expect(try plan.line(line).opens == row.expected)
        case .other(let line):
            let expected = try #require(row.expected)
            #expect(try plan.others(line).contains(expected))
        case .at(let line, let time):
            #expect(try plan.due(line) == row.expected)
            #expect(try plan.line(line).dated?.at == Minute(time))
        case .day(let number, let clock):
            let found = plan.schedule.clocks.first { plan.procedure.clocks[$0.rule].id == clock }
            let days = found?.days(
                by: plan.procedure.clocks[try #require(found).rule],
                calendar: .standard
            )
            #expect(days?.first { $0.number == number }?.day == row.expected)
        }
    }

    @Test
    func `there are as many as were worked`() {
        #expect(Set(ScenarioRow.all.map(\.id)).count == 64)
    }
}

extension ScenarioRow {
    static let all = s01 + s03 + s06 + s09 + s10

    private static func rows(
        _ procedure: String,
        _ base: [String],
        _ rows: [(String, Where, Day?)]
    ) -> [ScenarioRow] {
        rows.map { id, place, expected in
            ScenarioRow(
                id: id,
                procedure: procedure,
                moments: base,
                place: place,
                expected: expected
            )
        }
    }

    /// Early May bank holiday; a return rejected and sent again.
    private static let s01: [ScenarioRow] =
        rows(
            "hereford",
            [
                "incident=2026-04-25", "aware=2026-04-27", "intention=2026-04-28",
                "requests-sent=2026-04-28", "notified=2026-04-29",
                "rapid-review-meeting=2026-05-07T16:00",
            ],
            [
                ("S01-01", .due("open-folder"), "2026-04-28"),
                ("S01-02", .due("submit-notification"), "2026-05-05"),
                ("S01-03", .other("submit-notification"), "2026-04-30"),
                ("S01-04", .due("ask-agencies.back"), "2026-05-05"),
                ("S01-05", .other("ask-agencies.back"), "2026-05-06"),
                ("S01-09", .due("send-pack"), "2026-05-06"),
                ("S01-10", .opens("rapid-review-meeting"), "2026-05-07"),
                ("S01-11", .due("rapid-review-meeting"), "2026-05-08"),
                ("S01-12", .at("circulate-minutes@rapid-review-meeting", "16:00"), "2026-05-08"),
                ("S01-13", .opens("draft-report"), "2026-05-11"),
                ("S01-14", .due("chair-approval"), "2026-05-14"),
                ("S01-15", .opens("return-signed-report"), "2026-05-15"),
                ("S01-16", .due("submit-report"), "2026-05-19"),
                ("S01-17", .other("submit-report"), "2026-05-20"),
                ("S01-18", .due("national-limit-rapid-review"), "2026-05-21"),
            ]
        )
        + rows(
            "hereford",
            [
                "intention=2026-04-28", "requests-sent/agency-a=2026-04-28",
                "return-received/agency-a=2026-04-30",
            ],
            [("S01-06", .due("share-return@agency-a"), "2026-04-30")]
        )
        + rows(
            "hereford",
            [
                "intention=2026-04-28", "requests-sent/agency-a=2026-04-28",
                "return-received/agency-a=2026-04-30", "return-received/agency-a=2026-05-05",
            ],
            [
                ("S01-07", .due("ask-agencies.back@agency-a"), "2026-05-05"),
                ("S01-08", .due("share-return@agency-a"), "2026-05-05"),
            ]
        )

    /// A whole Dorset review across Christmas 2025.
    private static let s03 = rows(
        "dorset",
        [
            "incident=2025-12-13", "aware=2025-12-15", "partnership-aware=2025-12-16",
            "notified=2025-12-19", "return-received/qa-manager=2025-12-29",
            "panel-considered=2026-01-27",
        ],
        [
            ("S03-01", .due("submit-notification"), "2025-12-22"),
            ("S03-02", .other("submit-notification"), "2025-12-19"),
            ("S03-03", .due("settle-disagreement"), "2025-12-22"),
            ("S03-04", .other("report-to-leadership"), "2025-12-23"),
            ("S03-05", .due("report-to-leadership"), "2025-12-22"),
            ("S03-06", .due("await-panel-request"), "2025-12-23"),
            ("S03-07", .other("await-panel-request"), "2025-12-21"),
            ("S03-08", .due("appoint-briefing-author"), "2025-12-19"),
            ("S03-09", .due("identify-agencies"), "2025-12-22"),
            ("S03-10", .due("ask-agencies"), "2025-12-23"),
            ("S03-11", .due("ask-council.back"), "2025-12-30"),
            ("S03-12", .due("check-council-briefing@qa-manager"), "2025-12-29"),
            ("S03-13", .other("check-council-briefing@qa-manager"), "2025-12-31"),
            ("S03-14", .due("ask-agencies.back"), "2026-01-05"),
            ("S03-15", .due("send-pack"), "2026-01-06"),
            ("S03-16", .due("rapid-review-meeting"), "2026-01-08"),
            ("S03-17", .due("check-recommendations"), "2026-01-09"),
            ("S03-18", .due("leadership-meeting"), "2026-01-13"),
            ("S03-19", .due("submit-recommendations"), "2026-01-14"),
            ("S03-20", .other("submit-recommendations"), "2026-01-07"),
            ("S03-21", .due("await-panel-response"), "2026-02-10"),
        ]
    )

    /// A meeting without quorum before Christmas.
    private static let s06: [ScenarioRow] = {
        let base = [
            "partnership-aware=2025-12-10", "referral=2025-12-10", "requests-sent=2025-12-12",
        ]
        let before = rows(
            "west-midlands",
            base,
            [
                ("S06-01", .due("ask-agencies"), "2025-12-12"),
                ("S06-02", .due("ask-agencies.back"), "2025-12-19"),
                ("S06-03", .opens("rapid-review-meeting"), "2025-12-19"),
                ("S06-04", .due("rapid-review-meeting"), "2025-12-31"),
                ("S06-08", .due("complete-review"), "2026-01-05"),
            ]
        )
        let inquorate = ScenarioRow(
            id: "S06-05",
            procedure: "west-midlands",
            moments: base + ["rapid-review-meeting=2025-12-22"],
            facts: ["rapid-review-meeting=inquorate"],
            place: .due("send-outcome"),
            expected: nil
        )
        let reconvened = rows(
            "west-midlands",
            base + ["rapid-review-meeting=2025-12-29"],
            [("S06-06", .due("send-outcome"), "2025-12-31")]
        )
        let latest = rows(
            "west-midlands",
            base + ["rapid-review-meeting=2025-12-31"],
            [("S06-07", .due("send-outcome"), "2026-01-05")]
        )
        return before + [inquorate] + reconvened + latest
    }()

    /// A review that is late, and the national Panel told.
    private static let s09: [ScenarioRow] = {
        let base = ["incident=2025-12-11", "aware=2025-12-11", "notified=2025-12-18"]
        return rows(
            "rochdale",
            base,
            [
                ("S09-01", .due("refer"), "2025-12-12"),
                ("S09-02", .due("submit-notification"), "2025-12-18"),
                ("S09-03", .due("complete-review"), "2026-01-13"),
                ("S09-04", .other("complete-review"), "2026-01-12"),
                ("S09-05", .due("tell-of-delay"), "2026-01-13"),
            ]
        )
            + rows(
                "rochdale",
                base + ["promised-for=2026-01-28"],
                [("S09-06", .due("submit-findings"), "2026-01-28")]
            )
            + rows(
                "rochdale",
                base + ["promised-for=2026-01-28", "rapid-review-concluded=2026-01-26"],
                [("S09-07", .due("submit-findings"), "2026-01-26")]
            )
    }()

    /// An extension, across a Christmas with both substitute days.
    private static let s10: [ScenarioRow] = {
        let base = [
            "identified=2027-12-07", "aware=2027-12-07", "partnership-aware=2027-12-07",
            "referral=2027-12-07", "rapid-review-decided=2027-12-13", "requests-sent=2027-12-13",
            "notified=2027-12-13", "panel-request=2027-12-13",
        ]
        let before = rows(
            "cheshire-east",
            base,
            [
                ("S10-01", .due("refer"), "2027-12-07"),
                ("S10-02", .due("consult-partners"), "2027-12-08"),
                ("S10-03", .due("submit-notification"), "2027-12-14"),
                ("S10-04", .other("submit-notification"), "2027-12-12"),
                ("S10-05", .due("ask-agencies.back"), "2027-12-16"),
                ("S10-07", .due("rapid-review-meeting"), "2027-12-24"),
                ("S10-08", .day(1, of: "rapid-review"), "2027-12-14"),
                ("S10-09", .due("submit-report"), "2028-01-06"),
            ]
        )
        return before
            + rows(
                "cheshire-east",
                base + ["rapid-review-meeting=2027-12-22"],
                [("S10-06", .due("circulate-returns"), "2027-12-21")]
            )
            + rows(
                "cheshire-east",
                base + ["extended-to=2028-01-13"],
                [("S10-10", .due("submit-report"), "2028-01-13")]
            )
    }()
}
