package import Chronologies

/// All agencies' chronologies as one, in finished words.
package struct ChronologyPage: Sendable {
    package let title: String
    package let over: String
    package let crumbs: [Crumb]
    package let lead: [String]
    package let acts: [WordedLink]
    /// Whether names or pseudonyms are shown, and the way to the other.
    package let naming: Naming
    package let filter: Filter
    package let sources: [Source]
    /// `214 rows of 6 agencies`.
    package let count: String
    /// The rows in years, with the gaps between them.
    package let years: [Year]
    /// The pages of the list, where there is more than one.
    package let pages: [PageLink]
    package let contradictions: [Group]
    package let repetitions: [Group]
    /// What was not compared; empty where everything was.
    package let incomplete: String
    package let gapsOfAgencies: [(term: String, text: String)]
    package let possibleNames: [(term: String, text: String)]
    package let agedChildren: Bool

    package struct Naming: Sendable {
        package let says: String
        package let link: WordedLink
    }

    package struct Source: Hashable, Sendable {
        package let name: String
        /// 0 to 11: which colour stands beside the name.
        package let colour: Int
        package let rows: String
    }

    package struct Filter: Sendable {
        package let action: String
        /// What the other form must keep: all but its own.
        package let carried: [(name: String, value: String)]
        package let agencies: [Choice]
        package let from: String
        package let to: String
        package let isKeyOnly: Bool
        /// What choosing rows leaves as it is.
        package let kept: [(name: String, value: String)]
        package let words: String
        package let wordsToken: String
        /// Where everything is shown again; nil where everything is.
        package let clear: String?
    }

    package struct Year: Sendable {
        package let heading: String
        package let items: [Item]
    }

    package enum Item: Sendable {
        case row(Row)
        case gap(Gap)
    }

    package struct Gap: Hashable, Sendable {
        package let says: String
        package let note: String
    }

    package struct Row: Hashable, Sendable {
        package let id: String
        /// Nil where the day is not known.
        package let day: DayText?
        package let date: String
        package let time: String
        /// Where an uncertain date was put; nil for a day that is known.
        package let placed: String?
        /// The date as it was typed, where that says more.
        package let typed: String?
        package let source: Source
        package let event: String
        package let action: String
        package let record: String
        package let who: String
        package let significance: String
        package let isKey: Bool
        package let ages: [String]
        /// The groups it stands in.
        package let marks: [WordedLink]
        /// To mark it as a key episode, or to take the mark off; nil for whoever may not.
        package let marking: WordedLink?
    }

    /// Rows that look like one event, side by side.
    package struct Group: Hashable, Sendable {
        package let id: String
        package let heading: String
        package let rows: [Row]
    }

    package struct PageLink: Hashable, Sendable {
        package let words: String
        /// Nil for the page that is open.
        package let address: String?
    }
}

/// What a page of a merged chronology is made from.
package struct ChronologyMaterial: Sendable {
    package let merged: MergedChronology
    package let resemblances: Resemblances
    /// Every agency with its name, in the order in which colours are given.
    package let agencies: [(id: SourceID, name: String)]
    package let people: [ChronologyPerson]
    /// Rows that whoever runs the case marked as key episodes.
    package let keyRows: Set<ChronologyRow.ID>

    package init(
        merged: MergedChronology,
        resemblances: Resemblances,
        agencies: [(id: SourceID, name: String)],
        people: [ChronologyPerson],
        keyRows: Set<ChronologyRow.ID> = []
    ) {
        self.merged = merged
        self.resemblances = resemblances
        self.agencies = agencies
        self.people = people
        self.keyRows = keyRows
    }
}

/// Where the page stands: what only the site knows.
package struct ChronologyPlace: Sendable {
    package let over: String
    package let crumbs: [Crumb]
    /// The path of the page, without a query.
    package let path: String
    /// The token of the form that looks for words.
    package let wordsToken: String
    /// Where a row is marked, before its name; nil for whoever may not.
    package let marking: String?
    package let acts: [WordedLink]

    package init(
        over: String,
        crumbs: [Crumb],
        path: String,
        wordsToken: String,
        marking: String? = nil,
        acts: [WordedLink] = []
    ) {
        self.over = over
        self.crumbs = crumbs
        self.path = path
        self.wordsToken = wordsToken
        self.marking = marking
        self.acts = acts
    }
}
