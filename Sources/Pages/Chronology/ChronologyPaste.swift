package import Chronologies
package import WorkingDays

/// Rows of a chronology as somebody pasted or uploaded them: what was read, and what is wrong where.
package struct ChronologyPaste: Sendable {
    /// The sound rows; to be kept only where `isComplete`.
    package let entries: [ChronologyEntry]
    /// `38 rows read, 2 not`; empty where nothing was given.
    package let says: String
    /// What whoever pasted should know: columns that were not taken, how columns were read.
    package let notes: [String]
    /// In the order of the table; no more than `mostFaults`.
    package let faults: [Fault]
    /// `and 12 more`, where there are more faults than are shown; empty else.
    package let further: String
    /// The first rows as they were read.
    package let preview: [Line]

    package static let mostFaults = 100
    private static let mostLines = 10

    package struct Fault: Hashable, Sendable {
        /// `Row 3`; empty for the whole table.
        package let row: String
        /// `Date`; empty for the whole row.
        package let column: String
        package let says: String
    }

    package struct Line: Hashable, Sendable {
        package let row: String
        package let date: String
        package let event: String
    }

    /// Whether there are rows and nothing is wrong with any.
    package var isComplete: Bool { !entries.isEmpty && faults.isEmpty }

    /// What was pasted or read out of a text file.
    package init(_ text: String, today: Day) {
        self.init(readTable(text, today: today))
    }

    /// The cells of one sheet of a spreadsheet file, whose other sheets were not read.
    package init(
        cells: [[String]],
        of sheet: String = "",
        without others: [String] = [],
        today: Day
    ) {
        self.init(readTable(cells, today: today), notes: Self.notes(sheet, others))
    }

    package init(_ reading: TableReading, notes before: [String] = []) {
        entries = reading.entries
        let wrongRows = Set(reading.errors.compactMap(\.row)).count
        says =
            wrongRows == 0
            ? "\(DayWording.count(entries.count, "row")) read"
            : "\(DayWording.count(entries.count, "row")) read, \(wrongRows) not"
        notes = before + Self.notes(reading)
        faults = reading.errors.prefix(Self.mostFaults).map { error in
            Fault(
                row: error.row.map { "Row \($0)" } ?? "",
                column: error.column.map { ChronologyWording.head($0) } ?? "",
                says: ChronologyWording.words(error)
            )
        }
        let rest = reading.errors.count - faults.count
        further = rest > 0 ? "and \(rest) more" : ""
        preview = reading.rows.prefix(Self.mostLines).map { row in
            Line(
                row: "\(row.number)",
                date: ChronologyWording.words(row.entry.date),
                event: row.entry.event.isEmpty ? row.entry.action : row.entry.event
            )
        }
    }

    /// What is wrong, for the summary of a form, each leading to the box.
    package func errors(of control: String) -> [FormError] {
        let shown = faults.map { fault in
            let place = [fault.row, fault.column.lowercasedStart].filter { !$0.isEmpty }
            return place.isEmpty ? fault.says : "\(place.joined(separator: ", ")): \(fault.says)"
        }
        return (shown + (further.isEmpty ? [] : [DayWording.capitalised(further)]))
            .map { FormError(field: control, message: $0) }
    }

    private static func notes(_ sheet: String, _ others: [String]) -> [String] {
        guard !others.isEmpty else { return [] }
        let names = others.prefix(12).map { "“\($0.prefix(40))”" }
        return ["Only the sheet “\(sheet.prefix(40))” was read, and not \(DayWording.list(names))."]
    }

    private static func notes(_ reading: TableReading) -> [String] {
        var notes: [String] = []
        if !reading.columns.isEmpty, !reading.hasHeads {
            let heads = reading.columns.map { ChronologyWording.head($0).lowercasedStart }
            notes.append(
                "The first line names no columns, so they were taken as \(DayWording.list(heads))."
            )
        }
        if !reading.ignored.isEmpty {
            let names = reading.ignored.prefix(12).map { "“\($0.prefix(40))”" }
            notes.append("Not taken: \(DayWording.list(names)).")
        }
        return notes
    }
}
