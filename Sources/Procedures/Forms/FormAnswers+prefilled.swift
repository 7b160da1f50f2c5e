extension FormDefinition {
    /// What earlier forms have answered already: of questions with the same id and kind, the first form that says it.
    ///
    /// Nobody's signature is carried over, nor what somebody confirmed.
    package func prefilled(from earlier: [(FormDefinition, FormAnswers)]) -> FormAnswers {
        var items: [(name: String, value: String)] = []
        let sources = earlier.map { form, answers in
            let questions = answers.asked(by: form).flatMap(\.questions)
            return (
                kinds: Dictionary(questions.map { ($0.id, $0.kind) }) { first, _ in first },
                values: Dictionary(grouping: answers.items, by: \.name)
            )
        }
        for question in questions {
            for source in sources {
                guard let kind = source.kinds[question.id], question.kind.takesAnswers(of: kind)
                else { continue }
                let given = question.names.filter { $0 != question.sureName }
                    .flatMap { source.values[$0] ?? [] }
                    .filter { question.kind.takes($0.value) || $0.name != question.id }
                guard !given.isEmpty else { continue }
                items += given.map { ($0.name, $0.value) }
                break
            }
        }
        return FormAnswers(items, of: self)
    }
}

extension FormQuestionKind {
    /// Kinds are the same where their answers are: however long they may be, and whatever options each offers.
    fileprivate func takesAnswers(of other: FormQuestionKind) -> Bool {
        switch (self, other) {
        case (.text, .text), (.longText, .longText), (.time, .time), (.number, .number),
            (.yesNo, .yesNo), (.yesNoNotKnown, .yesNoNotKnown), (.choice, .choice),
            (.choices, .choices), (.people, .people), (.documents, .documents):
            true
        case (.day(let isHonest, _), .day(let otherIsHonest, _)): isHonest == otherIsHonest
        case (.rows(let columns, _), .rows(let otherColumns, _)):
            columns.map(\.id) == otherColumns.map(\.id)
        case (.identifier(let identifier), .identifier(let other)): identifier == other
        default: false
        }
    }

    /// Whether one of the options is meant, where there are options.
    fileprivate func takes(_ value: String) -> Bool {
        switch self {
        case .choice(let options), .choices(let options): options.contains { $0.id == value }
        default: true
        }
    }
}
