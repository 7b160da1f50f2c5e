package import CaseFiles
package import CaseStores
package import Credentials
import Foundation
import Pages
package import Partnerships
import Schedules
package import WorkingDays

/// Lets people at agencies in, who come by a link and a code: for one request and one seat, and nothing besides.
package struct SeatDesk: Sendable {
    let cases: CaseDesk
    let accounts: AccountDesk
    /// Sends a code; nil where no mail goes out, and then codes are read out.
    let sendCode: (@Sendable (CodeLetter) async throws(DeskError) -> Void)?
    /// Names for what is new.
    private let name: @Sendable () -> EntryID

    package init(
        cases: CaseDesk,
        accounts: AccountDesk,
        sendCode: (@Sendable (CodeLetter) async throws(DeskError) -> Void)? = nil,
        name: @escaping @Sendable () -> EntryID
    ) {
        self.cases = cases
        self.accounts = accounts
        self.sendCode = sendCode
        self.name = name
    }

    var store: any AccountDesk.Store { accounts.store }

    /// Whether codes go out by mail.
    package var sendsCodes: Bool { sendCode != nil }

    /// One moment by two clocks, which differ in a demonstration alone.
    package struct Moment: Sendable {
        /// For sessions and codes.
        package let present: Timestamp
        /// For everything of cases.
        package let time: Timestamp

        package init(present: Timestamp, time: Timestamp) {
            self.present = present
            self.time = time
        }
    }

    /// By what somebody is known who has given no code yet.
    package enum Way: Sendable {
        case link(Token)
        /// A session that ended by itself: whoever has it came by the link before.
        case session(Token)

        package var token: Token {
            switch self {
            case .link(let token), .session(let token): token
            }
        }
    }

    /// A message that brings a code, with nothing of a case in it.
    package struct CodeLetter: Sendable {
        package let partnership: PartnershipID
        package let reference: CaseReference
        package let request: EntryID
        package let seat: RequestSeat
        package let code: SeatCode
        package let at: Timestamp
    }

    /// Somebody who gave a code, at one request.
    package struct Visit: Sendable {
        package let key: SeatKey
        package let session: SeatSession
        package let found: OpenedRequest
    }

    package enum Finding: Sendable {
        case open(Visit)
        /// It ended by itself, and its token still asks for a code.
        case ended
        case nobody
    }

    // Links

    /// A new way in; its token goes to whoever it is for, and only its hash to the act that makes the seat.
    package static func makeLink(
        to seat: SeatKey,
        of request: EntryID,
        at now: Timestamp
    ) -> (token: Token, link: SeatLink) {
        var random = SystemRandomNumberGenerator()
        let token = Token(using: &random)
        let link = SeatLink(
            token: token.hash.bytes,
            partnership: seat.partnership,
            reference: seat.reference,
            request: request,
            seat: seat.seat,
            made: now
        )
        return (token, link)
    }

    /// The last day on which a link opens: 28 days after the due day, 90 after it was made where there is none.
    ///
    /// A link that is made late lasts 28 days all the same: a late answer is taken. Due Thu 22 Jan 2026, one made
    /// before opens until Thu 19 Feb 2026.
    package static func lastDay(due: Day?, made: Day) -> Day {
        guard let due else { return made.advanced(byDays: 90) ?? .last }
        return max(due, made).advanced(byDays: 28) ?? .last
    }

    private func isAlive(_ made: Timestamp, _ found: OpenedRequest, _ moment: Moment) -> Bool {
        moment.time.localTime.day
            <= Self.lastDay(
                due: found.due(today: moment.time.localTime.day),
                made: made.localTime.day
            )
    }

    // Codes

    /// Sends a code to whoever came by a way that opens something now.
    ///
    /// An unknown, shut, resting or outworn link is answered alike, and costs the same look into the store; so is one of an
    /// address that is no longer trusted.
    package func askForCode(
        _ way: Way,
        from place: AddressBlock,
        at moment: Moment
    ) async throws(AccountError) {
        let counted = [ThrottleKey.link(way.token.hash, from: place), .source(place)]
        try await accounts.attempt(counted, isCode: false, at: moment.present)
        guard let (key, found, _) = try await whatOpens(way, at: moment) else {
            _ = try await codes(of: .none)
            return
        }
        try await accounts.succeeded(counted, isCode: false, at: moment.present)
        guard let sendCode,
            found.opened.partnership.mayBeAsked(
                at: found.seat.email,
                on: moment.time.localTime.day
            )
        else { return }
        let made = try await changing(key) { codes in
            var random = SystemRandomNumberGenerator()
            return try? codes.send(at: moment.present, using: &random)
        }
        guard let made else { return }
        let letter = CodeLetter(
            partnership: key.partnership,
            reference: key.reference,
            request: found.request.entry,
            seat: found.seat,
            code: made,
            at: moment.time
        )
        do {
            try await sendCode(letter)
        } catch {
            throw .busy
        }
    }

    /// Opens a session for whoever gives the right code.
    ///
    /// - Throws: `AccountError.wrong` alike for a wrong code, one that is used or too old, a resting link and none.
    package func giveCode(
        _ typed: String,
        _ way: Way,
        from place: AddressBlock,
        at moment: Moment
    ) async throws(AccountError) -> Token {
        let counted = [ThrottleKey.linkCode(way.token.hash, from: place), .source(place)]
        try await accounts.attempt(counted, isCode: false, at: moment.present)
        guard let (key, found, made) = try await whatOpens(way, at: moment) else {
            var nothing = try await codes(of: .none).codes
            _ = nothing.judge(typed, at: moment.present)
            throw .wrong
        }
        let judgement = try await changing(key) { $0.judge(typed, at: moment.present) }
        switch judgement {
        case .right: break
        case .wrong, .rests: throw .wrong
        case .restsFromNow:
            await noteRest(key, found, moment)
            throw .wrong
        }
        try await accounts.succeeded(counted, isCode: false, at: moment.present)
        let session = SeatSession(
            request: found.request.entry,
            linkMade: made,
            at: moment.present
        )
        var random = SystemRandomNumberGenerator()
        let token = Token(using: &random)
        let kept = Self.kept(session, of: key)
        try await accounts.keeping { () async throws(StoreError) in
            try await store.saveSeatSession(kept, token: token.hash.bytes)
        }
        if case .session(let old) = way { try await signOut(old) }
        return token
    }

    /// The business unit is told; whoever tries codes learns nothing of it.
    private func noteRest(_ key: SeatKey, _ found: OpenedRequest, _ moment: Moment) async {
        let rested = CaseEvent.LinkRested(request: found.request.entry, seat: key.seat)
        let letters = lettersInside(.linkRested, key, found, moment)
        // The link rests whether or not the case can be written to at this moment.
        _ = try? await cases.record(
            [.restLink(rested)] + letters.map { .queueMessage($0.queued) },
            on: key.reference,
            in: key.partnership,
            at: moment.time,
            outbox: letters.compactMap(\.row)
        )
    }

    /// To everybody who coordinates the case: a reference, and a page behind the sign-in.
    ///
    /// None where no mail leaves here: nobody sends a letter to herself, and the board shows what is wrong.
    func lettersInside(
        _ kind: MessageKind,
        _ key: SeatKey,
        _ found: OpenedRequest,
        _ moment: Moment
    ) -> [RequestLetter] {
        guard sendsCodes else { return [] }
        let sender = RequestLetter.Sender(
            opened: found.opened,
            partnership: key.partnership,
            sendsMail: true,
            time: moment.time
        )
        return found.opened.coordinators(on: moment.time.localTime.day).map { person in
            RequestLetter(
                name(),
                kind,
                toldInside: person,
                of: found.request.asked,
                due: nil,
                from: sender
            )
        }
    }

    /// A code for whoever is on the telephone, to be shown once; that it was read out is recorded first.
    package func codeToReadOut(
        to seat: EntryID,
        of request: EntryID,
        on reference: CaseReference,
        words: String,
        seen version: Int,
        for asking: Asking,
        present: Timestamp
    ) async throws(DeskError) -> SeatCode {
        let read = CaseEvent.CodeReadOut(request: request, seat: seat, words: words)
        try await cases.handle(
            .request(.readOutCode(read)),
            on: reference,
            seen: version,
            for: asking
        )
        let key = SeatKey(partnership: asking.partnership, reference: reference, seat: seat)
        do {
            return try await changing(key) { codes in
                var random = SystemRandomNumberGenerator()
                return codes.readOut(at: present, using: &random)
            }
        } catch .store(let error) {
            throw .store(error)
        } catch {
            throw .store(.unreachable("codes of this seat are being made by others"))
        }
    }

    /// Whom a way leads to now; nil for none, one that was shut, and one past its last day.
    func whatOpens(
        _ way: Way,
        at moment: Moment
    ) async throws(AccountError) -> (key: SeatKey, found: OpenedRequest, made: Timestamp)? {
        let hash = way.token.hash.bytes
        let key: SeatKey
        let request: EntryID
        let made: Timestamp
        switch way {
        case .link:
            let link = try await accounts.keeping { () async throws(StoreError) in
                try await store.link(hash)
            }
            guard let link else { return nil }
            (key, request, made) = (link.key, link.request, link.made)
        case .session:
            guard let (kept, session) = try await keptSession(way.token) else { return nil }
            (key, request, made) = (kept.key, session.request, session.linkMade)
        }
        guard let found = try await find(request, key), isAlive(made, found, moment) else {
            return nil
        }
        return (key, found, made)
    }

    /// Nil where the request is not hers any more; what goes wrong for a moment puts nobody out.
    private func find(
        _ entry: EntryID,
        _ key: SeatKey
    ) async throws(AccountError) -> OpenedRequest? {
        do throws(DeskError) {
            return try await cases.request(
                entry,
                of: key.reference,
                for: key.seat,
                in: key.partnership
            )
        } catch .nothingHere {
            return nil
        } catch .store(let error) {
            throw .store(error)
        } catch {
            throw .busy
        }
    }

    private func codes(
        of key: SeatKey
    ) async throws(AccountError) -> (codes: SeatCodes, version: Int) {
        let stored = try await accounts.keeping { () async throws(StoreError) in
            try await store.seatState(of: key)
        }
        guard let stored else { return (.none, 0) }
        guard
            let codes = try? JSONDecoder().decode(SeatCodes.self, from: Data(stored.record))
        else { throw .store(.altered(.init(stream: nil, version: stored.version, what: .row))) }
        return (codes, stored.version)
    }

    /// Many who try at once are judged one after the other.
    private func changing<Answer>(
        _ key: SeatKey,
        _ change: (inout SeatCodes) -> Answer
    ) async throws(AccountError) -> Answer {
        for _ in 0..<Self.tries {
            var (codes, version) = try await codes(of: key)
            let answer = change(&codes)
            guard let record = try? JSONEncoder().encode(codes) else {
                preconditionFailure("codes of plain values can be written")
            }
            let isSaved = try await accounts.keeping { () async throws(StoreError) in
                try await store.saveSeatState(Array(record), of: key, over: version)
            }
            if isSaved { return answer }
        }
        throw .busy
    }

    private static let tries = 16
}

extension SeatKey {
    /// No seat's: looked up where there is none, so that it costs the same.
    fileprivate static let none: SeatKey = {
        guard let partnership = PartnershipID(number: 0),
            let reference = CaseReference(number: 0), let seat = EntryID(number: 0)
        else { preconditionFailure("0 is in range") }
        return SeatKey(partnership: partnership, reference: reference, seat: seat)
    }()
}

extension OpenedRequest {
    /// By when the agency is to answer, worked out afresh.
    package func due(today: Day) -> Day? {
        opened.schedule(today: today)
            .line(backOf: request, under: opened.procedure)?.due
    }
}
