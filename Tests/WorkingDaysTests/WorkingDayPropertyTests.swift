import TestSupport
import Testing
import WorkingDays

@Suite("Working days, at random")
struct WorkingDayPropertyTests {
    static let seeds: [UInt64] = [20_261_120, 7, 1_605]

    private let calendar = WorkingCalendar.standard

    @Test(arguments: seeds)
    func `a count is what stepping day by day finds`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let start = generator.day(from: "1991-01-01", to: "2059-12-31")
            let n = Int.random(in: 1...40, using: &generator)
            let forward = try stepping(n, from: start, by: 1)
            let backward = try stepping(n, from: start, by: -1)
            #expect(try calendar.workingDay(n, after: start) == forward, "\(start) \(n) \(seed)")
            #expect(try calendar.workingDay(n, before: start) == backward, "\(start) \(n) \(seed)")
        }
    }

    private func stepping(_ n: Int, from start: Day, by step: Int) throws -> Day? {
        var day: Day? = start
        var left = n
        while left > 0, let next = day?.advanced(byDays: step) {
            day = next
            let isWeekday = ![.saturday, .sunday].contains(next.weekday)
            if isWeekday && !calendar.holidays.contains(where: { $0.day == next }) { left -= 1 }
        }
        return day
    }

    @Test(arguments: seeds)
    func `counting forward then back returns to a working day`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let any = generator.day(from: "1992-01-01", to: "2057-12-31")
            let start = try calendar.firstWorkingDay(onOrAfter: any)
            let n = Int.random(in: 0...400, using: &generator)
            let end = try calendar.workingDay(n, after: start)
            #expect(try calendar.workingDay(n, before: end) == start, "\(start) \(n) \(seed)")
            #expect(try calendar.workingDays(from: start, to: end) == n, "\(start) \(n) \(seed)")
            #expect(try calendar.workingDays(from: end, to: start) == -n, "\(start) \(n) \(seed)")
            let dayN = try calendar.workingDay(n + 1, beginningWith: start)
            #expect(dayN == end, "\(start) \(n) \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `a later start never gives an earlier day`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let first = generator.day(from: "1992-01-01", to: "2057-12-31")
            let steps = Int.random(in: 0...20, using: &generator)
            let second = first.advanced(byDays: steps) ?? first
            let n = Int.random(in: 0...60, using: &generator)
            let note: Comment = "\(first) \(second) \(n), seed \(seed)"
            #expect(
                try calendar.workingDay(n, after: first) <= calendar.workingDay(n, after: second),
                note
            )
            #expect(
                try calendar.workingDay(n, before: first)
                    <= calendar.workingDay(n, before: second),
                note
            )
            #expect(
                try calendar.workingDay(n, beginningWith: first)
                    <= calendar.workingDay(n, beginningWith: second),
                note
            )
        }
    }

    @Test(arguments: seeds)
    func `distances add up and turn round`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<3_000 {
            let a = generator.day(from: "1990-01-01", to: "2060-12-31")
            let b = generator.day(from: "1990-01-01", to: "2060-12-31")
            let c = generator.day(from: "1990-01-01", to: "2060-12-31")
            let ab = try calendar.workingDays(from: a, to: b)
            let bc = try calendar.workingDays(from: b, to: c)
            #expect(try calendar.workingDays(from: a, to: c) == ab + bc, "\(a) \(b) \(c) \(seed)")
            #expect(try calendar.workingDays(from: b, to: a) == -ab, "\(a) \(b) \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `a closure never brings a count forward closer nor a count back nearer`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        var moved = 0
        for _ in 0..<60 {
            let start = generator.day(from: "1992-01-01", to: "2057-12-31")
            let closures = (0..<8).map { _ in
                start.advanced(byDays: Int.random(in: -25...25, using: &generator)) ?? start
            }
            let closed = WorkingCalendar(
                closures: Dictionary(closures.map { ($0, "Closed") }) { first, _ in first }
            )
            for n in 0...12 {
                let plainEnd = try calendar.workingDay(n, after: start)
                let closedEnd = try closed.workingDay(n, after: start)
                #expect(closedEnd >= plainEnd, "\(start) \(n) \(closures) \(seed)")
                let plainBegin = try calendar.workingDay(n, before: start)
                let closedBegin = try closed.workingDay(n, before: start)
                #expect(closedBegin <= plainBegin, "\(start) \(n) \(closures) \(seed)")
                if closedEnd != plainEnd { moved += 1 }
            }
        }
        #expect(moved > 100, "the closures of seed \(seed) hardly touch a count")
    }
}
