import CaseFiles

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
        package let rows: [Row]
        package let links: [WordedLink]

        init(
            _ title: String,
            note: String = "",
            paragraphs: [String] = [],
            facts: [(term: String, text: String)] = [],
            items: [Item] = [],
            rows: [Row] = [],
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

    /// A dated event of an agency's chronology, as it was given.
    package struct Row: Sendable {
        package let when: String
        package let happened: String
        package let action: String
        package let source: String
        package let about: String

        init(_ row: ReturnRow) {
            when = row.time.isEmpty ? row.date : "\(row.date), \(row.time)"
            happened = row.happened
            action = row.action
            source = row.source
            about = row.about
        }
    }

    /// A person, a version, a message, a file.
    package struct Item: Sendable {
        package let heading: String
        package let tag: StandingTag?
        package let facts: [(term: String, text: String)]
        package let paragraphs: [String]
        package let links: [WordedLink]

        init(
            _ heading: String,
            tag: StandingTag? = nil,
            facts: [(term: String, text: String)] = [],
            paragraphs: [String] = [],
            links: [WordedLink] = []
        ) {
            self.heading = heading
            self.tag = tag
            self.facts = facts
            self.paragraphs = paragraphs
            self.links = links
        }
    }
}
