/// An agency that is asked, and whom to ask there.
package struct Agency: Hashable, Sendable {
    package let agency: AgencyID
    package let name: String
    /// Nil where it was written before kinds were asked for.
    package let kind: AgencyKind?
    /// What it is asked about; empty where nothing was noted.
    package let note: String
    /// At most one for each part.
    package let contacts: [Contact]
    package internal(set) var isClosed: Bool

    package init(
        agency: AgencyID,
        name: String,
        kind: AgencyKind?,
        note: String = "",
        contacts: [Contact],
        isClosed: Bool = false
    ) {
        self.agency = agency
        self.name = name
        self.kind = kind
        self.note = note
        self.contacts = contacts
        self.isClosed = isClosed
    }

    package func contact(_ part: Contact.Part) -> Contact? {
        contacts.first { $0.part == part }
    }

    package var lead: Contact? { contact(.lead) }
    package var deputy: Contact? { contact(.deputy) }
    package var signatory: Contact? { contact(.signatory) }

    /// One human being there.
    package struct Contact: Hashable, Sendable {
        /// What the contact is asked for; the raw values are stored.
        package enum Part: String, CaseIterable, Hashable, Sendable, Codable {
            case lead
            /// Asked where the lead is away.
            case deputy
            /// Signs what the lead has answered.
            case signatory = "senior-signatory"
        }

        package let part: Part
        package let name: String
        /// Empty where it is not known.
        package let jobTitle: String
        package let email: String
        /// Empty where it is not known.
        package let telephone: String

        package init(
            _ part: Part,
            name: String,
            jobTitle: String = "",
            email: String,
            telephone: String = ""
        ) {
            self.part = part
            self.name = name
            self.jobTitle = jobTitle
            self.email = email
            self.telephone = telephone
        }
    }
}

extension Agency: Codable {
    private enum CodingKeys: String, CodingKey {
        case agency, name, kind, note, isClosed
        case contacts = "leads"
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        agency = try container.decode(AgencyID.self, forKey: .agency)
        name = try container.decode(String.self, forKey: .name)
        kind = try container.decodeIfPresent(AgencyKind.self, forKey: .kind)
        note = try container.decodeIfPresent(String.self, forKey: .note) ?? ""
        contacts = try container.decode([Contact].self, forKey: .contacts)
        isClosed = try container.decode(Bool.self, forKey: .isClosed)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(agency, forKey: .agency)
        try container.encode(name, forKey: .name)
        try container.encodeIfPresent(kind, forKey: .kind)
        if !note.isEmpty { try container.encode(note, forKey: .note) }
        try container.encode(contacts, forKey: .contacts)
        try container.encode(isClosed, forKey: .isClosed)
    }
}

extension Agency.Contact: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, jobTitle, email, telephone, part, isDeputy
    }

    /// The first texts knew leads and deputies only, told apart by `isDeputy`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let isDeputy = try container.decode(Bool.self, forKey: .isDeputy)
        part =
            try container.decodeIfPresent(Part.self, forKey: .part)
            ?? (isDeputy ? .deputy : .lead)
        name = try container.decode(String.self, forKey: .name)
        jobTitle = try container.decodeIfPresent(String.self, forKey: .jobTitle) ?? ""
        email = try container.decode(String.self, forKey: .email)
        telephone = try container.decodeIfPresent(String.self, forKey: .telephone) ?? ""
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        if !jobTitle.isEmpty { try container.encode(jobTitle, forKey: .jobTitle) }
        try container.encode(email, forKey: .email)
        if !telephone.isEmpty { try container.encode(telephone, forKey: .telephone) }
        try container.encode(part == .deputy, forKey: .isDeputy)
        if part == .signatory { try container.encode(part, forKey: .part) }
    }
}
