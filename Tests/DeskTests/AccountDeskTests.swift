import CaseStores
import Credentials
import Desk
import Foundation
import Partnerships
import SQLiteStore
import TestSupport
import Testing

@Suite("Signing in")
struct AccountDeskTests {
    @Test func `invited, enrolled, signed in: each step under a token of its own`() async throws {
        let test = try await SignInDesk()
        let (_, token) = try await test.invite()
        let begun = try await test.desk.takeUp(token, password: SignInDesk.password, at: test.time)
        #expect(try await test.state(begun.token) == .needsSecondFactor)
        let secret = try await test.desk.beginEnrolment(begun.token, at: test.time)
        let code = secret.code(of: TimeCode.step(at: test.time))
        let (enrolled, recovery) = try await test.desk.confirmEnrolment(
            begun.token,
            code: code,
            memberOf: [100],
            at: test.time
        )
        #expect(recovery.count == 10)
        #expect(try await test.state(enrolled.token) == .full(100))
        await #expect(throws: AccountError.self) { try await test.state(begun.token) }
    }

    @Test func `a password and a code, and the same code never again`() async throws {
        let test = try await SignInDesk.enrolled()
        let later = test.time.advanced(byMilliseconds: 60_000)
        let code = test.secret.code(of: TimeCode.step(at: later))
        let first = try await test.signIn(at: later)
        let full = try await test.give(code, first, at: later)
        #expect(try await test.state(full.token, at: later) == .full(100))
        let second = try await test.signIn(at: later)
        await #expect(throws: AccountError.wrong) { try await test.give(code, second, at: later) }
        #expect(try await test.state(second.token, at: later) == .needsSecondFactor)
    }

    @Test func `of two who give one code at once, one is let in`() async throws {
        let test = try await SignInDesk.enrolled()
        let later = test.time.advanced(byMilliseconds: 60_000)
        let code = test.secret.code(of: TimeCode.step(at: later))
        let sessions = [try await test.signIn(at: later), try await test.signIn(at: later)]
        let letIn = await withTaskGroup(of: Bool.self) { group in
            for session in sessions {
                group.addTask { (try? await test.give(code, session, at: later)) != nil }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(letIn == 1)
    }

    @Test func `a wrong password and an unknown address are answered alike`() async throws {
        let test = try await SignInDesk.enrolled()
        for email in ["joan@marl.test", "nobody@marl.test"] {
            await #expect(throws: AccountError.wrong) {
                try await test.signIn(email: email, password: "not the password", at: test.time)
            }
        }
    }

    @Test func `after five wrong passwords from one place nothing is judged there for a while`()
        async throws
    {
        let test = try await SignInDesk.enrolled()
        for _ in 0..<5 {
            await #expect(throws: AccountError.wrong) {
                try await test.signIn(password: "not the password", from: 9, at: test.time)
            }
        }
        let until = test.time.advanced(byMilliseconds: 30_000)
        await #expect(throws: AccountError.wait(until: until)) {
            try await test.signIn(from: 9, at: test.time)
        }
        _ = try await test.signIn(from: 8, at: test.time)
        _ = try await test.signIn(from: 9, at: until)
    }

    @Test func `an invitation is used once, within an hour, with a password that will do`()
        async throws
    {
        let test = try await SignInDesk()
        let (_, token) = try await test.invite()
        let late = test.time.advanced(byHours: 2)
        await #expect(throws: AccountError.invitationOver) {
            try await test.desk.takeUp(token, password: SignInDesk.password, at: late)
        }
        await #expect(
            throws: AccountError.password(.tooShort(characters: 5, least: 12))
        ) { try await test.desk.takeUp(token, password: "short", at: test.time) }
        _ = try await test.desk.takeUp(token, password: SignInDesk.password, at: test.time)
        await #expect(throws: AccountError.invitationOver) {
            try await test.desk.takeUp(token, password: SignInDesk.password, at: test.time)
        }
    }

    @Test func `one human being has one account, whatever partnerships she is in`() async throws {
        let test = try await SignInDesk.enrolled()
        let again = try await test.desk.invite(
            77,
            name: "J. Ferris",
            email: "JOAN@marl.test",
            at: test.time
        )
        #expect(again.person == 2)
    }

    @Test func `another partnership comes under another token, and only a member gets there`()
        async throws
    {
        let test = try await SignInDesk.enrolled()
        let full = try await test.full(memberOf: [100, 200])
        #expect(try await test.state(full.token, at: test.later) == .needsPartnership)
        let chosen = try await test.desk.choose(
            200,
            full.token,
            memberOf: [100, 200],
            at: test.later
        )
        #expect(try await test.state(chosen.token, at: test.later) == .full(200))
        await #expect(throws: AccountError.self) {
            try await test.state(full.token, at: test.later)
        }
        await #expect(throws: AccountError.session(.notAMember)) {
            try await test.desk.choose(300, chosen.token, memberOf: [100, 200], at: test.later)
        }
    }

    @Test
    func `a session ends when nobody uses it, when it is old, and when she signs out everywhere`()
        async throws
    {
        let test = try await SignInDesk.enrolled()
        let idle = try await test.full(memberOf: [100])
        await #expect(throws: AccountError.session(.ended(.idle))) {
            try await test.state(idle.token, at: test.later.advanced(byMilliseconds: 31 * 60_000))
        }
        await #expect(throws: AccountError.self) {
            try await test.state(idle.token, at: test.later)
        }
        let other = try await SignInDesk.enrolled()
        let open = try await other.full(memberOf: [100])
        #expect(try await other.desk.signOutEverywhere(2, at: other.later) >= 1)
        await #expect(throws: AccountError.self) {
            try await other.state(open.token, at: other.later)
        }
    }

    @Test func `a recovery code serves once`() async throws {
        let test = try await SignInDesk.enrolled()
        let first = try await test.signIn(at: test.time)
        _ = try await test.give(test.recovery[0].text, first, at: test.time)
        let second = try await test.signIn(at: test.time)
        await #expect(throws: AccountError.wrong) {
            try await test.give(test.recovery[0].text, second, at: test.time)
        }
    }

    @Test func `no password, code, address or token stands in any file`() async throws {
        let test = try await SignInDesk.enrolled()
        let full = try await test.full(memberOf: [100])
        let folder = "\(test.folder.path)/data"
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
            for secret in [
                SignInDesk.password, "joan@marl.test", "Joan Ferris", full.token.text,
                test.recovery[1].text, "argon2id",
            ] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "in \(file)")
            }
        }
    }
}

