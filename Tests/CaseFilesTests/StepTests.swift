import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

@Suite("Doing the steps of a case")
struct StepTests {
    let aware = CaseCommand.recordMoment(.init(entry: 1, moment: .aware, day: "2025-12-15"))
    let notified = CaseCommand.completeStep(
        .init(
            entry: 2,
            name: OccurrenceName("submit-notification"),
            day: "2025-12-19",
            evidence: .submitted(to: "National Panel", reference: "SIN-000")
        )
    )

    @Test func `a step completes from the evidence that its kind names`() throws {
        try Given(aware).when(
            notified,
            then: .stepCompleted(
                .init(
                    entry: 2,
                    name: OccurrenceName("submit-notification"),
                    day: "2025-12-19",
                    minute: nil,
                    evidence: .submitted(to: "National Panel", reference: "SIN-000"),
                    dueShown: "2025-12-22"
                )
            )
        )
    }

    @Test func `a tick is no evidence of a submission`() throws {
        try Given(aware).when(
            .completeStep(
                .init(
                    entry: 2,
                    name: OccurrenceName("submit-notification"),
                    day: "2025-12-19",
                    evidence: .note("Done")
                )
            ),
            refuses: .wrongEvidence(step: "submit-notification", needs: .submitted, given: .note)
        )
    }

    @Test func `evidence is written, not left empty`() throws {
        try Given(aware).when(
            .completeStep(
                .init(
                    entry: 2,
                    name: OccurrenceName("submit-notification"),
                    day: "2025-12-19",
                    evidence: .submitted(to: "National Panel", reference: " ")
                )
            ),
            refuses: .evidenceIncomplete(step: "submit-notification", .submitted)
        )
    }

    @Test func `the step that notifies starts the rapid review`() throws {
        let given = try Given(aware, notified)
        let known = try #require(given.file).known(under: given.procedure)
        #expect(known.occurrences(of: .moment(.notified)).map(\.day) == ["2025-12-19"])
    }

    @Test func `an unknown step is refused with the valid ones`() throws {
        let given = try Given()
        let valid = given.procedure.steps.filter { !$0.isNationalLimit }.map(\.id)
        given.when(
            .setStepAside("submit-notifcation", reason: "No"),
            refuses: .unknownStep("submit-notifcation", valid: valid)
        )
    }

    @Test func `a step set aside is not needed until it is taken up again`() throws {
        let aside = try Given(
            aware,
            .setStepAside("submit-notification", reason: "Another area notifies")
        )
        #expect(try standing(aside, "submit-notification") == .notNeeded)
        aside.when(notified, refuses: .stepIsSetAside("submit-notification"))
        let taken = try aside.after(.takeStepUp("submit-notification", reason: "Ours after all"))
        #expect(try standing(taken, "submit-notification") == .overdue)
    }

    @Test func `a step that is done cannot be set aside`() throws {
        try Given(aware, notified).when(
            .setStepAside("submit-notification", reason: "No need"),
            refuses: .stepIsDone("submit-notification")
        )
    }

    @Test func `a decision has one of its outcomes`() throws {
        let given = try Given()
        let step = try #require(
            given.procedure.steps.first { !$0.outcomes.isEmpty && !$0.isMeeting }
        )
        given.when(
            .completeStep(
                .init(
                    entry: 3,
                    name: OccurrenceName(step.id),
                    day: "2025-12-19",
                    evidence: .decided(outcome: "perhaps", reasons: "Unsure")
                )
            ),
            refuses: .unknownOutcome(step: step.id, given: "perhaps", valid: step.outcomes)
        )
    }

    @Test func `an agreed day governs beside the computed one, until it no longer stands`() throws {
        let name = OccurrenceName("submit-recommendations")
        let given = try Given(
            aware,
            notified,
            .agreeDay(name, day: "2026-01-20", reason: "The national Panel agreed", entry: 5)
        )
        #expect(try line(given, "submit-recommendations").due == "2026-01-20")
        let back = try given.after(
            .agreeDay(name, day: nil, reason: "No longer needed", entry: 6)
        )
        #expect(try line(back, "submit-recommendations").due == "2026-01-14")
        back.when(
            .agreeDay(name, day: nil, reason: "Again", entry: 7),
            refuses: .noAgreement(name)
        )
    }

    @Test func `a meeting named like the moment that it records is booked and held`() throws {
        let name = OccurrenceName("rapid-review-meeting")
        let booked = try Given(
            aware,
            notified,
            .agreeDay(name, day: "2026-01-08", reason: "All can come", entry: 3)
        )
        #expect(try line(booked, name.point).booked == "2026-01-08")
        let held = try booked.after(
            .completeStep(
                .init(
                    entry: 4,
                    name: name,
                    day: "2026-01-05",
                    evidence: .held(present: "All three partners", outcome: nil)
                )
            )
        )
        #expect(try line(held, name.point).done?.day == "2026-01-05")
        let known = try #require(held.file).known(under: held.procedure)
        #expect(known.occurrences(of: .moment(.rapidReviewMeeting)).map(\.day) == ["2026-01-05"])
    }

    private func line(_ given: Given, _ step: String) throws -> ScheduledStep {
        let plan = schedule(
            of: try #require(given.file).known(under: given.procedure),
            under: given.procedure,
            calendar: .standard,
            today: Given.today
        )
        return try #require(plan.line(OccurrenceName(step), under: given.procedure))
    }

    private func standing(_ given: Given, _ step: String) throws -> Standing {
        try line(given, step).standing
    }
}
