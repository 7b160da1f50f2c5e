package import CaseFiles
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

/// Who asks for something, in which partnership, and when.
package struct Asking: Hashable, Sendable {
    package let person: PersonID
    package let partnership: PartnershipID
    package let time: Timestamp

    package init(person: PersonID, partnership: PartnershipID, time: Timestamp) {
        self.person = person
        self.partnership = partnership
        self.time = time
    }

    package var today: Day { time.localTime.day }
}
