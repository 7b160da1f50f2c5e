package import Procedures
package import Schedules
package import WorkingDays

/// Where a worked-out plan leads.
package struct PlanLinks: Sendable {
    package let plan: String
    package let calendar: String
    package let compare: String

    package init(plan: String, calendar: String, compare: String) {
        self.plan = plan
        self.calendar = calendar
        self.compare = compare
    }
}

/// A schedule as people read it.
package func plan(
    of schedule: Schedule,
    under procedure: Procedure,
    calendar: WorkingCalendar,
    links: PlanLinks
) -> Plan {
    PlanBuilder(schedule: schedule, procedure: procedure, calendar: calendar).plan(links)
}

struct PlanBuilder {
    let schedule: Schedule
    let procedure: Procedure
    let calendar: WorkingCalendar
    let reasons: Reasons

    init(schedule: Schedule, procedure: Procedure, calendar: WorkingCalendar) {
        self.schedule = schedule
        self.procedure = procedure
        self.calendar = calendar
        reasons = Reasons(procedure, calendar)
    }

    var wording: Wording { reasons.wording }
    var today: Day { schedule.today }

    func plan(_ links: PlanLinks) -> Plan {
        Plan(
            procedure: Self.name(procedure),
            procedureID: procedure.id,
            identity: (schedule.clocks.compactMap { $0.start?.day }.min() ?? today).description,
            seenOn: DayWording.text(today),
            summary: summary(),
            counter: counter(),
            findings: findings(),
            timeline: timeline(),
            clocks: schedule.clocks.map { clock($0) },
            groups: groups(),
            link: links.plan,
            calendarLink: links.calendar,
            compareLink: links.compare,
            calendar: "England and Wales bank holidays, list \(WorkingCalendar.version), "
                + "\(WorkingCalendar.coveredYears.lowerBound) to \(WorkingCalendar.coveredYears.upperBound)"
        )
    }

    /// What cannot be right first.
    func findings() -> [FindingText] {
        let texts = schedule.findings.map { reasons.text($0) }
        return texts.filter(\.isContradiction) + texts.filter { !$0.isContradiction }
    }

    static func name(_ procedure: Procedure) -> String {
        let variation = procedure.variation.map { " (\($0.title))" } ?? ""
        return "\(procedure.title)\(variation), edition \(procedure.edition)"
    }

    // The sentence at the top.

    func summary() -> String {
        let dated = schedule.steps.filter { $0.due != nil }
        guard !dated.isEmpty else {
            return "No date follows yet from what has been entered."
        }
        let overdue = dated.count { $0.standing == .overdue }
        let dueToday = dated.count { $0.standing == .dueToday }
        var sentences: [String] = []
        if let next = next() {
            sentences.append(
                "Next: \(reasons.does(next.key).lowercasedStart), due \(nextDay(next))."
            )
        }
        if dueToday > 0 { sentences.append("\(DayWording.count(dueToday, "step")) due today.") }
        if overdue > 0 {
            sentences.append("\(DayWording.count(overdue, "step")) overdue.")
        }
        let left = dated.contains { $0.done == nil && $0.applies == .yes && $0.standing != .done }
        if sentences.isEmpty, !left { sentences.append("Every step with a date is done.") }
        return sentences.joined(separator: " ")
    }

    /// The next thing due: a step of the guide before a national limit of the same day.
    private func next() -> ScheduledStep? {
        let ahead = schedule.steps.filter { line in
            guard let due = line.due, due >= today else { return false }
            return line.done == nil && line.applies == .yes && line.standing != .done
        }
        return ahead.min { one, other in
            (one.due ?? today, isNational(one) ? 1 : 0) < (
                other.due ?? today, isNational(other) ? 1 : 0
            )
        }
    }

    private func isNational(_ line: ScheduledStep) -> Bool {
        procedure.steps[line.key.step].isNationalLimit
    }

    private func nextDay(_ line: ScheduledStep) -> String {
        line.due.map { DayWording.words($0) } ?? ""
    }

