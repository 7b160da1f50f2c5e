package import WorkingDays

/// Reads the rows of a chronology out of text pasted from a spreadsheet or a word processor, or out
/// of a CSV file.
///
/// Where the first line names columns, they may come in any order; where it does not, they are date,
/// time if there is one, what happened, what was done, source, who, significance. Nothing is thrown
/// away unseen: every fault comes back with its place, and all of them at once.
package func readTable(
    _ text: String,
    today: Day,
    limits: TableLimits = .standard
) -> TableReading {
    guard text.utf8.count <= limits.bytes else { return .refused(.tooLong(most: limits.bytes)) }
    // One for the heads, one to see that there are too many.
    let table = DelimitedText(text, mostRecords: limits.rows * 2 + 2)
    var reader = TableReader(today: today, limits: limits)
    return reader.read(table.records, isProse: true)
}

/// Reads the rows of a chronology out of cells, such as those of a spreadsheet file.
package func readTable(
    _ records: [[String]],
    today: Day,
    limits: TableLimits = .standard
) -> TableReading {
    var reader = TableReader(today: today, limits: limits)
    return reader.read(records, isProse: false)
}

private struct TableReader {
    let dates: DateReader
    let limits: TableLimits
    var rows: [TableReading.Row] = []
    var errors: [TableError] = []

    init(today: Day, limits: TableLimits) {
        dates = DateReader(today: today)
        self.limits = limits
    }

    /// What was pasted may be prose from a word processor; the cells of a file are what they are.
    mutating func read(_ records: [[String]], isProse: Bool) -> TableReading {
        var lines = records.enumerated().map { number, cells in
            Line(number: number + 1, cells: cells.map(\.trimmedSpaces))
        }
        lines.removeAll(where: \.isBlank)
        let titles = titles(over: lines)
        lines.removeFirst(titles.count)
        guard let first = lines.first else { return .refused(.empty) }
        let heads = Heads(first)
        if let missing = heads.missing {
            return .refused(.noColumn(missing, heads: first.cells.filter { !$0.isEmpty }))
        }
        if heads.isPresent { lines.removeFirst() }
        guard !lines.isEmpty else { return .refused(.empty) }
        let columns = heads.isPresent ? heads.columns : Heads.byPosition(lines)
        guard columns.count > 1 else { return .refused(.oneColumn) }
        if isProse { lines = rejoined(lines, columns) }
        guard lines.count <= limits.rows else { return .refused(.tooManyRows(most: limits.rows)) }
        for line in lines { read(line, columns) }
        return TableReading(
            rows: rows,
            errors: errors,
            ignored: titles + heads.ignored,
            hasHeads: heads.isPresent,
            columns: columns.compactMap(\.self)
        )
    }

    /// Lines of one cell that people put over the line that names the columns.
    private func titles(over lines: [Line]) -> [String] {
        let most = 10
        guard let heads = lines.prefix(most).firstIndex(where: { Heads($0).isPresent }) else {
            return []
        }
        let titles = lines[..<heads].map { $0.cells.filter { !$0.isEmpty } }
        guard titles.allSatisfy({ $0.count == 1 && isProse($0[0]) }) else { return [] }
        return titles.map { $0[0] }
    }

    /// Word breaks a row where a cell has several paragraphs: the lines that together have the cells
    /// of one row, and of which only the first begins with a date, are one row again.
    private func rejoined(_ lines: [Line], _ columns: [ChronologyColumn?]) -> [Line] {
        var joined: [Line] = []
        for line in lines {
            if let last = joined.last, columns.first == .date,
                last.cells.count + line.cells.count - 1 == columns.count, isProse(line.cells[0])
            {
                joined[joined.count - 1] = last.joined(with: line)
            } else {
                joined.append(line)
            }
        }
        return joined
    }

    /// Whether a cell is no date, and no try at one either.
    private func isProse(_ text: String) -> Bool {
        do throws(DateRefusal) {
            _ = try dates.read(text)
            return false
        } catch {
            return !text.isEmpty && [.unreadable, .tooLong].contains(error)
        }
    }

