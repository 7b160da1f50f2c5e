package import CaseStores
package import Credentials
import Foundation
package import Partnerships

/// Why somebody is not signed in, or an account not changed.
package enum AccountError: Error, Hashable, Sendable {
    /// Wrong, whether there is such an account or not.
    case wrong
    /// Too many attempts: nothing is judged until then.
    case wait(until: Timestamp)
    /// As many passwords are being checked as can be: to be tried again in a moment.
    case busy
    case password(PasswordRefusal)
    case account(AccountRefusal)
    case session(SignInRefusal)
    /// Used, too old, or never made.
    case invitationOver
    case emailTaken
    case store(StoreError)
}

/// Accounts and sessions: invited, enrolled, signed in, signed out.
package struct AccountDesk: Sendable {
    package typealias Store = AccountStore & CaseStore & LinkStore

    let store: any Store
    let hasher: PasswordHasher
    /// Under which rows of attempts are named.
    let throttleSecret: Secret

    package init(store: any Store, hasher: PasswordHasher, throttleSecret: Secret) {
        self.store = store
        self.hasher = hasher
        self.throttleSecret = throttleSecret
    }

    /// A person's account, made where there is none, with an invitation that lasts one hour.
    ///
    /// One human being has one account, whatever partnerships she belongs to: her address finds it.
    package func invite(
        _ person: PersonID,
        name: String,
        email: String,
        at now: Timestamp
    ) async throws(AccountError) -> (person: PersonID, token: Token) {
        let known = try await keeping { () async throws(StoreError) in
            try await store.account(withEmail: email)
        }
        let invited = known?.person ?? person
        if known == nil {
            let account = Account(person: person, email: email, name: name)
            try await save(account, over: 0)
        }
        var random = SystemRandomNumberGenerator()
        let token = Token(using: &random)
        try await keeping { () async throws(StoreError) in
            try await store.addInvitation(
                token.hash.bytes,
                of: invited,
                ends: now.advanced(byHours: 1)
            )
        }
        return (invited, token)
    }

    /// The person with an address, who gets an account where there is none.
    package func person(
        named name: String,
        email: String
    ) async throws(AccountError) -> PersonID {
        if let known = try await person(withEmail: email) { return known }
        guard let person = PersonID(number: Int64.random(in: 0..<PersonID.count)) else {
            preconditionFailure("the number lies within the range")
        }
        do {
            try await ensure(person, name: name, email: email)
            return person
        } catch .emailTaken {
            // Somebody else was adding the same human being at that moment.
            guard let known = try await self.person(withEmail: email) else { throw .emailTaken }
            return known
        }
    }

    /// Makes an account where the person has none yet.
    package func ensure(
        _ person: PersonID,
        name: String,
        email: String
    ) async throws(AccountError) {
        let known = try await keeping { () async throws(StoreError) in
            try await store.account(of: person)
        }
        guard known == nil else { return }
        try await save(Account(person: person, email: email, name: name), over: 0)
    }

    /// Takes an invitation up with a password of one's own; the second factor comes next.
    package func takeUp(
        _ invitation: Token,
        password typed: String,
        at now: Timestamp
    ) async throws(AccountError) -> IssuedSession {
        let offered = try await keeping { () async throws(StoreError) in
            try await store.invitation(invitation.hash.bytes, at: now)
        }
        guard let person = offered else { throw .invitationOver }
        var (account, version) = try await account(of: person)
        // The password is judged before the invitation is used up: whoever mistypes can try again.
        let hash = try await hash(try check(typed, for: account))
        let taken = try await keeping { () async throws(StoreError) in
            try await store.takeInvitation(invitation.hash.bytes, at: now)
        }
        guard taken == person else { throw .invitationOver }
        account.changePassword(to: hash, at: now)
        version = try await save(account, over: version)
        return try await begin(person, returningTo: nil, at: now)
    }

    /// Shows a secret for the second factor, where none stands yet; a new one, or again the one shown before.
    package func beginEnrolment(
        _ token: Token,
        isNew: Bool = true,
        at now: Timestamp
    ) async throws(AccountError) -> TimeCode {
        let session = try await signingIn(token, at: now)
        var (account, version) = try await account(of: session.person)
        guard !account.isEnrolled else { throw .session(.secondFactorNeeded) }
        if !isNew, let shown = account.proposedTimeCode { return shown }
        var random = SystemRandomNumberGenerator()
        let code = account.beginEnrolment(using: &random)
        version = try await save(account, over: version)
        return code
    }

    /// Takes the secret shown once a code proves that it was read; the person is then signed in.
    package func confirmEnrolment(
        _ token: Token,
        code: String,
        memberOf partnerships: [PartnershipID],
        at now: Timestamp
    ) async throws(AccountError) -> (session: IssuedSession, recoveryCodes: [RecoveryCode]) {
        let session = try await signingIn(token, at: now)
        var (account, version) = try await account(of: session.person)
        guard !account.isEnrolled else { throw .session(.secondFactorNeeded) }
        var random = SystemRandomNumberGenerator()
        let codes: [RecoveryCode]
        do {
            codes = try account.confirmEnrolment(code: code, at: now, using: &random)
        } catch {
            throw .account(error)
        }
        version = try await save(account, over: version)
        let issued = session.afterSecondFactor(
            memberOf: partnerships,
            at: now,
            using: &random
        )
        try await exchange(token, for: issued)
        return (issued, codes)
    }

    func check(_ typed: String, for account: Account) throws(AccountError) -> Password {
        do {
            return try PasswordRules.check(typed, email: account.email)
        } catch {
            throw .password(error)
        }
    }

    func hash(_ password: Password) async throws(AccountError) -> PasswordHash {
        do {
            return try await hasher.hash(password)
        } catch {
            throw .busy
        }
    }

    func account(
        of person: PersonID
    ) async throws(AccountError) -> (account: Account, version: Int) {
        let stored = try await keeping { () async throws(StoreError) in
            try await store.account(of: person)
        }
        guard let stored else { throw .wrong }
        return (try Self.account(stored), stored.version)
    }

    static func account(_ stored: StoredAccount) throws(AccountError) -> Account {
        guard let account = try? JSONDecoder().decode(Account.self, from: Data(stored.record))
        else {
            throw .store(.altered(.init(stream: nil, version: stored.version, what: .row)))
        }
        return account
    }

    @discardableResult
    func save(_ account: Account, over version: Int) async throws(AccountError) -> Int {
        guard let record = try? JSONEncoder().encode(account) else {
            preconditionFailure("an account of plain values can be written")
        }
        let outcome = try await keeping { () async throws(StoreError) in
            try await store.saveAccount(
                StoredAccount(
                    person: account.person,
                    version: version,
                    record: Array(record)
                ),
                email: account.foldedEmail
            )
        }
        switch outcome {
        case .saved(let version): return version
        // Two at once with one code: the other was first, and the code is used.
        case .overtaken: throw .wrong
        case .emailTaken: throw .emailTaken
        }
    }

    func keeping<Value>(
        _ body: () async throws(StoreError) -> Value
    ) async throws(AccountError) -> Value {
        do {
            return try await body()
        } catch {
            throw .store(error)
        }
    }
}
