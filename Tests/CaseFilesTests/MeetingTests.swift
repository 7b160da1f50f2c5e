import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

/// Under the West Midlands' procedure the referral of Mon 15 Dec 2025 gives a window from Wed 24 December to Tue 6
/// January, and the quorum is one from each partner.
@Suite("Meetings: arranged, held, quorate or not, minuted")
struct MeetingTests {
    static let meeting: EntryID = 100
    static let council: EntryID = 1
    static let board: EntryID = 2
    static let police: EntryID = 3
    static let school: EntryID = 4
    static let decided = Evidence.decided(outcome: "local-review", reasons: "All three agree")

    static let people = [
        person(council, "Sue Hart", "local-authority"),
        person(board, "Ian Cole", "icb"),
        person(police, "Dev Rao", "police"),
        MeetingPerson(
            entry: school,
            name: "Pat Lee",
            role: "Teacher, Marl Primary",
            email: "pat@marl.example",
            part: .practitioner
        ),
    ]

    static func person(_ entry: EntryID, _ name: String, _ partner: String) -> MeetingPerson {
        MeetingPerson(
            entry: entry,
            name: name,
            role: partner,
            email: "\(entry)@marl.example",
            part: .member,
            standsFor: [partner]
        )
    }

    static func time(_ day: Day, _ from: LocalTime, _ until: LocalTime) -> MeetingTime {
        MeetingTime(day: day, from: from.minute, until: until.minute)
    }

    static func minute(_ text: String) -> Minute {
        Minute(text) ?? .midnight
    }

    static func arranged(
        _ entry: EntryID = meeting,
        on day: Day = "2026-01-02",
        from: String = "10:00",
        until: String = "11:30",
        step: String = "rapid-review-meeting",
        place: String = "Room 3",
        chair: MeetingChair = MeetingChair(name: "Sue Hart"),
        convenedAs: String? = "standing group",
        people: [MeetingPerson] = people,
        agenda: [MeetingItem] = [MeetingItem(id: "item-1", item: "The facts")],
        reconvenes: EntryID? = nil,
        outside: String = ""
    ) -> CaseEvent.MeetingArranged {
        CaseEvent.MeetingArranged(
            entry: entry,
            step: step,
            time: MeetingTime(day: day, from: minute(from), until: minute(until)),
            place: place,
            chair: chair,
            convenedAs: convenedAs,
            people: people,
            agenda: agenda,
            reconvenes: reconvenes,
            outside: outside
        )
    }

    static func arrange(_ arranged: CaseEvent.MeetingArranged) -> CaseCommand {
        .meeting(.arrange(arranged, booking: 900))
    }

    static let referred = CaseCommand.completeStep(
        CaseCommand.CompleteStep(
            entry: 10,
            name: OccurrenceName("refer"),
            day: "2025-12-15",
            evidence: .document(nil, whereItLies: "e-mail")
        )
    )

    static func begin(_ meeting: EntryID = meeting, _ day: Day = "2026-01-02") -> CaseCommand {
        .meeting(.begin(.init(meeting: meeting, day: day, minute: minute("10:02"))))
    }

    static func come(
        _ person: EntryID,
        _ at: String = "10:00",
        to meeting: EntryID = meeting
    ) -> CaseCommand {
        .meeting(
            .arrive(.init(meeting: meeting, person: person, minute: minute(at), words: ""))
        )
    }

    static func leave(
        _ person: EntryID,
        _ at: String,
        _ meeting: EntryID = meeting
    ) -> CaseCommand {
        .meeting(.leave(.init(meeting: meeting, person: person, minute: minute(at))))
    }

    static func end(
        _ quorate: Bool?,
        _ reason: String = "",
        at: String = "11:20",
        of meeting: EntryID = meeting,
        entry: EntryID = 300
    ) -> CaseCommand {
        .meeting(
            .end(
                .init(
                    entry: entry,
                    meeting: meeting,
                    minute: minute(at),
                    isQuorate: quorate,
                    statedBy: "Sue Hart",
                    reason: reason
                ),
                present: "Those listed"
            )
        )
    }

    static func decide(_ day: Day = "2026-01-05") -> CaseCommand {
        .completeStep(
            CaseCommand.CompleteStep(
                entry: 400,
                name: OccurrenceName("decide-outcome"),
                day: day,
                evidence: decided
            )
        )
    }

    private static func given(_ commands: CaseCommand...) throws -> Given {
        var given = try Given(referred, under: "west-midlands")
        for command in commands { given = try given.after(command) }
        return given
    }

