import CaseFiles
import Desk
import Pages
import Partnerships

extension AnswerDesk {
    var colleague: Question {
        person(
            .colleague,
            .colleagues,
            "Ask a colleague to help",
            [
                "They get a link of their own to this request, and write with you. They cannot sign."
            ]
        )
    }

    var signatory: Question {
        person(
            .signatory,
            .signatories,
            "Name a senior manager who signs",
            [
                "They read the whole answer and sign it for your agency, or hand it back. It must be another person than the one who puts it forward."
            ]
        )
    }

    private func person(
        _ part: RequestSeat.Part,
        _ act: AnswerAct,
        _ title: String,
        _ lead: [String]
    ) -> Question {
        Question(
            address: Link.answerRequest(act.rawValue),
            ask: { filler in
                guard let seat = askPerson(&filler, part) else { return nil }
                return { () async throws(DeskError) in
                    let letters = [guest.invitation(to: seat)]
                    try await guest.handle([added(seat)], sending: letters)
                    return sent(letters)
                }
            },
            page: { filler in form(title, lead, act, "Send them a link", filler) }
        )
    }

    /// Nil where something is missing, or nobody may be written to at that address.
    func askPerson(_ filler: inout FormFiller, _ part: RequestSeat.Part) -> RequestSeat? {
        if part == .signatory { filler.heading("Who signs") }
        let name = filler.line("person-name", "Name", most: 200)
        let jobTitle = filler.line(
            "person-job-title",
            "Job title",
            isNeeded: part == .signatory,
            most: 200
        )
        let email = filler.line("person-email", "E-mail address", most: 254, offer: .email)
        let telephone = filler.line(
            "person-telephone",
            "Telephone",
            hint: "You may leave this empty.",
            isNeeded: false,
            most: 60,
            width: .short
        )
        guard filler.isSent, !name.isEmpty, !email.isEmpty else { return nil }
        if let fault = fault(of: email, part) {
            filler.mark("person-email", fault)
            return nil
        }
        return RequestSeat(
            entry: .random(),
            name: name,
            jobTitle: jobTitle,
            email: email,
            telephone: telephone,
            part: part,
            invitedBy: guest.seat.entry
        )
    }

    /// Requests and signatures go to addresses that the partnership trusts, and to no others.
    private func fault(of email: String, _ part: RequestSeat.Part) -> String? {
        let partnership = guest.opened.partnership
        guard partnership.trust(of: email).isTrusted else {
            return
                "Nothing is sent to this address before the business unit has allowed it: check it, or ring the business unit"
        }
        guard part != .signatory || partnership.mayBeNamedToSign(at: email) else {
            return
                "Nobody is asked to sign whom the business unit does not know: ring it, and it writes to this person itself"
        }
        return nil
    }

    func added(_ seat: RequestSeat) -> RequestCommand {
        .addSeat(
            CaseEvent.SeatAdded(
                request: request.entry,
                seat: seat,
                replaces: nil,
                reason: ""
            )
        )
    }
}
