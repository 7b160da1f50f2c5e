import HTML
import Pages

extension HTML {
    /// What fewer people need: answers, other dates, closed days; open where something is in them.
    mutating func extraFacts(_ form: PlanForm) {
        if !form.questions.isEmpty {
            element(.details, .class("extra"), form.hasAnswers ? .open : nil) { html in
                html.element(.summary, text: "Facts and answers that change the plan")
                html.element(.div, .class("questions")) { html in
                    for question in form.questions { html.question(question) }
                }
            }
        }
        if !form.others.isEmpty {
            element(.details, .class("extra"), form.hasOtherDates ? .open : nil) { html in
                html.element(
                    .summary,
                    text: "More dates: agencies’ returns, meetings, days agreed"
                )
                html.otherDates(form)
            }
        }
        element(.details, .class("extra"), form.hasClosedDays ? .open : nil) { html in
            html.element(.summary, text: "Days when your offices are closed")
            html.textArea(form.closed, rows: 4)
        }
    }
}

extension PlanForm {
    fileprivate var hasAnswers: Bool {
        questions.contains { !$0.value.isEmpty || $0.fault != nil }
    }

    fileprivate var hasOtherDates: Bool {
        others.contains { row in
            row.fault != nil || row.date.fault != nil || row.time.fault != nil || row.isAgreed
                || [row.who, row.date.day, row.date.month, row.date.year, row.time.value]
                    .contains { !$0.isEmpty }
                || row.choices.contains { $0.choices.contains(where: \.isChosen) }
        }
    }

    fileprivate var hasClosedDays: Bool {
        !closed.value.isEmpty || closed.fault != nil
    }
}
