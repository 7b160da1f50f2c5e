import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

@Suite("Opening, describing and closing a case")
struct OpeningTests {
    @Test func `nothing happens in a case that was not opened`() throws {
        try Given(isOpened: false).when(
            .closeCase(reason: "Over", settingAside: []),
            refuses: .notOpened
        )
        try Given().when(.opening, refuses: .alreadyOpened)
    }

    @Test func `a case taken over begins before it is opened here, never after today`() throws {
        let given = try Given()
        #expect(given.file?.began == "2025-12-13")
        #expect(given.file?.opened == .opening)
        try Given(isOpened: false).when(
            .opening(began: "2026-01-06"),
            refuses: .dayAhead("2026-01-06", today: Given.today)
        )
    }

    @Test(arguments: [0, 5])
    func `one incident has one to four children`(count: Int) throws {
        let child = CaseAbout.Child(name: "Example", aliases: [], born: nil, isUnborn: false)
        let about = CaseAbout(
            children: Array(repeating: child, count: count),
            place: "",
            otherReferences: [],
            agencies: []
        )
        try Given().when(
            .describe(about, reason: "More is known"),
            refuses: .childrenOutOfRange(count)
        )
    }

    @Test func `only an unborn child has no name`() throws {
        func about(isUnborn: Bool) -> CaseAbout {
            let child = CaseAbout.Child(name: " ", aliases: [], born: nil, isUnborn: isUnborn)
            return CaseAbout(children: [child], place: "", otherReferences: [], agencies: [])
        }
        let given = try Given()
        given.when(
            .describe(about(isUnborn: false), reason: "Known"),
            refuses: .missing(.childName)
        )
        _ = try given.after(.describe(about(isUnborn: true), reason: "Known"))
    }

    @Test func `a case closes once every step that applies is done, or set aside by name`() throws {
        let given = try Given()
        let open = given.openDuties
        #expect(!open.contains("source-authors"))
        #expect(open.contains("submit-notification"))
        given.when(
            .closeCase(reason: "Over", settingAside: Array(open.dropFirst())),
            refuses: .dutiesOpen([open[0]])
        )
        let closed = try given.closed("Over")
        #expect(
            closed.file?.setAside == Dictionary(uniqueKeysWithValues: open.map { ($0, "Over") })
        )
        #expect(closed.openDuties.isEmpty)
    }

    @Test func `a closed case takes log entries and nothing that moves a date`() throws {
        let closed = try Given().closed("All actions are done")
        #expect(closed.file?.closed?.day == Given.today)
        closed.when(
            .recordMoment(.init(entry: 1, moment: .aware, day: "2025-12-15")),
            refuses: .caseIsClosed
        )
        closed.when(.closeCase(reason: "Again", settingAside: []), refuses: .caseIsClosed)
        _ = try closed.after(
            .writeLogEntry("A letter came", day: Given.today, corrects: nil, entry: 9)
        )
        let reopened = try closed.after(.reopenCase(reason: "New information"))
        #expect(reopened.file?.isOpen == true)
        reopened.when(.reopenCase(reason: "Again"), refuses: .caseIsOpen)
    }
}

@Suite("The log, documents and people of a case")
struct PeopleAndPapersTests {
    @Test func `a log entry is put right by another that names it; the first stays`() throws {
        let given = try Given(
            .writeLogEntry("Rang the school", day: "2026-01-02", corrects: nil, entry: 1),
            .writeLogEntry("It was the nursery", day: "2026-01-02", corrects: 1, entry: 2)
        )
        #expect(given.file?.logEntries.map(\.text) == ["Rang the school", "It was the nursery"])
        #expect(given.file?.logEntries.map(\.corrects) == [nil, 1])
        given.when(
            .writeLogEntry("No", day: "2026-01-02", corrects: 3, entry: 4),
            refuses: .unknownEntry(3)
        )
    }

    @Test func `a log entry too long to be meant is refused with its length`() throws {
        try Given().when(
            .writeLogEntry(
                String(repeating: "a", count: 20_001),
                day: Given.today,
                corrects: nil,
                entry: 1
            ),
            refuses: .tooLong(.text, characters: 20_001, most: 20_000)
        )
    }

