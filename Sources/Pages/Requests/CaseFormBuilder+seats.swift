import CaseFiles
import Partnerships

/// The ways in to a request, for people at the agency.
extension CaseFormBuilder {
    mutating func askSeat(_ request: AgencyRequest) -> Asked? {
        guard filler.isSent || request.revoked == nil else { return nil }
        let parts: [RequestSeat.Part] = [.lead, .deputy, .signatory]
        let part = filler.radio(
            "part",
            "What this person does",
            parts.map { (id: $0.rawValue, label: DayWording.capitalised($0.words), hint: $0.hint) },
            was: RequestSeat.Part.lead.rawValue
        )
        let name = filler.line("name", "Name", most: 200)
        let jobTitle = filler.line("job-title", "Job title", isNeeded: false, most: 200)
        let email = filler.line("email", "E-mail address", most: 300, offer: .email)
        let telephone = filler.line("telephone", "Telephone", isNeeded: false, most: 40)
        checkTrust(of: [email], field: "email")
        let open = request.seats.filter(\.isOpen)
        let replaces = filler.list(
            "replaces",
            "In place of",
            hint: "Their way in is shut by it.",
            [
                (
                    label: "",
                    options: open.map {
                        (id: "\($0.seat.entry)", label: "\($0.seat.name), \($0.seat.part.words)")
                    }
                )
            ],
            isNeeded: false
        )
        let reason = filler.reason("Who said so, and why the change.")
        return Asked(
            title: "Write to somebody else at \(request.asked.subject)",
            button: "Give a way in",
            command: RequestSeat.Part(rawValue: part).map { part in
                .request(
                    .addSeat(
                        CaseEvent.SeatAdded(
                            request: request.entry,
                            seat: RequestSeat(
                                entry: fresh.entry,
                                name: name,
                                jobTitle: jobTitle,
                                email: email,
                                telephone: telephone,
                                part: part,
                                invitedBy: nil
                            ),
                            replaces: EntryID(replaces),
                            reason: reason
                        )
                    )
                )
            }
        )
    }

    mutating func askClosedSeat(_ request: AgencyRequest) -> Asked? {
        guard let seat = about.flatMap({ EntryID($0) }).flatMap({ request.seat($0) }),
            filler.isSent || seat.isOpen
        else { return nil }
        let reason = filler.reason("Somebody who has left, or an address that is wrong.")
        return Asked(
            title: "Shut the way in of \(seat.seat.name)",
            lead: [
                "\(seat.seat.name), \(seat.seat.part.words) at \(request.asked.subject), can then no longer answer. What was written stays."
            ],
            button: "Shut it",
            command: .request(
                .endSeat(
                    CaseEvent.SeatEnded(
                        request: request.entry,
                        seat: seat.seat.entry,
                        reason: reason,
                        isDisowned: false
                    )
                )
            )
        )
    }

    private func openSeat(_ request: AgencyRequest) -> RequestSeat? {
        guard request.revoked == nil,
            let seat = about.flatMap({ EntryID($0) }).flatMap({ request.seat($0) }), seat.isOpen
        else { return nil }
        return seat.seat
    }

    mutating func askFreshLink(_ request: AgencyRequest) -> Asked? {
        guard let seat = openSeat(request) else { return nil }
        return Asked(
            title: "Send \(seat.name) a new link",
            lead: [
                "It goes to \(seat.email), with nothing of the case in it. A link that was sent before still serves: where one went to the wrong place, shut the way in and write to somebody else."
            ],
            button: "Send a new link",
            command: .request(
                .queueMessage(
                    CaseEvent.MessageQueued(
                        entry: fresh.entry,
                        request: request.entry,
                        seat: seat.entry,
                        name: seat.name,
                        email: seat.email,
                        kind: .resent,
                        rung: nil,
                        due: nil,
                        byHand: true
                    )
                )
            )
        )
    }

    mutating func askCode(_ request: AgencyRequest) -> Asked? {
        guard let seat = openSeat(request) else { return nil }
        let words = filler.line(
            "how",
            "How you know who is on the telephone",
            hint: "You rang the number in the directory, say."
        )
        return Asked(
            title: "Read out a code to \(seat.name)",
            lead: [
                "Ring \(seat.name) on a number that you know to be theirs\(seat.telephone.isEmpty ? "" : " (\(seat.telephone) in the directory)"), never on one from a message. The code is shown once, opens the link once, and that you read it out is recorded."
            ],
            button: "Show a code",
            command: .request(
                .readOutCode(
                    CaseEvent.CodeReadOut(
                        request: request.entry,
                        seat: seat.entry,
                        words: words
                    )
                )
            )
        )
    }
}
