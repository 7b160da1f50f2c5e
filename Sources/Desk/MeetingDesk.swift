package import Calendars
package import CaseFiles
import CaseStores
import Pages
package import Partnerships
import Procedures
import WorkingDays

/// What is done with meetings: invitations go in the same act as what they tell.
package struct MeetingDesk: Sendable {
    private let cases: CaseDesk
    private let sendsMail: Bool

    package init(cases: CaseDesk, sendsMail: Bool) {
        self.cases = cases
        self.sendsMail = sendsMail
    }

    /// Does what a form asks, and queues the messages that are among it.
    ///
    /// Nothing goes to an address that nobody vouches for: such a message is left to be sent by hand.
    @discardableResult
    package func handle(
        _ commands: [CaseCommand],
        on reference: CaseReference,
        seen version: Int,
        for who: Asking
    ) async throws(DeskError) -> CaseFile {
        let opened = try await cases.opened(reference, toDo: .see, for: who)
        try checkNeedToKnow(commands, opened)
        let commands = commands.map { command -> CaseCommand in
            switch command {
            case .meeting(.queueInvitation(let queued)):
                .meeting(.queueInvitation(queued.sent(byHand: !goes(queued.email, opened, who))))
            case .meeting(.queueMinutesMail(let queued)):
                .meeting(.queueMinutesMail(queued.sent(byHand: !goes(queued.email, opened, who))))
            default: command
            }
        }
        let (_, _, after) = try await cases.decided(commands, opened, who)
        let rows = commands.compactMap { command -> OutboxRow? in
            switch command {
            case .meeting(.queueInvitation(let queued)) where !queued.byHand:
                row(queued, opened, after, who)
            case .meeting(.queueMinutesMail(let queued)) where !queued.byHand:
                row(queued, opened, after, who)
            default: nil
            }
        }
        return try await cases.handle(
            commands,
            on: reference,
            seen: version,
            for: who,
            outbox: rows
        )
    }

    private func goes(_ email: String, _ opened: OpenedCase, _ who: Asking) -> Bool {
        sendsMail && opened.partnership.mayBeAsked(at: email, on: who.today)
    }

    /// Minutes are for nobody who is kept from the case meanwhile, whatever she heard of it.
    private func checkNeedToKnow(
        _ commands: [CaseCommand],
        _ opened: OpenedCase
    ) throws(DeskError) {
        for case .meeting(.circulateMinutes(let sent)) in commands {
            let people = opened.file.meeting(sent.meeting)?.recipients(of: sent) ?? []
            let others = sent.to.filter { name in
                !people.contains { comparable($0.name) == comparable(name) }
            }
            let meant = people.map { ($0.name, $0.email) } + others.map { ($0, "") }
            let kept = meant.filter { name, email in
                opened.partnership.isExcluded(
                    name: name,
                    email: email,
                    from: opened.file.reference
                )
            }
            if !kept.isEmpty {
                throw .caseRefused(.meeting(.minutesAreNotFor(kept.map(\.0))))
            }
        }
    }

    /// Does something that is not put in question by what others did meanwhile, on what the case is now.
    @discardableResult
    package func handleNow(
        _ commands: [CaseCommand],
        on reference: CaseReference,
        for who: Asking
    ) async throws(DeskError) -> CaseFile {
        for _ in 0..<Self.triesAmongMany {
            let opened = try await cases.opened(reference, toDo: .see, for: who)
            do throws(DeskError) {
                return try await cases.handle(
                    commands,
                    on: reference,
                    seen: opened.file.version,
                    for: who
                )
            } catch .overtaken {
                continue
            }
        }
        throw .store(.unreachable("others write to this case without a pause"))
    }

    /// A whole meeting taps at once.
    private static let triesAmongMany = 64

    // Minutes sent round

    private func row(
        _ queued: CaseEvent.MinutesMailQueued,
        _ opened: OpenedCase,
        _ after: CaseFile,
        _ who: Asking
    ) -> OutboxRow? {
        guard let meeting = after.meeting(queued.meeting),
            let person = meeting.person(queued.person)
        else { return nil }
        let reads = accounts(at: queued.email, opened).contains { reader in
            permission(
                for: reader,
                to: .seeMinutes,
                in: after,
                under: opened.procedure,
                of: opened.partnership,
                at: who.time
            ).isPermitted
        }
        let words = MinutesMail(
            to: person.name,
            meeting,
            reference: "\(after.reference)",
            contact: contact(opened, who.today),
            readsHere: reads
        )
        let mail = OutgoingMail(
            about: OutgoingMail.About(
                kind: .minutes,
                reference: after.reference,
                entry: queued.entry,
                name: person.name
            ),
            address: queued.email,
            subject: words.subject,
            paragraphs: words.paragraphs,
            link: reads
                ? Link.caseFile(after.reference, "meetings", "\(meeting.entry)") + "/papers/minutes"
                : nil
        )
        return mail.row(key: "minutes \(queued.entry)", notBefore: who.time)
    }

    // Invitations

    private func row(
        _ queued: CaseEvent.InvitationQueued,
        _ opened: OpenedCase,
        _ after: CaseFile,
        _ who: Asking
    ) -> OutboxRow? {
        // Whoever was taken off the list stands only on the one before.
        let before = opened.file.meeting(queued.meeting)?.person(queued.person)
        guard let meeting = after.meeting(queued.meeting),
            let person = meeting.person(queued.person) ?? before
        else { return nil }
        let reference = "\(after.reference)"
        let words = MeetingMail(
            queued.kind,
            to: person.name,
            meeting,
            reference: reference,
            partnership: opened.partnership.name,
            contact: contact(opened, who.today)
        )
        let signsIn = accounts(at: queued.email, opened).contains { after.isOn($0, who.today) }
        let mail = OutgoingMail(
            about: OutgoingMail.About(
                kind: .meeting,
                reference: after.reference,
                entry: queued.entry,
                name: person.name
            ),
            address: queued.email,
            subject: words.subject,
            paragraphs: words.paragraphs,
            link: signsIn
                ? Link.caseFile(after.reference, "meetings", "\(meeting.entry)") : nil,
            calendar: meeting.invitation(
                to: person,
                reference: reference,
                sequence: queued.sequence,
                isCancelled: queued.kind == .cancellation,
                written: who.time
            )
        )
        return mail.row(key: "invitation \(queued.entry)", notBefore: who.time)
    }

    // Both

    /// Whoever signs in with an address.
    private func accounts(at email: String, _ opened: OpenedCase) -> [PersonID] {
        opened.partnership.people.values
            .filter { $0.email.lowercased() == email.lowercased() }
            .map(\.person)
    }

    /// Whom to tell: whoever coordinates the case today.
    private func contact(_ opened: OpenedCase, _ today: Day) -> String {
        let coordinating = opened.procedure.roles.filter { $0.capacity == .coordinator }.map(\.id)
        let person = opened.file.holders(of: coordinating, on: today).first
        return person.map { "\(opened.partnership.name(of: $0)), \(opened.partnership.name)" }
            ?? opened.partnership.name
    }
}

