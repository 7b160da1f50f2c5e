package import WorkingDays

/// A folder of the case, or a place outside it.
package struct Folder: Hashable, Sendable {
    package let id: String
    package let name: NamePattern
    package let parent: Reference<Folder>?
    /// Kept in another system, such as the child's own record.
    package let isOutside: Bool
    package let clauses: [String]

    package init(
        id: String,
        name: NamePattern,
        parent: Reference<Folder>?,
        isOutside: Bool,
        clauses: [String]
    ) {
        self.id = id
        self.name = name
        self.parent = parent
        self.isOutside = isOutside
        self.clauses = clauses
    }
}

/// How a folder or file is named: `<intention DDMMYY> <initials>`.
package struct NamePattern: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case text(String)
        case moment(Moment, DayFormat)
        /// The day of what is named.
        case day(DayFormat)
        case title, reference, initials, agency, version
    }

    package enum DayFormat: String, CaseIterable, Hashable, Sendable {
        case dayMonthYear = "DDMMYY"
        case iso = "YYYY-MM-DD"
        case words = "D MMMM YYYY"
    }

    package let pieces: [Piece]
    /// As the procedure writes it.
    package let text: String

    package init(pieces: [Piece], text: String) {
        self.pieces = pieces
        self.text = text
    }

    /// What a name cannot hold on some machine.
    package static let unfit: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
}

/// A document that the procedure produces, keeps or sends.
package struct PaperKind: Hashable, Sendable {
    package let id: String
    package let name: String
    package let form: String?
    package let template: String?
    /// The document of a guidance edition whose heads are expected of it; nil where that is the template's.
    package let expects: String?
    package let folder: Reference<Folder>?
    package let file: NamePattern?
    package let sheets: [String]
    /// Heads that are checked for, never enforced.
    package let contents: [Head]
    package let clauses: [String]
    package let defect: String?

    package init(
        id: String,
        name: String,
        form: String?,
        template: String?,
        expects: String? = nil,
        folder: Reference<Folder>?,
        file: NamePattern?,
        sheets: [String],
        contents: [Head],
        clauses: [String],
        defect: String?
    ) {
        self.id = id
        self.name = name
        self.form = form
        self.template = template
        self.expects = expects
        self.folder = folder
        self.file = file
        self.sheets = sheets
        self.contents = contents
        self.clauses = clauses
        self.defect = defect
    }
}

/// One head that a document is expected to have.
package struct Head: Hashable, Sendable {
    package let id: String
    package let says: String
    package let clauses: [String]
    package let condition: Condition?
    /// The day from which it is expected; nil where it always was.
    package let from: Day?
    /// What of the case it is written from, what tells most first; none where everything is offered alike.
    package let draws: [Material]
    /// Whether it is meant to say who people are, so that names belong in it.
    package let identifies: Bool

    /// What a case holds that a report can be written from.
    package enum Material: String, CaseIterable, Hashable, Sendable {
        case safety, children, returns
        case keyEpisodes = "key-episodes"
        case chronology, criteria, views, decisions, meetings, agencies, days, log
    }

    package init(
        id: String,
        says: String,
        clauses: [String],
        condition: Condition?,
        from: Day? = nil,
        draws: [Material] = [],
        identifies: Bool = false
    ) {
        self.id = id
        self.says = says
        self.clauses = clauses
        self.condition = condition
        self.from = from
        self.draws = draws
        self.identifies = identifies
    }
}

/// A set of criteria that people weigh; nothing is decided by counting them.
package struct Criteria: Hashable, Sendable {
    package enum Part: String, CaseIterable, Hashable, Sendable {
        case eachMustBeMet = "each-must-be-met"
        case oneMustBeMet = "one-must-be-met"
        case eachIsWeighed = "each-is-weighed"
        case alsoRegarded = "also-regarded"
        case bearInMind = "bear-in-mind"
    }

    package struct Criterion: Hashable, Sendable {
        package let id: String
        package let says: String
        package let clauses: [String]
        /// What the source got wrong.
        package let defect: String?

        package init(id: String, says: String, clauses: [String], defect: String?) {
            self.id = id
            self.says = says
            self.clauses = clauses
            self.defect = defect
        }
    }

    package let id: String
    /// The guidance edition whose text stands behind them.
    package let from: String?
    package let parts: [(part: Part, criteria: [Criterion])]
    package let clauses: [String]

    package init(
        id: String,
        from: String?,
        parts: [(part: Part, criteria: [Criterion])],
        clauses: [String]
    ) {
        self.id = id
        self.from = from
        self.parts = parts
        self.clauses = clauses
    }

    package static func == (one: Criteria, other: Criteria) -> Bool {
        one.id == other.id && one.from == other.from && one.clauses == other.clauses
            && one.parts.elementsEqual(other.parts) {
                $0.part == $1.part && $0.criteria == $1.criteria
            }
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}
