import Foundation
package import Pages

/// What a file of rows holds: the cells of a spreadsheet, or text with signs between the cells.
package enum TableContent: Hashable, Sendable {
    case cells(Spreadsheet)
    case text(String)
}

extension SpreadsheetReading {
    /// What a file of rows holds, by what it is and not by what it is called.
    package func table(in file: [UInt8]) async throws(SpreadsheetRefusal) -> TableContent {
        if file.starts(with: [0x50, 0x4B]) || file.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return .cells(try await sheet(in: file))
        }
        // Some programs call a web page with a table in it a spreadsheet.
        guard let text = tableText(file), text.first(where: { !$0.isWhitespace }) != "<" else {
            throw .noSpreadsheet
        }
        return .text(text)
    }
}

/// The text of a file in UTF-8, UTF-16, or else in the code page that Windows has in this country; nil where it is none.
private func tableText(_ file: [UInt8]) -> String? {
    if file.starts(with: [0xFF, 0xFE]) || file.starts(with: [0xFE, 0xFF]) {
        return String(bytes: file, encoding: .utf16)
    }
    let isText = file.allSatisfy { $0 >= 0x20 || [0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains($0) }
    guard isText else { return nil }
    return String(validating: file, as: UTF8.self) ?? String(bytes: file, encoding: .windowsCP1252)
}
