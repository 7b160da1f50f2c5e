package import Partnerships
package import Procedures
package import Schedules
package import WorkingDays

/// A case as somebody may see it, with what it is run by.
package struct OpenedCase: Sendable {
    package let file: CaseFile
    package let procedure: Procedure
    package let partnership: Partnership
    package let events: [RecordedCaseEvent]
    /// The forms of the edition that the case is run by.
    package let forms: [FormDefinition]
    /// The letters of the same edition.
    package let letters: [LetterDefinition]
    /// The procedures of the editions that it was run by before; those that are not to be had are missing.
    package let earlierProcedures: [Edition: Procedure]

    package init(
        file: CaseFile,
        procedure: Procedure,
        partnership: Partnership,
        events: [RecordedCaseEvent],
        forms: [FormDefinition] = [],
        letters: [LetterDefinition] = [],
        earlierProcedures: [Edition: Procedure] = [:]
    ) {
        self.file = file
        self.procedure = procedure
        self.partnership = partnership
        self.events = events
        self.forms = forms
        self.letters = letters
        self.earlierProcedures = earlierProcedures
    }

    /// The plan on a day.
    package func schedule(today: Day) -> Schedule {
        Schedules.schedule(
            of: file.known(under: procedure),
            under: procedure,
            calendar: partnership.calendar,
            today: today
        )
    }

    /// What somebody may do to it at a moment.
    package func permissions(of person: PersonID, at now: Timestamp) -> CasePermissions {
        CasePermissions(for: person, in: file, under: procedure, of: partnership, at: now)
    }
}