    private mutating func read(_ line: Line, _ columns: [ChronologyColumn?]) {
        let before = errors.count
        let filled = line.cells.count - line.cells.reversed().prefix { $0.isEmpty }.count
        if filled > columns.count {
            fail(
                line,
                nil,
                line.cells[columns.count],
                .tooManyCells(count: filled, columns: columns.count)
            )
        }
        func cell(_ column: ChronologyColumn) -> String {
            guard let place = columns.firstIndex(of: column), place < line.cells.count else {
                return ""
            }
            return line.cells[place]
        }
        for (place, text) in line.cells.prefix(columns.count).enumerated() {
            let count = text.count
            if count > limits.cell {
                fail(
                    line,
                    columns[place],
                    String(text.prefix(60)),
                    .cellTooLong(count: count, most: limits.cell)
                )
            }
        }
        let read = date(cell(.date), line)
        let typedTime = cell(.time)
        if typedTime.count > TimeOfDay.mostCharacters {
            fail(
                line,
                .time,
                String(typedTime.prefix(60)),
                .timeTooLong(most: TimeOfDay.mostCharacters)
            )
        }
        if cell(.event).isEmpty, cell(.action).isEmpty { fail(line, .event, "", .noText) }
        guard let read, errors.count == before else { return }
        let significance = cell(.significance)
        let entry = ChronologyEntry(
            date: read.date,
            typedDate: cell(.date),
            time: TimeOfDay(typedTime) ?? read.time,
            event: cell(.event),
            action: cell(.action),
            record: cell(.record),
            who: cell(.who),
            significance: significance,
            isKey: isYes(cell(.key)) || isYes(significance)
        )
        rows.append(TableReading.Row(number: line.number, entry: entry))
    }

    private mutating func date(_ text: String, _ line: Line) -> ReadDate? {
        if text.isEmpty {
            fail(line, .date, "", .noDate)
            return nil
        }
        do {
            return try dates.read(text)
        } catch {
            fail(line, .date, String(text.prefix(60)), .date(error))
            return nil
        }
    }

    private mutating func fail(
        _ line: Line,
        _ column: ChronologyColumn?,
        _ value: String,
        _ reason: TableError.Reason
    ) {
        errors.append(TableError(row: line.number, column: column, value: value, reason: reason))
    }

    private func isYes(_ text: String) -> Bool {
        let words: Set = [
            "yes", "y", "x", "key", "true", "high", "key episode", "key event", "✓", "significant",
        ]
        return words.contains(text.lowercased())
    }
}

private struct Line {
    let number: Int
    let cells: [String]

    var isBlank: Bool { cells.allSatisfy(\.isEmpty) }

    /// The first cell of what follows goes on with the last cell here.
    func joined(with next: Line) -> Line {
        let last = [cells.last ?? "", next.cells[0]].filter { !$0.isEmpty }
        return Line(
            number: number,
            cells: cells.dropLast() + [last.joined(separator: "\n")] + next.cells.dropFirst()
        )
    }
}

/// What the first line says of the columns.
private struct Heads {
    /// Nil where a column is not taken.
    let columns: [ChronologyColumn?]
    let ignored: [String]
    let isPresent: Bool
    /// What the heads should name and do not.
    let missing: ChronologyColumn?

    init(_ line: Line) {
        var seen: Set<ChronologyColumn> = []
        var columns: [ChronologyColumn?] = []
        var ignored: [String] = []
        for cell in line.cells {
            let column = ChronologyColumn(head: cell)
            if let column, seen.insert(column).inserted {
                columns.append(column)
            } else {
                columns.append(nil)
                if !cell.isEmpty { ignored.append(cell) }
            }
        }
        isPresent = !seen.isEmpty && (seen.contains(.date) || seen.count >= 2)
        self.columns = columns
        self.ignored = isPresent ? ignored : []
        if !isPresent {
            missing = nil
        } else if !seen.contains(.date) {
            missing = .date
        } else {
            missing = seen.contains(.event) || seen.contains(.action) ? nil : .event
        }
    }

    static func byPosition(_ lines: [Line]) -> [ChronologyColumn?] {
        let second = lines.compactMap { $0.cells.count > 1 ? $0.cells[1] : nil }
            .filter { !$0.isEmpty }
        // A second column of short texts, of which one is a time of day, is the time.
        let hasTime =
            second.contains { TimeOfDay($0)?.minute != nil }
            && second.allSatisfy { $0.count <= TimeOfDay.mostCharacters }
            && lines.contains { $0.cells.count > 2 }
        let width = lines.map(\.cells.count).max() ?? 0
        return Array(ChronologyColumn.byPosition(hasTime: hasTime).prefix(width))
    }
}
