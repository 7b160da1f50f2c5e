package import CaseFiles
package import CaseStores
package import Credentials
import Pages
package import Partnerships
import Procedures
package import WorkingDays

/// A message about a request to one person, perhaps with a way in of her own.
package struct RequestLetter: Sendable {
    package let queued: CaseEvent.MessageQueued
    /// Nil where the link that she has still serves, and for somebody who signs in.
    package let way: (token: Token, link: SeatLink)?
    private let mail: OutgoingMail
    private let key: String
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

        /// Whoever coordinates the case today.
        var coordinators: [Person] {
            holders(of: opened.procedure.roles.filter { $0.capacity == .coordinator }.map(\.id))
        }

        /// Those on the case with a role today; nobody who may not know of it is written to.
        func holders(of roles: [String]) -> [Person] {
            let partnership = opened.partnership
            return opened.file.holders(of: roles, on: today).filter { person in
                partnership.isMember(person, on: today)
                    && !partnership.isExcluded(person, from: reference)
            }.compactMap { partnership.people[$0] }
        }

        func facts(_ asked: CaseEvent.AgencyAsked, due: Day?, asker: String) -> RequestMail.Facts {
            let contact = coordinators.first.map { "\($0.name), " } ?? ""
            return RequestMail.Facts(
                agency: asked.subject,
                partnership: opened.partnership.name,
                reference: "\(reference)",
                due: due,
                contact: contact + opened.partnership.name,
                asker: asker
            )
        }

        /// Working days since a day; 0 on it and before.
        func overdue(_ due: Day?) -> Int {
            guard let due, due < today else { return 0 }
            let passed = try? opened.partnership.calendar.workingDays(from: due, to: today)
            return max(0, passed ?? 0)
        }
    }

    /// To somebody at the agency.
    ///
    /// A rung is given for a reminder, by its id in the ladder; a name for what a colleague of hers asks.
    package init(
        _ entry: EntryID,
        _ kind: MessageKind,
        to seat: RequestSeat,
        of asked: CaseEvent.AgencyAsked,
        due: Day?,
        from sender: Sender,
        withLink: Bool,
        rung: String? = nil,
        askedBy asker: String = ""
    ) {
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
            sender.facts(asked, due: due, asker: asker),
            isLinked: withLink,
            overdue: sender.overdue(due)
        )
        mail = queued.mail(
            kind.mailKind,
            words,
            link: way.map { Link.answer(token: $0.token.text) },
            of: sender.reference
        )
        key = Self.key(of: queued)
        time = sender.time
    }

    /// To somebody of the partnership, who signs in to see more.
    package init(
        _ entry: EntryID,
        _ kind: MessageKind,
        toldInside person: Person,
        of asked: CaseEvent.AgencyAsked,
        due: Day?,
        from sender: Sender,
        rung: String? = nil
    ) {
        queued = CaseEvent.MessageQueued(
            entry: entry,
            request: asked.entry,
            seat: nil,
            name: person.name,
            email: person.email,
            kind: kind,
            rung: rung,
            due: due,
            byHand: !sender.sendsMail
        )
        way = nil
        let words = RequestMail(
            toldInside: person.name,
            kind,
            sender.facts(asked, due: due, asker: ""),
            overdue: sender.overdue(due)
        )
        mail = queued.mail(
            due == nil ? .notice : .escalation,
            words,
            link: Link.caseFile(sender.reference, "agencies"),
            of: sender.reference
        )
        key = Self.key(of: queued, to: person.person)
        time = sender.time
    }

    /// Under which a message waits in the outbox: a rung goes once to everybody, however often it is decided.
    static func key(of queued: CaseEvent.MessageQueued, to person: PersonID? = nil) -> String {
        guard let rung = queued.rung, let due = queued.due, let request = queued.request,
            let to = queued.seat.map({ "\($0)" }) ?? person.map({ "\($0)" })
        else { return "letter \(queued.entry)" }
        return "chase \(request)/\(rung)/\(due) \(to)"
    }

    /// The raw link is in this row alone, which is sealed, and wiped once it is delivered; nil for a letter that a person
    /// sends.
    package var row: OutboxRow? { queued.byHand ? nil : mail.row(key: key, notBefore: time) }
}

extension SeatDesk.CodeLetter {
    /// Lists of messages say that a code went out, and not which.
    package func row(_ name: EntryID) -> OutboxRow {
        let words = RequestMail(code: code.text)
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
        ).row(key: "code \(name)", notBefore: at)
    }
}

extension CaseEvent.MessageQueued {
    fileprivate func mail(
        _ kind: OutgoingMail.Kind,
        _ words: RequestMail,
        link: String?,
        of reference: CaseReference
    ) -> OutgoingMail {
        OutgoingMail(
            about: OutgoingMail.About(
                kind: kind,
                reference: reference,
                entry: entry,
                name: name
            ),
            address: email,
            subject: words.subject,
            paragraphs: words.paragraphs,
            link: link
        )
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
        case .accepted, .revoked, .linkRested, .disowned: .notice
        }
    }
}
