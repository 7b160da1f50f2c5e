/// Asks the questions of a form and reads the answers, in one pass: what is asked is what is read.
///
/// Before anything was sent it only asks. Every fault is kept beside its question, and everything typed is shown again.
/// What it returns for a question at fault only fills its place: nothing is done unless `isComplete`.
package struct FormFiller: Sendable {
    /// Nil until the form was sent.
    private let items: [(name: String, value: String)]?
    /// What was given before, where the form is asked again.
    private let before: [(name: String, value: String)]
    package internal(set) var fields: [FormField] = []
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

    func known(_ name: String, _ was: String) -> String {
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

    /// Marks a question with everything that proved wrong in what it asked for.
    package mutating func mark(_ id: String, all faults: [String]) {
        guard !faults.isEmpty else { return }
        for fault in faults { fail(id, fault) }
        let joined = faults.dropFirst().reduce(faults[0]) { joined, fault in
            joined + (joined.hasSuffix("?") ? " " : ". ") + fault
        }
        fields = fields.map { $0.marked(id, joined) }
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
