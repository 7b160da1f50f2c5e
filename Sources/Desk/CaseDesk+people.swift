package import CaseFiles
import CaseStores
package import Partnerships
import WorkingDays

extension CaseDesk {
    /// Does what is asked of a partnership, and what follows for lists of its cases, in one act.
    @discardableResult
    package func handle(
        _ command: PartnershipCommand,
        for asking: Asking
    ) async throws(DeskError) -> [PartnershipEvent] {
        try await handle([command], for: asking)
    }

    /// The same for several things that belong together: all of them, or none.
    @discardableResult
    package func handle(
        _ commands: [PartnershipCommand],
        for asking: Asking
    ) async throws(DeskError) -> [PartnershipEvent] {
        for command in commands { try await permit(command, asking) }
        return try await handle(
            commands,
            in: asking.partnership,
            by: .person(asking.person),
            at: asking.time
        )
    }

    /// The same for whoever is no person: the operator of the machine, who sees no case by it.
    @discardableResult
    package func handle(
        _ commands: [PartnershipCommand],
        in id: PartnershipID,
        by actor: Actor,
        at now: Timestamp
    ) async throws(DeskError) -> [PartnershipEvent] {
        let today = now.localTime.day
        return try await partnerships.handle(commands, in: id, by: actor, at: now) {
            (partnership: Partnership, events: [PartnershipEvent]) async throws(DeskError) in
            var rows: [CaseRow] = []
            for reference in try await touched(by: events, partnership, id, today) {
                let opened = try await unguarded(reference, of: id)
                rows.append(
                    caseRow(
                        of: opened.file,
                        under: opened.procedure,
                        of: partnership,
                        today: today
                    )
                )
            }
            return rows
        }
    }

    /// Every date that a command would change, in the open cases that somebody is on.
    package func changes(
        by command: PartnershipCommand,
        for asking: Asking
    ) async throws(DeskError) -> [(opened: OpenedCase, changes: [DateChange])] {
        let partnership = try await partnerships.partnership(asking.partnership)
        var after = partnership
        let actor = Actor.person(asking.person)
        do {
            for event in try decide(command, in: partnership, by: actor, at: asking.time) {
                evolve(&after, by: event, recorded: asking.time, actor: actor)
            }
        } catch {
            throw .refused(error)
        }
        let rows = try await keeping { () async throws(StoreError) in
            try await store.caseRows(of: asking.partnership)
        }
        var mine: [(opened: OpenedCase, changes: [DateChange])] = []
        for (reference, _) in rows {
            let opened = try await unguarded(reference, of: asking.partnership)
            guard opened.file.isOpen,
                opened.permissions(of: asking.person, at: asking.time)[.see].isPermitted
            else {
                continue
            }
            let schedules = [partnership, after].map { partnership in
                OpenedCase(
                    file: opened.file,
                    procedure: opened.procedure,
                    partnership: partnership,
                    events: []
                ).schedule(today: asking.today)
            }
            let changes = CaseFiles.changes(
                from: schedules[0],
                under: opened.procedure,
                to: schedules[1],
                under: opened.procedure
            )
            if !changes.isEmpty { mine.append((opened, changes)) }
        }
        return mine
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

    /// The cases whose people or days are others after such events.
    private func touched(
        by events: [PartnershipEvent],
        _ partnership: Partnership,
        _ id: PartnershipID,
        _ today: Day
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
                touched.formUnion(try await casesEver(of: deputy.standsInFor, id))
            case .deputyEnded(let ending):
                for deputy in partnership.deputies where deputy.entry == ending.entry {
                    touched.formUnion(try await casesEver(of: deputy.standsInFor, id))
                }
            case .membershipGranted(let membership):
                touched.formUnion(try await stoodInFor(membership.person, partnership, id))
            case .membershipEnded(let ending):
                for membership in partnership.memberships where membership.entry == ending.entry {
                    touched.formUnion(try await stoodInFor(membership.person, partnership, id))
                }
            case .dayClosed, .dayOpened:
                let rows = try await keeping { () async throws(StoreError) in
                    try await store.caseRows(of: id)
                }
                touched.formUnion(rows.map(\.0))
            default: continue
            }
        }
        return touched
    }

    /// The cases of somebody for whom others stand in: their lists follow what she is.
    private func stoodInFor(
        _ person: PersonID,
        _ partnership: Partnership,
        _ id: PartnershipID
    ) async throws(DeskError) -> [CaseReference] {
        guard partnership.deputies.contains(where: { $0.standsInFor == person }) else { return [] }
        return try await casesEver(of: person, id)
    }

    /// Every case that somebody was put on, whether her own lists still show it or not.
    private func casesEver(
        of person: PersonID,
        _ id: PartnershipID
    ) async throws(DeskError) -> [CaseReference] {
        let rows = try await keeping { () async throws(StoreError) in
            try await store.caseRows(of: id)
        }
        var found: [CaseReference] = []
        for (reference, _) in rows {
            let opened = try await unguarded(reference, of: id)
            if opened.file.people.contains(where: { $0.person == person }) {
                found.append(reference)
            }
        }
        return found
    }

    private func references(of exclusion: EntryID, _ partnership: Partnership) -> [CaseReference] {
        partnership.exclusions.filter { $0.entry == exclusion }.map(\.reference)
    }

    func cases(
        of person: PersonID,
        _ id: PartnershipID,
        _ today: Day
    ) async throws(DeskError) -> [CaseReference] {
        var found: [CaseReference] = []
        for isOpen in [true, false] {
            var after: CaseKey?
            repeat {
                let query = CaseQuery(
                    partnership: id,
                    person: person,
                    today: today,
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
}
