import HTML
import Pages

extension HTML {
    /// Rows for any other date: what, who, which day, at what time, and whether it is agreed only.
    mutating func otherDates(_ form: PlanForm) {
        for row in form.others {
            element(.fieldset, .class("other-date")) { html in
                html.element(.legend) { html in
                    html.text("Other date ")
                    html.number(row.number)
                }
                html.element(.div, .class("side-by-side")) { html in
                    html.whatHappened(row)
                    html.whoDidIt(row)
                }
                html.element(.div, .class("side-by-side")) { html in
                    html.dateInput(row.date, errors: form.errors)
                    html.shortInput(row.time)
                    html.agreed(row)
                }
            }
        }
    }

    private mutating func whatHappened(_ row: PlanForm.OtherDateRow) {
        select(
            "other-\(row.number)-what",
            label: "What",
            faults: row.fault.map { [$0] } ?? [],
            isBroad: true
        ) { html in
            html.element(.option, .value(""), text: "Choose what happened or was agreed")
            for group in row.choices {
                html.element(.optgroup, .label(group.label)) { $0.options(group.choices) }
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
