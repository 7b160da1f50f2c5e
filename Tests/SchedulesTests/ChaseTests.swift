import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

/// The ladder of Dorset: a reminder 2 working days before and on the day, a chase 1 and an escalation 2 after it.
private func ladder() throws -> Chasing {
    try #require(try ShippedProcedures.procedure("dorset").chasing)
}

/// A time by the clock on the wall, as an instant.
private func instant(_ text: String) throws -> UKTime.Instant {
    let parts = text.split(separator: " ")
    let time = LocalTime(
        day: try #require(Day(iso: String(parts[0]))),
        minute: try #require(Minute(parts[1]))
    )
    guard case .one(let instant, _) = try UKTime.reading(of: time) else {
        throw UncoveredDay(day: time.day)
    }
    return instant
}

private func request(
    due: Day,
    since: String,
    round: Int = 1,
    isOpen: Bool = true,
    pauses: [(String, String?)] = [],
    settled: [String] = []
) throws -> ChasedRequest {
    ChasedRequest(
        id: "r",
        round: round,
        due: due,
        since: try instant(since),
        isOpen: isOpen,
        pauses: try pauses.map { from, until in
            .init(from: try instant(from), until: try until.map { try instant($0) })
        },
        settled: Set(settled.map { ChaseKey(request: "r", round: round, rung: $0, due: due) })
    )
}

extension Chase {
    /// `overdue: 2026-01-06 09:30 ahead`.
    fileprivate var told: String {
        let stands =
            switch standing {
            case .goesNow: "goes"
            case .passedOverNow(.tooLate): "too late"
            case .passedOverNow(.laterRung(let rung)): "passed over by \(rung)"
            case .ahead: "ahead"
            case .passedOverThen(.laterRung(let rung)): "to be passed over by \(rung)"
            case .passedOverThen(.tooLate): "to be too late"
            case .paused: "paused"
            }
        return "\(rung.id): \(planned.map { "\($0) " } ?? "")\(stands)"
    }
}

@Suite("Which agencies are chased, and when")
struct ChaseTests {
    private func told(
        _ request: ChasedRequest,
        _ now: String,
        closed: [Day] = []
    ) throws -> [String] {
        let closures = Dictionary(uniqueKeysWithValues: closed.map { ($0, "Closed") })
        return try chases(
            on: ladder(),
            for: request,
            calendar: closed.isEmpty ? .standard : WorkingCalendar(closures: closures),
            now: instant(now)
        ).map(\.told)
    }

    @Test(arguments: [
        // Due on Wed 24 Dec 2025: Christmas Day and Boxing Day are Thursday and Friday.
        (
            Day("2025-12-24"), "2025-12-15 10:00",
            [
                "before-due: 2025-12-22 09:30 ahead", "due-day: 2025-12-24 09:30 ahead",
                "overdue: 2025-12-29 09:30 ahead", "escalate: 2025-12-30 09:30 ahead",
            ]
        ),
        // Due on Wed 31 Dec 2025: New Year's Day is a Thursday.
        (
            "2025-12-31", "2025-12-22 10:00",
            [
                "before-due: 2025-12-29 09:30 ahead", "due-day: 2025-12-31 09:30 ahead",
                "overdue: 2026-01-02 09:30 ahead", "escalate: 2026-01-05 09:30 ahead",
            ]
        ),
        // Due on Fri 27 Mar 2026: the clocks go forward on the Sunday.
        (
            "2026-03-27", "2026-03-20 10:00",
            [
                "before-due: 2026-03-25 09:30 ahead", "due-day: 2026-03-27 09:30 ahead",
                "overdue: 2026-03-30 09:30 ahead", "escalate: 2026-03-31 09:30 ahead",
            ]
        ),
        // Due on Mon 26 Oct 2026: the clocks went back the night before.
        (
            "2026-10-26", "2026-10-16 10:00",
            [
                "before-due: 2026-10-22 09:30 ahead", "due-day: 2026-10-26 09:30 ahead",
                "overdue: 2026-10-27 09:30 ahead", "escalate: 2026-10-28 09:30 ahead",
            ]
        ),
        // Due on Sat 10 Jan 2026, as people agreed: the day's reminder moves to Monday's first minute.
        (
            "2026-01-10", "2026-01-05 10:00",
            [
                "before-due: 2026-01-08 09:30 ahead", "due-day: 2026-01-12 09:00 ahead",
                "overdue: 2026-01-12 09:30 ahead", "escalate: 2026-01-13 09:30 ahead",
            ]
        ),
    ])
    func `each rung has its day among the working days`(
        due: Day,
        asked: String,
        expected: [String]
    ) throws {
        #expect(try told(request(due: due, since: asked), asked) == expected)
    }

