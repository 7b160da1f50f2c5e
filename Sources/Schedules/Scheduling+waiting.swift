import Procedures
import WorkingDays

extension Scheduling {
    func predecessors(_ step: Step, _ reference: Reference<Step>, isReturn: Bool) -> [Point] {
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
    mutating func waits(
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
                    if !isNamed(point, in: waiting) { waiting.append(point) }
                }
            }
        }
        return waiting
    }

    /// Whether a point is waited for already, itself or by the step that brings it about.
    private func isNamed(_ point: Point, in waiting: [Point]) -> Bool {
        guard case .moment(let moment) = point else { return waiting.contains(point) }
        let recorders = procedure.lookup.recorders[Int(moment.rawValue)].map { Point.step($0) }
        return waiting.contains(point) || recorders.contains { waiting.contains($0) }
    }

    func anchors(_ rule: Rule) -> [Point] {
        guard let clock = rule.clock else { return rule.point.map { [$0] } ?? [] }
        return procedure.clocks[clock].starts.flatMap { $0.anchors.map(\.point) }
    }

    func isOutstanding(_ point: Point, _ scope: Dating.Scope) -> Bool {
        if let step = point.step, truths[step.number] != .yes { return false }
        if case .back(let request) = point, scope.subject == nil {
            return allReturned(request, Dating.Scope(request: request)).map { $0.day > today }
                ?? true
        }
        return dating.happened(point, in: scope).map { $0.day > today } ?? true
    }

    mutating func earliest(
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
    mutating func reached(_ point: Point, _ scope: Dating.Scope) -> Day? {
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

    func completedDay(_ point: Point, _ scope: Dating.Scope) -> Day? {
        if case .back(let request) = point, scope.subject == nil {
            return allReturned(request, Dating.Scope(request: request))?.day
        }
        return dating.happened(point, in: scope)?.day
    }

    /// The first day on which a line for everyone can still be done, worked out once.
    mutating func earliestDay(_ step: Reference<Step>, isReturn: Bool) -> Day? {
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
