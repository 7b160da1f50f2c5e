package import Procedures

/// Reads one form, or says everything that is wrong with it.
package func readForm(_ text: String) -> (form: FormDefinition?, diagnostics: [Diagnostic]) {
    var context = Context()
    guard
        let root = readFile(text, into: &context.diagnostics),
        let map = MapReader(
            root,
            "a form",
            keys: ["form", "title", "edition", "says", "minutes", "sections"],
            required: ["form", "title", "edition", "sections"],
            &context
        )
    else { return (nil, context.diagnostics.sorted) }
    var asked = AskedQuestions()
    let form = FormDefinition(
        id: context.identifier(map["form"]),
        title: map.text("title", &context) ?? "",
        edition: map.text("edition", &context) ?? "",
        says: map.texts("says", &context),
        minutes: map["minutes"].flatMap { context.number($0, in: 1...240) },
        sections: context.sections(map["sections"], &asked)
    )
    if form.sections.isEmpty, let node = map["sections"], node.entries?.isEmpty ?? true {
        context.diagnostics.error("a form has at least one section", at: node)
    }
    return (context.diagnostics.hasErrors ? nil : form, context.diagnostics.sorted)
}

extension Context {
    fileprivate mutating func sections(
        _ node: YAMLNode?,
        _ asked: inout AskedQuestions
    ) -> [FormSection] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            diagnostics.error("the sections are a map of names, not \(node.sort)", at: node)
            return []
        }
        var sections: [FormSection] = []
        for entry in entries {
            _ = identifier(entry.key)
            if asked.declare(section: entry.name) {
                sections += section(entry, &asked)
            } else {
                diagnostics.error(
                    "the section '\(entry.name)' has the name of one that stands already",
                    at: entry.key
                )
            }
        }
        return sections
    }

    /// One section, or as many as it repeats.
    private mutating func section(
        _ entry: YAMLNode.Entry,
        _ asked: inout AskedQuestions
    ) -> [FormSection] {
        guard
            let map = MapReader(
                entry.value,
                "a section",
                keys: ["title", "says", "if", "questions"] + RepeatedSection.keys,
                required: ["title", "questions"],
                &self
            )
        else { return [] }
        let condition = map["if"].flatMap { formCondition($0, asked) }
        let repeated = repeatedSection(map)
        let section = FormSection(
            id: entry.name,
            title: map.text("title", &self) ?? "",
            says: map.texts("says", &self),
            condition: condition,
            questions: questions(map["questions"], &asked)
        )
        guard let repeated else { return [section] }
        return repetitions(of: section, repeated, entry, &asked)
    }

    private mutating func questions(
        _ node: YAMLNode?,
        _ asked: inout AskedQuestions
    ) -> [FormQuestion] {
        guard let node else { return [] }
        guard let entries = node.entries else {
            diagnostics.error("the questions are a map of names, not \(node.sort)", at: node)
            return []
        }
        return entries.compactMap { entry in
            if asked.order.contains(entry.name) {
                diagnostics.error("the question '\(entry.name)' is asked already", at: entry.key)
                return nil
            }
            _ = identifier(entry.key)
            guard let question = question(entry.name, entry.value, asked) else {
                // A condition further down may name it: that is not a fault of its own.
                asked.add(entry.name)
                return nil
            }
            add(question, at: entry.key, &asked)
            return question
        }
    }

    /// Takes a question's names, unless another has one of them.
    mutating func add(
        _ question: FormQuestion,
        at key: YAMLNode,
        _ asked: inout AskedQuestions
    ) {
        if let (name, other) = asked.taken(by: question) {
            diagnostics.error(
                "the question '\(question.id)' takes the name '\(name)', which belongs to '\(other)'; give one of them another name",
                at: key
            )
        }
        asked.add(question)
    }
}
