/// One of several things to choose.
package struct Choice: Hashable, Sendable {
    package let id: String
    package let label: String
    package let hint: String
    package let isChosen: Bool

    init(id: String, label: String, hint: String = "", isChosen: Bool) {
        self.id = id
        self.label = label
        self.hint = hint
        self.isChosen = isChosen
    }
}

package struct ChoiceGroup: Hashable, Sendable {
    package let label: String
    package let choices: [Choice]
}

/// A day in three boxes.
package struct DateField: Hashable, Sendable {
    /// The boxes are `id-day`, `id-month`, `id-year`.
    package let id: String
    package let label: String
    package let hint: String
    package let day: String
    package let month: String
    package let year: String
    package let fault: String?
}

package struct TextField: Hashable, Sendable {
    package let id: String
    package let label: String
    package let hint: String
    package let value: String
    package let fault: String?
}

package struct ChoiceField: Hashable, Sendable {
    package let id: String
    package let label: String
    package let hint: String
    package let groups: [ChoiceGroup]
    package let fault: String?

    package var choices: [Choice] { groups.flatMap(\.choices) }
}

/// What is wrong with one control, for the summary at the top.
package struct FormError: Hashable, Sendable {
    /// The id of the control.
    package let field: String
    package let message: String

    package init(field: String, message: String) {
        self.field = field
        self.message = message
    }
}

/// A question of a form.
package enum FormField: Hashable, Sendable {
    package enum Width: Hashable, Sendable {
        case short, broad
    }

    /// What a browser may offer to fill in.
    package enum Offer: Hashable, Sendable {
        case nothing, email, oneTimeCode, currentPassword, newPassword
    }

    case line(TextField, Width, Offer)
    case area(TextField)
    /// Never written back into the page.
    case secret(TextField, Offer)
    case date(DateField)
    /// One of a few, as buttons.
    case radio(ChoiceField)
    /// Any of a few.
    case boxes(ChoiceField)
    /// One of many, as a list that drops down.
    case list(ChoiceField)
    /// A file from the machine of whoever fills the form in.
    case file(TextField)
    /// A heading over the fields that follow.
    case heading(String)

    /// Where an error about the whole form leads: the first control of the first question.
    var control: String {
        switch self {
        case .line(let field, _, _), .area(let field), .secret(let field, _), .file(let field):
            field.id
        case .date(let field): "\(field.id)-day"
        case .radio(let field), .boxes(let field), .list(let field): field.id
        case .heading: "main"
        }
    }
}

/// A form as a page shows it.
package struct Form: Sendable {
    /// The path it is sent to.
    package let action: String
    /// Shows that this session made it.
    package let token: String
    package let hidden: [(name: String, value: String)]
    package let fields: [FormField]
    package let errors: [FormError]
    package let button: String
    /// The words of a second button that goes back to the questions; nil for none.
    package let back: String?
    /// Where it is saved while it is written; nil for a form that is sent in one go.
    package let draft: FormDraft?

    package init(
        action: String,
        token: String,
        hidden: [(name: String, value: String)] = [],
        fields: [FormField] = [],
        errors: [FormError] = [],
        button: String,
        back: String? = nil,
        draft: FormDraft? = nil
    ) {
        self.action = action
        self.token = token
        self.hidden = hidden
        self.fields = fields
        self.errors = errors
        self.button = button
        self.back = back
        self.draft = draft
    }
}
