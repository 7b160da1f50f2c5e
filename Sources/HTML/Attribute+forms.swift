extension Attribute {
    package static func name(_ name: String) -> Attribute {
        Attribute(opening: " name=\"", value: .text(name))
    }

    package static func value(_ value: String) -> Attribute {
        Attribute(opening: " value=\"", value: .text(value))
    }

    /// The control that a label names.
    package static func `for`(_ id: String) -> Attribute {
        Attribute(opening: " for=\"", value: .text(id))
    }

    package static func label(_ label: String) -> Attribute {
        Attribute(opening: " label=\"", value: .text(label))
    }

    package static func rows(_ rows: Int) -> Attribute {
        Attribute(opening: " rows=\"", value: .number(rows))
    }

    package static func method(_ method: Method) -> Attribute {
        switch method {
        case .get: Attribute(opening: " method=\"get\"", value: .none)
        case .post: Attribute(opening: " method=\"post\"", value: .none)
        }
    }

    /// How a form with a file in it is sent.
    package static var withFile: Attribute {
        Attribute(opening: " enctype=\"multipart/form-data\"", value: .none)
    }

    /// Digits alone: telephones show their number pad.
    package static var numeric: Attribute {
        Attribute(opening: " inputmode=\"numeric\"", value: .none)
    }

    /// Nothing typed here is kept by the browser to be offered again.
    package static var noAutocomplete: Attribute {
        Attribute(opening: " autocomplete=\"off\"", value: .none)
    }

    /// What the browser may offer to fill in.
    package static func autocomplete(_ what: StaticString) -> Attribute {
        Attribute(opening: " autocomplete=\"", value: .fixed(what))
    }

    package static var readOnly: Attribute { Attribute(opening: " readonly", value: .none) }

    /// Where a form is saved while it is written, under the rule of `href`.
    package static func dataDraft(_ address: String) -> Attribute {
        Attribute(opening: " data-draft=\"", value: .text(address))
    }

    package static func dataDraftToken(_ token: String) -> Attribute {
        Attribute(opening: " data-draft-token=\"", value: .text(token))
    }

    /// Where it is said that a form was saved.
    package static var dataDraftStatus: Attribute {
        Attribute(opening: " data-draft-status", value: .none)
    }

    /// What is to be copied into another system.
    package static var dataCopied: Attribute { Attribute(opening: " data-copied", value: .none) }

    package static var checked: Attribute { Attribute(opening: " checked", value: .none) }
    package static var selected: Attribute { Attribute(opening: " selected", value: .none) }

    package enum Method: Sendable {
        case get, post
    }
}
