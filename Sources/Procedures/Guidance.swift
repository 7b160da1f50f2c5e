package import WorkingDays

/// A dated edition of national guidance: what no single procedure owns.
package struct Guidance: Hashable, Sendable {
    package let id: String
    package let title: String
    package let inForceFrom: Day
    /// Nil while it is in force.
    package let inForceTo: Day?
    package let source: String
    package let limits: [NationalLimit]
    package let criteria: [Criteria]
    package let papers: [PaperKind]
    package let bodies: [Body]
    package let notes: [String]

    package init(
        id: String,
        title: String,
        inForceFrom: Day,
        inForceTo: Day?,
        source: String,
        limits: [NationalLimit],
        criteria: [Criteria],
        papers: [PaperKind],
        bodies: [Body],
        notes: [String]
    ) {
        self.id = id
        self.title = title
        self.inForceFrom = inForceFrom
        self.inForceTo = inForceTo
        self.source = source
        self.limits = limits
        self.criteria = criteria
        self.papers = papers
        self.bodies = bodies
        self.notes = notes
    }
}

/// A limit that guidance or law sets for every area, shown on every case beside the local one.
package struct NationalLimit: Hashable, Sendable {
    package let id: String
    package let does: String
    package let due: Due
    /// The moment that keeps the limit.
    package let records: Moment
    package let because: String?

    package init(id: String, does: String, due: Due, records: Moment, because: String?) {
        self.id = id
        self.does = does
        self.due = due
        self.records = records
        self.because = because
    }
}
