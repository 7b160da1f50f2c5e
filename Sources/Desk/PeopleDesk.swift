package import Credentials
package import Partnerships

/// Why somebody was not added, invited or reset.
package enum PeopleError: Error, Hashable, Sendable {
    case desk(DeskError)
    case account(AccountError)
}

/// People with what they sign in by: what is told to partnerships and what is kept of accounts, together.
package struct PeopleDesk: Sendable {
    let cases: CaseDesk
    let accounts: AccountDesk

    package init(cases: CaseDesk, accounts: AccountDesk) {
        self.cases = cases
        self.accounts = accounts
    }

    /// Adds somebody with a membership; an invitation where she has no sign-in yet.
    ///
    /// One human being has one sign-in: whoever has one already goes on using it. The account is made first, so that
    /// nobody belongs to a partnership who cannot be let in; an account that nobody was then given is nobody's.
    package func add(
        _ newcomer: Newcomer,
        under entry: EntryID,
        to id: PartnershipID,
        by actor: Actor,
        at now: Timestamp,
        present: Timestamp
    ) async throws(PeopleError) -> (person: PersonID, invitation: Token?) {
        let person = try await accounting { () async throws(AccountError) in
            try await accounts.person(named: newcomer.name, email: newcomer.email)
        }
        let membership = Membership(
            entry: entry,
            person: person,
            roles: newcomer.roles,
            from: newcomer.from,
            until: newcomer.until
        )
        let description = Person(
            person: person,
            name: newcomer.name,
            email: newcomer.email,
            agency: newcomer.agency
        )
        try await handling { () async throws(DeskError) in
            try await cases.handle(
                [.addPerson(description), .grant(membership)],
                in: id,
                by: actor,
                at: now
            )
        }
        let summary = try await accounting { () async throws(AccountError) in
            try await accounts.summary(of: person)
        }
        guard !summary.hasPassword else { return (person, nil) }
        return (person, try await invite(person, in: id, by: actor, at: now, present: present))
    }

    /// A new link for somebody who has not taken up the one she was given.
    ///
    /// `now` is the time that partnerships go by, `present` the one that sign-ins go by.
    package func invite(
        _ person: PersonID,
        in id: PartnershipID,
        by actor: Actor,
        at now: Timestamp,
        present: Timestamp
    ) async throws(PeopleError) -> Token {
        let summary = try await summary(of: person, in: id)
        if summary.hasPassword {
            return try await reset(person, in: id, by: actor, at: now, present: present)
        }
        // Whoever makes the link could use it herself: the other partnerships that know the person must ask her first.
        try await tellOthers(person, but: id, by: actor, at: now)
        return try await accounting { () async throws(AccountError) in
            try await accounts.invite(
                person,
                name: summary.name,
                email: summary.email,
                at: present
            ).token
        }
    }

    /// Takes somebody's password and code away; her cases are shut first, in every partnership that knows her.
    package func reset(
        _ person: PersonID,
        in id: PartnershipID,
        by actor: Actor,
        at now: Timestamp,
        present: Timestamp
    ) async throws(PeopleError) -> Token {
        _ = try await summary(of: person, in: id)
        try await handling { () async throws(DeskError) in
            try await cases.handle([.resetFactor(person)], in: id, by: actor, at: now)
        }
        try await tellOthers(person, but: id, by: actor, at: now)
        return try await accounting { () async throws(AccountError) in
            try await accounts.reset(person, at: present)
        }
    }

    /// The account of somebody whom the partnership knows; one that is missing is made.
    private func summary(
        of person: PersonID,
        in id: PartnershipID
    ) async throws(PeopleError) -> AccountSummary {
        let described = try await handling { () async throws(DeskError) in
            let partnership = try await cases.partnerships.partnership(id)
            guard let described = partnership.people[person] else {
                throw .refused(.unknownPerson(person))
            }
            return described
        }
        return try await accounting { () async throws(AccountError) in
            try await accounts.ensure(person, name: described.name, email: described.email)
            return try await accounts.summary(of: person)
        }
    }

    private func tellOthers(
        _ person: PersonID,
        but id: PartnershipID,
        by actor: Actor,
        at now: Timestamp
    ) async throws(PeopleError) {
        try await handling { () async throws(DeskError) in
            for other in try await cases.partnerships.partnershipsKnowing(person) where other != id
            {
                try await cases.handle(
                    [.resetFactor(person, askedBy: actor.person)],
                    in: other,
                    by: .system,
                    at: now
                )
            }
        }
    }

    @discardableResult
    private func handling<Value>(
        _ body: () async throws(DeskError) -> Value
    ) async throws(PeopleError) -> Value {
        do {
            return try await body()
        } catch {
            throw .desk(error)
        }
    }

    @discardableResult
    private func accounting<Value>(
        _ body: () async throws(AccountError) -> Value
    ) async throws(PeopleError) -> Value {
        do {
            return try await body()
        } catch {
            throw .account(error)
        }
    }
}
