import CaseFiles
import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

/// Under Herefordshire's procedure minutes go out within 24 hours of the end of the meeting.
@Suite("Minutes: written, sent round, approved, added to")
struct MinutesTests {
    private typealias Meetings = MeetingTests

    static func held(_ end: String = "11:20") throws -> Given {
        var given = try Given(under: "hereford")
        let arranged = Meetings.arranged(
            on: "2026-01-05",
            convenedAs: nil,
            outside: "No window yet"
        )
        for command in [
            Meetings.arrange(arranged), Meetings.begin(Meetings.meeting, "2026-01-05"),
            Meetings.come(Meetings.council), Meetings.come(Meetings.board),
            Meetings.come(Meetings.police), Meetings.end(true, at: end),
        ] { given = try given.after(command) }
        return given
    }

    static func put(_ digest: String, _ entry: EntryID = 600) -> CaseCommand {
        .meeting(
            .putMinutesForward(
                .init(
                    entry: entry,
                    meeting: Meetings.meeting,
                    parts: [
                        CaseEvent.Part(
                            title: "The facts",
                            lines: [CaseEvent.Part.Line(asks: "What was said", says: "Heard")]
                        )
                    ],
                    digest: digest
                )
            )
        )
    }

    static func approve(_ version: EntryID = 600, at: EntryID? = nil) -> CaseCommand {
        .meeting(
            .approveMinutes(
                .init(
                    entry: 620,
                    meeting: Meetings.meeting,
                    version: version,
                    by: "Sue Hart",
                    at: at,
                    day: "2026-01-05",
                    words: ""
                )
            )
        )
    }

    private static func circulate(
        _ version: EntryID = 600,
        to names: [String] = ["Sue Hart", "Ian Cole"],
        people: [EntryID]? = nil
    ) -> CaseCommand {
        .meeting(
            .circulateMinutes(
                .init(
                    entry: 610,
                    meeting: Meetings.meeting,
                    version: version,
                    to: names,
                    day: "2026-01-05",
                    minute: Meetings.minute("15:00"),
                    how: "secure e-mail",
                    people: people
                )
            )
        )
    }

    @Test(arguments: [("11:20", "2026-01-06"), ("23:59", "2026-01-06")])
    func `minutes are due 24 hours after the end where the procedure says so`(
        end: String,
        day: Day
    ) throws {
        let given = try Self.held(end)
        let plan = schedule(
            of: try #require(given.file).known(under: given.procedure),
            under: given.procedure,
            calendar: .standard,
            today: Given.today
        )
        let name = OccurrenceName("circulate-minutes", subject: "rapid-review-meeting")
        let line = try #require(plan.line(name, under: given.procedure))
        #expect(line.due == day)
        #expect(line.dated?.at == Meetings.minute(end))
    }

    @Test func `sent round, they complete the step that the procedure has for it`() throws {
        let given = try Self.held().after(Self.put("a"))
        let after = try given.after(Self.circulate())
        let name = OccurrenceName("circulate-minutes", subject: "rapid-review-meeting")
        let done = try #require(after.file?.standing(name).last)
        #expect(done.evidence == .sent(to: "Sue Hart, Ian Cole", by: "secure e-mail"))
        #expect(done.minute == Meetings.minute("15:00"))
        given.when(Self.circulate(601), refuses: .meeting(.notTheNewestMinutes))
    }

    /// Minutes of a meeting that Pat Lee, a practitioner, leaves before its last item.
    private static func partly() throws -> Given {
        var given = try Given(under: "hereford")
        let arranged = Meetings.arranged(
            on: "2026-01-05",
            convenedAs: nil,
            agenda: [
                MeetingItem(id: "item-1", item: "The facts"),
                MeetingItem(id: "item-2", item: "The threshold", without: ["practitioners"]),
            ],
            outside: "No window yet"
        )
        for command in [
            Meetings.arrange(arranged), Meetings.begin(Meetings.meeting, "2026-01-05"),
            Meetings.come(Meetings.council), Meetings.come(Meetings.board),
            Meetings.come(Meetings.police), Meetings.end(true), put("a"),
        ] { given = try given.after(command) }
        return given
    }

    private static func mail(_ person: EntryID, of circulation: EntryID = 610) -> CaseCommand {
        .meeting(
            .queueMinutesMail(
                .init(
                    entry: 650,
                    meeting: Meetings.meeting,
                    circulation: circulation,
                    person: person,
                    email: "1@marl.example",
                    byHand: false
                )
            )
        )
    }

