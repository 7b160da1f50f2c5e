import Partnerships
import Procedures
import Schedules
import WorkingDays

extension Deciding {
    func conclude(_ command: ConclusionCommand) throws(CaseRefusal) -> [CaseEvent] {
        switch command {
        case .answer(let answered): try answer(answered)
        case .explain(let explained): try explain(explained)
        case .foreseeDelay(let foreseen): try foresee(foreseen)
        case .tellDelay(let told): try tell(told)
        case .recordReply(let replied): try record(replied)
        }
    }

    private func answer(_ given: CaseEvent.StepAnswered) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(given.step))
        try checkEntry(given.entry, of: step)
        for line in given.answers { try limit(line.says, .text) }
        let answers = given.answers.filter { !isBlank($0.says) }
        if answers.isEmpty { return [] }
        return [
            .conclusion(
                .answered(
                    CaseEvent.StepAnswered(entry: given.entry, step: step.id, answers: answers)
                )
            )
        ]
    }

    /// A view against the decision wants its dissent in words; meeting the criteria decides nothing.
    private func explain(_ given: CaseEvent.DecisionExplained) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(given.step))
        guard step.isDecision else { throw .noViews(step.id) }
        try checkEntry(given.entry, of: step)
        guard given.decidedBy.contains(where: { !isBlank($0) }) else { throw .missing(.deciders) }
        for name in given.decidedBy { try limit(name, .deciders, most: 300) }
        try limit(given.alternatives, .text)
        if given.recommendsNational != nil { try require(given.nationalReasons, .nationalReasons) }
        let outcome = file.standing(OccurrenceName(step.id)).last?.evidence?.outcome
        let isContested = file.views(on: step.id).contains {
            $0.given.view != nil && outcome != nil && $0.given.view != outcome
        }
        if isContested {
            try require(given.dissent, .dissent)
        } else {
            try limit(given.dissent, .dissent)
        }
        return [.conclusion(.explained(given))]
    }

    private func checkEntry(_ entry: EntryID, of step: Step) throws(CaseRefusal) {
        let isOfStep = file.occurrences.contains {
            $0.entry == entry
                && procedure.stepPoint(named: $0.name.point)?.step.map {
                    procedure.steps[$0].id
                } == step.id
        }
        if !isOfStep { throw .unknownEntry(entry) }
    }

    // Lateness

    /// The first day stays the step's due day: a delay is a notice, and only a day that is granted governs.
    private func foresee(_ given: CaseEvent.DelayForeseen) throws(CaseRefusal) -> [CaseEvent] {
        let (step, _) = try find(OccurrenceName(given.step))
        guard case .submission = step.kind else { throw .noSubmission(step.id) }
        if !file.standing(OccurrenceName(step.id)).isEmpty { throw .stepIsDone(step.id) }
        try require(given.words, .reason)
        try require(given.agreedBy, .agreedBy, most: 300)
        var foreseen = given
        foreseen.dueShown = due(OccurrenceName(step.id))
        if let due = foreseen.dueShown, given.newDay <= due {
            throw .notLate(given.newDay, due: due)
        }
        if given.newDay < today { throw .dayNotAhead(given.newDay, today: today) }
        return [.conclusion(.delayForeseen(foreseen))] + wanted(foreseen)
    }

    /// The procedure's own question whether there is a delay is thereby answered.
    private func wanted(_ foreseen: CaseEvent.DelayForeseen) -> [CaseEvent] {
        noticeSteps.compactMap { step in
            guard case .question(let question)? = step.condition?.single else { return nil }
            let id = procedure.questions[question].id
            guard file.facts[id]?.value != true else { return nil }
            return .factRecorded(
                CaseEvent.FactRecorded(fact: id, value: true, reason: foreseen.words)
            )
        }
    }

    /// The steps by which the procedure tells the national Panel of a delay.
    private var noticeSteps: [Step] {
        procedure.steps.filter { $0.records == .promisedFor && $0.request == nil }
    }

    private func tell(_ told: CaseEvent.DelayTold) throws(CaseRefusal) -> [CaseEvent] {
        guard
            let delay = file.conclusions.delays.first(where: { $0.foreseen.entry == told.delay })
        else { throw .unknownEntry(told.delay) }
        try require(told.to, .subject, most: 300)
        try require(told.how, .how, most: 300)
        try checkPast(told.day)
        var entry = told.entry.next
        var events: [CaseEvent] = [
            .conclusion(.delayTold(told)),
            .momentRecorded(
                CaseEvent.MomentRecorded(
                    entry: entry,
                    moment: Moment.promisedFor.id,
                    subject: nil,
                    day: delay.foreseen.newDay,
                    minute: nil,
                    note: ""
                )
            ),
        ]
        for step in noticeSteps where file.setAside[step.id] == nil {
            let name = OccurrenceName(step.id)
            guard file.standing(name).isEmpty else { continue }
            entry = entry.next
            events.append(
                .stepCompleted(
                    CaseEvent.StepCompleted(
                        entry: entry,
                        name: name,
                        day: told.day,
                        minute: told.minute,
                        evidence: .sent(to: told.to, by: told.how),
                        dueShown: due(name)
                    )
                )
            )
        }
        return events
    }

    // The national Panel

    private func record(_ replied: CaseEvent.PanelReplied) throws(CaseRefusal) -> [CaseEvent] {
        try require(replied.from, .name, most: 300)
        try limit(replied.reference, .text, most: 300)
        if replied.reply.isAnswer { try require(replied.words, .words) }
        try limit(replied.words, .words)
        try checkPast(replied.day)
        guard file.submissions.contains(where: { isToPanel($0) }) else { throw .nothingSubmitted }
        var events: [CaseEvent] = [.conclusion(.panelReplied(replied))]
        switch replied.reply {
        case .acknowledged: break
        case .considered: events += came(.panelConsidered, replied)
        case .agrees, .queries, .asksToReconsider, .reviewsNationally:
            events += came(.panelResponse, replied)
        }
        return events + settled(by: replied)
    }

    /// A report that stands submitted, rather than a notification.
    private func isToPanel(_ made: CaseEvent.SubmissionMade) -> Bool {
        guard let step = procedure.lookup.stepNamed[made.step] else { return true }
        return procedure.steps[step].records != .notified
            && !file.standing(OccurrenceName(made.step)).isEmpty
    }

    /// The step that awaits it is done; without one, the day stands by itself.
    private func came(_ moment: Moment, _ replied: CaseEvent.PanelReplied) -> [CaseEvent] {
        let steps = procedure.lookup.recorders[Int(moment.rawValue)].map { procedure.steps[$0] }
        guard let step = steps.first(where: { file.setAside[$0.id] == nil }) else {
            return [
                .momentRecorded(
                    CaseEvent.MomentRecorded(
                        entry: replied.entry.next,
                        moment: moment.id,
                        subject: nil,
                        day: replied.day,
                        minute: replied.minute,
                        note: ""
                    )
                )
            ]
        }
        let name = OccurrenceName(step.id)
        return [
            .stepCompleted(
                CaseEvent.StepCompleted(
                    entry: replied.entry.next,
                    name: name,
                    day: replied.day,
                    minute: replied.minute,
                    evidence: .received(from: replied.from),
                    dueShown: due(name)
                )
            )
        ]
    }

    /// What the answer itself says; whether the partners change their decision is theirs to say.
    private func settled(by replied: CaseEvent.PanelReplied) -> [CaseEvent] {
        let facts: [(Fact, Bool)] =
            switch replied.reply {
            case .acknowledged, .considered, .queries: []
            case .agrees: [(.panelDisagrees, false)]
            case .asksToReconsider: [(.panelDisagrees, true)]
            case .reviewsNationally: [(.nationalReview, true)]
            }
        return facts.compactMap { fact, value in
            file.facts[fact.id]?.value == value
                ? nil
                : .factRecorded(
                    CaseEvent.FactRecorded(fact: fact.id, value: value, reason: replied.words)
                )
        }
    }
}

extension Condition {
    /// The condition itself, where it is one thing and not several joined.
    fileprivate var single: Condition? {
        switch self {
        case .fact, .question, .outcome: self
        case .all(let parts) where parts.count == 1: parts[0].single
        case .not, .all, .any: nil
        }
    }
}
