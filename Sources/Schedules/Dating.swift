package import Procedures
import WorkingDays

/// Works out days from rules: the one place where a date is computed.
struct Dating {
    let procedure: Procedure
    let known: Known
    let calendar: WorkingCalendar
    let today: Day

    /// What the line at hand stands for.
    struct Scope {
        var request: Reference<Step>?
        var subject: String?
        var meeting: Known.Occurrence?
    }

    private var clockStarts: [CaseClock.Start??]
    private var readingStarts: [Int: CaseClock.Start?] = [:]
    private var dues: [Day??]
    private var dueInProgress: [Bool]
    private(set) var uncovered: [Finding] = []

    init(procedure: Procedure, known: Known, calendar: WorkingCalendar, today: Day) {
        self.procedure = procedure
        self.known = known
        self.calendar = calendar
        self.today = today
        clockStarts = Array(repeating: nil, count: procedure.clocks.count)
        dues = Array(repeating: nil, count: procedure.steps.count * 2)
        dueInProgress = Array(repeating: false, count: procedure.steps.count * 2)
    }

    mutating func report(_ what: Finding.What) {
        let finding = Finding(what: what)
        if !uncovered.contains(finding) { uncovered.append(finding) }
    }
}

// What has happened.

extension Dating {
    /// The latest time that a point happened or is planned to, in the scope at hand.
    func occurrence(of point: Point, in scope: Scope) -> Known.Occurrence? {
        switch point {
        case .moment(.meeting), .moment(.meetingEnded): return scope.meeting
        case .moment(let moment) where moment.isOfAnAgency:
            let all = known.occurrences(of: point)
            return all.isEmpty ? nil : latest(all) { belongs($0.subject, to: scope) }
        case .moment: return latest(known.occurrences(of: point)) { _ in true }
        case .step(let step):
            if let own = latest(known.occurrences(of: point), where: { matches($0.subject, scope) })
            {
                return counts(step) ? own : nil
            }
            guard let moment = procedure.steps[step].records, !moment.namesAFutureDay, counts(step)
            else { return nil }
            return occurrence(of: .moment(moment), in: scope)
        case .back(let step):
            var scope = scope
            scope.request = step
            if let own = latest(known.occurrences(of: point), where: { matches($0.subject, scope) })
            {
                return own
            }
            return occurrence(of: .moment(.returnReceived), in: scope)
        }
    }

    /// A meeting without the quorum it needs decides nothing and brings no moment about.
    private func counts(_ step: Reference<Step>) -> Bool {
        known.outcome(of: step) != "inquorate"
    }

    private func matches(_ subject: String?, _ scope: Scope) -> Bool {
        scope.subject == nil || subject == nil || subject == scope.subject
    }

    private func belongs(_ subject: String?, to scope: Scope) -> Bool {
        guard matches(subject, scope) else { return false }
        guard let subject, let request = scope.request else { return true }
        return procedure.asks(subject, with: request)
    }

    private func latest(
        _ occurrences: [Known.Occurrence],
        where isMeant: (Known.Occurrence) -> Bool
    ) -> Known.Occurrence? {
        var found: Known.Occurrence?
        for occurrence in occurrences where isMeant(occurrence) {
            if let best = found, occurrence.isBefore(best) { continue }
            found = occurrence
        }
        return found
    }

    /// The latest occurrence of a moment that no inquorate meeting stands behind.
    func momentOccurrence(_ moment: Moment, in scope: Scope) -> Known.Occurrence? {
        let recorders = procedure.lookup.recorders[Int(moment.rawValue)]
        if !recorders.isEmpty, recorders.allSatisfy({ !counts($0) }) { return nil }
        return occurrence(of: .moment(moment), in: scope)
    }

    func happened(_ point: Point, in scope: Scope) -> Known.Occurrence? {
        if case .moment(let moment) = point, !moment.isScoped {
            return momentOccurrence(moment, in: scope)
        }
        return occurrence(of: point, in: scope)
    }

    /// The day on which a point is booked or to which it was agreed, else its own limit.
    mutating func planned(_ point: Point, in scope: Scope) -> (day: Day, anchor: DatedRule.Anchor)?
    {
        if case .moment(let moment) = point {
            if let day = happened(point, in: scope)?.day { return (day, .happened(point)) }
            for step in procedure.lookup.recorders[Int(moment.rawValue)] {
                if let planned = planned(.step(step), in: scope) { return planned }
            }
            return nil
        }
        guard let step = point.step else { return nil }
        if procedure.steps[step].isMeeting, let day = happened(point, in: scope)?.day {
            return (day, .happened(point))
        }
        let agreed =
            known.agreed(point, subject: scope.subject) ?? known.agreed(point, subject: nil)
        if let day = agreed { return (day, .booked(point)) }
        if let day = due(of: step, isReturn: point.isReturn, scope) {
            return (day, .dueDay(of: step))
        }
        return nil
    }

