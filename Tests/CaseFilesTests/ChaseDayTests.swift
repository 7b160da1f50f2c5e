import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles
@testable import Partnerships

/// A case in which the police are asked at 10:00 on Mon 5 Jan 2026, lived through from act to act.
private struct Lived {
    static let request: EntryID = 1000
    static let back = OccurrenceName("ask-agencies.back", subject: "Police")
    let procedure: Procedure
    private(set) var file: CaseFile
    private(set) var events: [RecordedCaseEvent]
    private(set) var partnership = Partnership()

    /// The clock of the rapid review begins with the day of notification: day 8 of Mon 5 Jan is Thu 15 Jan.
    init() throws {
        procedure = try ShippedProcedures.procedure("dorset")
        let opened = try decide(
            .opening,
            in: nil,
            under: procedure,
            calendar: .standard,
            today: "2026-01-05"
        )
        var file: CaseFile?
        var events: [RecordedCaseEvent] = []
        for event in opened {
            if file == nil {
                file = beginFile(with: event, recorded: .opening, actor: .person(.joan))
            }
            events.append(
                RecordedCaseEvent(
                    version: events.count + 1,
                    recorded: .opening,
                    actor: .person(.joan),
                    event: event
                )
            )
        }
        self.file = try #require(file)
        self.events = events
        let notified = CaseEvent.StepCompleted(
            entry: 1,
            name: OccurrenceName("submit-notification"),
            day: "2026-01-05",
            minute: nil,
            evidence: .note("Sent"),
            dueShown: nil
        )
        record(.stepCompleted(notified), at: try Self.time("2026-01-05", "09:30"))
        let asked = CaseEvent.AgencyAsked.sample(
            Self.request,
            "Police",
            seats: [
                .sample(1001, "Beth Coombe", .lead), .sample(1002, "Asha Reed", .signatory),
            ]
        )
        try act(.request(.ask([asked], entry: 500)), on: "2026-01-05", at: "10:00")
    }

    static func time(_ day: Day, _ minute: String) throws -> Timestamp {
        Timestamp(LocalTime(day: day, minute: try #require(Minute(minute))))
    }

    mutating func act(_ command: CaseCommand, on day: Day, at minute: String) throws {
        let recorded = try Self.time(day, minute)
        for event in try decide(
            command,
            in: file,
            under: procedure,
            calendar: partnership.calendar,
            today: day
        ) {
            record(event, at: recorded)
        }
    }

    private mutating func record(_ event: CaseEvent, at recorded: Timestamp) {
        evolve(&file, by: event, recorded: recorded, actor: .person(.joan))
        events.append(
            RecordedCaseEvent(
                version: events.count + 1,
                recorded: recorded,
                actor: .person(.joan),
                event: event
            )
        )
    }

    mutating func close(_ closed: Day, on day: Day, at minute: String) throws {
        evolve(
            &partnership,
            by: .dayClosed(.init(day: closed, reason: "Moving house")),
            recorded: try Self.time(day, minute),
            actor: .operator
        )
    }

    /// `overdue from 2026-01-12: 2026-01-13 09:30 ahead`.
    func told(_ day: Day, _ minute: String) throws -> [String] {
        let opened = OpenedCase(
            file: file,
            procedure: procedure,
            partnership: partnership,
            events: events
        )
        let request = try #require(file.request(Self.request))
        return opened.chases(of: request, at: try Self.time(day, minute)).map { chase in
            let stands =
                switch chase.standing {
                case .goesNow: "goes"
                case .passedOverNow(.tooLate): "too late"
                case .passedOverNow(.laterRung), .passedOverThen: "passed over"
                case .ahead: "ahead"
                case .paused: "paused"
                }
            let planned = chase.planned.map { "\($0)" } ?? ""
            return "\(chase.rung.id) from \(chase.key.due): \(planned) \(stands)"
        }
    }

    /// Settles a rung as a run would, by passing it over.
    mutating func settle(_ rung: String, due: Day, on day: Day, at minute: String) throws {
        let passed = CaseEvent.RungPassedOver(
            request: Self.request,
            rung: rung,
            due: due,
            instead: ""
        )
        try act(.request(.passOver(passed)), on: day, at: minute)
    }

    mutating func answer(_ entry: EntryID, on day: Day, at minute: String) throws {
        try act(
            .request(
                .putForward(
                    CaseEvent.ReturnPutForward(
                        entry: entry,
                        request: Self.request,
                        answer: .notKnown(searched: "Everything"),
                        chronology: [],
                        files: [],
                        digest: "\(entry)",
                        seat: 1001,
                        round: 1
                    )
                )
            ),
            on: day,
            at: minute
        )
        try act(
            .request(
                .sign(
                    CaseEvent.ReturnSigned(
                        entry: entry.next,
                        request: Self.request,
                        version: entry,
                        digest: "\(entry)",
                        seat: 1002,
                        name: "Asha Reed",
                        jobTitle: "Superintendent",
                        words: "",
                        sameBecause: ""
                    )
                )
            ),
            on: day,
            at: minute
        )
    }

    mutating func sendBack(_ version: EntryID, on day: Day, at minute: String) throws {
        let checked = CaseEvent.ReturnChecked(
            entry: EntryID(number: version.number + 50) ?? 0,
            request: Self.request,
            version: version,
            step: nil,
            findings: [],
            outcome: nil,
            isAccepted: false,
            reasons: [SectionReason(section: "", reason: "Which systems?")],
            copiedTo: [],
            words: ""
        )
        try act(.request(.check(checked, due: nil)), on: day, at: minute)
    }
}

@Suite("Reminders of a due day that moved, and of answers sent back")
struct ChaseDayTests {
    @Test func `a corrected date reminds nobody of a day that nobody knew of`() throws {
        var lived = try Lived()
        #expect(try lived.told("2026-01-12", "10:00")[0].hasPrefix("before-due from 2026-01-15"))
        try lived.act(
            .correctOccurrence(
                1,
                day: "2025-12-22",
                minute: nil,
                reason: "It was sent before Christmas"
            ),
            on: "2026-01-12",
            at: "10:00"
        )
        // Due on Tue 6 Jan all at once: the ladder counts from the day on which that was known.
        let expected = [
            "before-due from 2026-01-12: 2026-01-12 10:01 too late",
            "due-day from 2026-01-12: 2026-01-12 10:01 too late",
            "overdue from 2026-01-12: 2026-01-13 09:30 ahead",
            "escalate from 2026-01-12: 2026-01-14 09:30 ahead",
        ]
        #expect(try lived.told("2026-01-12", "10:01") == expected)
        try lived.settle("before-due", due: "2026-01-12", on: "2026-01-12", at: "10:01")
        try lived.settle("due-day", due: "2026-01-12", on: "2026-01-12", at: "10:01")
        #expect(
            try lived.told("2026-01-13", "09:30") == [
                "overdue from 2026-01-12: 2026-01-13 09:30 goes",
                "escalate from 2026-01-12: 2026-01-14 09:30 ahead",
            ]
        )
    }

    @Test func `a day agreed for every agency counts from when it was agreed`() throws {
        var lived = try Lived()
        let everybody = OccurrenceName("ask-agencies.back")
        try lived.act(
            .agreeDay(everybody, day: "2026-01-13", reason: "Leave", entry: 700),
            on: "2026-01-12",
            at: "10:00"
        )
        // Two working days before Tue 13 Jan was Fri 9 Jan.
        #expect(
            try lived.told("2026-01-12", "10:01").first
                == "before-due from 2026-01-13: 2026-01-12 10:01 too late"
        )
    }

