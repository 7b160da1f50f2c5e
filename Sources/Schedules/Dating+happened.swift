import Procedures
import WorkingDays

extension Dating {
    /// The latest time that a point happened or is planned to, in the scope at hand.
    func occurrence(of point: Point, in scope: Scope) -> Known.Occurrence? {
        switch point {
        case .moment(.meeting), .moment(.meetingEnded): return scope.meeting
        case .moment(let moment) where moment.isOfAnAgency:
            let all = known.occurrences(of: point)
            if !all.isEmpty, let own = latest(all, where: { belongs($0.subject, to: scope) }) {
                return own
            }
            return moment == .returnReceived ? cameBack(in: scope) : nil
        // A day aimed at or granted is the last that was named, even where that is an earlier day.
        case .moment(let moment) where moment.namesAFutureDay:
            return known.occurrences(of: point).last
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

    /// The return of a request that was entered as that request's own: it is received by it.
    private func cameBack(in scope: Scope) -> Known.Occurrence? {
        let main = procedure.lookup.recorders[Int(Moment.requestsSent.rawValue)].first
        guard let request = scope.request ?? main else { return nil }
        return latest(known.occurrences(of: .back(request))) { matches($0.subject, scope) }
    }

    /// A meeting without the quorum it needs decides nothing and brings no moment about.
    func counts(_ step: Reference<Step>) -> Bool {
        known.outcome(of: step) != "inquorate"
    }

    func matches(_ subject: String?, _ scope: Scope) -> Bool {
        scope.subject == nil || subject == nil || subject == scope.subject
    }

    func belongs(_ subject: String?, to scope: Scope) -> Bool {
        guard matches(subject, scope) else { return false }
        guard let request = scope.request else { return true }
        guard let subject else {
            let isOfAgencies = procedure.steps[request].request?.isOfAgencies ?? false
            return !isOfAgencies || procedure.isMainRequest(request)
        }
        return procedure.asks(subject, with: request)
    }

    func latest(
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

    /// The first time of a step that may be taken up again, or of the moment that it records: a decision thought over, a
    /// meeting met about anew; else nil.
    ///
    /// A meeting that needs a quorum may have been held in vain at first, and counts by its last time.
    func firstTaken(_ point: Point, in scope: Scope) -> Known.Occurrence? {
        let steps: [Reference<Step>] =
            switch point {
            case .step(let step): [step]
            case .moment(let moment): procedure.lookup.recorders[Int(moment.rawValue)]
            case .back: []
            }
        guard !steps.isEmpty, steps.allSatisfy({ procedure.steps[$0].isTakenUpAgain }) else {
            return nil
        }
        return known.occurrences(of: point).filter { matches($0.subject, scope) }
            .min { $0.isBefore($1) }
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

    /// What lies ahead is planned, not done.
    func anchor(_ point: Point, _ day: Day) -> DatedRule.Anchor {
        if case .moment(let moment) = point, moment.namesAFutureDay { return .happened(point) }
        return day > today ? .booked(point) : .happened(point)
    }

    /// The day on which a point is booked or to which it was agreed, else its own limit.
    mutating func planned(_ point: Point, in scope: Scope) -> (day: Day, anchor: DatedRule.Anchor)?
    {
        if case .moment(let moment) = point {
            if let day = happened(point, in: scope)?.day { return (day, anchor(point, day)) }
            for step in procedure.lookup.recorders[Int(moment.rawValue)] {
                if let planned = planned(.step(step), in: scope) { return planned }
            }
            return nil
        }
        guard let step = point.step else { return nil }
        if procedure.steps[step].isMeeting, let day = happened(point, in: scope)?.day {
            return (day, anchor(point, day))
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

extension Step {
    /// Whether it may be done again without the first time counting any less.
    fileprivate var isTakenUpAgain: Bool {
        isDecision || meeting.map { !$0.isSeries && $0.quorum?.isEnforced != true } ?? false
    }
}
