/// What somebody asks to be recorded of how a review ends.
package enum ConclusionCommand: Hashable, Sendable {
    case answer(CaseEvent.StepAnswered)
    case explain(CaseEvent.DecisionExplained)
    case foreseeDelay(CaseEvent.DelayForeseen)
    case tellDelay(CaseEvent.DelayTold)
    case recordReply(CaseEvent.PanelReplied)

    /// What it is, in the table of permissions: the national Panel's answer settles facts, its receipt is a date.
    package var act: CaseAct {
        switch self {
        case .answer, .explain: .completeStep
        case .foreseeDelay, .tellDelay: .agreeDay
        case .recordReply(let replied): replied.reply.isAnswer ? .recordFact : .recordMoment
        }
    }
}
