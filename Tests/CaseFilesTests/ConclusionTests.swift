import CaseFiles
import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

/// Under Dorset's procedure; today is Mon 5 January 2026.
@Suite("How a review ends: decisions explained, delays told, the national Panel's replies")
struct ConclusionTests {
    private static let sharing = "decide-family-sharing"
    private static let submission = "submit-recommendations"

    private static func decide(_ outcome: String, entry: EntryID = 700) -> CaseCommand {
        .completeStep(
            CaseCommand.CompleteStep(
                entry: entry,
                name: OccurrenceName(sharing),
                day: "2026-01-05",
                evidence: .decided(outcome: outcome, reasons: "It helps them")
            )
        )
    }

    private static func explain(
        entry: EntryID = 700,
        by names: [String] = ["Anna Reed, Director"],
        national: Bool? = nil,
        reasons: String = "",
        dissent: String = ""
    ) -> CaseEvent.DecisionExplained {
        CaseEvent.DecisionExplained(
            entry: entry,
            step: sharing,
            decidedBy: names,
            alternatives: "",
            recommendsNational: national,
            nationalReasons: reasons,
            dissent: dissent
        )
    }

    private static func view(_ outcome: String) -> CaseCommand {
        .giveView(
            CaseEvent.ViewGiven(
                entry: 650,
                step: sharing,
                of: "police",
                by: "Supt Cole",
                view: outcome,
                reasons: "Too early",
                evidence: "",
                day: "2026-01-05",
                minute: nil
            )
        )
    }

    // Decisions

    @Test func `a decision says who decided, and belongs to the entry that decided it`() throws {
        let given = try Given(Self.decide("share"))
        try given.when(
            .conclude(.explain(Self.explain())),
            then: .conclusion(.explained(Self.explain()))
        )
        given.when(.conclude(.explain(Self.explain(by: [" "]))), refuses: .missing(.deciders))
        given.when(.conclude(.explain(Self.explain(entry: 701))), refuses: .unknownEntry(701))
        let explained = try given.after(.conclude(.explain(Self.explain())))
        #expect(explained.file?.explanation(of: Self.sharing) == Self.explain())
    }

    @Test func `a view against the decision wants the dissent in words, one for it does not`()
        throws
    {
        let against = try Given(Self.view("do-not-share"), Self.decide("share"))
        against.when(.conclude(.explain(Self.explain())), refuses: .missing(.dissent))
        let dissent = Self.explain(dissent: "The police, who think it too early")
        try against.when(.conclude(.explain(dissent)), then: .conclusion(.explained(dissent)))
        let with = try Given(Self.view("share"), Self.decide("share"))
        try with.when(
            .conclude(.explain(Self.explain())),
            then: .conclusion(.explained(Self.explain()))
        )
    }

    @Test func `a national review is recommended, or not, with reasons`() throws {
        let given = try Given(Self.decide("share"))
        given.when(
            .conclude(.explain(Self.explain(national: false))),
            refuses: .missing(.nationalReasons)
        )
        let said = Self.explain(national: false, reasons: "Nothing new for the country")
        try given.when(.conclude(.explain(said)), then: .conclusion(.explained(said)))
    }

    @Test func `decided again, the decision that counts has its own words`() throws {
        let given = try Given(
            Self.decide("share"),
            .conclude(.explain(Self.explain())),
            Self.decide("do-not-share", entry: 710)
        )
        #expect(given.file?.explanation(of: Self.sharing) == nil)
        let second = Self.explain(entry: 710, by: ["Anna Reed", "Tom Hale"])
        let after = try given.after(.conclude(.explain(second)))
        #expect(after.file?.explanation(of: Self.sharing) == second)
        #expect(after.file?.conclusions.explanations.count == 2)
    }

    @Test func `what the procedure asks is kept with the entry, and empty answers are not`() throws
    {
        let given = try Given(Self.decide("share"))
        let how = CaseEvent.Part.Line(asks: "How", says: "By the social worker, at home")
        func answered(_ lines: [CaseEvent.Part.Line]) -> CaseEvent.StepAnswered {
            CaseEvent.StepAnswered(entry: 700, step: Self.sharing, answers: lines)
        }
        let blank = CaseEvent.Part.Line(asks: "Reasons", says: "  ")
        try given.when(
            .conclude(.answer(answered([how, blank]))),
            then: .conclusion(.answered(answered([how])))
        )
        try given.when(.conclude(.answer(answered([blank]))))
    }

    // Lateness

    /// Notified on Fri 19 December 2025: the report is due on Wed 14 January 2026.
    private static let notified = CaseCommand.submit(
        CaseCommand.Submit(
            completion: CaseCommand.CompleteStep(
                entry: 600,
                name: OccurrenceName("submit-notification"),
                day: "2025-12-19",
                evidence: .submitted(to: "The national Panel", reference: "SIN-1")
            ),
            by: "Head of QA",
            person: .joan,
            roles: ["head-of-qa"],
            copy: nil
        )
    )

