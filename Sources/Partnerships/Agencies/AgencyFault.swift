/// Something wrong with an agency as it is to be written down.
package enum AgencyFault: Hashable, Sendable {
    case noName
    case noKind
    case nameTaken(by: AgencyID)
    case noLead
    case twice(Agency.Contact.Part)
    case missing(Agency.Contact.Part, Box)
    case notAnAddress(Agency.Contact.Part, String)
    case notATelephone(Agency.Contact.Part, String)
    /// Another contact, with another name, has the address.
    case addressShared(Agency.Contact.Part, with: String)
    /// The name or the address is that of the lead.
    case isTheLead(Agency.Contact.Part, Box)

    /// A box in which part of a contact is written.
    package enum Box: String, Hashable, Sendable {
        case name, email
    }
}

extension Partnership {
    /// Everything wrong with an agency, all at once; empty where it can be written down.
    package func faults(of agency: Agency) -> [AgencyFault] {
        var faults: [AgencyFault] = []
        if agency.name.allSatisfy(\.isWhitespace) { faults.append(.noName) }
        if agency.kind == nil { faults.append(.noKind) }
        let same = agencies.values.first { other in
            other.agency != agency.agency && !other.isClosed
                && comparable(other.name) == comparable(agency.name)
        }
        if let same { faults.append(.nameTaken(by: same.agency)) }
        if agency.lead == nil { faults.append(.noLead) }
        for part in Agency.Contact.Part.allCases {
            let contacts = agency.contacts.filter { $0.part == part }
            if contacts.count > 1 { faults.append(.twice(part)) }
            faults += contacts.prefix(1).flatMap { $0.faults(in: agency) }
        }
        return faults
    }
}

extension Agency.Contact {
    fileprivate func faults(in agency: Agency) -> [AgencyFault] {
        var faults: [AgencyFault] = []
        if name.allSatisfy(\.isWhitespace) { faults.append(.missing(part, .name)) }
        if email.allSatisfy(\.isWhitespace) {
            faults.append(.missing(part, .email))
        } else if MailAddress(email) == nil {
            faults.append(.notAnAddress(part, email))
        }
        if !telephone.isEmpty, !isTelephone(telephone) {
            faults.append(.notATelephone(part, telephone))
        }
        return faults + clashes(in: agency)
    }

    /// Who deputises or signs is another human being than the lead, and an address is one human being's.
    private func clashes(in agency: Agency) -> [AgencyFault] {
        var faults: [AgencyFault] = []
        if part != .lead, let lead = agency.lead {
            if isSameName(lead) { faults.append(.isTheLead(part, .name)) }
            if isSameAddress(lead) { faults.append(.isTheLead(part, .email)) }
        }
        if part == .signatory, let deputy = agency.deputy, isSameAddress(deputy),
            !isSameName(deputy)
        {
            faults.append(.addressShared(part, with: deputy.name))
        }
        return faults
    }

    private func isSameName(_ other: Self) -> Bool {
        !comparable(name).isEmpty && comparable(name) == comparable(other.name)
    }

    private func isSameAddress(_ other: Self) -> Bool {
        MailAddress(email).map { $0 == MailAddress(other.email) } ?? false
    }
}

/// Five digits or more, written as telephone numbers are: `+44 (0)1632 960 001 ext 12`.
private func isTelephone(_ text: String) -> Bool {
    let rest = text.lowercased().split(separator: " ").filter { $0 != "ext" && $0 != "ext." }
    let marks = Set("0123456789+()-.")
    return rest.joined().allSatisfy { marks.contains($0) }
        && text.filter(\.isASCIIDigit).count >= 5 && text.count <= 40
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
