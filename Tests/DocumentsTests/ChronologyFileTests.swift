import Chronologies
import Pages
import TestSupport
import Testing
import WorkingDays

@testable import Documents

private func table(_ cells: [ChronologyTable.Cell]) -> ChronologyTable {
    ChronologyTable(title: "Chronology", heads: ["Date"], widths: [20], rows: [cells])
}

private func line(_ cells: ChronologyTable.Cell...) -> String {
    let text = String(decoding: chronologyCSV(table(cells)), as: UTF8.self)
    return String(text.dropFirst().split(separator: "\r\n", maxSplits: 1)[1])
}

@Suite("A chronology as CSV")
struct ChronologyCSVTests {
    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
        ("one\ntwo", "\"one\ntwo\""), ("=1+1", "'=1+1"), ("+44", "'+44"), ("-", "'-"),
        ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("＝1", "'＝1"),
        ("=cmd|'/c calc'!A1,2", "\"'=cmd|'/c calc'!A1,2\""), ("a=b", "a=b"), ("", ""),
    ])
    func `keeps every text, and lets none be a formula`(text: String, written: String) {
        #expect(line(.text(text)) == written + "\r\n")
    }

    @Test func `begins with the mark of UTF-8 and writes days as people do`() {
        #expect(chronologyCSV(table([])).prefix(3) == [0xEF, 0xBB, 0xBF])
        #expect(line(.day("2016-05-02"), .text("Café")) == "02/05/2016,Café\r\n")
    }

    @Test func `is read again as the same rows`() {
        let typed = [
            "22/05/2016", "?22 May 2016", "May 2016", "2015", "2014-15", "c. 2015",
            "before May 2016",
            "by 22 May 2016", "after 22 May 2016", "since 2015", "12-14 May 2016", "w/c 23/05/2016",
            "Spring 2019", "winter 2019", "autumn term 2018", "early 2020", "mid-June 2019",
            "not known",
            "possibly spring 2019", "between May and July 2016",
        ]
        let rows = typed.enumerated().map { "\($1)\t14:30\tEvent \($0), \"quoted\"\nsecond" }
        let pasted = rows.map { row in
            let cells = row.split(separator: "\t").map { "\"\($0.replacing("\"", with: "\"\""))\"" }
            return cells.joined(separator: "\t")
        }
        let first = readTable(pasted.joined(separator: "\n"), today: "2026-11-21")
        #expect(first.errors == [])
        let merged = merge([
            Chronology(source: SourceID(1), entries: first.entries, firstID: 1)
        ])
        let material = ChronologyMaterial(
            merged: merged,
            resemblances: merged.resemblances(),
            agencies: [(SourceID(1), "Police")],
            people: []
        )
        let csv = chronologyCSV(chronologyTable(material, ChronologyQuery()))
        let again = readTable(String(decoding: csv, as: UTF8.self), today: "2026-11-21")
        #expect(again.errors == [])
        #expect(again.entries.map(\.date) == merged.rows.map(\.date))
        #expect(again.entries.map(\.event) == merged.rows.map(\.entry.event))
        #expect(again.entries.map(\.time) == merged.rows.map(\.entry.time))
    }
}

@Suite("A chronology as a spreadsheet")
struct ChronologyXLSXTests {
    @Test func `is a packed file, made without one on a disk`() throws {
        let bytes = try chronologyXLSX(table([.day("2016-05-22")]))
        #expect(bytes.starts(with: Array("PK\u{3}\u{4}".utf8)))
        let large = ChronologyTable(
            title: "Chronology",
            heads: ["Date", "What happened"],
            widths: [20, 60],
            rows: (0..<6_000).map { [.day("2016-05-22"), .text("=Event \($0)")] }
        )
        #expect(try chronologyXLSX(large).count > 50_000)
    }
}
