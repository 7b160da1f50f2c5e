extension FormField {
    func marked(_ id: String, _ fault: String) -> FormField {
        switch self {
        case .line(let field, let width, let offer) where field.id == id:
            .line(field.marked(fault), width, offer)
        case .area(let field) where field.id == id: .area(field.marked(fault))
        case .secret(let field, let offer) where field.id == id:
            .secret(field.marked(fault), offer)
        case .date(let field) where field.id == id:
            .date(
                DateField(
                    id: id,
                    label: field.label,
                    hint: field.hint,
                    day: field.day,
                    month: field.month,
                    year: field.year,
                    fault: fault
                )
            )
        case .radio(let field) where field.id == id: .radio(field.marked(fault))
        case .boxes(let field) where field.id == id: .boxes(field.marked(fault))
        case .list(let field) where field.id == id: .list(field.marked(fault))
        case .file(let field) where field.id == id:
            .file(field.marked(fault))
        default: self
        }
    }
}

extension TextField {
    func marked(_ fault: String) -> TextField {
        TextField(id: id, label: label, hint: hint, value: value, fault: fault)
    }
}

extension ChoiceField {
    func marked(_ fault: String) -> ChoiceField {
        ChoiceField(id: id, label: label, hint: hint, groups: groups, fault: fault)
    }
}

extension String {
    /// Whether it asks by itself, as "When did it happen?" does and "Date of birth" does not.
    var isQuestion: Bool { hasSuffix("?") }

    /// What to do where it was left empty: `Enter the reason`, `Enter your name`, `Say who gave it`.
    var asEntered: String {
        if isQuestion { return "Answer: \(self)" }
        let first = prefix { $0.isLetter }.lowercased()
        let asking: Set = [
            "who", "whom", "whose", "what", "how", "why", "where", "which", "when", "to", "in",
            "from", "for",
        ]
        if asking.contains(first) { return "Say \(lowercasedStart)" }
        return first == "your" || first == "the"
            ? "Enter \(lowercasedStart)" : "Enter the \(lowercasedStart)"
    }

    /// Another sentence after a question or a heading.
    func followed(by sentence: String) -> String {
        isQuestion ? "\(self) \(sentence)" : "\(self). \(sentence)"
    }
}
