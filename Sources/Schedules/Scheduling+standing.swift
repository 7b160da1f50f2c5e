import Procedures
import WorkingDays

extension Scheduling {
    /// When a line was done: what was entered for it, or the moment that it records.
    func completion(
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

    /// When a line that stands for one meeting was done: the first time entered for it on or after that meeting.
    func completion(of key: ScheduledStep.Key, after meeting: Known.Occurrence) -> Known.Occurrence?
    {
        let entered = known.occurrences(of: .step(key.step)).filter { occurrence in
            (occurrence.subject == nil || occurrence.subject == key.subject)
                && occurrence.day >= meeting.day
        }
        return entered.min { $0.isBefore($1) }
    }

    /// Whether it has been done on a day not known: its outcome is known, or the day it brings about.
    func brought(_ reference: Reference<Step>, isReturn: Bool) -> Bool {
        let step = procedure.steps[reference]
        if !isReturn, !step.isMeeting, known.outcome(of: reference) != nil { return true }
        guard !isReturn, let moment = step.records, moment.namesAFutureDay else { return false }
        return !known.occurrences(of: .moment(moment)).isEmpty
    }

    /// Everyone who was asked by name has answered, or the returns were entered as one.
    func allReturned(
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

    func standing(
        _ truth: Truth,
        _ dated: DatedRule?,
        _ force: Force,
        _ done: Known.Occurrence?,
        isWaiting: Bool
    ) -> Standing {
        if let done {
            // A day that the source does not give makes nothing late.
            if force == .suggested { return .done }
            guard let dated else { return .done }
            if done.day != dated.due { return done.day > dated.due ? .doneLate : .done }
            guard let at = dated.at, let minute = done.minute else { return .done }
            return minute > at ? .doneLate : .done
        }
        if truth == .no { return .notNeeded }
        if truth == .unknown { return .notStarted }
        guard let due = dated?.due else { return isWaiting ? .notStarted : .open }
        if due < today { return force == .suggested ? .open : .overdue }
        if due == today { return .dueToday }
        if let opens = dated?.opens, opens > today { return .notStarted }
        return isWaiting ? .notStarted : .open
    }
}
