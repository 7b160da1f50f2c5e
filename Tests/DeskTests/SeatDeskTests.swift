import CaseFiles
import CaseStores
import Credentials
import Desk
import GRDB
import Partnerships
import Procedures
import SQLiteStore
import Synchronization
import TestSupport
import Testing
import WorkingDays

/// One request with a link, in the case that Joan coordinates.
private struct Asked {
    let test: TestDesk
    let seats: SeatDesk
    let link: Token
    let sent = Sent()

    final class Sent: Sendable {
        private let codes = Mutex<[SeatCode]>([])
        func add(_ code: SeatCode) { codes.withLock { $0.append(code) } }
        var all: [SeatCode] { codes.withLock { $0 } }
    }

    static let request: EntryID = 1000
    static let lead: EntryID = 1001
    static let place = AddressBlock(address: [192, 0, 2, 1])

    init(mail: Bool = true) async throws {
        test = try await TestDesk()
        try await test.trust("police.example")
        let accounts = AccountDesk(
            store: test.store,
            hasher: PasswordHasher(cost: Argon2Cost(memory: 8 << 10, passes: 1)),
            throttleSecret: Secret([UInt8](repeating: 7, count: 16))
        )
        let sent = sent
        let send: @Sendable (SeatDesk.CodeLetter) async throws(DeskError) -> Void = { letter in
            sent.add(letter.code)
        }
        let names = Names()
        seats = SeatDesk(
            cases: test.desk,
            accounts: accounts,
            sendCode: mail ? send : nil,
            name: { names.next() }
        )
        let made = SeatDesk.makeLink(
            to: SeatKey(partnership: test.marlshire, reference: .first, seat: Self.lead),
            of: Self.request,
            at: test.monday
        )
        link = made.token
        let asked = CaseEvent.AgencyAsked.sample(
            Self.request,
            "Marlshire Police",
            seats: [.sample(Self.lead, "Beth Coombe", .lead, email: "beth@police.example")]
        )
        let opened = try await test.desk.opened(.first, toDo: .see, for: test.asking(.joan))
        try await test.desk.handle(
            [
                .request(.ask([asked], entry: 500))
            ],
            on: .first,
            seen: opened.file.version,
            for: test.asking(.joan),
            links: [made.link]
        )
    }

    func moment(minutes: Int64 = 0) -> SeatDesk.Moment {
        let now = test.monday.advanced(byMilliseconds: minutes * 60_000)
        return SeatDesk.Moment(present: now, time: now)
    }