extension CaseEvent.InvitationQueued {
    fileprivate func sent(byHand: Bool) -> Self {
        Self(
            entry: entry,
            meeting: meeting,
            person: person,
            kind: kind,
            sequence: sequence,
            email: email,
            byHand: byHand
        )
    }
}

extension CaseEvent.MinutesMailQueued {
    fileprivate func sent(byHand: Bool) -> Self {
        Self(
            entry: entry,
            meeting: meeting,
            circulation: circulation,
            person: person,
            email: email,
            byHand: byHand
        )
    }
}

extension Meeting {
    /// The meeting as it stands in somebody's calendar.
    package func invitation(
        to person: MeetingPerson?,
        reference: String,
        sequence: Int,
        isCancelled: Bool,
        written: Timestamp
    ) -> CalendarInvitation {
        CalendarInvitation(
            uid: "\(entry)\(person.map { "-\($0.entry)" } ?? "")@sightline.invalid",
            sequence: sequence,
            isCancelled: isCancelled,
            written: written.milliseconds,
            begins: Timestamp(LocalTime(day: time.day, minute: time.from)).milliseconds,
            ends: Timestamp(LocalTime(day: time.day, minute: time.until)).milliseconds,
            summary: MeetingMail.summary(step, reference: reference),
            place: place
        )
    }
}