    @Test func `whoever leaves before part of a meeting is not sent all of its minutes`() throws {
        let given = try Self.partly()
        let refusal = CaseRefusal.meeting(.minutesAreNotFor(["Pat Lee"]))
        given.when(Self.circulate(people: [Meetings.council, Meetings.school]), refuses: refusal)
        // Nor by writing her name into the other box.
        given.when(Self.circulate(to: ["Sue Hart", "pat  lee"]), refuses: refusal)
        given.when(Self.circulate(people: [77]), refuses: .meeting(.unknownPerson))
        #expect(
            try given.after(Self.circulate(people: [Meetings.council, Meetings.board]))
                .file?.meetings.first?.circulations.count == 1
        )
        // Where nothing is said without her, she may have them.
        let whole = try Self.held().after(Self.put("a"))
        #expect(
            try whole.after(Self.circulate(people: [Meetings.school]))
                .file?.meetings.first?.circulations.count == 1
        )
    }

    @Test
    func `a message about minutes goes only to whom they were sent, and what became of it is kept`()
        throws
    {
        let sent = try Self.held().after(Self.put("a"))
            .after(Self.circulate(people: [Meetings.council]))
        sent.when(Self.mail(Meetings.board), refuses: .meeting(.unknownPerson))
        sent.when(Self.mail(Meetings.council, of: 611), refuses: .meeting(.unknownPerson))
        let queued = try sent.after(Self.mail(Meetings.council))
        try queued.when(Self.mail(Meetings.council))
        let settled = CaseEvent.MessageSettled(message: 650, outcome: .failed, words: "550")
        let told = try queued.after(.request(.settleMessage(settled)))
        #expect(told.file?.meetings.first?.minutesMails.map(\.settled) == [settled])
        try told.when(.request(.settleMessage(settled)))
    }

    @Test func `of one that was not held there are none`() throws {
        let given = try Given(
            Meetings.arrange(
                Meetings.arranged(on: "2026-01-05", convenedAs: nil, outside: "None yet")
            ),
            under: "hereford"
        )
        given.when(Self.put("a"), refuses: .meeting(.notHeld))
    }

    @Test func `approved, they stay as they are, and are put right by what is added`() throws {
        let given = try Self.held().after(Self.put("a"))
        try given.when(Self.put("a", 601))
        let add = CaseCommand.meeting(
            .addToMinutes(.init(entry: 630, meeting: Meetings.meeting, text: "It was Tuesday"))
        )
        given.when(add, refuses: .meeting(.minutesAreNotApproved))
        given.when(Self.approve(601), refuses: .meeting(.notTheNewestMinutes))
        given.when(
            Self.approve(at: Meetings.meeting),
            refuses: .meeting(.notALaterMeeting)
        )
        let approved = try given.after(Self.approve())
        approved.when(Self.put("b", 601), refuses: .meeting(.minutesAreApproved))
        approved.when(Self.approve(), refuses: .meeting(.minutesAreApproved))
        let added = try approved.after(add)
        #expect(added.file?.meetings.first?.addenda.map(\.added.text) == ["It was Tuesday"])
        #expect(added.file?.meetings.first?.minutes.count == 1)
        added.when(
            .meeting(
                .correctAttendance(
                    .init(
                        meeting: Meetings.meeting,
                        person: Meetings.council,
                        presences: [],
                        reason: "She was ill"
                    )
                )
            ),
            refuses: .meeting(.minutesAreApproved)
        )
    }

    @Test
    func
        `an action has somebody to do it, and what was noted in error is struck out with a reason`()
        throws
    {
        func note(_ kind: MeetingPointKind, _ who: String) -> CaseCommand {
            .meeting(
                .note(
                    .init(
                        entry: 700,
                        meeting: Meetings.meeting,
                        item: "item-1",
                        kind: kind,
                        words: "Write to the school",
                        who: who,
                        by: "2026-01-09"
                    )
                )
            )
        }
        let given = try Self.held()
        given.when(note(.action, " "), refuses: .meeting(.pointWantsNobody))
        let noted = try given.after(note(.action, "Pat Lee"))
        #expect(noted.file?.meetings.first?.points(of: "item-1", .action).count == 1)
        func strike(_ reason: String) -> CaseCommand {
            .meeting(
                .strike(.init(meeting: Meetings.meeting, point: 700, reason: reason))
            )
        }
        noted.when(strike(""), refuses: .missing(.reason))
        #expect(try noted.after(strike("Twice")).file?.meetings.first?.points().isEmpty == true)
    }

    @Test func `when somebody was there is put right in order, with a reason`() throws {
        let given = try Self.held()
        func correct(_ presences: [Presence], _ reason: String = "The clock was wrong")
            -> CaseCommand
        {
            .meeting(
                .correctAttendance(
                    .init(
                        meeting: Meetings.meeting,
                        person: Meetings.board,
                        presences: presences,
                        reason: reason
                    )
                )
            )
        }
        let ten = Meetings.minute("10:00")
        let half = Meetings.minute("10:30")
        given.when(correct([Presence(from: half, until: ten)]), refuses: .meeting(.badPresences))
        given.when(correct([Presence(from: ten)]), refuses: .meeting(.badPresences))
        given.when(correct([Presence(from: ten, until: half)], ""), refuses: .missing(.reason))
        let right = try given.after(correct([Presence(from: ten, until: half)]))
        let meeting = try #require(right.file?.meetings.first)
        #expect(meeting.quorum(under: right.procedure)?.isMet == false)
    }
}
