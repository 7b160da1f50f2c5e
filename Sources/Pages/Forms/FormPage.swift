package import Partnerships

/// A page that asks for something.
package struct FormPage: Sendable {
    package let title: String
    /// The small line over the title: which case, which person.
    package let over: String
    package let crumbs: [Crumb]
    package let lead: [String]
    /// What must be seen before the form: what others did meanwhile, say.
    package let banner: Banner?
    /// Dates before and after, to be confirmed; nil where the form asks.
    package let changes: [DateChangeRow]?
    /// What must be read before the form.
    package let reading: [ReadSection]
    package let form: Form

    package init(
        title: String,
        over: String = "",
        crumbs: [Crumb] = [],
        lead: [String] = [],
        banner: Banner? = nil,
        changes: [DateChangeRow]? = nil,
        reading: [ReadSection] = [],
        form: Form
    ) {
        self.title = title
        self.over = over
        self.crumbs = crumbs
        self.lead = lead
        self.banner = banner
        self.changes = changes
        self.reading = reading
        self.form = form
    }
}

/// A step back towards the start.
package struct Crumb: Hashable, Sendable {
    package let name: String
    package let address: String

    package init(name: String, address: String) {
        self.name = name
        self.address = address
    }
}

extension Crumb {
    package static func caseFile(_ reference: CaseReference) -> Crumb {
        Crumb(name: "Case \(reference)", address: Link.caseFile(reference))
    }
}

/// One message that matters, at the top of a page.
package struct Banner: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case plain, done, today, late
    }

    package let kind: Kind
    package let heading: String
    package let lines: [String]
    package let link: WordedLink?

    package init(kind: Kind, heading: String, lines: [String] = [], link: WordedLink? = nil) {
        self.kind = kind
        self.heading = heading
        self.lines = lines
        self.link = link
    }
}

/// One date as it is and as it would be.
package struct DateChangeRow: Hashable, Sendable {
    package let does: String
    package let before: String
    package let after: String
    /// What does not move, though the limit does.
    package let note: String
}
