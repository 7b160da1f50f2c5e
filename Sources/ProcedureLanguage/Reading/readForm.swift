package import Procedures

/// Reads one form, or says everything that is wrong with it.
package func readForm(_ text: String) -> (form: FormDefinition?, diagnostics: [Diagnostic]) {
    var context = Context()
    guard let root = readYAML(text, into: &context.diagnostics) else {
        if !context.diagnostics.hasErrors {
            context.diagnostics.error("the file is empty", at: Place(line: 1, column: 1))
        }
        return (nil, context.diagnostics.sorted)
    }
    guard
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
        sections: context.named(map["sections"], "the sections") { id, node, context in
            context.section(id, node, &asked)
        }
    )
    if form.sections.isEmpty, let node = map["sections"], node.entries?.isEmpty ?? true {
        context.diagnostics.error("a form has at least one section", at: node)
    }
    return (context.diagnostics.hasErrors ? nil : form, context.diagnostics.sorted)
}

/// The questions read so far, with the answers that a condition can name.
struct AskedQuestions {
    private(set) var answers: [String: [String]] = [:]
    private(set) var order: [String] = []

    mutating func add(_ id: String, _ kind: FormQuestionKind) {
        order.append(id)
        answers[id] = kind.namedAnswers
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

extension Context {
    fileprivate mutating func section(
        _ id: String,
        _ node: YAMLNode,
        _ asked: inout AskedQuestions
    ) -> FormSection? {
        guard
            let map = MapReader(
                node,
                "a section",
                keys: ["title", "says", "if", "questions"],
                required: ["title", "questions"],
                &self
            )
        else { return nil }
        let condition = map["if"].flatMap { formCondition($0, asked) }
        var questions: [FormQuestion] = []
        for entry in map["questions"]?.entries ?? [] {
            if asked.order.contains(entry.name) {
                diagnostics.error("the question '\(entry.name)' is asked already", at: entry.key)
                continue
            }
            _ = identifier(entry.key)
            if let question = question(entry.name, entry.value, &asked) {
                questions.append(question)
            }
        }
        if let node = map["questions"], node.entries == nil {
            diagnostics.error("the questions are a map of names, not \(node.sort)", at: node)
        }
        return FormSection(
            id: id,
            title: map.text("title", &self) ?? "",
            says: map.texts("says", &self),
            condition: condition,
            questions: questions
        )
    }

    private mutating func question(
        _ id: String,
        _ node: YAMLNode,
        _ asked: inout AskedQuestions
    ) -> FormQuestion? {
        guard
            let map = MapReader(
                node,
                "a question",
                keys: [
                    "asks", "hint", "kind", "needed", "if", "most", "least", "options", "columns",
                    "details", "honest", "ahead",
                ],
                required: ["asks", "kind"],
                &self
            )
        else { return nil }
        let condition = map["if"].flatMap { formCondition($0, asked) }
        guard let name: KindName = map.choice("kind", &self) else {
            // A condition further down may name it: that is not a fault of its own.
            asked.add(id, .yesNo)
            return nil
        }
        refuseStrayKeys(map, of: name)
        guard let kind = kind(name, map) else {
            asked.add(id, .yesNo)
            return nil
        }
        asked.add(id, kind)
        return FormQuestion(
            id: id,
            asks: map.text("asks", &self) ?? "",
            hint: map.text("hint", &self) ?? "",
            kind: kind,
            isNeeded: map.flag("needed", &self),
            condition: condition
        )
    }

    private enum KindName: String, CaseIterable {
        case text
        case longText = "long-text"
        case day, time, number
        case yesNo = "yes-no"
        case yesNoNotKnown = "yes-no-not-known"
        case choice, choices, people, rows
        case nhsNumber = "nhs-number"
        case upn
        case localAuthorityNumber = "local-authority-number"
        case documents, signature

        /// The keys that mean something for it, besides those of every question.
        var keys: Set<String> {
            switch self {
            case .text, .longText, .people: ["most"]
            case .day: ["honest", "ahead"]
            case .number: ["least", "most"]
            case .yesNoNotKnown: ["details"]
            case .choice, .choices: ["options"]
            case .rows: ["columns", "most"]
            default: []
            }
        }
    }

    private mutating func refuseStrayKeys(_ map: MapReader, of kind: KindName) {
        let own = kind.keys
        for key in ["most", "least", "options", "columns", "details", "honest", "ahead"]
        where map[key] != nil && !own.contains(key) {
            diagnostics.error(
                "'\(key)' means nothing for a question of kind '\(kind.rawValue)'",
                at: map.key(key)
            )
        }
    }

    private mutating func kind(_ name: KindName, _ map: MapReader) -> FormQuestionKind? {
        func most(_ usual: Int, _ range: ClosedRange<Int>) -> Int {
            map["most"].flatMap { number($0, in: range) } ?? usual
        }
        switch name {
        case .text: return .text(most: most(200, 1...1_000))
        case .longText: return .longText(most: most(10_000, 1...100_000))
        case .day:
            return .day(
                isHonest: map.flag("honest", &self),
                mayLieAhead: map.flag("ahead", &self)
            )
        case .time: return .time
        case .number:
            let least = map["least"].flatMap { number($0, in: -1_000_000...1_000_000) } ?? 0
            let most = most(1_000_000, -1_000_000...1_000_000)
            if most < least, let node = map["most"] {
                diagnostics.error("'most' is less than 'least'", at: node)
            }
            return .number(least: least, most: max(least, most))
        case .yesNo: return .yesNo
        case .yesNoNotKnown: return .yesNoNotKnown(details: map["details"].flatMap { details($0) })
        case .choice: return options(map, "options").map { .choice($0) }
        case .choices: return options(map, "options").map { .choices($0) }
        case .people: return .people(most: most(20, 1...50))
        case .rows:
            let most = most(20, 1...200)
            return options(map, "columns").map { .rows(columns: $0, most: most) }
        case .nhsNumber: return .identifier(.nhsNumber)
        case .upn: return .identifier(.upn)
        case .localAuthorityNumber: return .identifier(.localAuthorityNumber)
        case .documents: return .documents
        case .signature: return .signature
        }
    }

    private mutating func options(
        _ map: MapReader,
        _ key: String
    ) -> [FormQuestionKind.Option]? {
        guard let node = map[key] else {
            diagnostics.error("the question has no '\(key)'", at: map.node)
            return nil
        }
        let options = named(node, "'\(key)'") { id, value, context in
            context.text(value).map { FormQuestionKind.Option(id: id, says: $0) }
        }
        for entry in node.entries ?? [] { _ = identifier(entry.key) }
        if let entries = node.entries, entries.count < 2, key == "options" {
            diagnostics.error("there is nothing to choose among fewer than two options", at: node)
        }
        return options.isEmpty ? nil : options
    }

    private mutating func details(_ node: YAMLNode) -> FormQuestionKind.Details? {
        guard
            let map = MapReader(
                node,
                "the details",
                keys: ["after", "asks"],
                required: ["after", "asks"],
                &self
            ),
            let after: YesNoNotKnown = map.choice("after", &self),
            let asks = map.text("asks", &self)
        else { return nil }
        return FormQuestionKind.Details(after: after, asks: asks)
    }

    fileprivate mutating func number(_ node: YAMLNode, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(node) else { return nil }
        if let number = Int(text), range.contains(number) { return number }
        diagnostics.error(
            "'\(text)' is no whole number from \(range.lowerBound) to \(range.upperBound)",
            at: node
        )
        return nil
    }

    // Conditions

    fileprivate mutating func formCondition(
        _ node: YAMLNode,
        _ asked: AskedQuestions
    ) -> FormCondition? {
        expression(node) { $0.formCondition(&$1, asked, depth: 0) }
    }
}

extension Expression {
    /// Terms joined by `and` or by `or`; both side by side want brackets.
    fileprivate mutating func formCondition(
        _ context: inout Context,
        _ asked: AskedQuestions,
        depth: Int
    ) -> FormCondition? {
        guard depth < 16 else {
            report("brackets are nested more than 16 deep", &context)
            return nil
        }
        guard let first = formTerm(&context, asked, depth) else { return nil }
        var terms = [first]
        var joint: String?
        while next == "and" || next == "or" {
            if let joint, joint != next {
                report(
                    "'and' and 'or' stand side by side; put brackets round one of them",
                    &context
                )
                return nil
            }
            joint = next
            _ = take()
            guard let more = formTerm(&context, asked, depth) else { return nil }
            terms.append(more)
        }
        guard let joint else { return first }
        return joint == "and" ? .all(terms) : .any(terms)
    }

    private mutating func formTerm(
        _ context: inout Context,
        _ asked: AskedQuestions,
        _ depth: Int
    ) -> FormCondition? {
        var isNegated = false
        while take("not") { isNegated.toggle() }
        guard let term = plainFormTerm(&context, asked, depth) else { return nil }
        return isNegated ? .not(term) : term
    }

    private mutating func plainFormTerm(
        _ context: inout Context,
        _ asked: AskedQuestions,
        _ depth: Int
    ) -> FormCondition? {
        if take("(") {
            guard let inner = formCondition(&context, asked, depth: depth + 1) else { return nil }
            guard take(")") else {
                report("a bracket is not closed", &context)
                return nil
            }
            return inner
        }
        guard let question = take() else {
            report("a question is missing here", &context)
            return nil
        }
        guard let valid = asked.answers[question.text] else {
            report(
                unknown(
                    "question",
                    question.text,
                    valid: asked.order,
                    plural: "questions before it"
                ),
                atWord: position - 1,
                &context
            )
            return nil
        }
        guard take("is"), let value = take() else {
            report("say what the answer is: '\(question.text) is yes'", &context)
            return nil
        }
        guard valid.contains(value.text) else {
            report(
                valid.isEmpty
                    ? "'\(question.text)' has no answers that can be named"
                    : "'\(question.text)' has no answer '\(value.text)'; its answers are \(valid.joined(separator: ", "))",
                atWord: position - 1,
                &context
            )
            return nil
        }
        return .answered(question: question.text, with: value.text)
    }
}
