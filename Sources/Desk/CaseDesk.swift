package import CaseFiles
package import CaseStores
import Chronologies
package import Partnerships
import Procedures
import Schedules

/// What is asked of cases: opened for those who may, looked at, and acted on.
package struct CaseDesk: Sendable {
    let store: any CaseStore
    package let partnerships: PartnershipDesk
    package let editions: Editions
    /// The newest of the cases that were asked for lately; what came after is read at each request.
    let folded = FoldCache<EventStream, FoldedCase>(limit: 128)
    /// What was compared lately, a few sets of returns.
    let compared = FoldCache<ComparedReturns, Resemblances>(limit: 32)

    package init(store: any CaseStore, editions: Editions) {
        self.store = store
        self.editions = editions
        partnerships = PartnershipDesk(store: store)
    }

    /// A case for somebody who may see it; the look is recorded before anything is answered.
    package func look(
        at reference: CaseReference,
        _ what: String,
        for asking: Asking,
        act: CaseAct = .see
    ) async throws(DeskError) -> OpenedCase {
        let opened = try await load(reference, asking)
        try permit(act, in: opened, asking)
        try await keeping { () async throws(StoreError) in
            try await store.recordLook(
                Look(
                    partnership: asking.partnership,
                    reference: reference,
                    person: asking.person,
                    recorded: asking.time,
                    what: what
                )
            )
        }
        return opened
    }

    /// A case for somebody who is about to do something to it, which the log will tell.
    package func opened(
        _ reference: CaseReference,
        toDo act: CaseAct,
        for asking: Asking
    ) async throws(DeskError) -> OpenedCase {
        let opened = try await load(reference, asking)
        try permit(act, in: opened, asking)
        return opened
    }

    /// Opens a case: a coordinator does, and is the first to be on it.
    package func open(
        _ opening: CaseCommand.OpenCase,
        for asking: Asking
    ) async throws(DeskError) -> CaseFile {
        let partnership = try await partnerships.partnership(asking.partnership)
        let capacities = partnership.capacities(of: asking.person, on: asking.today)
        guard capacities.contains(.coordinator), !partnership.isShut(asking.person) else {
            throw .nothingHere
        }
        guard partnership.isMember(opening.coordinator.person, on: asking.today) else {
            throw .refused(.unknownPerson(opening.coordinator.person))
        }
        return try await open([.openCase(opening)], opening, for: asking)
    }

    /// Opens a case and does the rest in the same act.
    func open(
        _ commands: [CaseCommand],
        _ opening: CaseCommand.OpenCase,
        for asking: Asking
    ) async throws(DeskError) -> CaseFile {
        for _ in 0..<PartnershipDesk.tries {
            let partnership = try await partnerships.partnership(asking.partnership)
            let procedure = try await editions.procedure(opening.edition)
            var file: CaseFile?
            var events: [CaseEvent] = []
            for command in commands {
                let more = try decided(command, file, procedure, partnership, asking)
                for event in more { Self.add(event, to: &file, asking) }
                events += more
            }
            do {
                return try await write(
                    events,
                    after: nil,
                    opening.reference,
                    procedure,
                    partnership,
                    asking
                )
            } catch .store(.versionConflict) {
                continue
            }
        }
        throw .store(.unreachable("others write to this partnership without a pause"))
    }

    /// Does what is asked, on the version of the case that the person saw.
    ///
    /// - Throws: `DeskError.overtaken` with what others recorded since; then nothing was written.
    @discardableResult
    package func handle(
        _ command: CaseCommand,
        on reference: CaseReference,
        seen version: Int,
        for asking: Asking
    ) async throws(DeskError) -> CaseFile {
        try await handle([command], on: reference, seen: version, for: asking)
    }

    /// Does several things in one act: all of them, or none.
    @discardableResult
    package func handle(
        _ commands: [CaseCommand],
        on reference: CaseReference,
        seen version: Int,
        for asking: Asking,
        outbox: [OutboxRow] = [],
        links: [SeatLink] = []
    ) async throws(DeskError) -> CaseFile {
        for _ in 0..<PartnershipDesk.tries {
            do {
                return try await handleOnce(commands, reference, version, asking, outbox, links)
            } catch .store(.versionConflict), .store(.messageMoved) {
                // The partnership, or a message, has changed under the act: it is decided again on what it is now.
                continue
            }
        }
        throw .store(.unreachable("others write to this partnership without a pause"))
    }

    private func handleOnce(
        _ commands: [CaseCommand],
        _ reference: CaseReference,
        _ version: Int,
        _ asking: Asking,
        _ outbox: [OutboxRow],
        _ links: [SeatLink]
    ) async throws(DeskError) -> CaseFile {
        let opened = try await load(reference, asking)
        try permit(commands, in: opened, asking)
        let others = opened.events.filter { $0.version > version && !$0.isOwnNoteOnMail }
        if !others.isEmpty { throw .overtaken(others) }
        let (events, procedure, _) = try await decided(commands, opened, asking)
        if events.isEmpty { return opened.file }
        return try await write(
            events,
            after: opened.file,
            reference,
            procedure,
            opened.partnership,
            asking,
            outbox: outbox,
            links: links
        )
    }

    /// Every date that a command would change, before it is confirmed.
    package func changes(
        by commands: [CaseCommand],
        to reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> [DateChange] {
        let opened = try await load(reference, asking)
        try permit(commands, in: opened, asking)
        let (_, procedure, file) = try await decided(commands, opened, asking)
        let after = Schedules.schedule(
            of: file.known(under: procedure),
            under: procedure,
            calendar: opened.partnership.calendar,
            today: asking.today
        )
        return CaseFiles.changes(
            from: opened.schedule(today: asking.today),
            under: opened.procedure,
            to: after,
            under: procedure
        )
    }

    func load(
        _ reference: CaseReference,
        _ asking: Asking
    ) async throws(DeskError) -> OpenedCase {
        do {
            return try await unguarded(reference, of: asking.partnership)
        } catch {
            // What is wrong with a case is told to those on it alone.
            guard error != .nothingHere, try await isListed(reference, asking) else {
                throw .nothingHere
            }
            throw error
        }
    }

    private func isListed(
        _ reference: CaseReference,
        _ asking: Asking
    ) async throws(DeskError) -> Bool {
        let partnership = try await partnerships.partnership(asking.partnership)
        if partnership.isShut(asking.person) { return false }
        return try await cases(of: asking.person, asking.partnership, asking.today)
            .contains(reference)
    }

    func keeping<Value>(
        _ body: () async throws(StoreError) -> Value
    ) async throws(DeskError) -> Value {
        do {
            return try await body()
        } catch {
            throw .store(error)
        }
    }
}
