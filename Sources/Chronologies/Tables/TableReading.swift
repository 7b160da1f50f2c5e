import WorkingDays

/// What a table of a chronology holds, and everything in it that is wrong.
package struct TableReading: Hashable, Sendable {
    /// The sound rows, in order.
    package let rows: [Row]
    package let errors: [TableError]
    /// Titles over the table, and the heads of columns that hold nothing of a chronology, as they were written.
    package let ignored: [String]
    /// Whether the first line names the columns.
    package let hasHeads: Bool
    package let columns: [ChronologyColumn]

    /// A row with the number by which whoever pasted it knows it: the first line is 1.
    package struct Row: Hashable, Sendable {
        package let number: Int
        package let entry: ChronologyEntry
    }

    package var entries: [ChronologyEntry] { rows.map(\.entry) }

    static func refused(_ reason: TableError.Reason) -> TableReading {
        TableReading(
            rows: [],
            errors: [TableError(row: nil, column: nil, value: "", reason: reason)],
            ignored: [],
            hasHeads: false,
            columns: []
        )
    }
}

/// What is wrong at one place of a table.
package struct TableError: Hashable, Sendable {
    /// Nil for the table as a whole.
    package let row: Int?
    package let column: ChronologyColumn?
    /// The bad value as it was typed.
    package let value: String
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        case date(DateRefusal)
        case noDate
        /// Neither what happened nor what was done.
        case noText
        case timeTooLong(most: Int)
        case cellTooLong(count: Int, most: Int)
        /// More cells than there are columns.
        case tooManyCells(count: Int, columns: Int)
        case empty
        case tooLong(most: Int)
        case tooManyRows(most: Int)
        /// The heads name no column for the date, or for what happened.
        case noColumn(ChronologyColumn, heads: [String])
        /// There is but one column.
        case oneColumn
    }
}

/// How much is taken at once.
package struct TableLimits: Hashable, Sendable {
    package let bytes: Int
    package let rows: Int
    /// Characters in a cell.
    package let cell: Int

    package static let standard = TableLimits(bytes: 2_000_000, rows: 2_000, cell: 8_000)

    package init(bytes: Int, rows: Int, cell: Int) {
        (self.bytes, self.rows, self.cell) = (bytes, rows, cell)
    }
}