    /// The due day of another line, worked out once.
    mutating func due(of step: Reference<Step>, isReturn: Bool, _ scope: Scope) -> Day? {
        let place = step.number * 2 + (isReturn ? 1 : 0)
        if scope.subject == nil, let found = dues[place] { return found }
        guard !dueInProgress[place] else { return nil }
        dueInProgress[place] = true
        defer { dueInProgress[place] = false }
        let step = procedure.steps[step]
        let due = step.due(isReturn: isReturn)
        var scope = scope
        if isReturn { scope.request = Reference(place / 2) }
        let day = governing(due, in: scope)?.dated.due
        if scope.subject == nil { dues[place] = .some(day) }
        return day
    }
}

// From rules to days.

extension Dating {
    /// The entry whose limit is earliest, with its date.
    mutating func governing(_ due: Due, in scope: Scope) -> (entry: Int, dated: DatedRule)? {
        var best: (entry: Int, dated: DatedRule)?
        for (number, entry) in due.entries.enumerated() {
            guard case .choice(let options) = entry.limit,
                let dated = chosen(options, in: scope)?.dated
            else { continue }
            if let found = best, found.dated.due <= dated.due { continue }
            best = (number, dated)
        }
        return best
    }

    /// The first option whose condition holds and whose point is known.
    mutating func chosen(
        _ options: [RuleOption],
        in scope: Scope
    ) -> (option: Int, dated: DatedRule)? {
        for (number, option) in options.enumerated() {
            if let condition = option.condition,
                known.truth(of: condition, in: procedure) != .yes
            {
                continue
            }
            if let dated = date(option.rule, in: scope) { return (number, dated) }
        }
        return nil
    }

    mutating func date(_ rule: Rule, in scope: Scope) -> DatedRule? {
        do {
            return try dateOrRefuse(rule, in: scope)
        } catch {
            report(.outsideCalendar(nil, error.day))
            return nil
        }
    }

    private mutating func dateOrRefuse(
        _ rule: Rule,
        in scope: Scope
    ) throws(UncoveredDay) -> DatedRule? {
        if let reference = rule.clock {
            guard let start = start(of: reference) else { return nil }
            return try day(rule, by: procedure.clocks[reference], from: start)
        }
        switch rule {
        case .count(let number, let unit, let direction, let point):
            return try count(rule, number, unit, direction, point, in: scope)
        case .sameDay(let point):
            guard let occurrence = happened(point, in: scope) else { return nil }
            return plain(rule, .happened(point), occurrence.day)
        case .inTime(let point):
            guard let (day, anchor) = planned(point, in: scope) else { return nil }
            let target =
                try calendar.isWorkingDay(day) ? nil : calendar.lastWorkingDay(onOrBefore: day)
            return DatedRule(
                rule: rule,
                anchor: anchor,
                from: day,
                fromMinute: nil,
                opens: nil,
                due: day,
                at: nil,
                workingTarget: target,
                counted: nil
            )
        case .named(let moment):
            guard let occurrence = happened(.moment(moment), in: scope) else { return nil }
            return plain(rule, .happened(.moment(moment)), occurrence.day)
        case .day, .window, .beforeDay: return nil
        }
    }

    private func plain(_ rule: Rule, _ anchor: DatedRule.Anchor, _ day: Day) -> DatedRule {
        DatedRule(
            rule: rule,
            anchor: anchor,
            from: day,
            fromMinute: nil,
            opens: nil,
            due: day,
            at: nil,
            workingTarget: nil,
            counted: nil
        )
    }

