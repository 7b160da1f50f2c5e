import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseFormBuilder {
    // Delays

    mutating func askDelay() -> Asked? {
        guard let step = namedStep, case .submission = step.kind,
            file.standing(OccurrenceName(step.id)).isEmpty
        else { return nil }
        let due = opened.schedule(today: today).line(OccurrenceName(step.id), under: procedure)?.due
        let cause = filler.list(
            "cause",
            "Why, in one of the words that are counted over a year",
            [(label: "", options: DelayCause.allCases.map { (id: $0.rawValue, label: $0.words) })]
        )
        let words = filler.area("words", "What holds it up, and what is done about it")
        let newDay = filler.day("new-day", "The day by which it will be submitted")
        let agreed = filler.line("agreed-by", "Who agreed to that day", hint: "Name and role.")
        return Asked(
            title: "Record that it will be late",
            lead: [
                "\(step.does).",
                due.map {
                    "It is due on \(DayWording.words($0)). That day stays in view: a delay is a notice, and only a day that is granted takes its place."
                } ?? "No day is worked out for it yet.",
                "From what is recorded here a notice is drafted. A person sends it; Sightline tells nobody outside.",
            ],
            command: .conclude(
                .foreseeDelay(
                    CaseEvent.DelayForeseen(
                        entry: fresh.entry,
                        step: step.id,
                        cause: DelayCause(rawValue: cause) ?? .other,
                        words: words,
                        newDay: newDay,
                        agreedBy: agreed,
                        dueShown: nil
                    )
                )
            )
        )
    }

    mutating func askDelayTold() -> Asked? {
        guard let delay = file.conclusions.delays.first(where: { "\($0.foreseen.entry)" == about })
        else { return nil }
        let step = procedure.lookup.stepNamed[delay.foreseen.step].map { procedure.steps[$0] }
        let day = filler.day("day", "The day it was sent", was: today)
        let minute = filler.time("time", "Time")
        let to = filler.line(
            "to",
            "To whom",
            was: step.map { $0.to.map { wording.who($0.who) }.joined(separator: ", ") } ?? ""
        )
        let how = filler.line("how", "How it was sent", hint: "Secure e-mail, post, by telephone.")
        return Asked(
            title: "Record that the delay was told",
            lead: [
                "It will be submitted by \(DayWording.words(delay.foreseen.newDay)).",
                "Sightline sends nothing: record what you sent.",
            ],
            command: .conclude(
                .tellDelay(
                    CaseEvent.DelayTold(
                        entry: fresh.entry,
                        delay: delay.foreseen.entry,
                        day: day,
                        minute: minute,
                        to: to,
                        how: how
                    )
                )
            )
        )
    }

    // The national Panel

    mutating func askPanelReply() -> Asked {
        let known = PanelReply.allCases.filter { may(.recordFact) || !$0.isAnswer }
        let reply = filler.radio(
            "reply",
            "What came",
            known.map { (id: $0.rawValue, label: $0.words, hint: $0.hint) }
        )
        let day = filler.day("day", "The day it came, or was considered", was: today)
        let minute = filler.time("time", "Time")
        let from = filler.line("from", "Who wrote", was: "The national Panel")
        let reference = filler.line("reference", "Their reference", isNeeded: false)
        let words = filler.area(
            "words",
            "What it says",
            hint: "Its words where they matter, and what it asks for.",
            isNeeded: PanelReply(rawValue: reply)?.isAnswer ?? false
        )
        return Asked(
            title: "Record what came from the national Panel",
            lead: [
                "The partners’ own decision stays as it was recorded. If they take it again, both stand side by side."
            ],
            button: "See what would change",
            command: .conclude(
                .recordReply(
                    CaseEvent.PanelReplied(
                        entry: fresh.entry,
                        reply: PanelReply(rawValue: reply) ?? .acknowledged,
                        day: day,
                        minute: minute,
                        from: from,
                        reference: reference,
                        words: words
                    )
                )
            )
        )
    }

    // What a step asks when it is done

    /// The procedure's own questions of a step, and the day that it grants or promises.
    mutating func askProceduresQuestions(_ step: Step) -> [CaseCommand] {
        var commands: [CaseCommand] = []
        let moment = step.records.flatMap { $0.namesAFutureDay ? $0 : nil }
        if let moment {
            let day = filler.day("granted-day", moment.words.label)
            commands.append(
                .recordMoment(
                    CaseCommand.RecordMoment(
                        entry: fresh.entry.next,
                        moment: moment,
                        day: day
                    )
                )
            )
        }
        // The day itself is asked for above as a day, and not once more in words.
        let asks = step.asks.filter { moment == nil || !$0.hasPrefix("Day") }
        guard !asks.isEmpty else { return commands }
        filler.heading("What the procedure asks")
        let answers = asks.enumerated().map { number, asks in
            CaseEvent.Part.Line(asks: asks, says: filler.area("ask-\(number)", asks))
        }
        commands.append(
            .conclude(
                .answer(
                    CaseEvent.StepAnswered(entry: fresh.entry, step: step.id, answers: answers)
                )
            )
        )
        return commands
    }

    /// The facts that a decision or a reply settles.
    mutating func askSettledFacts(_ step: Step) -> [CaseCommand] {
        // Whether a national review is recommended is asked with its reasons.
        let asked: Set<Fact> = step.choosesReview ? [.nationalReview] : []
        let facts = may(.recordFact) ? step.settles.filter { !asked.contains($0) } : []
        guard !facts.isEmpty else { return [] }
        filler.heading("What it settles")
        return facts.compactMap { fact in
            let was = file.facts[fact.id]?.value
            let answer = filler.radio(
                "fact-\(fact.id)",
                fact.asks,
                [
                    (id: "yes", label: "Yes", hint: ""), (id: "no", label: "No", hint: ""),
                    (id: "", label: "Not settled by this", hint: ""),
                ],
                was: was.map { $0 ? "yes" : "no" } ?? "",
                isNeeded: false
            )
            guard !answer.isEmpty, (answer == "yes") != was else { return nil }
            return .recordFact(
                fact.id,
                answer == "yes",
                reason: "Settled by this step: \(step.does.lowercasedStart)"
            )
        }
    }

    /// How a decision was come to: by whom, against what else, and with what dissent.
    mutating func askHowDecided(_ step: Step, _ part: DecisionPart) -> [CaseCommand] {
        guard !part.outcomes.isEmpty || step.choosesReview else { return [] }
        filler.heading("How it was decided")
        let names = filler.area(
            "deciders",
            "Who decided",
            hint: "Name and part, one to a line.",
            was: deciders(of: step)
        )
        let alternatives = filler.area(
            "alternatives",
            "What else was weighed, and why it was not chosen",
            hint: step.choosesReview
                ? "Another form of learning, a national review, no review." : "",
            isNeeded: step.choosesReview
        )
        let national = askNational(step, part)
        let dissent = filler.area(
            "dissent",
            "Who disagreed, and why",
            hint: "Leave empty if nobody did.",
            isNeeded: false
        )
        return [
            .conclude(
                .explain(
                    CaseEvent.DecisionExplained(
                        entry: fresh.entry,
                        step: step.id,
                        decidedBy: names.split(separator: "\n").map { String($0).trimmed }
                            .filter { !$0.isEmpty },
                        alternatives: alternatives,
                        recommendsNational: national?.isRecommended,
                        nationalReasons: national?.reasons ?? "",
                        dissent: dissent
                    )
                )
            )
        ] + settlesNational(step, national)
    }

    /// Whether a national review is recommended, and why; an outcome of that name says it already.
    private mutating func askNational(
        _ step: Step,
        _ part: DecisionPart
    ) -> (isRecommended: Bool, reasons: String)? {
        guard step.choosesReview else { return nil }
        let isRecommended: Bool
        if part.outcomes.contains(where: { $0.makes == .nationalReview }) {
            let outcome = filler.hidden("outcome")
            isRecommended = part.outcomes.contains {
                $0.name == outcome && $0.makes == .nationalReview
            }
        } else {
            isRecommended = filler.yesNo("national", "Is a national review recommended?")
        }
        let reasons = filler.area(
            "national-reasons",
            "Why a national review is recommended, or why not"
        )
        return (isRecommended, reasons)
    }

    private func settlesNational(
        _ step: Step,
        _ national: (isRecommended: Bool, reasons: String)?
    ) -> [CaseCommand] {
        guard let national, step.settles.contains(.nationalReview), may(.recordFact),
            file.facts[Fact.nationalReview.id]?.value != national.isRecommended
        else { return [] }
        return [
            .recordFact(
                Fact.nationalReview.id,
                national.isRecommended,
                reason: national.reasons
            )
        ]
    }

    /// Whoever is on the case in a part that decides, to be put right.
    private func deciders(of step: Step) -> String {
        let parts = step.actors.flatMap { procedure.parts(of: $0) }
        return file.people.filter { $0.isOn(today) && $0.roles.contains { parts.contains($0) } }
            .map { one in
                let roles = one.roles.filter { parts.contains($0) }.map { wording.name(of: $0) }
                return "\(name(one.person)), \(DayWording.list(roles))"
            }
            .joined(separator: "\n")
    }
}

extension DelayCause {
    package var words: String {
        switch self {
        case .returnsLate: "Agencies answered late"
        case .noQuorum: "The meeting had no quorum"
        case .peopleAway: "People who are needed are away"
        case .otherInvestigation: "Another investigation runs alongside"
        case .newInformation: "New information came late"
        case .severalAreas: "Several areas work on it together"
        case .signaturesMissing: "Signatures are missing"
        case .other: "Another reason"
        }
    }
}

extension PanelReply {
    package var words: String {
        switch self {
        case .acknowledged: "It has received the report"
        case .considered: "It has considered the report at a meeting"
        case .agrees: "It agrees with the partners’ decision"
        case .queries: "It asks for more, or has a question"
        case .asksToReconsider: "It asks the partners to think their decision over"
        case .reviewsNationally: "It takes the case into a national review"
        }
    }

    fileprivate var hint: String {
        switch self {
        case .asksToReconsider: "The steps that follow a disagreement come into the plan."
        case .reviewsNationally: "The steps that follow a national review come into the plan."
        default: ""
        }
    }
}
