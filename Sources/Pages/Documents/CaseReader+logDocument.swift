import CaseFiles
import Partnerships
import WorkingDays

extension CaseReader {
    /// The daily log as a document of its own, oldest first, month by month.
    package func logDocument() -> PrintedDocument {
        let lines = log()
        var blocks: [DocumentBlock] = [
            .paragraph(
                DocumentText(
                    "Everything that was recorded in this case up to \(when(time)), as \(name(person)) may read it: \(lines.count == 1 ? "one entry" : "\(lines.count) entries")."
                )
            )
        ]
        var rest = lines[...]
        while let first = rest.first {
            let month = Self.month(of: first)
            let ofMonth = rest.prefix { Self.month(of: $0) == month }
            rest = rest.dropFirst(ofMonth.count)
            blocks.append(.heading(1, month))
            blocks.append(.table(Self.table(of: ofMonth, in: month)))
        }
        return PrintedDocument(
            title: "Daily log of case \(file.reference)",
            reference: "Case \(file.reference)",
            version: "As it was on \(when(time))",
            hasContents: true,
            blocks: blocks
        )
    }

    private static func month(of line: LogLine) -> String {
        let (year, month, _) = line.recorded.ymd
        return "\(DayWording.month(month)) \(year)"
    }

    private static func table(of lines: ArraySlice<LogLine>, in month: String) -> DocumentTable {
        DocumentTable(
            caption: "Entries of \(month)",
            columns: [
                DocumentTable.Column("Recorded", share: 20),
                DocumentTable.Column("By", share: 20),
                DocumentTable.Column("What", share: 60),
            ],
            rows: lines.map { line in
                [
                    DocumentText("\(line.day.words)\n\(line.time)"),
                    DocumentText(line.who),
                    DocumentText(
                        line.quoted.isEmpty
                            ? DayWording.capitalised(line.text)
                            : "\(DayWording.capitalised(line.text))\n“\(line.quoted)”"
                    ),
                ]
            }
        )
    }
}
