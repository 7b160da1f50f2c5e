import Procedures
package import WorkingDays

/// Asks the questions of a form and reads the answers, in one pass: what is asked is what is read.
///
/// Before anything was sent it only asks. Every fault is kept beside its question, and everything typed is shown again.
/// What it returns for a question at fault only fills its place: nothing is done unless `isComplete`.
package struct FormFiller: Sendable {
    /// Nil until the form was sent.
    private let items: [(name: String, value: String)]?
    /// What was given before, where the form is asked again.
    private let before: [(name: String, value: String)]
    package private(set) var fields: [FormField] = []
    package private(set) var errors: [FormError] = []
    package private(set) var carried: [(name: String, value: String)] = []

    package init(
        _ items: [(name: String, value: String)]?,
        filledWith before: [(name: String, value: String)] = []
    ) {
        self.items = items
        self.before = before
    }

    package var isSent: Bool { items != nil }
    package var isComplete: Bool { isSent && errors.isEmpty }

    /// A value that no question of the page shows.
    package func hidden(_ name: String) -> String? { items?.first { $0.name == name }?.value }

    private func known(_ name: String, _ was: String) -> String {
        if isSent { return hidden(name) ?? "" }
        return before.first { $0.name == name }?.value ?? was
    }

    package func values(_ name: String) -> [String] {
        items?.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) ?? []
    }

    /// Something that the page sends along with the answers, as it was when the page was first made.
    package mutating func carry(_ name: String, _ value: String) {
        carried.append((name: name, value: hidden(name) ?? value))
    }

    /// What was sent, but for what the page adds by itself.
    package func sent(but own: Set<String>) -> [(name: String, value: String)] {
        items?.filter { !own.contains($0.name) } ?? []
    }

    package mutating func fail(_ field: String, _ message: String) {
        errors.append(FormError(field: field, message: message))
    }

    /// Something about the whole that no single question shows.
    package mutating func fail(_ message: String) {
        fail(fields.first?.control ?? "main", message)
    }

    /// Whether there is such a question.
    package func asks(_ id: String) -> Bool {
        fields.contains { $0.control == id || $0.control == "\(id)-day" }
    }

    package mutating func heading(_ text: String) {
        fields.append(.heading(text))
    }

    /// A line of text.
    package mutating func line(
        _ id: String,
        _ label: String,
        hint: String = "",
        was: String = "",
        isNeeded: Bool = true,
        most: Int = 300,
        width: FormField.Width = .broad,
        offer: FormField.Offer = .nothing
    ) -> String {
        let (text, fault) = text(id, label, was: was, isNeeded: isNeeded, most: most)
        let field = TextField(id: id, label: label, hint: hint, value: text, fault: fault)
        fields.append(.line(field, width, offer))
        return text
    }

    /// A longer text.
    package mutating func area(
        _ id: String,
        _ label: String,
        hint: String = "",
        was: String = "",
        isNeeded: Bool = true,
        most: Int = 4000
    ) -> String {
        let (text, fault) = text(id, label, was: was, isNeeded: isNeeded, most: most)
        fields.append(
            .area(TextField(id: id, label: label, hint: hint, value: text, fault: fault))
        )
        return text
    }

    /// The reason that every change of what was recorded wants.
    package mutating func reason(_ hint: String = "") -> String {
        area("reason", "Reason", hint: hint)
    }

    /// A password or the like; what was typed is read, and not shown again.
    package mutating func secret(
        _ id: String,
        _ label: String,
        hint: String = "",
        offer: FormField.Offer
    ) -> String {
        let typed = hidden(id) ?? ""
        let fault = isSent && typed.isEmpty ? label.asEntered : nil
        if let fault { fail(id, fault) }
        fields.append(
            .secret(TextField(id: id, label: label, hint: hint, value: "", fault: fault), offer)
        )
        return typed
    }

    /// Asks about an answer that is unlikely: it is kept, and stands once somebody says that it is right.
    ///
    /// What is confirmed is the doubt itself, so that another answer is doubted anew.
    package mutating func doubt(_ id: String, _ label: String, _ doubt: String) {
        let choice = (id: doubt, label: "Yes, it is right. \(doubt)")
        let ticked = boxes(id, label.followed(by: "Is this right?"), [choice])
        if isSent, ticked.isEmpty { mark(id, "Is this right? \(doubt)") }
    }

    /// Marks the question asked last, once what it asked for proved wrong.
    package mutating func mark(_ id: String, _ fault: String) {
        fail(id, fault)
        fields = fields.map { $0.marked(id, fault) }
    }

    package mutating func day(
        _ id: String,
        _ label: String,
        hint: String = "",
        was: Day? = nil
    ) -> Day {
        optionalDay(id, label, hint: hint, was: was, isNeeded: true) ?? .first
    }

    package mutating func optionalDay(
        _ id: String,
        _ label: String,
        hint: String = "",
        was: Day? = nil,
        isNeeded: Bool = false
    ) -> Day? {
        let parts = was.map { $0.ymd }
        func box(_ part: String, _ known: Int?) -> String {
            self.known("\(id)-\(part)", known.map { "\($0)" } ?? "").trimmed
        }
        let typed = TypedDate(
            day: box("day", parts?.day),
            month: box("month", parts?.month),
            year: box("year", parts?.year)
        )
        var fault: String?
        if isSent, typed.isEmpty, isNeeded {
            let words = label.isQuestion ? "Answer: \(label)" : "\(label) must be given"
            fault = words
            fail("\(id)-day", words)
        } else if isSent, !typed.isEmpty, typed.day == nil {
            let (part, what) = typed.fault
            fault = "\(label) \(what)"
            fail("\(id)-\(part)", "\(label) \(what)")
        }
        fields.append(
            .date(
                DateField(
                    id: id,
                    label: label,
                    hint: hint,
                    day: typed.dayText,
                    month: typed.monthText,
                    year: typed.yearText,
                    fault: fault
                )
            )
        )
        return typed.day
    }

    /// A day of which perhaps only some boxes can be filled; what they say is judged by whoever asks.
    mutating func partialDay(_ id: String, _ label: String, hint: String) -> TypedDate {
        let typed = TypedDate(
            day: known("\(id)-day", "").trimmed,
            month: known("\(id)-month", "").trimmed,
            year: known("\(id)-year", "").trimmed
        )
        fields.append(
            .date(
                DateField(
                    id: id,
                    label: label,
                    hint: hint,
                    day: typed.dayText,
                    month: typed.monthText,
                    year: typed.yearText,
                    fault: nil
                )
            )
        )
        return typed
    }

    /// A time of day, which may be left empty.
    package mutating func time(
        _ id: String,
        _ label: String,
        hint: String = "Leave empty if it does not matter. Like 16:05.",
        was: Minute? = nil
    ) -> Minute? {
        let typed = known(id, was.map { $0.description } ?? "").trimmed
        let minute = Minute(typed)
        var fault: String?
        if isSent, !typed.isEmpty, minute == nil {
            fault = "The time must be written like 16:05"
            fail(id, "The time must be written like 16:05")
        }
        let field = TextField(id: id, label: label, hint: hint, value: typed, fault: fault)
        fields.append(.line(field, .short, .nothing))
        return minute
    }

    /// One of a few, shown as buttons.
    package mutating func radio(
        _ id: String,
        _ label: String,
        hint: String = "",
        _ options: [(id: String, label: String, hint: String)],
        was: String = "",
        isNeeded: Bool = true
    ) -> String {
        let (chosen, fault) = chosen(id, label, options.map(\.id), was: was, isNeeded: isNeeded)
        let choices = options.map {
            Choice(id: $0.id, label: $0.label, hint: $0.hint, isChosen: $0.id == chosen)
        }
        fields.append(
            .radio(
                ChoiceField(
                    id: id,
                    label: label,
                    hint: hint,
                    groups: [ChoiceGroup(label: "", choices: choices)],
                    fault: fault
                )
            )
        )
        return chosen
    }

    /// Yes or no.
    package mutating func yesNo(
        _ id: String,
        _ label: String,
        hint: String = "",
        was: Bool? = nil
    ) -> Bool {
        let options = [(id: "yes", label: "Yes", hint: ""), (id: "no", label: "No", hint: "")]
        let known = was.map { $0 ? "yes" : "no" } ?? ""
        return radio(id, label, hint: hint, options, was: known) == "yes"
    }

    /// Any of a few.
    package mutating func boxes(
        _ id: String,
        _ label: String,
        hint: String = "",
        _ options: [(id: String, label: String)],
        was: [String] = [],
        isNeeded: Bool = false
    ) -> [String] {
        let valid = Set(options.map(\.id))
        let earlier = before.filter { $0.name == id }.map(\.value)
        let given = isSent ? values(id) : earlier.isEmpty ? was : earlier
        let chosen = given.filter { valid.contains($0) }
        var fault: String?
        if isSent, isNeeded, chosen.isEmpty {
            fault = "Choose at least one: \(label.lowercasedStart)"
            fail(id, fault ?? "")
        }
        let choices = options.map {
            Choice(id: $0.id, label: $0.label, isChosen: chosen.contains($0.id))
        }
        fields.append(
            .boxes(
                ChoiceField(
                    id: id,
                    label: label,
                    hint: hint,
                    groups: [ChoiceGroup(label: "", choices: choices)],
                    fault: fault
                )
            )
        )
        return chosen
    }

    /// One of many, in groups.
    package mutating func list(
        _ id: String,
        _ label: String,
        hint: String = "",
        _ groups: [(label: String, options: [(id: String, label: String)])],
        was: String = "",
        isNeeded: Bool = true
    ) -> String {
        let valid = groups.flatMap { $0.options.map(\.id) }
        let (chosen, fault) = chosen(id, label, valid, was: was, isNeeded: isNeeded)
        let first = ChoiceGroup(
            label: "",
            choices: [
                Choice(id: "", label: isNeeded ? "Choose" : "None", isChosen: chosen.isEmpty)
            ]
        )
        let rest = groups.map { group in
            ChoiceGroup(
                label: group.label,
                choices: group.options.map {
                    Choice(id: $0.id, label: $0.label, isChosen: $0.id == chosen)
                }
            )
        }
        fields.append(
            .list(
                ChoiceField(
                    id: id,
                    label: label,
                    hint: hint,
                    groups: [first] + rest,
                    fault: fault
                )
            )
        )
        return chosen
    }

    /// A file; what came of the one that was sent is said by whoever took it.
    package mutating func file(
        _ id: String,
        _ label: String,
        hint: String,
        fault: String?
    ) {
        if let fault { fail(id, fault) }
        fields.append(
            .file(TextField(id: id, label: label, hint: hint, value: "", fault: fault))
        )
    }

    private mutating func text(
        _ id: String,
        _ label: String,
        was: String,
        isNeeded: Bool,
        most: Int
    ) -> (text: String, fault: String?) {
        let typed = known(id, was)
        let text = typed.trimmed
        guard isSent else { return (text, nil) }
        if isNeeded, text.isEmpty {
            let fault = label.asEntered
            fail(id, fault)
            return (text, fault)
        }
        let count = text.count
        guard count > most else { return (text, nil) }
        let fault = "\(label) has \(count) characters; shorten it to \(most) or fewer"
        fail(id, fault)
        return (text, fault)
    }

    private mutating func chosen(
        _ id: String,
        _ label: String,
        _ valid: [String],
        was: String,
        isNeeded: Bool
    ) -> (chosen: String, fault: String?) {
        let typed = known(id, was)
        if valid.contains(typed) || typed.isEmpty && !isNeeded { return (typed, nil) }
        guard isSent else { return ("", nil) }
        let fault = "Choose an answer: \(label.lowercasedStart)"
        fail(id, fault)
        return ("", fault)
    }
}

extension FormField {
    fileprivate func marked(_ id: String, _ fault: String) -> FormField {
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
    fileprivate func marked(_ fault: String) -> TextField {
        TextField(id: id, label: label, hint: hint, value: value, fault: fault)
    }
}

extension ChoiceField {
    fileprivate func marked(_ fault: String) -> ChoiceField {
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
