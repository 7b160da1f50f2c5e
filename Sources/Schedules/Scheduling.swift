import Procedures
import WorkingDays

/// Builds the lines of one plan.
struct Scheduling {
    var dating: Dating
    private let procedure: Procedure
    private let known: Known
    private let today: Day
    private var truths: [Truth]
    private var earliestDays: [Day??]
    private var isWaiting: [Bool]

    init(dating: Dating) {
        self.dating = dating
        procedure = dating.procedure
        known = dating.known
        today = dating.today
        let steps = dating.procedure.steps
        truths = steps.map { step in
            step.condition.map { dating.known.applies($0, in: dating.procedure) } ?? .yes
        }
        earliestDays = Array(repeating: nil, count: steps.count * 2)
        isWaiting = Array(repeating: false, count: steps.count * 2)
    }

    mutating func schedule() -> Schedule {
        let clocks = procedure.clocks.indices.map { number in
            CaseClock(
                rule: Reference(number),
                start: dating.start(of: Reference(number)),
                lastDay: procedure.lookup.lastDays[number]
            )
        }
        var lines: [ScheduledStep] = []
        lines.reserveCapacity(procedure.steps.count + procedure.lookup.requests)
        for number in procedure.steps.indices { appendLines(of: Reference(number), to: &lines) }
        let findings = findings(in: lines) + dating.uncovered
        return Schedule(today: today, clocks: clocks, steps: lines, findings: findings)
    }

    private mutating func appendLines(of step: Reference<Step>, to lines: inout [ScheduledStep]) {
        let part = procedure.steps[step]
        switch part.forEach {
        case .returns(let request)?:
            let subjects = subjects(of: request)
            for subject in subjects { lines.append(line(step, request: request, subject: subject)) }
            if subjects.isEmpty { lines.append(line(step, request: request)) }
        case .meetings(let steps, _)?:
            let meetings = meetingsHeld(among: steps)
            for (name, meeting) in meetings {
                lines.append(line(step, subject: name, meeting: meeting))
            }
            if meetings.isEmpty { lines.append(line(step)) }
        default:
            lines.append(line(step, request: part.request == nil ? nil : step))
        }
        guard part.request != nil else { return }
        lines.append(line(step, isReturn: true, request: step))
        for subject in subjects(of: step) {
            lines.append(line(step, isReturn: true, request: step, subject: subject))
        }
    }

    /// Agencies and people of whom something is known by name, in order first named.
    private func subjects(of request: Reference<Step>) -> [String] {
        guard known.hasSubjects else { return [] }
        let points: [Point] = [
            .moment(.requestsSent), .step(request), .moment(.returnReceived), .back(request),
            .moment(.returnAccepted),
        ]
        let named =
            points.flatMap { known.occurrences(of: $0).compactMap(\.subject) }
            + known.agreements.filter { $0.point == .back(request) }.compactMap(\.subject)
        var seen: Set<String> = []
        return named.filter { procedure.asks($0, with: request) && seen.insert($0).inserted }
    }

    /// Meetings with their days, each under the name of its step.
    private func meetingsHeld(
        among steps: [Reference<Step>]
    ) -> [(name: String, meeting: Known.Occurrence)] {
        let meetings = steps.isEmpty ? procedure.lookup.meetings : steps
        return meetings.flatMap { meeting -> [(name: String, meeting: Known.Occurrence)] in
            let step = procedure.steps[meeting]
            let point = step.records.map { Point.moment($0) } ?? .step(meeting)
            let held = known.occurrences(of: point)
            let numbered = held.count > 1
            return held.enumerated().map { number, occurrence in
                (numbered ? "\(step.id)-\(number + 1)" : step.id, occurrence)
            }
        }
    }