    @Test func `a closure day of the partnership is stepped over`() throws {
        let request = try request(due: "2026-01-14", since: "2026-01-05 10:00")
        #expect(
            try told(request, "2026-01-05 10:00", closed: ["2026-01-12", "2026-01-15"]) == [
                "before-due: 2026-01-09 09:30 ahead", "due-day: 2026-01-14 09:30 ahead",
                "overdue: 2026-01-16 09:30 ahead", "escalate: 2026-01-19 09:30 ahead",
            ]
        )
        // Closed after all, the due day itself.
        #expect(
            try told(request, "2026-01-13 10:00", closed: ["2026-01-14"])[1]
                == "due-day: 2026-01-15 09:00 ahead"
        )
    }

    @Test(arguments: [
        ("2026-01-12 09:29", "ahead"), ("2026-01-12 09:30", "goes"), ("2026-01-12 09:31", "goes"),
        ("2026-01-12 16:59", "goes"), ("2026-01-12 17:00", "ahead"), ("2026-01-12 23:10", "ahead"),
        ("2026-01-13 08:59", "ahead"), ("2026-01-13 09:00", "goes"),
    ])
    func `a rung goes in working hours only`(now: String, standing: String) throws {
        let request = try request(due: "2026-01-14", since: "2026-01-05 10:00")
        #expect(try told(request, now)[0].hasSuffix(standing))
    }

    @Test func `what was missed goes at the next working moment, the last of it to each person`()
        throws
    {
        let request = try request(due: "2026-01-14", since: "2026-01-05 10:00")
        // Down from the start until Sat 17 January.
        let chases = try chases(
            on: ladder(),
            for: request,
            calendar: .standard,
            now: instant("2026-01-17 12:00")
        )
        #expect(
            chases.map(\.told)
                == [
                    "before-due: 2026-01-19 09:00 to be passed over by escalate",
                    "due-day: 2026-01-19 09:00 to be passed over by escalate",
                    "overdue: 2026-01-19 09:00 ahead",
                    "escalate: 2026-01-19 09:00 ahead",
                ]
        )
        #expect(
            chases.map(\.to).suffix(2) == [
                [.contact(.deputy)], chases[3].rung.to,
            ]
        )
        #expect(
            try told(request, "2026-01-19 09:00").map { $0.suffix(4) }.suffix(2) == [
                "goes", "goes",
            ]
        )
    }

    @Test func `nobody is reminded in the same breath as asked`() throws {
        let request = try request(due: "2026-01-06", since: "2026-01-05 10:00")
        #expect(
            try told(request, "2026-01-05 10:00") == [
                "before-due: 2026-01-05 10:00 too late", "due-day: 2026-01-06 09:30 ahead",
                "overdue: 2026-01-07 09:30 ahead", "escalate: 2026-01-08 09:30 ahead",
            ]
        )
    }

    @Test func `what is settled is not asked for again, and another due day or round begins anew`()
        throws
    {
        let settled = ["before-due", "due-day"]
        let first = try request(due: "2026-01-14", since: "2026-01-05 10:00", settled: settled)
        #expect(try told(first, "2026-01-14 12:00").map { $0.prefix(7) } == ["overdue", "escalat"])
        let moved = ChasedRequest(
            id: "r",
            due: "2026-01-21",
            since: try instant("2026-01-14 12:00"),
            settled: first.settled
        )
        #expect(try told(moved, "2026-01-14 12:00").count == 4)
        let again = ChasedRequest(
            id: "r",
            round: 2,
            due: "2026-01-14",
            since: try instant("2026-01-13 12:00"),
            settled: first.settled
        )
        #expect(
            try told(again, "2026-01-13 12:00").map { String($0.suffix(8)) }.first == "too late"
        )
        #expect(try told(again, "2026-01-13 12:00").count == 4)
    }

    @Test func `once answered, accepted or revoked nothing goes`() throws {
        let request = try request(due: "2026-01-14", since: "2026-01-05 10:00", isOpen: false)
        #expect(try told(request, "2026-01-20 12:00") == [])
    }

    @Test func `nothing goes in a pause, and after it the last word`() throws {
        let paused = try request(
            due: "2026-01-14",
            since: "2026-01-05 10:00",
            pauses: [("2026-01-12 09:00", nil)]
        )
        #expect(
            try told(paused, "2026-01-13 12:00") == [
                "before-due: paused", "due-day: paused", "overdue: paused", "escalate: paused",
            ]
        )
        let ended = try request(
            due: "2026-01-14",
            since: "2026-01-05 10:00",
            pauses: [("2026-01-12 09:00", "2026-01-14 17:30")]
        )
        #expect(
            try told(ended, "2026-01-13 12:00") == [
                "before-due: 2026-01-15 09:00 to be passed over by due-day",
                "due-day: 2026-01-15 09:00 ahead", "overdue: 2026-01-15 09:30 ahead",
                "escalate: 2026-01-16 09:30 ahead",
            ]
        )
        #expect(
            try told(ended, "2026-01-15 09:00").prefix(2) == [
                "before-due: 2026-01-15 09:00 passed over by due-day",
                "due-day: 2026-01-15 09:00 goes",
            ]
        )
    }

    @Test func `a year that the bank holidays do not reach is refused`() throws {
        let request = try request(due: "2061-01-14", since: "2026-01-05 10:00")
        #expect(throws: UncoveredDay.self) { try told(request, "2026-01-05 10:00") }
    }
}

