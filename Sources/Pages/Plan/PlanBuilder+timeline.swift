import Procedures
import Schedules
import WorkingDays

extension PlanBuilder {
    /// How many days beyond the last due day the picture goes for what was done late, or is overdue.
    private static let lateDays = 31

    /// The plan as a picture, from the first known day to the last due or done one; nil where nothing is dated.
    func timeline() -> TimelinePicture? {
        let lines = schedule.steps.filter {
            $0.due != nil && $0.applies == .yes && $0.key.subject == nil
        }
        let starts = schedule.clocks.compactMap { $0.start?.day }
        guard let first = (lines.compactMap { $0.opens ?? $0.due } + starts).min(),
            let lastDue = lines.compactMap(\.due).max(),
            first.days(to: lastDue) <= 400,
            let latest = lastDue.advanced(byDays: Self.lateDays),
            let last = (lines.flatMap { shown($0) } + [lastDue]).filter({ $0 <= latest }).max(),
            let end = last.advanced(byDays: 2)
        else { return nil }
        let length = first.days(to: end)
        func offset(_ day: Day?) -> Int? {
            guard let day else { return nil }
            let place = first.days(to: day)
            return (0...length).contains(place) ? place : nil
        }
        let rows = lines.sorted {
            ($0.due ?? first, $0.key.step.number) < ($1.due ?? first, $1.key.step.number)
        }
        .map { row($0, offset: offset) }
        return TimelinePicture(
            title: "Timeline of the plan, \(DayWording.words(first)) to \(DayWording.words(last))",
            description:
                "\(DayWording.count(rows.count, "step")), one to a line. The table below holds the same facts.",
            days: days(from: first, count: length + 1),
            counters: counters(offset: offset),
            rows: rows,
            today: offset(today),
            limit: limit(offset: offset)
        )
    }

    /// The days of a line that may lie beyond every due day.
    private func shown(_ line: ScheduledStep) -> [Day] {
        [line.done?.day, line.booked, line.standing == .overdue ? today : nil].compactMap { $0 }
    }

    private func row(_ line: ScheduledStep, offset: (Day?) -> Int?) -> TimelineRow {
        TimelineRow(
            id: reasons.id(line.key),
            label: reasons.does(line.key),
            opens: offset(line.opens) ?? (line.key.isReturn ? offset(asked(line)) : nil),
            due: offset(line.due) ?? 0,
            done: offset(line.done?.day),
            isLate: line.standing == .doneLate,
            booked: offset(line.booked),
            overdueTo: line.standing == .overdue ? offset(today) : nil,
            others: line.otherReadings.compactMap { reading in
                reading.dated.flatMap { $0.due == line.due ? nil : offset($0.due) }
            },
            note: line.standing == .overdue
                ? "overdue" : line.standing == .dueToday ? "due today" : nil
        )
    }

    private func asked(_ line: ScheduledStep) -> Day? {
        schedule.steps.first { $0.key.step == line.key.step && !$0.key.isReturn }
            .flatMap { $0.done?.day ?? $0.due }
    }

    private func days(from first: Day, count: Int) -> [TimelineDay] {
        (0..<count).compactMap { place in
            guard let day = first.advanced(byDays: place) else { return nil }
            let (year, month, date) = day.ymd
            let kind = try? calendar.kind(of: day)
            var holiday: String?
            if case .bankHoliday(let name)? = kind { holiday = name }
            if case .closure(let name)? = kind { holiday = name }
            return TimelineDay(
                letter: String(DayWording.weekday(day).prefix(1)),
                number: "\(date)",
                kind: Self.cellKind(kind),
                month: place == 0 || date == 1 ? "\(DayWording.month(month)) \(year)" : nil,
                holiday: holiday
            )
        }
    }

    private func counters(offset: (Day?) -> Int?) -> [TimelineCounter] {
        schedule.clocks.compactMap { clock in
            let days = clock.days(by: procedure.clocks[clock.rule], calendar: calendar)
            let numbers = days.compactMap { counted in
                offset(counted.day).map { (day: $0, number: counted.number) }
            }
            guard !numbers.isEmpty else { return nil }
            return TimelineCounter(
                label: "Day of \(wording.name(clock.rule))",
                numbers: numbers
            )
        }
    }

    private func limit(offset: (Day?) -> Int?) -> (day: Int, label: String)? {
        let national = schedule.steps.first { line in
            let step = procedure.steps[line.key.step]
            return step.isNationalLimit && step.records == .reportSubmitted
        }
        guard let due = national?.due, let day = offset(due) else { return nil }
        return (day, "National limit, \(DayWording.short(due))")
    }
}
