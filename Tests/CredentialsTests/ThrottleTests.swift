import Credentials
import Partnerships
import TestSupport
import Testing

private let second: Int64 = 1_000
private let minute: Int64 = 60 * second
private let day: Int64 = 24 * 60 * minute

@Suite("Throttling attempts to sign in")
struct ThrottleTests {
    private let start = Timestamp(milliseconds: 1_782_745_200_000)

    /// The rows after so many wrong attempts at one moment.
    private func rows(
        afterFailures count: Int,
        isCode: Bool = false,
        from rows: ThrottleRows = ThrottleRows()
    ) -> ThrottleRows {
        (0..<count).reduce(rows) { rows, _ in rows.afterAttempt(at: start, isCode: isCode) }
    }

    @Test(
        arguments: [
            (0, 0), (4, 0), (5, 30 * second), (6, minute), (7, 2 * minute), (8, 4 * minute),
            (9, 8 * minute),
            (10, 15 * minute), (11, 15 * minute), (1_000_000, 15 * minute),
        ] as [(Int, Int64)]
    )
    func `waits grow from half a minute to a quarter of an hour`(failures: Int, wait: Int64) {
        #expect(ThrottlePolicy.own.wait(after: failures) == wait)
    }

    @Test(
        arguments: [
            (199, 0), (200, second), (203, 8 * second), (206, minute), (10_000, minute),
        ] as [(Int, Int64)]
    )
    func `a place has many more before it waits, and waits less`(failures: Int, wait: Int64) {
        #expect(ThrottlePolicy.source.wait(after: failures) == wait)
    }

    @Test func `after five wrong attempts the sixth waits, and is then judged`() {
        #expect(rows(afterFailures: 4).decision(at: start) == .allowed)
        let waiting = rows(afterFailures: 5)
        let until = start.advanced(byMilliseconds: 30 * second)
        #expect(waiting.decision(at: start) == .wait(until: until))
        #expect(waiting.decision(at: until.advanced(byMilliseconds: -1)) == .wait(until: until))
        #expect(waiting.decision(at: until) == .allowed)
    }

    @Test func `what was counted a day ago is forgotten`() throws {
        let row = try #require(rows(afterFailures: 20).own)
        let later = start.advanced(byMilliseconds: day)
        #expect(!row.isStale(at: later.advanced(byMilliseconds: -1), policy: .own))
        #expect(row.isStale(at: later, policy: .own))
        #expect(ThrottleRow.afterAttempt(row, at: later, policy: .own).failures == 1)
    }

    @Test func `a right attempt forgives the person, and takes itself back from the place`() {
        let before = rows(afterFailures: 4)
        let after = before.afterAttempt(at: start, isCode: false).afterSuccess(
            at: start,
            isCode: false
        )
        #expect(after.own?.failures == 0)
        #expect(after.source?.failures == 4)
        #expect(after.decision(at: start) == .allowed)
    }

    @Test func `guesses from elsewhere keep nobody out of the place they sign in from`() {
        let usual = rows(afterFailures: 1, isCode: true).afterSuccess(at: start, isCode: true)
        let attacked = ThrottleRows(
            own: usual.own,
            source: rows(afterFailures: 10_000).source,
            codeAnywhere: rows(afterFailures: 10_000, isCode: true).codeAnywhere
        )
        #expect(attacked.decision(at: start) == .allowed)
        let stranger = ThrottleRows(codeAnywhere: attacked.codeAnywhere)
        #expect(
            stranger.decision(at: start)
                == .wait(until: start.advanced(byMilliseconds: 15 * minute))
        )
    }

    @Test func `a person new to a place is kept out by others only while a place overflows`() {
        let crowded = ThrottleRows(source: rows(afterFailures: 500).source)
        let until = start.advanced(byMilliseconds: minute)
        #expect(crowded.decision(at: start) == .wait(until: until))
        #expect(crowded.decision(at: until) == .allowed)
    }

    @Test
    func `passwords are guessed about a hundred times a day from one place, codes no oftener`() {
        for isCode in [false, true] {
            var (rows, now, judged) = (ThrottleRows(), start, 0)
            while now.milliseconds - start.milliseconds < day {
                switch rows.decision(at: now) {
                case .allowed:
                    rows = rows.afterAttempt(at: now, isCode: isCode)
                    judged += 1
                case .wait(let until): now = until
                }
            }
            #expect(judged <= 110)
            #expect(judged >= 90)
        }
    }

    @Test func `a clock set back keeps nobody waiting longer than the longest wait`() {
        let waiting = rows(afterFailures: 20)
        let back = start.advanced(byMilliseconds: -day)
        #expect(waiting.decision(at: back) == .allowed)
        let justBack = start.advanced(byMilliseconds: -minute)
        #expect(
            waiting.decision(at: justBack)
                == .wait(until: start.advanced(byMilliseconds: 15 * minute))
        )
    }

    @Test func `a wait never lies further off than the longest, whatever came before`() throws {
        var random = SeededGenerator(seed: 20_261_121)
        for _ in 0..<500 {
            var (rows, now) = (ThrottleRows(), start)
            for _ in 0..<60 {
                now = now.advanced(
                    byMilliseconds: Int64.random(in: 0...(20 * minute), using: &random)
                )
                if case .wait(let until) = rows.decision(at: now) {
                    #expect(until > now)
                    #expect(until.milliseconds - now.milliseconds <= 15 * minute)
                    #expect(rows.decision(at: until) == .allowed)
                    continue
                }
                let isCode = Bool.random(using: &random)
                rows = rows.afterAttempt(at: now, isCode: isCode)
                if Int.random(in: 0..<10, using: &random) == 0 {
                    rows = rows.afterSuccess(at: now, isCode: isCode)
                }
            }
            if let own = rows.own { #expect(try roundTrip(own) == own) }
        }
    }
}

@Suite("What attempts are counted by")
struct ThrottleKeyTests {
    @Test func `addresses of one household count as one`() throws {
        let home = try #require(AddressBlock(address: [192, 0, 2, 7]))
        #expect(home == AddressBlock(address: [192, 0, 2, 250]))
        #expect(home != AddressBlock(address: [192, 0, 3, 7]))
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 192, 0, 2, 9]
        #expect(AddressBlock(address: mapped) == home)
        let six: [UInt8] = [0x20, 1, 0xD, 0xB8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
        #expect(AddressBlock(address: six)?.bytes == [6, 0x20, 1, 0xD, 0xB8, 1, 2, 3])
        #expect(AddressBlock(address: []) == nil)
    }

    @Test func `rows are named so that they tell neither people nor places`() throws {
        let key = Secret([UInt8](repeating: 7, count: 32))
        let home = try #require(AddressBlock(address: [192, 0, 2, 7]))
        let away = try #require(AddressBlock(address: [198, 51, 100, 7]))
        let keys: [ThrottleKey] = [
            .password(email: "r.hart@harbourside.example", from: home),
            .password(email: "r.hart@harbourside.example", from: away),
            .code(1, from: home), .code(2, from: home), .codeAnywhere(1), .source(home),
            .source(away),
        ]
        let names = keys.map { $0.name(under: key) }
        #expect(Set(names).count == keys.count)
        #expect(names.allSatisfy { $0.count == 32 })
        let same = ThrottleKey.password(email: " R.Hart@Harbourside.example ", from: home)
        #expect(same.name(under: key) == names[0])
        #expect(same.name(under: Secret([UInt8](repeating: 8, count: 32))) != names[0])
    }
}
