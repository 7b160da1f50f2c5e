import Procedures
import WorkingDays

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
        for (number, option) in options.enumerated() where holds(option.condition) {
            if let dated = date(option.rule, in: scope) { return (number, dated) }
        }
        return nil
    }

    /// Whether a choice stands; one whose condition is not known is passed over.
    func holds(_ condition: Condition?) -> Bool {
        guard let condition else { return true }
        return known.truth(of: condition, in: procedure) == .yes
    }

    mutating func date(_ rule: Rule, in scope: Scope) -> DatedRule? {
        do {
            return try dateOrRefuse(rule, in: scope)
        } catch {
            report(.outsideCalendar(nil, error.day))
            return nil
        }
    }

    mutating func dateOrRefuse(
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
            return plain(rule, anchor(point, occurrence.day), occurrence.day)
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

    func plain(_ rule: Rule, _ anchor: DatedRule.Anchor, _ day: Day) -> DatedRule {
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

    mutating func count(
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
            (from, minute, anchor) = (
                occurrence.day, occurrence.minute, self.anchor(point, occurrence.day)
            )
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
    func target(
        for due: Day,
        from: Day,
        _ direction: Direction
    ) throws(UncoveredDay) -> Day? {
        guard try !calendar.isWorkingDay(due) else { return nil }
        let target = try calendar.lastWorkingDay(onOrBefore: due)
        return direction == .before || target >= from ? target : nil
    }

    /// Elapsed hours by the clock; without a clock time, the last day that the hours can reach.
    mutating func hours(
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
            let end = try end(of: signed, hoursFrom: time)
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
    func end(
        of hours: Int,
        hoursFrom start: LocalTime
    ) throws(UncoveredDay) -> LocalTime {
        let instant: UKTime.Instant
        switch try UKTime.adding(hours: hours, to: start) {
        case .end(_, let time, _): return time
        case .startCameTwice(let earlier, _):
            instant = earlier
        case .startNeverCame(let before, _):
            instant = before
        }
        return try UKTime.localTime(at: UKTime.adding(hours: hours, to: instant)).0
    }
}
