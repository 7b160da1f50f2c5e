import CaseFiles
import CaseStores
import Desk
import Foundation
import Partnerships
import SQLiteStore
import TestSupport
import Testing
import WorkingDays

@Suite("Reminders are queued once, however often Sightline is started again")
struct ChaseDeskTests {
    private static let back = OccurrenceName("ask-agencies.back", subject: "Marlshire Police")

    private static let names = Names()

    private static func seat(
        _ entry: EntryID,
        _ name: String,
        _ part: RequestSeat.Part
    ) -> RequestSeat {
        RequestSeat(
            entry: entry,
            name: name,
            jobTitle: "",
            email: "\(entry)@marlshire-police.test",
            telephone: "",
            part: part,
            invitedBy: nil
        )
    }

    /// The police are asked on Mon 5 Jan 2026, for Thu 8 Jan.
    private static func asked() async throws -> TestDesk {
        let test = try await TestDesk()
        let asked = CaseEvent.AgencyAsked(
            entry: 9000,
            step: "ask-agencies",
            agency: nil,
            subject: "Marlshire Police",
            form: "briefing-report",
            purpose: "A rapid review",
            legalBasis: "",
            instruction: "",
            letter: [],
            seats: [
                seat(9001, "Beth Coombe", .lead), seat(9002, "Aidan Crole", .deputy),
                seat(9003, "Tom Arkwright", .signatory),
            ],
            because: "",
            dueShown: nil
        )
        let asking = RequestCommand.AskAgencies(
            step: "ask-agencies",
            asked: [asked],
            leftOut: [],
            by: "by link",
            entry: 9100
        )
        try await test.desk.handle(
            [
                .request(.ask(asking)),
                .agreeDay(back, day: "2026-01-08", reason: "Agreed", entry: 9200),
            ],
            on: .first,
            seen: .max,
            for: test.asking(.joan)
        )
        return test
    }

    /// A server that has just been started on the same store.
    private static func started(_ test: TestDesk) -> ChaseDesk {
        ChaseDesk(
            cases: CaseDesk(store: test.store, editions: test.editions),
            sendsMail: true,
            name: { names.next() }
        )
    }

    private static func time(_ day: Day, _ text: String) throws -> Timestamp {
        let minute = try #require(Minute(text))
        let reading = try UKTime.reading(of: LocalTime(day: day, minute: minute))
        guard case .one(let instant, _) = reading else { throw Unexpected() }
        return Timestamp(milliseconds: Int64(instant.minutes) * 60_000)
    }

    private struct Unexpected: Error {}

    private static func rungs(_ test: TestDesk) async throws -> [String] {
        let file = try await test.desk.unguarded(.first, of: test.marlshire).file
        return file.requests.flatMap(\.messages).compactMap { message in
            message.queued.rung.map { "\($0) to \(message.queued.name)" }
        }.sorted()
    }

    @Test func `a rung goes in its minute, once, and not a minute before`() async throws {
        let test = try await Self.asked()
        #expect(try await Self.started(test).run(at: Self.time("2026-01-06", "09:29")) == 0)
        #expect(try await Self.started(test).run(at: Self.time("2026-01-06", "09:30")) == 1)
        for text in ["09:30", "09:31", "16:59"] {
            #expect(try await Self.started(test).run(at: Self.time("2026-01-06", text)) == 0)
        }
        #expect(try await Self.rungs(test) == ["before-due to Beth Coombe"])
        let waiting = try await test.store.messages(of: test.marlshire, limit: 50)
        #expect(waiting.count == 1)
    }

    @Test func `that a message was delivered overtakes nobody who fills in a form`() async throws {
        let test = try await Self.asked()
        _ = try await Self.started(test).run(at: Self.time("2026-01-06", "09:30"))
        let seen = try await test.desk.unguarded(.first, of: test.marlshire).file
        let message = try #require(seen.requests.first?.messages.first?.queued.entry)
        try await test.desk.record(
            [.settleMessage(.init(message: message, outcome: .delivered, words: ""))],
            on: .first,
            in: test.marlshire,
            at: Self.time("2026-01-06", "09:31")
        )
        let written = try await test.desk.handle(
            .writeLogEntry("Rang", day: "2026-01-05", corrects: nil, entry: 9300),
            on: .first,
            seen: seen.version,
            for: test.asking(.joan)
        )
        #expect(written.version > seen.version + 1)
    }

    @Test func `after days of standstill nobody gets two messages at once, and none is missed`()
        async throws
    {
        let test = try await Self.asked()
        let late = try Self.time("2026-01-12", "10:00")
        // Four rungs: what goes to nobody else at that moment is left out.
        #expect(try await Self.started(test).run(at: late) == 4)
        #expect(try await Self.started(test).run(at: late) == 0)
        let rungs = try await Self.rungs(test)
        #expect(
            rungs == [
                "escalate to Beth Coombe", "escalate to Joan Ferris", "escalate to Tom Arkwright",
                "overdue to Aidan Crole",
            ]
        )
        let file = try await test.desk.unguarded(.first, of: test.marlshire).file
        #expect(file.requests.first?.passedOver.map(\.rung).sorted() == ["before-due", "due-day"])
        #expect(try await test.store.messages(of: test.marlshire, limit: 50).count == 4)
    }

    @Test func `nothing goes in a pause, and none to whoever has answered`() async throws {
        let test = try await Self.asked()
        let pause = CaseEvent.ChasingPaused(request: nil, until: nil, reason: "The lead is away")
        try await test.desk.handle(
            .request(.pauseChasing(pause)),
            on: .first,
            seen: .max,
            for: test.asking(.joan)
        )
        let late = try Self.time("2026-01-12", "10:00")
        #expect(try await Self.started(test).run(at: late) == 0)
        let resumed = CaseEvent.ChasingResumed(request: nil, reason: "Back")
        let revoked = CaseEvent.RequestRevoked(request: 9000, reason: "Asked in error")
        try await test.desk.handle(
            [.request(.resumeChasing(resumed)), .request(.revoke(revoked))],
            on: .first,
            seen: .max,
            for: test.asking(.joan)
        )
        #expect(try await Self.started(test).run(at: late) == 0)
    }
}