    private mutating func count(
        _ rule: Rule,
        _ number: Int,
        _ unit: Unit,
        _ direction: Direction,
        _ point: Point,
        in scope: Scope
    ) throws(UncoveredDay) -> DatedRule? {
        var from: Day
        var minute: Minute?
        let anchor: DatedRule.Anchor
        if direction == .before {
            guard let planned = planned(point, in: scope) else { return nil }
            (from, anchor) = planned
        } else {
            guard let occurrence = happened(point, in: scope) else { return nil }
            (from, minute, anchor) = (occurrence.day, occurrence.minute, .happened(point))
        }
        if unit == .hour {
            return try hours(rule, number, direction, from, minute, anchor)
        }
        let due: Day?
        switch (unit, direction) {
        case (.workingDay, .after): due = try calendar.workingDay(number, after: from)
        case (.workingDay, .beginningWith):
            due = try calendar.workingDay(number, beginningWith: from)
        case (.workingDay, .before): due = try calendar.workingDay(number, before: from)
        case (.calendarDay, .after): due = from.advanced(byDays: number)
        case (.calendarDay, .beginningWith): due = from.advanced(byDays: number - 1)
        case (.calendarDay, .before): due = from.advanced(byDays: -number)
        case (.week, let way): due = from.advanced(byWeeks: way == .before ? -number : number)
        case (.month, let way): due = from.advanced(byMonths: way == .before ? -number : number)
        case (.hour, _): due = nil
        }
        guard let due else { throw UncoveredDay(day: from) }
        return DatedRule(
            rule: rule,
            anchor: anchor,
            from: from,
            fromMinute: minute,
            opens: nil,
            due: due,
            at: nil,
            workingTarget: unit == .workingDay ? nil : try target(for: due, from: from, direction),
            counted: DatedRule.Counted(
                unit: unit,
                direction: direction,
                firstDay: nil,
                number: number
            )
        )
    }

    /// The working day to aim at where a limit in calendar units falls on a closed day: the one before it.
    private func target(
        for due: Day,
        from: Day,
        _ direction: Direction
    ) throws(UncoveredDay) -> Day? {
        guard try !calendar.isWorkingDay(due) else { return nil }
        let target = try calendar.lastWorkingDay(onOrBefore: due)
        return direction == .before || target >= from ? target : nil
    }

    /// Elapsed hours by the clock; without a clock time, the last day that the hours can reach.
    private mutating func hours(
        _ rule: Rule,
        _ number: Int,
        _ direction: Direction,
        _ from: Day,
        _ minute: Minute?,
        _ anchor: DatedRule.Anchor
    ) throws(UncoveredDay) -> DatedRule? {
        let signed = direction == .before ? -number : number
        var due: Day?
        var at: Minute?
        if let minute {
            let time = LocalTime(day: from, minute: minute)
            let end = try end(of: signed, hoursFrom: time, anchor)
            (due, at) = (end.day, end.minute)
        }
        if due == nil {
            let days = (number + 23) / 24
            due = from.advanced(byDays: direction == .before ? -days : days)
        }
        guard let due else { throw UncoveredDay(day: from) }
        return DatedRule(
            rule: rule,
            anchor: anchor,
            from: from,
            fromMinute: minute,
            opens: nil,
            due: due,
            at: at,
            workingTarget: nil,
            counted: DatedRule.Counted(
                unit: .hour,
                direction: direction,
                firstDay: nil,
                number: number
            )
        )
    }
}

extension Dating {
    /// Where the start came twice or never, the earlier of the two instants counts: nobody is told a day too late.
    private mutating func end(
        of hours: Int,
        hoursFrom start: LocalTime,
        _ anchor: DatedRule.Anchor
    ) throws(UncoveredDay) -> LocalTime {
        let instant: UKTime.Instant
        switch try UKTime.adding(hours: hours, to: start) {
        case .end(_, let time, _): return time
        case .startCameTwice(let earlier, let later):
            report(.clockTime(anchor.point, start, earlier, later, twice: true))
            instant = earlier
        case .startNeverCame(let before, let after):
            report(.clockTime(anchor.point, start, before, after, twice: false))
            instant = before
        }
        return try UKTime.localTime(at: UKTime.adding(hours: hours, to: instant)).0
    }
}

// Clocks.

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
    private mutating func start(of rule: ClockRule) -> CaseClock.Start? {
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

    private func anchor(of start: ClockStart) -> (point: Point, day: Day)? {
        for anchor in start.anchors {
            if let condition = anchor.condition,
                known.truth(of: condition, in: procedure) != .yes
            {
                continue
            }
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
            anchor: .happened(start.point),
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

extension DatedRule.Anchor {
    /// The point that the count starts from; nil for an agreed day.
    package var point: Point? {
        switch self {
        case .happened(let point), .booked(let point): point
        case .dueDay(let step): .step(step)
        case .agreed: nil
        }
    }
}

extension Point {
    package var step: Reference<Step>? {
        switch self {
        case .step(let step), .back(let step): step
        case .moment: nil
        }
    }

    package var isReturn: Bool {
        if case .back = self { true } else { false }
    }
}

extension Procedure {
    /// Whether a request is meant for an agency or person of that name.
    package func asks(_ subject: String, with request: Reference<Step>) -> Bool {
        guard let part = steps[request].request else { return false }
        if part.of.contains(where: { $0.text == subject }) { return true }
        guard part.isOfAgencies else { return false }
        return !steps.contains { other in
            other.request?.of.contains { $0.text == subject } ?? false
        }
    }
}
