import CaseFiles
import CaseStores
import Partnerships
import Procedures

/// What people ask of a case: permitted, decided, and written down with what lists show of it.
extension CaseDesk {
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
    func permit(
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
}
