import Pages
import Partnerships
import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

/// A case under Dorset's procedure, notified on Fri 19 Dec 2025, whose agencies were asked on Tue 23 December: they are
/// due on day 8, Mon 5 January 2026.
private struct BoardCase {
    private let procedure: Procedure
    private var file: CaseFile

    static let first: EntryID = 1000

    /// The request of the agency that is asked so many-th, from 0.
    static func request(_ number: Int) -> EntryID { entry(1000 + Int64(number) * 100) }

    static func entry(_ number: Int64) -> EntryID { EntryID(number: number) ?? first }

    static func at(_ day: Day, _ minute: Minute = .midnight) -> Timestamp {
        Timestamp(LocalTime(day: day, minute: minute))
    }

    init(_ agencies: String...) throws {
        procedure = try ShippedProcedures.procedure("dorset")
        file = try .sample(
            under: procedure,
            coordinating: ["business-manager"],
            opened: Self.at("2025-12-15")
        )
        apply(
            .stepCompleted(
                CaseEvent.StepCompleted(
                    entry: 1,
                    name: OccurrenceName("submit-notification"),
                    day: "2025-12-19",
                    minute: nil,
                    evidence: .submitted(to: "the national Panel", reference: "1"),
                    dueShown: nil
                )
            ),
            "2025-12-19"
        )
        let asking = RequestCommand.ask(
            agencies.enumerated().map { Self.asked($1, Self.request($0)) },
            entry: 10
        )
        let events = try decide(
            .request(asking),
            in: file,
            under: procedure,
            calendar: .standard,
            today: "2025-12-23"
        )
        for event in events { apply(event, "2025-12-23") }
    }

    private static func asked(_ name: String, _ entry: EntryID) -> CaseEvent.AgencyAsked {
        .sample(
            entry,
            name,
            seats: [
                .sample(Self.entry(entry.number + 1), "Lead of \(name)", .lead),
                .sample(Self.entry(entry.number + 2), "Manager of \(name)", .signatory),
            ]
        )
    }

    mutating func apply(_ event: CaseEvent, _ day: Day) {
        evolve(&file, by: event, recorded: Self.at(day), actor: .system)
    }

    mutating func apply(_ event: RequestEvent, _ day: Day) { apply(.request(event), day) }

    /// Does what an agency or the business unit asks, as it is decided.
    mutating func ask(_ command: RequestCommand, _ day: Day) throws {
        let events = try decide(
            .request(command),
            in: file,
            under: procedure,
            calendar: .standard,
            today: day
        )
        for event in events { apply(event, day) }
    }

    mutating func open(_ number: Int, _ day: Day) throws {
        let request = Self.request(number)
        try ask(.open(.init(request: request, seat: Self.entry(request.number + 1))), day)
    }

    mutating func putForward(_ number: Int, _ day: Day, version: EntryID = 50, round: Int = 1)
        throws
    {
        let request = Self.request(number)
        try ask(
            .putForward(
                CaseEvent.ReturnPutForward(
                    entry: version,
                    request: request,
                    answer: .notKnown(searched: "All systems"),
                    chronology: [],
                    files: [],
                    digest: "\(version)",
                    seat: Self.entry(request.number + 1),
                    round: round
                )
            ),
            day
        )
    }

    mutating func sign(_ number: Int, _ day: Day, version: EntryID = 50) throws {
        let request = Self.request(number)
        try ask(
            .sign(
                CaseEvent.ReturnSigned(
                    entry: Self.entry(version.number + 1),
                    request: request,
                    version: version,
                    digest: "\(version)",
                    seat: Self.entry(request.number + 2),
                    name: "Manager",
                    jobTitle: "Director",
                    words: "",
                    sameBecause: ""
                )
            ),
            day
        )
    }

    mutating func check(_ number: Int, accepts: Bool, _ day: Day, version: EntryID = 50) throws {
        try ask(
            .check(
                CaseEvent.ReturnChecked(
                    entry: Self.entry(version.number + 5),
                    request: Self.request(number),
                    version: version,
                    step: nil,
                    findings: [],
                    outcome: nil,
                    isAccepted: accepts,
                    reasons: accepts
                        ? [] : [SectionReason(section: "Chronology", reason: "Dates are missing")],
                    copiedTo: [],
                    words: ""
                ),
                due: nil
            ),
            day
        )
    }

