import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

@Suite("Reports: their heads, and whether what they were taken from still counts")
struct ReportTests {
    static let police: EntryID = 1000

    private static func source(
        _ kind: ReportSource.Kind,
        _ entry: EntryID?,
        of subject: String = "Example Police",
        part: String = "What was known?",
        words: String
    ) -> ReportSource {
        ReportSource(
            number: 1,
            kind: kind,
            entry: entry,
            of: subject,
            part: part,
            version: 1,
            words: words,
            taken: "2026-01-05",
            by: .joan
        )
    }

    /// A case with one agency asked, and these events after it.
    private static func file(_ events: CaseEvent...) throws -> CaseFile {
        var file = try #require(try Given().file)
        let asked = CaseEvent.AgencyAsked(
            entry: police,
            step: "ask-agencies",
            agency: nil,
            subject: "Example Police",
            form: "briefing-report",
            purpose: "",
            legalBasis: "",
            instruction: "",
            letter: [],
            seats: [],
            because: "",
            dueShown: nil
        )
        for event in [.request(.asked(asked))] + events {
            evolve(&file, by: event, recorded: .opening, actor: .person(.joan))
        }
        return file
    }

    private static func put(
        _ entry: EntryID,
        _ says: String,
        rows: [ReturnRow] = []
    ) -> CaseEvent {
        .request(
            .putForward(
                CaseEvent.ReturnPutForward(
                    entry: entry,
                    request: police,
                    answer: .form(
                        .none,
                        parts: [
                            .init(title: "1", lines: [.init(asks: "What was known?", says: says)])
                        ]
                    ),
                    chronology: rows,
                    files: [],
                    digest: "a",
                    seat: nil,
                    round: 1
                )
            )
        )
    }

    private static func signed(_ version: EntryID) -> CaseEvent {
        .request(
            .signed(
                CaseEvent.ReturnSigned(
                    entry: version.next,
                    request: police,
                    version: version,
                    digest: "a",
                    seat: nil,
                    name: "Asha Reed",
                    jobTitle: "Superintendent",
                    words: "",
                    sameBecause: ""
                )
            )
        )
    }

    private static func checked(_ version: EntryID, _ isAccepted: Bool) -> CaseEvent {
        .request(
            .checked(
                CaseEvent.ReturnChecked(
                    entry: 900,
                    request: police,
                    version: version,
                    step: nil,
                    findings: [],
                    outcome: nil,
                    isAccepted: isAccepted,
                    reasons: [],
                    copiedTo: [],
                    words: ""
                )
            )
        )
    }

    @Test func `a return stands until a later one is accepted, which may say the same`() throws {
        let source = Self.source(.agencyReturn, 600, words: "They went once.")
        let first = [Self.put(600, "They went once. Then not."), Self.signed(600)]
        var file = try Self.file(first[0], first[1], Self.checked(600, true))
        #expect(file.standing(of: source) == .stands)
        for (says, isSame) in [("They  went once.\nNot again.", true), ("They went twice.", false)]
        {
            var later = file
            for event in [Self.put(700, says), Self.signed(700), Self.checked(700, true)] {
                evolve(&later, by: event, recorded: .opening, actor: .person(.joan))
            }
            #expect(later.standing(of: source) == .replaced(by: 2, saysTheSame: isSame))
        }
        evolve(
            &file,
            by: Self.checked(600, false),
            recorded: .opening,
            actor: .person(.joan)
        )
        #expect(file.standing(of: source) == .gone)
    }

    @Test func `a row stands as long as the newest return has it with these words`() throws {
        func row(_ happened: String) -> ReturnRow {
            ReturnRow(
                row: 650,
                date: "3 Nov 2025",
                time: "",
                happened: happened,
                action: "Noted.",
                source: "",
                about: ""
            )
        }
        let source = Self.source(.row, 650, words: "Seen at home.\nNoted.")
        let first = [Self.put(600, "x", rows: [row("Seen at home.")]), Self.signed(600)]
        #expect(try Self.file(first[0], first[1]).standing(of: source) == .stands)
        let changed = try Self.file(
            first[0],
            first[1],
            Self.put(700, "x", rows: [row("Not seen.")]),
            Self.signed(700)
        )
        #expect(changed.standing(of: source) == .replaced(by: nil, saysTheSame: false))
        let without = try Self.file(first[0], first[1], Self.put(700, "x"), Self.signed(700))
        #expect(without.standing(of: source) == .gone)
        #expect(try Self.file().standing(of: source) == .gone)
    }