    private static func delay(_ day: Day, agreedBy: String = "The partners")
        -> CaseEvent.DelayForeseen
    {
        CaseEvent.DelayForeseen(
            entry: 720,
            step: submission,
            cause: .returnsLate,
            words: "Two agencies have not answered",
            newDay: day,
            agreedBy: agreedBy,
            dueShown: nil
        )
    }

    @Test func `a delay keeps the first day beside the new one, and moves no date`() throws {
        let given = try Given(Self.notified)
        given.when(
            .conclude(.foreseeDelay(Self.delay("2026-01-14"))),
            refuses: .notLate("2026-01-14", due: "2026-01-14")
        )
        given.when(
            .conclude(.foreseeDelay(Self.delay("2026-01-21", agreedBy: ""))),
            refuses: .missing(.agreedBy)
        )
        let after = try given.after(.conclude(.foreseeDelay(Self.delay("2026-01-21"))))
        let kept = try #require(after.file?.delays(of: Self.submission).first)
        #expect(kept.foreseen.dueShown == "2026-01-14")
        #expect(kept.told.isEmpty)
        let again = try after.after(.conclude(.foreseeDelay(Self.delay("2026-01-28"))))
        #expect(
            again.file?.conclusions.delays.map(\.foreseen.dueShown) == ["2026-01-14", "2026-01-14"]
        )
    }

    @Test func `a delay that was told is a promise, and no leave`() throws {
        let told = CaseEvent.DelayTold(
            entry: 730,
            delay: 720,
            day: "2026-01-05",
            minute: nil,
            to: "The national Panel",
            how: "E-mail"
        )
        let given = try Given(
            Self.notified,
            .conclude(.foreseeDelay(Self.delay("2026-01-21"))),
            .conclude(.tellDelay(told))
        )
        let file = try #require(given.file)
        #expect(file.delays(of: Self.submission).first?.told == [told])
        #expect(file.standing(OccurrenceName("promised-for")).map(\.day) == ["2026-01-21"])
        let second = try given.after(.conclude(.foreseeDelay(Self.delay("2026-01-30"))))
        #expect(second.file?.delays(of: Self.submission).last?.foreseen.dueShown == "2026-01-14")
    }

    // The national Panel

    private static let submitted = CaseCommand.submit(
        CaseCommand.Submit(
            completion: CaseCommand.CompleteStep(
                entry: 740,
                name: OccurrenceName(submission),
                day: "2026-01-05",
                evidence: .submitted(to: "The national Panel", reference: "Sent 10:12am")
            ),
            by: "Joan Marsh",
            person: .joan,
            roles: ["business-manager"],
            copy: nil
        )
    )

    private static func reply(_ reply: PanelReply, _ entry: EntryID = 760) -> CaseCommand {
        .conclude(
            .recordReply(
                CaseEvent.PanelReplied(
                    entry: entry,
                    reply: reply,
                    day: "2026-01-05",
                    minute: nil,
                    from: "The national Panel",
                    reference: "",
                    words: reply.isAnswer ? "In their words" : ""
                )
            )
        )
    }

    @Test func `the national Panel answers a report, and nothing before`() throws {
        try Given(Self.notified).when(Self.reply(.acknowledged), refuses: .nothingSubmitted)
        let given = try Given(Self.notified, Self.submitted, Self.reply(.acknowledged))
        #expect(given.file?.conclusions.replies.map(\.replied.reply) == [.acknowledged])
        #expect(given.file?.stage(under: given.procedure) == .nationalPanel)
    }

    @Test func `its answer does the step that awaits it, and settles what it says itself`() throws {
        let given = try Given(
            Self.notified,
            Self.submitted,
            Self.reply(.considered),
            Self.reply(.asksToReconsider, 770)
        )
        let file = try #require(given.file)
        #expect(file.standing(OccurrenceName("await-panel-meeting")).count == 1)
        #expect(file.standing(OccurrenceName("await-panel-response")).count == 1)
        #expect(file.facts["panel-disagrees"]?.value == true)
        let agreed = try given.after(Self.reply(.agrees, 780))
        #expect(agreed.file?.facts["panel-disagrees"]?.value == false)
        #expect(agreed.file?.standing(OccurrenceName("await-panel-response")).count == 2)
        #expect(agreed.file?.conclusions.replies.count == 3)
    }

    @Test func `a question of the national Panel settles nothing`() throws {
        let given = try Given(Self.notified, Self.submitted, Self.reply(.queries))
        #expect(given.file?.facts["panel-disagrees"] == nil)
        #expect(given.file?.facts["national-review"] == nil)
    }
}
