extension Attribute {
    /// Where a link leads: a path here, a place on the page, or an `https` address.
    ///
    /// Any other address (`javascript:`, `//elsewhere`) is written as `#`, which leads nowhere.
    package static func href(_ address: String) -> Attribute {
        Attribute(opening: " href=\"", value: .text(leadsSomewhereSafe(address) ? address : "#"))
    }

    /// A place on this page.
    package static func href(place id: String) -> Attribute {
        Attribute(opening: " href=\"#", value: .text(id))
    }

    /// Where a form is sent, under the rule of `href`.
    package static func action(_ address: String) -> Attribute {
        Attribute(opening: " action=\"", value: .text(leadsSomewhereSafe(address) ? address : "#"))
    }

    /// A file of our own that is run once the page is there.
    package static func deferredSource(_ path: StaticString) -> Attribute {
        Attribute(opening: " defer src=\"", value: .fixed(path))
    }

    package static func rel(_ relation: StaticString) -> Attribute {
        Attribute(opening: " rel=\"", value: .fixed(relation))
    }

    package static func type(_ type: StaticString) -> Attribute {
        Attribute(opening: " type=\"", value: .fixed(type))
    }

    package static func charset(_ name: StaticString) -> Attribute {
        Attribute(opening: " charset=\"", value: .fixed(name))
    }

    package static func content(_ content: StaticString) -> Attribute {
        Attribute(opening: " content=\"", value: .fixed(content))
    }
}

private func leadsSomewhereSafe(_ address: String) -> Bool {
    // Browsers drop tabs and line ends from an address, and read a backslash as a slash.
    guard address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") }) else {
        return false
    }
    if address.hasPrefix("/") { return !address.hasPrefix("//") }
    return address.hasPrefix("#") || address.hasPrefix("?") || address.hasPrefix("https://")
}
