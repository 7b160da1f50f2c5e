/// Markup under construction: elements and text go straight to bytes, and text is always escaped.
///
/// There is no way to add markup that is not made of the vocabulary here, and the vocabulary has no
/// script, no event attribute and no inline style.
package struct HTML: Sendable {
    /// What has been written so far, in UTF-8.
    package private(set) var bytes: [UInt8] = []

    /// Markup that expects to grow to about this many bytes.
    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// A whole document in this language, written by `content`.
    package mutating func document(language: StaticString, content: (inout HTML) -> Void) {
        bytes.append(fixed: "<!DOCTYPE html>\n")
        element(.html, .language(language), content: content)
    }

    /// An element and what stands in it.
    package mutating func element(
        _ tag: Tag,
        _ attributes: Attribute?...,
        content: (inout HTML) -> Void
    ) {
        open(tag.opening, attributes)
        bytes.append(UInt8(ascii: ">"))
        content(&self)
        bytes.append(fixed: tag.closing)
    }

    /// An element that holds text alone.
    package mutating func element(_ tag: Tag, _ attributes: Attribute?..., text: String) {
        open(tag.opening, attributes)
        bytes.append(UInt8(ascii: ">"))
        bytes.append(escaping: text)
        bytes.append(fixed: tag.closing)
    }

    /// An element that holds a number alone.
    package mutating func element(_ tag: Tag, _ attributes: Attribute?..., number: Int) {
        open(tag.opening, attributes)
        bytes.append(UInt8(ascii: ">"))
        bytes.append(decimal: number)
        bytes.append(fixed: tag.closing)
    }

    /// An element that can hold nothing.
    package mutating func element(_ tag: VoidTag, _ attributes: Attribute?...) {
        open(tag.opening, attributes)
        bytes.append(fixed: tag.closing)
    }

    /// Text, escaped.
    package mutating func text(_ text: String) {
        bytes.append(escaping: text)
    }

    /// A whole number.
    package mutating func number(_ number: Int) {
        bytes.append(decimal: number)
    }

    private mutating func open(_ opening: StaticString, _ attributes: [Attribute?]) {
        bytes.append(fixed: opening)
        for case let attribute? in attributes {
            attribute.write(to: &bytes)
        }
    }
}
