package import Procedures

/// The forms that ship, by name.
package struct FormShelf: Sendable {
    package let forms: [FormDefinition]

    package init(_ forms: [FormDefinition]) {
        self.forms = forms
    }

    package func form(_ id: String) -> FormDefinition? { forms.first { $0.id == id } }
}

/// The forms to choose from.
package struct FormListPage: Sendable {
    package let entries: [Entry]

    package struct Entry: Sendable {
        package let title: String
        package let note: String
        package let parts: WordedLink
        package let whole: WordedLink
    }
}

package func formListPage(of shelf: FormShelf) -> FormListPage {
    FormListPage(
        entries: shelf.forms.map { form in
            let count = DayWording.count(form.questions.count, "question")
            let minutes = form.minutes.map { ", about \(DayWording.count($0, "minute"))" } ?? ""
            return FormListPage.Entry(
                title: form.title,
                note: "Edition \(form.edition): \(count)\(minutes)",
                parts: WordedLink(
                    words: "Try it, one part to a page",
                    address: Link.writtenForm(form.id)
                ),
                whole: WordedLink(
                    words: "Try it on one page",
                    address: Link.writtenForm(form.id, FormTrial.whole)
                )
            )
        }
    )
}

/// Everything that was answered, before it is sent.
package struct CheckAnswersPage: Sendable {
    package let title: String
    package let says: [String]
    package let sections: [Section]

    package struct Section: Sendable {
        package let title: String
        package let facts: [(term: String, text: String)]
        package let faults: [String]
        /// Goes back to the section with everything that was given.
        package let change: Form
    }
}

/// Filling in a form without sending it anywhere: whoever runs a case sees what others will be asked.
///
/// Nothing is kept: what was given goes from page to page in the pages themselves.
package struct FormTrial: Sendable {
    /// The name of the page that asks everything at once.
    package static let whole = "whole"

    private let answering: FormAnswering
    private let form: FormDefinition

    package init(_ answering: FormAnswering) {
        self.answering = answering
        form = answering.form
    }

    private var sections: [FormSection] { answering.sections }

    /// A page of the form; nil where it has no such section, or asks nothing there.
    package func page(_ section: String?, filler given: FormFiller? = nil) -> FormPage? {
        if section == Self.whole { return wholePage(given) }
        guard let wanted = section ?? sections.first?.id,
            let place = sections.firstIndex(where: { $0.id == wanted })
        else { return nil }
        let asked = sections[place]
        let filler = given ?? answering.asked(asked, isSent: false)
        return FormPage(
            title: asked.title,
            over: "\(form.title): part \(place + 1) of \(sections.count)",
            crumbs: Self.crumbs,
            lead: (place == 0 ? form.says : []) + asked.says,
            form: Form(
                action: Link.writtenForm(form.id, asked.id),
                token: "",
                hidden: answering.carried(but: asked),
                fields: filler.fields,
                errors: filler.errors,
                button: "Go on",
                back: place == 0 ? nil : "Back"
            )
        )
    }

    private static let crumbs = [Crumb(name: "Forms", address: Link.forms)]

    private func wholePage(_ given: FormFiller?) -> FormPage {
        let filler = given ?? answering.askedWhole(isSent: false)
        return FormPage(
            title: form.title,
            crumbs: Self.crumbs,
            lead: form.says,
            form: Form(
                action: Link.writtenForm(form.id, Self.whole),
                token: "",
                fields: filler.fields,
                errors: filler.errors,
                button: "Check the answers"
            )
        )
    }

    /// What follows a section that was sent: the same with its faults, the next, or the answers to check.
    package enum Next: Sendable {
        case faulty(FormPage)
        case page(FormPage)
        case check(CheckAnswersPage)
    }

    /// Nil where there is no such section.
    package func next(after section: String, back: Bool, show: Bool) -> Next? {
        if show { return page(section).map { .page($0) } }
        if section == Self.whole {
            let filler = answering.askedWhole(isSent: true)
            return filler.errors.isEmpty ? .check(checkPage) : .faulty(wholePage(filler))
        }
        guard let place = sections.firstIndex(where: { $0.id == section }) else { return nil }
        if back { return page(sections[max(0, place - 1)].id).map { .page($0) } }
        let filler = answering.asked(sections[place], isSent: true)
        guard filler.errors.isEmpty else {
            return page(section, filler: filler).map { .faulty($0) }
        }
        guard place + 1 < sections.count else { return .check(checkPage) }
        return page(sections[place + 1].id).map { .page($0) }
    }

    private var checkPage: CheckAnswersPage {
        CheckAnswersPage(
            title: "Check the answers",
            says: ["This was a try: nothing is sent and nothing is kept."],
            sections: answering.check().map { section in
                CheckAnswersPage.Section(
                    title: section.title,
                    facts: section.facts,
                    faults: section.errors.map(\.message),
                    change: Form(
                        action: Link.writtenForm(form.id, section.id),
                        token: "",
                        hidden: answering.answers.sent + [(name: "show", value: "yes")],
                        button: "Change"
                    )
                )
            }
        )
    }
}
