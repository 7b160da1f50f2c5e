import CaseFiles
import CaseStores
import Credentials
package import Partnerships

/// Fills an empty store with made-up partnerships, people and cases, by the commands that people give.
///
/// The names are the same each time; the days are counted back from the day on which it is made.
package struct Demonstration: Sendable {
    package static let marlshire = PartnershipID.inDemonstration(1)
    package static let eastmoor = PartnershipID.inDemonstration(2)

    private let store: any AccountDesk.Store
    private let texts: [String: Editions.Texts]

    /// Made of the texts of `dorset` and `cheshire-east`, by the procedure's id.
    package init(store: any AccountDesk.Store, texts: [String: Editions.Texts]) {
        self.store = store
        self.texts = texts
    }

    /// Writes everything, as if it had been recorded on the days before `now`.
    package func fill(at now: Timestamp) async throws(DeskError) {
        let editions = Editions(store: store)
        let deeds = Self.deeds(
            dorset: try await edition("dorset", editions),
            cheshireEast: try await edition("cheshire-east", editions),
            at: now
        )
        try await add(Self.marlshire, "Marlshire and Portwell")
        try await add(Self.eastmoor, "Eastmoor")
        let desk = CaseDesk(store: store, editions: editions)
        for deed in deeds { try await perform(deed, desk) }
        try await writeReport(desk, at: now)
        try await addAccounts()
    }

    /// Everything that everybody did, in the order in which it was recorded.
    static func deeds(dorset: Edition, cheshireEast: Edition, at now: Timestamp) -> [Deed] {
        let days = DemonstrationDays(made: now)
        let partnerships = [
            PartnershipStory.marlshire(dorset, days), .eastmoor(cheshireEast, days),
        ]
        let cases = [
            CaseStory.published(dorset, days), .localReview(dorset, days),
            .rapidReview(dorset, days), .threshold(dorset, days),
            .nationalPanel(cheshireEast, days),
        ]
        return (partnerships.flatMap(\.deeds) + cases.flatMap(\.deeds)).inOrder
    }

    private func edition(
        _ procedure: String,
        _ editions: Editions
    ) async throws(DeskError) -> Edition {
        guard let texts = texts[procedure] else { throw .unknownEdition(procedure) }
        return try await editions.keep(texts, variation: nil)
    }

    private func add(_ partnership: PartnershipID, _ name: String) async throws(DeskError) {
        do {
            try await store.addPartnership(partnership, name: name)
        } catch {
            throw .store(error)
        }
    }

    private func perform(_ deed: Deed, _ desk: CaseDesk) async throws(DeskError) {
        if case .ofRequest(let reference, let request, let commands) = deed.what {
            try await perform(commands, of: request, on: reference, deed, desk)
            return
        }
        guard let person = deed.actor.person else {
            guard case .ofPartnership(let command) = deed.what else {
                preconditionFailure("the operator has no part in a case")
            }
            try await desk.handle([command], in: deed.partnership, by: deed.actor, at: deed.time)
            return
        }
        let asking = Asking(person: person, partnership: deed.partnership, time: deed.time)
        switch deed.what {
        case .ofPartnership(let command): try await desk.handle(command, for: asking)
        case .opening(let opening): _ = try await desk.open(opening, for: asking)
        case .ofCase(let reference, let command):
            // Nobody else works here meanwhile, so the case is as whoever acts last saw it.
            try await desk.handle(command, on: reference, seen: .max, for: asking)
        case .ofRequest: preconditionFailure("done above")
        case .look(let reference, let what):
            _ = try await desk.look(at: reference, what, for: asking)
        }
    }

    private func perform(
        _ commands: [RequestCommand],
        of request: EntryID,
        on reference: CaseReference,
        _ deed: Deed,
        _ desk: CaseDesk
    ) async throws(DeskError) {
        guard case .invited(let seat) = deed.actor else {
            try await desk.record(commands, on: reference, in: deed.partnership, at: deed.time)
            return
        }
        try await desk.handle(
            commands,
            of: request,
            on: reference,
            seat: seat,
            in: deed.partnership,
            at: deed.time
        )
    }

    /// Accounts without a password: in a demonstration people are let in by who they say they are.
    private func addAccounts() async throws(DeskError) {
        var random = SystemRandomNumberGenerator()
        let desk = AccountDesk(
            store: store,
            hasher: PasswordHasher(),
            throttleSecret: Secret(count: 32, using: &random)
        )
        for person in DemonstrationPerson.all {
            let account = Account(person: person.id, email: person.email, name: person.name)
            do {
                try await desk.save(account, over: 0)
            } catch .store(let error) {
                throw .store(error)
            } catch {
                throw .store(.alreadyThere)
            }
        }
    }
}

extension Identifier {
    /// The nth of its kind in the demonstration.
    static func inDemonstration(_ number: Int64) -> Self {
        guard let identifier = Identifier(number: number) else {
            preconditionFailure("\(number) is no identifier")
        }
        return identifier
    }
}
