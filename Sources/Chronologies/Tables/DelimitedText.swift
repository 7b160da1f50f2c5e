/// A table as text: cells with a sign between them, lines, cells with line breaks in quotation marks.
///
/// It follows RFC 4180, and spreadsheets and people where they do not: a quotation mark opens a cell
/// only where one closes it, so that `"Mum" said so` stays as it is and no stray mark swallows the
/// rows after it. Any line end will do.
struct DelimitedText {
    let records: [[String]]
    /// The limit of rows was passed; the rest was not read.
    let isCut: Bool

    init(_ text: String, mostRecords: Int) {
        var bytes = Array(text.utf8)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        let separator = Self.separator(of: bytes)
        var records: [[String]] = []
        var place = 0
        while place < bytes.count, records.count < mostRecords {
            records.append(Self.record(of: bytes, from: &place, separator))
        }
        self.records = records
        isCut = place < bytes.count
    }

    private static func record(
        of bytes: [UInt8],
        from place: inout Int,
        _ separator: UInt8
    ) -> [String] {
        var cells: [String] = []
        while true {
            cells.append(cell(of: bytes, from: &place, separator))
            guard place < bytes.count, bytes[place] == separator else { break }
            place += 1
        }
        // CR LF is one line end, and so is either alone.
        if place < bytes.count, bytes[place] == 0x0D { place += 1 }
        if place < bytes.count, bytes[place] == 0x0A { place += 1 }
        return cells
    }

    private static func cell(
        of bytes: [UInt8],
        from place: inout Int,
        _ separator: UInt8
    ) -> String {
        if place < bytes.count, bytes[place] == quote,
            let (text, end) = quoted(bytes, from: place, separator)
        {
            place = end
            return text
        }
        let start = place
        while place < bytes.count, bytes[place] != separator, !isLineEnd(bytes[place]) {
            place += 1
        }
        return String(decoding: bytes[start..<place], as: UTF8.self)
    }

    /// A cell in quotation marks, up to what ends it; nil where none closes it as a cell is closed.
    private static func quoted(
        _ bytes: [UInt8],
        from start: Int,
        _ separator: UInt8
    ) -> (text: String, end: Int)? {
        var content: [UInt8] = []
        var place = start + 1
        while place < bytes.count {
            if bytes[place] != quote {
                content.append(bytes[place])
                place += 1
            } else if place + 1 < bytes.count, bytes[place + 1] == quote {
                content.append(quote)
                place += 2
            } else {
                return ends(bytes, place + 1, separator)
                    ? (String(decoding: content, as: UTF8.self), place + 1) : nil
            }
        }
        return nil
    }

    /// Whether a cell ends here.
    private static func ends(_ bytes: [UInt8], _ place: Int, _ separator: UInt8) -> Bool {
        place == bytes.count || bytes[place] == separator || isLineEnd(bytes[place])
    }

    /// A tab where the first line has one; else the one of comma and semicolon that it has more of.
    private static func separator(of bytes: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes.drop(while: { isLineEnd($0) || $0 == 0x20 }) {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if isLineEnd(byte) { break }
            counts[byte, default: 0] += 1
        }
        if counts[tab] != nil { return tab }
        // What was pasted may begin with a title; then any tab in the text decides.
        if counts[comma] == nil, counts[semicolon] == nil, bytes.contains(tab) { return tab }
        return counts[semicolon, default: 0] > counts[comma, default: 0] ? semicolon : comma
    }
}

private let tab: UInt8 = 0x09
private let quote: UInt8 = 0x22
private let comma: UInt8 = 0x2C
private let semicolon: UInt8 = 0x3B

private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
