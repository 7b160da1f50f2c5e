import Pages
import ProcedureLanguage
import TestSupport
import Testing
import WorkingDays

private let shelf = ProcedureShelf(
    ShippedProcedures.read.map { .init(procedure: $0.procedure, variations: $0.variations) }
)

/// The page for a query written as `name=value` pairs.
private func answer(_ pairs: String..., today: Day = "2025-12-29") -> PlanAnswer {
    planPage(for: query(pairs), among: shelf, today: today)
}

private func query(_ pairs: [String]) -> PlanQuery {
    PlanQuery(
        pairs.map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: String(parts[0]), value: String(parts[1]))
        }
    )
}

@Suite("Dates typed into the plan's form")
struct PlanQueryTests {
    @Test
    func `three boxes become a plan with a short link to it`() {
        let answer = answer(
            "procedure=dorset",
            "aware-day=15",
            "aware-month=12",
            "aware-year=2025",
            "notified-day=19",
            "notified-month=December",
            "notified-year=2025",
            "fact-died=yes"
        )
        #expect(
            answer.link
                == "/plan?procedure=dorset&moment=aware%3D2025-12-15&moment=notified%3D2025-12-19&fact=died%3Dyes"
        )
        #expect(answer.page.plan?.counter?.heading == "Day 4 of 15")
    }

    @Test
    func `the link leads to the same link and the same plan`() throws {
        let first = answer(
            "procedure=dorset",
            "moment=aware=2025-12-15",
            "moment=notified=2025-12-19",
            "moment=return-received/qa-manager=2025-12-29T10:30",
            "agreed=leadership-meeting=2026-01-12",
            "fact=adult-services-involved=no",
            "closed=2025-12-24",
            "today=2025-12-29"
        )
        let link = try #require(first.link)
        #expect(link.contains("return-received%2Fqa-manager%3D2025-12-29T10:30"))
        let rows = first.page.plan?.groups.flatMap(\.rows)
        #expect(rows?.first { $0.id == "leadership-meeting" }?.due?.iso == "2026-01-12")
        #expect(rows?.first { $0.id == "sign-council-briefing" }?.due?.iso == "2026-01-06")
    }

    @Test(arguments: [
        (
            ["aware-day=31", "aware-month=2", "aware-year=2026"], "aware-day",
            "Local authority aware must be a real date"
        ),
        (
            ["aware-day=3", "aware-month=2", "aware-year="], "aware-year",
            "Local authority aware must include a year"
        ),
        (
            ["aware-day=", "aware-month=2", "aware-year=2026"], "aware-day",
            "Local authority aware must include a day"
        ),
        (
            ["aware-day=3", "aware-month=", "aware-year=2026"], "aware-month",
            "Local authority aware must include a month"
        ),
        (
            ["aware-day=3", "aware-month=13", "aware-year=2026"], "aware-month",
            "Local authority aware must have a month from 1 to 12"
        ),
        (
            ["aware-day=3", "aware-month=2", "aware-year=26"], "aware-year",
            "Local authority aware must have a year of 4 numbers"
        ),
        (
            ["aware-day=3", "aware-month=2", "aware-year=soon"], "aware-year",
            "Local authority aware must have a year of 4 numbers"
        ),
        (
            ["aware-day=3", "aware-month=2", "aware-year=2500"], "aware-year",
            "Local authority aware must have a year from 1800 to 2199"
        ),
        (["closed=2026-13-01"], "closed", "“2026-13-01” must be a real date, like 24 12 2026"),
        (
            ["other-1-what=", "other-1-day=3", "other-1-month=2", "other-1-year=2026"],
            "other-1-what", "Choose what happened on Tue 3 Feb 2026"
        ),
        (
            ["other-1-what=requests-sent", "other-1-day="], "other-1-day",
            "Enter the date, or choose nothing in this row"
        ),
        (
            [
                "other-1-what=requests-sent", "other-1-day=3", "other-1-month=2",
                "other-1-year=2026", "other-1-time=25:00",
            ],
            "other-1-time", "The time must be written like 16:00"
        ),
    ])
    func `what cannot be is told beside its box, and nothing typed is lost`(
        _ pairs: [String],
        _ field: String,
        _ message: String
    ) {
        let good = [
            "procedure=rochdale", "notified-day=5", "notified-month=1", "notified-year=2026",
        ]
        let page = planPage(for: query(good + pairs), among: shelf, today: "2026-01-12").page
        #expect(page.plan == nil)
        #expect(
            page.form.errors.contains { $0.field == field && $0.message == message },
            "\(page.form.errors)"
        )
        #expect(page.form.moments.first { $0.id == "notified" }?.year == "2026")
        if let typed = page.form.moments.first(where: { $0.id == "aware" }),
            field.hasPrefix("aware")
        {
            #expect(pairs.contains("aware-day=\(typed.day)"))
            #expect(typed.fault == message)
        }
    }

    @Test
    func `an empty form is no error`() {
        let answer = answer()
        #expect(answer.page.plan == nil)
        #expect(answer.page.form.errors.isEmpty)
        #expect(answer.link == nil)
    }

    @Test
    func `a name that is not the procedure's is told, not dropped`() {
        let answer = answer(
            "procedure=rochdale",
            "moment=notified=2025-12-18",
            "moment=sign-terms=2025-12-18"
        )
        #expect(answer.page.form.errors.count == 1)
    }

    @Test
    func `contradictory dates still give a plan, with the finding first`() {
        let answer = answer(
            "procedure=dorset",
            "moment=aware=2025-12-19",
            "moment=notified=2025-12-15"
        )
        #expect(answer.page.plan?.findings.first?.code == "contradictory-dates")
        #expect(answer.page.plan?.findings.first?.isContradiction == true)
    }
}

@Suite("The same facts under several procedures")
struct CompareTests {
    @Test
    func `each gives the rapid review its own last day`() throws {
        let procedures = try ["hereford", "west-midlands", "dorset", "rochdale", "cheshire-east"]
            .map { try ShippedProcedures.procedure($0) }
        let answer = comparePage(
            for: query([
                "moment=aware=2026-04-02", "moment=partnership-aware=2026-04-07",
                "moment=referral=2026-04-07", "moment=intention=2026-04-07",
                "moment=notified=2026-04-10", "moment=panel-request=2026-04-14",
            ]),
            among: ProcedureShelf(procedures.map { .init(procedure: $0, variations: []) }),
            today: "2026-04-15"
        )
        let comparison = try #require(answer.page.comparison)
        let order = comparison.columns.map(\.procedure)
        let sent = try #require(
            comparison.rows.first { $0.heading == "Rapid review sent to the national Panel" }
        )
        let days = Dictionary(uniqueKeysWithValues: zip(order, sent.cells.map { $0.due?.iso }))
        #expect(days["hereford"] == "2026-04-27")
        #expect(days["dorset"] == "2026-05-01")
        #expect(days["rochdale"] == "2026-05-01")
        #expect(days["cheshire-east"] == "2026-05-06")
        #expect(sent.cells.filter(\.isEarliest).count == 1)
        let done = try #require(comparison.rows.first { $0.heading == "Rapid review complete" })
        let complete = Dictionary(uniqueKeysWithValues: zip(order, done.cells.map { $0.due?.iso }))
        #expect(complete["west-midlands"] == "2026-04-28")
    }
}
