/// A page to read: about a document that is written here, or a referral.
package struct PaperPage: Sendable {
    package let title: String
    package let over: String
    package let crumbs: [Crumb]
    package let banners: [Banner]
    package let lead: [String]
    package let acts: [WordedLink]
    package let presses: [Press]
    package let sections: [Section]

    package init(
        title: String,
        over: String = "",
        crumbs: [Crumb] = [],
        banners: [Banner] = [],
        lead: [String] = [],
        acts: [WordedLink] = [],
        presses: [Press] = [],
        sections: [Section] = []
    ) {
        self.title = title
        self.over = over
        self.crumbs = crumbs
        self.banners = banners
        self.lead = lead
        self.acts = acts
        self.presses = presses
        self.sections = sections
    }

    /// A form of one button, with what is asked beside it.
    package struct Press: Sendable {
        package let form: Form
        package let heading: String

        package init(_ form: Form, heading: String = "") {
            self.form = form
            self.heading = heading
        }
    }

    package struct Section: Sendable {
        package let title: String
        package let tag: StandingTag?
        package let note: String
        package let facts: [Fact]
        package let faults: [String]
        package let links: [WordedLink]
        package let press: Press?

        package init(
            title: String,
            tag: StandingTag? = nil,
            note: String = "",
            facts: [Fact] = [],
            faults: [String] = [],
            links: [WordedLink] = [],
            press: Press? = nil
        ) {
            self.title = title
            self.tag = tag
            self.note = note
            self.facts = facts
            self.faults = faults
            self.links = links
            self.press = press
        }
    }

    package struct Fact: Sendable {
        package let term: String
        package let text: String
        /// Whether it is to be copied into another system, and is therefore shown in a box of its own.
        package let isCopied: Bool

        package init(_ term: String, _ text: String, isCopied: Bool = false) {
            self.term = term
            self.text = text
            self.isCopied = isCopied
        }
    }
}

/// Where what is typed into a form is saved while it is typed.
package struct FormDraft: Hashable, Sendable {
    package let address: String
    package let token: String
    /// What is said beside the button before anything was saved.
    package let says: String

    package init(address: String, token: String, says: String) {
        self.address = address
        self.token = token
        self.says = says
    }
}