    mutating func chase(_ number: Int, _ day: Day, _ outcome: MessageOutcome?, entry: EntryID) {
        let request = Self.request(number)
        apply(
            .messageQueued(
                CaseEvent.MessageQueued(
                    entry: entry,
                    request: request,
                    seat: Self.entry(request.number + 1),
                    name: "Lead",
                    email: "lead@marl.example",
                    kind: .chase,
                    rung: "due",
                    due: day,
                    byHand: outcome == nil
                )
            ),
            day
        )
        guard let outcome else { return }
        apply(
            .messageSettled(.init(message: entry, outcome: outcome, words: "")),
            day
        )
    }

    var opened: OpenedCase {
        OpenedCase(
            file: file,
            procedure: procedure,
            partnership: Self.partnership,
            events: []
        )
    }

    /// Of one coordinator.
    private static let partnership: Partnership = {
        var partnership = Partnership()
        let held = HeldRole(role: nil, capacity: .coordinator)
        let events: [PartnershipEvent] = [
            .personAdded(Person(person: 1, name: "Joan", email: "joan@marl.example", agency: nil)),
            .membershipGranted(
                Membership(entry: 1, person: 1, roles: [held], from: "2025-01-01", until: nil)
            ),
        ]
        for event in events {
            evolve(&partnership, by: event, recorded: .zero, actor: .operator)
        }
        return partnership
    }()

    func lines(on today: Day) -> [AgencyBoardLine] {
        board(of: opened, step: "ask-agencies", today: today)
    }

    func line(on today: Day) throws -> AgencyBoardLine {
        try #require(lines(on: today).first)
    }
}

@Suite("The board of agencies")
struct AgencyBoardTests {
    @Test(
        "an agency that has not answered is ahead, due or overdue by working days",
        arguments: [
            ("2025-12-23", AgencyBoardLine.Timing.ahead, "Not opened"),
            ("2026-01-02", .ahead, "Not opened"), ("2026-01-05", .today, "Due today"),
            ("2026-01-06", .overdue(1), "Overdue"), ("2026-01-10", .overdue(4), "Overdue"),
            ("2026-01-12", .overdue(5), "Overdue"),
        ] as [(Day, AgencyBoardLine.Timing, String)]
    )
    func awaited(_ today: Day, _ timing: AgencyBoardLine.Timing, _ word: String) throws {
        let line = try BoardCase("Police").line(on: today)
        #expect(line.due == "2026-01-05" && line.asked == "2025-12-23")
        #expect(line.timing == timing && line.tag.word == word && line.group == .needsYou)
        #expect(line.lead == "Lead of Police" && line.round == 1 && line.opened == nil)
    }

    @Test(
        "an answer is in on the day it was signed, in time or late",
        arguments: [
            ("2026-01-02", AgencyBoardLine.Timing.met, "Not known", StandingTag.Kind.done),
            ("2026-01-05", .met, "Not known", .done),
            ("2026-01-06", .late(1), "Not known, late", .late),
            ("2026-01-09", .late(4), "Not known, late", .late),
        ] as [(Day, AgencyBoardLine.Timing, String, StandingTag.Kind)]
    )
    func signed(
        _ day: Day,
        _ timing: AgencyBoardLine.Timing,
        _ word: String,
        _ kind: StandingTag.Kind
    ) throws {
        var given = try BoardCase("Police")
        try given.open(0, "2025-12-29")
        try given.putForward(0, "2026-01-02")
        try given.sign(0, day)
        let line = try given.line(on: "2026-01-12")
        #expect(line.timing == timing && line.tag.word == word && line.tag.kind == kind)
        #expect(line.opened == "2025-12-29" && line.answered == "2026-01-02")
        #expect(line.signed == day && line.group == .waits && line.hasAnswered)
    }

