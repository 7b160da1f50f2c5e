package import Partnerships

/// Where it is kept who can sign in, and who is.
package protocol AccountStore: Sendable {
    /// The account with an e-mail address, whatever its capitals.
    func account(withEmail email: String) async throws(StoreError) -> StoredAccount?
    func account(of person: PersonID) async throws(StoreError) -> StoredAccount?
    /// Writes an account over the version it was made from, 0 for a new one.
    func saveAccount(_ account: StoredAccount, email: String) async throws(StoreError)
        -> AccountOutcome

    func session(_ token: [UInt8]) async throws(StoreError) -> StoredSession?
    func saveSession(_ session: StoredSession, token: [UInt8]) async throws(StoreError)
    /// Writes a session over the record that was read; false where it was ended or changed meanwhile.
    func renewSession(_ session: StoredSession, over record: [UInt8], token: [UInt8])
        async throws(StoreError) -> Bool
    func endSession(_ token: [UInt8]) async throws(StoreError)
    /// Signs a person out everywhere; returns how many sessions that were.
    func endSessions(of person: PersonID) async throws(StoreError) -> Int
    func sweepSessions(endedBefore now: Timestamp) async throws(StoreError)

    /// Adds an invitation, in place of any that the person had.
    func addInvitation(_ token: [UInt8], of person: PersonID, ends: Timestamp)
        async throws(StoreError)
    /// Whose invitation it is, without using it up; nil where it is not, or no longer, one.
    func invitation(_ token: [UInt8], at now: Timestamp) async throws(StoreError) -> PersonID?
    /// Uses an invitation up: only one of many who try gets it.
    func takeInvitation(_ token: [UInt8], at now: Timestamp) async throws(StoreError) -> PersonID?

    /// Changes the rows that attempts are counted in, all in one transaction, and answers from what stood there.
    ///
    /// Each row is named by 32 bytes that tell neither people nor places; nil is one that is not there.
    func changeThrottles<Answer: Sendable>(
        _ names: [[UInt8]],
        at now: Timestamp,
        _ change: @escaping @Sendable ([[UInt8]?]) -> (rows: [[UInt8]?], answer: Answer)
    ) async throws(StoreError) -> Answer
    /// Takes away what nobody has tried since a time.
    func sweepThrottles(untouchedSince time: Timestamp) async throws(StoreError)
}

/// An account as it is kept: what it holds is sealed, and known to the part that checks credentials.
package struct StoredAccount: Hashable, Sendable {
    package let person: PersonID
    /// 0 for one that was not saved yet.
    package let version: Int
    package let record: [UInt8]

    package init(person: PersonID, version: Int, record: [UInt8]) {
        self.person = person
        self.version = version
        self.record = record
    }
}

package enum AccountOutcome: Hashable, Sendable {
    case saved(version: Int)
    /// Somebody else saved it meanwhile; nothing was written.
    case overtaken(version: Int)
    case emailTaken
}

/// A session as it is kept, under the hash of its token.
package struct StoredSession: Hashable, Sendable {
    package let person: PersonID
    package let ends: Timestamp
    package let record: [UInt8]

    package init(person: PersonID, ends: Timestamp, record: [UInt8]) {
        self.person = person
        self.ends = ends
        self.record = record
    }
}
