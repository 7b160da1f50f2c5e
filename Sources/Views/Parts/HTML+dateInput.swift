import HTML
import Pages

extension HTML {
    /// A day in three boxes, with its hint and what is wrong with it.
    mutating func dateInput(_ field: DateField, errors: [FormError]) {
        let faultID = "\(field.id)-fault"
        let described = descriptions(
            of: field.id,
            hint: !field.hint.isEmpty,
            fault: field.fault != nil
        )
        let names: [String] = ["day", "month", "year"].map { "\(field.id)-\($0)" }
        // The summary says which box; where it does not, all three are to be looked at.
        let wrong = names.map { name in
            field.fault != nil && (errors.name(name) || !names.contains(where: errors.name))
        }
        element(
            .fieldset,
            field.fault == nil ? .class("field") : .class("field field-wrong"),
            described.map { .ariaDescribedBy($0) }
        ) { html in
            html.element(.legend, text: field.label)
            html.hint(field.hint, of: field.id)
            html.fault(field.fault, of: field.id)
            html.element(.div, .class("three")) { html in
                let boxes = [("Day", field.day), ("Month", field.month), ("Year", field.year)]
                for place in boxes.indices {
                    html.dateBox(
                        names[place],
                        label: boxes[place].0,
                        value: boxes[place].1,
                        isYear: place == 2,
                        faultID: wrong[place] ? faultID : nil
                    )
                }
            }
        }
    }

    private mutating func dateBox(
        _ name: String,
        label: String,
        value: String,
        isYear: Bool,
        faultID: String?
    ) {
        let names: Attribute? =
            switch (isYear, faultID != nil) {
            case (true, true): .class("year wrong")
            case (true, false): .class("year")
            case (false, true): .class("wrong")
            case (false, false): nil
            }
        element(.div) { html in
            html.element(.label, .for(name), text: label)
            html.element(
                .input,
                names,
                .id(name),
                .name(name),
                .type("text"),
                .numeric,
                .noAutocomplete,
                .value(value),
                faultID.map { _ in .ariaInvalid },
                faultID.map { .ariaDescribedBy($0) }
            )
        }
    }

    /// A hint under a label, unless there is none.
    mutating func hint(_ hint: String, of id: String) {
        guard !hint.isEmpty else { return }
        element(.p, .class("hint small"), .id("\(id)-hint"), text: hint)
    }

    /// What to put right, beside the control, unless there is nothing.
    mutating func fault(_ fault: String?, of id: String) {
        guard let fault else { return }
        element(.p, .class("fault"), .id("\(id)-fault")) { html in
            html.element(.span, .class("unseen"), text: "Error: ")
            html.text(fault)
        }
    }
}

/// The ids of the hint and the fault of a control, where there are any.
func descriptions(of id: String, hint: Bool, fault: Bool) -> String? {
    switch (hint, fault) {
    case (true, true): "\(id)-hint \(id)-fault"
    case (true, false): "\(id)-hint"
    case (false, true): "\(id)-fault"
    case (false, false): nil
    }
}