@Suite("Chasing, minute by minute")
struct ChasePropertyTests {
    private struct Settled {
        let rung: String
        let minute: UKTime.Instant
        let to: [Chasing.Recipient]
    }

    /// Some weeks from a random day, stepped through with the program now and then down.
    @Test(arguments: 0..<24)
    func `each rung is queued or passed over once, in order and in working hours`(
        seed: Int
    ) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let calendar = WorkingCalendar.standard
        let ladder = try ladder()
        let asked = try #require(
            Day(iso: "2025-12-01")?.advanced(byDays: Int.random(in: 0...330, using: &random))
        )
        let due = try calendar.workingDay(Int.random(in: 0...7, using: &random), after: asked)
        let start = try instant("\(asked) \(["08:10", "09:30", "16:59"][seed % 3])")
        let end = UKTime.Instant(minutes: start.minutes + 90 * 1440)
        let pause = UKTime.Instant(
            minutes: start.minutes + Int.random(in: 0...14_000, using: &random)
        )
        let pauses = [
            ChasedRequest.Pause(
                from: pause,
                until: UKTime.Instant(
                    minutes: pause.minutes + Int.random(in: 1...6000, using: &random)
                )
            )
        ]
        var settled: [Settled] = []
        var keys: Set<ChaseKey> = []
        var minute = start.minutes
        while minute < end.minutes {
            let now = UKTime.Instant(minutes: minute)
            let request = ChasedRequest(
                id: "r",
                due: due,
                since: start,
                pauses: pauses,
                settled: keys
            )
            for chase in try chases(on: ladder, for: request, calendar: calendar, now: now) {
                switch chase.standing {
                case .goesNow:
                    try expectSound(chase, now, pauses, calendar)
                    settled.append(Settled(rung: chase.rung.id, minute: now, to: chase.to))
                case .passedOverNow:
                    #expect(chase.to.isEmpty)
                    settled.append(Settled(rung: chase.rung.id, minute: now, to: []))
                default: continue
                }
                #expect(keys.insert(chase.key).inserted)
            }
            // Down for an hour to six days, once in a while.
            let isDown = Int.random(in: 0..<900, using: &random) == 0
            minute += isDown ? Int.random(in: 60...9000, using: &random) : 1
            if settled.count == ladder.rungs.count { break }
        }
        #expect(settled.map(\.rung) == ladder.rungs.map(\.id), "seed \(seed)")
        expectOneMailAtOnce(settled)
    }

    private func expectSound(
        _ chase: Chase,
        _ now: UKTime.Instant,
        _ pauses: [ChasedRequest.Pause],
        _ calendar: WorkingCalendar
    ) throws {
        let (time, _) = try UKTime.localTime(at: now)
        #expect(try calendar.isWorkingDay(time.day))
        #expect(540..<1020 ~= time.minute.minuteOfDay)
        #expect(chase.planned == time && !chase.to.isEmpty)
        let isPaused = pauses.contains { pause in
            pause.from <= now && pause.until.map { now < $0 } ?? true
        }
        #expect(!isPaused)
    }

    private func expectOneMailAtOnce(_ settled: [Settled]) {
        for (place, one) in settled.enumerated() {
            for other in settled[(place + 1)...] where other.minute == one.minute {
                #expect(Set(one.to).isDisjoint(with: other.to))
            }
        }
    }
}
