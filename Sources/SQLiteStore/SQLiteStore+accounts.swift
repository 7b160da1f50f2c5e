package import CaseStores
import Foundation
import GRDB
package import Partnerships

extension SQLiteStore: AccountStore {
    package func account(withEmail email: String) async throws(StoreError) -> StoredAccount? {
        try await reading { db in
            try account(
                Row.fetchOne(
                    db,
                    sql: "SELECT person, version, sealed FROM account WHERE email = ?",
                    arguments: [Data(emailToken(email))]
                )
            )
        }
    }

    package func account(of person: PersonID) async throws(StoreError) -> StoredAccount? {
        try await reading { db in try account(of: person, db) }
    }

    package func saveAccount(
        _ account: StoredAccount,
        email: String
    ) async throws(StoreError) -> AccountOutcome {
        try await committed { db in
            let standing = try self.account(of: account.person, db)?.version ?? 0
            guard standing == account.version else { return .overtaken(version: standing) }
            let token = Data(emailToken(email))
            let holder = try Int64.fetchOne(
                db,
                sql: "SELECT person FROM account WHERE email = ?",
                arguments: [token]
            )
            if let holder, holder != account.person.number { return .emailTaken }
            let version = standing + 1
            let sealed = Sealing.seal(
                account.record,
                with: keys.account,
                boundTo: Self.accountBinding(account.person, version)
            )
            try db.execute(
                sql: "INSERT OR REPLACE INTO account VALUES (?, ?, ?, ?)",
                arguments: [account.person.number, token, version, Data(sealed)]
            )
            return .saved(version: version)
        }
    }

    private func account(of person: PersonID, _ db: Database) throws -> StoredAccount? {
        try account(
            Row.fetchOne(
                db,
                sql: "SELECT person, version, sealed FROM account WHERE person = ?",
                arguments: [person.number]
            )
        )
    }

    private func account(_ row: Row?) throws -> StoredAccount? {
        guard let row else { return nil }
        let version: Int = row[1]
        guard let person = PersonID(number: row[0]),
            let record = Sealing.open(
                row[2] as Data,
                with: keys.account,
                boundTo: Self.accountBinding(person, version)
            )
        else { throw StoreError.altered(.init(stream: nil, version: version, what: .row)) }
        return StoredAccount(person: person, version: version, record: record)
    }

    private static func accountBinding(_ person: PersonID, _ version: Int) -> [UInt8] {
        Array("account \(person) \(version)".utf8)
    }

    private func emailToken(_ email: String) -> [UInt8] {
        keys.lookup.token(of: Array("email \(email.lowercased())".utf8))
    }

    // Sessions

