package import CaseStores
package import Credentials
package import Partnerships

/// Delivers what is queued, and tells what became of it.
///
/// It may be killed at any moment: a message that was under way goes again under the same Message-ID, and what was not
/// told yet is told by the next run.
package struct MailDesk: Sendable {
    private let store: any OutboxStore
    private let carrier: any MailCarrier
    /// Under which address people reach the server; links are made from it.
    private let address: @Sendable () -> PublicAddress
    /// For everything of cases; a demonstration's clock may be ahead.
    private let time: @Sendable () -> Timestamp
    /// Writes it down; false where it could not, and then it is told again.
    ///
    /// What it is told twice has one `id`.
    private let tell: @Sendable (MailOutcome) async -> Bool

    /// How long a message is one deliverer's, in milliseconds: longer than any delivery takes.
    private static let lease: Int64 = 10 * 60_000

    package init(
        store: any OutboxStore,
        carrier: any MailCarrier,
        address: @escaping @Sendable () -> PublicAddress,
        time: @escaping @Sendable () -> Timestamp,
        tell: @escaping @Sendable (MailOutcome) async -> Bool = { _ in true }
    ) {
        self.store = store
        self.carrier = carrier
        self.address = address
        self.time = time
        self.tell = tell
    }

    /// Delivers what is due, one after the other, until nothing is, the server takes nothing, or the task is cancelled.
    ///
    /// - Returns: what became of messages, in order, with what an earlier run left untold.
    @discardableResult
    package func run() async throws(StoreError) -> [MailOutcome] {
        _ = try await store.releaseMessages(leasedBefore: time())
        var outcomes = try await tellOutcomes()
        while !Task.isCancelled, let message = try await next() {
            let fate = await fate(of: message)
            _ = try await store.settle(message.lease, as: fate.fate, at: time())
            outcomes += try await tellOutcomes()
            if fate.isOfServer { break }
        }
        return outcomes
    }

    /// One at a time, so that a program that is killed leaves one message of which nobody knows.
    private func next() async throws(StoreError) -> TakenMessage? {
        let now = time()
        return try await store.takeMessages(
            dueAt: now,
            until: now.advanced(byMilliseconds: Self.lease),
            limit: 1
        ).first
    }

    private func fate(of message: TakenMessage) async -> (fate: MessageFate, isOfServer: Bool) {
        guard let mail = OutgoingMail(stored: message.body) else {
            return (.failed(fault: "unreadable"), false)
        }
        do throws(CarryProblem) {
            try await carrier.carry(parcel(mail, message.lease.name))
            return (.delivered, false)
        } catch {
            let (now, isCode) = (time(), mail.about.kind == .code)
            switch error {
            case .refused(let fault): return (.failed(fault: fault), false)
            case .later(let fault):
                return (message.later(fault, now, isCode) { .again(at: $0, fault: fault) }, false)
            case .stopped: return (.again(at: now, fault: "stopped"), true)
            case .nothingGoes(let fault):
                return (message.later(fault, now, isCode) { .again(at: $0, fault: fault) }, true)
            case .perhapsCarried(let fault):
                return (
                    message.later(fault, now, isCode) {
                        .perhapsDelivered(again: $0, fault: fault)
                    },
                    false
                )
            }
        }
    }

    private func parcel(_ mail: OutgoingMail, _ name: MessageName) -> MailParcel {
        let address = address()
        let link = mail.link.map { [address.address(of: $0)] } ?? []
        return MailParcel(
            messageID: "\(name.digits)@\(address.mailDomain)",
            written: time(),
            name: mail.about.name,
            address: mail.address,
            subject: mail.subject,
            text: (mail.paragraphs + link).joined(separator: "\n\n"),
            reference: mail.about.reference.map { "\($0)" },
            calendar: mail.calendar
        )
    }

    private func tellOutcomes() async throws(StoreError) -> [MailOutcome] {
        var outcomes: [MailOutcome] = []
        for message in try await store.untoldMessages(limit: 100) {
            guard let outcome = MailOutcome(message) else {
                // What this program cannot read it cannot tell; the list of messages shows it.
                try await store.noteTold(message.lease)
                continue
            }
            // One that cannot be written down holds up no other; it is told again by the next run.
            guard await tell(outcome) else { continue }
            try await store.noteTold(message.lease)
            outcomes.append(outcome)
        }
        return outcomes
    }
}

/// What became of a message.
package struct MailOutcome: Hashable, Sendable {
    /// The same however often it is told, and another for every other outcome.
    package let id: String
    package let partnership: PartnershipID
    package let about: OutgoingMail.About
    package let result: Result
    /// How often the message was tried by then.
    package let attempts: Int
    package let time: Timestamp

    package enum Result: Hashable, Sendable {
        case delivered
        case again(at: Timestamp, fault: String)
        /// It may have arrived, and goes again under the same Message-ID.
        case perhapsDelivered(again: Timestamp, fault: String)
        case failed(fault: String)
    }

    /// Nil for a message of which nothing became yet, or that this program cannot read.
    init?(_ message: QueuedMessage) {
        guard let about = OutgoingMail.About(stored: message.about), let settled = message.settled,
            let result = Result(message)
        else { return nil }
        id = "\(message.lease.name.digits)-\(message.lease.generation)"
        partnership = message.lease.name.partnership
        self.about = about
        self.result = result
        attempts = message.attempts
        time = settled
    }
}

extension MailOutcome.Result {
    fileprivate init?(_ message: QueuedMessage) {
        let fault = message.fault ?? ""
        switch message.state {
        case .delivered: self = .delivered
        case .failed: self = .failed(fault: fault)
        case .queued: self = .again(at: message.nextTry, fault: fault)
        case .perhapsDelivered: self = .perhapsDelivered(again: message.nextTry, fault: fault)
        case .sending, .revoked: return nil
        }
    }
}

extension TakenMessage {
    /// When it goes again, after a wait that grows; two days after its first try it is given up, and a code once it would
    /// come too late to be used.
    fileprivate func later(
        _ fault: String,
        _ now: Timestamp,
        _ isCode: Bool,
        _ fate: (Timestamp) -> MessageFate
    ) -> MessageFate {
        guard now < firstTried.advanced(byHours: 48) else { return .failed(fault: fault) }
        let minutes: [Int64] = [1, 5, 15, 60]
        let wait = attempt <= minutes.count ? minutes[attempt - 1] : 240
        let again = now.advanced(byMilliseconds: wait * 60_000)
        let codeEnds = firstTried.advanced(byMilliseconds: 10 * 60_000)
        return isCode && codeEnds <= again ? .failed(fault: fault) : fate(again)
    }
}

extension MessageName {
    /// 32 hexadecimal digits.
    fileprivate var digits: String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension PublicAddress {
    /// What stands behind the `@` of a Message-ID: the host, or a name for a bare number.
    fileprivate var mailDomain: String {
        host.contains(":") ? "sightline.invalid" : host
    }
}
