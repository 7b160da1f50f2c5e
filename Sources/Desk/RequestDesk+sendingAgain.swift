import CaseFiles
package import Partnerships
import Schedules
import WorkingDays

extension RequestDesk {
    /// Writes again what could not be delivered, with a link of its own: the one that was to go is wiped.
    ///
    /// - Returns: the letter; none where it is no longer needed, or was sent again before.
    package func sendAgain(
        _ message: EntryID,
        on reference: CaseReference,
        for who: Asking
    ) async throws(DeskError) -> [RequestLetter] {
        let opened = try await cases.opened(reference, toDo: .askAgencies, for: who)
        let sender = RequestLetter.Sender(
            opened: opened,
            partnership: who.partnership,
            sendsMail: sendsMail,
            time: who.time
        )
        for request in opened.file.requests {
            guard let failed = request.failedMessage(message),
                let letter = letter(like: failed, of: request, sender)
            else { continue }
            guard sender.mayWrite(to: letter.queued.email) else {
                throw .caseRefused(.untrustedAddresses([letter.queued.email]))
            }
            try await cases.handle(
                [.request(.queueMessage(letter.queued))],
                on: reference,
                seen: opened.file.version,
                for: who,
                outbox: [letter.row].compactMap { $0 },
                links: [letter.way?.link].compactMap { $0 }
            )
            return [letter]
        }
        return []
    }

    private func letter(
        like failed: CaseEvent.MessageQueued,
        of request: AgencyRequest,
        _ sender: RequestLetter.Sender
    ) -> RequestLetter? {
        if let seat = failed.seat.flatMap({ request.seat($0) }) {
            let opened = sender.opened
            let due = opened.schedule(today: sender.today)
                .line(backOf: request, under: opened.procedure)?.due
            return RequestLetter(
                name(),
                failed.kind,
                to: seat.seat,
                of: request.asked,
                due: due,
                from: sender,
                withLink: failed.kind != .accepted
            )
        }
        let person = sender.opened.partnership.people.values.first { $0.email == failed.email }
        return person.map { person in
            RequestLetter(
                name(),
                failed.kind,
                toldInside: person,
                of: request.asked,
                due: failed.due,
                from: sender
            )
        }
    }
}
