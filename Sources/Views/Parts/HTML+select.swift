import HTML
import Pages

extension HTML {
    /// A choice from a list that drops down.
    mutating func select(
        _ name: String,
        label: String,
        faults: [String] = [],
        isBroad: Bool = false,
        options: (inout HTML) -> Void
    ) {
        let fault = faults.isEmpty ? nil : faults.joined(separator: ". ")
        let names: Attribute =
            switch (isBroad, fault != nil) {
            case (true, true): .class("field field-broad field-wrong")
            case (true, false): .class("field field-broad")
            case (false, true): .class("field field-wrong")
            case (false, false): .class("field")
            }
        element(.div, names) { html in
            html.element(.label, .for(name), text: label)
            html.fault(fault, of: name)
            html.element(
                .select,
                fault == nil ? nil : .class("wrong"),
                .id(name),
                .name(name),
                fault.map { _ in .ariaInvalid },
                fault.map { _ in .ariaDescribedBy("\(name)-fault") },
                content: options
            )
        }
    }

    /// The choices of a select.
    mutating func options(_ choices: [Choice]) {
        for choice in choices {
            element(
                .option,
                .value(choice.id),
                choice.isChosen ? .selected : nil,
                text: choice.label
            )
        }
    }
}

extension PlanForm {
    /// What the summary says of one control.
    func faults(of control: String) -> [String] {
        errors.filter { $0.field == control }.map(\.message)
    }
}
