import Procedures

/// The sections and questions read so far, with what others further down can name.
struct AskedQuestions {
    /// The ids of questions, in the order in which they are asked.
    private(set) var order: [String] = []
    /// What a condition can ask of each; one that could not be read takes yes and no.
    private(set) var answers: [String: [String]] = [:]
    /// Those that ask for a day.
    private(set) var days: [String] = []
    /// Those that could not be read: what is said of them is not judged.
    private(set) var unread: Set<String> = []
    private var sections: Set<String> = ["whole"]
    private var names: [String: String] = [:]

    /// False where there is such a section already.
    mutating func declare(section id: String) -> Bool {
        sections.insert(id).inserted
    }

    /// The name that a question would share with another.
    func taken(by question: FormQuestion) -> (name: String, other: String)? {
        for name in [question.id] + question.names {
            if let other = names[name] { return (name, other) }
        }
        return nil
    }

    mutating func add(_ question: FormQuestion) {
        order.append(question.id)
        answers[question.id] = question.kind.namedAnswers
        if case .day = question.kind { days.append(question.id) }
        for name in [question.id] + question.names { names[name] = question.id }
    }

    mutating func add(_ unread: String) {
        order.append(unread)
        answers[unread] = ["yes", "no"]
        self.unread.insert(unread)
    }
}

extension FormQuestionKind {
    /// What a condition can ask for.
    fileprivate var namedAnswers: [String] {
        switch self {
        case .yesNo: ["yes", "no"]
        case .yesNoNotKnown: YesNoNotKnown.allCases.map(\.rawValue)
        case .choice(let options), .choices(let options): options.map(\.id)
        default: []
        }
    }
}
