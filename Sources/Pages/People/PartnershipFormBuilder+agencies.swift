import Partnerships

extension PartnershipFormBuilder {
    mutating func askAgency(_ was: Agency?) -> Asked? {
        let name = filler.line("name", "Name of the agency", was: was?.name ?? "", most: 200)
        let kind = filler.list(
            "kind",
            "Kind of agency",
            [(label: "", options: AgencyKind.allCases.map { (id: $0.rawValue, label: $0.words) })],
            was: was?.kind?.rawValue ?? ""
        )
        let note = filler.area(
            "note",
            "What it is asked about",
            hint: "May be empty. Which records it holds, or which services it speaks for.",
            was: was?.note ?? "",
            isNeeded: false,
            most: 1000
        )
        let contacts = Agency.Contact.Part.allCases.compactMap { askContact($0, of: was) }
        let agency = Agency(
            agency: was?.agency ?? self.agency,
            name: name,
            kind: AgencyKind(rawValue: kind),
            note: note,
            contacts: contacts
        )
        if filler.isSent { mark(agency) }
        return Asked(
            title: was == nil ? "Add an agency" : "Change an agency",
            lead: [
                "An address that the partnership has not seen before is asked nothing until it has answered a mail without case content, its domain is listed, or a business manager allows it."
            ],
            act: .command(was == nil ? .addAgency(agency) : .describeAgency(agency))
        )
    }

    /// One human being; nil where every box is empty.
    private mutating func askContact(
        _ part: Agency.Contact.Part,
        of agency: Agency?
    ) -> Agency.Contact? {
        let was = agency?.contact(part)
        let words = part.words
        filler.heading(part.heading)
        let name = filler.line(
            part.box(.name),
            "Name of the \(words)",
            was: was?.name ?? "",
            isNeeded: false,
            most: 200
        )
        let jobTitle = filler.line(
            "\(part.rawValue)-job-title",
            "Job title of the \(words)",
            was: was?.jobTitle ?? "",
            isNeeded: false,
            most: 200
        )
        let email = filler.line(
            part.box(.email),
            "E-mail address of the \(words)",
            was: was?.email ?? "",
            isNeeded: false,
            most: 254,
            offer: .email
        )
        let telephone = filler.line(
            part.telephoneBox,
            "Telephone number of the \(words)",
            was: was?.telephone ?? "",
            isNeeded: false,
            most: 40
        )
        if [name, jobTitle, email, telephone].allSatisfy(\.isEmpty) { return nil }
        return Agency.Contact(
            part,
            name: name,
            jobTitle: jobTitle,
            email: email,
            telephone: telephone
        )
    }

    /// Every fault beside its box; what the questions themselves have said is not said again.
    private mutating func mark(_ agency: Agency) {
        for fault in partnership.faults(of: agency) {
            guard fault != .noName, fault != .noKind else { continue }
            filler.mark(fault.field, fault.words)
        }
    }

    mutating func askAgencyClosing(_ id: AgencyID) -> Asked? {
        guard let agency = partnership.agencies[id], !agency.isClosed else { return nil }
        let reason = filler.reason()
        return Asked(
            title: "Close an agency",
            lead: ["\(agency.name) is then offered no more. What it was asked stays."],
            button: "Close the agency",
            act: .command(.closeAgency(id, reason: reason))
        )
    }

    mutating func askAllowance(_ id: AgencyID, _ part: Agency.Contact.Part) -> Asked? {
        guard let address = askAddress(id, part) else { return nil }
        let reason = filler.reason(
            "How you know that it is theirs: a number of the agency’s that you rang, say."
        )
        return Asked(
            title: "Allow an address",
            lead: [
                address,
                "Requests and signatures may then go there, though it has answered nothing and its domain is not listed.",
            ],
            button: "Allow this address",
            act: .command(.allowAddress(address, reason: reason))
        )
    }

    mutating func askAddressCheck(_ id: AgencyID, _ part: Agency.Contact.Part) -> Asked? {
        guard let address = askAddress(id, part),
            let contact = partnership.agencies[id]?.contact(part)
        else { return nil }
        return Asked(
            title: "Send a mail without case content",
            lead: [
                address,
                "It says that \(partnership.name) makes sure of the address, and nothing more. Whoever opens its link within 14 days and presses the button confirms that it arrived.",
            ],
            button: "Send it",
            act: .addressCheck(address, of: contact.name)
        )
    }

    mutating func askTrustWithdrawal(_ id: AgencyID, _ part: Agency.Contact.Part) -> Asked? {
        guard let address = askAddress(id, part) else { return nil }
        let reason = filler.reason()
        return Asked(
            title: "Stop trusting an address",
            lead: [
                address,
                "What an answer or a yes brought then counts no more. A listed domain still covers its addresses.",
            ],
            button: "Stop trusting it",
            act: .command(.withdrawTrust(in: address, reason: reason))
        )
    }

    /// The address that was on the page; where the contact has another meanwhile, that is said.
    private mutating func askAddress(_ id: AgencyID, _ part: Agency.Contact.Part) -> String? {
        guard let agency = partnership.agencies[id], let contact = agency.contact(part) else {
            return nil
        }
        filler.carry("address", contact.email)
        if filler.isSent, filler.hidden("address") != contact.email {
            filler.fail(
                "reason",
                "The address is now \(contact.email): go back to the agencies, and look at it first"
            )
        }
        return contact.email
    }

    mutating func askDomain() -> Asked? {
        let domain = filler.line(
            "domain",
            "Domain",
            hint:
                "What stands after the @. It covers exactly itself; *.example.org covers what stands below example.org, and not example.org.",
            most: 253
        )
        let reason = filler.reason("Whose domain it is.")
        return Asked(
            title: "List a domain",
            lead: [
                "Requests and signatures may then go to every address of it that an agency has in the directory."
            ],
            button: "List the domain",
            act: .command(.listDomain(domain, reason: reason))
        )
    }

    mutating func askDomainEnding(_ domain: String) -> Asked? {
        guard partnership.domains.contains(where: { $0.domain.text == domain }) else {
            return nil
        }
        let reason = filler.reason()
        return Asked(
            title: "Take a domain off the list",
            lead: [
                domain,
                "An address of it is then trusted only if it has answered, or a business manager has allowed it.",
            ],
            button: "Take it off",
            act: .command(.unlistDomain(domain, reason: reason))
        )
    }
}
