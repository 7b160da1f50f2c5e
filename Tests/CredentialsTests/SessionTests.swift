import Credentials
import Partnerships
import TestSupport
import Testing

private let minute: Int64 = 60_000
private let hour: Int64 = 60 * minute
private let person: PersonID = 1
private let (harbourside, moorland): (PartnershipID, PartnershipID) = (1, 2)

@Suite("Signing in")
struct SignInTests {
    private let start = Timestamp(milliseconds: 1_782_745_200_000)

    @Test func `a password, a code, a partnership: each step has a token of its own`() throws {
        var random = SeededGenerator(seed: 1)
        let address = try #require(ReturnAddress("/cases/4qx-7md"))
        let first = Session.afterPassword(
            of: person,
            at: start,
            returningTo: address,
            using: &random
        )
        #expect(first.session.state(at: start) == .needsSecondFactor)
        #expect(first.session.returnAddress == address)

        let later = start.advanced(byMilliseconds: minute)
        let second = first.session.afterSecondFactor(
            memberOf: [harbourside, moorland],
            at: later,
            using: &random
        )
        #expect(second.session.state(at: later) == .needsPartnership)
        let third = try second.session.afterPartnershipChange(
            to: moorland,
            memberOf: [harbourside, moorland],
            at: later,
            using: &random
        )
        #expect(third.session.state(at: later) == .full(moorland))
        #expect(third.session.made == start)
        #expect(third.session.returnAddress == address)
        #expect(third.session.afterReturn().returnAddress == nil)
        #expect(
            first.token != second.token && second.token != third.token && first.token != third.token
        )
        #expect(try roundTrip(third.session) == third.session)
    }

    @Test func `who is in one partnership is not asked, who is in none gets no further`() {
        var random = SeededGenerator(seed: 2)
        let begun = Session.afterPassword(of: person, at: start, using: &random).session
        let one = begun.afterSecondFactor(memberOf: [moorland], at: start, using: &random)
        #expect(one.session.state(at: start) == .full(moorland))
        let none = begun.afterSecondFactor(memberOf: [], at: start, using: &random)
        #expect(none.session.state(at: start) == .needsPartnership)
    }

    @Test func `no partnership before the code, and none that one is not in`() {
        var random = SeededGenerator(seed: 3)
        let begun = Session.afterPassword(of: person, at: start, using: &random).session
        #expect(throws: SignInRefusal.secondFactorNeeded) {
            try begun.afterPartnershipChange(
                to: moorland,
                memberOf: [moorland],
                at: start,
                using: &random
            )
        }
        #expect(throws: SignInRefusal.secondFactorNeeded) { try begun.afterFreshCode(at: start) }
        let full = begun.afterSecondFactor(memberOf: [moorland], at: start, using: &random).session
        #expect(throws: SignInRefusal.notAMember) {
            try full.afterPartnershipChange(
                to: harbourside,
                memberOf: [moorland],
                at: start,
                using: &random
            )
        }
    }

    @Test(arguments: ["/", "/cases/4qx-7md?day=2026-03-12", "/my-work#today"])
    func `a path of this server may be returned to`(path: String) throws {
        let address = try #require(ReturnAddress(path))
        #expect(address.path == path)
        #expect(try roundTrip(address) == address)
    }

    @Test(arguments: [
        "", "cases", "//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example",
        "/a b",
        "/\t/elsewhere.example", "/a\r\nLocation: //elsewhere.example", "/é", "/a\\..\\b",
        "/" + String(repeating: "a", count: 2000),
    ])
    func `nothing else may be`(path: String) {
        #expect(ReturnAddress(path) == nil)
    }
}

@Suite("How long a session lasts")
struct SessionLimitsTests {
    private let start = Timestamp(milliseconds: 1_782_745_200_000)

    private func full() -> Session {
        var random = SeededGenerator(seed: 4)
        return Session.afterPassword(of: person, at: start, using: &random).session
            .afterSecondFactor(memberOf: [harbourside], at: start, using: &random).session
    }

    @Test(
        arguments: [
            (0, nil), (30 * minute, nil), (30 * minute + 1, .idle), (12 * hour, .idle),
            (12 * hour + 1, .tooOld),
            (-minute, nil), (-minute - 1, .tooOld),
        ] as [(Int64, SessionEnd?)]
    )
    func `without a request it ends after half an hour`(passed: Int64, end: SessionEnd?) {
        let state = full().state(at: start.advanced(byMilliseconds: passed))
        #expect(state == end.map { .ended($0) } ?? .full(harbourside))
    }

