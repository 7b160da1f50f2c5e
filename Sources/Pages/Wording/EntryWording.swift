package import Procedures

extension EntryProblem {
    /// The bad value, and the valid ones.
    package var words: String {
        switch self {
        case .unknownMoment(let name, let valid):
            "unknown moment or step '\(name)'; valid ones are \(valid.joined(separator: ", "))"
        case .unknownFact(let name, let valid):
            "unknown fact '\(name)'; valid ones are \(valid.joined(separator: ", ")), or a step that has outcomes"
        case .notYesOrNo(let fact, let value):
            "the fact '\(fact)' is 'true' or 'false' ('yes' or 'no'), not '\(value)'"
        case .unknownOutcome(let step, let value, let valid):
            "'\(step)' has no outcome '\(value)'; its outcomes are \(valid.joined(separator: ", "))"
        case .stepWithoutOutcome(let step):
            "the step '\(step)' has no outcomes"
        case .unknownStep(let name, let valid):
            "unknown step '\(name)'; the steps are \(valid.joined(separator: ", "))"
        }
    }
}
