import CaseFiles
import Pages
import Partnerships
import Procedures
import WorkingDays

/// What doing a step is.
extension ReviewPlayer {
    mutating func commands(
        for step: Step,
        _ named: OccurrenceName,
        isReturn: Bool
    ) -> [CaseCommand] {
        if isReturn { return [completed(named, by: .received(from: cast.council.name))] }
        let to = step.to.first?.who.text ?? "those it concerns"
        switch step.kind {
        case .task, .nationalLimit: return [completed(named, by: .note("Done as the guide says"))]
        case .form, .document:
            return written(by: step) ?? [
                completed(named, by: .document(nil, whereItLies: "In the case folder"))
            ]
        case .filing, .publication:
            return [completed(named, by: .document(nil, whereItLies: "In the case folder"))]
        case .request, .message:
            return [completed(named, by: .sent(to: to, by: "secure e-mail"))]
                + granted(step) + answered(step)
        case .check:
            return [
                completed(
                    named,
                    by: .decided(outcome: step.outcomes.first, reasons: "Complete and sound")
                )
            ]
        case .signOff(let part):
            return written(procedure.papers[part.of].id) + [completed(named, by: signed(part))]
        case .meeting:
            return [completed(named, by: .held(present: present, outcome: step.outcomes.first))]
        case .decision(let part): return decided(step, part, named)
        case .submission(let part): return submitted(step, part)
        case .awaited:
            return settled(step) + [completed(named, by: .received(from: to))] + granted(step)
                + answered(step)
        case .appointment(let who):
            return [completed(named, by: .appointed(name: holder(of: who)))]
        }
    }

    private var present: String {
        cast.others.filter { $0.partner != nil }.map(\.person.name).joined(separator: ", ")
    }

    private func holder(of who: Who) -> String {
        let parts = procedure.parts(of: who)
        let member = cast.members.first { $0.roles.contains { parts.contains($0) } }
        return member?.person.name ?? "Dr Ines Walker"
    }

    /// Signatures that were given on paper.
    private func signed(_ part: SignOffPart) -> Evidence {
        let parts = part.stages.flatMap(\.by).flatMap { procedure.parts(of: $0) }
        let names = cast.members.filter { $0.roles.contains { parts.contains($0) } }
            .map(\.person.name)
        return .signed(by: names.isEmpty ? [cast.chair.name] : names)
    }

    // Decisions

    private mutating func decided(
        _ step: Step,
        _ part: DecisionPart,
        _ named: OccurrenceName
    ) -> [CaseCommand] {
        let completion = completed(
            named,
            by: .decided(outcome: outcome(of: step, part), reasons: "All three partners agree")
        )
        return settled(step) + [completion] + weighed(step, part) + answered(step)
    }

    private func outcome(of step: Step, _ part: DecisionPart) -> String? {
        guard step.choosesReview, !told.isLocalReview else { return step.outcomes.first }
        return (part.outcomes.first { $0.makes == nil } ?? part.outcomes.first)?.name
    }

    /// What a decision or reply settles: whether a local review follows, and nothing against the partners.
    private func settled(_ step: Step) -> [CaseCommand] {
        let facts = step.settles + (step.choosesReview ? [.lcspr] : [])
        return Set(facts).sorted { $0.id < $1.id }.filter { file.facts[$0.id] == nil }.map { fact in
            .recordFact(
                fact.id,
                fact == .lcspr && told.isLocalReview,
                reason: "As it was decided"
            )
        }
    }

    /// Each criterion of the decision, with grounds.
    private func weighed(_ step: Step, _ part: DecisionPart) -> [CaseCommand] {
        guard let criteria = procedure.weighed(part) else { return [] }
        let isMet = !step.choosesReview || told.isLocalReview
        return [
            .weigh(
                CaseEvent.CriteriaWeighed(
                    entry: entryOfLast,
                    step: step.id,
                    from: criteria.from,
                    findings: criteria.weighed.enumerated().map { place, criterion in
                        CaseEvent.CriteriaWeighed.Finding(
                            criterion: criterion.id,
                            says: criterion.says,
                            finding: place == 0 && isMet ? .met : .notMet,
                            reason: place == 0 && isMet
                                ? "Each agency knew a part and none the whole."
                                : "Nothing that the agencies told points to it."
                        )
                    }
                )
            )
        ]
    }

    /// A day that is granted or promised lies three working days after the one that was due.
    private mutating func granted(_ step: Step) -> [CaseCommand] {
        guard let moment = step.records, moment.namesAFutureDay else { return [] }
        let day = story.days.day(3, after: today)
        return [.recordMoment(.init(entry: name(), moment: moment, day: day))]
    }

    private func answered(_ step: Step) -> [CaseCommand] {
        guard !step.asks.isEmpty else { return [] }
        return [
            .conclude(
                .answer(
                    CaseEvent.StepAnswered(
                        entry: entryOfLast,
                        step: step.id,
                        answers: step.asks.map { .init(asks: $0, says: "As the partners agreed") }
                    )
                )
            )
        ]
    }

    private mutating func submitted(_ step: Step, _ part: SubmissionPart) -> [CaseCommand] {
        let registered = part.registered.flatMap { procedure.parts(of: $0) }
        let member =
            cast.members.first { $0.roles.contains { registered.contains($0) } } ?? cast.coordinator
        return [
            .submit(
                CaseCommand.Submit(
                    completion: .init(
                        entry: name(),
                        name: OccurrenceName(step.id),
                        day: today,
                        evidence: .submitted(
                            to: "The national Panel",
                            reference: "EXAMPLE-\(story.reference)"
                        )
                    ),
                    by: member.person.name,
                    person: member.person.id,
                    roles: registered,
                    copy: nil
                )
            )
        ]
    }

    // After the report

    /// What the national Panel answers, as people record it.
    mutating func reply(_ reply: PanelReply, _ words: String, on day: Day) throws(CaseRefusal) {
        come(to: day)
        let replied = CaseEvent.PanelReplied(
            entry: name(),
            reply: reply,
            day: today,
            minute: nil,
            from: "The national Panel",
            reference: "",
            words: words
        )
        try ask([.conclude(.recordReply(replied))], by: nil)
        // For the step that it does.
        leaveNames(1)
    }

    mutating func close(_ reason: String) throws(CaseRefusal) {
        let open = file.openDuties(under: procedure, calendar: calendar, today: today)
        try ask(.closeCase(reason: reason, settingAside: open.map(\.id)))
    }
}
