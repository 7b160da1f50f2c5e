package import WorkingDays

/// What somebody answered to a form: names with values as browsers send them, and nothing that belongs to no question.
package struct FormAnswers: Hashable, Sendable {
    package struct Item: Hashable, Sendable {
        package let name: String
        package let value: String
    }

    /// In the order of the form; none is empty.
    package let items: [Item]

    package static let none = FormAnswers(items: [])

    init(items: [Item]) {
        self.items = items
    }

    /// Takes them as they are, where no form is at hand to say what belongs to it.
    package init(asGiven items: [(name: String, value: String)]) {
        self.items = items.map { Item(name: $0.name, value: $0.value) }
    }

    /// In the order of the form, whatever order they were sent in; of a name that takes one value the first counts.
    package init(_ sent: [(name: String, value: String)], of form: FormDefinition) {
        var values: [String: [String]] = [:]
        for item in sent where !item.value.isEmpty {
            values[item.name, default: []].append(item.value)
        }
        items = form.questions.flatMap { question in
            question.names.flatMap { name in
                question.kind.kept(values[name] ?? []).map { Item(name: name, value: $0) }
            }
        }
    }

    /// As they are sent, and as `FormFiller` takes them.
    package var sent: [(name: String, value: String)] { items.map { ($0.name, $0.value) } }

    package func values(of name: String) -> [String] {
        items.filter { $0.name == name }.map(\.value)
    }

    /// A line or a longer text, trimmed; nil where nothing was written.
    package func text(of question: String) -> String? {
        guard let value = items.first(where: { $0.name == question })?.value else { return nil }
        let text = plain(value)
        return text.isEmpty ? nil : text
    }

    /// The ids that were chosen: of a choice at most one.
    package func chosen(of question: String) -> [String] { values(of: question) }

    package func yesNoNotKnown(of question: String) -> YesNoNotKnown? {
        text(of: question).flatMap { YesNoNotKnown(rawValue: $0) }
    }

    /// What was said besides yes, no or not known.
    package func details(of question: String) -> String? { text(of: "\(question)-details") }

    /// The day as far as it is known, whether the question takes it half known or not.
    package func day(of question: String) -> HonestDay? {
        let how = text(of: "\(question)-how").flatMap { HonestDayHow(rawValue: $0) } ?? .exact
        return how.day(typed(question), typed("\(question)-to"))
    }

    /// The three boxes of a day.
    package func typed(_ name: String) -> TypedDate {
        TypedDate(
            day: text(of: "\(name)-day") ?? "",
            month: text(of: "\(name)-month") ?? "",
            year: text(of: "\(name)-year") ?? ""
        )
    }

    package func time(of question: String) -> Minute? {
        text(of: question).flatMap { Minute($0) }
    }

    package func number(of question: String) -> Int? {
        text(of: question).flatMap { Int($0) }
    }

    /// As it is kept; nil where there is none or it cannot be one.
    package func identifier(of question: String, as identifier: FormIdentifier) -> String? {
        text(of: question).flatMap { identifier.normalised($0) }
    }

    /// People, documents or rows, one to a line.
    package func lines(of question: String) -> [String] {
        text(of: question)?.split(whereSeparator: \.isNewline).map { plain(String($0)) }
            .filter { !$0.isEmpty } ?? []
    }

    /// The cells of each line of a table.
    package func rows(of question: String) -> [[String]] {
        lines(of: question).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map { plain(String($0)) }
        }
    }

    /// Who stands for the answers.
    package func signature(of question: String) -> (name: String, role: String)? {
        guard let name = text(of: "\(question)-name") else { return nil }
        return (name, text(of: "\(question)-role") ?? "")
    }
}

extension FormQuestionKind {
    /// What is kept of values sent under one name: as many as it takes, each once.
    fileprivate func kept(_ values: [String]) -> [String] {
        guard case .choices(let options) = self else { return Array(values.prefix(1)) }
        return options.map(\.id).filter { values.contains($0) }
    }
}

/// Without the blanks around it, and with the line ends that everything else here has.
private func plain(_ value: String) -> String {
    var text = Substring(value)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text.map { $0.isNewline ? "\n" : $0 })
}

extension FormAnswers: Codable {
    /// Reads `[["name","value"],...]`.
    package init(from decoder: any Decoder) throws {
        let pairs = try decoder.singleValueContainer().decode([[String]].self)
        items = try pairs.map { pair in
            guard pair.count == 2 else {
                throw DecodingError.dataCorrupted(
                    .init(
                        codingPath: decoder.codingPath,
                        debugDescription: "no pair of name and value"
                    )
                )
            }
            return Item(name: pair[0], value: pair[1])
        }
    }

    /// Writes `[["name","value"],...]`.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(items.map { [$0.name, $0.value] })
    }
}
