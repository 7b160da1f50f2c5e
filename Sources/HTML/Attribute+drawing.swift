extension Attribute {
    /// What an SVG says of itself where it stands alone.
    package static var xmlns: Attribute {
        Attribute(opening: " xmlns=\"", value: .fixed("http://www.w3.org/2000/svg"))
    }

    package static func fill(_ colour: StaticString) -> Attribute {
        Attribute(opening: " fill=\"", value: .fixed(colour))
    }

    package static func stroke(_ colour: StaticString) -> Attribute {
        Attribute(opening: " stroke=\"", value: .fixed(colour))
    }

    package static func strokeWidth(_ width: Int) -> Attribute {
        Attribute(opening: " stroke-width=\"", value: .number(width))
    }

    package static func textAnchor(_ anchor: StaticString) -> Attribute {
        Attribute(opening: " text-anchor=\"", value: .fixed(anchor))
    }

    package static func fontFamily(_ names: StaticString) -> Attribute {
        Attribute(opening: " font-family=\"", value: .fixed(names))
    }

    package static func fontSize(_ size: Int) -> Attribute {
        Attribute(opening: " font-size=\"", value: .number(size))
    }

    package static var fontBold: Attribute {
        Attribute(opening: " font-weight=\"", value: .fixed("bold"))
    }

    /// A picture that is drawn here.
    package static func source(svg picture: HTML) -> Attribute {
        Attribute(opening: " src=\"data:image/svg+xml;base64,", value: .encoded(picture.bytes))
    }

    /// A picture whose dots stand here.
    package static func source(png picture: [UInt8]) -> Attribute {
        Attribute(opening: " src=\"data:image/png;base64,", value: .encoded(picture))
    }

    /// What a picture says to whoever cannot see it.
    package static func alternative(_ text: String) -> Attribute {
        Attribute(opening: " alt=\"", value: .text(text))
    }
}
