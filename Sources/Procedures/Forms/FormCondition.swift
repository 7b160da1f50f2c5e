/// When something is asked: by the answers to other questions.
package indirect enum FormCondition: Hashable, Sendable {
    case answered(question: String, with: String)
    case not(FormCondition)
    case all([FormCondition])
    case any([FormCondition])

    /// Whether it holds; an answer not given is none.
    package func holds(_ answer: (String) -> [String]) -> Bool {
        switch self {
        case .answered(let question, let value): answer(question).contains(value)
        case .not(let inner): !inner.holds(answer)
        case .all(let parts): parts.allSatisfy { $0.holds(answer) }
        case .any(let parts): parts.contains { $0.holds(answer) }
        }
    }

    /// The same of other questions.
    package func renamed(_ name: (String) -> String) -> FormCondition {
        switch self {
        case .answered(let question, let value): .answered(question: name(question), with: value)
        case .not(let inner): .not(inner.renamed(name))
        case .all(let parts): .all(parts.map { $0.renamed(name) })
        case .any(let parts): .any(parts.map { $0.renamed(name) })
        }
    }

    /// The questions that it names.
    package var questions: Set<String> {
        switch self {
        case .answered(let question, _): [question]
        case .not(let inner): inner.questions
        case .all(let parts), .any(let parts): Set(parts.flatMap(\.questions))
        }
    }
}