    package func session(_ token: [UInt8]) async throws(StoreError) -> StoredSession? {
        try await reading { db in
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT person, ends, sealed FROM session WHERE token = ?"
                ),
                arguments: [Data(token)]
            )
            guard let row else { return nil }
            guard let person = PersonID(number: row[0]),
                let record = Sealing.open(row[2] as Data, with: keys.account, boundTo: token)
            else { throw StoreError.altered(.init(stream: nil, version: nil, what: .row)) }
            return StoredSession(
                person: person,
                ends: Timestamp(milliseconds: row[1]),
                record: record
            )
        }
    }

    package func saveSession(
        _ session: StoredSession,
        token: [UInt8]
    ) async throws(StoreError) {
        try await committed { db in
            let sealed = Sealing.seal(session.record, with: keys.account, boundTo: token)
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO session VALUES (?, ?, ?, ?)")
                .execute(arguments: [
                    Data(token), session.person.number, session.ends.milliseconds, Data(sealed),
                ])
        }
    }

    package func renewSession(
        _ session: StoredSession,
        over record: [UInt8],
        token: [UInt8]
    ) async throws(StoreError) -> Bool {
        try await committed { db in
            let standing = try Data.fetchOne(
                db.cachedStatement(sql: "SELECT sealed FROM session WHERE token = ?"),
                arguments: [Data(token)]
            )
            guard let standing,
                Sealing.open(standing, with: keys.account, boundTo: token) == record
            else { return false }
            let sealed = Sealing.seal(session.record, with: keys.account, boundTo: token)
            try db.cachedStatement(sql: "UPDATE session SET ends = ?, sealed = ? WHERE token = ?")
                .execute(arguments: [session.ends.milliseconds, Data(sealed), Data(token)])
            return true
        }
    }

    package func endSession(_ token: [UInt8]) async throws(StoreError) {
        try await committed { db in
            try db.execute(sql: "DELETE FROM session WHERE token = ?", arguments: [Data(token)])
        }
    }

    package func endSessions(of person: PersonID) async throws(StoreError) -> Int {
        try await committed { db in
            try db.execute(
                sql: "DELETE FROM session WHERE person = ?",
                arguments: [person.number]
            )
            return db.changesCount
        }
    }

    package func sweepSessions(endedBefore now: Timestamp) async throws(StoreError) {
        try await committed { db in
            try db.execute(
                sql: "DELETE FROM session WHERE ends < ?",
                arguments: [now.milliseconds]
            )
            try db.execute(
                sql: "DELETE FROM invitation WHERE ends < ?",
                arguments: [now.milliseconds]
            )
        }
    }

    // Invitations

    package func addInvitation(
        _ token: [UInt8],
        of person: PersonID,
        ends: Timestamp
    ) async throws(StoreError) {
        try await committed { db in
            try db.execute(
                sql: "DELETE FROM invitation WHERE person = ?",
                arguments: [person.number]
            )
            try db.execute(
                sql: "INSERT INTO invitation VALUES (?, ?, ?)",
                arguments: [Data(token), person.number, ends.milliseconds]
            )
        }
    }

    package func invitation(
        _ token: [UInt8],
        at now: Timestamp
    ) async throws(StoreError) -> PersonID? {
        try await reading { db in try invited(token, now, db) }
    }

    package func takeInvitation(
        _ token: [UInt8],
        at now: Timestamp
    ) async throws(StoreError) -> PersonID? {
        try await committed { db in
            guard let person = try invited(token, now, db) else { return nil }
            try db.execute(
                sql: "DELETE FROM invitation WHERE token = ?",
                arguments: [Data(token)]
            )
            return person
        }
    }

    private func invited(_ token: [UInt8], _ now: Timestamp, _ db: Database) throws -> PersonID? {
        try Int64.fetchOne(
            db,
            sql: "SELECT person FROM invitation WHERE token = ? AND ends >= ?",
            arguments: [Data(token), now.milliseconds]
        ).flatMap { PersonID(number: $0) }
    }

    // Throttles

    package func changeThrottles<Answer: Sendable>(
        _ names: [[UInt8]],
        at now: Timestamp,
        _ change: @escaping @Sendable ([[UInt8]?]) -> (rows: [[UInt8]?], answer: Answer)
    ) async throws(StoreError) -> Answer {
        try await committed { db in
            let standing = try names.map { name in
                try Data.fetchOne(
                    db,
                    sql: "SELECT attempts FROM throttle WHERE name = ?",
                    arguments: [Data(name)]
                ).map { Array($0) }
            }
            let (rows, answer) = change(standing)
            for (name, row) in zip(names, rows) {
                guard let row else {
                    try db.execute(
                        sql: "DELETE FROM throttle WHERE name = ?",
                        arguments: [Data(name)]
                    )
                    continue
                }
                try db.execute(
                    sql: "INSERT OR REPLACE INTO throttle VALUES (?, ?, ?)",
                    arguments: [Data(name), now.milliseconds, Data(row)]
                )
            }
            return answer
        }
    }

    package func sweepThrottles(untouchedSince time: Timestamp) async throws(StoreError) {
        try await committed { db in
            try db.execute(
                sql: "DELETE FROM throttle WHERE touched < ?",
                arguments: [time.milliseconds]
            )
        }
    }
}
