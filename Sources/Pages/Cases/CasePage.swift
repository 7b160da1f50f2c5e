import CaseFiles
package import Partnerships

/// What every page of one case begins with.
package struct CaseHead: Sendable {
    package let reference: CaseReference
    /// `Rapid review · seriously harmed`.
    package let over: String
    package let counter: DayCounter?
    package let tabs: [Tab]
    package let crumbs: [Crumb]
    package let banners: [Banner]

    package struct Tab: Hashable, Sendable {
        package let name: String
        package let address: String
        package let isCurrent: Bool
    }

    package var title: String { "Case \(reference)" }
}

/// A link with the words it says.
package struct WordedLink: Hashable, Sendable {
    package let words: String
    package let address: String

    package init(words: String, address: String) {
        self.words = words
        self.address = address
    }
}

/// A step that waits to be done, across cases or in one.
package struct WorkRow: Sendable {
    package let due: DayText?
    /// `6 working days overdue`, `booked`, `no date given`.
    package let note: String
    package let does: String
    package let address: String
    /// Which case; empty on the page of the case itself.
    package let over: String
    package let who: String
    package let explanation: Explanation
    package let standing: StandingTag
}

/// The page of a case.
package struct CasePage: Sendable {
    package let head: CaseHead
    package let safety: Banner
    /// What is next and what is overdue; empty once the case is closed.
    package let summary: String
    package let children: [(term: String, text: String)]
    package let next: [WorkRow]
    package let people: [(term: String, text: String)]
    package let timeline: TimelinePicture?
    package let groups: [TaskGroup]
    package let dates: [RecordedDate]
    package let log: [LogLine]
    package let logCount: Int
    package let logLink: WordedLink?
    package let acts: [WordedLink]
    package let answers: [(term: String, text: String)]
    package let findings: [FindingText]
}

/// Steps under one heading of the procedure.
package struct TaskGroup: Sendable {
    package let heading: String
    /// `6 of 10 finished`.
    package let finished: String
    /// Whether something of it is pressing now.
    package let isPressing: Bool
    package let rows: [TaskRow]
}

package struct TaskRow: Sendable {
    package let does: String
    package let address: String
    package let note: String
    package let standing: StandingTag
}

/// A date as it was recorded, with where it is corrected.
package struct RecordedDate: Sendable {
    package let label: String
    package let when: String
    package let recorded: String
    package let correct: String?
}

/// Every step of a case with its day and its reason.
package struct CasePlanPage: Sendable {
    package let head: CaseHead
    package let plan: Plan
}

/// One step of a case.
package struct CaseStepPage: Sendable {
    package let head: CaseHead
    package let title: String
    package let group: PlanGroup
    package let checklist: [String]
    package let recorded: [RecordedDate]
    package let setAside: String?
    package let agreed: [String]
    package let acts: [WordedLink]
    /// Views, signatures, a submission, copies: what belongs to steps of its kind.
    package let sections: [PaperPage.Section]
    package let procedureLink: String
}

/// The daily log of a case.
package struct CaseLogPage: Sendable {
    package let head: CaseHead
    /// Newest first.
    package let lines: [LogLine]
    package let count: Int
    package let people: [Choice]
    package let kinds: [Choice]
    package let from: DateField
    package let until: DateField
    package let errors: [FormError]
    /// What was looked for within the log, and the form token for it.
    package let searched: String
    package let token: String
    package let isFiltered: Bool
    /// The page of older entries.
    package let older: String?
    package let writeLink: String?
    /// Where all of it is one document.
    package let printed: String
    package let correctBase: String?
}

/// The people of a case.
package struct CasePeoplePage: Sendable {
    package let head: CaseHead
    package let people: [PersonRow]
    package let past: [PersonRow]
    package let excluded: [ExclusionRow]
    package let acts: [WordedLink]

    package struct PersonRow: Sendable {
        package let name: String
        package let roles: String
        package let dates: String
        package let links: [WordedLink]
    }

    package struct ExclusionRow: Sendable {
        package let name: String
        package let reason: String
        package let link: WordedLink?
    }
}

/// The documents of a case and where they lie.
package struct CaseDocumentsPage: Sendable {
    package let head: CaseHead
    /// Each of the procedure's folders that holds something, in the procedure's order.
    package let folders: [Folder]
    package let hidden: Int
    /// The documents that are written here, as far as somebody has begun them.
    package let papers: [PaperPage.Section]
    /// Those that could be.
    package let notBegun: [WordedLink]
    package let acts: [WordedLink]

    package struct Folder: Sendable {
        /// As the procedure names it, filled for this case.
        package let name: String
        /// Where it lies; empty for the folder of the whole case.
        package let note: String
        package let rows: [Row]
    }

    package struct Row: Sendable {
        package let title: String
        package let kind: String
        /// `Version 2`; empty for what has none.
        package let version: String
        /// Its name in the folder, which leads to it where it is here; nil where it lies elsewhere.
        package let name: WordedLink?
        package let place: String
        /// Of a file that is kept as it was sent.
        package let file: File?
        package let who: String
        package let when: String
        package let audience: String
        package let link: WordedLink?
    }

    package struct File: Sendable {
        /// What it was called when it came.
        package let sentAs: String
        package let size: String
        package let sha256: String
    }
}

/// Who looked at a case.
package struct CaseLooksPage: Sendable {
    package let head: CaseHead
    package let says: String
    package let looks: [Row]

    package struct Row: Sendable {
        package let when: String
        package let who: String
        package let what: String
    }
}

/// What one person sees of a case, and by what.
package struct SeenByPage: Sendable {
    package let head: CaseHead
    package let name: String
    package let says: String
    package let acts: [(act: String, answer: String)]
}
