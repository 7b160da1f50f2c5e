/// A section that applies, with the questions of it that are asked.
package struct AskedSection: Hashable, Sendable {
    package let section: FormSection
    /// As these answers make them: needed, or with a day that may lie ahead, where a condition says so.
    package let questions: [FormQuestion]
}

extension FormAnswers {
    /// What a form asks after these answers: an answer to a question that is itself not asked counts for nothing.
    package func asked(by form: FormDefinition) -> [AskedSection] {
        var asked: Set<String> = []
        func answer(_ question: String) -> [String] {
            asked.contains(question) ? values(of: question) : []
        }
        return form.sections.compactMap { section in
            guard section.condition?.holds(answer) ?? true else { return nil }
            var questions: [FormQuestion] = []
            for question in section.questions where question.condition?.holds(answer) ?? true {
                questions.append(question.settled(answer))
                asked.insert(question.id)
            }
            return AskedSection(section: section, questions: questions)
        }
    }

    /// Without what was answered to questions that these answers leave unasked.
    package func counting(in form: FormDefinition) -> FormAnswers {
        let names = Set(asked(by: form).flatMap { $0.questions.flatMap(\.names) })
        return FormAnswers(items: items.filter { names.contains($0.name) })
    }

    /// The numbers of the repetitions of a section that apply: 1 and 2 where two children were told of.
    package func repetitions(of section: String, in form: FormDefinition) -> [Int] {
        asked(by: form).map(\.section).filter { ($0.repetition?.of ?? $0.id) == section }
            .map { $0.repetition?.number ?? 1 }
    }
}

extension FormQuestion {
    /// The question as the answers before it make it.
    fileprivate func settled(_ answer: (String) -> [String]) -> FormQuestion {
        guard rules.neededWhen != nil || rules.aheadWhen != nil else { return self }
        var kind = kind
        if case .day(let isHonest, false) = kind, rules.aheadWhen?.holds(answer) ?? false {
            kind = .day(isHonest: isHonest, mayLieAhead: true)
        }
        return FormQuestion(
            id: id,
            asks: asks,
            hint: hint,
            kind: kind,
            isNeeded: isNeeded || rules.neededWhen?.holds(answer) ?? false,
            condition: condition,
            rules: rules
        )
    }
}
