import CaseFiles
import Partnerships
import TestSupport
import Testing
import WorkingDays

/// Today is Mon 5 January 2026.
@Suite("The part that family and practitioners take")
struct InvolvementTests {
    private static func told(
        _ entry: EntryID,
        of involved: EntryID = 800,
        asked: Day? = "2026-01-05",
        by: String = "The social worker, at home",
        _ answer: InvolvementAnswer,
        barriers: String = ""
    ) -> CaseEvent.InvolvementRecorded {
        CaseEvent.InvolvementRecorded(
            entry: entry,
            involved: involved,
            kind: .family,
            name: "The mother",
            relation: "Mother",
            asked: asked,
            askedBy: by,
            answer: answer,
            views: "",
            support: "",
            barriers: barriers,
            consent: .notAsked,
            toldBy: ""
        )
    }

    @Test func `what is new takes the place of what was, which is kept`() throws {
        let given = try Given(
            .recordInvolvement(Self.told(800, .awaited)),
            .recordInvolvement(Self.told(810, of: 800, .takesPart))
        )
        let involved = try #require(given.file?.involved)
        #expect(involved.map(\.latest.told.answer) == [.takesPart])
        #expect(involved.first?.history.map(\.told.answer) == [.awaited, .takesPart])
    }

    @Test func `nobody asked wants a reason, an answer wants its day and who asked`() throws {
        let given = try Given()
        given.when(
            .recordInvolvement(Self.told(800, asked: nil, by: "", .notAsked)),
            refuses: .missing(.whyNotAsked)
        )
        _ = try given.after(
            .recordInvolvement(
                Self.told(800, asked: nil, by: "", .notAsked, barriers: "The trial is open")
            )
        )
        given.when(
            .recordInvolvement(Self.told(800, asked: nil, .declines)),
            refuses: .missing(.dayAsked)
        )
        given.when(
            .recordInvolvement(Self.told(800, by: " ", .declines)),
            refuses: .missing(.how)
        )
        given.when(
            .recordInvolvement(Self.told(800, asked: "2026-01-06", .awaited)),
            refuses: .dayAhead("2026-01-06", today: "2026-01-05")
        )
    }

    @Test func `something new is about somebody who is recorded`() throws {
        try Given().when(
            .recordInvolvement(Self.told(810, of: 800, .awaited)),
            refuses: .unknownEntry(800)
        )
    }
}
