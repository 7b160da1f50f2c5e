import CaseFiles
import CaseStores
import Desk
import Pages
import Partnerships
import SQLiteStore
import TestSupport
import Testing
import WorkingDays

/// The police, asked by mail on Mon 5 Jan 2026 in the case that Joan coordinates.
private struct AskedByMail {
    static let request: EntryID = 9000
    static let lead: EntryID = 9001
    static let deputy: EntryID = 9002

    let test: TestDesk
    let requests: RequestDesk

    init(sendsMail: Bool = true) async throws {
        test = try await TestDesk()
        let names = Names()
        requests = RequestDesk(
            cases: test.desk,
            sendsMail: sendsMail,
            name: { names.next() }
        )
        try await test.partnerships.handle(
            .listDomain("police.test", reason: "The police's own"),
            in: test.marlshire,
            by: .person(.joan),
            at: test.monday
        )
        let asked = CaseEvent.AgencyAsked.sample(
            Self.request,
            "Marlshire Police",
            seats: [
                Self.seat(Self.lead, "Beth Coombe", .lead),
                Self.seat(Self.deputy, "Aidan Crole", .deputy),
            ]
        )
        try await handle(.ask([asked], entry: 9100))
    }

    static func seat(
        _ entry: EntryID,
        _ name: String,
        _ part: RequestSeat.Part
    ) -> RequestSeat {
        .sample(entry, name, part, domain: "police.test")
    }

    func handle(_ command: RequestCommand) async throws {
        try await requests.handle(
            [.request(command)],
            on: .first,
            seen: .max,
            for: test.asking(.joan)
        )
    }

    func end(_ seat: EntryID) async throws {
        try await handle(
            .endSeat(
                CaseEvent.SeatEnded(
                    request: Self.request,
                    seat: seat,
                    reason: "She has left",
                    isDisowned: false
                )
            )
        )
    }

    func request() async throws -> AgencyRequest {
        let file = try await test.desk.unguarded(.first, of: test.marlshire).file
        return try #require(file.request(Self.request))
    }

    func messages(to seat: EntryID) async throws -> [AgencyRequest.Message] {
        try await request().messages.filter { $0.queued.seat == seat }
    }

    /// What became of each message of the outbox, by whom it is for.
    func outbox() async throws -> [String: [QueuedMessage.State]] {
        let messages = try await test.store.messages(of: test.marlshire, limit: 50)
        return Dictionary(grouping: messages) { message in
            OutgoingMail.About(stored: message.about)?.name ?? ""
        }.mapValues { $0.map(\.state) }
    }

    /// Gives a server whatever is due.
    func take() async throws -> [TakenMessage] {
        try await test.store.takeMessages(
            dueAt: test.monday,
            until: test.monday.advanced(byHours: 1),
            limit: 50
        )
    }

    /// What is due fails for good, and the log says so.
    func fail() async throws {
        for taken in try await take() {
            _ = try await test.store.settle(
                taken.lease,
                as: .failed(fault: "550"),
                at: test.monday
            )
        }
        for message in try await request().messages {
            let settled = CaseEvent.MessageSettled(
                message: message.queued.entry,
                outcome: .failed,
                words: "550"
            )
            try await test.desk.record(
                [.settleMessage(settled)],
                on: .first,
                in: test.marlshire,
                at: test.monday
            )
        }
    }

    func list(_ person: PersonID) async throws -> [ListedMessage] {
        try await MessageDesk(cases: test.desk).list(for: test.asking(person))
    }
}

