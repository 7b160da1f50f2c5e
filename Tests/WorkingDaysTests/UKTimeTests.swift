import TestSupport
import Testing
import WorkingDays

@Suite("Time in England")
struct UKTimeTests {
    @Test func `the clocks change on the days of the time zone database`() throws {
        let lines = independentClockChanges.split(separator: "\n")
        #expect(lines.count == 71)
        for line in lines {
            let changes = line.split(separator: " ").compactMap { Day(iso: $0) }
            guard changes.count == 2 else {
                Issue.record("\(line)")
                continue
            }
            let forward = Int(changes[0].number) * 1440 + 60
            let back = Int(changes[1].number) * 1440 + 60
            #expect(try offset(at: forward - 1) == 0, "\(line)")
            #expect(try offset(at: forward) == 60, "\(line)")
            #expect(try offset(at: back - 1) == 60, "\(line)")
            #expect(try offset(at: back) == 0, "\(line)")
        }
    }

    private func offset(at minutes: Int) throws -> Int {
        try UKTime.localTime(at: UKTime.Instant(minutes: minutes)).offsetMinutes
    }

    /// Starts and ends worked out with `zoneinfo` for Python.
    static let elapsed: [(LocalTime, Int, LocalTime, Int)] = [
        ("1993-10-23 16:00", 24, "1993-10-24 15:00", 0),
        ("1993-10-24 00:30", 1, "1993-10-24 01:30", 60),
        ("1993-10-24 00:30", 2, "1993-10-24 01:30", 0),
        ("1993-10-24 00:30", 24, "1993-10-24 23:30", 0),
        ("1994-03-26 16:00", 24, "1994-03-27 17:00", 60),
        ("1994-10-22 16:00", 24, "1994-10-23 15:00", 0),
        ("1994-10-22 16:00", 48, "1994-10-24 15:00", 0),
        ("1995-03-25 12:00", 24, "1995-03-26 13:00", 60),
        ("1995-10-21 16:00", 24, "1995-10-22 15:00", 0),
        ("1995-10-28 16:00", 24, "1995-10-29 16:00", 0),
        ("1996-10-26 16:00", 24, "1996-10-27 15:00", 0),
        ("2026-03-28 16:00", 24, "2026-03-29 17:00", 60),
        ("2026-03-28 16:00", 72, "2026-03-31 17:00", 60),
        ("2026-03-29 00:59", 1, "2026-03-29 02:59", 60),
        ("2026-03-29 03:00", -1, "2026-03-29 02:00", 60),
        ("2026-03-29 03:00", -2, "2026-03-29 00:00", 0),
        ("2026-05-07 16:00", 24, "2026-05-08 16:00", 60),
        ("2026-10-24 16:00", 24, "2026-10-25 15:00", 0),
        ("2026-10-24 16:00", 72, "2026-10-27 15:00", 0),
        ("2026-10-25 00:30", 0, "2026-10-25 00:30", 60),
        ("2026-10-25 00:30", 1, "2026-10-25 01:30", 60),
        ("2026-10-25 00:30", 2, "2026-10-25 01:30", 0),
        ("2026-10-26 09:00", -48, "2026-10-24 10:00", 60),
        ("2027-12-31 23:00", 24, "2028-01-01 23:00", 0),
        ("2060-10-30 12:00", 24, "2060-10-31 11:00", 0),
    ]

    @Test(arguments: elapsed)
    func `hours are elapsed hours`(
        start: LocalTime,
        hours: Int,
        end: LocalTime,
        offset: Int
    ) throws {
        guard case .end(_, let found, let foundOffset) = try UKTime.adding(hours: hours, to: start)
        else {
            Issue.record("\(start) has no one reading")
            return
        }
        #expect(found == end)
        #expect(foundOffset == offset)
    }

    /// Minutes since 1970 worked out with `zoneinfo` for Python.
    static let readings: [(LocalTime, UKTime.LocalTimeReading)] = [
        ("2026-05-07 16:00", .one(UKTime.Instant(minutes: 29_636_100), offsetMinutes: 60)),
        ("2026-12-01 09:00", .one(UKTime.Instant(minutes: 29_935_260), offsetMinutes: 0)),
        ("2026-10-25 00:59", .one(UKTime.Instant(minutes: 29_881_439), offsetMinutes: 60)),
        ("2026-10-25 02:00", .one(UKTime.Instant(minutes: 29_881_560), offsetMinutes: 0)),
        ("2026-03-29 00:59", .one(UKTime.Instant(minutes: 29_579_099), offsetMinutes: 0)),
        ("2026-03-29 02:00", .one(UKTime.Instant(minutes: 29_579_100), offsetMinutes: 60)),
        ("1990-01-01 00:00", .one(UKTime.Instant(minutes: 10_519_200), offsetMinutes: 0)),
        (
            "2026-10-25 01:30",
            .twice(
                earlier: UKTime.Instant(minutes: 29_881_470),
                later: UKTime.Instant(minutes: 29_881_530)
            )
        ),
        (
            "1994-10-23 01:00",
            .twice(
                earlier: UKTime.Instant(minutes: 13_047_840),
                later: UKTime.Instant(minutes: 13_047_900)
            )
        ),
        (
            "1995-10-22 01:59",
            .twice(
                earlier: UKTime.Instant(minutes: 13_572_059),
                later: UKTime.Instant(minutes: 13_572_119)
            )
        ),
        (
            "2026-03-29 01:30",
            .never(
                before: UKTime.Instant(minutes: 29_579_070),
                after: UKTime.Instant(minutes: 29_579_130)
            )
        ),
        (
            "1995-03-26 01:00",
            .never(
                before: UKTime.Instant(minutes: 13_269_600),
                after: UKTime.Instant(minutes: 13_269_660)
            )
        ),
    ]