    @Test func `the last coordinator stays on an open case`() throws {
        let leave = CaseCommand.takeOff(.joan, until: Given.today, reason: "Leaves")
        try Given().when(leave, refuses: .lastCoordinator)
        let ruth = CasePerson(
            person: .ruth,
            roles: ["business-manager"],
            from: Given.today,
            until: nil
        )
        let given = try Given(.putOn(ruth)).after(leave)
        #expect(given.file?.isOn(.joan, Given.today) == true)
        #expect(given.file?.isOn(.joan, "2026-01-06") == false)
        #expect(given.file?.isOn(.ruth, "2026-01-06") == true)
    }

    @Test func `somebody never on the case cannot be taken off it`() throws {
        try Given().when(
            .takeOff(.ruth, until: Given.today, reason: "Leaves"),
            refuses: .notOnTheCase(.ruth)
        )
    }

    @Test func `a role is one of the procedure's`() throws {
        let given = try Given()
        let person = CasePerson(person: .ruth, roles: ["boss"], from: Given.today, until: nil)
        given.when(
            .putOn(person),
            refuses: .unknownRole("boss", valid: given.procedure.parts.map(\.id))
        )
    }

    @Test func `a document is narrowed to people of the case only`() throws {
        let document = CaseDocument(
            document: 5,
            title: "Medical report",
            paper: nil,
            folder: nil,
            whereItLies: "Folder 2",
            filed: "2026-01-02",
            audience: nil
        )
        let given = try Given(.fileDocument(document))
        given.when(.fileDocument(document), refuses: .alreadyFiled(5))
        given.when(
            .narrowDocument(5, audience: [.ruth], reason: "Sensitive"),
            refuses: .notOnTheCase(.ruth)
        )
        given.when(.narrowDocument(5, audience: [], reason: "Sensitive"), refuses: .nobodyMaySeeIt)
        given.when(.narrowDocument(6, audience: nil, reason: "x"), refuses: .unknownDocument(6))
        let narrowed = try given.after(
            .narrowDocument(5, audience: [.joan], reason: "Sensitive")
        )
        #expect(narrowed.file?.documents.first?.audience == [.joan])
    }
}

@Suite("What an act would do to the dates")
struct DateChangeTests {
    let aware = CaseCommand.recordMoment(.init(entry: 1, moment: .aware, day: "2025-12-15"))

    @Test func `a correction shows every date before and after`() throws {
        let given = try Given(aware)
        let changes = try changes(
            given,
            .correctOccurrence(1, day: "2025-12-12", minute: nil, reason: "Duty log")
        )
        let submission = try #require(
            changes.first { $0.name == OccurrenceName("submit-notification") }
        )
        #expect(submission.before?.due == "2025-12-22")
        #expect(submission.after?.due == "2025-12-19")
    }

    @Test func `what is booked stays where it is, and is said to lie outside`() throws {
        let name = OccurrenceName("submit-notification")
        let given = try Given(
            aware,
            .agreeDay(name, day: "2026-01-07", reason: "Portal closed", entry: 4)
        )
        let plan = try plan(given)
        #expect(plan.line(name, under: given.procedure)?.booked == "2026-01-07")
        let corrected = try given.after(
            .correctOccurrence(1, day: "2025-12-12", minute: nil, reason: "Duty log")
        )
        #expect(
            try self.plan(corrected).line(name, under: given.procedure)?.booked == "2026-01-07"
        )
    }

    @Test func `an act that moves no date shows none`() throws {
        let given = try Given(aware)
        #expect(
            try changes(
                given,
                .writeLogEntry("Rang", day: Given.today, corrects: nil, entry: 8)
            ).isEmpty
        )
    }

    private func plan(_ given: Given) throws -> Schedule {
        schedule(
            of: try #require(given.file).known(under: given.procedure),
            under: given.procedure,
            calendar: .standard,
            today: Given.today
        )
    }

    private func changes(_ given: Given, _ command: CaseCommand) throws -> [DateChange] {
        CaseFiles.changes(
            from: try plan(given),
            under: given.procedure,
            to: try plan(given.after(command)),
            under: given.procedure
        )
    }
}
