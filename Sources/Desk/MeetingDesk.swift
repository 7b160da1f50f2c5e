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

    /// Does what a form asks, and queues the invitations that are among it.
    ///
    /// Nothing goes to an address that nobody vouches for: such an invitation is left to be sent by hand.
    @discardableResult
    package func handle(
        _ commands: [CaseCommand],
        on reference: CaseReference,
        seen version: Int,
        for who: Asking
    ) async throws(DeskError) -> CaseFile {
        let opened = try await cases.opened(reference, toDo: .see, for: who)
        let commands = commands.map { command -> CaseCommand in
            guard case .meeting(.queueInvitation(let queued)) = command else { return command }
            let goes = sendsMail && opened.partnership.mayBeAsked(at: queued.email, on: who.today)
            return .meeting(.queueInvitation(queued.sent(byHand: !goes)))
        }
        let (_, _, after) = try await cases.decided(commands, opened, who)
        let rows = commands.compactMap { command -> OutboxRow? in
            guard case .meeting(.queueInvitation(let queued)) = command, !queued.byHand else {
                return nil
            }
            return row(queued, opened, after, who)
        }
        return try await cases.handle(
            commands,
            on: reference,
            seen: version,
            for: who,
            outbox: rows
        )
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
        let signsIn = opened.partnership.people.values.contains {
            $0.email.lowercased() == queued.email.lowercased()
                && after.isOn($0.person, who.today)
        }
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
