package import CaseFiles
package import CaseStores
import Chronologies
package import Partnerships
import Procedures
import Schedules
import WorkingDays

/// What is asked of cases: loaded, permitted, decided, written down with what lists show of them.
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

    func permit(
        _ act: CaseAct,
        in opened: OpenedCase,
        _ asking: Asking
    ) throws(DeskError) {
        let permission = permission(
            for: asking.person,
            to: act,
            in: opened.file,
            under: opened.procedure,
            of: opened.partnership,
            at: asking.time
        )
        switch permission {
        case .permitted: return
        case .nothingHere: throw .nothingHere
        case .notNow(let stage): throw .notPermitted(act, stage)
        }
    }

    /// Every act of several must be permitted, and nobody signs for another unless she stands in for her.
    private func permit(
        _ commands: [CaseCommand],
        in opened: OpenedCase,
        _ asking: Asking
    ) throws(DeskError) {
        for command in commands {
            guard let act = command.act(under: opened.procedure) else {
                throw .caseRefused(.alreadyOpened)
            }
            try permit(act, in: opened, asking)
            try refuseStrangers(in: command, on: opened.file.reference, opened.partnership, asking)
            switch command {
            case .sign(let sign), .refuseSignature(let sign):
                guard isSigner(sign, opened.partnership, asking) else {
                    throw .caseRefused(.notHersToSign(sign.step))
                }
            default: break
            }
        }
    }

    private func isSigner(
        _ sign: CaseCommand.Sign,
        _ partnership: Partnership,
        _ asking: Asking
    ) -> Bool {
        guard sign.person == asking.person else { return false }
        guard let other = sign.standingInFor else { return true }
        return partnership.isMember(other, on: asking.today)
            && partnership.stoodInFor(by: asking.person, on: asking.today).contains(other)
    }

    /// What follows from several commands, each decided on what the one before made of the case.
    func decided(
        _ commands: [CaseCommand],
        _ opened: OpenedCase,
        _ asking: Asking
    ) async throws(DeskError) -> (events: [CaseEvent], procedure: Procedure, file: CaseFile) {
        var file = opened.file
        var procedure = opened.procedure
        var events: [CaseEvent] = []
        for command in commands {
            let more = try decided(command, file, procedure, opened.partnership, asking)
            for event in more {
                evolve(&file, by: event, recorded: asking.time, actor: asking.actor)
            }
            events += more
            if case .moveEdition(let edition, _) = command {
                procedure = try await editions.procedure(edition)
            }
        }
        return (events, procedure, file)
    }

    /// Only people of the partnership are put on its cases, and nobody who is excluded.
    private func refuseStrangers(
        in command: CaseCommand,
        on reference: CaseReference,
        _ partnership: Partnership,
        _ asking: Asking
    ) throws(DeskError) {
        guard case .putOn(let person) = command else { return }
        guard partnership.isMember(person.person, on: asking.today) else {
            throw .refused(.unknownPerson(person.person))
        }
        if partnership.isExcluded(person.person, from: reference) { throw .refused(.excluded) }
        let capacities = partnership.capacities(of: person.person, on: asking.today)
        if let ending = capacities.first(where: \.accessEnds), person.until == nil {
            throw .refused(.mustEnd(ending))
        }
    }

    func decided(
        _ command: CaseCommand,
        _ file: CaseFile?,
        _ procedure: Procedure,
        _ partnership: Partnership,
        _ asking: Asking
    ) throws(DeskError) -> [CaseEvent] {
        do {
            return try decide(
                command,
                in: file,
                under: procedure,
                calendar: partnership.calendar,
                today: asking.today
            )
        } catch {
            throw .caseRefused(error)
        }
    }

    func write(
        _ events: [CaseEvent],
        after file: CaseFile?,
        _ reference: CaseReference,
        _ procedure: Procedure,
        _ partnership: Partnership,
        _ asking: Asking,
        outbox: [OutboxRow] = [],
        links: [SeatLink] = []
    ) async throws(DeskError) -> CaseFile {
        var renewed = file
        for event in events { Self.add(event, to: &renewed, asking) }
        guard var renewed else { preconditionFailure("a case begins by being opened") }
        let (looked, told) = try await sameChild(
            events,
            renewed,
            under: procedure,
            asking
        )
        let withdrawn = try await withdrawal(
            after: events,
            of: file,
            asking.partnership,
            partnership
        )
        let more = looked + withdrawn.events
        for event in more {
            evolve(&renewed, by: event, recorded: asking.time, actor: asking.actor)
        }
        let row = caseRow(
            of: renewed,
            under: procedure,
            of: partnership,
            today: asking.today
        )
        let act = Act(
            partnership: asking.partnership,
            actor: asking.actor,
            recorded: asking.time,
            appends: [
                Act.Append(
                    reference: reference,
                    after: file?.version ?? 0,
                    payloads: (events + more).map { EventCodec.encode($0) }
                )
            ] + told.map(\.append),
            expects: [Act.Expectation(reference: nil, version: partnership.version)],
            cases: [row] + told.map(\.row),
            outbox: outbox,
            revokes: withdrawn.revokes,
            adopts: events.compactMap { $0.file(of: reference, asking.partnership) },
            discards: events.compactMap { renewed.file(droppedBy: $0, asking.partnership) },
            links: links
        )
        do {
            _ = try await store.append(act)
        } catch .versionConflict(let stream, let expected, let actual)
            where stream.reference == reference
        {
            let opened = try await unguarded(reference, of: asking.partnership)
            let others = opened.events.filter { $0.version > file?.version ?? 0 }
            if others.allSatisfy(\.isOwnNoteOnMail) {
                throw .store(.versionConflict(stream, expected: expected, actual: actual))
            }
            throw .overtaken(others)
        } catch {
            throw .store(error)
        }
        return renewed
    }

    static func add(_ event: CaseEvent, to file: inout CaseFile?, _ asking: Asking) {
        let actor = asking.actor
        if var standing = file {
            file = nil
            evolve(&standing, by: event, recorded: asking.time, actor: actor)
            file = standing
        } else {
            file = beginFile(with: event, recorded: asking.time, actor: actor)
        }
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