    @Test(arguments: readings)
    func `a wall-clock time is read once, twice or never`(
        time: LocalTime,
        reading: UKTime.LocalTimeReading
    ) throws {
        #expect(try UKTime.reading(of: time) == reading)
    }

    @Test func `a start that came twice is handed back with both its instants`() throws {
        let earlier = UKTime.Instant(minutes: 29_881_470)
        let later = UKTime.Instant(minutes: 29_881_530)
        #expect(
            try UKTime.adding(hours: 24, to: "2026-10-25 01:30")
                == .startCameTwice(earlier: earlier, later: later)
        )
        let end = try UKTime.localTime(at: try UKTime.adding(hours: 24, to: earlier)).0
        let laterEnd = try UKTime.localTime(at: try UKTime.adding(hours: 24, to: later)).0
        #expect(end == "2026-10-26 00:30")
        #expect(laterEnd == "2026-10-26 01:30")
    }

    @Test func `a start that never came is handed back with an instant either side`() throws {
        let before = UKTime.Instant(minutes: 29_579_070)
        let after = UKTime.Instant(minutes: 29_579_130)
        #expect(
            try UKTime.adding(hours: 24, to: "2026-03-29 01:30")
                == .startNeverCame(before: before, after: after)
        )
        #expect(try UKTime.localTime(at: before).0 == "2026-03-29 00:30")
        #expect(try UKTime.localTime(at: after).0 == "2026-03-29 02:30")
    }

    @Test(arguments: [20_261_120, 7, 1_605] as [UInt64])
    func `every instant is among the readings of its wall-clock time`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<5_000 {
            let minutes = Int.random(in: 10_519_200..<47_860_000, using: &generator)
            let instant = UKTime.Instant(minutes: minutes)
            let (time, offset) = try UKTime.localTime(at: instant)
            let isFound =
                switch try UKTime.reading(of: time) {
                case .one(let only, let onlyOffset): only == instant && onlyOffset == offset
                case .twice(let earlier, let later): earlier == instant || later == instant
                case .never: false
                }
            #expect(isFound, "\(time), minute \(minutes), seed \(seed)")
        }
    }

    @Test func `seconds fall in the minute they are part of`() {
        #expect(UKTime.Instant(secondsSince1970: 59).minutes == 0)
        #expect(UKTime.Instant(secondsSince1970: 60).minutes == 1)
        #expect(UKTime.Instant(secondsSince1970: -1).minutes == -1)
        #expect(UKTime.Instant(secondsSince1970: -60).minutes == -1)
        #expect(UKTime.Instant(secondsSince1970: -61).minutes == -2)
        #expect(UKTime.Instant(secondsSince1970: 1_778_166_000).minutes == 29_636_100)
        #expect(UKTime.Instant(minutes: 1) < UKTime.Instant(minutes: 2))
    }
}

@Suite("Time in years that are not covered")
struct UncoveredTimeTests {
    @Test(arguments: ["1989-12-31 23:59", "2061-01-01 00:00"] as [LocalTime])
    func `a time outside is refused`(time: LocalTime) {
        let refusal = UncoveredDay(day: time.day)
        #expect(throws: refusal) { try UKTime.reading(of: time) }
        #expect(throws: refusal) { try UKTime.adding(hours: 1, to: time) }
    }

    @Test(
        arguments: [
            (10_519_199, "1989-12-31"), (47_862_720, "2061-01-01"), (-1, "1969-12-31"),
            (Int.min, "1800-01-01"), (Int.max, "2199-12-31"),
        ] as [(Int, Day)]
    )
    func `an instant outside is refused`(minutes: Int, day: Day) {
        let instant = UKTime.Instant(minutes: minutes)
        #expect(throws: UncoveredDay(day: day)) { try UKTime.localTime(at: instant) }
        #expect(throws: UncoveredDay(day: day)) { try UKTime.adding(hours: 0, to: instant) }
    }

    @Test(
        arguments: [
            (1, "2061-01-01"), (Int.max, "2061-01-01"), (Int.max / 60, "2061-01-01"),
            (Int.min, "1989-12-31"), (Int.min / 60 - 1, "1989-12-31"),
        ] as [(Int, Day)]
    )
    func `hours that run out of the covered years are refused`(hours: Int, day: Day) {
        #expect(throws: UncoveredDay(day: day)) {
            try UKTime.adding(hours: hours, to: "2060-12-31 23:00")
        }
    }
}
