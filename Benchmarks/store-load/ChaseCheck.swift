import CaseFiles
import CaseStores
import Desk
import Partnerships
import Procedures
import SQLiteStore
import Schedules
import WorkingDays

/// Compares what stands in the logs and in the outbox with what the ladder alone says was due.
struct ChaseCheck {
    let place: LoadPlace
    /// The moments that a server lived through to their end.
    let finished: Set<Timestamp>
    /// When all is over: nothing may be left.
    let end: Timestamp

    private struct Counts {
        var requests = 0
        var queued = 0
        var passedOver = 0
        var messages = 0
        var faults: [String] = []
    }

    func run() async throws -> Int32 {
        let store = try await place.store()
        let desk = CaseDesk(store: store, editions: Editions(store: store))
        var counts = Counts()
        for id in try await desk.partnerships.founded() {
            var logged: [EntryID] = []
            for (reference, _) in try await store.caseRows(of: id) {
                let opened = try await desk.unguarded(reference, of: id)
                for request in opened.file.requests {
                    let ladder = try ReplayedLadder(opened, request, finished: finished, end: end)
                    counts.requests += 1
                    counts.queued += ladder.queued
                    counts.passedOver += ladder.passedOver
                    counts.faults += ladder.faults.map { "case \(reference): \($0)" }
                    logged += request.chases.map(\.queued.entry)
                }
            }
            let waiting = try await store.messages(of: id, limit: 1_000_000).map { message in
                OutgoingMail.About(stored: message.about)?.entry
            }
            counts.messages += waiting.count
            counts.faults += Self.differences(logged, waiting)
        }
        counts.faults += try await store.verify().map { "\($0)" }
        for fault in counts.faults { print(fault) }
        print(
            "\(counts.requests) requests: \(counts.queued) rungs queued as \(counts.messages) messages, "
                + "\(counts.passedOver) passed over, \(counts.faults.count) faults"
        )
        return counts.faults.isEmpty && counts.queued > 0 ? 0 : 1
    }

    /// Every message of the logs is once in the outbox, and no other is.
    private static func differences(_ logged: [EntryID], _ waiting: [EntryID?]) -> [String] {
        var left: [EntryID?: Int] = [:]
        for entry in logged { left[entry, default: 0] += 1 }
        for entry in waiting { left[entry, default: 0] -= 1 }
        return left.filter { $0.value != 0 }.map { entry, count in
            let name = entry.map { "\($0)" } ?? "of nothing"
            return count > 0
                ? "message \(name): \(count) more in the log than in the outbox"
                : "message \(name): \(-count) more in the outbox than in the log"
        }
    }
}

/// The ladder of one request, walked again from the beginning beside what the log says of it.
private struct ReplayedLadder {
    private(set) var queued = 0
    private(set) var passedOver = 0
    private(set) var faults: [String] = []

    /// Every agency of the trial is asked for a day that was agreed.
    private struct NoAgreedDay: Error {
        let agency: String
    }

    private let opened: OpenedCase
    private let request: AgencyRequest
    private let due: Day
    private var settled: Set<ChaseKey> = []

    init(
        _ opened: OpenedCase,
        _ request: AgencyRequest,
        finished: Set<Timestamp>,
        end: Timestamp
    ) throws {
        self.opened = opened
        self.request = request
        let back = opened.file.back(of: request)
        // Of a request that was revoked the agreement has ended: the log still has the day that was agreed.
        let agreed = opened.events.compactMap { recorded -> Day? in
            guard case .dayAgreed(let agreed) = recorded.event, agreed.name == back else {
                return nil
            }
            return agreed.day
        }
        guard let due = agreed.last else { throw NoAgreedDay(agency: request.asked.subject) }
        self.due = due
        let told = logged()
        for moment in finished.union(told.keys).filter({ $0 >= request.at }).sorted() {
            try compare(told[moment] ?? [:], at: moment, isWhole: finished.contains(moment))
        }
        for chase in try chases(at: end) { fault("never came: \(chase.key.rung)") }
    }

