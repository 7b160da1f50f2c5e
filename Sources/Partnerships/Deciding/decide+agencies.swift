import WorkingDays

extension Deciding {
    func add(_ agency: Agency) throws(PartnershipRefusal) -> [PartnershipEvent] {
        try check(agency)
        return [.agencyAdded(agency)] + addressesEntered(agency, instead: nil)
    }

    func describe(_ agency: Agency) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard let before = partnership.agencies[agency.agency] else {
            throw .unknownAgency(agency.agency)
        }
        try check(agency)
        if before == agency { return [] }
        return [.agencyDescribed(agency)] + addressesEntered(agency, instead: before)
    }

    private func check(_ agency: Agency) throws(PartnershipRefusal) {
        let faults = partnership.faults(of: agency)
        if !faults.isEmpty { throw .agencyFaults(faults) }
    }

    /// Coordinators are told of addresses that are new to the agency and not trusted.
    private func addressesEntered(
        _ agency: Agency,
        instead before: Agency?
    ) -> [PartnershipEvent] {
        let known = Set(before?.contacts.map { MailAddress($0.email) } ?? [])
        let new = agency.contacts.map(\.email).filter { email in
            !known.contains(MailAddress(email)) && !partnership.trust(of: email).isTrusted
        }
        if new.isEmpty { return [] }
        return [
            .addressesEntered(
                PartnershipEvent.AddressesEntered(agency: agency.agency, addresses: new)
            )
        ]
    }

    func close(_ agency: AgencyID, _ reason: String) throws(PartnershipRefusal)
        -> [PartnershipEvent]
    {
        guard let standing = partnership.agencies[agency] else { throw .unknownAgency(agency) }
        try require(reason, .reason)
        if standing.isClosed { return [] }
        return [.agencyClosed(PartnershipEvent.AgencyClosed(agency: agency, reason: reason))]
    }

    func close(_ day: Day, _ reason: String) throws(PartnershipRefusal) -> [PartnershipEvent] {
        try require(reason, .reason)
        if partnership.closures[day] != nil { throw .alreadyClosed(day) }
        return [.dayClosed(PartnershipEvent.DayClosed(day: day, reason: reason))]
    }

    func open(_ day: Day, _ reason: String) throws(PartnershipRefusal) -> [PartnershipEvent] {
        try require(reason, .reason)
        if partnership.closures[day] == nil { throw .notClosed(day) }
        return [.dayOpened(PartnershipEvent.DayClosed(day: day, reason: reason))]
    }

    func putToUse(_ edition: Edition) throws(PartnershipRefusal) -> [PartnershipEvent] {
        if partnership.editions.last == edition { throw .sameEdition }
        return [.editionPutToUse(edition)]
    }
}
