import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

/// A meeting of Mon 5 Jan 2026 decides that Pat Lee writes to the school by Fri 9 January.
@Suite("Actions that a meeting decided: done, moved, given on, overtaken, opened again")
struct ActionTests {
    private typealias Meetings = MeetingTests

    private static let point: EntryID = 700

    private static func decided(_ kind: MeetingPointKind = .action) throws -> Given {
        try MinutesTests.held().after(
            .meeting(
                .note(
                    .init(
                        entry: point,
                        meeting: Meetings.meeting,
                        item: "item-1",
                        kind: kind,
                        words: "Write to the school",
                        who: "Pat Lee",
                        by: "2026-01-09"
                    )
                )
            )
        )
    }

    private static func done(_ day: Day = "2026-01-05", _ evidence: String = "The letter is filed")
        -> CaseEvent.ActionDone
    {
        .init(meeting: Meetings.meeting, point: point, day: day, evidence: evidence)
    }

    private static func moved(_ by: Day, _ reason: String = "The school is shut")
        -> CaseEvent.ActionMoved
    {
        .init(
            meeting: Meetings.meeting,
            point: point,
            by: by,
            agreedBy: "Sue Hart",
            reason: reason
        )
    }

    private static func given(_ who: String, _ person: PersonID? = nil) -> CaseEvent.ActionGiven {
        .init(
            meeting: Meetings.meeting,
            point: point,
            who: who,
            person: person,
            reason: "She knows the school"
        )
    }

    private static func overtaken(_ reason: String) -> CaseEvent.ActionOvertaken {
        .init(meeting: Meetings.meeting, point: point, reason: reason)
    }

    private static func reopened(_ reason: String) -> CaseEvent.ActionReopened {
        .init(meeting: Meetings.meeting, point: point, reason: reason)
    }

    private static func action(_ given: Given) throws -> Meeting.Point {
        try #require(given.file?.action(point)?.action)
    }

    @Test func `done, it names what shows it, and is overdue no more`() throws {
        let given = try Self.decided()
        #expect(!(try Self.action(given).isOverdue(on: "2026-01-09")))
        #expect(try Self.action(given).isOverdue(on: "2026-01-12"))
        given.when(
            .meeting(.finishAction(Self.done("2026-01-05", " "))),
            refuses: .missing(.evidence)
        )
        given.when(
            .meeting(.finishAction(Self.done("2026-01-06"))),
            refuses: .dayAhead("2026-01-06", today: Given.today)
        )
        try given.when(
            .meeting(.finishAction(Self.done())),
            then: .meeting(.actionDone(Self.done()))
        )
        let after = try given.after(.meeting(.finishAction(Self.done())))
        #expect(try Self.action(after).isSettled)
        #expect(!(try Self.action(after).isOverdue(on: "2026-01-12")))
        // Sent twice.
        try after.when(.meeting(.finishAction(Self.done())))
        after.when(
            .meeting(.finishAction(Self.done("2026-01-05", "Something else"))),
            refuses: .meeting(.actionIsSettled)
        )
        after.when(
            .meeting(.moveAction(Self.moved("2026-01-20"))),
            refuses: .meeting(.actionIsSettled)
        )
    }

    @Test func `a later day has a reason, and the days before stay beside it`() throws {
        let given = try Self.decided()
        given.when(
            .meeting(.moveAction(Self.moved("2026-01-20", ""))),
            refuses: .missing(.reason)
        )
        given.when(
            .meeting(.moveAction(Self.moved("2026-01-05"))),
            refuses: .dayNotAhead("2026-01-05", today: Given.today)
        )
        try given.when(.meeting(.moveAction(Self.moved("2026-01-09"))))
        let twice = try given.after(.meeting(.moveAction(Self.moved("2026-01-16"))))
            .after(.meeting(.moveAction(Self.moved("2026-01-23"))))
        let action = try Self.action(twice)
        #expect(action.due == "2026-01-23")
        #expect(action.noted.by == "2026-01-09")
        #expect(action.moves.map(\.by) == ["2026-01-16", "2026-01-23"])
    }

    @Test func `given on, it is somebody else's, and never nobody's`() throws {
        let given = try Self.decided()
        given.when(.meeting(.giveAction(Self.given(" "))), refuses: .meeting(.pointWantsNobody))
        try given.when(.meeting(.giveAction(Self.given("Pat Lee"))))
        let after = try given.after(.meeting(.giveAction(Self.given("Ruth Penhallow", .ruth))))
        #expect(try Self.action(after).who == "Ruth Penhallow")
        #expect(try Self.action(after).person == .ruth)
        #expect(try Self.action(after).noted.who == "Pat Lee")
    }

    @Test func `overtaken, it is open again only with a reason`() throws {
        let given = try Self.decided()
        given.when(.meeting(.overtakeAction(Self.overtaken(""))), refuses: .missing(.reason))
        let over = try given.after(.meeting(.overtakeAction(Self.overtaken("The review does it"))))
        #expect(try Self.action(over).isSettled)
        over.when(.meeting(.finishAction(Self.done())), refuses: .meeting(.actionIsSettled))
        over.when(.meeting(.reopenAction(Self.reopened(""))), refuses: .missing(.reason))
        let again = try over.after(.meeting(.reopenAction(Self.reopened("The review does not"))))
        #expect(!(try Self.action(again).isSettled))
        // It is open already.
        try again.when(.meeting(.reopenAction(Self.reopened("Once more"))))
        #expect(try again.after(.meeting(.finishAction(Self.done()))).file?.actions.count == 1)
    }

    @Test func `a decision is no action, and one struck out is none any more`() throws {
        let refusal = CaseRefusal.meeting(.noSuchAction)
        try Self.decided(.decision).when(.meeting(.finishAction(Self.done())), refuses: refusal)
        let struck = try Self.decided().after(
            .meeting(
                .strike(.init(meeting: Meetings.meeting, point: Self.point, reason: "Noted twice"))
            )
        )
        struck.when(.meeting(.finishAction(Self.done())), refuses: refusal)
        #expect(struck.file?.actions.isEmpty == true)
    }

    @Test func `actions go on when the minutes are approved`() throws {
        let given = try Self.decided().after(MinutesTests.put("a")).after(MinutesTests.approve())
        let after = try given.after(.meeting(.finishAction(Self.done())))
        #expect(try Self.action(after).isSettled)
    }
}
