import Procedures
import WorkingDays

extension Deciding {
    func exclude(
        _ entry: EntryID,
        _ reference: CaseReference,
        _ person: PersonID?,
        _ name: String,
        _ email: String,
        _ reason: String
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        try require(name, .name)
        try require(reason, .reason)
        try refuseExcluded(from: reference)
        if let person { _ = try self.person(person) }
        let same = partnership.people.values.filter { other in
            other.person == person || comparable(other.name) == comparable(name)
                || !email.isEmpty && comparable(other.email) == comparable(email)
        }.map(\.person).sorted()
        let standing = partnership.exclusions.first { exclusion in
            exclusion.reference == reference && !exclusion.isEnded
                && comparable(exclusion.name) == comparable(name)
        }
        if let standing { throw .alreadyExcluded(standing.entry) }
        return [
            .personExcluded(
                Exclusion(
                    entry: entry,
                    reference: reference,
                    people: same,
                    name: name,
                    email: email,
                    reason: reason
                )
            )
        ]
    }

    func endExclusion(
        _ entry: EntryID,
        _ reason: String
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard let exclusion = partnership.exclusions.first(where: { $0.entry == entry }) else {
            throw .unknownEntry(entry)
        }
        if exclusion.isEnded { throw .alreadyEnded(entry) }
        if let person = actor.person, exclusion.people.contains(person) { throw .concernsHerself }
        try require(reason, .reason)
        return [.exclusionEnded(PartnershipEvent.Reasoned(entry: entry, reason: reason))]
    }

    /// A coordinator who is herself excluded does nothing in the case; her deputy acts.
    private func refuseExcluded(from reference: CaseReference) throws(PartnershipRefusal) {
        if let person = actor.person, partnership.isExcluded(person, from: reference) {
            throw .excluded
        }
    }

    /// Nobody resets her own: what she has she changes by herself.
    func resetFactor(
        of person: PersonID,
        askedBy asker: PersonID?
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        _ = try self.person(person)
        if actor.person == person { throw .notByHer(person) }
        return [.factorReset(PartnershipEvent.FactorReset(person: person, askedBy: asker))]
    }

    /// By a coordinator or chair who is neither the person nor whoever reset the factor.
    func confirm(_ person: PersonID) throws(PartnershipRefusal) -> [PartnershipEvent] {
        let resets = partnership.resets.filter { $0.person == person }
        if resets.isEmpty { throw .notReset(person) }
        if actor.person == person { throw .notByHer(person) }
        if resets.contains(where: { $0.isBy(actor) }) { throw .notByHer(actor.person ?? person) }
        return [.personConfirmed(PartnershipEvent.OfPerson(person: person))]
    }

    func askToBreakGlass(
        _ entry: EntryID,
        _ reference: CaseReference,
        _ person: PersonID,
        _ reason: String
    ) throws(PartnershipRefusal) -> [PartnershipEvent] {
        _ = try self.person(person)
        try require(reason, .reason)
        // Asking tells nothing: whoever is kept from the case is refused when somebody is to approve it.
        return [
            .glassBreakingAsked(
                PartnershipEvent.GlassBreakingAsked(
                    entry: entry,
                    reference: reference,
                    person: person,
                    reason: reason
                )
            )
        ]
    }

    /// By a second person; one of the two is a delegated safeguarding partner, and neither is excluded.
    func breakGlass(_ entry: EntryID) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard let glass = partnership.brokenGlass.first(where: { $0.entry == entry }) else {
            throw .unknownEntry(entry)
        }
        if glass.opened != nil { throw .alreadyOpen(entry) }
        if now >= glass.asked.advanced(byHours: BrokenGlass.lapsesAfterHours) {
            throw .lapsed(entry)
        }
        guard let person = actor.person, person != glass.askedBy else { throw .needsSecondPerson }
        try refuseExcluded(from: glass.reference)
        if partnership.isExcluded(glass.person, from: glass.reference)
            || partnership.isExcluded(glass.askedBy, from: glass.reference)
        {
            throw .excluded
        }
        let partners = [person, glass.askedBy].filter {
            partnership.capacities(of: $0, on: today).contains(.partner)
        }
        if partners.isEmpty { throw .needsPartner }
        return [.glassBroken(PartnershipEvent.GlassBroken(entry: entry))]
    }

    func seeNotices(_ count: Int) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard
            partnership.notices.prefix(max(0, count)).contains(where: {
                $0.seenBy == nil && !partnership.concerns($0, actor)
            })
        else {
            return []
        }
        return [.noticesSeen(PartnershipEvent.NoticesSeen(count: count))]
    }
}
