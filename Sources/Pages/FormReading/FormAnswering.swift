package import Procedures
package import WorkingDays

/// A form as somebody fills it in, section by section, with everything given so far.
package struct FormAnswering: Sendable {
    package let form: FormDefinition
    /// As browsers send it, all sections together.
    package let items: [(name: String, value: String)]
    package let today: Day

    package init(
        _ form: FormDefinition,
        _ items: [(name: String, value: String)],
        today: Day
    ) {
        self.form = form
        self.items = items
        self.today = today
    }

    /// What conditions ask of: the answers given, of questions that are asked at all.
    private func answer(_ question: String) -> [String] {
        items.filter { $0.name == question && !$0.value.isEmpty }.map(\.value)
    }

    /// The sections that apply to what was answered.
    package var sections: [FormSection] {
        form.sections.filter { $0.condition?.holds(answer) ?? true }
    }

    func questions(of section: FormSection) -> [FormQuestion] {
        section.questions.filter { $0.condition?.holds(answer) ?? true }
    }

    /// Asks a section; where it was sent, reads it.
    package func asked(_ section: FormSection, isSent: Bool) -> FormFiller {
        var filler = FormFiller(isSent ? items : nil, filledWith: items)
        for question in questions(of: section) { filler.ask(question, today: today) }
        return filler
    }

    /// Everything that was answered, in words, and the sections that still hold a fault.
    package func check() -> [CheckedSection] {
        sections.map { section in
            let filler = asked(section, isSent: true)
            return CheckedSection(
                id: section.id,
                title: section.title,
                facts: questions(of: section).map { question in
                    let words = question.words(of: items)
                    return (term: question.asks, text: words.isEmpty ? "Not answered" : words)
                },
                errors: filler.errors
            )
        }
    }

    /// What belongs to other sections than this one, to be carried along.
    package func carried(but section: FormSection) -> [(name: String, value: String)] {
        let own = Set(section.questions.flatMap(\.names))
        let all = Set(form.questions.flatMap(\.names))
        return items.filter { all.contains($0.name) && !own.contains($0.name) && !$0.value.isEmpty }
    }
}

package struct CheckedSection: Sendable {
    package let id: String
    package let title: String
    package let facts: [(term: String, text: String)]
    package let errors: [FormError]
}

extension FormQuestion {
    /// The names under which a browser sends its answer.
    var names: [String] {
        let day = ["day", "month", "year"].map { "\(id)-\($0)" }
        return switch kind {
        case .day(false, _): day
        case .day(true, _): ["\(id)-how"] + day + ["day", "month", "year"].map { "\(id)-to-\($0)" }
        case .yesNoNotKnown(.some): [id, "\(id)-details"]
        case .signature: ["\(id)-name", "\(id)-role"]
        default: [id]
        }
    }

    /// The answer as people read it; empty where there is none.
    func words(of items: [(name: String, value: String)]) -> String {
        func value(_ name: String) -> String {
            items.first { $0.name == name }?.value.trimmed ?? ""
        }
        func typed(_ id: String) -> TypedDate {
            TypedDate(
                day: value("\(id)-day"),
                month: value("\(id)-month"),
                year: value("\(id)-year")
            )
        }
        switch kind {
        case .day(false, _): return typed(id).day.map { DayWording.words($0) } ?? ""
        case .day(true, _):
            let how = HonestDayHow(rawValue: value("\(id)-how")) ?? .exact
            return how.day(typed(id), typed("\(id)-to")).map { DayWording.words($0) } ?? ""
        case .yesNo, .yesNoNotKnown(nil): return YesNoNotKnown(rawValue: value(id))?.words ?? ""
        case .yesNoNotKnown(.some):
            let answer = YesNoNotKnown(rawValue: value(id))?.words ?? ""
            let details = value("\(id)-details")
            return details.isEmpty ? answer : "\(answer). \(details)"
        case .choice(let options), .choices(let options):
            let chosen = Set(items.filter { $0.name == id }.map(\.value))
            return DayWording.list(options.filter { chosen.contains($0.id) }.map(\.says))
        case .signature:
            return [value("\(id)-name"), value("\(id)-role")].filter { !$0.isEmpty }
                .joined(separator: ", ")
        default: return value(id)
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

/// How exactly a day is known.
enum HonestDayHow: String, CaseIterable {
    case exact, month, year, about, before, after, between

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

    /// The day as far as it is known; nil where the boxes do not say it.
    func day(_ from: TypedDate, _ to: TypedDate) -> HonestDay? {
        switch self {
        case .exact: from.day.map { .exact($0) }
        case .about: from.day.map { .about($0) }
        case .before: from.day.map { .before($0) }
        case .after: from.day.map { .after($0) }
        case .month: from.yearAndMonth.map { .month(year: $0.year, month: $0.month) }
        case .year: from.year.map { .year($0) }
        case .between:
            from.day.flatMap { first in
                to.day.flatMap { $0 < first ? nil : .between(first, $0) }
            }
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
