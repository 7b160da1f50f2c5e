import HTML
import Pages

extension HTML {
    /// Everything to put right, first on the page, each leading to its control.
    mutating func errorSummary(_ errors: [FormError], dates: [DateField]) {
        guard !errors.isEmpty else { return }
        element(
            .div,
            .class("errors"),
            .role("alert"),
            .ariaLabelledBy("errors"),
            .tabIndex(-1)
        ) { html in
            html.element(.h2, .id("errors"), text: "There is a problem")
            html.element(.ul) { html in
                for error in errors {
                    // A date named as a whole has its first box to go to.
                    let isDate = dates.contains { $0.id == error.field }
                    html.element(.li) { html in
                        html.element(
                            .a,
                            .href(place: isDate ? "\(error.field)-day" : error.field),
                            text: error.message
                        )
                    }
                }
            }
        }
    }
}

extension [FormError] {
    /// Whether the summary names this control.
    func name(_ control: String) -> Bool {
        contains { $0.field == control }
    }
}

extension PlanForm {
    var dates: [DateField] { moments + [today] + others.map(\.date) }
}
