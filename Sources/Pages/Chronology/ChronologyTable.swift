import Chronologies
import Procedures
package import WorkingDays

/// The rows of a merged chronology for a file: the same whether it is CSV or a spreadsheet.
package struct ChronologyTable: Sendable {
    /// What the sheet is called.
    package let title: String
    package let heads: [String]
    /// How wide a column is, in characters.
    package let widths: [Int]
    package let rows: [[Cell]]

    package enum Cell: Hashable, Sendable {
        /// Without the signs that turn the words around them about: a cell stands beside what somebody else wrote.
        case text(String)
        /// A day that is known exactly.
        case day(Day)
    }

    package init(title: String, heads: [String], widths: [Int], rows: [[Cell]]) {
        self.title = title
        self.heads = heads
        self.widths = widths
        self.rows = rows
    }
}

/// All rows that a query asks for, on however many pages they stand.
///
/// The words of uncertain dates are such that they are read again as the same dates.
package func chronologyTable(
    _ material: ChronologyMaterial,
    _ query: ChronologyQuery
) -> ChronologyTable {
    let place = ChronologyPlace(over: "", crumbs: [], path: "/", wordsToken: "")
    let builder = ChronologyBuilder(material, query, place)
    let children = builder.children.map { query.isPseudonymised ? $0.pseudonym : $0.name }
    let columns: [ChronologyColumn] = [
        .date, .time, .event, .action, .who, .record, .significance, .key,
    ]
    return ChronologyTable(
        title: query.isPseudonymised ? "Chronology (pseudonyms)" : "Chronology",
        heads: ["Agency"] + columns.map { ChronologyWording.head($0) }
            + children.map { "Age of \($0)" },
        widths: [22, 18, 10, 60, 40, 20, 24, 30, 12] + children.map { _ in 20 },
        rows: material.merged.rows.filter { builder.isAskedFor($0) }.map { row in
            let shown = builder.row(row, isInGroup: true)
            let ages = builder.children.map { child in
                child.age(at: row.date).map { ChronologyWording.words($0) } ?? ""
            }
            let texts = [
                shown.time, shown.event, shown.action, shown.who, shown.record,
                shown.significance, shown.isKey ? "yes" : "",
            ]
            return [
                .text(sound(shown.source.name)),
                row.date.exactDay.map { .day($0) } ?? .text(sound(shown.date)),
            ]
                + (texts + ages).map { .text(sound($0)) }
        }
    )
}
