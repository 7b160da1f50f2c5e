import CaseFiles
import CaseStores
import Pages
package import Partnerships
import Procedures
import Schedules
import WorkingDays

/// Reminds agencies that have not answered, by the ladder of each case's own procedure.
///
/// Each rung is decided from a fresh schedule and queued in the act that records it, so that a program killed at any
/// moment queues it once and misses none.
package struct ChaseDesk: Sendable {
    private let cases: CaseDesk
    private let sendsMail: Bool
    /// Names for what is new.
    private let name: @Sendable () -> EntryID

    package init(
        cases: CaseDesk,
        sendsMail: Bool,
        name: @escaping @Sendable () -> EntryID
    ) {
        self.cases = cases
        self.sendsMail = sendsMail
        self.name = name
    }

    /// Queues what goes now, and records what is passed over.
    ///
    /// - Returns: how many rungs were settled.
    @discardableResult
    package func run(at now: Timestamp) async throws(DeskError) -> Int {
        var settled = 0
        for (id, reference) in try await everyCase() {
            let opened = try await cases.unguarded(reference, of: id)
            for request in opened.file.requests where request.standing.isWithTheAgency {
                for chase in opened.chases(of: request, at: now) {
                    let isSettled = try await settle(chase, of: request, in: opened, id, now)
                    settled += isSettled ? 1 : 0
                }
            }
        }
        return settled
    }

    private func everyCase() async throws(DeskError) -> [(PartnershipID, CaseReference)] {
        var found: [(PartnershipID, CaseReference)] = []
        for id in try await cases.partnerships.founded() {
            let rows = try await cases.keeping { () async throws(StoreError) in
                try await cases.store.caseRows(of: id)
            }
            found += rows.map { (id, $0.0) }
        }
        return found
    }

    private func settle(
        _ chase: Chase,
        of request: AgencyRequest,
        in opened: OpenedCase,
        _ id: PartnershipID,
        _ now: Timestamp
    ) async throws(DeskError) -> Bool {
        switch chase.standing {
        case .ahead, .paused, .passedOverThen: return false
        case .passedOverNow(let reason):
            let instead = if case .laterRung(let rung) = reason { rung } else { "" }
            try await passOver(chase, of: request, for: instead, opened, id, now)
        case .goesNow:
            let sender = RequestLetter.Sender(
                opened: opened,
                partnership: id,
                sendsMail: sendsMail,
                time: now
            )
            let reminders = reminders(chase, of: request, sender)
            guard !reminders.isEmpty else {
                try await passOver(chase, of: request, for: "", opened, id, now)
                return true
            }
            try await cases.record(
                reminders.map { .queueMessage($0.queued) },
                on: opened.file.reference,
                in: id,
                at: now,
                outbox: reminders.compactMap(\.row),
                links: reminders.compactMap { $0.way?.link }
            )
        }
        return true
    }

    private func passOver(
        _ chase: Chase,
        of request: AgencyRequest,
        for instead: String,
        _ opened: OpenedCase,
        _ id: PartnershipID,
        _ now: Timestamp
    ) async throws(DeskError) {
        let passed = CaseEvent.RungPassedOver(
            request: request.entry,
            rung: chase.key.rung,
            due: chase.key.due,
            instead: instead
        )
        try await cases.record([.passOver(passed)], on: opened.file.reference, in: id, at: now)
    }

    // Whom it goes to

    private func reminders(
        _ chase: Chase,
        of request: AgencyRequest,
        _ sender: RequestLetter.Sender
    ) -> [RequestLetter] {
        chase.to.flatMap { recipient -> [RequestLetter] in
            switch recipient {
            case .contact(let contact):
                return request.openSeats([contact.part]).map { seat in
                    RequestLetter(
                        name(),
                        chase.rung.says.kind,
                        to: seat,
                        of: request.asked,
                        due: chase.key.due,
                        from: sender,
                        withLink: !request.hasALink(seat.entry),
                        rung: chase.key.rung
                    )
                }
            case .role(let role):
                let id = sender.opened.procedure.roles[role].id
                return sender.holders(of: [id]).map { person in
                    RequestLetter(
                        name(),
                        chase.rung.says.kind,
                        toldInside: person,
                        of: request.asked,
                        due: chase.key.due,
                        from: sender,
                        rung: chase.key.rung
                    )
                }
            }
        }
    }
}

extension Chasing.Contact {
    fileprivate var part: RequestSeat.Part {
        switch self {
        case .lead: .lead
        case .deputy: .deputy
        case .signatory: .signatory
        }
    }
}

extension Chasing.Message {
    fileprivate var kind: MessageKind {
        switch self {
        case .reminder: .reminder
        case .chase: .chase
        case .escalation: .escalation
        }
    }
}

extension AgencyRequest {
    /// Whether somebody was sent a way in.
    fileprivate func hasALink(_ seat: EntryID) -> Bool {
        messages.contains { message in
            guard message.queued.seat == seat else { return false }
            return switch message.queued.kind {
            case .request, .resent, .invitation, .signature: true
            default: message.queued.rung != nil
            }
        }
    }
}

extension CaseDesk {
    /// Writes in the case's log what became of a message; true once it stands there, or need not.
    package func note(_ outcome: MailOutcome) async -> Bool {
        guard let reference = outcome.about.reference, let entry = outcome.about.entry else {
            return true
        }
        let (result, words): (MessageOutcome, String)
        switch outcome.result {
        case .delivered: (result, words) = (.delivered, "")
        case .again: return true
        case .perhapsDelivered(_, let fault): (result, words) = (.mayHaveArrivedTwice, fault)
        case .failed(let fault): (result, words) = (.failed, fault)
        }
        let settled = CaseEvent.MessageSettled(message: entry, outcome: result, words: words)
        do throws(DeskError) {
            try await record(
                [.settleMessage(settled)],
                on: reference,
                in: outcome.partnership,
                at: outcome.time
            )
            return true
        } catch .caseRefused {
            // A code, which the case does not list.
            return true
        } catch .nothingHere {
            return true
        } catch {
            return false
        }
    }
}
