import CaseStores
package import Credentials
package import Partnerships

/// What an account's own page shows of it.
package struct AccountSummary: Hashable, Sendable {
    package let person: PersonID
    package let name: String
    package let email: String
    /// Whether an invitation was taken up.
    package let hasPassword: Bool
    package let isEnrolled: Bool
    package let recoveryCodesLeft: Int
}

extension AccountDesk {
    package func summary(of person: PersonID) async throws(AccountError) -> AccountSummary {
        let (account, _) = try await account(of: person)
        return AccountSummary(
            person: person,
            name: account.name,
            email: account.email,
            hasPassword: account.password != nil,
            isEnrolled: account.isEnrolled,
            recoveryCodesLeft: account.recoveryCodes.left
        )
    }

    /// The person whose account has an address, in whatever partnership.
    package func person(withEmail email: String) async throws(AccountError) -> PersonID? {
        try await keeping { () async throws(StoreError) in
            try await store.account(withEmail: email)
        }?.person
    }

    /// Whose invitation it is, with the address to sign in with; it is not used up by asking.
    package func invited(
        by invitation: Token,
        at now: Timestamp
    ) async throws(AccountError) -> AccountSummary {
        let offered = try await keeping { () async throws(StoreError) in
            try await store.invitation(invitation.hash.bytes, at: now)
        }
        guard let offered else { throw .invitationOver }
        return try await summary(of: offered)
    }

    /// Takes somebody's factors away and returns the invitation to choose them anew.
    ///
    /// The partnerships that know the person are told first: her cases are shut before anything else changes.
    package func reset(
        _ person: PersonID,
        at now: Timestamp
    ) async throws(AccountError) -> Token {
        var (account, version) = try await account(of: person)
        account.takeFactorsAway(at: now)
        version = try await save(account, over: version)
        try await keeping { () async throws(StoreError) in
            _ = try await store.endSessions(of: person)
        }
        return try await invite(person, name: account.name, email: account.email, at: now).token
    }

    /// Notes a code given once more, before an act that wants one.
    package func giveFreshCode(
        _ code: String,
        _ token: Token,
        from place: AddressBlock,
        at now: Timestamp
    ) async throws(AccountError) {
        let (session, _) = try await session(token, at: now)
        try await judge(code, of: session.person, from: place, at: now)
        try await noteFreshCode(token, at: now)
    }

    /// Changes one's own password; every other session ends, and this one goes on under a new token.
    package func changePassword(
        _ token: Token,
        from old: String,
        to new: String,
        place: AddressBlock,
        at now: Timestamp
    ) async throws(AccountError) -> IssuedSession {
        let (session, _) = try await session(token, at: now)
        var (account, version) = try await account(of: session.person)
        let counted = [
            ThrottleKey.password(email: account.email, from: place), .source(place),
        ]
        try await attempt(counted, isCode: false, at: now)
        guard let hash = account.password else { throw .wrong }
        let isRight = try await checking { () async throws(PasswordHasher.Refusal) in
            try await hasher.verify(Password(old), against: hash)
        }
        guard isRight else { throw .wrong }
        try await succeeded(counted, isCode: false, at: now)
        account.changePassword(to: try await self.hash(try check(new, for: account)), at: now)
        version = try await save(account, over: version)
        var random = SystemRandomNumberGenerator()
        let issued = session.afterSignOutElsewhere(at: now, using: &random)
        try await keeping { () async throws(StoreError) in
            _ = try await store.endSessions(of: session.person)
        }
        try await keep(issued.session, under: issued.token.hash.bytes)
        return issued
    }

    /// Ten new recovery codes in place of the old.
    package func renewRecoveryCodes(
        _ token: Token,
        at now: Timestamp
    ) async throws(AccountError) -> [RecoveryCode] {
        let (session, _) = try await session(token, at: now)
        var (account, version) = try await account(of: session.person)
        var random = SystemRandomNumberGenerator()
        let codes: [RecoveryCode]
        do {
            codes = try account.makeRecoveryCodes(using: &random)
        } catch {
            throw .account(error)
        }
        version = try await save(account, over: version)
        return codes
    }

    /// What a fresh code does once it was right; by itself only in a demonstration, where nobody has a code.
    package func noteFreshCode(
        _ token: Token,
        at now: Timestamp
    ) async throws(AccountError) {
        try await change(token) { (session) throws(SignInRefusal) in
            try session.afterFreshCode(at: now)
        }
    }

    /// A session without password or code, for somebody of a demonstration alone.
    ///
    /// Only a server that was told to serve a demonstration, and found the store to be one, calls it.
    package func beginDemonstration(
        as person: PersonID,
        memberOf partnerships: [PartnershipID],
        at now: Timestamp
    ) async throws(AccountError) -> IssuedSession {
        let begun = try await begin(person, returningTo: nil, at: now)
        var random = SystemRandomNumberGenerator()
        let issued = begun.session.afterSecondFactor(
            memberOf: partnerships,
            at: now,
            using: &random
        )
        try await exchange(begun.token, for: issued)
        return issued
    }
}
