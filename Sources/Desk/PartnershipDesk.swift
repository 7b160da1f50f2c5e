package import CaseStores
package import Partnerships
import WorkingDays

/// What is asked of a partnership: loaded, decided, written down.
package struct PartnershipDesk: Sendable {
    private let store: any CaseStore
    private let folded = FoldCache<PartnershipID, Partnership>(limit: 64)

    package init(store: any CaseStore) {
        self.store = store
    }

    /// Every partnership that was founded.
    package func founded() async throws(DeskError) -> [PartnershipID] {
        do {
            var founded: [PartnershipID] = []
            for (id, _) in try await store.partnerships()
            where try await store.version(of: EventStream(id)) > 0 {
                founded.append(id)
            }
            return founded
        } catch {
            throw .store(error)
        }
    }

    /// A partnership as its log tells it; nothing where it was not founded.
    package func partnership(_ id: PartnershipID) async throws(DeskError) -> Partnership {
        var partnership = folded.value(id) ?? Partnership()
        let news = try await events(of: id, after: partnership.version)
        if news.isEmpty { return partnership }
        for recorded in news {
            let event = try Self.event(recorded)
            evolve(
                &partnership,
                by: event,
                recorded: recorded.header.recorded,
                actor: recorded.header.actor
            )
        }
        folded.keep(partnership, id)
        return partnership
    }

    /// The partnerships that somebody belongs to today, in the order of their names.
    package func memberships(
        of person: PersonID,
        at now: Timestamp
    ) async throws(DeskError) -> [(id: PartnershipID, partnership: Partnership)] {
        var found: [(id: PartnershipID, partnership: Partnership)] = []
        for id in try await all() {
            let partnership = try await partnership(id)
            if partnership.isMember(person, on: now.localTime.day) {
                found.append((id, partnership))
            }
        }
        return found.sorted { $0.partnership.name < $1.partnership.name }
    }

    /// The partnerships in whose people somebody is, a member today or not.
    package func partnershipsKnowing(
        _ person: PersonID
    ) async throws(DeskError) -> [PartnershipID] {
        var found: [PartnershipID] = []
        for id in try await all() where try await partnership(id).people[person] != nil {
            found.append(id)
        }
        return found
    }

    private func all() async throws(DeskError) -> [PartnershipID] {
        do {
            return try await store.partnerships().map(\.id)
        } catch {
            throw .store(error)
        }
    }

    /// Does all that is asked in one act, on the partnership as it is at that moment.
    ///
    /// Where somebody else writes at the same time it is decided again on what they left.
    /// What lists show of the cases whose people the events change is written in the same act.
    @discardableResult
    package func handle(
        _ commands: [PartnershipCommand],
        in id: PartnershipID,
        by actor: Actor,
        at now: Timestamp,
        outbox: [OutboxRow] = [],
        touching touched: (Partnership, [PartnershipEvent]) async throws(DeskError) -> [CaseRow]
    ) async throws(DeskError) -> [PartnershipEvent] {
        for _ in 0..<Self.tries {
            let partnership = try await partnership(id)
            let (events, after) = try decided(commands, partnership, actor, now)
            if events.isEmpty { return [] }
            let rows = try await touched(after, events)
            let act = Act(
                partnership: id,
                actor: actor,
                recorded: now,
                appends: [
                    Act.Append(
                        reference: nil,
                        after: partnership.version,
                        payloads: events.map { EventCodec.encode($0) }
                    )
                ],
                expects: rows.map { Act.Expectation(reference: $0.reference, version: $0.version) },
                cases: rows,
                outbox: outbox
            )
            if try await wrote(act) { return events }
        }
        throw .store(.unreachable("others write to this partnership without a pause"))
    }

    static let tries = 8

    /// Does what is asked where no case's people are concerned.
    @discardableResult
    package func handle(
        _ command: PartnershipCommand,
        in id: PartnershipID,
        by actor: Actor,
        at now: Timestamp
    ) async throws(DeskError) -> [PartnershipEvent] {
        try await handle([command], in: id, by: actor, at: now) {
            (_: Partnership, _: [PartnershipEvent]) async throws(DeskError) in []
        }
    }

    /// What follows from all of them, each decided on what the one before leaves.
    private func decided(
        _ commands: [PartnershipCommand],
        _ partnership: Partnership,
        _ actor: Actor,
        _ now: Timestamp
    ) throws(DeskError) -> (events: [PartnershipEvent], after: Partnership) {
        var after = partnership
        var all: [PartnershipEvent] = []
        for command in commands {
            let events: [PartnershipEvent]
            do {
                events = try decide(command, in: after, by: actor, at: now)
            } catch {
                throw .refused(error)
            }
            for event in events { evolve(&after, by: event, recorded: now, actor: actor) }
            all += events
        }
        return (all, after)
    }

    /// False where somebody else was first.
    private func wrote(_ act: Act) async throws(DeskError) -> Bool {
        do {
            _ = try await store.append(act)
            return true
        } catch .versionConflict {
            return false
        } catch {
            throw .store(error)
        }
    }

    private func events(
        of id: PartnershipID,
        after version: Int
    ) async throws(DeskError) -> [RecordedEvent] {
        do {
            return try await store.events(of: EventStream(id), after: version)
        } catch {
            throw .store(error)
        }
    }

    private static func event(_ recorded: RecordedEvent) throws(DeskError) -> PartnershipEvent {
        do {
            return try EventCodec.decode(recorded.payload)
        } catch {
            throw .unreadable(
                recorded.header.stream,
                version: recorded.header.version,
                error
            )
        }
    }
}
