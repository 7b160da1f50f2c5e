import CaseStores
package import Credentials
import Foundation
package import Partnerships

extension AccountDesk {
    /// Begins a session for whoever gives the right address and password.
    ///
    /// An unknown address costs what a known one costs, and is answered alike.
    package func signIn(
        email: String,
        password typed: String,
        from place: AddressBlock,
        returningTo address: ReturnAddress?,
        at now: Timestamp
    ) async throws(AccountError) -> IssuedSession {
        let counted = [ThrottleKey.password(email: email, from: place), .source(place)]
        try await attempt(counted, isCode: false, at: now)
        let password = Password(typed)
        let stored = try await keeping { () async throws(StoreError) in
            try await store.account(withEmail: email.trimmed)
        }
        guard let stored, let hash = try Self.account(stored).password else {
            try await checking { () async throws(PasswordHasher.Refusal) in
                try await hasher.verifyAgainstNothing(password)
            }
            throw .wrong
        }
        let isRight = try await checking { () async throws(PasswordHasher.Refusal) in
            try await hasher.verify(password, against: hash)
        }
        guard isRight else { throw .wrong }
        try await succeeded(counted, isCode: false, at: now)
        return try await begin(stored.person, returningTo: address, at: now)
    }

    /// The session after a right one-time or recovery code; each serves once.
    package func giveCode(
        _ code: String,
        _ token: Token,
        from place: AddressBlock,
        memberOf partnerships: [PartnershipID],
        at now: Timestamp
    ) async throws(AccountError) -> IssuedSession {
        let session = try await signingIn(token, at: now)
        try await judge(code, of: session.person, from: place, at: now)
        var random = SystemRandomNumberGenerator()
        let issued = session.afterSecondFactor(
            memberOf: partnerships,
            at: now,
            using: &random
        )
        try await exchange(token, for: issued)
        return issued
    }

    /// Uses up a code of somebody's; what is wrong is counted before it is judged.
    func judge(
        _ code: String,
        of person: PersonID,
        from place: AddressBlock,
        at now: Timestamp
    ) async throws(AccountError) {
        let counted = [
            ThrottleKey.code(person, from: place), .source(place), .codeAnywhere(person),
        ]
        try await attempt(counted, isCode: true, at: now)
        var (account, version) = try await account(of: person)
        do {
            try account.useCode(code, at: now)
        } catch .wrongCode {
            throw .wrong
        } catch {
            throw .account(error)
        }
        version = try await save(account, over: version)
        try await succeeded(counted, isCode: true, at: now)
    }

    /// The session in another partnership, under a new token.
    package func choose(
        _ partnership: PartnershipID,
        _ token: Token,
        memberOf partnerships: [PartnershipID],
        at now: Timestamp
    ) async throws(AccountError) -> IssuedSession {
        let (session, _) = try await session(token, at: now)
        var random = SystemRandomNumberGenerator()
        let issued: IssuedSession
        do {
            issued = try session.afterPartnershipChange(
                to: partnership,
                memberOf: partnerships,
                at: now,
                using: &random
            )
        } catch {
            throw .session(error)
        }
        try await exchange(token, for: issued)
        return issued
    }

    /// The session of a token with what it is good for now; that it was seen is noted once a minute.
    package func session(
        _ token: Token,
        at now: Timestamp
    ) async throws(AccountError) -> (session: Session, state: SessionState) {
        let hash = token.hash.bytes
        let stored = try await keeping { () async throws(StoreError) in
            try await store.session(hash)
        }
        guard let stored,
            let session = try? JSONDecoder().decode(Session.self, from: Data(stored.record))
        else { throw .session(.ended(.signedOutEverywhere)) }
        let (account, _) = try await account(of: session.person)
        let state = session.state(at: now, signedOutEverywhere: account.signedOutEverywhere)
        if case .ended(let end) = state {
            try await signOut(token)
            throw .session(.ended(end))
        }
        if let noted = session.noted(at: now) {
            // Whoever signed out at this moment stays signed out, and a code given at this moment stands.
            _ = try await renew(noted, over: stored.record, under: hash)
            return (noted, state)
        }
        return (session, state)
    }

    private func renew(
        _ session: Session,
        over record: [UInt8],
        under hash: [UInt8]
    ) async throws(AccountError) -> Bool {
        let renewed = Self.stored(session)
        return try await keeping { () async throws(StoreError) in
            try await store.renewSession(renewed, over: record, token: hash)
        }
    }

    /// Changes a session that stands; what others do to it meanwhile is kept.
    func change(
        _ token: Token,
        _ change: (Session) throws(SignInRefusal) -> Session
    ) async throws(AccountError) {
        let hash = token.hash.bytes
        for _ in 0..<Self.tries {
            let stored = try await keeping { () async throws(StoreError) in
                try await store.session(hash)
            }
            guard let stored,
                let session = try? JSONDecoder().decode(Session.self, from: Data(stored.record))
            else { throw .session(.ended(.signedOutEverywhere)) }
            let changed: Session
            do {
                changed = try change(session)
            } catch {
                throw .session(error)
            }
            if try await renew(changed, over: stored.record, under: hash) { return }
        }
        throw .busy
    }

