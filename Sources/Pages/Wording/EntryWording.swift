package import Procedures

extension EntryProblem {
    /// The bad value, and the valid ones.
    package var words: String {
        switch self {
        case .unknownMoment(let name, let valid):
            "unknown moment or step '\(name)';\(near(name, valid)) valid ones are \(list(valid))"
        case .unknownFact(let name, let valid):
            "unknown fact '\(name)';\(near(name, valid)) valid ones are \(list(valid)), or a step that has outcomes"
        case .notYesOrNo(let fact, let value):
            "the fact '\(fact)' is 'true' or 'false' ('yes' or 'no'), not '\(value)'"
        case .unknownOutcome(let step, let value, let valid):
            "'\(step)' has no outcome '\(value)'; its outcomes are \(list(valid))"
        case .stepWithoutOutcome(let step):
            "the step '\(step)' has no outcomes"
        case .unknownStep(let name, let valid):
            "unknown step '\(name)';\(near(name, valid)) the steps are \(list(valid))"
        case .unknownMeeting(let name, let valid):
            "'\(name)' is no meeting of this procedure;\(near(name, valid)) its meetings are \(list(valid))"
        case .saidTwice(let fact, let first, let second):
            "'\(fact)' is given twice, as '\(first)' and as '\(second)'"
        }
    }

    private func list(_ names: [String]) -> String {
        names.joined(separator: ", ")
    }

    private func near(_ name: String, _ valid: [String]) -> String {
        nearest(to: name, in: valid).map { " did you mean '\($0)'?" } ?? ""
    }
}
