package import Procedures
package import Schedules
package import WorkingDays

/// Puts into words why a day is what it is: every date's rule, day zero, days not counted and clause.
package struct Reasons: Sendable {
    package let wording: Wording
    package let calendar: WorkingCalendar

    package init(_ procedure: Procedure, _ calendar: WorkingCalendar) {
        wording = Wording(procedure)
        self.calendar = calendar
    }

    var procedure: Procedure { wording.procedure }

    /// `ask-agencies.back@police`.
    package func id(_ key: ScheduledStep.Key) -> String {
        let step = procedure.steps[key.step].id
        let part = key.isReturn ? "\(step).back" : step
        return key.subject.map { "\(part)@\($0)" } ?? part
    }

    package func id(_ point: Point) -> String {
        switch point {
        case .moment(let moment): moment.id
        case .step(let step): procedure.steps[step].id
        case .back(let step): "\(procedure.steps[step].id).back"
        }
    }

    /// What the line does: a return's line says that agencies return.
    package func does(_ key: ScheduledStep.Key) -> String {
        let step = procedure.steps[key.step]
        guard key.isReturn, let request = step.request else {
            return step.does + wording.inBrackets(key.subject)
        }
        if let subject = key.subject {
            return "\(wording.subject(subject)): return what was asked for"
        }
        return "Answers come back from \(wording.whos(request.of))"
    }

    package func by(_ key: ScheduledStep.Key) -> [Who] {
        let step = procedure.steps[key.step]
        return key.isReturn ? step.request?.of ?? [] : step.actors
    }

    /// Who does it; the stages of a sign-off in their order.
    package func people(_ key: ScheduledStep.Key) -> String {
        let step = procedure.steps[key.step]
        return key.isReturn ? wording.whos(by(key)) : wording.people(of: step)
    }

    package func due(_ key: ScheduledStep.Key) -> Due {
        let step = procedure.steps[key.step]
        return step.due(isReturn: key.isReturn)
    }

    package func clauses(_ key: ScheduledStep.Key) -> [String] {
        let step = procedure.steps[key.step]
        guard key.isReturn, let back = step.request?.back else { return step.clauses }
        return back.clauses.isEmpty ? step.clauses : back.clauses
    }

    /// The rule in words: `Day 15 of rapid review`.
    package func rule(_ line: ScheduledStep) -> String {
        let due = due(line.key)
        guard let dated = line.dated else { return DayWording.capitalised(wording.due(due)) }
        guard let rule = dated.rule else { return "As agreed" }
        return DayWording.capitalised(wording.rule(rule))
    }

    package func force(_ line: ScheduledStep) -> Force {
        due(line.key).entries[line.entry].force
    }

    /// Why the day is what it is, sentence by sentence.
    package func why(_ line: ScheduledStep) -> [String] {
        var counts = CountWords()
        return howCounted(line, &counts)
            + authority(line.key, entry: line.entry, clock: line.dated?.rule?.clock)
    }

    /// How the day was counted, sentence by sentence, or why there is none.
    func howCounted(_ line: ScheduledStep, _ counts: inout CountWords) -> [String] {
        guard let dated = line.dated else { return [undated(line)] }
        let clock = dated.rule?.clock.map { procedure.clocks[$0] }
        var sentences = [lead(dated, clock)]
        if let start = start(dated, clock) { sentences.append(start) }
        if let skipped = counts.notCounted(dated, self) { sentences.append(skipped) }
        if let target = dated.workingTarget { sentences.append(workingTarget(dated.due, target)) }
        return sentences
    }

    /// The clause behind a line's limit, and why it is read as it is.
    func authority(
        _ key: ScheduledStep.Key,
        entry number: Int,
        clock: Reference<ClockRule>?
    ) -> [String] {
        let entry = due(key).entries[number]
        let clauses = entry.clauses.isEmpty ? self.clauses(key) : entry.clauses
        var sentences: [String] = []
        if !clauses.isEmpty { sentences.append(Wording.cited(clauses)) }
        if let because = because(key, entry: number, clock: clock) {
            sentences.append("\(because).")
        }
        return sentences
    }

    /// Why this reading of the clause was chosen.
    func because(
        _ key: ScheduledStep.Key,
        entry number: Int,
        clock: Reference<ClockRule>?
    ) -> String? {
        let step = procedure.steps[key.step]
        if let because = due(key).entries[number].because { return because }
        if let because = key.isReturn ? step.request?.back.because : step.because { return because }
        return clock.flatMap { procedure.clocks[$0].because }
    }

    package func workingTarget(_ due: Day, _ target: Day) -> String {
        "\(DayWording.words(due)) is not a working day: aim at \(DayWording.words(target))."
    }

    /// `Day 15 of rapid review, counted in working days.`.
    package func lead(_ dated: DatedRule, _ clock: ClockRule?) -> String {
        guard let rule = dated.rule else {
            return "Agreed for \(DayWording.words(dated.due))."
        }
        let words = DayWording.capitalised(wording.rule(rule))
        guard let counted = dated.counted, let clock else { return "\(words)." }
        let unit = counted.unit == .workingDay ? "working days" : "calendar days"
        let base = clock.firstDay == 0 ? "from day zero" : "from day 1"
        return "\(words), counted in \(unit) \(base)."
    }

    /// `Day zero is Fri 19 Dec 2025, when the notification was sent.`.
    package func start(_ dated: DatedRule, _ clock: ClockRule?) -> String? {
        let day = DayWording.words(dated.from)
        let from = anchor(dated)
        guard let counted = dated.counted else {
            if case .dueDay(let step)? = Optional(dated.anchor) {
                return "\(day) is the due day of \(wording.quoted(step))."
            }
            return from.map { "\(day), \($0)." }
        }
        if counted.unit == .hour {
            guard let minute = dated.fromMinute else {
                return
                    "The clock time was not entered, so the last day the hours can reach is shown; "
                    + "they run from \(day)\(from.map { ", \($0)" } ?? "")."
            }
            return
                "The hours run from \(DayWording.words(minute)) on \(day)\(from.map { ", \($0)" } ?? ""); "
                + "nights, weekends and holidays count."
        }
        let reason = from.map { ", \($0)" } ?? ""
        if let clock { return clockStart(dated, clock, day, reason) }
        switch counted.direction {
        case .after: return "Counted from \(day)\(reason); that day is not counted."
        case .beginningWith:
            let first =
                counted.unit == .workingDay
                ? "counts as the first, or the next working day after it" : "counts as the first"
            return "Counted from \(day)\(reason); that day \(first)."
        case .before: return "Counted back from \(day)\(reason); that day is not counted."
        }
    }

    private func clockStart(_ dated: DatedRule, _ clock: ClockRule, _ day: String, _ reason: String)
        -> String
    {
        let isClosed =
            (try? calendar.isWorkingDay(dated.from)) == false && clock.counts == .workingDay
        if clock.firstDay == 0 {
            let moved =
                clock.closedDay == .movesOn && isClosed ? " (taken as the next working day)" : ""
            return "Day zero is \(day)\(reason)\(moved)."
        }
        guard isClosed else { return "Day 1 is \(day)\(reason)." }
        let one = (try? calendar.firstWorkingDay(onOrAfter: dated.from)).map {
            DayWording.words($0)
        }
        return
            "The count begins with \(day)\(reason); it is no working day, so day 1 is \(one ?? "the next")."
    }

    /// `when the notification was sent`, or whence else the day comes.
    private func anchor(_ dated: DatedRule) -> String? {
        switch dated.anchor {
        case .happened(.moment(let moment)) where moment.namesAFutureDay: moment.words.noun
        case .happened(let point): "when \(wording.clause(point))"
        case .booked(let point): "the day planned for \(wording.noun(point))"
        case .dueDay(let step):
            "the last day for \(wording.noun(.step(step))), as it has neither happened nor been booked"
        case .agreed: nil
        }
    }

    /// `2 days not counted: Sat 20 Dec and Sun 21 Dec (weekend).`.
    package func notCounted(_ dated: DatedRule) -> String? {
        guard let counted = dated.counted, counted.unit == .workingDay else { return nil }
        let days: [DayNotCounted]?
        if dated.due < dated.from {
            days = try? calendar.daysNotCounted(from: dated.due, before: dated.from)
        } else if counted.direction == .beginningWith || counted.firstDay == 1 {
            days = try? calendar.daysNotCounted(from: dated.from, before: dated.due)
        } else {
            days = try? calendar.daysNotCounted(after: dated.from, through: dated.due)
        }
        guard let days, !days.isEmpty else { return nil }
        return Self.notCounted(days)
    }

    /// `2 days not counted: Sat 20 Dec and Sun 21 Dec (weekend).`.
    package static func notCounted(_ days: [DayNotCounted]) -> String {
        "\(DayWording.count(days.count, "day")) not counted: \(grouped(days))."
    }

    /// Neighbouring days of one reason share it: `Sat 20 Dec and Sun 21 Dec (weekend); Thu 25 Dec (Christmas Day)`.
    static func grouped(_ days: [DayNotCounted]) -> String {
        var text = ""
        text.reserveCapacity(days.count * 24)
        var index = 0
        while index < days.count {
            var end = index + 1
            while end < days.count, days[end].kind == days[index].kind,
                days[end - 1].day.days(to: days[end].day) == 1
            {
                end += 1
            }
            if index > 0 { text += "; " }
            for place in index..<end {
                if place > index { text += place == end - 1 ? " and " : ", " }
                text += DayWording.short(days[place].day)
            }
            text += " ("
            text += reason(days[index].kind)
            text += ")"
            index = end
        }
        return text
    }

    package static func reason(_ kind: DayKind) -> String {
        switch kind {
        case .working: "working day"
        case .weekend: "weekend"
        case .bankHoliday(let name): name
        case .closure(let name): name
        }
    }

    /// Why a line has no day.
    package func undated(_ line: ScheduledStep) -> String {
        let entry = due(line.key).entries[line.entry]
        switch entry.limit {
        case .undated(let adverb):
            let own = adverb.map { " and says “\($0)”" } ?? ""
            return "The source gives no date\(own), so none is worked out."
        case .agreedAt(let step):
            return "The day is agreed at \(wording.noun(.step(step))) and none has been entered."
        case .agreedBy(let people):
            return "The day is agreed by \(wording.who(people)) and none has been entered."
        case .choice(let options):
            return "No day yet: it is \(wording.choice(options)), and that is not known."
        }
    }
}
