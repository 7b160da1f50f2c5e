/// The main parts of the site, as the menu names them.
package enum Way: CaseIterable, Sendable {
    case myWork, cases, referrals, people, plan, compare, procedures

    package var name: String {
        switch self {
        case .myWork: "My work"
        case .cases: "Cases"
        case .referrals: "Referrals"
        case .people: "People and agencies"
        case .plan: "Plan"
        case .compare: "Compare"
        case .procedures: "Procedures"
        }
    }

    package var address: String {
        switch self {
        case .myWork: Link.myWork
        case .cases: Link.cases
        case .referrals: Link.referrals
        case .people: Link.people
        case .plan: Link.plan
        case .compare: Link.compare
        case .procedures: Link.procedures
        }
    }

    /// What needs no sign-in: dates are worked out, and nothing is kept.
    static let open: [Way] = [.plan, .compare, .procedures]
}

/// Where a page stands in the menu.
package enum Standpoint: Equatable, Sendable {
    /// The page that the menu leads to.
    case at(Way)
    /// A page below it.
    case within(Way)
    case elsewhere
}

/// What stands around every page.
package struct Frame: Sendable {
    /// What the strip at the top says: the marking, and of what kind the store is.
    package let marking: String
    package let says: String
    package let ways: [Way]
    /// Nil where nobody is signed in.
    package let visitor: Visitor?
    /// What there is to sign in to; nil where there is nothing, and where somebody is in.
    package let entrance: Entrance?
    /// Where the clock of a demonstration is set; nil but there.
    package let clock: String?
    /// Where the mail of a demonstration is read; nil but there.
    package let mail: String?
    /// Of pages for somebody at an agency, who came by a link; nil on all others.
    package let answering: Answering?

    /// What awaits whoever signs in, as the first page says.
    package struct Entrance: Sendable {
        package let name: String
        package let says: String
    }

    /// Somebody at an agency: she sees the one request that she was asked, and nothing else of the site.
    package struct Answering: Sendable {
        /// Nil before she has given a code.
        package let name: String?
        package let signOutToken: String
    }

    /// Whoever is signed in, and where.
    package struct Visitor: Sendable {
        package let name: String
        /// `business manager`, or several.
        package let roles: String
        package let partnership: String
        /// The other partnerships that she belongs to, by id.
        package let others: [(id: String, name: String)]
        /// For the forms in the header: changing partnership, signing out.
        package let switchToken: String
        package let signOutToken: String

        package init(
            name: String,
            roles: String,
            partnership: String,
            others: [(id: String, name: String)],
            switchToken: String,
            signOutToken: String
        ) {
            self.name = name
            self.roles = roles
            self.partnership = partnership
            self.others = others
            self.switchToken = switchToken
            self.signOutToken = signOutToken
        }
    }

    /// Dates alone: nothing is kept, and nobody signs in.
    package static let datesOnly = Frame(
        marking: "Dates only",
        says: "Nothing you enter here is stored. Give no child’s name.",
        ways: Way.open,
        visitor: nil,
        entrance: nil,
        clock: nil,
        mail: nil,
        answering: nil
    )

    /// Around a page of a store that nobody is signed in to.
    package static func outside(_ store: StoreKind) -> Frame {
        Frame(
            marking: store.mark,
            says: store.says,
            ways: Way.open,
            visitor: nil,
            entrance: store.entrance,
            clock: nil,
            mail: store == .demonstration ? Link.takenMail : nil,
            answering: nil
        )
    }

    /// Around the pages of somebody signed in.
    package static func inside(
        _ store: StoreKind,
        _ visitor: Visitor,
        isMember: Bool
    ) -> Frame {
        Frame(
            marking: store == .demonstration ? store.mark : "OFFICIAL-SENSITIVE",
            says: store == .live ? "Live. Every look is recorded." : store.says,
            ways: isMember ? Way.allCases : Way.open,
            visitor: visitor,
            entrance: nil,
            clock: store == .demonstration ? Link.clock : nil,
            mail: store == .demonstration ? Link.takenMail : nil,
            answering: nil
        )
    }

    /// Around the pages for somebody who came by a link; without a name nothing tells whose they are.
    package static func answering(
        _ store: StoreKind,
        name: String? = nil,
        signOutToken: String = ""
    ) -> Frame {
        Frame(
            marking: store == .demonstration || name == nil
                ? store.answeringMark : "OFFICIAL-SENSITIVE",
            says: store == .demonstration
                ? store.says
                : name == nil
                    ? "" : "For you alone. That you opened it, and what you send, is recorded.",
            ways: [],
            visitor: nil,
            entrance: nil,
            clock: nil,
            mail: store == .demonstration ? Link.takenMail : nil,
            answering: Answering(name: name, signOutToken: signOutToken)
        )
    }
}

/// Of what kind a store is, as every page says.
package enum StoreKind: Hashable, Sendable {
    case live
    /// The day it was put back from a copy.
    case restored(String)
    case demonstration

    var mark: String {
        switch self {
        case .live: "Live"
        case .restored: "Restored"
        case .demonstration: "Demonstration"
        }
    }

    fileprivate var answeringMark: String {
        self == .demonstration ? mark : "By invitation"
    }

    fileprivate var entrance: Frame.Entrance {
        switch self {
        case .live, .restored:
            Frame.Entrance(
                name: "Open your cases",
                says: "Sign in to see what is due, to answer for it and to record what was done."
            )
        case .demonstration:
            Frame.Entrance(
                name: "Try it with cases that are made up",
                says: "A partnership under each procedure, with a case at every stage. "
                    + "One press signs you in as whoever runs a case, and opens it."
            )
        }
    }

    var says: String {
        switch self {
        case .live: "Sign in to see your cases."
        case .restored(let day):
            "This store was put back from a copy on \(day). Every look is recorded."
        case .demonstration: "Every person, agency and case here is made up. Enter nothing real."
        }
    }
}
