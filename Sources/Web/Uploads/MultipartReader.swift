/// Reads a form with a file in it (`multipart/form-data`) as its bytes come, in whatever pieces.
///
/// It keeps no more than a header and what could be the beginning of a boundary: the file passes through.
struct MultipartReader: Sendable {
    /// What has been read.
    enum Piece: Hashable, Sendable {
        /// A part begins; `file` is the name of a file as it was sent, nil for a field.
        case begins(name: String, file: String?)
        /// The next bytes of the part, at least one.
        case bytes([UInt8])
        /// The part is over.
        case ends
    }

    enum Fault: Error, Hashable, Sendable {
        /// No boundary where one must be, or the end in the middle.
        case malformed
        case headerTooLong
        case tooManyParts
    }

    /// More than a browser writes over any part, a name as long as disks allow included.
    static let mostHeaderBytes = 8 << 10
    /// More than any form of ours asks.
    static let mostParts = 2_000

    private enum Place {
        /// Before the first boundary.
        case before
        /// Right after a boundary.
        case boundary
        case header
        case content
        /// After the last boundary.
        case after
    }

    /// Line end, two hyphens, boundary.
    private let delimiter: [UInt8]
    /// As though a line had ended before the first byte: the first boundary is then like every other.
    private var held: [UInt8] = [0x0D, 0x0A]
    private var place = Place.before
    /// How much of what is held the last search looked through in vain.
    private var searched = 0
    private var parts = 0
    /// Whether the line end that closes the header still stands before the content.
    private var isAtStart = false

    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
    }

    /// The boundary that a content type names; nil where it is no such form.
    static func boundary(in contentType: String) -> String? {
        let (type, parameters) = parameters(of: contentType)
        guard type == "multipart/form-data", let boundary = parameters["boundary"],
            1...70 ~= boundary.utf8.count,
            boundary.utf8.allSatisfy({ 0x20...0x7E ~= $0 }), boundary.utf8.last != 0x20
        else { return nil }
        return boundary
    }

    /// Takes the next bytes and gives what they complete.
    mutating func take(_ bytes: some Collection<UInt8>) throws(Fault) -> [Piece] {
        held += bytes
        var pieces: [Piece] = []
        while try step(&pieces) {}
        return pieces
    }

    /// Says that no more bytes come.
    func finish() throws(Fault) {
        guard case .after = place else { throw .malformed }
    }

    /// Goes on by one boundary, header or stretch of content; false where more bytes are needed.
    private mutating func step(_ pieces: inout [Piece]) throws(Fault) -> Bool {
        switch place {
        case .before: try stepBefore()
        case .boundary: try stepBoundary()
        case .header: try stepHeader(&pieces)
        case .content: stepContent(&pieces)
        case .after: stepAfter()
        }
    }

    private mutating func stepBefore() throws(Fault) -> Bool {
        let found = first(delimiter)
        // What could still begin a boundary does not count, so that the pieces make no difference.
        guard found ?? (held.count - delimiter.count + 1) <= Self.mostHeaderBytes else {
            throw .malformed
        }
        guard let found else { return false }
        held.removeFirst(found + delimiter.count)
        place = .boundary
        return true
    }

    /// After a boundary comes a line end, blanks perhaps before it; after the last, two hyphens.
    private mutating func stepBoundary() throws(Fault) -> Bool {
        if held.starts(with: [0x2D, 0x2D]) {
            place = .after
            return true
        }
        let blanks = held.prefix { $0 == 0x20 || $0 == 0x09 }.count
        guard blanks < 256 else { throw .malformed }
        guard held.count >= blanks + 2 else { return false }
        guard held[blanks] == 0x0D, held[blanks + 1] == 0x0A else { throw .malformed }
        // The line end stays: a part without any header is then like every other.
        held.removeFirst(blanks)
        parts += 1
        guard parts <= Self.mostParts else { throw .tooManyParts }
        place = .header
        return true
    }

    private mutating func stepHeader(_ pieces: inout [Piece]) throws(Fault) -> Bool {
        let end = first([0x0D, 0x0A, 0x0D, 0x0A])
        guard end ?? (held.count - 3) <= Self.mostHeaderBytes else { throw .headerTooLong }
        guard let end else { return false }
        let header = String(decoding: held[..<end], as: UTF8.self)
        // A part may be empty and begin with its boundary, so the last line end stays here too.
        held.removeFirst(end + 2)
        guard let (name, file) = Self.disposition(in: header) else { throw .malformed }
        pieces.append(.begins(name: name, file: file))
        place = .content
        isAtStart = true
        return true
    }

    private mutating func stepContent(_ pieces: inout [Piece]) -> Bool {
        if let found = first(delimiter) {
            give(upTo: found, &pieces)
            held.removeFirst(delimiter.count)
            pieces.append(.ends)
            place = .boundary
            return true
        }
        give(upTo: held.count - beginningOfDelimiter(), &pieces)
        return false
    }

    private mutating func stepAfter() -> Bool {
        held = []
        return false
    }

    private mutating func give(upTo end: Int, _ pieces: inout [Piece]) {
        var bytes = held[..<end]
        if isAtStart, end > 0 {
            bytes = bytes.dropFirst(2)
            isAtStart = false
        }
        if !bytes.isEmpty { pieces.append(.bytes(Array(bytes))) }
        held.removeFirst(end)
        searched = 0
    }

    /// Where a row of bytes is found first, not looking twice at what was looked through in vain.
    private mutating func first(_ pattern: [UInt8]) -> Int? {
        let found = place(of: pattern, from: searched)
        searched = found == nil ? max(0, held.count - pattern.count + 1) : 0
        return found
    }

    private func place(of pattern: [UInt8], from start: Int) -> Int? {
        held.withUnsafeBufferPointer { held in
            var place = start
            while place + pattern.count <= held.count {
                guard let next = held[place...].firstIndex(of: pattern[0]) else { return nil }
                guard next + pattern.count <= held.count else { return nil }
                if held[next...].starts(with: pattern) { return next }
                place = next + 1
            }
            return nil
        }
    }

    /// How many of the last bytes could be the beginning of a delimiter.
    private func beginningOfDelimiter() -> Int {
        let most = min(held.count, delimiter.count - 1)
        return (0...most).reversed().first { held.suffix($0).elementsEqual(delimiter.prefix($0)) }
            ?? 0
    }
}