    @Test func `an answer is late by the day that stood when it came, wherever that is said`()
        throws
    {
        func agreeing(_ day: Day?) -> CaseEvent {
            .dayAgreed(
                CaseEvent.DayAgreed(
                    entry: 300,
                    name: OccurrenceName("ask-agencies.back", subject: "Police"),
                    day: day,
                    reason: "Agreed",
                    instead: nil
                )
            )
        }
        func check(
            _ given: BoardCase,
            is timing: AgencyBoardLine.Timing,
            due: Day,
            receipt: [String],
            sourceLocation: SourceLocation = #_sourceLocation
        ) throws {
            let line = try given.line(on: "2026-01-12")
            #expect(line.timing == timing && line.due == due, sourceLocation: sourceLocation)
            let request = try #require(given.opened.file.requests.first)
            let reader = AnswerReader(
                given.opened,
                request,
                request.asked.seats[0],
                at: BoardCase.at("2026-01-12"),
                tokens: PaperTokens { $0 }
            )
            let page = reader.receiptPage(try #require(request.newestReturn))
            #expect(page?.banners.map(\.heading) == receipt, sourceLocation: sourceLocation)
            let pack = CaseReader(given.opened, for: 1, at: BoardCase.at("2026-01-12"))
                .packPage(CaseReader.packNow)
            #expect(
                pack?.answers.first?.says.contains("It came after the day it was due")
                    == !receipt.isEmpty,
                sourceLocation: sourceLocation
            )
        }
        var later = try BoardCase("Police")
        later.apply(agreeing("2026-01-09"), "2026-01-02")
        try later.putForward(0, "2026-01-07")
        try later.sign(0, "2026-01-07")
        try later.check(0, accepts: true, "2026-01-08")
        try check(later, is: .met, due: "2026-01-09", receipt: [])
        later.apply(agreeing(nil), "2026-01-08")
        try check(later, is: .met, due: "2026-01-09", receipt: [])
        var first = try BoardCase("Police")
        try first.putForward(0, "2026-01-07")
        try first.sign(0, "2026-01-07")
        try first.check(0, accepts: true, "2026-01-08")
        first.apply(agreeing("2026-01-09"), "2026-01-08")
        try check(
            first,
            is: .late(2),
            due: "2026-01-05",
            receipt: ["It came 2 working days after the day it was due"]
        )
    }

