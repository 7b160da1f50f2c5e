/// A form as somebody wrote it: sections of questions, one edition of it.
package struct FormDefinition: Hashable, Sendable {
    package let id: String
    package let title: String
    package let edition: String
    /// What stands before the first question.
    package let says: [String]
    /// How long it takes, as told to whoever fills it in; nil where nobody has said.
    package let minutes: Int?
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
}

/// Questions that are asked on one page.
package struct FormSection: Hashable, Sendable {
    package let id: String
    package let title: String
    package let says: [String]
    package let condition: FormCondition?
    package let questions: [FormQuestion]

    package init(
        id: String,
        title: String,
        says: [String],
        condition: FormCondition?,
        questions: [FormQuestion]
    ) {
        self.id = id
        self.title = title
        self.says = says
        self.condition = condition
        self.questions = questions
    }
}

/// One thing asked.
package struct FormQuestion: Hashable, Sendable {
    package let id: String
    package let asks: String
    package let hint: String
    package let kind: FormQuestionKind
    package let isNeeded: Bool
    package let condition: FormCondition?

    package init(
        id: String,
        asks: String,
        hint: String,
        kind: FormQuestionKind,
        isNeeded: Bool,
        condition: FormCondition?
    ) {
        self.id = id
        self.asks = asks
        self.hint = hint
        self.kind = kind
        self.isNeeded = isNeeded
        self.condition = condition
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

/// When something is asked: by the answers to other questions.
package indirect enum FormCondition: Hashable, Sendable {
    case answered(question: String, with: String)
    case not(FormCondition)
    case all([FormCondition])
    case any([FormCondition])

    /// Whether it holds; an answer not given is none.
    package func holds(_ answer: (String) -> [String]) -> Bool {
        switch self {
        case .answered(let question, let value): answer(question).contains(value)
        case .not(let inner): !inner.holds(answer)
        case .all(let parts): parts.allSatisfy { $0.holds(answer) }
        case .any(let parts): parts.contains { $0.holds(answer) }
        }
    }
}

/// A number by which other systems know somebody.
package enum FormIdentifier: String, CaseIterable, Hashable, Sendable {
    case nhsNumber = "nhs-number"
    case upn
    case localAuthorityNumber = "local-authority-number"

    /// The number as it is kept; nil where it cannot be one.
    package func normalised(_ typed: String) -> String? {
        let text = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }
        return switch self {
        case .nhsNumber: isNHSNumber(text) ? text : nil
        case .upn: isUPN(text) ? text : nil
        case .localAuthorityNumber:
            !text.isEmpty && text.count <= 20 && text.utf8.allSatisfy(isLetterOrDigit) ? text : nil
        }
    }
}

/// Ten digits of which the last is 11 less the weighted sum of the others modulo 11; 11 counts as 0, 10 is never given.
private func isNHSNumber(_ text: String) -> Bool {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 10, digits.allSatisfy({ 0...9 ~= $0 }) else { return false }
    let sum = (0..<9).reduce(0) { $0 + digits[$1] * (10 - $1) }
    let check = (11 - sum % 11) % 11
    return check != 10 && check == digits[9]
}

/// A check letter, eleven digits and a digit or, for a temporary number, a letter.
private func isUPN(_ text: String) -> Bool {
    let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count == 13, let first = letters.firstIndex(of: bytes[0]) else { return false }
    var values: [Int] = []
    for (place, byte) in bytes.dropFirst().enumerated() {
        if 0x30...0x39 ~= byte {
            values.append(Int(byte) - 0x30)
        } else if place == 11, let letter = letters.firstIndex(of: byte) {
            values.append(letter)
        } else {
            return false
        }
    }
    return values.enumerated().reduce(0) { $0 + $1.element * ($1.offset + 2) } % 23 == first
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || 0x41...0x5A ~= byte
}