    private mutating func line(
        _ reference: Reference<Step>,
        isReturn: Bool = false,
        request: Reference<Step>? = nil,
        subject: String? = nil,
        meeting: Known.Occurrence? = nil
    ) -> ScheduledStep {
        let step = procedure.steps[reference]
        let due = step.due(isReturn: isReturn)
        let readings = isReturn ? step.request?.back.otherReadings ?? [] : step.otherReadings
        let key = ScheduledStep.Key(step: reference, isReturn: isReturn, subject: subject)
        let scope = Dating.Scope(
            request: request,
            subject: meeting == nil ? subject : nil,
            meeting: meeting
        )
        let truth = truths[reference.number]
        let computed = dating.governing(due, in: scope)
        let agreed = known.agreements.isEmpty ? nil : agreement(key)
        let dated = agreed.map { DatedRule(agreed: $0) } ?? computed?.dated
        let occurrence = meeting != nil ? nil : completion(key, step, scope)
        let done = occurrence.flatMap { $0.day <= today ? $0 : nil }
        let isDone = done != nil || brought(step, isReturn: isReturn)
        let booked =
            occurrence.flatMap { $0.day > today ? $0.day : nil }
            ?? agreed.flatMap { !isDone && $0 > today ? $0 : nil }
        let waits = !isDone && truth != .no ? waits(key, step, due, dated, scope) : []
        let earliest =
            !isDone && truth == .yes
            ? earliest(reference, isReturn, scope, booked: booked, opens: dated?.opens) : nil
        return ScheduledStep(
            key: key,
            applies: truth,
            openCondition: truth == .no
                ? nil : step.condition.flatMap { known.open($0, in: procedure) },
            dated: dated,
            entry: computed?.entry ?? 0,
            otherReadings: dating.readings(
                of: due,
                readings,
                governing: computed,
                agreed: agreed != nil,
                in: scope
            ),
            standing: isDone && done == nil
                ? .done : standing(truth, dated, done, isWaiting: !waits.isEmpty),
            done: done,
            booked: booked,
            prompt: isReturn ? nil : prompt(step.prompt, scope),
            waitsFor: waits,
            earliest: earliest,
            slack: slack(earliest, dated?.due)
        )
    }

    private func agreement(_ key: ScheduledStep.Key) -> Day? {
        if let own = known.agreed(key.point, subject: key.subject) { return own }
        return key.subject == nil ? nil : known.agreed(key.point, subject: nil)
    }

    private mutating func prompt(_ prompt: Prompt?, _ scope: Dating.Scope) -> Day? {
        guard case .choice(let options)? = prompt else { return nil }
        return dating.chosen(options, in: scope)?.dated.due
    }

    private func slack(_ earliest: Day?, _ due: Day?) -> Int? {
        guard let earliest, let due else { return nil }
        return try? dating.calendar.workingDays(from: earliest, to: due)
    }
}

// Whether it is done, and how it stands.

extension Scheduling {
    /// When a line was done: what was entered for it, or the moment that it records.
    private func completion(
        _ key: ScheduledStep.Key,
        _ step: Step,
        _ scope: Dating.Scope
    ) -> Known.Occurrence? {
        if key.isReturn && key.subject == nil { return allReturned(key.step, scope) }
        if step.isNationalLimit {
            return step.records.flatMap { dating.momentOccurrence($0, in: scope) }
        }
        return dating.happened(key.point, in: scope)
    }

    /// Whether the day it brings about is known, so that it has been done on a day not known.
    private func brought(_ step: Step, isReturn: Bool) -> Bool {
        guard !isReturn, let moment = step.records, moment.namesAFutureDay else { return false }
        return !known.occurrences(of: .moment(moment)).isEmpty
    }

    /// Everyone who was asked by name has answered, or the returns were entered as one.
    private func allReturned(
        _ request: Reference<Step>,
        _ scope: Dating.Scope
    ) -> Known.Occurrence? {
        guard let latest = dating.happened(.back(request), in: scope) else { return nil }
        guard known.hasSubjects, latest.subject != nil else { return latest }
        let asked =
            known.occurrences(of: .moment(.requestsSent)) + known.occurrences(of: .step(request))
        let names = Set(asked.compactMap(\.subject).filter { procedure.asks($0, with: request) })
        let part = procedure.steps[request].request
        let isOne = part?.isOfAgencies == false && part?.of.count == 1
        guard !names.isEmpty || isOne else { return nil }
        for name in names {
            var own = scope
            own.subject = name
            guard dating.happened(.back(request), in: own) != nil else { return nil }
        }
        return latest
    }

    private func standing(
        _ truth: Truth,
        _ dated: DatedRule?,
        _ done: Known.Occurrence?,
        isWaiting: Bool
    ) -> Standing {
        if let done {
            guard let dated else { return .done }
            if done.day != dated.due { return done.day > dated.due ? .doneLate : .done }
            guard let at = dated.at, let minute = done.minute else { return .done }
            return minute > at ? .doneLate : .done
        }
        if truth == .no { return .notNeeded }
        if truth == .unknown { return .notStarted }
        guard let due = dated?.due else { return isWaiting ? .notStarted : .open }
        if due < today { return .overdue }
        if due == today { return .dueToday }
        if let opens = dated?.opens, opens > today { return .notStarted }
        return isWaiting ? .notStarted : .open
    }
}

// What must come first, and the earliest day that leaves.

extension Scheduling {
    private func predecessors(_ step: Step, _ reference: Reference<Step>, isReturn: Bool) -> [Point]
    {
        if isReturn { return [.step(reference)] }
        if step.isNationalLimit {
            guard let moment = step.records else { return [] }
            return procedure.lookup.recorders[Int(moment.rawValue)].map { .step($0) }
        }
        var points = step.after + step.onlyAfter
        if let meeting = step.at { points.append(.step(meeting)) }
        if case .returns(let request)? = step.forEach { points.append(.back(request)) }
        return points
    }