    func place() throws -> AddressBlock { try #require(Self.place) }

    func ask(_ way: SeatDesk.Way? = nil, minutes: Int64 = 0) async throws {
        try await seats.askForCode(
            way ?? .link(link),
            from: place(),
            at: moment(minutes: minutes)
        )
    }

    func give(
        _ code: String,
        _ way: SeatDesk.Way? = nil,
        minutes: Int64 = 0
    ) async throws -> Token {
        try await seats.giveCode(
            code,
            way ?? .link(link),
            from: place(),
            at: moment(minutes: minutes)
        )
    }

    func comeIn(minutes: Int64 = 0) async throws -> Token {
        try await ask(minutes: minutes)
        return try await give(try #require(sent.all.last).text, minutes: minutes)
    }

    func opened() async throws -> OpenedCase {
        try await test.desk.unguarded(.first, of: test.marlshire)
    }

    /// The subjects of what waits to go to Joan, who coordinates the case; each is on its log, and says nothing of it.
    func toldInside() async throws -> [String] {
        let waiting = try await test.store.takeMessages(
            dueAt: test.monday.advanced(byHours: 48),
            until: test.monday.advanced(byHours: 49),
            limit: 50
        ).compactMap { OutgoingMail(stored: $0.body) }
        let logged = try await opened().file.request(Self.request)?.messages ?? []
        #expect(waiting.compactMap(\.about.entry) == logged.map(\.queued.entry))
        for mail in waiting {
            #expect(mail.address == "\(PersonID.joan)@marl.test")
            #expect(mail.link == "/cases/4qx-7md/agencies")
            let words = ([mail.subject] + mail.paragraphs).joined(separator: " ")
            for name in ["Ayla", "Police", "Beth", "Portwell"] { #expect(!words.contains(name)) }
        }
        return waiting.map(\.subject)
    }

    func revoke() async throws {
        let version = try await opened().file.version
        try await test.desk.handle(
            .request(.revoke(CaseEvent.RequestRevoked(request: Self.request, reason: "Wrong"))),
            on: .first,
            seen: version,
            for: test.asking(.joan)
        )
    }
}

@Suite("People who come by a link")
struct SeatDeskTests {
    @Test(
        arguments: [
            ("2026-01-22", "2026-01-05", "2026-02-19"), (nil, "2026-01-05", "2026-04-05"),
            ("2026-01-22", "2026-03-02", "2026-03-30"),
        ] as [(Day?, Day, Day)]
    )
    func `a link opens until 28 days after the due day, 90 after it was made without one`(
        due: Day?,
        made: Day,
        last: Day
    ) {
        #expect(SeatDesk.lastDay(due: due, made: made) == last)
    }

    @Test func `a code lets its reader in to the one request, once she has said who she is`()
        async throws
    {
        let asked = try await Asked()
        let token = try await asked.comeIn()
        guard case .open(let visit) = try await asked.seats.visit(token, at: asked.moment()) else {
            Issue.record("she is not in")
            return
        }
        #expect(visit.found.seat.name == "Beth Coombe")
        #expect(!visit.session.isConfirmed)
        #expect(try await asked.opened().file.request(Asked.request)?.opened == nil)
        try await asked.seats.confirm(visit, token, at: asked.moment())
        #expect(try await asked.opened().file.request(Asked.request)?.opened != nil)
        guard case .open(let after) = try await asked.seats.visit(token, at: asked.moment()) else {
            Issue.record("she is out")
            return
        }
        #expect(after.session.isConfirmed)
    }

    @Test func `opening spends nothing, and a fourth code in an hour is not sent`() async throws {
        let asked = try await Asked()
        for minutes in [0, 1, 2, 3] as [Int64] { try await asked.ask(minutes: minutes) }
        #expect(asked.sent.all.count == 3)
    }

    @Test func `an unknown link is answered as a known one, and no code goes out`() async throws {
        let asked = try await Asked()
        var random = SystemRandomNumberGenerator()
        let unknown = SeatDesk.Way.link(Token(using: &random))
        try await asked.ask(unknown)
        #expect(asked.sent.all.isEmpty)
        await #expect(throws: AccountError.wrong) { try await asked.give("123456", unknown) }
    }

    @Test func `guessing codes waits, and the tenth wrong one rests the link and is on the log`()
        async throws
    {
        let asked = try await Asked()
        try await asked.ask()
        let code = try #require(asked.sent.all.first)
        let wrong = code.text == "111 111" ? "222222" : "111111"
        for _ in 0..<5 {
            await #expect(throws: AccountError.wrong) { try await asked.give(wrong) }
        }
        await #expect(throws: AccountError.self) { try await asked.give(code.text) }
        for minutes in [20, 40, 60, 80, 100] as [Int64] {
            await #expect(throws: AccountError.wrong) {
                try await asked.give(wrong, minutes: minutes)
            }
        }
        let request = try #require(try await asked.opened().file.request(Asked.request))
        #expect(request.seat(Asked.lead)?.rested != nil)
        #expect(try await asked.toldInside() == ["A link rests (4QX-7MD)"])
        let before = asked.sent.all.count
        try await asked.ask(minutes: 200)
        #expect(asked.sent.all.count == before)
        _ = try await asked.comeIn(minutes: 100 + 24 * 60)
    }

    @Test func `a code that is read out is on the log, and lets in where no mail goes out`()
        async throws
    {
        let asked = try await Asked(mail: false)
        try await asked.ask()
        let version = try await asked.opened().file.version
        let code = try await asked.seats.codeToReadOut(
            to: Asked.lead,
            of: Asked.request,
            on: .first,
            words: "Rang back on the number in the directory",
            seen: version,
            for: asked.test.asking(.joan),
            present: asked.moment().present
        )
        _ = try await asked.give(code.text)
        await #expect(throws: AccountError.wrong) { try await asked.give(code.text) }
        #expect(
            try await asked.opened().events.contains {
                if case .request(.codeReadOut) = $0.event { true } else { false }
            }
        )
    }

    @Test func `a revoked request lets nobody in, and puts out whoever is`() async throws {
        let asked = try await Asked()
        let token = try await asked.comeIn()
        try await asked.revoke()
        guard case .nobody = try await asked.seats.visit(token, at: asked.moment()) else {
            Issue.record("she is still in")
            return
        }
        try await asked.ask(minutes: 5)
        #expect(asked.sent.all.count == 1)
    }

    @Test func `whoever is not meant shuts the seat for all who came by it, and it is on the log`()
        async throws
    {
        let asked = try await Asked()
        let (one, other) = (try await asked.comeIn(), try await asked.comeIn(minutes: 1))
        guard case .open(let visit) = try await asked.seats.visit(one, at: asked.moment()) else {
            Issue.record("she is not in")
            return
        }
        try await asked.seats.disown(visit, at: asked.moment())
        for token in [one, other] {
            guard case .nobody = try await asked.seats.visit(token, at: asked.moment()) else {
                Issue.record("somebody is still in")
                return
            }
        }
        let seat = try await asked.opened().file.request(Asked.request)?.seat(Asked.lead)
        #expect(seat?.ended?.isDisowned == true)
        #expect(try await asked.toldInside() == ["A link reached somebody else (4QX-7MD)"])
    }

    @Test
    func `a session that ended by itself asks for a code again, a link past its day does not`()
        async throws
    {
        let asked = try await Asked()
        let token = try await asked.comeIn()
        guard case .ended = try await asked.seats.visit(token, at: asked.moment(minutes: 61)) else {
            Issue.record("the session did not end")
            return
        }
        try await asked.ask(.session(token), minutes: 62)
        let code = try #require(asked.sent.all.last)
        #expect(asked.sent.all.count == 2)
        let again = try await asked.give(code.text, .session(token), minutes: 63)
        guard case .nobody = try await asked.seats.visit(token, at: asked.moment(minutes: 63))
        else {
            Issue.record("the old session is still known")
            return
        }
        #expect(again != token)
        try await asked.ask(minutes: 400 * 24 * 60)
        #expect(asked.sent.all.count == 2)
    }

    @Test func `a store that fails for a moment puts nobody out`() async throws {
        let asked = try await Asked()
        let token = try await asked.comeIn()
        let queue = try DatabaseQueue(
            path: SQLiteStore.file(in: "\(asked.test.folder.path)/data")
        )
        try await queue.write { try $0.execute(sql: "ALTER TABLE event RENAME TO event_away") }
        await #expect(throws: AccountError.self) {
            try await asked.seats.visit(token, at: asked.moment())
        }
        try await queue.write { try $0.execute(sql: "ALTER TABLE event_away RENAME TO event") }
        guard case .open = try await asked.seats.visit(token, at: asked.moment()) else {
            Issue.record("she is out")
            return
        }
    }

