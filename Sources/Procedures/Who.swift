/// One of the three statutory safeguarding partners.
package enum SafeguardingPartner: String, CaseIterable, Hashable, Sendable {
    case localAuthority = "local-authority"
    case icb
    case police
}

/// Who acts, receives or is asked: a partner, role, group or body of the procedure, or people named by their part in the case.
package struct Who: Hashable, Sendable {
    package enum Quantifier: Hashable, Sendable {
        case whole, each, one
    }

    package enum People: Hashable, Sendable {
        case partner(SafeguardingPartner)
        case role(Reference<Role>)
        case group(Reference<Group>)
        case body(Reference<Body>)
        case partners, anyPartner, anyAgency, practitioners, referrer
        case agencyInvolved, agencyAsked
        case agency, agencySeniorManager, agencyRepresentative, agenciesRepresentatives
        /// Of a meeting step, or of the meeting at hand where nil.
        case members(of: Reference<Step>?)
        case chair(of: Reference<Step>?)
        case everyoneInvited(to: Reference<Step>?)
    }

    package let quantifier: Quantifier
    package let people: People
    /// As the procedure writes it: `each of partners`.
    package let text: String

    package init(quantifier: Quantifier, people: People, text: String) {
        self.quantifier = quantifier
        self.people = people
        self.text = text
    }
}

/// Who receives something, perhaps only under a condition or only for information.
package struct Recipient: Hashable, Sendable {
    package let who: Who
    package let condition: Condition?
    /// What it is for, in the guide's words: `information`.
    package let purpose: String?

    package init(who: Who, condition: Condition? = nil, purpose: String? = nil) {
        self.who = who
        self.condition = condition
        self.purpose = purpose
    }
}

/// A statutory partner's own name in this area.
package struct Partner: Hashable, Sendable {
    package let partner: SafeguardingPartner
    package let name: String
    package let clauses: [String]

    package init(partner: SafeguardingPartner, name: String, clauses: [String]) {
        self.partner = partner
        self.name = name
        self.clauses = clauses
    }
}

/// One person's part in the procedure, in the procedure's own words.
package struct Role: Hashable, Sendable {
    package let id: String
    package let name: String
    package let capacity: Capacity
    package let partner: SafeguardingPartner?
    package let deputies: [Reference<Role>]
    package let named: Naming?
    /// Who it normally is.
    package let usually: Reference<Role>?
    package let mail: String?
    package let clauses: [String]

    package init(
        id: String,
        name: String,
        capacity: Capacity,
        partner: SafeguardingPartner?,
        deputies: [Reference<Role>],
        named: Naming?,
        usually: Reference<Role>?,
        mail: String?,
        clauses: [String]
    ) {
        self.id = id
        self.name = name
        self.capacity = capacity
        self.partner = partner
        self.deputies = deputies
        self.named = named
        self.usually = usually
        self.mail = mail
        self.clauses = clauses
    }
}

/// When the holder of a role or the members of a group are named.
package enum Naming: String, CaseIterable, Hashable, Sendable {
    case onEachCase = "on each case"
    case byEachAgency = "by each agency"
}

/// A part that several people hold together.
package struct Group: Hashable, Sendable {
    package let id: String
    package let name: String
    package let capacity: Capacity
    package let members: [Who]
    package let chair: Reference<Role>?
    package let named: Naming?
    package let clauses: [String]

    package init(
        id: String,
        name: String,
        capacity: Capacity,
        members: [Who],
        chair: Reference<Role>?,
        named: Naming?,
        clauses: [String]
    ) {
        self.id = id
        self.name = name
        self.capacity = capacity
        self.members = members
        self.chair = chair
        self.named = named
        self.clauses = clauses
    }
}

/// A body outside the partnership that receives or answers.
package struct Body: Hashable, Sendable {
    package let id: String
    package let name: String
    package let mail: String?
    package let portal: String?
    package let clauses: [String]

    package init(id: String, name: String, mail: String?, portal: String?, clauses: [String]) {
        self.id = id
        self.name = name
        self.mail = mail
        self.portal = portal
        self.clauses = clauses
    }

    /// The national bodies whose names no procedure need repeat.
    package static let nationalNames = [
        "national-panel": "National Panel",
        "ofsted": "Ofsted",
        "secretary-of-state": "Secretary of State",
        "department-for-education": "Department for Education",
    ]
}