    /// To whom each rung went and when; to nobody where it was passed over.
    private func logged() -> [Timestamp: [ChaseKey: [String]]] {
        var found: [Timestamp: [ChaseKey: [String]]] = [:]
        for recorded in opened.events {
            switch recorded.event {
            case .request(.messageQueued(let queued)) where queued.request == request.entry:
                guard let rung = queued.rung, let due = queued.due else { continue }
                found[recorded.recorded, default: [:]][key(rung, due), default: []]
                    .append(queued.email)
            case .request(.rungPassedOver(let passed)) where passed.request == request.entry:
                found[recorded.recorded, default: [:]][key(passed.rung, passed.due), default: []]
                    .append(nobody(as: passed.missed ?? []))
            default: continue
            }
        }
        return found
    }

    private func nobody(as missed: [String]) -> String {
        (["nobody"] + missed).joined(separator: " ")
    }

    private func key(_ rung: String, _ due: Day) -> ChaseKey {
        ChaseKey(request: "\(request.entry)", rung: rung, due: due)
    }

    /// A run that was killed may have left rungs undone, and none that was not due.
    private mutating func compare(
        _ told: [ChaseKey: [String]],
        at moment: Timestamp,
        isWhole: Bool
    ) throws {
        var left = told
        for chase in try chases(at: moment) {
            guard let expected = expected(chase, moment) else { continue }
            guard let found = left.removeValue(forKey: chase.key) else {
                if isWhole { fault("missed: \(chase.key.rung) at \(moment.localTime)") }
                continue
            }
            if found.sorted() != expected.sorted() {
                fault("\(chase.key.rung) went to \(found.sorted()), not to \(expected.sorted())")
            }
            settled.insert(chase.key)
            if found.allSatisfy({ $0.hasPrefix("nobody") }) { passedOver += 1 } else { queued += 1 }
        }
        for (key, people) in left {
            fault("\(key.rung) at \(moment.localTime) was not due: \(people)")
        }
    }

    /// Nil for what is not settled at that moment.
    private func expected(_ chase: Chase, _ moment: Timestamp) -> [String]? {
        switch chase.standing {
        case .ahead, .paused, .passedOverThen: return nil
        case .passedOverNow: return [nobody(as: [])]
        case .goesNow:
            let found = chase.to.map { (id($0), addresses($0, on: moment.localTime.day)) }
            let missed = found.filter(\.1.isEmpty).map(\.0)
            return found.flatMap(\.1) + (missed.isEmpty ? [] : [nobody(as: missed)])
        }
    }

    private func id(_ recipient: Chasing.Recipient) -> String {
        switch recipient {
        case .contact(let contact): contact.rawValue
        case .role(let role): opened.procedure.roles[role].id
        }
    }

    private func addresses(_ recipient: Chasing.Recipient, on day: Day) -> [String] {
        switch recipient {
        case .contact(let contact):
            return request.asked.seats.filter { $0.part.rawValue == contact.rawValue }.map(\.email)
        case .role(let role):
            let id = opened.procedure.roles[role].id
            return opened.file.holders(of: [id], on: day)
                .compactMap { opened.partnership.people[$0]?.email }
        }
    }

    private func chases(at moment: Timestamp) throws -> [Chase] {
        guard let ladder = opened.procedure.chasing else { return [] }
        return try Schedules.chases(
            on: ladder,
            for: ChasedRequest(
                id: "\(request.entry)",
                due: due,
                since: instant(request.at),
                pauses: [request.pause].compactMap { $0?.until }.map { until in
                    ChasedRequest.Pause(
                        from: instant(request.at),
                        until: instant(Timestamp(LocalTime(day: until, minute: .midnight)))
                    )
                },
                settled: settled
            ),
            calendar: opened.partnership.calendar,
            now: instant(moment)
        )
    }

    private func instant(_ time: Timestamp) -> UKTime.Instant {
        UKTime.Instant(secondsSince1970: Int(time.milliseconds / 1000))
    }

    private mutating func fault(_ words: String) {
        faults.append("\(request.asked.subject), due \(due): \(words)")
    }
}
