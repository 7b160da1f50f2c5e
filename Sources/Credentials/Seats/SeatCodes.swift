package import Partnerships

/// What is kept of the codes of one seat: the one that stands, how many were sent, how many were wrong.
///
/// One round of SHA-256 over a salt is enough for what lasts ten minutes and lies sealed.
package struct SeatCodes: Hashable, Sendable, Codable {
    private struct Standing: Hashable, Sendable, Codable {
        let salt: [UInt8]
        let hash: [UInt8]
        let made: Timestamp
        var wrong: Int
    }

    /// Nil once it was used.
    private var standing: Standing?
    /// When codes were sent, in the last hour.
    private var sent: [Timestamp]
    /// Since the last right one, and since the link last rested.
    private var wrong: Int
    /// Until when no code is made or judged.
    package private(set) var rested: Timestamp?

    /// Nothing was sent and nothing tried.
    package static let none = SeatCodes(standing: nil, sent: [], wrong: 0, rested: nil)

    /// Why there is no code.
    package enum Refusal: Error, Hashable, Sendable {
        case tooMany(until: Timestamp)
        case rests(until: Timestamp)
    }

    package enum Judgement: Hashable, Sendable {
        case right
        case wrong
        /// Wrong once too often: nothing is judged until then.
        case restsFromNow(until: Timestamp)
        case rests(until: Timestamp)
    }

    /// A code to be sent, in place of any that stood: three in an hour.
    package mutating func send(
        at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) throws(Refusal) -> SeatCode {
        if let until = rest(at: now) { throw .rests(until: until) }
        sent = sent.filter { isWithin(Self.hour - 1, since: $0, at: now) }
        if sent.count >= Self.mostSent, let oldest = sent.min() {
            throw .tooMany(until: oldest.advanced(byMilliseconds: Self.hour))
        }
        sent.append(now)
        return make(at: now, using: &random)
    }

    /// A code that a person reads out, who has made sure whom she speaks to: it ends a rest, and is counted nowhere.
    package mutating func readOut(
        at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) -> SeatCode {
        rested = nil
        wrong = 0
        return make(at: now, using: &random)
    }

    /// Judges what was typed; a right code is used up by it.
    package mutating func judge(_ typed: String, at now: Timestamp) -> Judgement {
        if let until = rest(at: now) { return .rests(until: until) }
        if matches(typed, at: now) {
            standing = nil
            wrong = 0
            return .right
        }
        standing?.wrong += 1
        wrong += 1
        guard wrong >= Self.mostWrong else { return .wrong }
        let until = now.advanced(byMilliseconds: Self.longestRest)
        rested = until
        wrong = 0
        standing = nil
        return .restsFromNow(until: until)
    }

    private mutating func make(
        at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) -> SeatCode {
        let code = SeatCode(using: &random)
        let salt = randomBytes(16, using: &random)
        standing = Standing(salt: salt, hash: code.hash(salt: salt), made: now, wrong: 0)
        return code
    }

    /// Compares in a time that does not tell whether there is a code, or how much of it is right.
    private func matches(_ typed: String, at now: Timestamp) -> Bool {
        let code = SeatCode(typed: typed)
        let salt = standing?.salt ?? [UInt8](repeating: 0, count: 16)
        let given = (code ?? SeatCode.unlike).hash(salt: salt)
        let isSame = areSame(given, standing?.hash ?? [UInt8](repeating: 0, count: 32))
        guard let standing, code != nil else { return false }
        return isSame && standing.wrong < Self.triesOfOne
            && isWithin(Self.lasts, since: standing.made, at: now)
    }

    /// Until when it rests; nil where it does not.
    private func rest(at now: Timestamp) -> Timestamp? {
        guard let rested, now < rested, rested.milliseconds - now.milliseconds <= Self.longestRest
        else { return nil }
        return rested
    }

    /// All in milliseconds: an hour, ten minutes, a day.
    private static let hour: Int64 = 3_600_000
    private static let lasts: Int64 = 10 * 60_000
    private static let longestRest: Int64 = 24 * 3_600_000
    private static let mostSent = 3
    private static let triesOfOne = 5
    private static let mostWrong = 10
}
