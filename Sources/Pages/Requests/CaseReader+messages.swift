import CaseFiles
import Partnerships
import Schedules
import WorkingDays

extension CaseReader {
    // Messages

    func messagesSection(_ request: AgencyRequest) -> RequestPage.Section {
        RequestPage.Section(
            "Messages to the agency",
            note: request.messages.isEmpty ? "None yet." : "",
            items: request.messages.reversed().map { message in
                let queued = message.queued
                let facts = message.settled.map { settled in
                    (
                        term: DayWording.capitalised(settled.settled.outcome.words),
                        text: "\(when(settled.at)). \(settled.settled.says)"
                    )
                }
                // What says that a request no longer stands is sent once it does not.
                let isWaiting =
                    (request.revoked == nil || queued.kind == .revoked)
                    && (message.outcome == .failed || queued.byHand && message.outcome == nil)
                let isToSend = isWaiting && may(.askAgencies)
                let letter = isToSend ? letter(queued, of: request) : nil
                return RequestPage.Item(
                    "\(DayWording.capitalised(queued.kind.words)), to \(queued.name)",
                    tag: tag(message),
                    facts: [(term: "Written", text: when(message.at))] + facts
                        + (letter.map { [("To", queued.email), ("Subject", $0.subject)] } ?? []),
                    paragraphs: letter?.paragraphs ?? [],
                    links: isToSend
                        ? [
                            WordedLink(
                                words: "Record that it was sent by hand",
                                address: link(.sentByHand, "\(queued.entry)")
                            )
                        ] : []
                )
            }
        )
    }

    private func tag(_ message: AgencyRequest.Message) -> StandingTag {
        switch message.outcome {
        case .delivered?, .mayHaveArrivedTwice?: StandingTag(kind: .done, word: "Sent")
        case .sentByHand?: StandingTag(kind: .done, word: "Sent by hand")
        case .failed?: StandingTag(kind: .overdue, word: "Not delivered")
        case .withdrawn?: StandingTag(kind: .not, word: "Withdrawn")
        case nil:
            message.queued.byHand
                ? StandingTag(kind: .today, word: "To be sent by hand")
                : StandingTag(kind: .open, word: "Waits to go")
        }
    }

    /// What a person is to send: its words are those that would go by mail.
    private func letter(
        _ queued: CaseEvent.MessageQueued,
        of request: AgencyRequest
    ) -> RequestMail {
        let due = builder.schedule.line(backOf: request, under: procedure)?.due
        let facts = opened.mailFacts(
            request.asked,
            due: due,
            asker: asker(of: queued, in: request),
            on: today
        )
        let overdue = opened.workingDaysOverdue(due, on: today)
        let isInside = partnership.people.values.contains { $0.email == queued.email }
        if queued.seat == nil, isInside {
            return RequestMail(toldInside: queued.name, queued.kind, facts, overdue: overdue)
        }
        let way: RequestMail.Way =
            queued.seat == nil ? .none : queued.isLinked == true ? .follows : .isThere
        return RequestMail(queued.kind, to: queued.name, facts, way, overdue: overdue)
    }

    /// Whoever at the agency asked a colleague to help or to sign.
    private func asker(of queued: CaseEvent.MessageQueued, in request: AgencyRequest) -> String {
        let asking =
            queued.kind == .signature
            ? request.versions.last?.put.seat
            : queued.seat.flatMap { request.seat($0)?.seat.invitedBy }
        return asking.flatMap { request.seat($0)?.seat.name } ?? ""
    }
}
