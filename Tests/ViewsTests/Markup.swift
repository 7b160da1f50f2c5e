/// A page taken apart into tags, as far as tests need it.
struct Markup {
    struct Element {
        let name: String
        let attributes: [String: String]
        /// How many elements it stands in.
        let depth: Int
    }

    let text: String
    private(set) var elements: [Element] = []
    /// What does not nest as it should.
    private(set) var faults: [String] = []

    init(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
        var open: [String] = []
        for piece in text.split(separator: "<").dropFirst() {
            let tag = String(piece.prefix { $0 != ">" })
            if tag.hasPrefix("/") {
                let name = String(tag.dropFirst())
                if open.popLast() != name { faults.append("</\(name)>") }
            } else {
                let element = Self.element(tag, depth: open.count)
                elements.append(element)
                let isClosed = tag.hasSuffix("/") || voids.contains(element.name)
                if !isClosed, element.name != "!DOCTYPE" { open.append(element.name) }
            }
        }
        faults += open
    }

    func all(_ names: String...) -> [Element] {
        elements.filter { names.contains($0.name) }
    }

    func values(of attribute: String) -> [String] {
        elements.compactMap { $0.attributes[attribute] }
    }

    private static func element(_ tag: String, depth: Int) -> Element {
        let name = tag.prefix { !$0.isWhitespace && $0 != "/" }
        var attributes: [String: String] = [:]
        // Quotation marks inside a value are escaped, so every second piece is a value.
        let pieces = tag.dropFirst(name.count).split(
            separator: "\"",
            omittingEmptySubsequences: false
        )
        for (place, piece) in pieces.enumerated() where place.isMultiple(of: 2) {
            let names = piece.split { $0.isWhitespace || $0 == "=" || $0 == "/" }.map(String.init)
            for bare in names.dropLast() { attributes[bare] = "" }
            if let last = names.last {
                attributes[last] = place + 1 < pieces.count ? String(pieces[place + 1]) : ""
            }
        }
        return Element(name: String(name), attributes: attributes, depth: depth)
    }
}

private let voids: Set = ["meta", "link", "input", "br"]