    private static func due(_ step: String, in given: Given) throws -> Day? {
        let file = try #require(given.file)
        return schedule(
            of: file.known(under: given.procedure),
            under: given.procedure,
            calendar: .standard,
            today: Given.today
        ).line(OccurrenceName(step), under: given.procedure)?.due
    }

    // Arranging

    @Test func `a meeting inside its window needs no reason, and the log keeps the window shown`()
        throws
    {
        let asked = Self.arranged(on: "2026-01-06")
        var shown = asked
        shown.opensShown = "2025-12-24"
        shown.dueShown = "2026-01-06"
        try Self.given().when(
            Self.arrange(asked),
            then: .meeting(.arranged(shown)),
            .dayAgreed(
                CaseEvent.DayAgreed(
                    entry: 900,
                    name: OccurrenceName("rapid-review-meeting"),
                    day: "2026-01-06",
                    reason: "The meeting is arranged for this day",
                    instead: "2026-01-06"
                )
            )
        )
    }

    @Test func `a day outside the window wants a reason, and with one it is taken`() throws {
        let given = try Self.given()
        given.when(
            Self.arrange(Self.arranged(on: "2026-01-07")),
            refuses: .meeting(
                .outsideWindow("2026-01-07", opens: "2025-12-24", due: "2026-01-06")
            )
        )
        let after = try given.after(
            Self.arrange(Self.arranged(on: "2026-01-07", outside: "The chair is ill"))
        )
        #expect(after.file?.meetings.first?.outside == "The chair is ill")
    }

    @Test func `what is not sound is refused by name`() throws {
        let given = try Self.given()
        func refuses(_ arranged: CaseEvent.MeetingArranged, _ refusal: CaseRefusal) {
            given.when(Self.arrange(arranged), refuses: refusal)
        }
        refuses(Self.arranged(step: "refer"), .meeting(.noMeeting(step: "refer")))
        refuses(
            Self.arranged(from: "10:00", until: "10:00"),
            .meeting(
                .endsBeforeItBegins(from: Self.minute("10:00"), until: Self.minute("10:00"))
            )
        )
        refuses(Self.arranged(place: " "), .missing(.place))
        refuses(Self.arranged(place: "Ayla Example’s school"), .meeting(.namesAChild))
        refuses(
            Self.arranged(chair: MeetingChair(name: "Dev Rao", isOther: true)),
            .meeting(.otherChairNeedsAgreement)
        )
        refuses(
            Self.arranged(convenedAs: nil),
            .meeting(.unknownConvening(valid: ["standing group", "extraordinary meeting"]))
        )
        let twice = MeetingPerson(
            entry: 9,
            name: "Again",
            role: "",
            email: Self.people[0].email.uppercased(),
            part: .member
        )
        refuses(
            Self.arranged(people: Self.people + [twice]),
            .meeting(.invitedTwice(twice.email))
        )
    }

    @Test
    func `a step that is no series has one meeting to come; cancelled, another may be arranged`()
        throws
    {
        let given = try Self.given(Self.arrange(Self.arranged(on: "2026-01-06")))
        let other = Self.arrange(Self.arranged(200, on: "2026-01-06"))
        given.when(other, refuses: .meeting(.arrangedAlready("2026-01-06")))
        let cancelled = try given.after(
            .meeting(.cancel(.init(meeting: Self.meeting, reason: "Strike"), booking: 901))
        )
        #expect(cancelled.file?.agreements.isEmpty == true)
        #expect(try cancelled.after(other).file?.meetings.count == 2)
        cancelled.when(Self.begin(), refuses: .meeting(.wasCancelled))
    }

    @Test func `what stands in calendars counts each change; another chair does not`() throws {
        func change(_ day: Day, _ chair: MeetingChair) -> CaseCommand {
            let changed = CaseEvent.MeetingChanged(
                meeting: Self.meeting,
                time: MeetingTime(
                    day: day,
                    from: Self.minute("10:00"),
                    until: Self.minute("11:30")
                ),
                place: "Room 3",
                chair: chair,
                convenedAs: "standing group",
                reason: "Asked for",
                outside: ""
            )
            return .meeting(.change(changed, booking: 902))
        }
        var given = try Self.given(Self.arrange(Self.arranged(on: "2026-01-06")))
        given = try given.after(change("2026-01-05", MeetingChair(name: "Sue Hart")))
        #expect(given.file?.meetings.first?.sequence == 1)
        #expect(given.file?.agreements.last?.day == "2026-01-05")
        given = try given.after(change("2026-01-05", MeetingChair(name: "Ian Cole")))
        #expect(given.file?.meetings.first?.sequence == 1)
        try given.when(change("2026-01-05", MeetingChair(name: "Ian Cole")))
    }

    // Held

