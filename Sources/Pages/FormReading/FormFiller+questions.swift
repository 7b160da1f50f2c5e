import Procedures
import WorkingDays

extension FormFiller {
    /// Asks a question of a written form, and reads the answer.
    mutating func ask(_ question: FormQuestion, today: Day) {
        let (id, asks, hint) = (question.id, question.asks, question.hint)
        switch question.kind {
        case .text(let most):
            _ = line(id, asks, hint: hint, isNeeded: question.isNeeded, most: most)
        case .longText(let most):
            _ = area(id, asks, hint: hint, isNeeded: question.isNeeded, most: most)
        case .day(false, let mayLieAhead):
            let day = optionalDay(id, asks, hint: hint, isNeeded: question.isNeeded)
            refuse(day, id, today, unless: mayLieAhead)
        case .day(true, let mayLieAhead): askHonestDay(question, today, mayLieAhead)
        case .time: _ = time(id, asks, hint: hint.isEmpty ? "Like 16:05." : hint)
        case .number(let least, let most): askNumber(question, least...most)
        case .yesNo:
            askOne(question, [(.yes, ""), (.no, "")])
            if let noMore = question.rules.noMore, hidden(id) == YesNoNotKnown.yes.rawValue {
                mark(id, noMore)
            }
        case .yesNoNotKnown(let details):
            askOne(question, YesNoNotKnown.allCases.map { ($0, "") })
            if let details { askDetails(question, details) }
        case .choice(let options):
            _ = radio(
                id,
                asks,
                hint: hint,
                options.map { (id: $0.id, label: $0.says, hint: "") },
                isNeeded: question.isNeeded
            )
        case .choices(let options):
            _ = boxes(
                id,
                asks,
                hint: hint,
                options.map { (id: $0.id, label: $0.says) },
                isNeeded: question.isNeeded
            )
        case .people(let most):
            askLines(question, of: "Name, and what they are to the child, one to a line.", most)
        case .rows(let columns, let most):
            let heads = columns.map(\.says).joined(separator: " | ")
            askLines(question, of: "One to a line, with a stroke between: \(heads)", most)
        case .identifier(let identifier): askIdentifier(question, identifier)
        case .documents: askLines(question, of: "Title and where it lies, one to a line.", 50)
        case .signature:
            _ = line("\(id)-name", "\(asks): your name", isNeeded: question.isNeeded)
            _ = line("\(id)-role", "Your role, as you sign", isNeeded: question.isNeeded)
        }
    }

    private mutating func askOne(_ question: FormQuestion, _ answers: [(YesNoNotKnown, String)]) {
        _ = radio(
            question.id,
            question.asks,
            hint: question.hint,
            answers.map { (id: $0.0.rawValue, label: $0.0.words, hint: $0.1) },
            isNeeded: question.isNeeded
        )
    }

    private mutating func askDetails(_ question: FormQuestion, _ details: FormQuestionKind.Details)
    {
        let isAsked = hidden(question.id) == details.after.rawValue
        _ = area(
            "\(question.id)-details",
            details.asks,
            hint: "If the answer is \(details.after.words.lowercased()).",
            isNeeded: isSent && isAsked
        )
    }

    private mutating func askNumber(_ question: FormQuestion, _ range: ClosedRange<Int>) {
        let text = line(
            question.id,
            question.asks,
            hint: question.hint,
            isNeeded: question.isNeeded,
            width: .short
        )
        guard isSent, !text.isEmpty, Int(text).map({ !range.contains($0) }) ?? true else { return }
        mark(
            question.id,
            question.asks.followed(
                by: "Enter a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        )
    }

    private mutating func askLines(_ question: FormQuestion, of form: String, _ most: Int) {
        let hint = [question.hint, form].filter { !$0.isEmpty }.joined(separator: " ")
        let text = area(question.id, question.asks, hint: hint, isNeeded: question.isNeeded)
        let lines = text.split(whereSeparator: \.isNewline).filter {
            !$0.allSatisfy(\.isWhitespace)
        }
        if isSent, lines.count > most {
            mark(question.id, "There are \(lines.count) lines; shorten them to \(most) or fewer")
        }
    }

    private mutating func askIdentifier(_ question: FormQuestion, _ identifier: FormIdentifier) {
        let text = line(
            question.id,
            question.asks,
            hint: question.hint.isEmpty ? identifier.hint : question.hint,
            isNeeded: question.isNeeded,
            most: 40
        )
        guard isSent, !text.isEmpty, identifier.normalised(text) == nil else { return }
        mark(question.id, identifier.fault)
    }

    private mutating func askHonestDay(
        _ question: FormQuestion,
        _ today: Day,
        _ mayLieAhead: Bool
    ) {
        let id = question.id
        let how = HonestDayHow(
            rawValue: list(
                "\(id)-how",
                question.asks.followed(by: "How exactly do you know it?"),
                hint: question.hint,
                [
                    (
                        label: "",
                        options: HonestDayHow.allCases.map { (id: $0.rawValue, label: $0.words) }
                    )
                ],
                was: HonestDayHow.exact.rawValue,
                isNeeded: false
            )
        )
        let from = partialDay(id, question.asks, hint: "Leave boxes empty that you cannot fill.")
        let to = partialDay("\(id)-to", "The later day", hint: "Only for a time between two days.")
        guard isSent else { return }
        guard !from.isEmpty || !to.isEmpty else {
            if question.isNeeded {
                mark(id, question.asks.followed(by: "Say it as exactly as you know it"))
            }
            return
        }
        guard let day = (how ?? .exact).day(from, to) else {
            mark(id, question.asks.followed(by: "It \((how ?? .exact).fault(from, to))"))
            return
        }
        refuse(day.earliest, id, today, unless: mayLieAhead)
    }

    /// What has happened lies no later than today.
    private mutating func refuse(_ day: Day?, _ id: String, _ today: Day, unless mayLieAhead: Bool)
    {
        guard isSent, !mayLieAhead, let day, day > today, day != .first else { return }
        mark(id, "\(DayWording.words(day)) lies ahead; today is \(DayWording.words(today))")
    }
}

extension HonestDayHow {
    fileprivate func fault(_ from: TypedDate, _ to: TypedDate) -> String {
        switch self {
        case .month: "must include a month and a year"
        case .year: "must include a year"
        case .between where from.day != nil && to.day == nil: "must include the later day as well"
        case .between where from.day != nil: "must have its earlier day first"
        default: from.fault.message
        }
    }
}

extension FormIdentifier {
    fileprivate var hint: String {
        switch self {
        case .nhsNumber: "Ten digits."
        case .upn: "A letter and twelve digits."
        case .localAuthorityNumber: "As the council’s system writes it."
        }
    }

    fileprivate var fault: String {
        switch self {
        case .nhsNumber: "That is no NHS number: ten digits, the last of which checks the others"
        case .upn:
            "That is no unique pupil number: a letter that checks the twelve characters after it"
        case .localAuthorityNumber: "Enter up to twenty letters and digits"
        }
    }
}
