package import Reports

/// A report that is being written: how far each head is, what is to be looked at, who signs, what it was taken from.
package struct ReportPage: Sendable {
    package let head: CaseHead
    package let title: String
    package let banners: [Banner]
    package let lead: [String]
    package let acts: [WordedLink]
    /// `Complete: 7 of 12`, with what it is held against.
    package let completeness: (heading: String, note: String)
    package let heads: [Row]
    /// What concerns the whole; empty where nothing does.
    package let findings: [String]
    package let agencies: [(term: String, text: String)]
    package let sources: [Source]
    /// Signatures and versions.
    package let sections: [PaperPage.Section]

    /// One head.
    package struct Row: Sendable {
        package let title: String
        /// Nil for whoever only reads.
        package let address: String?
        package let tag: StandingTag
        package let notes: [String]
        package let findings: [String]
    }

    package struct Source: Sendable {
        package let number: Int
        package let from: String
        package let words: String
        package let note: String
        /// What became of the place since; nil where it stands.
        package let warning: String?
    }
}

/// One section: the text, and what can be taken into it.
package struct ReportSectionPage: Sendable {
    package let form: FormPage
    /// What somebody else saved meanwhile, and how it differs from what was typed.
    package let theirs: Theirs?
    package let findings: [String]
    /// The kinds of material, each with its address.
    package let materials: [WordedLink]
    package let offers: [Group]
    package let offersNote: String
    /// The sources that this section names.
    package let sources: [ReportPage.Source]
    package let links: [WordedLink]

    package struct Theirs: Sendable {
        package let heading: String
        package let text: String
        package let comparison: ComparedText

        package init(heading: String, text: String, comparison: ComparedText) {
            self.heading = heading
            self.text = text
            self.comparison = comparison
        }
    }

    /// Offers of one agency or kind.
    package struct Group: Sendable {
        package let title: String
        package let offers: [Offer]
    }

    package struct Offer: Sendable {
        package let id: String
        package let title: String
        package let note: String
        package let sentences: [String]
        /// Whether sentences of it stand in this section already.
        package let isTaken: Bool
    }
}

/// A report as it reads, or what is to be known before it is put forward.
package struct ReportReadingPage: Sendable {
    package let title: String
    package let over: String
    package let crumbs: [Crumb]
    package let banners: [Banner]
    package let lead: [String]
    package let acts: [WordedLink]
    package let findings: [Finding]
    package let press: PaperPage.Press?
    package let sections: [Section]
    package let sources: [ReportPage.Source]

    package struct Finding: Sendable {
        package let title: String
        package let lines: [String]
        package let link: WordedLink?
    }

    package struct Section: Sendable {
        package let title: String
        package let text: ReportText
    }
}

/// Two texts as one, with what was taken out and what was put in.
package struct ComparedText: Hashable, Sendable {
    package struct Piece: Hashable, Sendable {
        package enum Kind: Hashable, Sendable { case same, deleted, inserted }

        package let kind: Kind
        package let text: String
    }

    package let pieces: [Piece]
    /// `3 words put in, 1 taken out`, or that nothing differs.
    package let says: String
}

/// Two versions of a report beside each other.
package struct ReportComparisonPage: Sendable {
    package let title: String
    package let over: String
    package let crumbs: [Crumb]
    package let lead: [String]
    /// Which versions there are to choose from, with those chosen.
    package let versions: [(id: String, words: String)]
    package let from: String
    package let to: String
    package let address: String
    package let sections: [(title: String, text: ComparedText)]
}

/// The pseudonymisation check of a report.
package struct TellingPage: Sendable {
    package let title: String
    package let over: String
    package let crumbs: [Crumb]
    package let lead: [String]
    package let sections: [Section]
    package let possible: [(term: String, text: String)]
    package let acts: [WordedLink]

    package struct Section: Sendable {
        package let title: String
        package let link: WordedLink?
        package let rows: [Row]
    }

    package struct Row: Sendable {
        package let found: String
        package let kind: String
        package let place: String
        package let around: String
        package let offer: String
    }
}
