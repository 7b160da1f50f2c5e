package import Procedures
package import WorkingDays

/// What Sightline counts of a quorum from the attendance; whether a meeting is quorate a person states.
package struct QuorumCount: Hashable, Sendable {
    package let rule: Quorum
    /// One for each that the rule counts: a partner, a role, a group.
    package let seats: [Seat]
    /// How many of the seats must be taken.
    package let needed: Int

    package struct Seat: Hashable, Sendable {
        /// A partner's, role's or group's id, or the procedure's own words.
        package let id: String
        /// Who is there for it, by name.
        package let there: [String]
        /// Who was there for it and left, and when last.
        package let left: [String]
        package let lastLeft: Minute?

        package var isTaken: Bool { !there.isEmpty }
    }

    package var taken: Int { seats.count(where: \.isTaken) }
    package var isMet: Bool { needed > 0 && taken >= needed }
    package var missing: [Seat] { seats.filter { !$0.isTaken } }
}

extension Meeting {
    /// What the quorum comes to at a minute; without one, now, or at the end of a meeting that ended.
    ///
    /// Nil where the procedure asks for no quorum. Those who left before that minute count no longer: a meeting decides
    /// after its practitioners have gone, and must be quorate then.
    package func quorum(under procedure: Procedure, at minute: Minute? = nil) -> QuorumCount? {
        guard let step = procedure.lookup.stepNamed[step],
            let rule = procedure.steps[step].meeting?.quorum
        else { return nil }
        let at = minute ?? ended?.minute
        let ids = procedure.seats(of: rule.of)
        if case .atLeast(let count) = rule.needs {
            let seats = people(of: ids, at: at, under: procedure)
            return QuorumCount(rule: rule, seats: seats, needed: count)
        }
        let seats = ids.map { seat($0, at: at, under: procedure) }
        return QuorumCount(rule: rule, seats: seats, needed: seats.count)
    }

    private func isThere(_ person: MeetingPerson, at minute: Minute?) -> Bool {
        minute.map { isThere(person.entry, at: $0) } ?? isThere(person.entry)
    }

    private func seat(
        _ id: String,
        at minute: Minute?,
        under procedure: Procedure
    ) -> QuorumCount.Seat {
        let theirs = attended.filter { procedure.stands($0, for: id) }
        let gone = theirs.filter { !isThere($0, at: minute) }
        return QuorumCount.Seat(
            id: id,
            there: theirs.filter { isThere($0, at: minute) }.map(\.name),
            left: gone.map(\.name),
            lastLeft: gone.compactMap { presences[$0.entry]?.last?.until }.max()
        )
    }

    /// Where so many of a whole are needed, each person counts for one.
    private func people(
        of ids: [String],
        at minute: Minute?,
        under procedure: Procedure
    ) -> [QuorumCount.Seat] {
        attended.filter { person in ids.contains { procedure.stands(person, for: $0) } }.map {
            person in
            let isThere = isThere(person, at: minute)
            return QuorumCount.Seat(
                id: person.name,
                there: isThere ? [person.name] : [],
                left: isThere ? [] : [person.name],
                lastLeft: isThere ? nil : presences[person.entry]?.last?.until
            )
        }
    }
}

extension Procedure {
    /// What a quorum counts: each partner, each member of a group, or whoever is named.
    package func seats(of who: Who) -> [String] {
        switch who.people {
        case .partners, .anyPartner: SafeguardingPartner.allCases.map(\.rawValue)
        case .partner(let partner): [partner.rawValue]
        case .role(let role): [roles[role].id]
        case .group(let group):
            groups[group].members.isEmpty
                ? [groups[group].id] : groups[group].members.flatMap { seats(of: $0) }
        default: [who.text]
        }
    }

    /// Whether somebody at a meeting stands for a partner, a role or a group: by that itself, or by a role of that partner.
    package func stands(_ person: MeetingPerson, for id: String) -> Bool {
        if person.standsFor.contains(id) { return true }
        guard let partner = SafeguardingPartner(rawValue: id) else { return false }
        return roles.contains { $0.partner == partner && person.standsFor.contains($0.id) }
    }
}
