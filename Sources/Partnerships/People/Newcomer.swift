package import WorkingDays

/// Somebody to be added to a partnership, and what she will be there.
package struct Newcomer: Hashable, Sendable {
    package let name: String
    package let email: String
    package let agency: AgencyID?
    package let roles: [HeldRole]
    package let from: Day
    package let until: Day?

    package init(
        name: String,
        email: String,
        agency: AgencyID?,
        roles: [HeldRole],
        from: Day,
        until: Day?
    ) {
        self.name = name
        self.email = email
        self.agency = agency
        self.roles = roles
        self.from = from
        self.until = until
    }
}
