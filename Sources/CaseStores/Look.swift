package import Partnerships

/// That somebody saw, printed, exported or searched something.
package struct Look: Hashable, Sendable {
    package let partnership: PartnershipID
    /// Nil for a search or a list.
    package let reference: CaseReference?
    package let person: PersonID
    package let recorded: Timestamp
    /// What was looked at, sealed: `log`, `document …`, `search …`.
    package let what: String

    package init(
        partnership: PartnershipID,
        reference: CaseReference?,
        person: PersonID,
        recorded: Timestamp,
        what: String
    ) {
        self.partnership = partnership
        self.reference = reference
        self.person = person
        self.recorded = recorded
        self.what = what
    }
}

/// The newest looks first.
package struct LookQuery: Hashable, Sendable {
    package enum Of: Hashable, Sendable {
        case caseFile(CaseReference)
        case person(PersonID)
    }

    package let partnership: PartnershipID
    package let of: Of
    package let limit: Int

    package init(partnership: PartnershipID, of: Of, limit: Int = 200) {
        self.partnership = partnership
        self.of = of
        self.limit = limit
    }
}
