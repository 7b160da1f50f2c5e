import Partnerships

/// The people and agencies of a partnership.
package struct PeoplePage: Sendable {
    package let partnership: String
    package let people: [PersonLine]
    package let agencies: [AgencyLine]
    package let domains: [DomainLine]
    package let closures: [ClosureLine]
    package let acts: [WordedLink]

    package struct PersonLine: Sendable {
        package let name: String
        package let address: String
        package let roles: String
        package let note: String
    }

    package struct AgencyLine: Sendable {
        /// Where the page can be opened at it.
        package let anchor: String
        package let name: String
        package let kind: String
        package let note: String
        package let isClosed: Bool
        package let contacts: [ContactLine]
        package let links: [WordedLink]
    }

    package struct ContactLine: Sendable {
        package let part: String
        package let name: String
        package let jobTitle: String
        package let email: String
        package let telephone: String
        package let trust: TrustLine
        package let links: [WordedLink]
    }

    /// The standing of an address, by a word and a sign.
    package struct TrustLine: Sendable {
        package let isTrusted: Bool
        package let words: String
        package let because: String
    }

    package struct DomainLine: Sendable {
        package let domain: String
        package let reason: String
        package let says: String
        package let link: WordedLink?
    }

    package struct ClosureLine: Sendable {
        package let day: DayText
        package let reason: String
        package let link: WordedLink?
    }
}

/// One person of a partnership.
package struct PersonPage: Sendable {
    package let name: String
    package let facts: [(term: String, text: String)]
    package let memberships: [Row]
    package let deputies: [Row]
    package let banner: Banner?
    package let acts: [WordedLink]
    /// Acts that are done by one press, with the token of each.
    package let presses: [Press]

    package struct Row: Sendable {
        package let says: String
        package let dates: String
        package let link: WordedLink?
    }

    package struct Press: Sendable {
        package let words: String
        package let address: String
        package let token: String
    }
}

/// A link to choose a password with, shown once.
package struct InvitationPage: Sendable {
    package let name: String
    package let link: String
    package let says: [String]
    package let back: WordedLink

    package init(name: String, link: String, says: [String], back: String) {
        self.name = name
        self.link = link
        self.says = says
        self.back = WordedLink(words: "Back to the person", address: back)
    }
}

/// What coordinators are shown until one of them has seen it.
package struct NoticesPage: Sendable {
    package let unseen: [Line]
    package let seen: [Line]
    package let press: PersonPage.Press?
    /// How many there are in all, as the press says that they were seen.
    package let count: Int

    package struct Line: Sendable {
        package let when: String
        package let says: String
        package let link: WordedLink?
    }
}

/// Cases opened, or to be opened, in an emergency.
package struct EmergenciesPage: Sendable {
    package let pending: [Line]
    package let acts: [WordedLink]

    package struct Line: Sendable {
        package let heading: String
        package let says: [String]
        package let press: PersonPage.Press?
    }
}