/// Joan's account in a store of its own; passwords cost little here.
struct SignInDesk: Sendable {
    static let password = "correct horse battery"

    let folder: TestDesk.Folder
    let desk: AccountDesk
    let time = Timestamp(milliseconds: 1_767_604_320_000)
    private(set) var secret: TimeCode
    private(set) var recovery: [RecoveryCode] = []

    var later: Timestamp { time.advanced(byMilliseconds: 120_000) }

    init() async throws {
        folder = try TestDesk.Folder()
        let store = try SQLiteStore.make(
            in: "\(folder.path)/data",
            keys: InstallationKeys(),
            isDemonstration: false,
            now: time
        )
        var random = SystemRandomNumberGenerator()
        desk = AccountDesk(
            store: store,
            hasher: PasswordHasher(cost: Argon2Cost(memory: 8 << 10, passes: 1)),
            throttleSecret: Secret(count: 32, using: &random)
        )
        secret = TimeCode(using: &random)
    }

    static func enrolled() async throws -> SignInDesk {
        var test = try await SignInDesk()
        let (_, token) = try await test.invite()
        let begun = try await test.desk.takeUp(token, password: password, at: test.time)
        test.secret = try await test.desk.beginEnrolment(begun.token, at: test.time)
        test.recovery = try await test.desk.confirmEnrolment(
            begun.token,
            code: test.secret.code(of: TimeCode.step(at: test.time)),
            memberOf: [100],
            at: test.time
        ).recoveryCodes
        return test
    }

    func invite() async throws -> (person: PersonID, token: Token) {
        try await desk.invite(2, name: "Joan Ferris", email: "joan@marl.test", at: time)
    }

    func signIn(
        email: String = "Joan@marl.test",
        password: String = SignInDesk.password,
        from place: UInt8 = 1,
        at now: Timestamp
    ) async throws -> IssuedSession {
        try await desk.signIn(
            email: email,
            password: password,
            from: try #require(AddressBlock(address: [10, 0, place, 1])),
            returningTo: nil,
            at: now
        )
    }

    func give(
        _ code: String,
        _ session: IssuedSession,
        memberOf partnerships: [PartnershipID] = [100],
        at now: Timestamp
    ) async throws -> IssuedSession {
        try await desk.giveCode(
            code,
            session.token,
            from: try #require(AddressBlock(address: [10, 0, 1, 1])),
            memberOf: partnerships,
            at: now
        )
    }

    /// Joan, signed in two minutes later.
    func full(memberOf partnerships: [PartnershipID]) async throws -> IssuedSession {
        let code = secret.code(of: TimeCode.step(at: later))
        return try await give(
            code,
            try await signIn(at: later),
            memberOf: partnerships,
            at: later
        )
    }

    @discardableResult
    func state(_ token: Token, at now: Timestamp? = nil) async throws -> SessionState {
        try await desk.session(token, at: now ?? time).state
    }
}
