package import Partnerships

extension AgencyKind {
    /// As it begins a line: `Local authority children’s services`.
    package var words: String {
        switch self {
        case .childrensServices: "Local authority children’s services"
        case .adultServices: "Local authority adult services"
        case .police: "Police"
        case .integratedCareBoard: "Integrated care board"
        case .hospitalTrust: "Hospital trust"
        case .communityHealth: "Community health"
        case .generalPractice: "GP practice"
        case .mentalHealth: "Mental health"
        case .ambulance: "Ambulance service"
        case .school: "School"
        case .earlyYears: "Early years setting"
        case .college: "College"
        case .probation: "Probation"
        case .youthJustice: "Youth justice"
        case .housing: "Housing"
        case .drugAndAlcohol: "Drug and alcohol service"
        case .cafcass: "Cafcass"
        case .voluntary: "Voluntary organisation"
        case .other: "Other"
        }
    }
}

extension Agency.Contact.Part {
    /// In the middle of a sentence.
    package var words: String {
        switch self {
        case .lead: "safeguarding lead"
        case .deputy: "deputy"
        case .signatory: "senior signatory"
        }
    }

    var heading: String {
        switch self {
        case .lead: "Safeguarding lead"
        case .deputy: "Deputy, asked when the lead is away"
        case .signatory: "Senior signatory, who signs what the lead has answered"
        }
    }

    func box(_ box: AgencyFault.Box) -> String { "\(rawValue)-\(box.rawValue)" }

    var telephoneBox: String { "\(rawValue)-telephone" }
}

extension AgencyFault {
    /// What to do, in a sentence without its stop.
    package var words: String {
        switch self {
        case .noName: "Enter the name of the agency"
        case .noKind: "Choose the kind of agency"
        case .nameTaken: "There is an agency of that name already"
        case .noLead: "Enter the name and e-mail address of the safeguarding lead"
        case .twice(let part): "Name one \(part.words), not two"
        case .missing(let part, .name): "Enter the name of the \(part.words)"
        case .missing(let part, .email): "Enter the e-mail address of the \(part.words)"
        case .notAnAddress(let part, let typed):
            "The e-mail address of the \(part.words), ‘\(typed)’, must be written like name@example.org"
        case .notATelephone(let part, let typed):
            "The telephone number of the \(part.words), ‘\(typed)’, must be written like 01632 960001 or +44 1632 960001 ext 12"
        case .addressShared(let part, let other):
            "The e-mail address of the \(part.words) is that of \(other): enter the one that is theirs alone"
        case .isTheLead(let part, .name):
            "The \(part.words) has the name of the lead: enter somebody else, or nobody"
        case .isTheLead(let part, .email):
            "The \(part.words) has the e-mail address of the lead: enter another, or nobody"
        }
    }

    /// Beside which question.
    package var field: String {
        switch self {
        case .noName, .nameTaken: "name"
        case .noKind: "kind"
        case .noLead: Agency.Contact.Part.lead.box(.name)
        case .twice(let part): part.box(.name)
        case .missing(let part, let box), .isTheLead(let part, let box): part.box(box)
        case .notAnAddress(let part, _), .addressShared(let part, _): part.box(.email)
        case .notATelephone(let part, _): part.telephoneBox
        }
    }
}

extension MailDomain.Fault {
    /// What to do, in a sentence without its stop.
    func words(_ typed: String) -> String {
        switch self {
        case .notADomain:
            "‘\(typed)’ is no domain: it must be written like example.org, or *.example.org"
        case .publicProvider(let domain):
            "Anybody can have an address at \(domain): it cannot be listed. Allow single addresses instead"
        case .shared(let domain):
            "Many organisations have their domains below \(domain): list the domain of one, like marlshire.\(domain)"
        }
    }
}
