import CaseFiles
import CaseStores
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import WorkingDays

/// Somebody at an agency who gave a code and said that it is she: what every page of her request needs.
struct SeatGuest: Sendable {
    let office: Office
    let token: Token
    let visit: SeatDesk.Visit
    let moment: SeatDesk.Moment

    var opened: OpenedCase { visit.found.opened }
    var request: AgencyRequest { visit.found.request }
    var seat: RequestSeat { visit.found.seat }
    var reference: CaseReference { visit.key.reference }
    var partnership: PartnershipID { visit.key.partnership }
    var today: Day { moment.time.localTime.day }

    var asking: Asking {
        Asking(seat: seat.entry, partnership: partnership, time: moment.time)
    }

    var frame: Frame {
        .answering(
            office.kind,
            name: "\(seat.name), \(request.asked.subject)",
            signOutToken: formToken(Link.answerSignOut)
        )
    }

    var writer: Writer {
        let (token, request) = (token, request)
        return Writer(
            asking: asking,
            frame: frame,
            store: office.store,
            name: { request.name(ofWriter: $0) },
            formToken: { token.formToken(for: $0) }
        )
    }

    func formToken(_ address: String) -> String { token.formToken(for: address) }

    private var sender: RequestLetter.Sender {
        RequestLetter.Sender(
            opened: opened,
            partnership: partnership,
            sendsMail: office.sendsMail,
            time: moment.time
        )
    }

    /// A way in of her own for somebody whom the guest asks to help, or to sign.
    func invitation(to other: RequestSeat) -> RequestLetter {
        RequestLetter(
            .random(),
            other.part == .signatory ? .signature : .invitation,
            to: other,
            of: request.asked,
            due: visit.found.due(today: today),
            from: sender,
            withLink: true,
            askedBy: seat.name
        )
    }

    /// Tells somebody who wrote an answer that it came back.
    ///
    /// Where no mail goes out she is told without a link: whoever signs does not get to see hers.
    func handedBack(to writer: RequestSeat) -> RequestLetter {
        let due = visit.found.due(today: today)
        return RequestLetter(
            .random(),
            .handedBack,
            to: writer,
            of: request.asked,
            due: due,
            from: sender,
            withLink: sender.sendsMail && sender.needsALink(writer, of: request, due: due)
        )
    }

    /// Does something to her own request, with what goes out by it.
    func handle(
        _ commands: [RequestCommand],
        sending letters: [RequestLetter] = []
    ) async throws(DeskError) {
        try await office.cases.handle(
            commands,
            of: request.entry,
            on: reference,
            seat: seat.entry,
            in: partnership,
            at: moment.time,
            queuing: letters.map(\.queued),
            outbox: letters.compactMap(\.row),
            links: letters.compactMap { $0.way?.link }
        )
    }
}

extension Office {
    var seats: SeatDesk {
        SeatDesk(
            cases: cases,
            accounts: accounts,
            sendCode: sendsMail ? sendCode : nil,
            name: { .random() }
        )
    }

    private func sendCode(_ letter: SeatDesk.CodeLetter) async throws(DeskError) {
        do {
            try await store.queueMessage(letter.row(.random()), of: letter.partnership)
        } catch {
            throw .store(error)
        }
    }

    var moment: SeatDesk.Moment { SeatDesk.Moment(present: present(), time: time) }

    var seatCookie: SessionCookie { SessionCookie(for: address(), .seat) }
    var linkCookie: SessionCookie { SessionCookie(for: address(), .link) }

    func seatToken(_ request: Request) -> Token? {
        request.headers[.cookie].flatMap { seatCookie.token(in: $0) }
    }

    /// Whoever came by a link and gave a code, whether or not she said that it is she.
    func seatFinding(_ request: Request) async throws -> (Token, SeatDesk.Finding)? {
        guard let token = seatToken(request) else { return nil }
        return (token, try await seats.visit(token, at: moment))
    }

    /// Whoever may see what her agency is asked; anybody else is sent to the step that is missing.
    func seatGuest(_ request: Request) async throws -> SeatGuest {
        guard let guest = try await seatGuestIfAny(request) else {
            throw Detour.to(Link.answer)
        }
        guard guest.visit.session.isConfirmed else { throw Detour.to(Link.answerWhom) }
        return guest
    }

    func seatGuestIfAny(_ request: Request) async throws -> SeatGuest? {
        guard case let (token, .open(visit))? = try await seatFinding(request) else { return nil }
        return SeatGuest(office: self, token: token, visit: visit, moment: moment)
    }
}

extension AgencyRequest {
    /// Who saved a part: a person of the agency by her seat.
    func name(ofWriter person: PersonID) -> String {
        seats.first { PersonID.ofSeat($0.seat.entry) == person }?.seat.name ?? "The business unit"
    }
}
