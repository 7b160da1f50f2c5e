/// One attribute of an element: a name from a fixed vocabulary, and a value that is escaped.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case none
        case fixed(StaticString)
        case text(String)
        case number(Int)
        case share(Int)
        /// Bytes, in base64.
        case encoded([UInt8])
        case path(PathData)
        case box(width: Int, height: Int)
    }

    /// With the space before it and, where a value follows, the sign and the quote.
    let opening: StaticString
    let value: Value

    func write(to bytes: inout [UInt8]) {
        bytes.append(fixed: opening)
        switch value {
        case .none: return
        case .fixed(let text): bytes.append(fixed: text)
        case .text(let text): bytes.append(escaping: text)
        case .number(let number): bytes.append(decimal: number)
        case .share(let number):
            bytes.append(decimal: number)
            bytes.append(UInt8(ascii: "%"))
        case .encoded(let content): bytes.append(base64: content)
        case .path(let path): path.write(to: &bytes)
        case .box(let width, let height):
            bytes.append(fixed: "0 0 ")
            bytes.append(decimal: width)
            bytes.append(UInt8(ascii: " "))
            bytes.append(decimal: height)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension Attribute {
    package static func `class`(_ names: StaticString) -> Attribute {
        Attribute(opening: " class=\"", value: .fixed(names))
    }

    package static func id(_ id: String) -> Attribute {
        Attribute(opening: " id=\"", value: .text(id))
    }

    package static func language(_ tag: StaticString) -> Attribute {
        Attribute(opening: " lang=\"", value: .fixed(tag))
    }

    /// A tab stop (0), or a place that only a link or a script moves to (-1).
    package static func tabIndex(_ index: Int) -> Attribute {
        Attribute(opening: " tabindex=\"", value: .number(index))
    }

    package static func datetime(_ iso: String) -> Attribute {
        Attribute(opening: " datetime=\"", value: .text(iso))
    }

    /// The head of a table's column, for when a row is shown as a card.
    package static func dataHead(_ head: String) -> Attribute {
        Attribute(opening: " data-head=\"", value: .text(head))
    }

    package static func dataHead(fixed head: StaticString) -> Attribute {
        Attribute(opening: " data-head=\"", value: .fixed(head))
    }

    package static func columnSpan(_ columns: Int) -> Attribute {
        Attribute(opening: " colspan=\"", value: .number(columns))
    }

    package static func scope(_ scope: Scope) -> Attribute {
        switch scope {
        case .column: Attribute(opening: " scope=\"col\"", value: .none)
        case .row: Attribute(opening: " scope=\"row\"", value: .none)
        case .rowGroup: Attribute(opening: " scope=\"rowgroup\"", value: .none)
        }
    }

    package static var open: Attribute { Attribute(opening: " open", value: .none) }

    package enum Scope: Sendable {
        case column, row, rowGroup
    }
}
