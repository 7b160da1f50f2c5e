import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

/// Decided on Fri 2 January 2026, sent the same day, answered on Mon 5 January.
@Suite("The national Panel disagrees: the partners meet again, and both decisions are kept")
struct ReconsiderationTests {
    private typealias Meetings = MeetingTests

    private static func decide(
        _ outcome: String,
        _ day: Day = "2026-01-02",
        entry: EntryID = 700,
        step: String = "decide-review"
    ) -> CaseCommand {
        .completeStep(
            CaseCommand.CompleteStep(
                entry: entry,
                name: OccurrenceName(step),
                day: day,
                evidence: .decided(outcome: outcome, reasons: "The partners agree")
            )
        )
    }

    private static func submit(_ step: String) -> CaseCommand {
        .submit(
            CaseCommand.Submit(
                completion: CaseCommand.CompleteStep(
                    entry: 740,
                    name: OccurrenceName(step),
                    day: "2026-01-02",
                    evidence: .submitted(to: "The national Panel", reference: "Sent 10:12am")
                ),
                by: "Joan Ferris",
                person: .joan,
                roles: [],
                copy: nil
            )
        )
    }

    private static func answered(_ reply: PanelReply) -> CaseEvent.PanelReplied {
        CaseEvent.PanelReplied(
            entry: 760,
            reply: reply,
            day: "2026-01-05",
            minute: nil,
            from: "The national Panel",
            reference: "P-17",
            words: "Think of a local review"
        )
    }

    private static func reply(_ reply: PanelReply) -> CaseCommand {
        .conclude(.recordReply(answered(reply)))
    }

    private static func thought(_ given: Given) throws -> Reconsideration? {
        try #require(given.file).reconsideration(under: given.procedure)
    }

    @Test func `where the procedure says nothing, the meeting of the decision meets again`() throws
    {
        let sent = try Given(
            Self.decide("no-local-review"),
            Self.submit("submit-findings"),
            under: "rochdale"
        )
        #expect(try Self.thought(sent) == nil)
        let given = try sent.after(Self.reply(.asksToReconsider))
        #expect(
            try Self.thought(given)
                == Reconsideration(
                    answer: Self.answered(.asksToReconsider),
                    decision: "decide-review",
                    meeting: "rapid-review-meeting",
                    hasOwnMeeting: false,
                    earlierMeeting: nil,
                    isDecided: false
                )
        )
        let again = try given.after(Self.decide("local-review", "2026-01-05", entry: 710))
        #expect(try Self.thought(again)?.isDecided == true)
        let decision = OccurrenceName("decide-review")
        #expect(
            again.file?.standing(decision).map(\.evidence?.outcome)
                == ["no-local-review", "local-review"]
        )
        #expect(again.file?.conclusions.replies.count == 1)
    }

    @Test(arguments: [PanelReply.asksToReconsider, .reviewsNationally])
    func `where the procedure has a meeting for it, that one takes up the meeting of the decision`(
        reply: PanelReply
    ) throws {
        let given = try Given(
            Self.decide("notify-and-review", "2025-12-18", entry: 690, step: "decide-to-notify"),
            Meetings.arrange(Meetings.arranged(convenedAs: nil)),
            Meetings.begin(),
            Meetings.come(Meetings.council),
            Meetings.come(Meetings.board),
            Meetings.come(Meetings.police),
            Meetings.end(true),
            Self.decide("no-further-action"),
            Self.submit("submit-report"),
            Self.reply(reply),
            under: "cheshire-east"
        )
        let found = try #require(try Self.thought(given))
        #expect(found.meeting == "reconvened-meeting")
        #expect(found.hasOwnMeeting)
        #expect(found.earlierMeeting == Meetings.meeting)
        #expect(given.openDuties.contains("reconvened-meeting"))
    }

    @Test(arguments: [PanelReply.acknowledged, .considered, .agrees, .queries])
    func `nothing else that it answers gives cause to meet again`(reply: PanelReply) throws {
        let given = try Given(
            Self.decide("no-local-review"),
            Self.submit("submit-findings"),
            Self.reply(reply),
            under: "rochdale"
        )
        #expect(try Self.thought(given) == nil)
    }

    @Test(arguments: ShippedProcedures.ids)
    func `under each procedure there is a meeting that thinks the decision over`(id: String) throws
    {
        let procedure = try ShippedProcedures.procedure(id)
        let decision = try #require(procedure.steps.first { $0.choosesReview })
        #expect(procedure.meeting(deciding: decision)?.id == "rapid-review-meeting")
    }
}
