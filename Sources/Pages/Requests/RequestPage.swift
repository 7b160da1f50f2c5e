package import CaseFiles

/// One request to one agency: what was asked of whom, and everything that came of it.
package struct RequestPage: Sendable {
    package let head: CaseHead
    package let title: String
    package let standing: StandingTag
    package let lead: [String]
    package let acts: [WordedLink]
    package let sections: [Section]

    package struct Section: Sendable {
        package let title: String
        package let note: String
        package let paragraphs: [String]
        package let facts: [(term: String, text: String)]
        package let items: [Item]
        package let rows: [ReturnRow]
        package let links: [WordedLink]

        init(
            _ title: String,
            note: String = "",
            paragraphs: [String] = [],
            facts: [(term: String, text: String)] = [],
            items: [Item] = [],
            rows: [ReturnRow] = [],
            links: [WordedLink] = []
        ) {
            self.title = title
            self.note = note
            self.paragraphs = paragraphs
            self.facts = facts
            self.items = items
            self.rows = rows
            self.links = links
        }
    }

    /// A person, a version, a message, a file.
    package struct Item: Sendable {
        package let heading: String
        package let tag: StandingTag?
        package let facts: [(term: String, text: String)]
        package let links: [WordedLink]

        init(
            _ heading: String,
            tag: StandingTag? = nil,
            facts: [(term: String, text: String)] = [],
            links: [WordedLink] = []
        ) {
            self.heading = heading
            self.tag = tag
            self.facts = facts
            self.links = links
        }
    }
}
