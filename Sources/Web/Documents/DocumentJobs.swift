import CaseFiles
package import Documents
import Pages
package import Partnerships
import ServiceLifecycle
import Synchronization

/// Makes files of documents beside the requests that ask for them, two at once, and keeps them for some minutes.
///
/// They are in memory and nowhere else: what is lost with the program is asked for again by one press.
package final class DocumentJobs: Service {
    static let mostAtOnce = 2
    static let mostOfOnePerson = 3
    static let mostWaiting = 20
    /// Minutes for which a file is kept, and bytes of all that are.
    static let minutesKept = 10
    static let mostBytesKept = 256 << 20

    /// Whose a file is: nobody else is given it.
    struct Owner: Hashable, Sendable {
        let person: PersonID
        let partnership: PartnershipID
        /// Where the document is read.
        let document: String
    }

    /// A file that was asked for.
    struct Job: Sendable {
        let owner: Owner
        let kind: DocumentKind
        /// What the document is called.
        let title: String
        let state: State

        fileprivate func moved(to state: State) -> Job {
            Job(owner: owner, kind: kind, title: title, state: state)
        }
    }

    enum State: Sendable {
        case waiting(Int)
        case making
        case made([UInt8], at: Timestamp)
        case failed(DocumentFailure, at: Timestamp)
    }

    private struct Order: Sendable {
        let id: EntryID
        let document: PrintedDocument
        let kind: DocumentKind
    }

    fileprivate struct Kept {
        var jobs: [EntryID: Job] = [:]
        /// How many were ever taken.
        var count = 0
    }

    private let renderer: any DocumentRendering
    private let present: @Sendable () -> Timestamp
    private let kept = Mutex(Kept())
    private let orders: AsyncStream<Order>
    private let taking: AsyncStream<Order>.Continuation

    package init(
        _ renderer: any DocumentRendering,
        present: @escaping @Sendable () -> Timestamp
    ) {
        self.renderer = renderer
        self.present = present
        (orders, taking) = AsyncStream.makeStream()
    }

    /// Takes an order; false where too much is being made already.
    func order(
        _ document: PrintedDocument,
        as kind: DocumentKind,
        for owner: Owner,
        id: EntryID
    ) -> Bool {
        let isTaken = kept.withLock { kept in
            kept.sweep(at: present())
            let unfinished = kept.jobs.values.filter { !$0.isFinished }
            let own = unfinished.count { $0.owner.person == owner.person }
            guard unfinished.count < Self.mostWaiting, own < Self.mostOfOnePerson else {
                return false
            }
            kept.count += 1
            kept.jobs[id] = Job(
                owner: owner,
                kind: kind,
                title: document.title,
                state: .waiting(kept.count)
            )
            return true
        }
        if isTaken { taking.yield(Order(id: id, document: document, kind: kind)) }
        return isTaken
    }

    /// A file of this owner's; nil for one that is not hers, and for one that is kept no longer.
    func job(_ id: EntryID, of owner: Owner) -> Job? {
        kept.withLock { kept in
            kept.sweep(at: present())
            return kept.jobs[id].flatMap { $0.owner == owner ? $0 : nil }
        }
    }

    /// How far a job is, in words' terms.
    func progress(of job: Job?) -> DocumentProgress {
        guard let job else { return .gone }
        return switch job.state {
        case .waiting(let place):
            .waiting(
                after: kept.withLock { kept in
                    kept.jobs.values.count { $0.waits(before: place) }
                }
            )
        case .making: .making
        case .made(let bytes, _): .made(bytes: bytes.count)
        case .failed(let failure, _): .failed(failure)
        }
    }

    /// Makes what is ordered until the program ends.
    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                var running = 0
                for await order in self.orders {
                    if running == Self.mostAtOnce {
                        await group.next()
                        running -= 1
                    }
                    group.addTask { await self.make(order) }
                    running += 1
                }
                group.cancelAll()
            }
        }
    }

    private func make(_ order: Order) async {
        settle(order.id) { _ in .making }
        do throws(DocumentFailure) {
            let bytes = try await renderer.render(order.document, as: order.kind)
            settle(order.id) { .made(bytes, at: $0) }
        } catch {
            settle(order.id) { .failed(error, at: $0) }
        }
    }

    private func settle(_ id: EntryID, _ state: (Timestamp) -> State) {
        let state = state(present())
        kept.withLock { kept in
            kept.jobs[id] = kept.jobs[id]?.moved(to: state)
            kept.makeRoom()
        }
    }
}

extension DocumentJobs.Job {
    /// When it was done, with or without a file.
    fileprivate var finished: Timestamp? {
        switch state {
        case .waiting, .making: nil
        case .made(_, let time), .failed(_, let time): time
        }
    }

    fileprivate var isFinished: Bool { finished != nil }

    fileprivate var bytes: Int {
        guard case .made(let bytes, _) = state else { return 0 }
        return bytes.count
    }

    fileprivate func waits(before place: Int) -> Bool {
        guard case .waiting(let own) = state else { return false }
        return own < place
    }
}

extension DocumentJobs.Kept {
    /// Takes away what was kept long enough.
    fileprivate mutating func sweep(at now: Timestamp) {
        let earliest = now.advanced(byMilliseconds: -Int64(DocumentJobs.minutesKept) * 60_000)
        jobs = jobs.filter { $0.value.finished.map { $0 >= earliest } ?? true }
    }

    /// Takes away the oldest files until the rest is as much as may be kept.
    fileprivate mutating func makeRoom() {
        var kept = jobs.values.reduce(0) { $0 + $1.bytes }
        let oldest = jobs.filter { $0.value.bytes > 0 }
            .sorted {
                ($0.value.finished?.milliseconds ?? 0) < ($1.value.finished?.milliseconds ?? 0)
            }
        // The newest stays, whatever its size.
        for (id, job) in oldest.dropLast() where kept > DocumentJobs.mostBytesKept {
            kept -= job.bytes
            jobs[id] = nil
        }
    }
}
