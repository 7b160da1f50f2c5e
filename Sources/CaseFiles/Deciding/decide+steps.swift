import Partnerships
package import Procedures
package import Schedules
import WorkingDays

extension Deciding {
    func complete(_ given: CaseCommand.CompleteStep) throws(CaseRefusal) -> [CaseEvent] {
        let (step, isReturn) = try find(given.name)
        if file.setAside[step.id] != nil { throw .stepIsSetAside(step.id) }
        if !isReturn { try checkQuorate(for: step) }
        try checkPast(given.day)
        try check(given.evidence, of: step, isReturn: isReturn)
        if let earlier = file.standing(given.name).last, !mayHappenAgain(step, isReturn) {
            if earlier.day == given.day, earlier.evidence == given.evidence { return [] }
            throw .happensOnce(given.name, recorded: earlier.entry, day: earlier.day)
        }
        return [
            .stepCompleted(
                CaseEvent.StepCompleted(
                    entry: given.entry,
                    name: given.name,
                    day: given.day,
                    minute: given.minute,
                    evidence: given.evidence,
                    dueShown: due(given.name)
                )
            )
        ] + (isReturn ? [] : try freed(step, by: given))
    }

    /// A meeting that was held, and not arranged here, is booked no longer for a later day.
    private func freed(
        _ step: Step,
        by given: CaseCommand.CompleteStep
    ) throws(CaseRefusal) -> [CaseEvent] {
        guard step.isMeeting, !file.meetings(of: step.id).contains(where: \.isOpen) else {
            return []
        }
        return try free(step.id, because: early(step, given.day), given.entry.next)
    }

    func setAside(_ step: String, _ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        let (step, isReturn) = try find(OccurrenceName(step))
        guard !isReturn else { throw .unknownStep("\(step.id).back", valid: stepNames) }
        if file.setAside[step.id] != nil { throw .stepIsSetAside(step.id) }
        if !file.standing(OccurrenceName(step.id)).isEmpty { throw .stepIsDone(step.id) }
        try require(reason, .reason)
        return [.stepSetAside(CaseEvent.StepSetAside(step: step.id, reason: reason))]
    }

    func takeUp(_ step: String, _ reason: String) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(step))
        guard file.setAside[step.id] != nil else { throw .stepIsNotSetAside(step.id) }
        try require(reason, .reason)
        return [.stepTakenUp(CaseEvent.StepTakenUp(step: step.id, reason: reason))]
    }

    func agree(
        _ name: OccurrenceName,
        _ day: Day?,
        _ reason: String,
        _ entry: EntryID
    ) throws(CaseRefusal) -> [CaseEvent] {
        _ = try find(name)
        try require(reason, .reason)
        let standing = file.agreements.last { $0.name == name }
        if day == nil, standing == nil { throw .noAgreement(name) }
        if standing?.day == day { return [] }
        return [
            .dayAgreed(
                CaseEvent.DayAgreed(
                    entry: entry,
                    name: name,
                    day: day,
                    reason: reason,
                    instead: due(name)
                )
            )
        ]
    }

    /// The step or returns that a name stands for.
    func find(_ name: OccurrenceName) throws(CaseRefusal) -> (Step, isReturn: Bool) {
        guard let point = procedure.stepPoint(named: name.point), let reference = point.step,
            !procedure.steps[reference].isNationalLimit
        else { throw .unknownStep(name.point, valid: stepNames) }
        return (procedure.steps[reference], point.isReturn)
    }

    private var stepNames: [String] {
        procedure.steps.filter { !$0.isNationalLimit }.map(\.id)
    }

    /// Returns come in rounds, a series of meetings and a step for each of several happen more than once; what is awaited
    /// can come again; and on new information a decision is taken again.
    private func mayHappenAgain(_ step: Step, _ isReturn: Bool) -> Bool {
        isReturn || step.forEach != nil || step.isMeeting || step.request != nil || step.isDecision
            || step.isAwaited
    }

    private func check(
        _ evidence: Evidence,
        of step: Step,
        isReturn: Bool
    ) throws(CaseRefusal) {
        let needed = step.evidence(isReturn: isReturn)
        guard evidence.kind == needed else {
            throw .wrongEvidence(step: step.id, needs: needed, given: evidence.kind)
        }
        guard evidence.isComplete else { throw .evidenceIncomplete(step: step.id, needed) }
        if case .document(let document?, _) = evidence { try checkFiled(document) }
        guard !isReturn, !step.outcomes.isEmpty else { return }
        guard let outcome = evidence.outcome else {
            throw .outcomeNeeded(step: step.id, valid: step.outcomes)
        }
        guard step.outcomes.contains(outcome) else {
            throw .unknownOutcome(step: step.id, given: outcome, valid: step.outcomes)
        }
    }

    /// The due day that the plan shows for a line today.
    func due(_ name: OccurrenceName) -> Day? {
        plan.line(name, under: procedure)?.due
    }

    /// Whether something comes before a step by the procedure that has not happened.
    func isWaiting(_ step: Step) -> Bool {
        let first = step.after + step.onlyAfter + (step.at.map { [Point.step($0)] } ?? [])
        let line = plan.line(OccurrenceName(step.id), under: procedure)
        return line?.waitsFor.contains { first.contains($0) } ?? false
    }

    private var plan: Schedule {
        schedule(
            of: file.known(under: procedure),
            under: procedure,
            calendar: calendar,
            today: today
        )
    }
}

extension Schedule {
    /// The line of a step or its returns: the subject's own, else the one for all.
    package func line(_ name: OccurrenceName, under procedure: Procedure) -> ScheduledStep? {
        guard let point = procedure.stepPoint(named: name.point) else { return nil }
        return steps.first { $0.key.point == point && $0.key.subject == name.subject }
            ?? steps.first { $0.key.point == point && $0.key.subject == nil }
    }
}