// Headers

extension MultipartReader {
    /// What a header says the part is called, and the name of a file; nil where it says neither.
    private static func disposition(in header: String) -> (name: String, file: String?)? {
        for line in header.split(separator: "\r\n") {
            guard let colon = line.firstIndex(of: ":"),
                line[..<colon].lowercased() == "content-disposition"
            else { continue }
            let (type, parameters) = parameters(of: line[line.index(after: colon)...])
            guard type == "form-data", let name = parameters["name"] else { return nil }
            return (unescaped(name), parameters["filename"].map { unescaped($0) })
        }
        return nil
    }

    /// `form-data; name="a"; filename="b"`: the first of each name counts.
    private static func parameters(
        of text: some StringProtocol
    ) -> (type: String, parameters: [String: String]) {
        var rest = Array(text.utf8)[...]
        let type = rest.prefix { $0 != 0x3B }
        rest = rest[type.endIndex...]
        var parameters: [String: String] = [:]
        while rest.popFirst() != nil {
            let name = rest.prefix { $0 != 0x3D && $0 != 0x3B }
            rest = rest[name.endIndex...]
            guard rest.first == 0x3D else { continue }
            rest = rest.dropFirst()
            let value = value(&rest)
            let key = trimmed(name).lowercased()
            if parameters[key] == nil { parameters[key] = value }
            rest = rest[(rest.firstIndex(of: 0x3B) ?? rest.endIndex)...]
        }
        return (trimmed(type).lowercased(), parameters)
    }

    /// A value in quotes, or up to the next semicolon.
    ///
    /// A backslash escapes a quote and nothing else: names of files had whole paths in them once.
    private static func value(_ rest: inout ArraySlice<UInt8>) -> String {
        guard rest.first == 0x22 else {
            let value = rest.prefix { $0 != 0x3B }
            rest = rest[value.endIndex...]
            return trimmed(value)
        }
        var value: [UInt8] = []
        var place = rest.startIndex + 1
        while place < rest.endIndex, rest[place] != 0x22 {
            let isEscape =
                rest[place] == 0x5C && place + 1 < rest.endIndex && rest[place + 1] == 0x22
                && rest[(place + 2)...].contains(0x22)
            if isEscape { place += 1 }
            value.append(rest[place])
            place += 1
        }
        rest = rest[min(place + 1, rest.endIndex)...]
        return String(decoding: value, as: UTF8.self)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D || $0 == 0x0A }
        var rest = bytes.drop(while: isBlank)
        while let last = rest.last, isBlank(last) { rest = rest.dropLast() }
        return String(decoding: rest, as: UTF8.self)
    }

    /// Browsers write a quote and line ends in names as `%22`, `%0D` and `%0A`, and nothing else so.
    private static func unescaped(_ text: String) -> String {
        var text = text
        for (escape, letter) in [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")] {
            text = text.split(separator: escape, omittingEmptySubsequences: false)
                .joined(separator: letter)
        }
        return text
    }
}
