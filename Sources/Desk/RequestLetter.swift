package import CaseFiles
package import CaseStores
package import Credentials
import Pages
package import Partnerships
package import Schedules
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

        func facts(_ asked: CaseEvent.AgencyAsked, due: Day?, asker: String) -> RequestMail.Facts {
            opened.mailFacts(asked, due: due, asker: asker, on: today)
        }

        func overdue(_ due: Day?) -> Int { opened.workingDaysOverdue(due, on: today) }

        /// Whether something may go to an address today.
        package func mayWrite(to email: String) -> Bool {
            opened.partnership.mayBeAsked(at: email, on: today)
        }

        /// Whether somebody needs a new way in to be written to: none is known to have reached her, or it ends within days.
        package func needsALink(_ seat: RequestSeat, of request: AgencyRequest, due: Day?) -> Bool {
            guard let made = request.newestLink(of: seat.entry) else { return true }
            let last = SeatDesk.lastDay(due: due, made: made.localTime.day)
            return last < today.advanced(byDays: 7) ?? today
        }
    }

    /// To somebody at the agency.
    ///
    /// A rung is given for a reminder; a name for what a colleague of hers asks.
    package init(
        _ entry: EntryID,
        _ kind: MessageKind,
        to seat: RequestSeat,
        of asked: CaseEvent.AgencyAsked,
        due: Day?,
        from sender: Sender,
        withLink: Bool,
        rung: ChaseKey? = nil,
        askedBy asker: String = ""
    ) {
        let queued = CaseEvent.MessageQueued(
            entry: entry,
            request: asked.entry,
            seat: seat.entry,
            name: seat.name,
            email: seat.email,
            kind: kind,
            rung: rung?.rung,
            due: rung?.due ?? due,
            byHand: !sender.sendsMail,
            isLinked: withLink
        )
        let way =
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
            withLink ? .follows : .isThere,
            overdue: sender.overdue(due)
        )
        let link = way.map { Link.answer(token: $0.token.text) }
        self.init(queued, way, queued.mail(kind.mailKind, words, link: link, of: sender), sender)
    }

    /// To a contact of the directory who has no way in: that it is not answered, and no more.
    package init(
        _ entry: EntryID,
        _ kind: MessageKind,
        toContact contact: Agency.Contact,
        of asked: CaseEvent.AgencyAsked,
        due: Day?,
        from sender: Sender,
        rung: ChaseKey
    ) {
        let queued = CaseEvent.MessageQueued(
            entry: entry,
            request: asked.entry,
            seat: nil,
            name: contact.name,
            email: contact.email,
            kind: kind,
            rung: rung.rung,
            due: rung.due,
            byHand: !sender.sendsMail,
            isLinked: false
        )
        let words = RequestMail(
            kind,
            to: contact.name,
            sender.facts(asked, due: due, asker: ""),
            .none,
            overdue: sender.overdue(due)
        )
        self.init(queued, nil, queued.mail(kind.mailKind, words, link: nil, of: sender), sender)
    }

    /// To somebody of the partnership, who signs in to see more.
    package init(
        _ entry: EntryID,
        _ kind: MessageKind,
        toldInside person: Person,
        of asked: CaseEvent.AgencyAsked,
        due: Day?,
        from sender: Sender,
        rung: ChaseKey? = nil
    ) {
        let queued = CaseEvent.MessageQueued(
            entry: entry,
            request: asked.entry,
            seat: nil,
            name: person.name,
            email: person.email,
            kind: kind,
            rung: rung?.rung,
            due: rung?.due ?? due,
            byHand: !sender.sendsMail,
            isLinked: false
        )
        let words = RequestMail(
            toldInside: person.name,
            kind,
            sender.facts(asked, due: due, asker: ""),
            overdue: sender.overdue(due)
        )
        let mail = queued.mail(
            due == nil ? .notice : .escalation,
            words,
            link: Link.caseFile(sender.reference, "agencies"),
            of: sender
        )
        self.init(queued, nil, mail, sender)
    }

    private init(
        _ queued: CaseEvent.MessageQueued,
        _ way: (token: Token, link: SeatLink)?,
        _ mail: OutgoingMail,
        _ sender: Sender
    ) {
        self.queued = queued
        self.way = way
        self.mail = mail
        key = Self.key(of: queued, in: sender.opened.partnership)
        time = sender.time
    }

    /// Under which a message waits in the outbox: a rung goes once to everybody, however often it is decided.
    static func key(of queued: CaseEvent.MessageQueued, in partnership: Partnership) -> String {
        guard let rung = queued.rung, let due = queued.due, let request = queued.request else {
            return "letter \(queued.entry)"
        }
        let person = partnership.people.values.filter { $0.email == queued.email }
            .map(\.person).min()
        let to = queued.seat.map { "\($0)" } ?? person.map { "\($0)" } ?? queued.email
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
        of sender: RequestLetter.Sender
    ) -> OutgoingMail {
        OutgoingMail(
            about: OutgoingMail.About(
                kind: kind,
                reference: sender.reference,
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
