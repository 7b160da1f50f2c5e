import HTML
import Pages

extension HTML {
    /// A question with a few answers, of which "Not known" is the first.
    mutating func question(_ field: PlanForm.YesNoField) {
        let name = "fact-\(field.id)"
        let described = descriptions(
            of: name,
            hint: field.hint != nil,
            fault: field.fault != nil
        )
        element(
            .fieldset,
            field.fault == nil ? .class("field") : .class("field field-wrong"),
            described.map { .ariaDescribedBy($0) }
        ) { html in
            html.element(.legend, text: field.label)
            html.hint(field.hint ?? "", of: name)
            html.fault(field.fault, of: name)
            html.element(.div, .class("choices choices-across")) { html in
                // The first has the bare name, so that an error can lead to it.
                html.choice(
                    .radio,
                    name: name,
                    id: name,
                    value: "",
                    label: "Not known",
                    isChosen: field.value.isEmpty
                )
                for choice in field.choices {
                    html.choice(
                        .radio,
                        name: name,
                        id: "\(name)-\(choice.value)",
                        value: choice.value,
                        label: choice.label,
                        isChosen: choice.value == field.value
                    )
                }
            }
        }
    }

    /// One radio button or checkbox with its label.
    mutating func choice(
        _ kind: ChoiceKind,
        name: String,
        id: String,
        value: String,
        label: String,
        hint: String = "",
        isChosen: Bool
    ) {
        element(.div) { html in
            html.element(
                .input,
                .type(kind == .radio ? "radio" : "checkbox"),
                .id(id),
                .name(name),
                .value(value),
                isChosen ? .checked : nil
            )
            html.element(.label, .for(id)) { html in
                html.text(label)
                if !hint.isEmpty { html.element(.span, .class("hint small"), text: " \(hint)") }
            }
        }
    }
}

enum ChoiceKind {
    case radio, checkbox
}
