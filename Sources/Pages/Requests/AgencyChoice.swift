import CaseFiles
import Partnerships
import Procedures

/// An agency of the directory that a request can go to, with whom to ask there.
struct AgencyChoice {
    let agency: AgencyID
    let name: String
    let contacts: [Contact]
    /// Why it is expected, in words; empty for one that is not.
    let because: String

    var isExpected: Bool { !because.isEmpty }

    struct Contact {
        let part: RequestSeat.Part
        let name: String
        let jobTitle: String
        let email: String
        let telephone: String
    }

    func contact(_ part: RequestSeat.Part) -> Contact? { contacts.first { $0.part == part } }
}

/// Every open agency, by name; an agency is expected where the case names it as involved.
func agencyChoices(of opened: OpenedCase, for step: Step) -> [AgencyChoice] {
    let named = Set(opened.file.about.agencies.map { $0.lowercased() })
    return opened.partnership.agencies.values.filter { !$0.isClosed }
        .sorted { $0.name < $1.name }
        .map { agency in
            AgencyChoice(
                agency: agency.agency,
                name: agency.name,
                contacts: agency.leads.map { contact in
                    AgencyChoice.Contact(
                        part: contact.isDeputy ? .deputy : .lead,
                        name: contact.name,
                        jobTitle: "",
                        email: contact.email,
                        telephone: ""
                    )
                },
                because: named.contains(agency.name.lowercased())
                    ? "named in the case as involved" : ""
            )
        }
}

extension Partnership {
    /// Why a request cannot go to an address; nil where it can.
    func reasonNotToTrust(_ email: String) -> String? {
        email.contains("@") ? nil : "“\(email)” is no e-mail address"
    }
}
