import Procedures

/// Says on which answers a question depends.
struct FormConditionWording {
    let form: FormDefinition

    /// `the answer to “What came of it?” is “A child died”`.
    func words(_ condition: FormCondition) -> String {
        switch condition {
        case .answered(let question, let value): words(question, "is", value)
        case .not(.answered(let question, let value)): words(question, "is not", value)
        case .not(let inner): "it is not so that \(words(inner))"
        case .all(let parts): parts.map { words($0) }.joined(separator: ", and ")
        case .any(let parts): parts.map { words($0) }.joined(separator: ", or ")
        }
    }

    private func words(_ id: String, _ verb: String, _ value: String) -> String {
        let question = form.questions.first { $0.id == id }
        let answer = question?.kind.words(of: value) ?? value
        return "the answer to “\(question?.asks ?? id)” \(verb) “\(answer)”"
    }
}

extension FormQuestionKind {
    /// An answer as it stands beside its button.
    fileprivate func words(of value: String) -> String? {
        switch self {
        case .choice(let options), .choices(let options):
            options.first { $0.id == value }?.says
        default: YesNoNotKnown(rawValue: value)?.words
        }
    }
}
