import WorkingDays

extension Deciding {
    func add(_ agency: Agency) throws(PartnershipRefusal) -> [PartnershipEvent] {
        try check(agency)
        return [.agencyAdded(agency)]
    }

    func describe(_ agency: Agency) throws(PartnershipRefusal) -> [PartnershipEvent] {
        guard let before = partnership.agencies[agency.agency] else {
            throw .unknownAgency(agency.agency)
        }
        try check(agency)
        return before == agency ? [] : [.agencyDescribed(agency)]
    }

    private func check(_ agency: Agency) throws(PartnershipRefusal) {
        try require(agency.name, .name)
        for lead in agency.leads {
            try require(lead.name, .name)
            try require(lead.email, .email)
        }
        let same = partnership.agencies.values.first { other in
            other.agency != agency.agency && !other.isClosed
                && comparable(other.name) == comparable(agency.name)
        }
        if let same { throw .agencyNameTaken(by: same.agency) }
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
