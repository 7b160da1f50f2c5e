/// The letters that a partnership's procedure uses.
package struct LettersPage: Sendable {
    package let partnership: String
    package let lead: [String]
    package let letters: [Row]

    package struct Row: Sendable {
        package let title: String
        package let address: String
        /// The steps with which it goes.
        package let uses: String
        /// Which text goes, since when, by whom.
        package let standing: String
        /// What is written and does not go yet; empty for nothing.
        package let note: String
    }
}

/// One letter, or one text of it.
package struct LetterPage: Sendable {
    package let title: String
    package let over: String
    package let crumbs: [Crumb]
    package let banner: Banner?
    package let tag: StandingTag?
    package let lead: [String]
    package let acts: [WordedLink]
    /// Takes a text into use.
    package let press: Form?
    package let facts: [(term: String, text: String)]
    /// The text as it is written, names in braces.
    package let parts: [(title: String, paragraphs: [String])]
    package let comparisons: [Comparison]
    package let versions: [Version]

    /// A text beside another, part by part; parts that do not differ are left out.
    package struct Comparison: Sendable {
        package let heading: String
        package let parts: [(title: String, text: ComparedText)]
    }

    package struct Version: Sendable {
        package let name: String
        package let address: String
        package let tag: StandingTag?
        package let says: [String]
    }
}

/// Where the text of a letter is changed.
package struct LetterFormPage: Sendable {
    package let form: FormPage
    /// What somebody else wrote meanwhile, and how it differs from what was typed.
    package let theirs: ReportSectionPage.Theirs?
}
