package import CaseFiles
import Partnerships
package import Procedures
package import WorkingDays

/// A form that is written over several days and by several people, part by part, each part saved by itself.
package struct FormWriting: Sendable {
    /// One part as it is kept.
    package struct Part: Sendable {
        package let version: Int
        package let answers: FormAnswers
        /// Who saved it last, and when; nil where nobody has.
        package let saved: (by: String, when: String)?

        package init(
            version: Int,
            answers: FormAnswers,
            saved: (by: String, when: String)?
        ) {
            self.version = version
            self.answers = answers
            self.saved = saved
        }
    }

    package let form: FormDefinition
    /// By the section's id; a section without one was never saved.
    package let parts: [String: Part]
    /// Answers that another form of the case gives to the same questions.
    package let known: FormAnswers
    package let today: Day
    private let answering: FormAnswering

    package init(
        form: FormDefinition,
        parts: [String: Part],
        known: FormAnswers = .none,
        today: Day
    ) {
        self.form = form
        self.parts = parts
        self.known = known
        self.today = today
        let items = form.sections.flatMap { section -> [(name: String, value: String)] in
            if let part = parts[section.id] { return part.answers.sent }
            let names = Set(section.questions.flatMap(\.names))
            return known.sent.filter { names.contains($0.name) }
        }
        answering = FormAnswering(form, items, today: today)
    }

    /// A form as it was sent, to be read.
    package init(form: FormDefinition, sent answers: FormAnswers, today: Day) {
        self.init(form: form, parts: [:], known: answers, today: today)
    }

    /// How it reads now, to be frozen with its answers.
    package var reading: [CaseEvent.Part] {
        readSections(answers, of: form, today: today).map { section in
            CaseEvent.Part(
                title: section.title,
                lines: section.facts.map { CaseEvent.Part.Line(asks: $0.term, says: $0.text) }
            )
        }
    }

    /// The name of the page that asks everything at once.
    package static let whole = "whole"

    /// Everything that was answered to questions that are asked, in the order of the form.
    package var answers: FormAnswers { answering.answers.counting(in: form) }

    package var sections: [FormSection] { answering.sections }

    /// The parts that a page asks for.
    package func sections(of page: String) -> [FormSection] {
        page == Self.whole ? sections : sections.filter { $0.id == page }
    }

    /// What was sent of one part.
    package func answers(
        of section: FormSection,
        in sent: [(name: String, value: String)]
    ) -> FormAnswers {
        let names = Set(section.questions.flatMap(\.names))
        return FormAnswers(
            asGiven: sent.filter { names.contains($0.name) && !$0.value.isEmpty }
        )
    }

    /// The page after one; nil after the last.
    package func page(after page: String) -> String? {
        guard page != Self.whole, let place = sections.firstIndex(where: { $0.id == page }),
            place + 1 < sections.count
        else { return nil }
        return sections[place + 1].id
    }

    package func page(before page: String) -> String? {
        guard let place = sections.firstIndex(where: { $0.id == page }), place > 0 else {
            return nil
        }
        return sections[place - 1].id
    }

    /// The questions of a page: with their faults, where it was sent.
    package func filler(
        _ page: String,
        sent: [(name: String, value: String)]? = nil
    ) -> FormFiller {
        let own = Set(sections(of: page).flatMap(\.questions).flatMap(\.names))
        let others = answering.answers.sent.filter { !own.contains($0.name) }
        let asking = sent.map { FormAnswering(form, others + $0, today: today) } ?? answering
        if page == Self.whole { return asking.askedWhole(isSent: sent != nil) }
        guard let section = asking.sections.first(where: { $0.id == page }) else {
            return FormFiller(nil)
        }
        return asking.asked(section, isSent: sent != nil)
    }

    /// Whether anything is wrong or missing.
    package var isComplete: Bool {
        answering.check().allSatisfy { $0.errors.isEmpty }
    }

    /// How far each part is, with what it says.
    package func overview(_ address: (String) -> String) -> [PaperPage.Section] {
        answering.check().map { section in
            let part = parts[section.id]
            let isEmpty = part == nil
            let answered = section.facts.filter { $0.text != Self.notAnswered }
            let open = section.facts.filter { $0.text == Self.notAnswered }.map(\.term)
            let tag =
                isEmpty
                ? StandingTag(
                    kind: .start,
                    word: answered.isEmpty ? "Not begun" : "Taken over, not checked"
                )
                : section.errors.isEmpty
                    ? StandingTag(kind: .done, word: "Complete")
                    : StandingTag(
                        kind: .open,
                        word: "\(DayWording.count(section.errors.count, "point")) open"
                    )
            return PaperPage.Section(
                title: section.title,
                tag: tag,
                note: part?.saved.map { "Saved by \($0.by), \($0.when)" } ?? "",
                facts: answered.map { PaperPage.Fact($0.term, $0.text) }
                    + (open.isEmpty
                        ? []
                        : [PaperPage.Fact("Not answered", open.joined(separator: " · "))]),
                faults: isEmpty ? [] : section.errors.map(\.message),
                links: [
                    WordedLink(
                        words: isEmpty ? "Write: \(section.title)" : "Change: \(section.title)",
                        address: address(section.id)
                    )
                ]
            )
        }
    }

    static let notAnswered = "Not answered"

    /// What somebody else saved of a part, where it differs from what was sent.
    package func differences(
        in section: FormSection,
        theirs: FormAnswers,
        mine: FormAnswers
    ) -> [String] {
        section.questions.compactMap { question in
            let (other, own) = (question.words(of: theirs), question.words(of: mine))
            guard other != own else { return nil }
            return "\(question.asks) They wrote: \(other.isEmpty ? "nothing" : "“\(other)”")"
        }
    }
}
