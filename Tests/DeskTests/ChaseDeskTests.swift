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
        .sample(entry, name, part, domain: "marlshire-police.test")
    }

    /// The police are asked on Mon 5 Jan 2026, for Thu 8 Jan.
    private static func asked(trusts: Bool = true) async throws -> TestDesk {
        let test = try await TestDesk()
        if trusts { try await test.trust("marlshire-police.test") }
        try await ask(test, .first, agency: nil)
        return test
    }

    private static func ask(
        _ test: TestDesk,
        _ reference: CaseReference,
        agency: AgencyID?
    ) async throws {
        let asked = CaseEvent.AgencyAsked.sample(
            9000,
            "Marlshire Police",
            agency: agency,
            seats: [
                seat(9001, "Beth Coombe", .lead), seat(9002, "Aidan Crole", .deputy),
            ]
                + (agency == nil ? [seat(9003, "Tom Arkwright", .signatory)] : [])
        )
        try await test.desk.handle(
            [
                .request(.ask([asked], entry: 9100)),
                .agreeDay(back, day: "2026-01-08", reason: "Agreed", entry: 9200),
            ],
            on: reference,
            seen: .max,
            for: test.asking(.joan)
        )
    }

    /// A server that has just been started on the same store.
    private static func started(_ test: TestDesk, sendsMail: Bool = true) -> ChaseDesk {
        ChaseDesk(
            cases: CaseDesk(store: test.store, editions: test.editions),
            sendsMail: sendsMail,
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
        #expect(try await Self.started(test).run(at: Self.time("2026-01-06", "09:29")).settled == 0)
        #expect(try await Self.started(test).run(at: Self.time("2026-01-06", "09:30")).settled == 1)
        for text in ["09:30", "09:31", "16:59"] {
            #expect(
                try await Self.started(test).run(at: Self.time("2026-01-06", text)).settled == 0
            )
        }
        #expect(try await Self.rungs(test) == ["before-due to Beth Coombe"])
        let waiting = try await test.store.messages(of: test.marlshire, limit: 50)
        #expect(waiting.count == 1)
    }

    @Test(arguments: [("2026-01-06", "09:30"), ("2026-01-12", "10:00")])
    func `reminders that go or are passed over overtake nobody who fills in a form`(
        _ day: Day,
        _ minute: String
    ) async throws {
        let test = try await Self.asked()
        let seen = try await test.desk.unguarded(.first, of: test.marlshire).file
        let run = try await Self.started(test).run(at: Self.time(day, minute))
        let written = try await test.desk.handle(
            .writeLogEntry("Rang", day: "2026-01-05", corrects: nil, entry: 9300),
            on: .first,
            seen: seen.version,
            for: test.asking(.joan)
        )
        #expect(run.settled > 0)
        #expect(written.version > seen.version + run.settled)
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
        #expect(try await Self.started(test).run(at: late).settled == 4)
        #expect(try await Self.started(test).run(at: late).settled == 0)
        let rungs = try await Self.rungs(test)
        #expect(
            rungs == [
                "escalate to Beth Coombe", "escalate to Joan Ferris", "escalate to Tom Arkwright",
                "overdue to Aidan Crole",
            ]
        )
        let file = try await test.desk.unguarded(.first, of: test.marlshire).file
        let passed = try #require(file.requests.first?.passedOver)
        #expect(
            passed.filter { $0.missed == [] }.map(\.rung).sorted() == ["before-due", "due-day"]
        )
        // Nobody on the case chairs the subgroup, whom the escalation is for, too.
        #expect(
            passed.filter { $0.missed != [] }.map { [$0.rung] + ($0.missed ?? []) }
                == [["escalate", "subgroup-chair"]]
        )
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
        #expect(try await Self.started(test).run(at: late).settled == 0)
        let resumed = CaseEvent.ChasingResumed(request: nil, reason: "Back")
        let revoked = CaseEvent.RequestRevoked(request: 9000, reason: "Asked in error")
        try await test.desk.handle(
            [.request(.resumeChasing(resumed)), .request(.revoke(revoked))],
            on: .first,
            seen: .max,
            for: test.asking(.joan)
        )
        #expect(try await Self.started(test).run(at: late).settled == 0)
    }

    @Test func `one case that cannot be read holds up no other`() async throws {
        let test = try await Self.asked()
        // It comes first, and a later program wrote to it.
        let broken: CaseReference = "222-222"
        _ = try await test.desk.open(test.opening(broken), for: test.asking(.joan))
        try await Self.ask(test, broken, agency: nil)
        let version = try await test.store.version(of: EventStream(test.marlshire, broken))
        _ = try await test.store.append(
            Act(
                partnership: test.marlshire,
                actor: .system,
                recorded: test.monday,
                appends: [
                    .init(
                        reference: broken,
                        after: version,
                        payloads: [
                            Array(#"{"data":{},"type":"case-merged","version":1}"#.utf8)
                        ]
                    )
                ]
            )
        )
        let run = try await Self.started(test).run(at: Self.time("2026-01-06", "09:30"))
        #expect(run.settled == 1)
        #expect(run.failed == [broken])
        #expect(try await Self.rungs(test) == ["before-due to Beth Coombe"])
    }

    @Test func `what was decided on a case that has moved on is not written`() async throws {
        let test = try await Self.asked()
        let read = try await test.desk.unguarded(.first, of: test.marlshire)
        let now = try Self.time("2026-01-06", "09:30")
        func remind() async throws -> Bool {
            try await test.desk.record(
                [
                    .passOver(
                        CaseEvent.RungPassedOver(
                            request: 9000,
                            rung: "before-due",
                            due: "2026-01-08",
                            instead: ""
                        )
                    )
                ],
                decidedOn: read,
                in: test.marlshire,
                at: now,
                outbox: [OutboxRow(key: "a", notBefore: now, body: [1])]
            )
        }
        let pause = CaseEvent.ChasingPaused(request: nil, until: nil, reason: "The lead is away")
        try await test.desk.handle(
            .request(.pauseChasing(pause)),
            on: .first,
            seen: .max,
            for: test.asking(.joan)
        )
        #expect(try await !remind())
        #expect(try await test.store.messages(of: test.marlshire, limit: 9).isEmpty)
    }

    @Test func `nothing goes to an address that is no longer trusted`() async throws {
        let test = try await Self.asked(trusts: false)
        #expect(
            try await Self.started(test).run(at: Self.time("2026-01-06", "09:30")).settled == 1
        )
        #expect(try await Self.rungs(test).isEmpty)
        let file = try await test.desk.unguarded(.first, of: test.marlshire).file
        #expect(file.requests.first?.passedOver.map(\.rung) == ["before-due"])
        #expect(file.requests.first?.passedOver.map(\.missed) == [["lead"]])
    }

    @Test func `a reminder brings a link until one is known to have gone, or where it ends`()
        async throws
    {
        let test = try await Self.asked()
        func isLinked() async throws -> [Bool?] {
            try await test.desk.unguarded(.first, of: test.marlshire).file.requests
                .flatMap(\.messages).filter { $0.queued.seat == 9001 }.map(\.queued.isLinked)
        }
        _ = try await Self.started(test).run(at: Self.time("2026-01-06", "09:30"))
        // The mail server has not taken it.
        _ = try await Self.started(test).run(at: Self.time("2026-01-08", "09:30"))
        #expect(try await isLinked() == [true, true])
        let messages = try await test.desk.unguarded(.first, of: test.marlshire).file.requests
            .flatMap(\.messages)
        for message in messages {
            try await test.desk.record(
                [
                    .settleMessage(
                        .init(message: message.queued.entry, outcome: .delivered, words: "")
                    )
                ],
                on: .first,
                in: test.marlshire,
                at: Self.time("2026-01-08", "09:31")
            )
        }
        _ = try await Self.started(test).run(at: Self.time("2026-01-09", "09:30"))
        #expect(try await isLinked() == [true, true, false])
        // Four weeks later it would end.
        _ = try await Self.started(test).run(at: Self.time("2026-02-05", "10:00"))
        #expect(try await isLinked() == [true, true, false, true])
    }

    @Test func `a reminder that a person sends makes no link that nobody sees`() async throws {
        let test = try await Self.asked()
        _ = try await Self.started(test, sendsMail: false).run(
            at: Self.time("2026-01-06", "09:30")
        )
        let messages = try await test.desk.unguarded(.first, of: test.marlshire).file.requests
            .flatMap(\.messages)
        #expect(messages.map(\.queued.byHand) == [true])
        #expect(messages.map(\.queued.isLinked) == [false])
    }

    @Test func `an escalation reaches the contact of the directory who has no way in`()
        async throws
    {
        let test = try await TestDesk()
        try await test.trust("marlshire-police.test")
        let police: AgencyID = 77
        try await test.partnerships.handle(
            .addAgency(
                Agency(
                    agency: police,
                    name: "Marlshire Police",
                    kind: .police,
                    contacts: [
                        .init(.lead, name: "Beth Coombe", email: "9001@marlshire-police.test"),
                        .init(.signatory, name: "Vera Lamb", email: "vera@marlshire-police.test"),
                    ]
                )
            ),
            in: test.marlshire,
            by: .person(.joan),
            at: test.monday
        )
        try await Self.ask(test, .first, agency: police)
        _ = try await Self.started(test).run(at: Self.time("2026-01-12", "10:00"))
        #expect(try await Self.rungs(test).contains("escalate to Vera Lamb"))
        let message = try await test.desk.unguarded(.first, of: test.marlshire).file.requests
            .flatMap(\.messages).first { $0.queued.name == "Vera Lamb" }
        #expect(message?.queued.seat == nil)
        #expect(message?.queued.isLinked == false)
    }

    @Test func `reminders that wait are taken back once the answer is signed`() async throws {
        let test = try await Self.asked()
        _ = try await Self.started(test).run(at: Self.time("2026-01-12", "10:00"))
        let desk = test.desk
        let now = try Self.time("2026-01-12", "11:00")
        let put = CaseEvent.ReturnPutForward(
            entry: 9500,
            request: 9000,
            answer: .notKnown(searched: "Everything"),
            chronology: [],
            files: [],
            digest: "a",
            seat: 9001,
            round: 1
        )
        try await desk.handle(
            [.putForward(put)],
            of: 9000,
            on: .first,
            seat: 9001,
            in: test.marlshire,
            at: now
        )
        #expect(try await Self.states(test) == [.queued])
        let signed = CaseEvent.ReturnSigned(
            entry: 9600,
            request: 9000,
            version: 9500,
            digest: "a",
            seat: 9003,
            name: "Tom Arkwright",
            jobTitle: "Superintendent",
            words: "",
            sameBecause: ""
        )
        try await desk.handle(
            [.sign(signed)],
            of: 9000,
            on: .first,
            seat: 9003,
            in: test.marlshire,
            at: now
        )
        // Those to the business manager among them, who has no seat.
        #expect(try await Self.states(test) == [.revoked])
        let outcomes = try await desk.unguarded(.first, of: test.marlshire).file.requests
            .flatMap(\.messages).map(\.outcome)
        #expect(Set(outcomes) == [.withdrawn])
    }

    private static func states(_ test: TestDesk) async throws -> Set<QueuedMessage.State> {
        Set(try await test.store.messages(of: test.marlshire, limit: 50).map(\.state))
    }
}
