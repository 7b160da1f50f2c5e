package import Procedures
package import WorkingDays

/// A capacity that somebody has, and why.
package struct HeldCapacity: Hashable, Sendable {
    package let held: HeldRole
    /// Whom she stands in for; nil where it is her own.
    package let standingInFor: PersonID?
    /// The last day that it lasts, where an end is set.
    package let until: Day?
}

extension Partnership {
    /// Everything that a person is on a day: by her own memberships, and by standing in for others.
    ///
    /// Standing in passes on what the other holds herself, not what she holds as somebody's deputy.
    package func standing(of person: PersonID, on day: Day) -> [HeldCapacity] {
        let own = memberships(of: person, on: day).flatMap { membership in
            membership.roles.map {
                HeldCapacity(held: $0, standingInFor: nil, until: membership.until)
            }
        }
        let deputed = deputies.filter { $0.person == person && $0.isOn(day) }.flatMap { deputy in
            memberships(of: deputy.standsInFor, on: day).flatMap { membership in
                membership.roles.map { role in
                    HeldCapacity(
                        held: role,
                        standingInFor: deputy.standsInFor,
                        until: min(membership.until ?? deputy.until, deputy.until)
                    )
                }
            }
        }
        return own + deputed
    }

    /// Whom a person stands in for on a day.
    package func stoodInFor(by person: PersonID, on day: Day) -> [PersonID] {
        deputies.filter { $0.person == person && $0.isOn(day) }.map(\.standsInFor)
    }

    private func memberships(of person: PersonID, on day: Day) -> [Membership] {
        memberships.filter { $0.person == person && $0.isOn(day) }
    }

    package func capacities(of person: PersonID, on day: Day) -> Set<Capacity> {
        Set(standing(of: person, on: day).map(\.held.capacity))
    }

    package func isMember(_ person: PersonID, on day: Day) -> Bool {
        !standing(of: person, on: day).isEmpty
    }

    /// Whether a human being is kept from a case, by this account or as far as her name or address tell.
    package func isExcluded(_ person: PersonID, from reference: CaseReference) -> Bool {
        exclusions.contains { exclusion in
            exclusion.reference == reference && !exclusion.isEnded
                && exclusion.people.contains(person)
        }
    }

    /// Whether a human being is kept from a case who is known by no more than a name and an address.
    package func isExcluded(
        name: String,
        email: String,
        from reference: CaseReference
    ) -> Bool {
        exclusions.contains { exclusion in
            guard exclusion.reference == reference, !exclusion.isEnded else { return false }
            let accounts = exclusion.people.compactMap { people[$0] }
            let emails = ([exclusion.email] + accounts.map(\.email)).map { comparable($0) }
            let names = ([exclusion.name] + accounts.map(\.name)).map { comparable($0) }
            return names.contains(comparable(name))
                || !comparable(email).isEmpty && emails.contains(comparable(email))
        }
    }

    /// Whether a person's cases stay shut until somebody confirms who she is.
    package func isShut(_ person: PersonID) -> Bool {
        resets.contains { $0.person == person }
    }

    /// The cases that are open to a person for the time being, without being on them.
    package func casesOpened(to person: PersonID, at now: Timestamp) -> [CaseReference] {
        brokenGlass.filter { glass in
            glass.person == person && glass.isOpen(at: now)
                && !isExcluded(person, from: glass.reference)
        }.map(\.reference)
    }

    /// Notices that no coordinator has seen yet, oldest first.
    package var unseenNotices: [Notice] { notices.filter { $0.seenBy == nil } }
}

extension Partnership {
    /// Whether a notice is of what somebody did herself, or of herself: another has to look at it.
    func concerns(_ notice: Notice, _ actor: Actor) -> Bool {
        if notice.by == actor { return true }
        guard let person = actor.person else { return false }
        return switch notice.what {
        case .personAdded(let other), .factorReset(let other), .possibleMatch(let other, _):
            other == person
        case .membershipGranted(let entry):
            memberships.contains { $0.entry == entry && $0.person == person }
        case .deputyNamed(let entry):
            deputies.contains { $0.entry == entry && $0.person == person }
        case .keysHandled, .addressesEntered, .letterPutToUse: false
        }
    }

    /// The notices that somebody is to look at, oldest first.
    package func noticesToLookAt(by person: PersonID) -> [Notice] {
        unseenNotices.filter { !concerns($0, .person(person)) }
    }

    /// Nobody learns from a notice that she is kept from a case.
    package func mayBeShown(_ notice: Notice, to person: PersonID) -> Bool {
        if case .possibleMatch(person, _) = notice.what { false } else { true }
    }
}

/// A name or address as it is compared: without capitals, marks or doubled spaces.
package func comparable(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "@" && $0 != "." }
        .joined(separator: " ")
}