    @Test func `a pause that has passed is no longer offered to be ended`() throws {
        var given = try BoardCase("Police")
        let request = BoardCase.request(0)
        func acts(_ today: Day, _ given: BoardCase) -> [String] {
            let reader = CaseReader(given.opened, for: 1, at: BoardCase.at(today))
            return
                ((reader.requestPage(request)?.acts ?? [])
                + (reader.boardPage(step: "ask-agencies")?.acts ?? []))
                .map(\.words).filter { $0.contains("eminders") }
        }
        for paused in [request, nil] {
            try given.ask(
                .pauseChasing(
                    CaseEvent.ChasingPaused(request: paused, until: "2026-01-05", reason: "Leave")
                ),
                "2025-12-29"
            )
        }
        #expect(
            acts("2026-01-02", given) == ["Let reminders go again", "Let reminders go again"]
        )
        #expect(acts("2026-01-05", given) == ["Pause reminders", "Pause all reminders"])
    }

    @Test func `what is put forward and not signed waits, until its day has passed`() throws {
        var given = try BoardCase("Police")
        try given.putForward(0, "2026-01-02")
        let before = try given.line(on: "2026-01-05")
        #expect(before.group == .waits && before.tag.word == "Due today" && !before.hasAnswered)
        let after = try given.line(on: "2026-01-06")
        #expect(after.group == .needsYou && after.tag.kind == .overdue)
    }

    @Test func `sent back it is awaited by its first day, in a further round`() throws {
        var given = try BoardCase("Police")
        try given.putForward(0, "2025-12-29")
        try given.sign(0, "2025-12-30")
        try given.check(0, accepts: false, "2026-01-02")
        let back = try given.line(on: "2026-01-05")
        #expect(back.standing == .sentBack && back.group == .needsYou && back.round == 2)
        #expect(
            back.due == "2026-01-05" && back.timing == .today && back.sentBack == ["Chronology"]
        )
        #expect(back.signed == nil && back.answered == nil && back.checked == "2026-01-02")
        try given.putForward(0, "2026-01-07", version: 70, round: 2)
        try given.sign(0, "2026-01-07", version: 70)
        try given.check(0, accepts: true, "2026-01-08", version: 70)
        let accepted = try given.line(on: "2026-01-08")
        #expect(accepted.group == .accepted && accepted.round == 2)
        #expect(accepted.timing == .late(2) && accepted.checked == "2026-01-08")
    }

    @Test(
        "only reminders that left are counted as chased, and those of one rung once",
        arguments: [
            ([.delivered], 1), ([.delivered, .sentByHand], 1), ([.failed], 0), ([nil], 0),
            ([.mayHaveArrivedTwice, .withdrawn], 1),
        ] as [([MessageOutcome?], Int)]
    )
    func chased(_ outcomes: [MessageOutcome?], _ count: Int) throws {
        var given = try BoardCase("Police")
        for (number, outcome) in outcomes.enumerated() {
            let entry = BoardCase.entry(200 + Int64(number))
            given.chase(0, "2026-01-02", outcome, entry: entry)
        }
        let line = try given.line(on: "2026-01-05")
        #expect(line.chased == count && (line.chasedLast == nil) == (count == 0))
    }

    @Test func `what keeps an agency from answering is said`() throws {
        var given = try BoardCase("Police")
        given.chase(0, "2026-01-02", .failed, entry: 200)
        #expect(try given.line(on: "2026-01-05").trouble == .messageFailed)
        given.chase(0, "2026-01-05", nil, entry: 201)
        #expect(try given.line(on: "2026-01-05").trouble == .letterWaits)
        let lead = BoardCase.entry(BoardCase.request(0).number + 1)
        try given.ask(
            .endSeat(
                .init(
                    request: BoardCase.request(0),
                    seat: lead,
                    reason: "Left",
                    isDisowned: false
                )
            ),
            "2026-01-05"
        )
        let line = try given.line(on: "2026-01-05")
        #expect(line.trouble == .nobodyToAnswer && line.lead.isEmpty)
    }

    @Test func `whoever needs attention stands first`() throws {
        var given = try BoardCase("Accepted", "Opened", "Unsigned", "Revoked", "Signed", "Asked")
        try given.putForward(0, "2025-12-29", version: 50)
        try given.sign(0, "2025-12-29", version: 50)
        try given.check(0, accepts: true, "2025-12-30", version: 50)
        try given.open(1, "2025-12-29")
        try given.putForward(2, "2025-12-29", version: 60)
        try given.ask(
            .revoke(.init(request: BoardCase.request(3), reason: "Merged")),
            "2025-12-29"
        )
        try given.putForward(4, "2025-12-29", version: 70)
        try given.sign(4, "2025-12-30", version: 70)
        let lines = given.lines(on: "2026-01-02")
        #expect(
            lines.map(\.agency) == [
                "Asked", "Opened", "Signed", "Unsigned", "Accepted", "Revoked",
            ]
        )
        #expect(
            lines.map(\.group) == [
                .needsYou, .needsYou, .waits, .waits, .accepted, .noLonger,
            ]
        )
        #expect(lines.last?.due == "2026-01-05" && lines.last?.tag.kind == .not)
    }

    @Test func `one sentence says who has answered and when the others are due`() throws {
        var given = try BoardCase("Police", "School", "Housing")
        func says(_ today: Day, _ given: BoardCase) -> String {
            let reader = CaseReader(given.opened, for: 1, at: BoardCase.at(today))
            return reader.boardPage(step: "ask-agencies")?.summary ?? ""
        }
        #expect(
            says("2026-01-05", given)
                == "None of 3 has answered. All 3 are due today, Mon 5 Jan 2026."
        )
        try given.putForward(0, "2026-01-02")
        try given.sign(0, "2026-01-02")
        #expect(
            says("2026-01-02", given)
                == "1 of 3 has answered. The other 2 are due by Mon 5 Jan 2026."
        )
        given.apply(
            .dayAgreed(
                CaseEvent.DayAgreed(
                    entry: 300,
                    name: OccurrenceName("ask-agencies.back", subject: "School"),
                    day: "2026-01-08",
                    reason: "Agreed",
                    instead: "2026-01-05"
                )
            ),
            "2026-01-02"
        )
        #expect(
            says("2026-01-06", given)
                == "1 of 3 has answered. Of the other 2, 1 is overdue and 1 is due later."
        )
    }
}
