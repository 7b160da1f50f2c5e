/// Why a spreadsheet file is not read.
package enum SpreadsheetRefusal: Error, Hashable, Sendable {
    case noSpreadsheet
    /// Nobody can look into it without its password.
    case locked
    /// Larger than so many bytes, as it is or unpacked.
    case tooLarge(most: Int)
    case tooManyRows(most: Int)
    case tooManyColumns(most: Int)
    /// It was not read within the time that a file gets.
    case tooSlow
    /// What reads spreadsheets is not installed here.
    case notHere
    /// Too many are read at this moment.
    case busy
    /// What reads spreadsheets broke.
    case failed
}

extension SpreadsheetRefusal {
    /// What is wrong, and what to do, in a sentence without its stop.
    package var words: String {
        switch self {
        case .noSpreadsheet:
            "The file is no spreadsheet that can be read: save it as .xlsx or as CSV, or paste the rows"
        case .locked: "The file is closed with a password: save it without one and choose that"
        case .tooLarge(let most):
            "The file is larger than \(FileWording.size(most)), or unpacks to very much: paste the rows in parts"
        case .tooManyRows(let most):
            "The file has more than \(most) rows: take them in parts"
        case .tooManyColumns(let most):
            "The file has more than \(most) columns: keep those of the chronology alone"
        case .tooSlow: "The file takes too long to read: save it as CSV, or paste the rows"
        case .notHere: "Excel files cannot be read here: save the file as CSV, or paste the rows"
        case .busy: "Many files are being read at this moment: choose it again in a minute"
        case .failed: "The file could not be read: save it as CSV, or paste the rows"
        }
    }
}
