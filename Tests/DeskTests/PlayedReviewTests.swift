import CaseFiles
import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import Desk

@Suite("Each procedure, from the referral to the national Panel's reply, by its own steps")
struct PlayedReviewTests {
    private static func played(
        _ id: String,
        began: Day = "2026-03-27",
        answers: [String: Bool] = [:]
    ) throws -> ReviewPlayer {
        let played = try #require(PlayedPartnership.all.first { $0.procedure == id })
        return try ReviewPlayer(
            "4QX-7MD",
            of: played.cast,
            under: try ShippedProcedures.procedure(id),
            edition: Edition(procedure: id, variation: nil, hash: "a"),
            DemonstrationDays(made: try Timestamp("2026-12-18", "12:00")),
            .init(
                child: .invented("Alfie Marsh", born: "2024-02-11"),
                place: "Marlshire",
                began: began,
                answers: answers
            )
        )
    }

    private static func came(_ moment: Moment, _ file: CaseFile, _ id: String) throws -> Bool {
        let procedure = try ShippedProcedures.procedure(id)
        return !file.known(under: procedure).occurrences(of: .moment(moment)).isEmpty
    }

    @Test(arguments: ShippedProcedures.ids)
    func `its own steps lead from the referral to the reply, and the case closes`(
        id: String
    ) throws {
        var review = try Self.played(id, answers: ["notification-completed": true])
        try review.run { (try? Self.came(.reportSubmitted, $0, id)) ?? false }
        #expect(try Self.came(.reportSubmitted, review.file, id))
        #expect(review.late.isEmpty)
        try review.reply(.acknowledged, "", workingDaysOn: 1)
        try review.reply(.considered, "", workingDaysOn: 8)
        try review.reply(.agrees, "The Panel agrees.", workingDaysOn: 5)
        #expect(try Self.came(.panelResponse, review.file, id))
        try review.run { _ in false }
        try review.close("Everything is done")
        #expect(review.file.closed != nil)
    }

    @Test(arguments: ShippedProcedures.ids)
    func `asked to think again, the decision is taken again and both are kept`(
        id: String
    ) throws {
        var review = try Self.played(id, answers: ["notification-completed": true])
        try review.run { (try? Self.came(.reportSubmitted, $0, id)) ?? false }
        try review.reply(.asksToReconsider, "Think of a local review.", workingDaysOn: 9)
        #expect(review.file.facts["panel-disagrees"]?.value == true)
        let procedure = try ShippedProcedures.procedure(id)
        let decision = try #require(procedure.steps.first { $0.choosesReview })
        let name = OccurrenceName(decision.id)
        let before = review.file.standing(name).count
        try review.ask(
            .completeStep(
                .init(
                    entry: 77,
                    name: name,
                    day: review.today,
                    evidence: .decided(outcome: decision.outcomes.last, reasons: "Thought over")
                )
            )
        )
        #expect(review.file.standing(name).count == before + 1)
    }

    @Test func `an extension that is granted governs, and the first day stays in view`() throws {
        var review = try Self.played("cheshire-east", answers: ["extension-needed": true])
        try review.run { (try? Self.came(.extendedTo, $0, "cheshire-east")) ?? false }
        let granted = try #require(
            review.file.standing(OccurrenceName("extended-to")).last?.day
        )
        let procedure = try ShippedProcedures.procedure("cheshire-east")
        let line = review.plan.line(OccurrenceName("submit-report"), under: procedure)
        #expect(line?.due == granted)
    }

    @Test func `a delay that is told leaves the first day as it was`() throws {
        var review = try Self.played("rochdale", answers: ["review-delayed": true])
        try review.run { (try? Self.came(.promisedFor, $0, "rochdale")) ?? false }
        let procedure = try ShippedProcedures.procedure("rochdale")
        let promised = try #require(review.file.standing(OccurrenceName("promised-for")).last?.day)
        let line = review.plan.line(OccurrenceName("complete-review"), under: procedure)
        let due = try #require(line?.due)
        #expect(due < promised)
    }
}

extension ReviewPlayer {
    /// The national Panel answers some working days on.
    fileprivate mutating func reply(
        _ reply: PanelReply,
        _ words: String,
        workingDaysOn count: Int
    ) throws {
        try self.reply(reply, words, on: story.days.day(count, after: today))
    }
}
