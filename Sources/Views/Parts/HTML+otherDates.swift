import HTML
import Pages

extension HTML {
    /// Rows for any other date: what, who, which day, at what time, and whether it is agreed only.
    mutating func otherDates(_ form: PlanForm) {
        for row in form.others {
            element(
                .fieldset,
                .class(row.fault == nil ? "other-date" : "other-date field-wrong"),
                row.fault.map { _ in .ariaDescribedBy("other-\(row.number)-fault") }
            ) { html in
                html.element(.legend) { html in
                    html.text("Other date ")
                    html.number(row.number)
                }
                html.fault(row.fault, of: "other-\(row.number)")
                html.element(.div, .class("side-by-side")) { html in
                    html.whatHappened(row)
                    html.whoDidIt(row)
                }
                html.element(.div, .class("side-by-side")) { html in
                    html.dateInput(row.date, in: form)
                    html.shortInput(row.time)
                    html.agreed(row)
                }
            }
        }
    }

    private mutating func whatHappened(_ row: PlanForm.OtherDateRow) {
        let name = "other-\(row.number)-what"
        element(.div, .class("field field-broad")) { html in
            html.element(.label, .for(name), text: "What")
            html.element(
                .select,
                .id(name),
                .name(name),
                row.fault.map { _ in .ariaDescribedBy("other-\(row.number)-fault") }
            ) { html in
                html.element(.option, .value(""), text: "Choose what happened or was agreed")
                for group in row.choices {
                    html.element(.optgroup, .label(group.label)) { html in
                        html.options(group.choices)
                    }
                }
            }
        }
    }

    private mutating func whoDidIt(_ row: PlanForm.OtherDateRow) {
        let name = "other-\(row.number)-who"
        element(.div, .class("field")) { html in
            html.element(.label, .for(name), text: "Which agency or meeting, if it matters")
            html.element(
                .input,
                .id(name),
                .name(name),
                .type("text"),
                .noAutocomplete,
                .value(row.who)
            )
        }
    }

    private mutating func agreed(_ row: PlanForm.OtherDateRow) {
        let name = "other-\(row.number)-agreed"
        element(.div, .class("field choices")) { html in
            html.choice(
                .checkbox,
                name: name,
                id: name,
                value: "yes",
                label: "Agreed, not yet happened",
                isChosen: row.isAgreed
            )
        }
    }
}