    @Test func `why an agency was not asked stands until it is asked, or another reason is given`()
        throws
    {
        func left(_ reason: String) -> CaseEvent {
            .request(
                .leftOut(
                    CaseEvent.AgencyLeftOut(
                        step: "ask-agencies",
                        subject: "Example Housing",
                        reason: reason
                    )
                )
            )
        }
        let source = Self.source(.agency, nil, of: "Example Housing", words: "It never met them.")
        let replaced = SourceStanding.replaced(by: nil, saysTheSame: false)
        #expect(try Self.file(left("It never met them.")).standing(of: source) == .stands)
        #expect(
            try Self.file(left("It never met them."), left("It is asked elsewhere."))
                .standing(of: source) == replaced
        )
        #expect(try Self.file().standing(of: source) == replaced)
    }

    @Test func `a date stands until it is corrected or withdrawn`() throws {
        let recorded = CaseEvent.momentRecorded(
            .init(
                entry: 400,
                moment: "notified",
                subject: nil,
                day: "2025-12-19",
                minute: nil,
                note: ""
            )
        )
        func corrected(_ day: Day?) -> CaseEvent {
            .momentCorrected(.init(corrects: 400, day: day, minute: nil, reason: "Mistyped"))
        }
        let source = Self.source(.day, 400, part: "2025-12-19", words: "Notified.")
        #expect(try Self.file(recorded).standing(of: source) == .stands)
        #expect(
            try Self.file(recorded, corrected("2025-12-18")).standing(of: source)
                == .replaced(by: nil, saysTheSame: false)
        )
        #expect(try Self.file(recorded, corrected(nil)).standing(of: source) == .gone)
    }

    // Heads

    @Test(arguments: [
        ("cheshire-east", "report", 13), ("dorset", "recommendations", 14),
        ("hereford", "report", 13),
        ("rochdale", "findings", 13), ("west-midlands", "document-4", 16),
        ("rochdale", "lcspr-report", 8), ("dorset", "lcspr-report", 3),
        ("dorset", "terms-of-reference", 3), ("cheshire-east", "overview", 1),
    ])
    func `each procedure has its reports, with the heads that guidance adds`(
        _ name: String,
        _ paper: String,
        _ heads: Int
    ) throws {
        let procedure = try ShippedProcedures.procedure(name)
        #expect(procedure.isReport(paper))
        #expect(procedure.reports.contains(paper))
        let found = procedure.heads(ofPaper: paper)
        #expect(found.count == heads)
        #expect(Set(found.map(\.head.id)).count == heads)
    }

    @Test func `what was added in June 2025 is expected from then on, and the ten heads always`()
        throws
    {
        let procedure = try ShippedProcedures.procedure("cheshire-east")
        let heads = procedure.heads(ofPaper: "report")
        #expect(heads.filter { $0.from == nil && $0.guidance == nil }.count == 10)
        #expect(
            heads.filter { $0.from == "2025-06-01" }.map(\.head.id)
                == ["key-episodes", "inequality", "daily-life"]
        )
        #expect(heads.filter(\.head.identifies).map(\.head.id) == ["identity"])
        #expect(heads.first?.head.draws == [.safety, .returns, .children])
    }

    @Test(arguments: [
        ("dorset", "notification"), ("dorset", "council-briefing"), ("dorset", "action-tracker"),
        ("hereford", "returns"), ("west-midlands", "document-3"), ("dorset", "nothing"),
    ])
    func `a form, a letter, a tracker and what does not exist are no reports`(
        _ name: String,
        _ paper: String
    ) throws {
        #expect(try !ShippedProcedures.procedure(name).isReport(paper))
    }

    @Test
    func
        `what was taken from minutes is marked until they are approved, and when they are put forward anew`()
        throws
    {
        func source(_ given: Given, _ words: String = "Heard") throws -> SourceStanding {
            try #require(given.file).standing(of: Self.source(.minutes, 600, words: words))
        }
        let given = try MinutesTests.held().after(MinutesTests.put("a"))
        #expect(try source(given) == .notApproved)
        let file = try #require(given.file)
        #expect(file.refreshed(Self.source(.minutes, 600, words: "Heard")).isApproved == false)
        #expect(file.refreshed(Self.source(.view, 600, words: "Heard")).isApproved == nil)
        let anew = try given.after(MinutesTests.put("b", 601))
        #expect(try source(anew) == .minutedAnew(2, saysTheSame: true))
        #expect(try source(anew, "Never said") == .minutedAnew(2, saysTheSame: false))
        let approved = try given.after(MinutesTests.approve())
        #expect(try source(approved) == .stands)
        #expect(
            try #require(approved.file).refreshed(Self.source(.minutes, 600, words: "Heard"))
                .isApproved == true
        )
        let added = try approved.after(
            .meeting(
                .addToMinutes(.init(entry: 630, meeting: MeetingTests.meeting, text: "Tuesday"))
            )
        )
        #expect(
            try #require(added.file).standing(of: Self.source(.minutes, 630, words: "Tuesday"))
                == .stands
        )
        #expect(
            try #require(added.file).standing(of: Self.source(.minutes, 999, words: "Heard"))
                == .gone
        )
    }
}
