import HTML
import Pages

extension HTML {
    /// A time or another few characters.
    mutating func shortInput(_ field: TextField) {
        let described = descriptions(
            of: field.id,
            hint: !field.hint.isEmpty,
            fault: field.fault != nil
        )
        wrapped(field) { html in
            html.element(
                .input,
                field.fault == nil ? .class("short") : .class("short wrong"),
                .id(field.id),
                .name(field.id),
                .type("text"),
                .noAutocomplete,
                .value(field.value),
                field.fault.map { _ in .ariaInvalid },
                described.map { .ariaDescribedBy($0) }
            )
        }
    }

    /// A longer text, one thing to a line.
    mutating func textArea(_ field: TextField, rows: Int) {
        let described = descriptions(
            of: field.id,
            hint: !field.hint.isEmpty,
            fault: field.fault != nil
        )
        wrapped(field) { html in
            html.element(
                .textarea,
                field.fault == nil ? nil : .class("wrong"),
                .id(field.id),
                .name(field.id),
                .rows(rows),
                field.fault.map { _ in .ariaInvalid },
                described.map { .ariaDescribedBy($0) }
            ) { html in
                // A browser drops the first line end in a text area, even one that was typed.
                html.text("\n")
                html.text(field.value)
            }
        }
    }

    /// A control under its label, hint and fault.
    mutating func wrapped(
        _ field: TextField,
        control: (inout HTML) -> Void
    ) {
        element(.div, field.fault == nil ? .class("field") : .class("field field-wrong")) { html in
            html.element(.label, .for(field.id), text: field.label)
            html.hint(field.hint, of: field.id)
            html.fault(field.fault, of: field.id)
            control(&html)
        }
    }
}
