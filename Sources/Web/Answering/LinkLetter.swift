import CaseFiles
import CaseStores
import Credentials
import Desk
import Pages
import Partnerships
import WorkingDays

/// A message that brings somebody at the agency a way in of her own.
struct LinkLetter: Sendable {
    let seat: RequestSeat
    let request: EntryID
    let agency: String
    /// Who asks her.
    let from: String
    let due: Day?
    let token: Token
    let link: SeatLink
    private let entry: EntryID

    /// Makes the link; only its hash is kept.
    init(to seat: RequestSeat, from guest: SeatGuest) {
        self.seat = seat
        request = guest.request.entry
        agency = guest.request.asked.subject
        from = guest.seat.name
        due = guest.visit.found.due(today: guest.today)
        entry = .random()
        (token, link) = SeatDesk.makeLink(
            to: SeatKey(
                partnership: guest.partnership,
                reference: guest.reference,
                seat: seat.entry
            ),
            of: guest.request.entry,
            at: guest.moment.time
        )
    }

    /// The raw link is in this row alone, which is sealed, and wiped once it is delivered.
    var row: OutboxRow {
        let words = SeatMailWords(
            seat,
            from: from,
            of: agency,
            reference: link.reference,
            due: due
        )
        return OutgoingMail(
            about: OutgoingMail.About(
                kind: seat.part == .signatory ? .signature : .invitation,
                reference: link.reference,
                entry: entry,
                name: seat.name
            ),
            address: seat.email,
            subject: words.subject,
            paragraphs: words.paragraphs,
            link: Link.answer(token: token.text)
        ).row(key: "link \(entry)", notBefore: link.made)
    }

    func queued(byHand: Bool) -> CaseEvent.MessageQueued {
        CaseEvent.MessageQueued(
            entry: entry,
            request: request,
            seat: seat.entry,
            name: seat.name,
            email: seat.email,
            kind: seat.part == .signatory ? .signature : .invitation,
            rung: nil,
            due: due,
            byHand: byHand
        )
    }
}

extension SeatDesk.CodeLetter {
    /// Lists of messages say that a code went out, and not which.
    var row: OutboxRow {
        let words = SeatMailWords(code: code.text)
        return OutgoingMail(
            about: OutgoingMail.About(
                kind: .code,
                reference: reference,
                entry: request,
                name: seat.name
            ),
            address: seat.email,
            subject: words.subject,
            paragraphs: words.paragraphs
        ).row(key: "code \(EntryID.random())", notBefore: at)
    }
}
