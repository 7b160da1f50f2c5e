package import Partnerships

extension CaseFile {
    /// What is recorded of how the review ended.
    package struct Conclusions: Hashable, Sendable {
        package internal(set) var answers: [CaseEvent.StepAnswered] = []
        package internal(set) var explanations: [CaseEvent.DecisionExplained] = []
        package internal(set) var delays: [Delay] = []
        package internal(set) var replies: [Reply] = []
    }

    /// A submission that will be late, and whom people told of it.
    package struct Delay: Hashable, Sendable {
        package let foreseen: CaseEvent.DelayForeseen
        package let recorded: Timestamp
        package let actor: Actor
        package internal(set) var told: [CaseEvent.DelayTold] = []
    }

    package struct Reply: Hashable, Sendable {
        package let replied: CaseEvent.PanelReplied
        package let recorded: Timestamp
        package let actor: Actor
    }

    /// What was answered when a step was done, by the entry that did it.
    package func answers(at entry: EntryID) -> [CaseEvent.Part.Line] {
        conclusions.answers.last { $0.entry == entry }?.answers ?? []
    }

    /// How the decision that stands on a step was come to.
    package func explanation(of step: String) -> CaseEvent.DecisionExplained? {
        guard let entry = standing(OccurrenceName(step)).last?.entry else { return nil }
        return conclusions.explanations.last { $0.entry == entry }
    }

    /// The delays of a submission, the newest last.
    package func delays(of step: String) -> [Delay] {
        conclusions.delays.filter { $0.foreseen.step == step }
    }

    mutating func apply(_ event: ConclusionEvent, _ recorded: Timestamp, _ actor: Actor) {
        switch event {
        case .answered(let answered): conclusions.answers.append(answered)
        case .explained(let explained): conclusions.explanations.append(explained)
        case .delayForeseen(let foreseen):
            conclusions.delays.append(Delay(foreseen: foreseen, recorded: recorded, actor: actor))
        case .delayTold(let told):
            guard
                let place = conclusions.delays.firstIndex(where: {
                    $0.foreseen.entry == told.delay
                })
            else { return }
            conclusions.delays[place].told.append(told)
        case .panelReplied(let replied):
            conclusions.replies.append(Reply(replied: replied, recorded: recorded, actor: actor))
        }
    }
}
