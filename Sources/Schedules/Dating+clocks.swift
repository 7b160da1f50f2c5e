import Procedures
import WorkingDays

extension Dating {
    mutating func start(of reference: Reference<ClockRule>) -> CaseClock.Start? {
        if let found = clockStarts[reference.number] { return found }
        let start = start(of: procedure.clocks[reference])
        clockStarts[reference.number] = .some(start)
        return start
    }

    /// The start of a clock under one of its other readings, worked out once.
    mutating func start(
        ofReading number: Int,
        _ rule: ClockRule,
        _ reference: Reference<ClockRule>
    ) -> CaseClock.Start? {
        let place = reference.number * 64 + number
        if let found = readingStarts[place] { return found }
        let start = start(of: rule)
        readingStarts[place] = .some(start)
        return start
    }

    /// Of several starts the earliest; of one start's anchors the first known.
    mutating func start(of rule: ClockRule) -> CaseClock.Start? {
        var best: (point: Point, day: Day)?
        for start in rule.starts {
            guard let found = anchor(of: start) else { continue }
            if let known = best, known.day <= found.day { continue }
            best = found
        }
        guard let (point, day) = best else { return nil }
        do {
            let counting = ClockCounting(rule: rule, calendar: calendar)
            return CaseClock.Start(point: point, day: day, dayOne: try counting.dayOne(from: day))
        } catch {
            report(.outsideCalendar(nil, error.day))
            return nil
        }
    }

    func anchor(of start: ClockStart) -> (point: Point, day: Day)? {
        for anchor in start.anchors where holds(anchor.condition) {
            if let occurrence = happened(anchor.point, in: Scope()) {
                return (anchor.point, occurrence.day)
            }
        }
        return nil
    }

    func day(
        _ rule: Rule,
        by clock: ClockRule,
        from start: CaseClock.Start
    ) throws(UncoveredDay) -> DatedRule? {
        let first: Int?
        let last: Int
        switch rule {
        case .day(let number, _): (first, last) = (nil, number)
        case .window(let opening, let closing, _): (first, last) = (opening, closing)
        case .beforeDay(let number, _): (first, last) = (nil, number - 1)
        default: return nil
        }
        let counting = ClockCounting(rule: clock, calendar: calendar)
        guard let due = try counting.day(last, from: start) else {
            throw UncoveredDay(day: start.day)
        }
        var opens: Day?
        if let first { opens = try counting.day(first, from: start) }
        let isPlain = clock.counts == .workingDay
        return DatedRule(
            rule: rule,
            anchor: anchor(start.point, start.day),
            from: start.day,
            fromMinute: nil,
            opens: opens,
            due: due,
            at: nil,
            workingTarget: isPlain ? nil : try target(for: due, from: start.day, .after),
            counted: DatedRule.Counted(
                unit: clock.counts,
                direction: .after,
                firstDay: clock.firstDay,
                number: last
            )
        )
    }
}