    @Test func `a case that is closed lets nobody in`() async throws {
        let asked = try await Asked()
        let token = try await asked.comeIn()
        let opened = try await asked.opened()
        let open = opened.file.openDuties(
            under: opened.procedure,
            calendar: opened.partnership.calendar,
            today: asked.test.monday.localTime.day
        )
        try await asked.test.desk.handle(
            .closeCase(reason: "Done", settingAside: open.map(\.id)),
            on: .first,
            seen: opened.file.version,
            for: asked.test.asking(.joan)
        )
        guard case .nobody = try await asked.seats.visit(token, at: asked.moment()) else {
            Issue.record("she is still in")
            return
        }
        try await asked.ask(minutes: 5)
        #expect(asked.sent.all.count == 1)
    }

    @Test func `what two put forward at once is told once`() async throws {
        let asked = try await Asked()
        for number in [1, 2] as [Int64] {
            let put = CaseEvent.ReturnPutForward(
                entry: try #require(EntryID(number: 2000 + number)),
                request: Asked.request,
                answer: .notKnown(searched: "All systems"),
                chronology: [],
                files: [],
                digest: "a",
                seat: Asked.lead,
                round: 1
            )
            let message = CaseEvent.MessageQueued(
                entry: try #require(EntryID(number: 2100 + number)),
                request: Asked.request,
                seat: Asked.lead,
                name: "Asha Reed",
                email: "asha@police.example",
                kind: .signature,
                rung: nil,
                due: nil,
                byHand: false
            )
            try await asked.test.desk.handle(
                [.putForward(put)],
                of: Asked.request,
                on: .first,
                seat: Asked.lead,
                in: asked.test.marlshire,
                at: asked.test.monday,
                queuing: [message],
                outbox: [
                    OutboxRow(key: "\(number)", notBefore: asked.test.monday, body: [1], about: [2])
                ]
            )
        }
        let request = try await asked.opened().file.request(Asked.request)
        #expect(request?.versions.count == 1)
        #expect(request?.messages.count == 1)
        let waiting = try await asked.test.store.takeMessages(
            dueAt: asked.test.monday,
            until: asked.test.monday,
            limit: 9
        )
        #expect(waiting.count == 1)
    }
}
