import CaseStores
import Credentials
import Desk
import Partnerships
import SQLiteStore
import Synchronization
import TestSupport
import Testing

@Suite("Messages that are queued, and what becomes of them")
struct MailDeskTests {
    @Test func `a message goes once, as it was queued, and is told`() async throws {
        let office = try await MailOffice()
        try await office.queue("a")
        try await office.desk.run()
        try await office.desk.run()
        let parcel = try #require(office.carrier.parcels.first)
        #expect(office.carrier.parcels.count == 1)
        #expect(parcel.name == "Police lead")
        #expect(parcel.address == "lead@police.example")
        #expect(parcel.subject == "Subject of a")
        #expect(
            parcel.text == "First.\n\nSecond.\n\nhttps://safe.example/answers/token-of-a"
        )
        #expect(parcel.reference == "4QX-7MD")
        #expect(parcel.messageID.wholeMatch(of: /[0-9a-f]{32}@safe\.example/) != nil)
        let told = office.told
        #expect(told.map(\.result) == [.delivered])
        #expect(told.map(\.about.kind) == [.request])
        #expect(told.map(\.about.entry) == [77])
        #expect(told.map(\.partnership) == [office.place.marlshire])
    }

    @Test
    func
        `a message that is not taken goes again after waits that grow, and is given up after two days`()
        async throws
    {
        let office = try await MailOffice()
        try await office.queue("a")
        office.carrier.answer = .later(fault: "451")
        let minutes = [0, 1, 6, 21] + stride(from: Int64(81), through: 2961, by: 240)
        for (place, minute) in minutes.enumerated() {
            office.minute = minute - 1
            try await office.desk.run()
            #expect(office.carrier.parcels.count == place, "too early: \(minute)")
            office.minute = minute
            try await office.desk.run()
            #expect(office.carrier.parcels.count == place + 1, "too late: \(minute)")
        }
        office.minute = 9999
        try await office.desk.run()
        #expect(office.carrier.parcels.count == minutes.count)
        #expect(Set(office.carrier.parcels.map(\.messageID)).count == 1)
        #expect(office.told.first?.result == .again(at: office.time(1), fault: "451"))
        #expect(office.told.last?.result == .failed(fault: "451"))
        #expect(Set(office.told.map(\.id)).count == minutes.count)
    }

    @Test func `a code is given up once it would come too late`() async throws {
        let office = try await MailOffice()
        try await office.queue("a", kind: .code)
        office.carrier.answer = .later(fault: "451")
        for minute in [Int64(0), 1, 6, 21, 81] {
            office.minute = minute
            try await office.desk.run()
        }
        #expect(office.carrier.parcels.count == 3)
        #expect(office.told.last?.result == .failed(fault: "451"))
    }

    @Test func `what cannot be written down of one message holds up no other`() async throws {
        let office = try await MailOffice()
        for key in ["a", "b"] { try await office.queue(key) }
        office.isStuck = true
        try await office.desk.run()
        #expect(Set(office.told.map(\.id)).count == 2)
    }

    @Test func `a message that is refused is given up at once`() async throws {
        let office = try await MailOffice()
        for key in ["a", "b"] { try await office.queue(key) }
        office.carrier.answer = .refused(fault: "550")
        try await office.desk.run()
        #expect(office.told.map(\.result) == [.failed(fault: "550"), .failed(fault: "550")])
    }

    @Test func `where the server takes nothing, one message finds out for all`() async throws {
        let office = try await MailOffice()
        for key in ["a", "b", "c"] { try await office.queue(key) }
        office.carrier.answer = .nothingGoes(fault: "unreachable")
        try await office.desk.run()
        #expect(office.carrier.parcels.count == 1)
        office.carrier.answer = nil
        office.minute = 1
        try await office.desk.run()
        #expect(office.told.count { $0.result == .delivered } == 3)
    }

    @Test func `a message that was cut off goes again under the same name`() async throws {
        let office = try await MailOffice()
        try await office.queue("a")
        office.carrier.answer = .perhapsCarried(fault: "cut-off")
        try await office.desk.run()
        #expect(
            office.told.map(\.result)
                == [.perhapsDelivered(again: office.time(1), fault: "cut-off")]
        )
        office.carrier.answer = nil
        office.minute = 1
        try await office.desk.run()
        #expect(office.carrier.parcels.count == 2)
        #expect(Set(office.carrier.parcels.map(\.messageID)).count == 1)
        #expect(office.told.last?.result == .delivered)
    }

    @Test func `a program that was killed with a message under way sends it again and says so`()
        async throws
    {
        let office = try await MailOffice()
        try await office.queue("a")
        _ = try await office.place.store.takeMessages(
            dueAt: office.time(0),
            until: office.time(10),
            limit: 1
        )
        office.minute = 9
        try await office.desk.run()
        #expect(office.carrier.parcels.isEmpty)
        office.minute = 11
        try await office.desk.run()
        #expect(
            office.told.map(\.result) == [
                .perhapsDelivered(again: office.time(11), fault: "interrupted"), .delivered,
            ]
        )
    }

    @Test func `what could not be written down is told again, under the same name`() async throws {
        let office = try await MailOffice()
        try await office.queue("a")
        office.canTell = false
        try await office.desk.run()
        office.canTell = true
        try await office.desk.run()
        try await office.desk.run()
        #expect(office.told.count == 2)
        #expect(Set(office.told.map(\.id)).count == 1)
    }

    @Test func `a message that a later program queued is given up, not lost from sight`()
        async throws
    {
        let office = try await MailOffice()
        try await office.append(
            OutboxRow(key: "x", notBefore: office.time(0), body: [1, 2], about: [3])
        )
        try await office.desk.run()
        #expect(office.carrier.parcels.isEmpty)
        let listed = try await office.place.store.messages(of: office.place.marlshire, limit: 9)
        #expect(listed.map(\.state) == [.failed])
        #expect(listed.map(\.fault) == ["unreadable"])
    }

    @Test func `a run that is stopped leaves what it did not begin`() async throws {
        let office = try await MailOffice()
        for key in ["a", "b"] { try await office.queue(key) }
        let desk = office.desk
        let running = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try? await desk.run()
        }
        _ = await running.value
        #expect(office.carrier.parcels.isEmpty)
        try await desk.run()
        #expect(office.carrier.parcels.count == 2)
    }

    @Test func `a message in the middle of which the program stops goes as soon as it runs again`()
        async throws
    {
        let office = try await MailOffice()
        for key in ["a", "b"] { try await office.queue(key) }
        office.carrier.answer = .stopped
        try await office.desk.run()
        #expect(office.carrier.parcels.count == 1)
        office.carrier.answer = nil
        try await office.desk.run()
        #expect(office.carrier.parcels.count == 3)
        #expect(Set(office.carrier.parcels.map(\.messageID)).count == 2)
    }
}

