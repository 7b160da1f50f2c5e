import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

@Suite("Recording and correcting dates of a case")
struct MomentTests {
    let aware = CaseCommand.recordMoment(.init(entry: 1, moment: .aware, day: "2025-12-15"))

    @Test func `a date that was told is recorded`() throws {
        try Given().when(
            aware,
            then: .momentRecorded(
                .init(
                    entry: 1,
                    moment: "aware",
                    subject: nil,
                    day: "2025-12-15",
                    minute: nil,
                    note: ""
                )
            )
        )
    }

    @Test func `what has happened lies no later than today`() throws {
        try Given().when(
            .recordMoment(.init(entry: 1, moment: .aware, day: "2026-01-06")),
            refuses: .dayAhead("2026-01-06", today: Given.today)
        )
    }

    @Test func `a day aimed at may lie ahead`() throws {
        let file = try Given().after(
            .recordMoment(.init(entry: 1, moment: .publication, day: "2026-06-17"))
        ).file
        #expect(file?.occurrences.map(\.day) == ["2026-06-17"])
    }

    @Test func `what comes once is corrected, not recorded again`() throws {
        try Given(aware).when(
            .recordMoment(.init(entry: 2, moment: .aware, day: "2025-12-16")),
            refuses: .happensOnce(OccurrenceName("aware"), recorded: 1, day: "2025-12-15")
        )
    }

    @Test func `recording the same day again changes nothing`() throws {
        try Given(aware).when(
            .recordMoment(.init(entry: 2, moment: .aware, day: "2025-12-15"))
        )
    }

    @Test func `a moment that a step brings about comes with its evidence`() throws {
        try Given().when(
            .recordMoment(.init(entry: 1, moment: .notified, day: "2025-12-19")),
            refuses: .momentComesFromSteps(.notified, steps: ["submit-notification"])
        )
    }

    @Test func `a correction names what it corrects and why`() throws {
        try Given(aware).when(
            .correctOccurrence(1, day: "2025-12-12", minute: nil, reason: "The duty log says so"),
            then: .momentCorrected(
                .init(
                    corrects: 1,
                    day: "2025-12-12",
                    minute: nil,
                    reason: "The duty log says so"
                )
            )
        )
    }

    @Test func `a correction without a reason is refused`() throws {
        try Given(aware).when(
            .correctOccurrence(1, day: "2025-12-12", minute: nil, reason: " \n"),
            refuses: .missing(.reason)
        )
    }

    @Test func `what was never recorded cannot be corrected`() throws {
        try Given(aware).when(
            .correctOccurrence(7, day: "2025-12-12", minute: nil, reason: "Wrong"),
            refuses: .unknownEntry(7)
        )
    }

    @Test func `a date recorded in error is withdrawn, and may be recorded anew`() throws {
        let given = try Given(
            aware,
            .correctOccurrence(1, day: nil, minute: nil, reason: "Another child's date")
        )
        #expect(given.file?.standing(OccurrenceName("aware")) == [])
        try given.when(
            .correctOccurrence(1, day: "2025-12-12", minute: nil, reason: "Again"),
            refuses: .alreadyWithdrawn(1)
        )
        _ = try given.after(.recordMoment(.init(entry: 2, moment: .aware, day: "2025-12-16")))
    }

    @Test func `a fact needs a reason, and the same answer twice changes nothing`() throws {
        let died = CaseCommand.recordFact("died", true, reason: "Police report")
        try Given().when(.recordFact("died", true, reason: ""), refuses: .missing(.reason))
        try Given(died).when(.recordFact("died", true, reason: "Said again"))
        let given = try Given(died).after(.recordFact("died", false, reason: "Survived"))
        #expect(given.file?.facts["died"]?.value == false)
    }
}