    @Test
    func
        `without quorum nothing is decided and no clock starts; met again inside the window, both come`()
        throws
    {
        var given = try Self.given(
            Self.arrange(Self.arranged()),
            Self.begin(),
            Self.come(Self.council),
            Self.come(Self.police)
        )
        given.when(Self.end(nil), refuses: .meeting(.quorumNotStated))
        given.when(Self.end(true), refuses: .meeting(.againstTheCount(isMet: false)))
        given = try given.after(Self.end(false))
        #expect(try Self.due("send-outcome", in: given) == nil)
        given.when(
            Self.decide(),
            refuses: .meeting(
                .notQuorate(step: "decide-outcome", meeting: "rapid-review-meeting")
            )
        )
        let file = try #require(given.file)
        let again = meetingWindow(
            of: "rapid-review-meeting",
            in: file,
            under: given.procedure,
            calendar: .standard,
            today: Given.today
        )
        let window = try #require(again)
        #expect(window.isOfReconvening && window.due == "2026-01-06")

        for command in [
            Self.arrange(Self.arranged(200, on: "2026-01-05", reconvenes: Self.meeting)),
            Self.begin(200, "2026-01-05"),
            Self.come(Self.council, to: 200), Self.come(Self.police, to: 200),
            Self.come(Self.board, to: 200), Self.end(true, of: 200, entry: 310),
        ] {
            given = try given.after(command)
        }
        #expect(try Self.due("send-outcome", in: given) == "2026-01-07")
        #expect(try given.after(Self.decide()).file?.standing(.init("decide-outcome")).count == 1)
    }

    @Test func `a decision at a meeting that is arranged waits until it was quorate`() throws {
        let given = try Self.given(Self.arrange(Self.arranged()))
        given.when(
            Self.decide(),
            refuses: .meeting(
                .notQuorate(step: "decide-outcome", meeting: "rapid-review-meeting")
            )
        )
    }

    @Test func `the quorum is counted at each minute: who left counts no longer`() throws {
        let given = try Self.given(
            Self.arrange(Self.arranged()),
            Self.begin(),
            Self.come(Self.council),
            Self.come(Self.board),
            Self.come(Self.police, "10:10"),
            Self.leave(Self.board, "10:45")
        )
        let meeting = try #require(given.file?.meetings.first)
        let counts = ["10:05", "10:30", "10:45", "10:46"].map {
            meeting.quorum(under: given.procedure, at: Self.minute($0))?.isMet
        }
        #expect(counts == [false, true, true, false])
        let now = try #require(meeting.quorum(under: given.procedure))
        #expect(now.missing.map(\.id) == ["icb"])
        #expect(now.missing.first?.left == ["Ian Cole"])
        #expect(now.missing.first?.lastLeft == Self.minute("10:45"))
        // The chair states otherwise, with a reason, and the log keeps what was counted.
        let ended = try given.after(Self.end(true, "The health partner's view was given first"))
        #expect(ended.file?.meetings.first?.ended?.counted == false)
        #expect(try Self.due("send-outcome", in: ended) == "2026-01-06")
    }

