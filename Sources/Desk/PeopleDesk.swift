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
    /// One human being has one sign-in: whoever has one already goes on using it.
    package func add(
        _ newcomer: Newcomer,
        to id: PartnershipID,
        by actor: Actor,
        at now: Timestamp
    ) async throws(PeopleError) -> (person: PersonID, invitation: Token?) {
        let known = try await accounting { () async throws(AccountError) in
            try await accounts.person(withEmail: newcomer.email)
        }
        let person = known ?? Self.newPerson()
        let membership = Membership(
            entry: Self.newEntry(),
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
        let summary = try await ensureAccount(person, newcomer, at: now)
        guard !summary.hasPassword else { return (person, nil) }
        return (person, try await invite(person, in: id, by: actor, at: now))
    }

    /// A new link for somebody who has not taken up the one she was given.
    package func invite(
        _ person: PersonID,
        in id: PartnershipID,
        by actor: Actor,
        at now: Timestamp
    ) async throws(PeopleError) -> Token {
        try await handling { () async throws(DeskError) in
            let partnership = try await cases.partnerships.partnership(id)
            guard partnership.people[person] != nil else { throw .refused(.unknownPerson(person)) }
        }
        let summary = try await accounting { () async throws(AccountError) in
            try await accounts.summary(of: person)
        }
        if summary.hasPassword {
            return try await reset(person, in: id, by: actor, at: now)
        }
        // Whoever makes the link could use it herself: the other partnerships that know the person must ask her first.
        try await tellOthers(person, but: id, at: now)
        return try await accounting { () async throws(AccountError) in
            try await accounts.invite(
                person,
                name: summary.name,
                email: summary.email,
                at: now
            ).token
        }
    }

    /// Takes somebody's password and code away; her cases are shut first, in every partnership that knows her.
    package func reset(
        _ person: PersonID,
        in id: PartnershipID,
        by actor: Actor,
        at now: Timestamp
    ) async throws(PeopleError) -> Token {
        try await handling { () async throws(DeskError) in
            try await cases.handle([.resetFactor(person)], in: id, by: actor, at: now)
        }
        try await tellOthers(person, but: id, at: now)
        return try await accounting { () async throws(AccountError) in
            try await accounts.reset(person, at: now)
        }
    }

    private func tellOthers(
        _ person: PersonID,
        but id: PartnershipID,
        at now: Timestamp
    ) async throws(PeopleError) {
        try await handling { () async throws(DeskError) in
            for other in try await cases.partnerships.partnershipsKnowing(person) where other != id
            {
                try await cases.handle([.resetFactor(person)], in: other, by: .system, at: now)
            }
        }
    }

    private func ensureAccount(
        _ person: PersonID,
        _ newcomer: Newcomer,
        at now: Timestamp
    ) async throws(PeopleError) -> AccountSummary {
        try await accounting { () async throws(AccountError) in
            try await accounts.ensure(person, name: newcomer.name, email: newcomer.email)
            return try await accounts.summary(of: person)
        }
    }

    private static func newPerson() -> PersonID {
        guard let id = PersonID(number: Int64.random(in: 0..<PersonID.count)) else {
            preconditionFailure("the number lies within the range")
        }
        return id
    }

    private static func newEntry() -> EntryID {
        guard let id = EntryID(number: Int64.random(in: 0..<EntryID.count)) else {
            preconditionFailure("the number lies within the range")
        }
        return id
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
