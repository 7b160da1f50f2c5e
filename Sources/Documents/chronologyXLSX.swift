import CLibXLSXWriter
package import Pages
import WorkingDays

/// Why a spreadsheet was not made.
package enum SpreadsheetFailure: Error, Hashable, Sendable {
    /// The machine has no memory left for it, or no place for files of memory alone.
    case noMemory
    /// The library's number of what went wrong.
    case notWritten(Int)
}

/// A chronology as a spreadsheet, made in memory: no part of it touches a disk.
///
/// Every cell is text, whatever it begins with, but for days that are known, which are dates. The line
/// of heads stays in sight and is repeated on paper.
package func chronologyXLSX(_ table: ChronologyTable) throws(SpreadsheetFailure) -> [UInt8] {
    guard sightline_can_write(memoryFolder) != 0 else { throw .noMemory }
    let file = sightline_memory_file()
    guard file >= 0 else { throw .noMemory }
    defer { sightline_memory_close(file) }
    try write(table, to: "/proc/self/fd/\(file)")
    let size = sightline_memory_size(file)
    guard size > 0 else { throw .noMemory }
    var isRead = false
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        isRead = sightline_memory_read(file, buffer.baseAddress, size) != 0
        count = isRead ? size : 0
    }
    guard isRead else { throw .noMemory }
    return bytes
}

/// Where Linux keeps files in memory.
private let memoryFolder = "/dev/shm"

private func write(
    _ table: ChronologyTable,
    to name: String
) throws(SpreadsheetFailure) {
    // The library keeps the parts of a workbook in files of its own until they are packed.
    let inMemory = strdup(memoryFolder)
    defer { free(inMemory) }
    var options = lxw_workbook_options()
    options.tmpdir = inMemory
    guard let book = workbook_new_opt(name, &options) else { throw .noMemory }
    guard let sheet = workbook_add_worksheet(book, table.title) else {
        _ = workbook_close(book)
        throw .noMemory
    }
    var error = SheetWriter(book: book, sheet: sheet).write(table)
    let closing = workbook_close(book)
    if error == LXW_NO_ERROR { error = closing }
    guard error == LXW_NO_ERROR else { throw .notWritten(Int(error.rawValue)) }
}

private struct SheetWriter {
    /// The most characters that a cell of a spreadsheet holds.
    static let mostCharacters = 32_000

    let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let head: UnsafeMutablePointer<lxw_format>?
    private let text: UnsafeMutablePointer<lxw_format>?
    private let date: UnsafeMutablePointer<lxw_format>?

    init(
        book: UnsafeMutablePointer<lxw_workbook>,
        sheet: UnsafeMutablePointer<lxw_worksheet>
    ) {
        self.sheet = sheet
        head = workbook_add_format(book)
        text = workbook_add_format(book)
        date = workbook_add_format(book)
        if let head {
            format_set_bold(head)
            format_set_bottom(head, UInt8(LXW_BORDER_THIN.rawValue))
        }
        for format in [head, text, date] {
            guard let format else { continue }
            format_set_text_wrap(format)
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        }
        if let date {
            format_set_num_format(date, "ddd d mmm yyyy")
            format_set_align(date, UInt8(LXW_ALIGN_LEFT.rawValue))
        }
    }

    /// The first thing that went wrong.
    func write(_ table: ChronologyTable) -> lxw_error {
        for (column, width) in table.widths.enumerated() {
            let place = UInt16(column)
            _ = worksheet_set_column(sheet, place, place, Double(width), nil)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        _ = worksheet_repeat_rows(sheet, 0, 0)
        worksheet_set_landscape(sheet)
        worksheet_set_paper(sheet, 9)
        worksheet_fit_to_pages(sheet, 1, 0)
        var failure = LXW_NO_ERROR
        for (column, words) in table.heads.enumerated() {
            keep(writeText(words, 0, column, head), in: &failure)
        }
        for (row, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                switch cell {
                case .text(let words): keep(writeText(words, row + 1, column, text), in: &failure)
                case .day(let day): keep(writeDay(day, row + 1, column), in: &failure)
                }
            }
        }
        return failure
    }

    private func keep(_ error: lxw_error, in failure: inout lxw_error) {
        if failure == LXW_NO_ERROR { failure = error }
    }

    private func writeText(
        _ words: String,
        _ row: Int,
        _ column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) -> lxw_error {
        guard !words.isEmpty else { return LXW_NO_ERROR }
        // What ends a text in C, and what XML cannot hold, is left out.
        let sound = String(
            String.UnicodeScalarView(
                words.unicodeScalars.lazy.filter(\.isOfXML).prefix(Self.mostCharacters)
            )
        )
        return worksheet_write_string(sheet, UInt32(row), UInt16(column), sound, format)
    }

    private func writeDay(_ day: Day, _ row: Int, _ column: Int) -> lxw_error {
        let (year, month, date) = day.ymd
        var time = lxw_datetime()
        (time.year, time.month, time.day) = (Int32(year), Int32(month), Int32(date))
        return worksheet_write_datetime(sheet, UInt32(row), UInt16(column), &time, self.date)
    }
}

extension Unicode.Scalar {
    fileprivate var isOfXML: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
