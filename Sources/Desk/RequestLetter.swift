package import CaseFiles
package import CaseStores
package import Credentials
import Pages
package import Partnerships
import Procedures
package import WorkingDays

/// A message about a request to one person at the agency, perhaps with a way in of her own.
package struct RequestLetter: Sendable {
    package let queued: CaseEvent.MessageQueued
    /// Nil where the link that she has still serves.
    package let way: (token: Token, link: SeatLink)?
    private let mail: OutgoingMail
    private let time: Timestamp

    /// What every letter of one act knows.
    package struct Sender: Sendable {
        package let opened: OpenedCase
        package let partnership: PartnershipID
        /// Whether mail leaves here; where it does not, a person sends the letter.
        package let sendsMail: Bool
        package let time: Timestamp

        package init(
            opened: OpenedCase,
            partnership: PartnershipID,
            sendsMail: Bool,
            time: Timestamp
        ) {
            self.opened = opened
            self.partnership = partnership
            self.sendsMail = sendsMail
            self.time = time
        }

        var reference: CaseReference { opened.file.reference }
        var today: Day { time.localTime.day }

        /// Whom to ring: whoever coordinates the case today.
        var contact: String {
            let coordinating = opened.procedure.roles.filter { $0.capacity == .coordinator }
                .map(\.id)
            let person = opened.file.holders(of: coordinating, on: today).first
            return person.map { "\(opened.partnership.name(of: $0)), \(opened.partnership.name)" }
                ?? opened.partnership.name
        }

        /// Working days since a day; 0 on it and before.
        func overdue(_ due: Day?) -> Int {
            guard let due, due < today else { return 0 }
            let passed = try? opened.partnership.calendar.workingDays(from: due, to: today)
            return max(0, passed ?? 0)
        }
    }

    /// A rung is given for a reminder, by its id in the ladder.
    package init(
        _ entry: EntryID,
        _ kind: MessageKind,
        to seat: RequestSeat,
        of asked: CaseEvent.AgencyAsked,
        due: Day?,
        from sender: Sender,
        withLink: Bool,
        rung: String? = nil
    ) {
        time = sender.time
        queued = CaseEvent.MessageQueued(
            entry: entry,
            request: asked.entry,
            seat: seat.entry,
            name: seat.name,
            email: seat.email,
            kind: kind,
            rung: rung,
            due: due,
            byHand: !sender.sendsMail
        )
        way =
            withLink
            ? SeatDesk.makeLink(
                to: SeatKey(
                    partnership: sender.partnership,
                    reference: sender.reference,
                    seat: seat.entry
                ),
                of: asked.entry,
                at: sender.time
            ) : nil
        let words = RequestMail(
            kind,
            to: seat.name,
            RequestMail.Facts(
                agency: asked.subject,
                partnership: sender.opened.partnership.name,
                reference: "\(sender.reference)",
                due: due,
                contact: sender.contact
            ),
            isLinked: withLink,
            overdue: sender.overdue(due)
        )
        mail = OutgoingMail(
            about: OutgoingMail.About(
                kind: kind.mailKind,
                reference: sender.reference,
                entry: entry,
                name: seat.name
            ),
            address: seat.email,
            subject: words.subject,
            paragraphs: words.paragraphs,
            link: way.map { Link.answer(token: $0.token.text) }
        )
    }

    /// The raw link is in this row alone, which is sealed, and wiped once it is delivered; nil for a letter that a person
    /// sends.
    package func row(key: String? = nil) -> OutboxRow? {
        queued.byHand ? nil : mail.row(key: key ?? "letter \(queued.entry)", notBefore: time)
    }
}

extension MessageKind {
    fileprivate var mailKind: OutgoingMail.Kind {
        switch self {
        case .request, .resent: .request
        case .reminder, .chase: .chase
        case .escalation: .escalation
        case .invitation: .invitation
        case .signature: .signature
        case .handedBack, .sentBack: .sentBack
        case .accepted, .revoked: .notice
        }
    }
}
