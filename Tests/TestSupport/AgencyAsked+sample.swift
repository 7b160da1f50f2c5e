package import CaseFiles
package import Partnerships

extension RequestSeat {
    /// A made-up person's way in to a request, with an address of her own at a domain.
    package static func sample(
        _ entry: EntryID,
        _ name: String,
        _ part: Part,
        jobTitle: String = "",
        email: String? = nil,
        domain: String = "marl.example"
    ) -> RequestSeat {
        RequestSeat(
            entry: entry,
            name: name,
            jobTitle: jobTitle,
            email: email ?? "\(entry)@\(domain)",
            telephone: "",
            part: part,
            invitedBy: nil
        )
    }
}

extension CaseEvent.AgencyAsked {
    /// An agency, of no directory unless one is given, asked at the step that every shipped procedure but one calls `ask-agencies`.
    package static func sample(
        _ entry: EntryID,
        _ subject: String,
        step: String = "ask-agencies",
        agency: AgencyID? = nil,
        seats: [RequestSeat],
        form: String = "briefing-report",
        instruction: String = ""
    ) -> CaseEvent.AgencyAsked {
        CaseEvent.AgencyAsked(
            entry: entry,
            step: step,
            agency: agency,
            subject: subject,
            form: form,
            purpose: "What the agency knew and did",
            legalBasis: "",
            instruction: instruction,
            letter: [],
            seats: seats,
            because: "",
            dueShown: nil
        )
    }
}

extension RequestCommand {
    /// These agencies asked by link, and none left out.
    package static func ask(
        _ asked: [CaseEvent.AgencyAsked],
        entry: EntryID
    ) -> RequestCommand {
        .ask(
            AskAgencies(
                step: "ask-agencies",
                asked: asked,
                leftOut: [],
                by: "by link",
                entry: entry
            )
        )
    }
}
