import HTML
import Pages

extension HTML {
    /// A form with all its questions, and what else is sent with it.
    mutating func form(_ form: Form, rows: Int = 6, also: (inout HTML) -> Void = { _ in }) {
        let isWithFile = form.fields.contains { if case .file = $0 { true } else { false } }
        element(
            .form,
            .class("form"),
            .action(form.action),
            .method(.post),
            form.draft.map { .dataDraft($0.address) },
            form.draft.map { .dataDraftToken($0.token) },
            isWithFile ? .withFile : nil
        ) { html in
            html.secrets(form.token, form.hidden)
            for field in form.fields { html.field(field, errors: form.errors, rows: rows) }
            if let draft = form.draft {
                html.element(
                    .p,
                    .class("draft"),
                    .role("status"),
                    .dataDraftStatus,
                    text: draft.says
                )
            }
            html.element(.div, .class("acts")) { html in
                html.element(.button, .type("submit"), text: form.button)
                if let back = form.back {
                    html.element(
                        .button,
                        .class("as-link"),
                        .type("submit"),
                        .name("again"),
                        .value("yes"),
                        text: back
                    )
                }
            }
            also(&html)
        }
    }

    /// A form of one button.
    mutating func press(
        _ address: String,
        token: String,
        hidden: [(name: String, value: String)] = [],
        words: String,
        isQuiet: Bool = false
    ) {
        element(.form, .action(address), .method(.post)) { html in
            html.secrets(token, hidden)
            html.element(
                .button,
                isQuiet ? .class("as-link") : nil,
                .type("submit"),
                text: words
            )
        }
    }

    /// What a form carries without asking it.
    mutating func secrets(_ token: String, _ hidden: [(name: String, value: String)]) {
        for (name, value) in [(name: "form-token", value: token)] + hidden {
            element(.input, .type("hidden"), .name(name), .value(value))
        }
    }

    private mutating func field(_ field: FormField, errors: [FormError], rows: Int) {
        switch field {
        case .heading(let text): element(.h2, text: text)
        case .line(let field, let width, let offer): line(field, width, offer)
        case .area(let field): textArea(field, rows: rows)
        case .secret(let field, let offer): secret(field, offer)
        case .date(let field): dateInput(field, errors: errors)
        case .radio(let field): choices(field, .radio)
        case .boxes(let field): choices(field, .checkbox)
        case .list(let field): list(field)
        case .file(let field): file(field)
        }
    }

    private mutating func file(_ field: TextField) {
        wrapped(field) { html in
            html.element(
                .input,
                field.fault == nil ? .class("full") : .class("full wrong"),
                .id(field.id),
                .name(field.id),
                .type("file"),
                field.fault.map { _ in .ariaInvalid },
                field.described
            )
        }
    }

    private mutating func line(
        _ field: TextField,
        _ width: FormField.Width,
        _ offer: FormField.Offer
    ) {
        wrapped(field) { html in
            html.element(
                .input,
                Self.names(width, isWrong: field.fault != nil),
                .id(field.id),
                .name(field.id),
                .type(offer == .email ? "email" : "text"),
                offer == .oneTimeCode ? .numeric : nil,
                offer.attribute,
                .value(field.value),
                field.fault.map { _ in .ariaInvalid },
                field.described
            )
        }
    }

    private static func names(_ width: FormField.Width, isWrong: Bool) -> Attribute {
        switch (width, isWrong) {
        case (.short, true): .class("short wrong")
        case (.short, false): .class("short")
        case (.broad, true): .class("full wrong")
        case (.broad, false): .class("full")
        }
    }

    private mutating func secret(_ field: TextField, _ offer: FormField.Offer) {
        wrapped(field) { html in
            html.element(
                .input,
                field.fault == nil ? .class("medium") : .class("medium wrong"),
                .id(field.id),
                .name(field.id),
                .type("password"),
                offer.attribute,
                field.fault.map { _ in .ariaInvalid },
                field.described
            )
        }
    }

    private mutating func choices(_ field: ChoiceField, _ kind: ChoiceKind) {
        element(
            .fieldset,
            field.fault == nil ? .class("field") : .class("field field-wrong"),
            descriptions(of: field.id, hint: !field.hint.isEmpty, fault: field.fault != nil)
                .map { .ariaDescribedBy($0) }
        ) { html in
            html.element(.legend, text: field.label)
            html.hint(field.hint, of: field.id)
            html.fault(field.fault, of: field.id)
            let isBroad = field.choices.count > (kind == .checkbox ? 4 : 8)
            html.element(
                .div,
                isBroad ? .class("choices choices-columns") : .class("choices")
            ) { html in
                for (place, choice) in field.choices.enumerated() {
                    // The first has the bare name, so that an error can lead to it.
                    html.choice(
                        kind,
                        name: field.id,
                        id: place == 0 ? field.id : "\(field.id)-\(place)",
                        value: choice.id,
                        label: choice.label,
                        hint: choice.hint,
                        isChosen: choice.isChosen
                    )
                }
            }
        }
    }

    private mutating func list(_ field: ChoiceField) {
        let described = descriptions(
            of: field.id,
            hint: !field.hint.isEmpty,
            fault: field.fault != nil
        )
        element(.div, field.fault == nil ? .class("field") : .class("field field-wrong")) { html in
            html.element(.label, .for(field.id), text: field.label)
            html.hint(field.hint, of: field.id)
            html.fault(field.fault, of: field.id)
            html.element(
                .select,
                field.fault == nil ? nil : .class("wrong"),
                .id(field.id),
                .name(field.id),
                field.fault.map { _ in .ariaInvalid },
                described.map { .ariaDescribedBy($0) }
            ) { html in
                for group in field.groups {
                    if group.label.isEmpty {
                        html.options(group.choices)
                    } else if !group.choices.isEmpty {
                        html.element(.optgroup, .label(group.label)) { $0.options(group.choices) }
                    }
                }
            }
        }
    }

    /// One message that matters.
    mutating func banner(_ banner: Banner, id: String? = nil) {
        element(.section, banner.kind.names, id.map { .ariaLabelledBy($0) }) { html in
            html.element(.h2, id.map { .id($0) }, text: banner.heading)
            for line in banner.lines where !line.isEmpty { html.element(.p, text: line) }
            if let link = banner.link {
                html.element(.p, .class("off-paper")) { html in
                    html.element(.a, .href(link.address), text: link.words)
                }
            }
        }
    }

    /// Links side by side.
    mutating func links(_ links: [WordedLink]) {
        guard !links.isEmpty else { return }
        element(.ul, .class("links off-paper")) { html in
            for link in links {
                html.element(.li) { $0.element(.a, .href(link.address), text: link.words) }
            }
        }
    }
}

extension TextField {
    var described: Attribute? {
        descriptions(of: id, hint: !hint.isEmpty, fault: fault != nil).map { .ariaDescribedBy($0) }
    }
}

extension Banner.Kind {
    fileprivate var names: Attribute {
        switch self {
        case .plain: .class("banner")
        case .done: .class("banner banner-done")
        case .today: .class("banner banner-today")
        case .late: .class("banner banner-late")
        }
    }
}

extension FormField.Offer {
    fileprivate var attribute: Attribute {
        switch self {
        case .nothing: .noAutocomplete
        case .email: .autocomplete("email")
        case .oneTimeCode: .autocomplete("one-time-code")
        case .currentPassword: .autocomplete("current-password")
        case .newPassword: .autocomplete("new-password")
        }
    }
}
