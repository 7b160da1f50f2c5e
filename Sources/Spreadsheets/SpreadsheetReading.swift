package import Pages

/// Whoever reads the cells of a spreadsheet file.
package protocol SpreadsheetReading: Sendable {
    /// Whether files of Excel are read here at all.
    var isInstalled: Bool { get }

    /// The cells of the first sheet with anything on it.
    func sheet(in file: [UInt8]) async throws(SpreadsheetRefusal) -> Spreadsheet
}

/// The cells of a sheet as text, as its readers see them.
package struct Spreadsheet: Hashable, Sendable, Decodable {
    /// The name of the sheet.
    package let sheet: String
    /// The names of the sheets that were not read.
    package let others: [String]
    package let rows: [[String]]
}

/// Where nothing reads spreadsheets.
package struct NoSpreadsheets: SpreadsheetReading {
    package init() {}

    package var isInstalled: Bool { false }

    package func sheet(in file: [UInt8]) async throws(SpreadsheetRefusal) -> Spreadsheet {
        throw .notHere
    }
}
