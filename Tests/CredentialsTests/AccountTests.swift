import Credentials
import Partnerships
import TestSupport
import Testing

private let rosalind: PersonID = 1

@Suite("An account")
struct AccountTests {
    private let start = Timestamp(milliseconds: 1_782_745_200_000)

    private func account() -> Account {
        Account(person: rosalind, email: " R.Hart@Harbourside.example ", name: "Rosalind Hart")
    }

    private func code(of secret: TimeCode, at now: Timestamp) -> String {
        secret.code(of: TimeCode.step(at: now))
    }

    /// An account with its second factor set up at the start.
    private func enrolled(
        seed: UInt64 = 1
    ) throws -> (account: Account, secret: TimeCode, codes: [RecoveryCode]) {
        var random = SeededGenerator(seed: seed)
        var account = account()
        let secret = account.beginEnrolment(using: &random)
        let codes = try account.confirmEnrolment(
            code: code(of: secret, at: start),
            at: start,
            using: &random
        )
        return (account, secret, codes)
    }

    @Test func `the second factor stands once a code has confirmed it`() throws {
        var random = SeededGenerator(seed: 2)
        var account = account()
        #expect(throws: AccountRefusal.enrolmentNotBegun) {
            try account.confirmEnrolment(code: "123456", at: start, using: &random)
        }
        let secret = account.beginEnrolment(using: &random)
        #expect(!account.isEnrolled)
        #expect(throws: AccountRefusal.notEnrolled) {
            try account.useCode(code(of: secret, at: start), at: start)
        }
        let wrong = secret.code(of: TimeCode.step(at: start) + 5)
        #expect(throws: AccountRefusal.wrongCode) {
            try account.confirmEnrolment(code: wrong, at: start, using: &random)
        }
        #expect(!account.isEnrolled)
        let codes = try account.confirmEnrolment(
            code: code(of: secret, at: start),
            at: start,
            using: &random
        )
        #expect(account.isEnrolled && account.proposedTimeCode == nil)
        #expect(codes.count == 10 && account.recoveryCodes.left == 10)
    }

    @Test func `the code that confirmed it does not sign in as well`() throws {
        var (account, secret, _) = try enrolled()
        #expect(throws: AccountRefusal.wrongCode) {
            try account.useCode(code(of: secret, at: start), at: start)
        }
        let later = start.advanced(byMilliseconds: 30_000)
        try account.useCode(code(of: secret, at: later), at: later)
        #expect(throws: AccountRefusal.wrongCode) {
            try account.useCode(code(of: secret, at: later), at: later)
        }
    }

    @Test func `a new telephone takes over when it is confirmed, not before`() throws {
        var (account, old, _) = try enrolled()
        var random = SeededGenerator(seed: 3)
        let new = account.beginEnrolment(using: &random)
        let later = start.advanced(byMilliseconds: 60_000)
        try account.useCode(code(of: old, at: later), at: later)
        _ = try account.confirmEnrolment(code: code(of: new, at: later), at: later, using: &random)
        let last = later.advanced(byMilliseconds: 60_000)
        #expect(throws: AccountRefusal.wrongCode) {
            try account.useCode(code(of: old, at: last), at: last)
        }
        try account.useCode(code(of: new, at: last), at: last)
    }

    @Test func `a recovery code opens once, and new ones replace the old`() throws {
        var (account, _, codes) = try enrolled()
        try account.useCode(codes[3].text.uppercased(), at: start)
        #expect(account.recoveryCodes.left == 9)
        #expect(throws: AccountRefusal.wrongCode) { try account.useCode(codes[3].text, at: start) }
        var random = SeededGenerator(seed: 4)
        let new = try account.makeRecoveryCodes(using: &random)
        #expect(throws: AccountRefusal.wrongCode) { try account.useCode(codes[4].text, at: start) }
        try account.useCode(new[4].text, at: start)
        var bare = self.account()
        #expect(throws: AccountRefusal.notEnrolled) { try bare.makeRecoveryCodes(using: &random) }
    }

    @Test func `a new password signs out everywhere, a rehash does not`() {
        var account = account()
        account.rehashPassword(to: PasswordHash(text: "one"))
        #expect(account.signedOutEverywhere == nil)
        account.changePassword(to: PasswordHash(text: "other"), at: start)
        #expect(account.signedOutEverywhere == start)
        #expect(account.password?.text == "other")
    }

    @Test func `factors taken away open nothing, and end every session`() throws {
        var (account, secret, codes) = try enrolled()
        account.rehashPassword(to: PasswordHash(text: "one"))
        account.takeFactorsAway(at: start)
        #expect(account.password == nil && !account.isEnrolled)
        #expect(account.recoveryCodes.left == 0 && account.signedOutEverywhere == start)
        let later = start.advanced(byMilliseconds: 90_000)
        for typed in [code(of: secret, at: later), codes[0].text] {
            #expect(throws: AccountRefusal.notEnrolled) {
                try account.useCode(typed, at: later)
            }
        }
    }

    @Test func `it is kept and read again, and prints no secret`() throws {
        var (account, secret, _) = try enrolled()
        account.changePassword(to: PasswordHash(text: "$argon2id$fictional"), at: start)
        #expect(try roundTrip(account) == account)
        let full = try enrolled().account
        #expect(try roundTrip(full) == full)
        var printed = "\(full)"
        dump(full, to: &printed)
        #expect(!printed.contains(secret.typedText.prefix(9)))
        #expect(
            !printed.replacing(" ", with: "").contains(secret.typedText.replacing(" ", with: ""))
        )
        #expect(account.foldedEmail == "r.hart@harbourside.example")
    }
}