    /// Points that have not come: those it is said to follow, and those its day is counted from.
    private mutating func waits(
        _ key: ScheduledStep.Key,
        _ step: Step,
        _ due: Due,
        _ dated: DatedRule?,
        _ scope: Dating.Scope
    ) -> [Point] {
        var waiting: [Point] = []
        if !step.isNationalLimit {
            for point in predecessors(step, key.step, isReturn: key.isReturn)
            where isOutstanding(point, scope) {
                waiting.append(point)
            }
        }
        guard dated == nil else { return waiting }
        for entry in due.entries {
            guard case .choice(let options) = entry.limit else {
                if case .agreedAt(let meeting) = entry.limit, isOutstanding(.step(meeting), scope) {
                    waiting.append(.step(meeting))
                }
                continue
            }
            for option in options {
                for point in anchors(option.rule) where isOutstanding(point, scope) {
                    if !waiting.contains(point) { waiting.append(point) }
                }
            }
        }
        return waiting
    }

    private func anchors(_ rule: Rule) -> [Point] {
        guard let clock = rule.clock else { return rule.point.map { [$0] } ?? [] }
        return procedure.clocks[clock].starts.flatMap { $0.anchors.map(\.point) }
    }

    private func isOutstanding(_ point: Point, _ scope: Dating.Scope) -> Bool {
        if let step = point.step, truths[step.number] != .yes { return false }
        if case .back(let request) = point, scope.subject == nil {
            return allReturned(request, Dating.Scope(request: request)).map { $0.day > today }
                ?? true
        }
        return dating.happened(point, in: scope).map { $0.day > today } ?? true
    }

    private mutating func earliest(
        _ reference: Reference<Step>,
        _ isReturn: Bool,
        _ scope: Dating.Scope,
        booked: Day?,
        opens: Day?
    ) -> Day {
        let step = procedure.steps[reference]
        var day = today
        if let booked { day = max(day, booked) }
        if let opens { day = max(day, opens) }
        for point in predecessors(step, reference, isReturn: isReturn) {
            if let reached = reached(point, scope) { day = max(day, reached) }
        }
        let due = step.due(isReturn: isReturn)
        for entry in due.entries {
            guard case .choice(let options) = entry.limit else { continue }
            for option in options {
                guard case .count(_, _, let direction, let point) = option.rule,
                    direction != .before
                else { continue }
                if let reached = reached(point, scope) { day = max(day, reached) }
            }
        }
        return day
    }

    /// The day on which a point came, or the first on which it still can; nil where it need not come.
    private mutating func reached(_ point: Point, _ scope: Dating.Scope) -> Day? {
        if let day = completedDay(point, scope) { return day }
        switch point {
        case .moment(let moment):
            let days = procedure.lookup.recorders[Int(moment.rawValue)].compactMap {
                reached(.step($0), scope)
            }
            return days.min()
        case .step(let step): return earliestDay(step, isReturn: false)
        case .back(let step): return earliestDay(step, isReturn: true)
        }
    }

    private func completedDay(_ point: Point, _ scope: Dating.Scope) -> Day? {
        if case .back(let request) = point, scope.subject == nil {
            return allReturned(request, Dating.Scope(request: request))?.day
        }
        return dating.happened(point, in: scope)?.day
    }

    /// The first day on which a line for everyone can still be done, worked out once.
    private mutating func earliestDay(_ step: Reference<Step>, isReturn: Bool) -> Day? {
        guard truths[step.number] == .yes else { return nil }
        let place = step.number * 2 + (isReturn ? 1 : 0)
        if let found = earliestDays[place] { return found }
        guard !isWaiting[place] else { return nil }
        isWaiting[place] = true
        defer { isWaiting[place] = false }
        let point: Point = isReturn ? .back(step) : .step(step)
        let part = procedure.steps[step]
        let scope = Dating.Scope(request: part.request == nil ? nil : step)
        let agreed = known.agreements.filter { $0.point == point }.map(\.day).max()
        let due = part.due(isReturn: isReturn)
        let opens = dating.governing(due, in: scope)?.dated.opens
        let day = earliest(step, isReturn, scope, booked: agreed, opens: opens)
        earliestDays[place] = .some(day)
        return day
    }
}

extension DatedRule {
    /// A day that people agreed.
    init(agreed day: Day) {
        self.init(
            rule: nil,
            anchor: .agreed,
            from: day,
            fromMinute: nil,
            opens: nil,
            due: day,
            at: nil,
            workingTarget: nil,
            counted: nil
        )
    }
}
