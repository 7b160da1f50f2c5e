/// What in some HTML no document of ours holds: an element or an attribute, named without what stands in it.
struct ForeignPart: Hashable {
    let words: String
}

/// The first part of some HTML that is not ours; nil where all of it is.
///
/// The programs that make files of it read whatever file or address it names. Our pages are made of a fixed
/// vocabulary, in which text cannot become markup: this is the second wall, and it reads nothing more of HTML than
/// that vocabulary. What is not written exactly so is foreign.
func foreignPart(of html: [UInt8]) -> ForeignPart? {
    var reader = MarkupReader(html[...])
    reader.skip("<!DOCTYPE html>\n")
    do throws(ForeignPart.Found) {
        while try reader.element() {}
    } catch {
        return error.part
    }
    return nil
}

extension ForeignPart {
    struct Found: Error {
        let part: ForeignPart

        init(_ words: String) {
            part = ForeignPart(words: words)
        }
    }
}

private let elements: Set<String> = [
    "html", "head", "meta", "title", "body", "div", "h1", "h2", "h3", "h4", "h5", "p", "ul", "ol",
    "li", "dl", "dt", "dd", "a", "strong", "br", "table", "caption", "colgroup", "col", "thead",
    "tbody", "tr", "th", "td", "blockquote", "img",
]

private let attributes: Set<String> = [
    "lang", "charset", "class", "id", "data-custom-style", "data-marking", "data-foot", "data-head",
    "aria-hidden", "role", "scope", "width", "height", "alt", "href", "src",
]

private struct MarkupReader {
    private var rest: ArraySlice<UInt8>

    init(_ html: ArraySlice<UInt8>) {
        rest = html
    }

    mutating func skip(_ opening: String) {
        if rest.starts(with: opening.utf8) { rest = rest.dropFirst(opening.utf8.count) }
    }

    /// Reads up to the end of the next tag; false where there is none.
    mutating func element() throws(ForeignPart.Found) -> Bool {
        guard let start = rest.firstIndex(of: UInt8(ascii: "<")) else { return false }
        rest = rest[(start + 1)...]
        let closes = rest.first == UInt8(ascii: "/")
        if closes { rest = rest.dropFirst() }
        let name = word()
        guard elements.contains(name) else {
            throw ForeignPart.Found(
                name.isEmpty ? "markup that is no element" : "the element \(name)"
            )
        }
        while rest.first == UInt8(ascii: " "), !closes {
            rest = rest.dropFirst()
            try attribute(of: name)
        }
        guard rest.first == UInt8(ascii: ">") else {
            throw ForeignPart.Found("an element \(name) that is not written as ours are")
        }
        rest = rest.dropFirst()
        return true
    }

    private mutating func attribute(of element: String) throws(ForeignPart.Found) {
        let name = word()
        guard attributes.contains(name) else {
            throw ForeignPart.Found(
                name.isEmpty
                    ? "an element \(element) that is not written as ours are"
                    : "the attribute \(name) of \(element)"
            )
        }
        guard rest.starts(with: "=\"".utf8), let end = rest.dropFirst(2).firstIndex(of: 0x22)
        else { throw ForeignPart.Found("the attribute \(name) without its value") }
        let value = rest[(rest.startIndex + 2)..<end]
        rest = rest[(end + 1)...]
        guard isOurs(value, of: name, in: element) else {
            throw ForeignPart.Found("an address of another file in \(name) of \(element)")
        }
    }

    /// Letters, figures and hyphens, at most as many as a name of ours has.
    private mutating func word() -> String {
        let word = rest.prefix(20).prefix {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        rest = rest.dropFirst(word.count)
        return String(decoding: word, as: UTF8.self)
    }

    private func isOurs(_ value: ArraySlice<UInt8>, of name: String, in element: String) -> Bool {
        switch name {
        case "href":
            element == "a"
                && (value.starts(with: "#".utf8) || value.starts(with: "https://".utf8))
        case "src":
            element == "img"
                && (encoded(value, after: "data:image/svg+xml;base64,")
                    || encoded(value, after: "data:image/png;base64,"))
        default: true
        }
    }

    private func encoded(_ value: ArraySlice<UInt8>, after opening: String) -> Bool {
        value.starts(with: opening.utf8)
            && value.dropFirst(opening.utf8.count).allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2F
                    || byte == 0x3D
            }
    }
}
