extension Attribute {
    package static func role(_ role: StaticString) -> Attribute {
        Attribute(opening: " role=\"", value: .fixed(role))
    }

    /// A name for what has no visible one.
    package static func ariaLabel(_ label: String) -> Attribute {
        Attribute(opening: " aria-label=\"", value: .text(label))
    }

    package static func ariaLabelledBy(_ ids: String) -> Attribute {
        Attribute(opening: " aria-labelledby=\"", value: .text(ids))
    }

    package static func ariaDescribedBy(_ ids: String) -> Attribute {
        Attribute(opening: " aria-describedby=\"", value: .text(ids))
    }

    /// The page that is open, in a list of links.
    package static var ariaCurrentPage: Attribute {
        Attribute(opening: " aria-current=\"page\"", value: .none)
    }

    /// The part of the site that is open, in a list of links.
    package static var ariaCurrent: Attribute {
        Attribute(opening: " aria-current=\"true\"", value: .none)
    }

    package static var ariaInvalid: Attribute {
        Attribute(opening: " aria-invalid=\"true\"", value: .none)
    }

    package static var ariaHidden: Attribute {
        Attribute(opening: " aria-hidden=\"true\"", value: .none)
    }
}
