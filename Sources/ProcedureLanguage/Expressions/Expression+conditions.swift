import Procedures

extension Expression {
    /// Terms joined by `and` or by `or`; both side by side want brackets.
    mutating func condition(_ context: inout Context, depth: Int = 0) -> Condition? {
        guard depth < 16 else {
            report("brackets are nested more than 16 deep", &context)
            return nil
        }
        guard let first = term(&context, depth) else { return nil }
        var terms = [first]
        var joint: String?
        while next == "and" || next == "or" {
            let word = next
            if let joint, joint != word {
                report(
                    "'and' and 'or' stand side by side; put brackets round one of them",
                    &context
                )
                return nil
            }
            joint = word
            _ = take()
            guard let more = term(&context, depth) else { return nil }
            terms.append(more)
        }
        guard let joint else { return first }
        return joint == "and" ? .all(terms) : .any(terms)
    }

    private mutating func term(_ context: inout Context, _ depth: Int) -> Condition? {
        var isNegated = false
        while take("not") { isNegated.toggle() }
        guard let term = plainTerm(&context, depth) else { return nil }
        return isNegated ? .not(term) : term
    }

    private mutating func plainTerm(_ context: inout Context, _ depth: Int) -> Condition? {
        if take("(") {
            guard let inner = condition(&context, depth: depth + 1) else { return nil }
            guard take(")") else {
                report("a bracket is not closed", &context)
                return nil
            }
            return inner
        }
        guard let word = take() else {
            report("a fact is missing here", &context)
            return nil
        }
        let number = position - 1
        if take("is") { return outcome(of: word.text, atWord: number, &context) }
        if let fact = Fact(id: word.text) { return .fact(fact) }
        if let question = context.names.number(.question, word.text) {
            context.use(.question, word.text)
            return .question(Reference(question))
        }
        report(
            unknown(
                "fact or question",
                word.text,
                valid: Fact.allCases.map(\.id) + context.names.all(.question),
                plural: "facts and questions"
            ),
            atWord: number,
            &context
        )
        return nil
    }

    private mutating func outcome(
        of name: String,
        atWord number: Int,
        _ context: inout Context
    ) -> Condition? {
        let (place, length) = place(ofWord: number)
        guard let step = context.find(.step, name, at: place, length: length) else { return nil }
        guard let outcome = take() else {
            report("the outcome of '\(name)' is missing", &context)
            return nil
        }
        let valid = context.names.steps[name]?.outcomes ?? []
        guard valid.contains(outcome.text) else {
            report(
                valid.isEmpty
                    ? "'\(name)' has no outcomes"
                    : "'\(name)' has no outcome '\(outcome.text)'; its outcomes are \(valid.joined(separator: ", "))",
                atWord: position - 1,
                &context
            )
            return nil
        }
        return .outcome(of: Reference(step), is: outcome.text)
    }
}
