/// A procedure as people read it, clause by clause.
package struct ProcedurePage: Sendable {
    package let id: String
    package let title: String
    package let edition: String
    package let source: String
    package let guidance: [String]
    package let variations: [(id: String, title: String, link: String)]
    /// The variation shown, if one is.
    package let variation: String?
    package let sections: [SectionText]
    package let clocks: [NamedText]
    package let people: [NamedText]
    package let questions: [NamedText]
    package let criteria: [CriteriaText]
    package let papers: [NamedText]
    package let folders: [NamedText]
    /// How files are named, and what is kept in which folder.
    package let filing: [NamedText]
    package let reminders: [String]
    /// How agencies that were asked are chased, rung by rung.
    package let chasing: [NamedText]
    package let notes: [NamedText]
    /// Defects of the source, each with what is done instead.
    package let defects: [NamedText]
    /// Every clause, with what carries it.
    package let clauses: [ClauseText]
    package let planLink: String

    package struct SectionText: Sendable {
        package let id: String
        package let title: String
        package let clauses: String
        package let steps: [StepText]
    }

    package struct StepText: Sendable {
        package let id: String
        package let does: String
        package let clauses: String
        /// `Head of QA and Partnerships`.
        package let who: String
        /// `By day 5 of notification`.
        package let due: String
        /// `Task`, `Meeting`, `Sign-off` ...
        package let kind: String
        /// Everything else: with whom, to whom, condition, waits for, parts of the kind.
        package let details: [(term: String, text: String)]
        package let checklist: [String]
    }

    /// A name, what it says, and its clauses.
    package struct NamedText: Sendable {
        package let id: String
        package let name: String
        package let text: String
        package let clauses: String
    }

    package struct CriteriaText: Sendable {
        package let title: String
        package let parts: [(heading: String, criteria: [NamedText])]
        package let source: String?
    }

    package struct ClauseText: Sendable {
        package let clause: String
        /// Links to steps, or the names of other things.
        package let carriers: [(name: String, link: String?)]
        /// Why it obliges nobody.
        package let waived: String?
    }
}

/// Every procedure, to choose from.
package struct ProcedureListPage: Sendable {
    package let procedures: [Entry]

    package struct Entry: Sendable {
        package let id: String
        package let title: String
        package let edition: String
        package let source: String
        package let steps: Int
        package let clauses: Int
        package let variations: [String]
        package let link: String
        package let planLink: String
    }
}

/// A page that says that something went wrong, without detail.
package struct ProblemPage: Sendable {
    package let title: String
    package let text: String

    package init(title: String, text: String) {
        self.title = title
        self.text = text
    }
}
