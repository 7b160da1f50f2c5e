package import Procedures
package import WorkingDays

/// A form as somebody fills it in, section by section, with everything given so far.
package struct FormAnswering: Sendable {
    package let form: FormDefinition
    /// All sections together.
    package let answers: FormAnswers
    package let today: Day
    private let asked: [AskedSection]
    /// The answers to what is asked.
    private let counting: FormAnswers

    package init(_ form: FormDefinition, _ answers: FormAnswers, today: Day) {
        self.form = form
        self.answers = answers
        self.today = today
        asked = answers.asked(by: form)
        counting = answers.counting(in: form)
    }

    /// The answers as browsers send them, with whatever else was sent.
    package init(
        _ form: FormDefinition,
        _ items: [(name: String, value: String)],
        today: Day
    ) {
        self.init(form, FormAnswers(items, of: form), today: today)
    }

    /// The sections that apply to what was answered.
    package var sections: [FormSection] { asked.map(\.section) }

    func questions(of section: FormSection) -> [FormQuestion] {
        asked.first { $0.section.id == section.id }?.questions ?? []
    }

    /// Asks a section; where it was sent, reads it.
    package func asked(_ section: FormSection, isSent: Bool) -> FormFiller {
        var filler = filler(isSent: isSent)
        ask(section, &filler)
        return filler
    }

    /// Asks every section that applies on one page; where it was sent, reads it.
    func askedWhole(isSent: Bool) -> FormFiller {
        var filler = filler(isSent: isSent)
        for section in sections {
            filler.heading(section.title)
            ask(section, &filler)
        }
        return filler
    }

    private func filler(isSent: Bool) -> FormFiller {
        FormFiller(isSent ? answers.sent : nil, filledWith: answers.sent)
    }

    private func ask(_ section: FormSection, _ filler: inout FormFiller) {
        let asked = Dictionary(questions(of: section).map { ($0.id, $0) }) { first, _ in first }
        let wording = FormConditionWording(form: form)
        for question in section.questions {
            let note = note(on: question, in: section, wording)
            guard let applying = asked[question.id] else {
                if let note { filler.ask(question.noted(note, isNeeded: false), today: today) }
                continue
            }
            let faults = filler.errors.count
            filler.ask(
                applying.noted(note ?? "", isNeeded: applying.isNeeded),
                today: today
            )
            // What is not even an answer is not weighed against others.
            if filler.errors.count == faults { weigh(applying, &filler) }
        }
    }

    /// When a question is to be answered that depends on another of the same page: without scripts it stands there in
    /// any case.
    private func note(
        on question: FormQuestion,
        in section: FormSection,
        _ wording: FormConditionWording
    ) -> String? {
        guard let condition = question.condition,
            section.questions.contains(where: { condition.questions.contains($0.id) })
        else { return nil }
        return "Only if \(wording.words(condition))."
    }

    /// Marks what does not fit, and asks about what is unlikely.
    private func weigh(_ question: FormQuestion, _ filler: inout FormFiller) {
        let findings = counting.findings(on: question, today: today)
        let wording = FormFindingWording(form: form)
        let faults = findings.filter { !$0.isDoubt }.map { wording.words($0) }
        if filler.isSent, !faults.isEmpty {
            filler.mark(
                question.id,
                question.asks.followed(by: faults.joined(separator: "; "))
            )
        } else if let doubt = doubt(of: question, findings) {
            filler.doubt(question.sureName, question.asks, doubt)
        }
    }

    private func doubt(of question: FormQuestion, _ findings: [FormFinding]) -> String? {
        let wording = FormFindingWording(form: form)
        let doubts = findings.filter(\.isDoubt).map { wording.words($0) }
        return doubts.isEmpty ? nil : doubts.joined(separator: "; ")
    }

    /// Everything that was answered, in words, and the sections that still hold a fault.
    package func check() -> [CheckedSection] {
        sections.map { section in
            let filler = asked(section, isSent: true)
            return CheckedSection(
                id: section.id,
                title: section.title,
                facts: questions(of: section).map { (term: $0.asks, text: words(of: $0)) },
                errors: filler.errors
            )
        }
    }

    private func words(of question: FormQuestion) -> String {
        let words = question.words(of: answers)
        guard !words.isEmpty else { return FormWriting.notAnswered }
        let doubt = doubt(of: question, counting.findings(on: question, today: today))
        let isConfirmed = doubt.map { answers.values(of: question.sureName).contains($0) } ?? false
        return isConfirmed ? "\(words) (confirmed)" : words
    }

    /// What belongs to other sections than this one, to be carried along.
    package func carried(but section: FormSection) -> [(name: String, value: String)] {
        let own = Set(section.questions.flatMap(\.names))
        return answers.sent.filter { !own.contains($0.name) }
    }
}

package struct CheckedSection: Sendable {
    package let id: String
    package let title: String
    package let facts: [(term: String, text: String)]
    package let errors: [FormError]
}

extension FormQuestion {
    /// The same with another sentence in its hint.
    fileprivate func noted(_ note: String, isNeeded: Bool) -> FormQuestion {
        FormQuestion(
            id: id,
            asks: asks,
            hint: [note, hint].filter { !$0.isEmpty }.joined(separator: " "),
            kind: kind,
            isNeeded: isNeeded,
            condition: condition,
            rules: rules
        )
    }

    /// The answer as people read it; empty where there is none.
    func words(of answers: FormAnswers) -> String {
        switch kind {
        case .day: return answers.day(of: id).map { DayWording.words($0) } ?? ""
        case .yesNo, .yesNoNotKnown(nil): return answers.yesNoNotKnown(of: id)?.words ?? ""
        case .yesNoNotKnown(.some):
            return [answers.yesNoNotKnown(of: id)?.words, answers.details(of: id)]
                .compactMap(\.self).joined(separator: ". ")
        case .choice(let options), .choices(let options):
            let chosen = Set(answers.chosen(of: id))
            return DayWording.list(options.filter { chosen.contains($0.id) }.map(\.says))
        case .signature:
            return answers.signature(of: id).map { [$0.name, $0.role] }?.filter { !$0.isEmpty }
                .joined(separator: ", ") ?? ""
        default: return answers.text(of: id) ?? ""
        }
    }
}

extension YesNoNotKnown {
    var words: String {
        switch self {
        case .yes: "Yes"
        case .no: "No"
        case .notKnown: "Not known"
        }
    }
}

extension HonestDayHow {
    var words: String {
        switch self {
        case .exact: "On this day"
        case .month: "In this month"
        case .year: "In this year"
        case .about: "About this day"
        case .before: "Before this day"
        case .after: "After this day"
        case .between: "Between this day and the next"
        }
    }
}

extension DayWording {
    /// `about Fri 19 Dec 2025`, `in December 2025`.
    package static func words(_ day: HonestDay) -> String {
        switch day {
        case .exact(let day): words(day)
        case .month(let year, let month): "in \(self.month(month)) \(year)"
        case .year(let year): "in \(year)"
        case .before(let day): "before \(words(day))"
        case .after(let day): "after \(words(day))"
        case .between(let first, let last): "between \(words(first)) and \(words(last))"
        case .about(let day): "about \(words(day))"
        }
    }
}