@Suite("Messages to whoever can no longer come in")
struct WithdrawnMessageTests {
    @Test func `what waits to go to an ended seat is withdrawn in the same act, and to no other`()
        async throws
    {
        let asked = try await AskedByMail()
        let before = try await asked.test.desk.unguarded(.first, of: asked.test.marlshire)
        try await asked.end(AskedByMail.lead)
        #expect(
            try await asked.outbox() == ["Beth Coombe": [.revoked], "Aidan Crole": [.queued]]
        )
        #expect(
            try await asked.messages(to: AskedByMail.lead).map(\.outcome) == [.withdrawn]
        )
        #expect(try await asked.messages(to: AskedByMail.deputy).map(\.outcome) == [nil])
        let after = try await asked.test.desk.unguarded(.first, of: asked.test.marlshire)
        let written = after.events.dropFirst(before.events.count)
        #expect(written.count == 2)
        #expect(Set(written.map(\.actor)) == [.person(.joan)])
        #expect(try await asked.take().count == 1)
    }

    @Test func `a lead who is replaced gets nothing more, and the new one her own link`()
        async throws
    {
        let asked = try await AskedByMail()
        try await asked.handle(
            .addSeat(
                CaseEvent.SeatAdded(
                    request: AskedByMail.request,
                    seat: AskedByMail.seat(9003, "Dora Finch", .lead),
                    replaces: AskedByMail.lead,
                    reason: "Beth Coombe has left"
                )
            )
        )
        #expect(
            try await asked.outbox() == [
                "Beth Coombe": [.revoked], "Aidan Crole": [.queued], "Dora Finch": [.queued],
            ]
        )
    }

    @Test func `a revoked request takes every message back, and says so to its writers`()
        async throws
    {
        let asked = try await AskedByMail()
        try await asked.handle(
            .revoke(
                CaseEvent.RequestRevoked(request: AskedByMail.request, reason: "Asked in error")
            )
        )
        let outbox = try await asked.outbox()
        #expect(outbox["Beth Coombe"]?.sorted { $0.rawValue < $1.rawValue } == [.queued, .revoked])
        #expect(outbox["Aidan Crole"] == [.revoked])
        let lead = try await asked.messages(to: AskedByMail.lead)
        #expect(lead.map(\.queued.kind) == [.request, .revoked])
        #expect(lead.map(\.outcome) == [.withdrawn, nil])
    }

    @Test func `a message on its way is stopped, and the log says that it may have arrived`()
        async throws
    {
        let asked = try await AskedByMail()
        let taken = try await asked.take()
        try await asked.end(AskedByMail.lead)
        let settled = try await asked.messages(to: AskedByMail.lead).first?.settled.last?.settled
        #expect(settled?.outcome == .withdrawn)
        #expect(settled?.words == "It was on its way by then, and may have arrived.")
        let settledLate = try await taken.asyncCount { message in
            try await asked.test.store.settle(
                message.lease,
                as: .again(at: asked.test.monday, fault: "451"),
                at: asked.test.monday
            )
        }
        #expect(settledLate == 1)
        #expect(try await asked.outbox()["Beth Coombe"] == [.revoked])
    }

    @Test func `what has gone is not said to be withdrawn`() async throws {
        let asked = try await AskedByMail()
        for message in try await asked.take() {
            _ = try await asked.test.store.settle(
                message.lease,
                as: .delivered,
                at: asked.test.monday
            )
        }
        // Nobody has told the case yet.
        try await asked.end(AskedByMail.lead)
        #expect(try await asked.messages(to: AskedByMail.lead).map(\.outcome) == [nil])
        #expect(try await asked.outbox()["Beth Coombe"] == [.delivered])
    }

    @Test func `a letter that a person was to send need not be sent`() async throws {
        let asked = try await AskedByMail(sendsMail: false)
        try await asked.end(AskedByMail.lead)
        #expect(
            try await asked.messages(to: AskedByMail.lead).map(\.outcome) == [.withdrawn]
        )
        #expect(try await asked.outbox().isEmpty)
    }
}

@Suite("The messages of a partnership")
struct MessageListTests {
    @Test func `whoever runs the case sees its messages, others not even how many`() async throws {
        let asked = try await AskedByMail()
        let listed = try await asked.list(.joan)
        #expect(listed.map(\.to).sorted() == ["Aidan Crole", "Beth Coombe"])
        #expect(Set(listed.map(\.what)) == [.ofRequest(.request)])
        #expect(Set(listed.map(\.reference)) == [.first])
        #expect(Set(listed.map(\.standing)) == [.waiting])
        // She coordinates other cases, and is not on this one.
        #expect(try await asked.list(.ruth).isEmpty)
        for person in [PersonID.mona, .neil, .admin] {
            await #expect(throws: DeskError.nothingHere) { try await asked.list(person) }
        }
    }

    @Test func `a message of no case is seen by every coordinator`() async throws {
        let asked = try await AskedByMail()
        let mail = OutgoingMail(
            about: .init(kind: .addressCheck, reference: nil, entry: nil, name: "Dora Finch"),
            address: "new@police.test",
            subject: "Is this your address?",
            paragraphs: []
        )
        try await asked.test.store.queueMessage(
            mail.row(key: "a check", notBefore: asked.test.monday),
            of: asked.test.marlshire
        )
        let listed = try await asked.list(.ruth)
        #expect(listed.map(\.to) == ["Dora Finch"])
        #expect(listed.map(\.what) == [.addressCheck])
    }

    @Test func `one that failed is tried again, once, with a link of its own`() async throws {
        let asked = try await AskedByMail()
        try await asked.fail()
        let failed = try #require(
            try await asked.list(.joan).first { $0.to == "Beth Coombe" }
        )
        #expect(failed.standing == .failed(asked.test.monday, fault: "550"))
        let entry = try #require(failed.again)
        func tryAgain() async throws -> [RequestLetter] {
            try await asked.requests.sendAgain(
                entry,
                on: .first,
                for: asked.test.asking(.joan)
            )
        }
        let letters = try await tryAgain()
        #expect(letters.map(\.queued.name) == ["Beth Coombe"])
        #expect(letters.first?.way != nil)
        #expect(try await tryAgain().isEmpty)
        let outbox = try await asked.outbox()
        #expect(outbox["Beth Coombe"]?.sorted { $0.rawValue < $1.rawValue } == [.queued, .failed])
        #expect(outbox["Aidan Crole"] == [.failed])
        let again = try await asked.list(.joan).filter { $0.to == "Beth Coombe" }
        #expect(again.compactMap(\.again).isEmpty)
    }

    @Test func `nothing is tried again for whoever is not on the case, or has left it`()
        async throws
    {
        let asked = try await AskedByMail()
        try await asked.fail()
        let entry = try #require(
            try await asked.list(.joan).first { $0.to == "Beth Coombe" }?.again
        )
        await #expect(throws: DeskError.nothingHere) {
            try await asked.requests.sendAgain(
                entry,
                on: .first,
                for: asked.test.asking(.ruth)
            )
        }
        try await asked.end(AskedByMail.lead)
        #expect(
            try await asked.requests.sendAgain(
                entry,
                on: .first,
                for: asked.test.asking(.joan)
            ).isEmpty
        )
    }
}

extension Array {
    fileprivate func asyncCount(_ holds: (Element) async throws -> Bool) async throws -> Int {
        var count = 0
        for element in self where try await holds(element) { count += 1 }
        return count
    }
}
