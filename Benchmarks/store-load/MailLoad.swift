import CaseStores
import Foundation
import GRDB
import Partnerships
import SQLiteStore

/// Messages for a server to deliver, and what became of them.
struct MailLoad {
    let place: LoadPlace

    init(_ place: LoadPlace) {
        self.place = place
    }

    /// Queues messages by number, each with its number for a subject; one that was queued before is not queued again.
    func queue(_ numbers: Range<Int>) async throws {
        let store = try await place.store()
        let rows = numbers.map { number in
            OutgoingMail(
                about: .init(kind: .notice, reference: nil, entry: nil, name: "Lead \(number)"),
                address: "lead-\(number)@agency.example",
                subject: "Message \(number)",
                paragraphs: ["Nothing is asked of you."],
                link: "/answers/\(number)"
            ).row(key: "message \(number)", notBefore: Timestamp(milliseconds: 0))
        }
        _ = try await store.append(
            Act(
                partnership: place.partnership,
                actor: .system,
                recorded: Timestamp(milliseconds: 0),
                appends: [],
                outbox: rows
            )
        )
        try store.close()
    }

    /// Puts the clock of the store forward, so that nobody need wait for messages to be due again.
    func putForward(byMinutes minutes: Int) async throws {
        let store = try await place.store()
        let ahead = try await store.demonstrationClock()
        try await store.setDemonstrationClock(ahead + Int64(minutes) * 60_000)
        try store.close()
    }

    /// `due 0 sending 0 waiting 2 delivered 98 failed 0 bodies 2`.
    func say() async throws {
        let store = try await place.store()
        let messages = try await store.messages(of: place.partnership, limit: 1_000_000)
        let present = Int64(Date().timeIntervalSince1970 * 1000)
        let now = Timestamp(milliseconds: present + (try await store.demonstrationClock()))
        let waiting = messages.filter { [.queued, .sending, .perhapsDelivered].contains($0.state) }
        let due = waiting.count { $0.state == .sending || $0.nextTry <= now }
        let delivered = messages.count { $0.state == .delivered }
        let failed = messages.count { $0.state == .failed }
        try store.close()
        let file = try DatabaseQueue(path: SQLiteStore.file(in: place.data))
        let bodies = try await file.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM outbox WHERE length(sealed) > 0")
        }
        print(
            "due \(due) sending \(messages.count { $0.state == .sending }) waiting \(waiting.count) delivered \(delivered) failed \(failed) "
                + "bodies \(bodies ?? 0)"
        )
    }
}
