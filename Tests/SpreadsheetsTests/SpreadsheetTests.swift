import Chronologies
import Documents
import Foundation
import Pages
import Testing
import WorkingDays

@testable import Spreadsheets

/// The folder of the project, from where this file lies in it.
private let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

/// One of its own for each test, so that no test waits its turn behind the others.
private var reader: PythonSpreadsheets { PythonSpreadsheets(texts: project) }

private func file(_ name: String) throws -> [UInt8] {
    [UInt8](
        try Data(
            contentsOf: URL(fileURLWithPath: "\(project)/Tests/SpreadsheetsTests/Files/\(name)")
        )
    )
}

@Suite(
    "Spreadsheet files",
    .enabled(if: reader.isInstalled, "Scripts/python-packages puts openpyxl where it is looked for")
)
struct SpreadsheetTests {
    @Test func `are read as their readers see them, dates no more exactly than they are shown`()
        async throws
    {
        let read = try await reader.sheet(in: file("chronology.xlsx"))
        #expect(read.sheet == "Chronology")
        #expect(read.others == ["Empty", "Notes"])
        #expect(
            read.rows == [
                ["Date", "Time", "What happened", "Outcome", "Significance"],
                ["22/05/2016", "14:30", "Visit"],
                ["May 2016", "evening", "Café, “quotes” & <signs>\nsecond line"],
                ["12 March", "", "No year was typed"],
                ["22/05/2016 09:05", "", "With a time"],
                ["Spring 2019", "", "4711", "0.5"],
                ["42512", "", "A number that is no date", "yes"],
                [], [], [], [],
                ["May 2016", "", "After a gap"],
            ]
        )
    }

    @Test func `give what a formula gave, and nothing for one that nobody worked out`() async throws
    {
        let log = try await reader.sheet(in: file("call-log.xlsx"))
        #expect(log.rows[0] == ["Calls to the flat"])
        #expect(log.rows[3] == ["2 March 2025", "", "Call 2", "None needed", "A14"])
        let faulty = try await reader.sheet(in: file("faulty.xlsx"))
        #expect(faulty.rows[2] == ["", "By a formula"])
        #expect(faulty.rows[4] == ["", "The second"])
    }

    @Test func `are read a few at a time, however many come at once`() async throws {
        let reader = reader
        let content = try file("chronology.xlsx")
        let read = await withTaskGroup { group in
            for _ in 0..<6 {
                group.addTask { (try? await reader.sheet(in: content))?.sheet }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(read == Array(repeating: "Chronology", count: 6))
    }

    @Test func `become rows, or faults with the numbers that the spreadsheet has`() async throws {
        let read = try await reader.sheet(in: file("chronology.xlsx"))
        let paste = ChronologyPaste(cells: read.rows, today: try #require(.init(iso: "2026-11-21")))
        #expect(paste.says == "5 rows read, 2 not")
        #expect(paste.faults.map(\.row) == ["Row 4", "Row 7"])
        #expect(paste.entries.map(\.event).last == "After a gap")
    }

    @Test(arguments: [
        ("bomb.xlsx", SpreadsheetRefusal.tooLarge(most: PythonSpreadsheets.mostBytes)),
        ("liar.xlsx", .noSpreadsheet),
        ("million.xlsx", .tooManyRows(most: PythonSpreadsheets.mostRows)),
    ])
    func `that would fill the machine are refused`(
        name: String,
        refusal: SpreadsheetRefusal
    ) async throws {
        let content = try file(name)
        await #expect(throws: refusal) { try await reader.sheet(in: content) }
    }

    @Test(
        arguments: [
            ([], SpreadsheetRefusal.noSpreadsheet),
            (
                Array("MZ\u{90}\u{0}\u{3} This program cannot be run in DOS mode".utf8),
                .noSpreadsheet
            ),
            (
                Array("<html><table><tr><td>22/05/2016</td></tr></table></html>".utf8),
                .noSpreadsheet
            ),
            (Array("PK\u{3}\u{4} and nothing behind it".utf8), .noSpreadsheet),
            ([0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600), .noSpreadsheet),
            (
                [0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { [$0, 0] }, .locked
            ),
        ] as [([UInt8], SpreadsheetRefusal)]
    )
    func `that are none are refused`(content: [UInt8], refusal: SpreadsheetRefusal) async {
        await #expect(throws: refusal) { try await reader.sheet(in: content) }
    }

    @Test func `larger than is taken are not looked into`() async {
        let content = [UInt8](repeating: 0, count: PythonSpreadsheets.mostBytes + 1)
        await #expect(throws: SpreadsheetRefusal.tooLarge(most: PythonSpreadsheets.mostBytes)) {
            try await reader.sheet(in: content)
        }
    }

    @Test func `with a byte changed here and there are read or refused`() async throws {
        let sound = try file("chronology.xlsx")
        for step in 1...6 {
            var broken = sound
            for place in stride(from: step * 97, to: broken.count, by: 1_009) {
                broken[place] ^= 0xFF
            }
            do throws(SpreadsheetRefusal) {
                _ = try await reader.sheet(in: broken)
            } catch {
                #expect(error == .noSpreadsheet)
            }
        }
    }

    @Test func `written here are read again, and no cell is a formula`() async throws {
        let day = try #require(Day(iso: "2016-05-22"))
        let table = ChronologyTable(
            title: "Chronology",
            heads: ["Agency", "Date", "What happened"],
            widths: [20, 18, 60],
            rows: [
                [.text("Police"), .day(day), .text("=HYPERLINK(\"https://example.com\")")],
                [.text("School"), .text("about May 2016"), .text("Line one\nline two\u{0}\u{B}")],
                [.text("+1"), .text("@x"), .text("https://example.com")],
            ]
        )
        let read = try await reader.sheet(in: chronologyXLSX(table))
        #expect(
            read.rows == [
                ["Agency", "Date", "What happened"],
                ["Police", "22/05/2016", "=HYPERLINK(\"https://example.com\")"],
                ["School", "about May 2016", "Line one\nline two"],
                ["+1", "@x", "https://example.com"],
            ]
        )
    }

    @Test func `of too many rows or columns are refused by their number`() async throws {
        let many = ChronologyTable(
            title: "Many",
            heads: ["Date"],
            widths: [10],
            rows: Array(repeating: [.text("x")], count: PythonSpreadsheets.mostRows)
        )
        let wide = ChronologyTable(
            title: "Wide",
            heads: Array(repeating: "Date", count: PythonSpreadsheets.mostColumns + 1),
            widths: [],
            rows: []
        )
        await #expect(throws: SpreadsheetRefusal.tooManyRows(most: PythonSpreadsheets.mostRows)) {
            try await reader.sheet(in: chronologyXLSX(many))
        }
        await #expect(
            throws: SpreadsheetRefusal.tooManyColumns(most: PythonSpreadsheets.mostColumns)
        ) {
            try await reader.sheet(in: chronologyXLSX(wide))
        }
    }
}

