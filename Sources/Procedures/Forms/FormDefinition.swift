/// A form as somebody wrote it: sections of questions, one edition of it.
package struct FormDefinition: Hashable, Sendable {
    package let id: String
    package let title: String
    package let edition: String
    /// What stands before the first question.
    package let says: [String]
    /// How long it takes, as told to whoever fills it in; nil where nobody has said.
    package let minutes: Int?
    /// In the order in which they are asked; a section that repeats stands here as often as it may.
    package let sections: [FormSection]

    package init(
        id: String,
        title: String,
        edition: String,
        says: [String],
        minutes: Int?,
        sections: [FormSection]
    ) {
        self.id = id
        self.title = title
        self.edition = edition
        self.says = says
        self.minutes = minutes
        self.sections = sections
    }

    package var questions: [FormQuestion] { sections.flatMap(\.questions) }

    /// The sections that repeat this one, itself the first; one that does not repeat stands alone.
    package func repetitions(of section: String) -> [FormSection] {
        sections.filter { ($0.repetition?.of ?? $0.id) == section }
    }
}

/// Questions that are asked on one page.
package struct FormSection: Hashable, Sendable {
    package let id: String
    package let title: String
    package let says: [String]
    package let condition: FormCondition?
    package let questions: [FormQuestion]
    /// Nil for a section that is asked once.
    package let repetition: FormRepetition?

    package init(
        id: String,
        title: String,
        says: [String],
        condition: FormCondition?,
        questions: [FormQuestion],
        repetition: FormRepetition? = nil
    ) {
        self.id = id
        self.title = title
        self.says = says
        self.condition = condition
        self.questions = questions
        self.repetition = repetition
    }
}

/// Which of several like sections one is: the third child of up to four.
package struct FormRepetition: Hashable, Sendable {
    /// The id of the first.
    package let of: String
    /// From 1.
    package let number: Int
    package let count: Int

    package init(of first: String, number: Int, count: Int) {
        of = first
        self.number = number
        self.count = count
    }

    /// The id in the section of that number: the third `child-name` is `child-name-3`, the first has no number.
    package static func id(_ first: String, _ number: Int) -> String {
        number == 1 ? first : "\(first)-\(number)"
    }
}

/// One thing asked.
package struct FormQuestion: Hashable, Sendable {
    package let id: String
    package let asks: String
    package let hint: String
    package let kind: FormQuestionKind
    /// No answer is a fault.
    package let isNeeded: Bool
    package let condition: FormCondition?
    package let rules: FormRules

    package init(
        id: String,
        asks: String,
        hint: String,
        kind: FormQuestionKind,
        isNeeded: Bool,
        condition: FormCondition?,
        rules: FormRules = .none
    ) {
        self.id = id
        self.asks = asks
        self.hint = hint
        self.kind = kind
        self.isNeeded = isNeeded
        self.condition = condition
        self.rules = rules
    }

    /// The names under which browsers send its answer.
    package var names: [String] {
        answerNames + (rules.doubts ? [sureName] : [])
    }

    /// The name under which somebody confirms what is unlikely.
    package var sureName: String { "\(id)-sure" }

    private var answerNames: [String] {
        let day = ["day", "month", "year"].map { "\(id)-\($0)" }
        return switch kind {
        case .day(false, _): day
        case .day(true, _): ["\(id)-how"] + day + ["day", "month", "year"].map { "\(id)-to-\($0)" }
        case .yesNoNotKnown(.some): [id, "\(id)-details"]
        case .signature: ["\(id)-name", "\(id)-role"]
        default: [id]
        }
    }
}

/// What sort of answer a question takes.
package enum FormQuestionKind: Hashable, Sendable {
    /// Characters at most.
    case text(most: Int)
    case longText(most: Int)
    /// A day that may be told less exactly, where that is allowed; one that may lie ahead, where that is.
    case day(isHonest: Bool, mayLieAhead: Bool)
    case time
    case number(least: Int, most: Int)
    case yesNo
    /// With what else is asked after one of the answers.
    case yesNoNotKnown(details: Details?)
    case choice([Option])
    case choices([Option])
    /// People, one to a line: name and what they are to the child.
    case people(most: Int)
    /// A table of short answers.
    case rows(columns: [Option], most: Int)
    case identifier(FormIdentifier)
    /// Documents, said by title and where they lie.
    case documents
    /// Name and role of whoever stands for the answers.
    case signature

    package struct Option: Hashable, Sendable {
        package let id: String
        package let says: String

        package init(id: String, says: String) {
            self.id = id
            self.says = says
        }
    }

    package struct Details: Hashable, Sendable {
        /// The answer after which they are asked.
        package let after: YesNoNotKnown
        package let asks: String

        package init(after: YesNoNotKnown, asks: String) {
            self.after = after
            self.asks = asks
        }
    }
}

package enum YesNoNotKnown: String, CaseIterable, Hashable, Sendable {
    case yes, no
    case notKnown = "not-known"
}
