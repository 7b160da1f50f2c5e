package import CaseFiles
package import CaseStores
package import Partnerships
package import Procedures
package import Schedules
package import WorkingDays

/// A case as somebody may see it, with what it is run by.
package struct OpenedCase: Sendable {
    package let file: CaseFile
    package let procedure: Procedure
    package let partnership: Partnership
    package let events: [RecordedCaseEvent]

    /// The plan on a day.
    package func schedule(today: Day) -> Schedule {
        Schedules.schedule(
            of: file.known(under: procedure),
            under: procedure,
            calendar: partnership.calendar,
            today: today
        )
    }
}

/// Who asks for something, in which partnership, and when.
package struct Asking: Hashable, Sendable {
    package let person: PersonID
    package let partnership: PartnershipID
    package let now: Timestamp

    package init(person: PersonID, partnership: PartnershipID, now: Timestamp) {
        self.person = person
        self.partnership = partnership
        self.now = now
    }

    package var today: Day { now.localTime.day }
}

/// What is asked of cases: loaded, permitted, decided, written down with what lists show of them.
package struct CaseDesk: Sendable {
    private let store: any CaseStore
    private let partnerships: PartnershipDesk
    private let editions: Editions

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
                    recorded: asking.now,
                    what: what
                )
            )
        }
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
        let procedure = try await editions.procedure(opening.edition)
        let events = try decided(.openCase(opening), nil, procedure, partnership, asking)
        return try await write(
            events,
            after: nil,
            opening.reference,
            procedure,
            partnership,
            asking
        )
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
        for _ in 0..<PartnershipDesk.tries {
            do {
                return try await handleOnce(command, on: reference, seen: version, for: asking)
            } catch .store(.versionConflict) {
                // The partnership has changed under the act: it is decided again on what it is now.
                continue
            }
        }
        throw .store(.unreachable("others write to this partnership without a pause"))
    }

    private func handleOnce(
        _ command: CaseCommand,
        on reference: CaseReference,
        seen version: Int,
        for asking: Asking
    ) async throws(DeskError) -> CaseFile {
        let opened = try await load(reference, asking)
        guard let act = command.act else { throw .caseRefused(.alreadyOpened) }
        try permit(act, in: opened, asking)
        try refuseStrangers(in: command, opened.partnership, asking)
        if opened.file.version > version {
            throw .overtaken(opened.events.filter { $0.version > version })
        }
        let procedure = try await procedure(after: command, opened)
        let events = try decided(
            command,
            opened.file,
            opened.procedure,
            opened.partnership,
            asking
        )
        if events.isEmpty { return opened.file }
        return try await write(
            events,
            after: opened.file,
            reference,
            procedure,
            opened.partnership,
            asking
        )
    }

    /// Does what is asked of a partnership, and lets go or lets in whom it concerns on their cases, in one act.
    @discardableResult
    package func handle(
        _ command: PartnershipCommand,
        for asking: Asking
    ) async throws(DeskError) -> [PartnershipEvent] {
        try await permit(command, asking)
        return try await partnerships.handle(
            command,
            in: asking.partnership,
            by: .person(asking.person),
            at: asking.now
        ) { (partnership: Partnership, events: [PartnershipEvent]) async throws(DeskError) in
            var rows: [CaseRow] = []
            for reference in try await touched(by: events, partnership, asking) {
                let opened = try await unguarded(reference, of: asking.partnership)
                rows.append(
                    caseRow(
                        of: opened.file,
                        under: opened.procedure,
                        of: partnership,
                        today: asking.today
                    )
                )
            }
            return rows
        }
    }

    /// Whoever may not put people on a case does not exclude anybody from it, nor learn that it exists.
    private func permit(
        _ command: PartnershipCommand,
        _ asking: Asking
    ) async throws(DeskError) {
        let reference: CaseReference
        switch command {
        case .exclude(_, from: let excluded, _, _, _, _): reference = excluded
        case .endExclusion(let entry, _):
            let partnership = try await partnerships.partnership(asking.partnership)
            guard let first = references(of: entry, partnership).first else { return }
            reference = first
        default: return
        }
        let opened = try await load(reference, asking)
        try permit(.putOn, in: opened, asking)
    }

    /// The cases whose people are others after such events.
    private func touched(
        by events: [PartnershipEvent],
        _ partnership: Partnership,
        _ asking: Asking
    ) async throws(DeskError) -> Set<CaseReference> {
        var touched: Set<CaseReference> = []
        for event in events {
            switch event {
            case .personExcluded(let exclusion): touched.insert(exclusion.reference)
            case .exclusionWidened(let widened):
                touched.formUnion(references(of: widened.entry, partnership))
            case .exclusionEnded(let ended):
                touched.formUnion(references(of: ended.entry, partnership))
            case .deputyNamed(let deputy):
                touched.formUnion(try await cases(of: deputy.standsInFor, asking))
            case .deputyEnded(let ending):
                for deputy in partnership.deputies where deputy.entry == ending.entry {
                    touched.formUnion(try await cases(of: deputy.standsInFor, asking))
                }
            default: continue
            }
        }
        return touched
    }

    private func references(of exclusion: EntryID, _ partnership: Partnership) -> [CaseReference] {
        partnership.exclusions.filter { $0.entry == exclusion }.map(\.reference)
    }

    private func cases(
        of person: PersonID,
        _ asking: Asking
    ) async throws(DeskError) -> [CaseReference] {
        var found: [CaseReference] = []
        for isOpen in [true, false] {
            var after: CaseKey?
            repeat {
                let query = CaseQuery(
                    partnership: asking.partnership,
                    person: person,
                    today: asking.today,
                    isOpen: isOpen,
                    after: after,
                    limit: 100
                )
                let page = try await keeping { () async throws(StoreError) in
                    try await store.cases(query)
                }
                found += page.rows.map(\.reference)
                after = page.rows.count == query.limit ? page.rows.last?.key : nil
            } while after != nil
        }
        return found
    }

    /// Every date that a command would change, before it is confirmed.
    package func changes(
        by command: CaseCommand,
        to reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> [DateChange] {
        let opened = try await load(reference, asking)
        guard let act = command.act else { throw .caseRefused(.alreadyOpened) }
        try permit(act, in: opened, asking)
        let events = try decided(
            command,
            opened.file,
            opened.procedure,
            opened.partnership,
            asking
        )
        let procedure = try await procedure(after: command, opened)
        var file = opened.file
        for event in events {
            evolve(&file, by: event, recorded: asking.now, actor: .person(asking.person))
        }
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

    /// The case as its log tells it, without asking who wants it: for checking and for making lists anew.
    package func unguarded(
        _ reference: CaseReference,
        of id: PartnershipID
    ) async throws(DeskError) -> OpenedCase {
        let partnership = try await partnerships.partnership(id)
        let stream = EventStream(id, reference)
        let recorded = try await keeping { () async throws(StoreError) in
            try await store.events(of: stream, after: 0)
        }
        var events: [RecordedCaseEvent] = []
        var file: CaseFile?
        for entry in recorded {
            let event = try Self.event(entry)
            let header = entry.header
            if file == nil {
                file = beginFile(with: event, recorded: header.recorded, actor: header.actor)
            } else {
                file?.apply(event, header)
            }
            events.append(
                RecordedCaseEvent(
                    version: header.version,
                    recorded: header.recorded,
                    actor: header.actor,
                    event: event
                )
            )
        }
        guard let file else { throw .nothingHere }
        return OpenedCase(
            file: file,
            procedure: try await editions.procedure(file.edition),
            partnership: partnership,
            events: events
        )
    }

    private func load(
        _ reference: CaseReference,
        _ asking: Asking
    ) async throws(DeskError) -> OpenedCase {
        try await unguarded(reference, of: asking.partnership)
    }

    private func permit(
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
            at: asking.now
        )
        switch permission {
        case .permitted: return
        case .nothingHere: throw .nothingHere
        case .notNow(let stage): throw .notPermitted(act, stage)
        }
    }

    /// Only people of the partnership are put on its cases, and nobody who is excluded.
    private func refuseStrangers(
        in command: CaseCommand,
        _ partnership: Partnership,
        _ asking: Asking
    ) throws(DeskError) {
        guard case .putOn(let person) = command else { return }
        guard partnership.isMember(person.person, on: asking.today) else {
            throw .refused(.unknownPerson(person.person))
        }
        let capacities = partnership.capacities(of: person.person, on: asking.today)
        if let ending = capacities.first(where: \.accessEnds), person.until == nil {
            throw .refused(.mustEnd(ending))
        }
    }

    private func procedure(
        after command: CaseCommand,
        _ opened: OpenedCase
    ) async throws(DeskError) -> Procedure {
        guard case .moveEdition(let edition, _) = command else { return opened.procedure }
        return try await editions.procedure(edition)
    }

    private func decided(
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

    private func write(
        _ events: [CaseEvent],
        after file: CaseFile?,
        _ reference: CaseReference,
        _ procedure: Procedure,
        _ partnership: Partnership,
        _ asking: Asking
    ) async throws(DeskError) -> CaseFile {
        var renewed = file
        for event in events {
            if renewed == nil {
                renewed = beginFile(
                    with: event,
                    recorded: asking.now,
                    actor: .person(asking.person)
                )
            } else if var changed = renewed {
                evolve(
                    &changed,
                    by: event,
                    recorded: asking.now,
                    actor: .person(asking.person)
                )
                renewed = changed
            }
        }
        guard let renewed else { preconditionFailure("a case begins by being opened") }
        let row = caseRow(
            of: renewed,
            under: procedure,
            of: partnership,
            today: asking.today
        )
        let act = Act(
            partnership: asking.partnership,
            actor: .person(asking.person),
            recorded: asking.now,
            appends: [
                Act.Append(
                    reference: reference,
                    after: file?.version ?? 0,
                    payloads: events.map { EventCodec.encode($0) }
                )
            ],
            expects: [Act.Expectation(reference: nil, version: partnership.version)],
            cases: [row]
        )
        do {
            _ = try await store.append(act)
        } catch .versionConflict(let stream, _, _) where stream.reference != nil {
            let opened = try await load(reference, asking)
            throw .overtaken(opened.events.filter { $0.version > file?.version ?? 0 })
        } catch {
            throw .store(error)
        }
        return renewed
    }

    private func keeping<Value>(
        _ body: () async throws(StoreError) -> Value
    ) async throws(DeskError) -> Value {
        do {
            return try await body()
        } catch {
            throw .store(error)
        }
    }

    private static func event(_ recorded: RecordedEvent) throws(DeskError) -> CaseEvent {
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

extension CaseFile {
    fileprivate mutating func apply(_ event: CaseEvent, _ header: EventHeader) {
        evolve(&self, by: event, recorded: header.recorded, actor: header.actor)
    }
}