@Suite("Turns at the reading of spreadsheets")
struct TurnTests {
    @Test func `are had by as many as may work at once, and then by who waited longest`() async {
        let turns = Turns(atOnce: 1, waiting: 1)
        #expect(await turns.wait())
        async let second = turns.wait()
        // Whoever comes while one waits is sent away; until then each try takes no turn.
        while await turns.hasRoom { await Task.yield() }
        #expect(await turns.wait() == false)
        await turns.end()
        #expect(await second)
        await turns.end()
        #expect(await turns.wait())
    }
}

@Suite("Files of rows")
struct TableContentTests {
    private let none = NoSpreadsheets()

    @Test func `that are text are read by whoever reads no spreadsheets`() async throws {
        #expect(try await none.table(in: Array("a,b".utf8)) == .text("a,b"))
        #expect(try await none.table(in: [0x43, 0x61, 0x66, 0xE9]) == .text("Café"))
        let wide: [UInt8] = [0xFE, 0xFF, 0, 0x61, 0, 0x09, 0, 0x62]
        #expect(try await none.table(in: wide) == .text("a\tb"))
    }

    @Test(
        arguments: [
            (Array("PK\u{3}\u{4}".utf8), SpreadsheetRefusal.notHere),
            ([0xD0, 0xCF, 0x11, 0xE0], .notHere),
            (Array("  <html><table>".utf8), .noSpreadsheet),
            ([0x4D, 0x5A, 0, 0, 3], .noSpreadsheet),
        ] as [([UInt8], SpreadsheetRefusal)]
    )
    func `that are none are refused`(content: [UInt8], refusal: SpreadsheetRefusal) async {
        await #expect(throws: refusal) { try await none.table(in: content) }
    }
}

@Suite("Where nothing reads spreadsheets")
struct NoSpreadsheetsTests {
    @Test func `a file is refused with a way out`() async {
        let missing = PythonSpreadsheets(driver: "nowhere", packages: "nowhere")
        await #expect(throws: SpreadsheetRefusal.notHere) { try await missing.sheet(in: [1]) }
        await #expect(throws: SpreadsheetRefusal.notHere) {
            try await NoSpreadsheets().sheet(in: [1])
        }
        #expect(
            SpreadsheetRefusal.notHere.words.contains("save the file as CSV, or paste the rows")
        )
    }
}