    private static let tries = 4

    package func signOut(_ token: Token) async throws(AccountError) {
        try await keeping { () async throws(StoreError) in
            try await store.endSession(token.hash.bytes)
        }
    }

    /// Ends every session of a person; how many those were.
    @discardableResult
    package func signOutEverywhere(
        _ person: PersonID,
        at now: Timestamp
    ) async throws(AccountError) -> Int {
        var (account, version) = try await account(of: person)
        account.signOutEverywhere(at: now)
        version = try await save(account, over: version)
        return try await keeping { () async throws(StoreError) in
            try await store.endSessions(of: person)
        }
    }

    /// The session of somebody whose password was right and whose code is still to come.
    func signingIn(_ token: Token, at now: Timestamp) async throws(AccountError) -> Session {
        let (session, state) = try await session(token, at: now)
        guard state == .needsSecondFactor else { throw .session(.secondFactorNeeded) }
        return session
    }

    func begin(
        _ person: PersonID,
        returningTo address: ReturnAddress?,
        at now: Timestamp
    ) async throws(AccountError) -> IssuedSession {
        var random = SystemRandomNumberGenerator()
        let issued = Session.afterPassword(
            of: person,
            at: now,
            returningTo: address,
            using: &random
        )
        try await keep(issued.session, under: issued.token.hash.bytes)
        return issued
    }

    /// The old token opens nothing once the new one does.
    func exchange(_ token: Token, for issued: IssuedSession) async throws(AccountError) {
        // Where she wanted to go serves once: whoever asked for this goes there now.
        let kept = issued.session.partnership == nil ? issued.session : issued.session.afterReturn()
        try await keep(kept, under: issued.token.hash.bytes)
        try await signOut(token)
    }

    func keep(_ session: Session, under hash: [UInt8]) async throws(AccountError) {
        let stored = Self.stored(session)
        try await keeping { () async throws(StoreError) in
            try await store.saveSession(stored, token: hash)
        }
    }

    private static func stored(_ session: Session) -> StoredSession {
        guard let record = try? JSONEncoder().encode(session) else {
            preconditionFailure("a session of plain values can be written")
        }
        let ends = session.made.advanced(byMilliseconds: SessionLimits.standard.absolute)
        return StoredSession(person: session.person, ends: ends, record: Array(record))
    }

    func checking<Value>(
        _ body: () async throws(PasswordHasher.Refusal) -> Value
    ) async throws(AccountError) -> Value {
        do {
            return try await body()
        } catch {
            throw .busy
        }
    }

    // Attempts

    /// Counts one more attempt of anything from a place.
    ///
    /// - Throws: `AccountError.wait` where there were too many.
    package func countAttempt(
        from place: AddressBlock,
        at now: Timestamp
    ) async throws(AccountError) {
        try await attempt([.source(place)], isCode: false, at: now)
    }

    /// Counts an attempt before it is judged, or says until when none is.
    func attempt(
        _ counted: [ThrottleKey],
        isCode: Bool,
        at now: Timestamp
    ) async throws(AccountError) {
        let decision = try await changing(counted, at: now) { rows in
            let decision = rows.decision(at: now)
            return (
                decision == .allowed ? rows.afterAttempt(at: now, isCode: isCode) : rows, decision
            )
        }
        if case .wait(let until) = decision { throw .wait(until: until) }
    }

    func succeeded(
        _ counted: [ThrottleKey],
        isCode: Bool,
        at now: Timestamp
    ) async throws(AccountError) {
        try await changing(counted, at: now) { rows in
            (rows.afterSuccess(at: now, isCode: isCode), ())
        }
    }

    private func changing<Answer: Sendable>(
        _ counted: [ThrottleKey],
        at now: Timestamp,
        _ change: @escaping @Sendable (ThrottleRows) -> (ThrottleRows, Answer)
    ) async throws(AccountError) -> Answer {
        let names = counted.map { $0.name(under: throttleSecret) }
        return try await keeping { () async throws(StoreError) in
            try await store.changeThrottles(names, at: now) { standing in
                let rows = standing.map { bytes in
                    bytes.flatMap {
                        try? JSONDecoder().decode(ThrottleRow.self, from: Data($0))
                    }
                }
                let before = ThrottleRows(
                    own: rows[0],
                    source: rows[1],
                    codeAnywhere: rows.count > 2 ? rows[2] : nil
                )
                let (after, answer) = change(before)
                let changed = [after.own, after.source, after.codeAnywhere].prefix(names.count)
                let written = changed.map { row in
                    row.flatMap { try? JSONEncoder().encode($0) }.map { Array($0) }
                }
                return (Array(written), answer)
            }
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