    @Test func `used all day it ends after twelve hours, whatever tokens came after`() throws {
        var random = SeededGenerator(seed: 5)
        var session = full()
        var now = start
        while now.milliseconds - start.milliseconds < 12 * hour {
            now = now.advanced(byMilliseconds: 25 * minute)
            if session.state(at: now) != .full(harbourside) { break }
            session = try #require(session.noted(at: now))
            session = try session.afterPartnershipChange(
                to: harbourside,
                memberOf: [harbourside],
                at: now,
                using: &random
            ).session
            session = try session.afterFreshCode(at: now)
        }
        #expect(session.state(at: now) == .ended(.tooOld))
        #expect(now == start.advanced(byMilliseconds: 725 * minute))
    }

    @Test func `a request is noted once a minute`() throws {
        let session = full()
        #expect(session.noted(at: start.advanced(byMilliseconds: minute - 1)) == nil)
        #expect(session.noted(at: start.advanced(byMilliseconds: -5 * minute)) == nil)
        let noted = try #require(session.noted(at: start.advanced(byMilliseconds: minute)))
        #expect(noted.state(at: start.advanced(byMilliseconds: 31 * minute)) == .full(harbourside))
    }

    @Test(arguments: GuardedAct.allCases)
    func `an act that binds wants a code of the last five minutes`(act: GuardedAct) throws {
        let session = full()
        #expect(session.allows(act, at: start.advanced(byMilliseconds: 5 * minute)))
        let later = start.advanced(byMilliseconds: 5 * minute + 1)
        #expect(!session.allows(act, at: later))
        #expect(try session.afterFreshCode(at: later).allows(act, at: later))
        #expect(!session.allows(act, at: start, signedOutEverywhere: later))
    }

    @Test func `before the code nothing is allowed`() {
        var random = SeededGenerator(seed: 6)
        let begun = Session.afterPassword(of: person, at: start, using: &random).session
        #expect(GuardedAct.allCases.allSatisfy { !begun.allows($0, at: start) })
        let homeless = begun.afterSecondFactor(memberOf: [], at: start, using: &random).session
        #expect(GuardedAct.allCases.allSatisfy { !homeless.allows($0, at: start) })
    }

    @Test func `signing out everywhere ends all but the session issued anew`() {
        var random = SeededGenerator(seed: 7)
        let session = full()
        let now = start.advanced(byMilliseconds: minute)
        #expect(session.state(at: now, signedOutEverywhere: now) == .ended(.signedOutEverywhere))
        let anew = session.afterSignOutElsewhere(at: now, using: &random).session
        #expect(anew.state(at: now, signedOutEverywhere: now) == .full(harbourside))
    }

    @Test func `whatever happens, a session is never full without a code, nor after its limits`() {
        var random = SeededGenerator(seed: 20_261_121)
        for _ in 0..<2000 {
            var session = Session.afterPassword(of: person, at: start, using: &random).session
            var (now, seen) = (start, start)
            var hasCode = false
            for _ in 0..<12 {
                now = now.advanced(
                    byMilliseconds: Int64.random(in: 0...(40 * minute), using: &random)
                )
                if case .ended = session.state(at: now) { break }
                switch Int.random(in: 0..<4, using: &random) {
                case 0:
                    session =
                        session.afterSecondFactor(memberOf: [moorland], at: now, using: &random)
                        .session
                    (hasCode, seen) = (true, now)
                case 1:
                    if let changed = try? session.afterPartnershipChange(
                        to: moorland,
                        memberOf: [moorland],
                        at: now,
                        using: &random
                    ) {
                        (session, seen) = (changed.session, now)
                    }
                case 2:
                    if let noted = session.noted(at: now) { (session, seen) = (noted, now) }
                default: break
                }
                if case .full = session.state(at: now) {
                    #expect(hasCode)
                    #expect(now.milliseconds - seen.milliseconds <= 31 * minute)
                    #expect(now.milliseconds - start.milliseconds <= 12 * hour)
                }
            }
        }
    }
}
