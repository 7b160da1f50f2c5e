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

    package init(
        file: CaseFile,
        procedure: Procedure,
        partnership: Partnership,
        events: [RecordedCaseEvent],
        forms: [FormDefinition] = [],
        letters: [LetterDefinition] = []
    ) {
        self.file = file
        self.procedure = procedure
        self.partnership = partnership
        self.events = events
        self.forms = forms
        self.letters = letters
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
}
