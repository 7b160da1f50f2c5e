import Credentials
import Partnerships
import TestSupport
import Testing

private let minute: Int64 = 60_000
private let hour: Int64 = 60 * minute

@Suite("Codes and sessions of people who come by a link")
struct SeatTests {
    private let start = Timestamp(milliseconds: 1_782_745_200_000)

    /// A text of six digits that is not the code.
    private func other(than code: SeatCode) -> String {
        code.text == "111 111" ? "222222" : "111111"
    }

    @Test(
        arguments: [
            ("042913", true), ("042 913", true), (" 042-913 ", true), ("42913", false),
            ("0429133", false), ("04291a", false), ("٠٤٢٩١٣", false), ("", false),
        ]
    )
    func `a code is six digits, however they are grouped`(typed: String, isCode: Bool) {
        #expect((SeatCode(typed: typed) != nil) == isCode)
    }

    @Test(
        arguments: [
            (0, true), (9 * minute, true), (10 * minute, true), (10 * minute + 1, false),
            (24 * hour, false),
        ] as [(Int64, Bool)]
    )
    func `a code lasts ten minutes`(later: Int64, isRight: Bool) throws {
        var random = SeededGenerator(seed: 1)
        var codes = SeatCodes.none
        let code = try codes.send(at: start, using: &random)
        let judged = codes.judge(code.text, at: start.advanced(byMilliseconds: later))
        #expect((judged == .right) == isRight)
    }

    @Test func `a code serves once`() throws {
        var random = SeededGenerator(seed: 2)
        var codes = SeatCodes.none
        let code = try codes.send(at: start, using: &random)
        #expect(codes.judge(code.text, at: start) == .right)
        #expect(codes.judge(code.text, at: start) == .wrong)
    }

    @Test func `a newer code takes the place of the one before`() throws {
        var random = SeededGenerator(seed: 3)
        var codes = SeatCodes.none
        let first = try codes.send(at: start, using: &random)
        let second = try codes.send(at: start, using: &random)
        try #require(first != second)
        #expect(codes.judge(first.text, at: start) == .wrong)
        #expect(codes.judge(second.text, at: start) == .right)
    }

    @Test(arguments: [(0, true), (4, true), (5, false), (6, false)])
    func `one code has five tries`(wrong: Int, isRight: Bool) throws {
        var random = SeededGenerator(seed: 4)
        var codes = SeatCodes.none
        let code = try codes.send(at: start, using: &random)
        for _ in 0..<wrong { #expect(codes.judge(other(than: code), at: start) == .wrong) }
        #expect((codes.judge(code.text, at: start) == .right) == isRight)
    }

    @Test func `three codes go out in an hour, and a fourth when the first is an hour old`() throws
    {
        var random = SeededGenerator(seed: 5)
        var codes = SeatCodes.none
        for minutes in [0, 10, 20] as [Int64] {
            _ = try codes.send(
                at: start.advanced(byMilliseconds: minutes * minute),
                using: &random
            )
        }
        let hourLater = start.advanced(byMilliseconds: hour)
        #expect(throws: SeatCodes.Refusal.tooMany(until: hourLater)) {
            try codes.send(at: start.advanced(byMilliseconds: hour - 1), using: &random)
        }
        _ = try codes.send(at: hourLater, using: &random)
    }

    @Test func `ten wrong tries in all rest the link for a day, whatever code stands then`() throws
    {
        var random = SeededGenerator(seed: 6)
        var codes = SeatCodes.none
        let until = start.advanced(byMilliseconds: 24 * hour)
        var code = try codes.send(at: start, using: &random)
        for _ in 0..<5 { #expect(codes.judge(other(than: code), at: start) == .wrong) }
        code = try codes.send(at: start, using: &random)
        for _ in 0..<4 { #expect(codes.judge(other(than: code), at: start) == .wrong) }
        #expect(codes.judge(other(than: code), at: start) == .restsFromNow(until: until))
        #expect(codes.judge(code.text, at: start) == .rests(until: until))
        #expect(throws: SeatCodes.Refusal.rests(until: until)) {
            try codes.send(at: until.advanced(byMilliseconds: -1), using: &random)
        }
        code = try codes.send(at: until, using: &random)
        #expect(codes.judge(code.text, at: until) == .right)
    }

    @Test func `a right code forgives the wrong ones before it`() throws {
        var random = SeededGenerator(seed: 7)
        var codes = SeatCodes.none
        for _ in 0..<3 {
            let code = codes.readOut(at: start, using: &random)
            for _ in 0..<4 { #expect(codes.judge(other(than: code), at: start) == .wrong) }
            #expect(codes.judge(code.text, at: start) == .right)
        }
    }

    @Test func `a code that is read out ends a rest, and is not one of the three`() throws {
        var random = SeededGenerator(seed: 8)
        var codes = SeatCodes.none
        for _ in 0..<10 { _ = codes.judge("no code", at: start) }
        #expect(codes.rested != nil)
        let code = codes.readOut(at: start, using: &random)
        #expect(codes.judge(code.text, at: start) == .right)
        for _ in 0..<3 { _ = try codes.send(at: start, using: &random) }
    }

    @Test(
        arguments: [
            (0, true), (60 * minute, true), (60 * minute + 1, false), (-2 * minute, false),
        ] as [(Int64, Bool)]
    )
    func `a session lasts an hour without a request`(later: Int64, isOpen: Bool) {
        let session = SeatSession(request: 1, linkMade: start, at: start)
        #expect(session.isOpen(at: start.advanced(byMilliseconds: later)) == isOpen)
    }

    @Test func `a session lasts twelve hours in all`() throws {
        var session = SeatSession(request: 1, linkMade: start, at: start)
        for halves in 1...24 {
            let now = start.advanced(byMilliseconds: Int64(halves) * 30 * minute)
            #expect(session.isOpen(at: now))
            session = try #require(session.noted(at: now))
        }
        #expect(!session.isOpen(at: start.advanced(byMilliseconds: 12 * hour + 1)))
    }
}