    @Test func `practitioners leave before the items without them`() throws {
        let item = MeetingItem(id: "item-2", item: "Criteria", without: ["practitioners"])
        let given = try Self.given(
            Self.arrange(Self.arranged(agenda: [item])),
            Self.begin(),
            Self.come(Self.school),
            Self.come(Self.council)
        )
        #expect(given.file?.meetings.first?.stillThere(before: item).map(\.name) == ["Pat Lee"])
        let left = try given.after(Self.leave(Self.school, "10:40"))
        #expect(left.file?.meetings.first?.stillThere(before: item).isEmpty == true)
        #expect(
            left.file?.meetings.first?.presences[Self.school]
                == [Presence(from: Self.minute("10:00"), until: Self.minute("10:40"))]
        )
        given.when(
            Self.leave(Self.school, "09:50"),
            refuses: .meeting(
                .leftBeforeComing(
                    "Pat Lee",
                    came: Self.minute("10:00"),
                    left: Self.minute("09:50")
                )
            )
        )
        // Tapped twice, nothing more happens.
        try left.when(Self.leave(Self.school, "10:41"))
        try given.when(Self.come(Self.school, "10:30"))
    }

    @Test func `a meeting ends after it began, with somebody there, and once`() throws {
        let arranged = try Self.given(Self.arrange(Self.arranged()))
        arranged.when(Self.end(true), refuses: .meeting(.notBegun))
        let begun = try arranged.after(Self.begin())
        begun.when(Self.end(true), refuses: .meeting(.nobodyCame))
        let there = try begun.after(Self.come(Self.council))
        there.when(
            Self.end(false, at: "10:01"),
            refuses: .meeting(
                .endsBeforeItBegan(began: Self.minute("10:02"), ended: Self.minute("10:01"))
            )
        )
        let ended = try there.after(Self.end(false))
        ended.when(Self.end(false), refuses: .meeting(.wasHeld))
        ended.when(Self.come(Self.board), refuses: .meeting(.wasHeld))
        #expect(
            ended.file?.meetings.first?.presences[Self.council]
                == [Presence(from: Self.minute("10:00"), until: Self.minute("11:20"))]
        )
    }

    @Test
    func `an expected quorum is counted and stated, and the meeting counts whatever is stated`()
        throws
    {
        var given = try Given()
        let arranged = Self.arranged(
            step: "leadership-meeting",
            convenedAs: nil,
            outside: "The leaders could meet then alone"
        )
        for command in [
            Self.arrange(arranged), Self.begin(), Self.come(Self.council), Self.end(false),
        ] { given = try given.after(command) }
        let held = try #require(given.file?.standing(OccurrenceName("leadership-meeting")).last)
        #expect(held.evidence == .held(present: "Those listed", outcome: nil))
        #expect(given.file?.meetings.first?.ended?.isQuorate == false)
    }

    @Test func `held before the day that was booked, it is booked no longer`() throws {
        let name = OccurrenceName("rapid-review-meeting")
        let booked = try Self.given(
            .agreeDay(name, day: "2026-01-06", reason: "The hall is free", entry: 910)
        )
        let held = try booked.after(
            .completeStep(
                CaseCommand.CompleteStep(
                    entry: 920,
                    name: name,
                    day: "2026-01-05",
                    evidence: .held(present: "All three", outcome: "quorate")
                )
            )
        )
        #expect(held.file?.agreements.isEmpty == true)
        let arranged = try Self.given(
            Self.arrange(Self.arranged(on: "2026-01-06")),
            Self.begin(Self.meeting, "2026-01-05"),
            Self.come(Self.council),
            Self.come(Self.board),
            Self.come(Self.police),
            Self.end(true)
        )
        #expect(arranged.file?.agreements.isEmpty == true)
    }

    @Test func `a series is held again and again`() throws {
        var given = try Given()
        for (number, day) in ["2026-01-02", "2026-01-05"].enumerated() {
            let entry = try #require(EntryID(number: Int64(500 + number * 10)))
            let arranged = Self.arranged(
                entry,
                on: try #require(Day(iso: day)),
                step: "review-meetings",
                convenedAs: nil
            )
            given = try given.after(Self.arrange(arranged))
        }
        #expect(given.file?.meetings(of: "review-meetings").count == 2)
    }

    // Every meeting step of every procedure

    @Test(arguments: ["cheshire-east", "dorset", "hereford", "rochdale", "west-midlands"])
    func `every meeting that a procedure names is arranged, held and minuted`(name: String) throws {
        let procedure = try ShippedProcedures.procedure(name)
        #expect(!procedure.lookup.meetings.isEmpty)
        for reference in procedure.lookup.meetings {
            let step = procedure.steps[reference]
            let part = try #require(step.meeting)
            var given = try Given(under: name)
            let agenda = part.agenda.enumerated().map { number, item in
                MeetingItem(
                    id: "item-\(number + 1)",
                    item: item.item,
                    clauses: item.clauses,
                    without: item.without.map(\.text)
                )
            }
            let arranged = Self.arranged(
                on: "2026-01-05",
                step: step.id,
                convenedAs: part.convened.first,
                agenda: agenda,
                outside: "Whatever the window"
            )
            let states: Bool? = part.quorum == nil ? nil : true
            for command in [
                Self.arrange(arranged), Self.begin(Self.meeting, "2026-01-05"),
                Self.come(Self.council), Self.come(Self.board), Self.come(Self.police),
                Self.end(states),
                .meeting(
                    .putMinutesForward(
                        .init(entry: 600, meeting: Self.meeting, parts: [], digest: "d")
                    )
                ),
                .meeting(
                    .circulateMinutes(
                        .init(
                            entry: 610,
                            meeting: Self.meeting,
                            version: 600,
                            to: ["Sue Hart"],
                            day: "2026-01-05",
                            minute: nil,
                            how: "secure e-mail"
                        )
                    )
                ),
            ] { given = try given.after(command) }
            let held = try #require(given.file?.standing(OccurrenceName(step.id)).last)
            #expect(held.evidence?.kind == .held, "\(name) \(step.id)")
            #expect(given.file?.meetings.first?.state == .held)
        }
    }
}
