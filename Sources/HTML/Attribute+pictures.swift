extension Attribute {
    /// The space a picture is drawn in, from 0, 0.
    package static func viewBox(width: Int, height: Int) -> Attribute {
        Attribute(opening: " viewBox=\"", value: .box(width: width, height: height))
    }

    package static func x(_ x: Int) -> Attribute { Attribute(opening: " x=\"", value: .number(x)) }
    package static func y(_ y: Int) -> Attribute { Attribute(opening: " y=\"", value: .number(y)) }

    package static func width(_ width: Int) -> Attribute {
        Attribute(opening: " width=\"", value: .number(width))
    }

    package static func height(_ height: Int) -> Attribute {
        Attribute(opening: " height=\"", value: .number(height))
    }

    package static func centreX(_ x: Int) -> Attribute {
        Attribute(opening: " cx=\"", value: .number(x))
    }

    package static func centreY(_ y: Int) -> Attribute {
        Attribute(opening: " cy=\"", value: .number(y))
    }

    package static func radius(_ radius: Int) -> Attribute {
        Attribute(opening: " r=\"", value: .number(radius))
    }

    /// The line a path follows.
    package static func d(_ path: PathData) -> Attribute {
        Attribute(opening: " d=\"", value: .path(path))
    }

    /// Keeps old browsers from stopping at a picture with the tab key.
    package static var unfocusable: Attribute {
        Attribute(opening: " focusable=\"false\"", value: .none)
    }
}
