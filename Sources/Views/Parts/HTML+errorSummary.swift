import HTML
import Pages

extension HTML {
    /// Everything to put right, first on the page, each leading to its control.
    mutating func errorSummary(_ form: PlanForm) {
        guard !form.errors.isEmpty else { return }
        element(
            .div,
            .class("errors"),
            .role("alert"),
            .ariaLabelledBy("errors"),
            .tabIndex(-1)
        ) { html in
            html.element(.h2, .id("errors"), text: "There is a problem")
            html.element(.ul) { html in
                for error in form.errors {
                    html.element(.li) { html in
                        html.element(
                            .a,
                            .href(place: form.control(named: error.field)),
                            text: error.message
                        )
                    }
                }
            }
        }
    }
}

extension PlanForm {
    /// The control to go to: a date named as a whole has its first box, a list of boxes its first.
    fileprivate func control(named field: String) -> String {
        let dates = moments + [today] + others.map(\.date)
        if dates.contains(where: { $0.id == field }) { return "\(field)-day" }
        return field
    }

    /// Whether the summary names this control.
    func isWrong(_ control: String) -> Bool {
        errors.contains { $0.field == control }
    }
}
