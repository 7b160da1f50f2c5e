import Procedures
import WorkingDays

extension Deciding {
    func add(_ person: Person) throws(PartnershipRefusal) -> [PartnershipEvent] {
        if partnership.people[person.person] != nil { throw .alreadyThere(person.person) }
        try check(person)
        return [.personAdded(person)] + matches(of: person)
    }

    func describe(_ person: Person) throws(PartnershipRefusal) -> [PartnershipEvent] {
        let before = try self.person(person.person)
        try check(person)
        return before == person ? [] : [.personDescribed(person)] + matches(of: person)
    }

    private func check(_ person: Person) throws(PartnershipRefusal) {
        try require(person.name, .name)
        try require(person.email, .email)
        if let agency = person.agency, partnership.agencies[agency] == nil {
            throw .unknownAgency(agency)
        }
        let same = partnership.people.values.first { other in
            other.person != person.person && comparable(other.email) == comparable(person.email)
        }
        if let same { throw .emailTaken(by: same.person) }
    }

    /// Exclusions are of human beings: an account with the name or address of somebody excluded is excluded too.
    private func matches(of person: Person) -> [PartnershipEvent] {
        partnership.exclusions.filter { exclusion in
            !exclusion.isEnded && !exclusion.people.contains(person.person)
                && (comparable(exclusion.email) == comparable(person.email)
                    && !exclusion.email.isEmpty
                    || comparable(exclusion.name) == comparable(person.name))
        }.map { exclusion in
            .exclusionWidened(
                PartnershipEvent.ExclusionWidened(
                    entry: exclusion.entry,
                    person: person.person
                )
            )
        }
    }

    func grant(_ membership: Membership) throws(PartnershipRefusal) -> [PartnershipEvent] {
        _ = try person(membership.person)
        if membership.roles.isEmpty { throw .noRoles }
        try checkEnd(from: membership.from, until: membership.until)
        for role in membership.roles where membership.until == nil {
            if role.capacity.accessEnds { throw .mustEnd(role.capacity) }
        }
        return [.membershipGranted(membership)]
    }

    func endMembership(
        _ entry: EntryID,
        _ until: Day,
        _ reason: String
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard let membership = partnership.memberships.first(where: { $0.entry == entry }) else {
            throw .unknownEntry(entry)
        }
        if let ended = membership.until, ended < today { throw .alreadyEnded(entry) }
        try require(reason, .reason)
        try checkEnd(from: membership.from, until: until)
        for capacity in [Capacity.coordinator, .administrator]
        where membership.roles.contains(where: { $0.capacity == capacity }) {
            let others = partnership.memberships.contains { other in
                other.entry != entry && other.until.map { $0 > until } ?? true
                    && other.roles.contains { $0.capacity == capacity }
            }
            if !others { throw .lastOf(capacity) }
        }
        return [
            .membershipEnded(
                PartnershipEvent.Ending(entry: entry, until: until, reason: reason)
            )
        ]
    }

    /// Nobody makes herself a deputy, and nobody who is kept from a case sends somebody in her place.
    func name(_ deputy: Deputy) throws(PartnershipRefusal) -> [PartnershipEvent] {
        if let person = actor.person {
            if deputy.person == person { throw .concernsHerself }
            let isKeptOut = partnership.exclusions.contains {
                !$0.isEnded && $0.people.contains(person)
            }
            if deputy.standsInFor == person, isKeptOut { throw .concernsHerself }
        }
        _ = try person(deputy.person)
        _ = try person(deputy.standsInFor)
        if deputy.person == deputy.standsInFor { throw .standsInForHerself }
        try checkEnd(from: deputy.from, until: deputy.until)
        return [.deputyNamed(deputy)]
    }

    func endDeputy(
        _ entry: EntryID,
        _ until: Day,
        _ reason: String
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard let deputy = partnership.deputies.first(where: { $0.entry == entry }) else {
            throw .unknownEntry(entry)
        }
        if deputy.until < today { throw .alreadyEnded(entry) }
        try require(reason, .reason)
        try checkEnd(from: deputy.from, until: until)
        return [
            .deputyEnded(PartnershipEvent.Ending(entry: entry, until: until, reason: reason))
        ]
    }

    private func checkEnd(from: Day, until: Day?) throws(PartnershipRefusal) {
        if let until, until < from { throw .endsBeforeItBegins(from: from, until: until) }
    }
}

extension Capacity {
    /// Authors, advisers and scrutineers are let in for a time only.
    package var accessEnds: Bool {
        self == .reviewer || self == .adviser || self == .observer
    }
}
