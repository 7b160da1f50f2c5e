import Procedures

extension Context {
    /// A condition on the questions before it.
    mutating func formCondition(
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
