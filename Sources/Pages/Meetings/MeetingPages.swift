import CaseFiles

/// The meetings of a case: every one that the procedure names, with its window and what came of it.
package struct MeetingListPage: Sendable {
    package let head: CaseHead
    package let lead: String
    package let steps: [Entry]

    /// One meeting step.
    package struct Entry: Sendable {
        package let name: String
        package let does: String
        package let window: String
        /// Why it cannot be said to be wanted yet, or why it is not; empty where it is.
        package let note: String
        package let meetings: [Row]
        package let acts: [WordedLink]
    }

    package struct Row: Sendable {
        package let when: WordedLink
        package let place: String
        package let tag: StandingTag
        package let note: String
    }
}

/// One meeting: when, who, on what, and its minutes.
package struct MeetingPage: Sendable {
    package let head: CaseHead
    package let title: String
    package let tag: StandingTag
    package let banners: [Banner]
    package let acts: [WordedLink]
    package let facts: [(term: String, text: String)]
    package let people: [Person]
    package let agenda: [String]
    package let sections: [PaperPage.Section]

    package struct Person: Sendable {
        package let name: String
        package let role: String
        package let part: String
        package let invited: String
        package let attendance: String
    }
}

/// A document of a meeting to be printed: an agenda, or minutes.
package struct MeetingPaper: Sendable {
    package let title: String
    package let over: String
    package let crumbs: [Crumb]
    /// `Draft, not put forward`, or how it was approved.
    package let standing: String
    package let acts: [WordedLink]
    package let facts: [(term: String, text: String)]
    package let parts: [Part]

    package struct Part: Sendable {
        package let title: String
        package let lines: [(term: String, text: String)]
        package let list: [String]

        init(_ title: String, lines: [(term: String, text: String)] = [], list: [String] = []) {
            self.title = title
            self.lines = lines
            self.list = list
        }
    }
}

/// The page by which a meeting is run on a screen that everybody sees.
package struct RunningPage: Sendable {
    package let title: String
    package let over: String
    package let crumbs: [Crumb]
    package let tag: StandingTag
    /// Since when it runs, who chairs.
    package let status: String
    package let quorum: (isMet: Bool, words: String)?
    package let items: [Item]
    package let item: String
    package let clauses: String
    package let banners: [Banner]
    /// The text of the item, saved while it is typed, and all that is sent with it.
    package let form: Form
    package let decision: TextField
    package let action: TextField
    package let actionWho: TextField
    package let actionBy: DateField
    package let line: TextField
    package let at: TextField
    package let points: [String]
    package let attendance: [Present]
    /// Who must leave before this item, to be sent out in one tap; nil for nobody.
    package let leaving: String?
    package let hasBegun: Bool
    package let isOver: Bool
    package let links: [WordedLink]
    package let material: [Material]

    package struct Item: Sendable {
        package let number: Int
        package let title: String
        package let address: String
        package let isCurrent: Bool
        package let isWritten: Bool
    }

    /// Somebody on the list, and what a tap says of her.
    package struct Present: Sendable {
        package let name: String
        package let role: String
        package let words: String
        package let isThere: Bool
        package let tap: (value: String, words: String)?
    }

    /// Something to look up while the meeting runs.
    package struct Material: Sendable {
        package let id: String
        package let title: String
        package let lines: [String]
        package let facts: [(term: String, text: String)]
        package let parts: [ReadSection]
        package let links: [WordedLink]
        package let isOpen: Bool

        init(
            id: String,
            title: String,
            lines: [String] = [],
            facts: [(term: String, text: String)] = [],
            parts: [ReadSection] = [],
            links: [WordedLink] = [],
            isOpen: Bool = false
        ) {
            self.id = id
            self.title = title
            self.lines = lines
            self.facts = facts
            self.parts = parts
            self.links = links
            self.isOpen = isOpen
        }
    }
}
