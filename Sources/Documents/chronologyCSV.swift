package import Pages
import WorkingDays

/// A chronology as CSV (RFC 4180), with the mark by which spreadsheets know UTF-8.
///
/// Spreadsheets run a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end, or the wide forms
/// of those signs, as a formula: such a cell gets an apostrophe before it, and stays text.
package func chronologyCSV(_ table: ChronologyTable) -> [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    append(table.heads, to: &bytes)
    for row in table.rows {
        append(row.map(\.words), to: &bytes)
    }
    return bytes
}

private func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (place, cell) in cells.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        append(inert(cell), to: &bytes)
    }
    bytes += [0x0D, 0x0A]
}

private func append(_ cell: String, to bytes: inout [UInt8]) {
    let special: Set<UInt8> = [0x22, 0x2C, 0x3B, 0x0A, 0x0D]
    guard cell.utf8.contains(where: special.contains) else {
        bytes += cell.utf8
        return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
    }
    bytes.append(0x22)
}

/// The text so that no spreadsheet takes it for a formula.
func inert(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, formulaStarts.contains(first) else { return text }
    return "'" + text
}

private let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\n", "\r", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
]

extension ChronologyTable.Cell {
    /// `22/05/2016` for a day.
    fileprivate var words: String {
        switch self {
        case .text(let text): return text
        case .day(let day):
            let (year, month, date) = day.ymd
            return "\(date < 10 ? "0" : "")\(date)/\(month < 10 ? "0" : "")\(month)/\(year)"
        }
    }
}
