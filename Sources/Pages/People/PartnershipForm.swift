package import Partnerships
package import WorkingDays

/// Every form that stands for an act in a partnership.
package enum PartnershipForm: Hashable, Sendable {
    case newcomer
    case description(PersonID)
    case membership(PersonID)
    case membershipEnding(EntryID)
    case deputy(of: PersonID)
    case deputyEnding(EntryID)
    case newAgency
    case agency(AgencyID)
    case agencyClosing(AgencyID)
    case allowance(AgencyID, Agency.Contact.Part)
    case addressCheck(AgencyID, Agency.Contact.Part)
    case trustWithdrawal(AgencyID, Agency.Contact.Part)
    case domain
    case domainEnding(String)
    case closure
    case closureEnding(Day)
    case emergency
    case exclusion(CaseReference)
    case exclusionEnding(EntryID)
}

/// What a form in a partnership stands for.
package enum PartnershipAct: Hashable, Sendable {
    case command(PartnershipCommand)
    case addition(Newcomer)
    /// A mail without case content goes to the address of somebody.
    case addressCheck(String, of: String)
}

/// A form as somebody filled it in, with the act that it stands for.
package struct FilledPartnershipForm: Sendable {
    package let title: String
    package let lead: [String]
    package let button: String
    package let filler: FormFiller
    /// Nil while anything is missing or wrong.
    package let act: PartnershipAct?
}

extension PartnershipReader {
    /// A form asked and read; nil where what it is about is not there.
    package func filled(
        _ form: PartnershipForm,
        _ items: [(name: String, value: String)]?,
        entry: EntryID,
        agency: AgencyID
    ) -> FilledPartnershipForm? {
        var asking = PartnershipFormBuilder(
            reader: self,
            entry: entry,
            agency: agency,
            filler: FormFiller(items)
        )
        guard let asked = asking.ask(form) else { return nil }
        return FilledPartnershipForm(
            title: asked.title,
            lead: asked.lead,
            button: asked.button,
            filler: asking.filler,
            act: asking.filler.isComplete ? asked.act : nil
        )
    }
}
