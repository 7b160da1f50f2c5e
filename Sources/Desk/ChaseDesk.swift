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

    /// What came of a run.
    package struct Run: Hashable, Sendable {
        /// How many rungs were settled.
        package fileprivate(set) var settled = 0
        /// Cases that could not be looked after; the next run tries them again.
        package fileprivate(set) var failed: [CaseReference] = []
        /// Partnerships whose cases could not even be named.
        package fileprivate(set) var failedPartnerships = 0
    }

    /// Queues what goes now, and records what is passed over; what is wrong with one case holds up no other.
    @discardableResult
    package func run(at now: Timestamp) async throws(DeskError) -> Run {
        var run = Run()
        for id in try await cases.partnerships.founded() {
            let references: [CaseReference]
            do throws(DeskError) {
                references = try await cases.keeping { () async throws(StoreError) in
                    try await cases.store.casesAwaitingReturns(of: id)
                }
            } catch {
                run.failedPartnerships += 1
                continue
            }
            for reference in references {
                do throws(DeskError) {
                    try await chase(reference, of: id, at: now, &run)
                } catch {
                    run.failed.append(reference)
                }
            }
        }
        return run
    }

    /// Each rung is decided on the case as the one before left it, until none is left or somebody else writes to it.
    private func chase(
        _ reference: CaseReference,
        of id: PartnershipID,
        at now: Timestamp,
        _ run: inout Run
    ) async throws(DeskError) {
        while let rung = next(in: try await cases.unguarded(reference, of: id), at: now) {
            let sender = RequestLetter.Sender(
                opened: rung.opened,
                partnership: id,
                sendsMail: sendsMail,
                time: now
            )
            guard try await settle(rung, sender) else { return }
            run.settled += 1
        }
    }

    /// A rung that is to be settled now.
    private struct Rung {
        let opened: OpenedCase
        let request: AgencyRequest
        let chase: Chase
        /// When the answer is due, which is not always the day that the rung counts from.
        let due: Day?
    }

    private func next(in opened: OpenedCase, at now: Timestamp) -> Rung? {
        let requests = opened.file.requests.filter(\.standing.isWithTheAgency)
        if requests.isEmpty { return nil }
        let plan = opened.schedule(today: now.localTime.day)
        for request in requests {
            let chase = opened.chases(of: request, at: now, under: plan).first { chase in
                switch chase.standing {
                case .goesNow, .passedOverNow: true
                case .ahead, .paused, .passedOverThen: false
                }
            }
            guard let chase else { continue }
            let line = plan.line(backOf: request, under: opened.procedure)
            return Rung(opened: opened, request: request, chase: chase, due: line?.due)
        }
        return nil
    }

    /// False where the case has moved on meanwhile.
    private func settle(
        _ rung: Rung,
        _ sender: RequestLetter.Sender
    ) async throws(DeskError) -> Bool {
        if case .passedOverNow(let reason) = rung.chase.standing {
            let instead = if case .laterRung(let later) = reason { later } else { "" }
            return try await passOver(rung, for: instead, sender)
        }
        let (reminders, missed) = reminders(rung, sender)
        guard !reminders.isEmpty else {
            return try await passOver(rung, for: "", missed: missed, sender)
        }
        let gap = missed.isEmpty ? [] : [passing(rung, for: "", missed: missed)]
        return try await cases.record(
            reminders.map { .queueMessage($0.queued) } + gap,
            decidedOn: rung.opened,
            in: sender.partnership,
            at: sender.time,
            outbox: reminders.compactMap(\.row),
            links: reminders.compactMap { $0.way?.link }
        )
    }

    private func passOver(
        _ rung: Rung,
        for instead: String,
        missed: [String] = [],
        _ sender: RequestLetter.Sender
    ) async throws(DeskError) -> Bool {
        try await cases.record(
            [passing(rung, for: instead, missed: missed)],
            decidedOn: rung.opened,
            in: sender.partnership,
            at: sender.time
        )
    }

    private func passing(
        _ rung: Rung,
        for instead: String,
        missed: [String]
    ) -> RequestCommand {
        .passOver(
            CaseEvent.RungPassedOver(
                request: rung.request.entry,
                rung: rung.chase.key.rung,
                due: rung.chase.key.due,
                instead: instead,
                missed: missed
            )
        )
    }

    // Whom it goes to

    /// One to each address, and for whom there is none.
    private func reminders(
        _ rung: Rung,
        _ sender: RequestLetter.Sender
    ) -> (letters: [RequestLetter], missed: [String]) {
        var told: Set<String> = []
        var letters: [RequestLetter] = []
        var missed: [String] = []
        for recipient in rung.chase.to {
            let (name, found) =
                switch recipient {
                case .contact(let contact): (contact.rawValue, toAgency(contact, rung, sender))
                case .role(let role):
                    (
                        rung.opened.procedure.roles[role].id,
                        inside(rung.opened.procedure.roles[role].id, rung, sender)
                    )
                }
            if found.isEmpty { missed.append(name) }
            letters += found.filter { told.insert($0.queued.email.lowercased()).inserted }
        }
        return (letters, missed)
    }

    private func toAgency(
        _ contact: Chasing.Contact,
        _ rung: Rung,
        _ sender: RequestLetter.Sender
    ) -> [RequestLetter] {
        let seats = rung.request.openSeats([contact.part])
        if seats.isEmpty { return toDirectory(contact, rung, sender) }
        return seats.filter { sender.mayWrite(to: $0.email) }.map { seat in
            RequestLetter(
                name(),
                rung.chase.rung.says.kind,
                to: seat,
                of: rung.request.asked,
                due: rung.due,
                from: sender,
                // A link in a letter that a person sends would be shown to nobody.
                withLink: sendsMail && sender.needsALink(seat, of: rung.request, due: rung.due),
                rung: rung.chase.key
            )
        }
    }

    /// To whoever the directory names where nobody there has a way in; not to somebody whose way in was shut.
    private func toDirectory(
        _ contact: Chasing.Contact,
        _ rung: Rung,
        _ sender: RequestLetter.Sender
    ) -> [RequestLetter] {
        let agency = rung.request.asked.agency.flatMap { rung.opened.partnership.agencies[$0] }
        guard let agency, !agency.isClosed, let listed = agency.contact(contact.listed),
            sender.mayWrite(to: listed.email),
            !rung.request.seats.contains(where: { seat in
                seat.seat.email.lowercased() == listed.email.lowercased()
            })
        else { return [] }
        return [
            RequestLetter(
                name(),
                rung.chase.rung.says.kind,
                toContact: listed,
                of: rung.request.asked,
                due: rung.due,
                from: sender,
                rung: rung.chase.key
            )
        ]
    }

    private func inside(
        _ role: String,
        _ rung: Rung,
        _ sender: RequestLetter.Sender
    ) -> [RequestLetter] {
        rung.opened.holders(of: [role], on: sender.time.localTime.day).map { person in
            RequestLetter(
                name(),
                rung.chase.rung.says.kind,
                toldInside: person,
                of: rung.request.asked,
                due: rung.due,
                from: sender,
                rung: rung.chase.key
            )
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

    fileprivate var listed: Agency.Contact.Part {
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