    @Test func `a closure day counts from when it was closed, if it moves the day`()
        throws
    {
        var late = try Lived()
        try late.close("2026-01-14", on: "2026-01-13", at: "12:00")
        #expect(
            try late.told("2026-01-13", "12:01").first
                == "before-due from 2026-01-16: 2026-01-13 12:01 too late"
        )
        var early = try Lived()
        try early.close("2026-01-14", on: "2026-01-05", at: "11:00")
        try early.close("2027-01-14", on: "2026-01-13", at: "12:00")
        #expect(
            try early.told("2026-01-13", "12:01").first
                == "before-due from 2026-01-16: 2026-01-13 12:01 goes"
        )
    }

    @Test func `what was recorded for other reasons moves no reminder`() throws {
        var lived = try Lived()
        try lived.act(
            .recordMoment(.init(entry: 2, moment: .publication, day: "2026-06-17")),
            on: "2026-01-14",
            at: "08:00"
        )
        #expect(
            try lived.told("2026-01-14", "09:00").first
                == "before-due from 2026-01-15: 2026-01-14 09:00 goes"
        )
    }

    @Test func `an answer that is sent back after its day is chased from then`() throws {
        var lived = try Lived()
        for rung in ["before-due", "due-day", "overdue", "escalate"] {
            try lived.settle(rung, due: "2026-01-15", on: "2026-01-19", at: "09:30")
        }
        try lived.answer(2000, on: "2026-01-20", at: "10:00")
        #expect(try lived.told("2026-01-20", "11:00").isEmpty)
        try lived.sendBack(2000, on: "2026-01-21", at: "10:00")
        #expect(
            try lived.told("2026-01-21", "10:01") == [
                "before-due from 2026-01-21: 2026-01-21 10:01 too late",
                "due-day from 2026-01-21: 2026-01-21 10:01 too late",
                "overdue from 2026-01-21: 2026-01-22 09:30 ahead",
                "escalate from 2026-01-21: 2026-01-23 09:30 ahead",
            ]
        )
    }

    @Test func `an answer that is sent back before its day keeps the rungs that are left`() throws {
        var lived = try Lived()
        try lived.settle("before-due", due: "2026-01-15", on: "2026-01-13", at: "09:30")
        try lived.answer(2000, on: "2026-01-13", at: "10:00")
        try lived.sendBack(2000, on: "2026-01-14", at: "10:00")
        #expect(
            try lived.told("2026-01-14", "10:01") == [
                "due-day from 2026-01-15: 2026-01-15 09:30 ahead",
                "overdue from 2026-01-15: 2026-01-16 09:30 ahead",
                "escalate from 2026-01-15: 2026-01-19 09:30 ahead",
            ]
        )
    }

    @Test func `whoever is asked after the day is chased all the same`() throws {
        var lived = try Lived()
        try lived.act(
            .request(.revoke(.init(request: Lived.request, reason: "The wrong force"))),
            on: "2026-01-05",
            at: "11:00"
        )
        let asked = CaseEvent.AgencyAsked.sample(
            3000,
            "Police",
            seats: [.sample(3001, "Beth Coombe", .lead)]
        )
        try lived.act(.request(.ask([asked], entry: 900)), on: "2026-01-19", at: "10:00")
        let opened = OpenedCase(
            file: lived.file,
            procedure: lived.procedure,
            partnership: lived.partnership,
            events: lived.events
        )
        let request = try #require(lived.file.request(3000))
        let chases = opened.chases(of: request, at: try Lived.time("2026-01-20", "09:30"))
        #expect(chases.filter { $0.standing == .goesNow }.map(\.rung.id) == ["overdue"])
    }
}
