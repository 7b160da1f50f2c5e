import CaseFiles
import CaseStores
import Credentials
package import Partnerships
import Procedures

/// Fills an empty store with made-up partnerships, people and cases, by the commands that people give.
///
/// The names are the same each time; the days are counted back from the day on which it is made.
package struct Demonstration: Sendable {
    package static let marlshire = PartnershipID.inDemonstration(1)
    package static let eastmoor = PartnershipID.inDemonstration(2)

    private let store: any AccountDesk.Store
    private let texts: [String: Editions.Texts]
    private let extent: Extent

    /// How much of it is made.
    package enum Extent: Sendable {
        /// Two partnerships, and the five cases that are told one by one.
        case told
        /// A partnership for each procedure, and in each a case at every stage.
        case whole

        var partnerships: [DemonstrationPartnership] {
            switch self {
            case .told: DemonstrationPartnership.told
            case .whole: DemonstrationPartnership.all
            }
        }

        /// The procedures whose texts it needs, by id.
        package var procedures: [String] { partnerships.map(\.procedure) }

        /// Everybody once, whoever is in two partnerships too.
        var people: [DemonstrationPerson] {
            var seen: Set<PersonID> = []
            return partnerships.flatMap(\.people).filter { seen.insert($0.id).inserted }
        }
    }

    /// Made of the texts of the procedures that the extent needs, by the procedure's id.
    package init(
        store: any AccountDesk.Store,
        texts: [String: Editions.Texts],
        _ extent: Extent = .whole
    ) {
        self.store = store
        self.texts = texts
        self.extent = extent
    }

    /// Writes everything, as if it had been recorded on the days before `now`.
    package func fill(at now: Timestamp) async throws(DeskError) {
        let editions = Editions(store: store)
        var worked: [String: Worked] = [:]
        for procedure in extent.procedures {
            let edition = try await edition(procedure, editions)
            worked[procedure] = (try await editions.procedure(edition), edition)
        }
        let deeds: [Deed]
        do throws(CaseRefusal) {
            deeds = try Self.deeds(extent, worked, at: now)
        } catch {
            throw .caseRefused(error)
        }
        for partnership in extent.partnerships { try await add(partnership) }
        let desk = CaseDesk(store: store, editions: editions)
        try await perform(deeds, desk)
        try await writeReport(desk, at: now)
        try await addAccounts()
    }

    /// A procedure, and the edition under which its text is kept.
    typealias Worked = (procedure: Procedure, edition: Edition)

    /// Everything that everybody did, in the order in which it was recorded.
    static func deeds(
        _ extent: Extent,
        _ worked: [String: Worked],
        at now: Timestamp
    ) throws(CaseRefusal) -> [Deed] {
        let days = DemonstrationDays(made: now)
        func basis(of partnership: DemonstrationPartnership) -> Worked {
            guard let worked = worked[partnership.procedure] else {
                preconditionFailure("the extent names every procedure that is worked under")
            }
            return worked
        }
        let (dorset, cheshireEast) = (basis(of: .marlshire).edition, basis(of: .eastmoor).edition)
        let partnerships =
            [PartnershipStory.marlshire(dorset, days)]
            + extent.partnerships.dropFirst().map { .plain($0, basis(of: $0).edition, days) }
        var cases = [
            CaseStory.published(dorset, days), .localReview(dorset, days),
            .rapidReview(dorset, days), .threshold(dorset, days),
            .nationalPanel(cheshireEast, days),
        ]
        if extent == .whole {
            for played in PlayedPartnership.all {
                let (procedure, edition) = basis(of: played.cast.partnership)
                for review in played.reviews {
                    cases.append(try played.played(review, under: procedure, edition, days))
                }
            }
        }
        return (partnerships.flatMap(\.deeds) + cases.flatMap(\.deeds)).inOrder
    }

    private func edition(
        _ procedure: String,
        _ editions: Editions
    ) async throws(DeskError) -> Edition {
        guard let texts = texts[procedure] else { throw .unknownEdition(procedure) }
        return try await editions.keep(texts, variation: nil)
    }

    private func add(_ partnership: DemonstrationPartnership) async throws(DeskError) {
        do {
            try await store.addPartnership(partnership.id, name: partnership.name)
        } catch {
            throw .store(error)
        }
    }

    /// Partnerships know nothing of each other: what was done in one waits for no other.
    private func perform(_ deeds: [Deed], _ desk: CaseDesk) async throws(DeskError) {
        let failure = await withTaskGroup(of: DeskError?.self) { group in
            for deeds in Dictionary(grouping: deeds, by: \.partnership).values {
                group.addTask {
                    do throws(DeskError) {
                        for deed in deeds { try await perform(deed, desk) }
                        return nil
                    } catch {
                        return error
                    }
                }
            }
            return await group.reduce(nil) { $0 ?? $1 }
        }
        if let failure { throw failure }
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
        case .ofCase(let reference, let commands):
            // Nobody else works here meanwhile, so the case is as whoever acts last saw it.
            try await desk.handle(commands, on: reference, seen: .max, for: asking)
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
        for person in extent.people {
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
