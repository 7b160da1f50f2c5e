package import CaseFiles
package import Chronologies
import Partnerships
package import WorkingDays

extension Chronology {
    /// The rows of an agency's return.
    ///
    /// Dates are kept as they were typed, and are read as on the day they were given: a year of two
    /// digits must not change its century as time goes by.
    package init(_ rows: [ReturnRow], of source: SourceID, given day: Day) {
        self.init(
            source: source,
            rows: rows.map { row in
                ChronologyRow(
                    id: .init(row.row.number),
                    source: source,
                    entry: ChronologyEntry(row, given: day)
                )
            }
        )
    }
}

extension ChronologyEntry {
    fileprivate init(_ row: ReturnRow, given day: Day) {
        // Each row was read before it was taken; should one not be, it stands at the end and is not lost.
        let read = try? DateReader(today: day).read(row.date)
        self.init(
            date: read?.date ?? .unknown,
            typedDate: row.date,
            time: TimeOfDay(row.time) ?? read?.time,
            event: row.happened,
            action: row.action,
            record: row.source,
            who: row.about
        )
    }
}
