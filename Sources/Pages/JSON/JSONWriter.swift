package import WorkingDays

/// Writes JSON straight to bytes; far quicker than an encoder, and the order of keys is ours.
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false

    package init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    package mutating func object(_ content: (inout JSONWriter) -> Void) {
        open(0x7B)
        content(&self)
        close(0x7D)
    }

    package mutating func array<Element>(
        _ elements: some Sequence<Element>,
        _ content: (inout JSONWriter, Element) -> Void
    ) {
        open(0x5B)
        for element in elements { content(&self, element) }
        close(0x5D)
    }

    /// An array whose elements the closure writes.
    package mutating func list(_ content: (inout JSONWriter) -> Void) {
        open(0x5B)
        content(&self)
        close(0x5D)
    }

    /// Members or elements that were written before, by a writer of their own.
    package mutating func fragment(_ fragment: [UInt8]) {
        guard !fragment.isEmpty else { return }
        separate()
        bytes.append(contentsOf: fragment)
    }

    package mutating func strings(_ strings: [String]) {
        open(0x5B)
        for string in strings { self.string(string) }
        close(0x5D)
    }

    /// The key of the value that follows.
    ///
    /// Keys are ours and hold nothing that needs escaping.
    package mutating func key(_ key: StaticString) {
        separate()
        bytes.append(0x22)
        key.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(0x22)
        bytes.append(0x3A)
        needsComma = false
    }

    package mutating func key(named name: String) {
        string(name)
        bytes.append(0x3A)
        needsComma = false
    }

    package mutating func string(_ text: String?) {
        guard var text else { return null() }
        separate()
        bytes.append(0x22)
        text.withUTF8 { appendEscaped($0) }
        bytes.append(0x22)
    }

    package mutating func day(_ day: Day?) {
        guard let day else { return null() }
        separate()
        bytes.append(0x22)
        day.appendISO(to: &bytes)
        bytes.append(0x22)
    }

    package mutating func number(_ number: Int?) {
        guard let number else { return null() }
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    package mutating func bool(_ value: Bool) {
        separate()
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    package mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
    }

    /// Ends a line of JSON Lines.
    package mutating func newLine() {
        bytes.append(0x0A)
        needsComma = false
    }

    private mutating func separate() {
        if needsComma { bytes.append(0x2C) }
        needsComma = true
    }

    private mutating func open(_ byte: UInt8) {
        separate()
        bytes.append(byte)
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }

    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var place = 0
        while place < text.count {
            let byte = text[place]
            if byte >= 0x20 && byte != 0x22 && byte != 0x5C {
                place += 1
                continue
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
            place += 1
            start = place
            appendEscape(byte)
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private mutating func appendEscape(_ byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x0A: bytes.append(0x6E)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Self.hex(byte >> 4))
            bytes.append(Self.hex(byte & 15))
        }
    }

    private static func hex(_ digit: UInt8) -> UInt8 {
        digit < 10 ? 0x30 + digit : 0x57 + digit
    }
}