/// A desk of a partnership's messages with a clock of its own.
private final class MailOffice: Sendable {
    let place: TestDesk
    let carrier = FakeCarrier()
    private let state = Mutex(State())

    private struct State {
        var minute: Int64 = 0
        var canTell = true
        /// Nothing of the message that was told first can be written down.
        var isStuck = false
        var told: [MailOutcome] = []
    }

    init() async throws {
        place = try await TestDesk()
    }

    var minute: Int64 {
        get { state.withLock { $0.minute } }
        set { state.withLock { $0.minute = newValue } }
    }

    var canTell: Bool {
        get { state.withLock { $0.canTell } }
        set { state.withLock { $0.canTell = newValue } }
    }

    var isStuck: Bool {
        get { state.withLock { $0.isStuck } }
        set { state.withLock { $0.isStuck = newValue } }
    }

    var told: [MailOutcome] { state.withLock { $0.told } }

    func time(_ minute: Int64) -> Timestamp {
        place.monday.advanced(byMilliseconds: minute * 60_000)
    }

    var desk: MailDesk {
        MailDesk(
            store: place.store,
            carrier: carrier,
            address: { [address] in address },
            time: { self.time(self.minute) },
            tell: { outcome in
                self.state.withLock { state in
                    state.told.append(outcome)
                    return state.canTell
                        && !(state.isStuck && outcome.id == state.told.first?.id)
                }
            }
        )
    }

    private let address: PublicAddress = {
        guard let address = try? PublicAddress("https://safe.example") else {
            preconditionFailure("an address is written so")
        }
        return address
    }()

    func queue(_ key: String, kind: OutgoingMail.Kind = .request) async throws {
        let mail = OutgoingMail(
            about: .init(kind: kind, reference: .first, entry: 77, name: "Police lead"),
            address: "lead@police.example",
            subject: "Subject of \(key)",
            paragraphs: ["First.", "Second."],
            link: "/answers/token-of-\(key)"
        )
        try await append(mail.row(key: key, notBefore: time(0)))
    }

    func append(_ row: OutboxRow) async throws {
        _ = try await place.store.append(
            Act(
                partnership: place.marlshire,
                actor: .system,
                recorded: place.monday,
                appends: [],
                outbox: [row]
            )
        )
    }
}

private final class FakeCarrier: MailCarrier {
    private let state = Mutex<(parcels: [MailParcel], answer: CarryProblem?)>(([], nil))

    var parcels: [MailParcel] { state.withLock { $0.parcels } }

    var answer: CarryProblem? {
        get { state.withLock { $0.answer } }
        set { state.withLock { $0.answer = newValue } }
    }

    func carry(_ parcel: MailParcel) async throws(CarryProblem) {
        let answer = state.withLock { state in
            state.parcels.append(parcel)
            return state.answer
        }
        if let answer { throw answer }
    }
}
