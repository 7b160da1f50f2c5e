package import CaseStores
package import Partnerships

/// What is asked of a partnership: loaded, decided, written down.
package struct PartnershipDesk: Sendable {
    private let store: any CaseStore

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
        var partnership = Partnership()
        for recorded in try await events(of: id) {
            let event = try Self.event(recorded)
            evolve(
                &partnership,
                by: event,
                recorded: recorded.header.recorded,
                actor: recorded.header.actor
            )
        }
        return partnership
    }

    /// Does what is asked, on the partnership as it is at that moment.
    ///
    /// Where somebody else writes at the same time it is decided again on what they left.
    /// What lists show of the cases whose people the events change is written in the same act.
    @discardableResult
    package func handle(
        _ command: PartnershipCommand,
        in id: PartnershipID,
        by actor: Actor,
        at now: Timestamp,
        touching touched: (Partnership, [PartnershipEvent]) async throws(DeskError) -> [CaseRow]
    ) async throws(DeskError) -> [PartnershipEvent] {
        for _ in 0..<Self.tries {
            let partnership = try await partnership(id)
            let events = try decided(command, partnership, actor, now)
            if events.isEmpty { return [] }
            var after = partnership
            for event in events { evolve(&after, by: event, recorded: now, actor: actor) }
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
                cases: rows
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
        try await handle(command, in: id, by: actor, at: now) {
            (_: Partnership, _: [PartnershipEvent]) async throws(DeskError) in []
        }
    }

    private func decided(
        _ command: PartnershipCommand,
        _ partnership: Partnership,
        _ actor: Actor,
        _ now: Timestamp
    ) throws(DeskError) -> [PartnershipEvent] {
        do {
            return try decide(command, in: partnership, by: actor, at: now)
        } catch {
            throw .refused(error)
        }
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

    private func events(of id: PartnershipID) async throws(DeskError) -> [RecordedEvent] {
        do {
            return try await store.events(of: EventStream(id), after: 0)
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