    /// The day of the review: of the clock that counts to the sending of the report.
    func counter() -> DayCounter? {
        guard
            let line = schedule.steps.first(where: { isReport($0) }),
            let dated = line.dated,
            let reference = dated.rule?.clock,
            line.done == nil,
            let start = schedule.clocks[reference.number].start,
            start.day <= today, let last = dated.counted?.number,
            let passed = try? calendar.workingDays(from: start.dayOne ?? start.day, to: today),
            let left = try? calendar.workingDays(from: today, to: dated.due)
        else { return nil }
        let day = start.dayOne.map { $0 > today } ?? false ? 0 : passed + 1
        let clock = procedure.clocks[reference]
        guard clock.counts == .workingDay else { return nil }
        let words =
            left < 0
            ? "\(DayWording.count(-left, "working day")) overdue since \(DayWording.words(dated.due))"
            : "\(DayWording.count(left, "working day")) left, to \(DayWording.words(dated.due))"
        return DayCounter(
            heading: "Day \(day) of \(last)",
            left: words,
            day: min(day, last),
            last: last
        )
    }

    private func isReport(_ line: ScheduledStep) -> Bool {
        let step = procedure.steps[line.key.step]
        return step.records == .reportSubmitted && !step.isNationalLimit && !line.key.isReturn
            && line.applies != .no
    }

    // Clocks.

    private func clock(_ clock: CaseClock) -> ClockText {
        let rule = procedure.clocks[clock.rule]
        let name = DayWording.capitalised(wording.name(clock.rule))
        let base =
            rule.firstDay == 0
            ? "The day it starts is day zero"
            : "The day it starts is day 1, or the next working day"
        let unit = rule.counts == .workingDay ? "working days" : "calendar days"
        let because = rule.because.map { " \($0)." } ?? ""
        let says =
            "Starts when \(wording.starts(rule.starts)). \(base); it counts \(unit).\(because)"
        guard let start = clock.start else {
            return ClockText(
                id: rule.id,
                heading: "\(name): not started",
                says: says,
                weeks: [],
                caption: ""
            )
        }
        let first = rule.firstDay == 0 ? "day zero" : "counted from"
        return ClockText(
            id: rule.id,
            heading: "\(name): \(first) \(DayWording.words(start.day))",
            says: says,
            weeks: weeks(clock.days(by: rule, calendar: calendar), start: start),
            caption:
                "How the days of \(wording.name(clock.rule)) are counted: date small, day number large"
        )
    }

    private func weeks(_ days: [CountedDay], start: CaseClock.Start) -> [[CalendarCell]] {
        guard let lastDay = days.last?.day else { return [] }
        let numbers = Dictionary(days.map { ($0.day, $0.number) }, uniquingKeysWith: { $1 })
        let begin = min(start.day, days[0].day)
        guard begin.days(to: lastDay) <= 120,
            var day = begin.advanced(byDays: 1 - begin.weekday.rawValue),
            let end = lastDay.advanced(byDays: 7 - lastDay.weekday.rawValue)
        else { return [] }
        var weeks: [[CalendarCell]] = []
        while day <= end {
            var week: [CalendarCell] = []
            for _ in 0..<7 {
                week.append(
                    cell(day, number: numbers[day], begin: begin, last: lastDay, start: start)
                )
                guard let next = day.advanced(byDays: 1) else { return weeks }
                day = next
            }
            weeks.append(week)
        }
        return weeks
    }

    private func cell(
        _ day: Day,
        number: Int?,
        begin: Day,
        last: Day,
        start: CaseClock.Start
    ) -> CalendarCell {
        let (_, month, date) = day.ymd
        let kind = try? calendar.kind(of: day)
        let isOutside = day < begin || day > last
        let reason: String? =
            switch kind {
            case .bankHoliday(let name)?, .closure(let name)?: name
            case .weekend?: "weekend"
            default: nil
            }
        return CalendarCell(
            kind: isOutside ? .outside : Self.cellKind(kind),
            date: "\(date)",
            month: day == begin || date == 1 ? DayWording.shortMonth(month) : nil,
            number: isOutside ? nil : number,
            isZero: day == start.day,
            isLast: day == last,
            reason: isOutside ? nil : reason
        )
    }

    static func cellKind(_ kind: DayKind?) -> CalendarCell.Kind {
        switch kind {
        case .weekend?: .weekend
        case .bankHoliday?, .closure?: .holiday
        default: .counted
        }
    }
}

extension String {
    /// With a small letter to begin it, unless it begins with a name in capitals.
    var lowercasedStart: String {
        guard let first, dropFirst().first?.isUppercase != true else { return self }
        return first.lowercased() + dropFirst()
    }
}
