import Credentials
import Foundation
import HTTPTypes
import Pages
import Spreadsheets
import TestSupport
import Testing

@testable import Web

/// The folder of the project, from where this file lies in it.
private let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

private let reader = PythonSpreadsheets(texts: project)

private let path = "/answer/request/chronology"

private func sheet(_ name: String) throws -> [UInt8] {
    let place = "\(project)/Tests/SpreadsheetsTests/Files/\(name)"
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: place)))
}

extension Browser {
    fileprivate mutating func send(
        rows name: String,
        _ bytes: [UInt8],
        pasted: String = "",
        out: [String] = []
    ) async throws -> ServedDemonstration.Answer {
        let items = [("pasted", pasted)] + out.map { ("out", $0) }
        return try await send(path, items, file: (name, bytes), as: "table")
    }

    /// `3 rows so far`, as the page says it.
    fileprivate mutating func rowsSoFar() async throws -> String? {
        let page = try await get(path).body
        return page.firstMatch(of: /(One row|\d+ rows) so far/).map { String($0.output.1) }
    }
}

@Suite("Chronology rows in a file, where no spreadsheets are read", .serialized)
struct TableFileTests {
    private static func answering(
        _ body: @escaping @Sendable (inout Browser) async throws -> Void
    ) async throws {
        try await ServedDemonstration.open { served in
            let asked = try await AskedAgency(served)
            var browser = try await asked.comeIn(asked.leadLink, asked.lead)
            try await body(&browser)
        }
    }

    @Test(
        arguments: [
            Array("Date,What happened\n22/05/2016,Café visited\n".utf8),
            [0xEF, 0xBB, 0xBF] + Array("Date;What happened\r\n22/05/2016;Café visited\r\n".utf8),
            Array("Date\tWhat happened\r22/05/2016\tCaf".utf8) + [0xE9] + Array(" visited".utf8),
            [0xFF, 0xFE]
                + Array("Date\tWhat happened\n22/05/2016\tCafé visited".utf16).flatMap { unit in
                    [UInt8(unit & 0xFF), UInt8(unit >> 8)]
                },
        ] as [[UInt8]]
    )
    func `text is read however a spreadsheet saves it`(content: [UInt8]) async throws {
        try await Self.answering { browser in
            let answer = try await browser.send(rows: "rows.csv", content)
            #expect(answer.status == 303)
            let page = try await browser.get(path)
            #expect(page.body.contains("22/05/2016: Café visited"))
        }
    }

    @Test func `rows are taken whole or not at all, with every fault by its place`() async throws {
        try await Self.answering { browser in
            _ = try await browser.post(path, [("pasted", "22/05/2016\tMoved school")])
            let pasted = "Date\tEvent\n1 March 2025\tTyped"
            let csv =
                "Date,Event\n1/3/2025,Sound\n31/02/2025,No such day\n,No day\n05/22/2016,Month first\n"
            let answer = try await browser.send(rows: "rows.csv", Array(csv.utf8), pasted: pasted)
            #expect(answer.status == 422)
            for place in ["Row 3, date: “31/02/2025”", "Row 4, date: No date", "Row 5, date: “05"] {
                #expect(answer.body.contains(place), "\(place)")
            }
            #expect(answer.body.contains("href=\"#table\""))
            #expect(answer.body.contains("1 March 2025\tTyped"))
            #expect(answer.body.contains("One row so far"))
            let sound = csv.split(separator: "\n").prefix(2).joined(separator: "\n")
            let taken = try await browser.send(rows: "rows.csv", Array(sound.utf8), pasted: pasted)
            #expect(taken.status == 303)
            let rows = try await browser.rowsSoFar()
            #expect(rows == "3 rows")
        }
    }

    @Test func `faults of what was pasted and of the file are said together`() async throws {
        try await Self.answering { browser in
            let answer = try await browser.send(
                rows: "rows.csv",
                Array("Date,Event\nsoon,One".utf8),
                pasted: "Date\tEvent\nlater\tTwo"
            )
            #expect(answer.status == 422)
            #expect(answer.body.contains("href=\"#table\""))
            #expect(answer.body.contains("href=\"#pasted\""))
        }
    }

    @Test func `columns that are not taken are named, and the same file twice adds nothing`()
        async throws
    {
        try await Self.answering { browser in
            let csv = Array("Calls to the flat\nDate,Event,Crew\n1/3/2025,Fall,A12\n".utf8)
            for _ in 0..<2 {
                let answer = try await browser.send(rows: "rows.csv", csv)
                #expect(answer.status == 200)
                #expect(answer.body.contains("1 row read: look through them below"))
                #expect(answer.body.contains("Not taken: “Calls to the flat” and “Crew”"))
                #expect(answer.body.contains("One row so far"))
            }
        }
    }

    @Test func `of Excel files the page says that they are not read, and what else to do`()
        async throws
    {
        try await Self.answering { browser in
            let page = try await browser.get(path)
            #expect(page.body.contains("Excel files cannot be read here"))
            #expect(page.body.contains("enctype=\"multipart/form-data\""))
            let answer = try await browser.send(
                rows: "call-log.xlsx",
                sheet("call-log.xlsx"),
                pasted: "1 March 2025\tTyped"
            )
            #expect(answer.status == 422)
            #expect(answer.body.contains("save the file as CSV, or paste the rows"))
            #expect(answer.body.contains("1 March 2025\tTyped"))
            let rows = try await browser.rowsSoFar()
            #expect(rows == nil)
        }
    }

    @Test(
        arguments: [
            ("empty.csv", []),
            ("page.xls", Array("<html><table><tr><td>1/3/2025</td></tr></table></html>".utf8)),
            ("program.csv", Array("MZ".utf8) + [UInt8](repeating: 0, count: 300)),
            ("picture.csv", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]),
        ] as [(String, [UInt8])]
    )
    func `what is no table is refused in a sentence, and nothing typed is lost`(
        name: String,
        content: [UInt8]
    ) async throws {
        try await Self.answering { browser in
            let answer = try await browser.send(rows: name, content, pasted: "1 May 2025\tTyped")
            #expect(answer.status == 422)
            let says =
                content.isEmpty
                ? "The file is empty" : "The file is no spreadsheet that can be read"
            #expect(answer.body.contains(says))
            #expect(answer.body.contains("1 May 2025\tTyped"))
        }
    }

    @Test func `rows that are too many or too long are refused beside the file`() async throws {
        try await Self.answering { browser in
            let rows = Array(repeating: "1/3/2025,Fall", count: 2_001).joined(separator: "\n")
            let many = try await browser.send(rows: "rows.csv", Array(rows.utf8))
            #expect(many.status == 422 && many.body.contains("There are more than 2000 rows"))
            let long = [UInt8](repeating: 0x61, count: 2_000_001)
            let text = try await browser.send(rows: "rows.csv", long)
            #expect(text.status == 422 && text.body.contains("take it in parts"))
            let paste = try await browser.send(
                rows: "",
                [],
                pasted: String(repeating: "a", count: 2_000_001)
            )
            #expect(paste.status == 422 && paste.body.contains("take it in parts"))
        }
    }

    @Test func `a session that ended keeps what was pasted, and no file is looked into`()
        async throws
    {
        try await Self.answering { browser in
            var other = browser
            let csv = Array("1/3/2025,Fall".utf8)
            other.cookies["sightline-answer"] = nil
            let lost = try await other.send(rows: "rows.csv", csv, pasted: "1 May 2025\tTyped")
            #expect(lost.status == 401 && lost.body.contains("1 May 2025\tTyped"))
            let long = String(repeating: "1 May 2025\tTyped\n", count: 40_000)
            let large = try await other.send(rows: "rows.csv", csv, pasted: long)
            #expect(large.status == 401 && large.body.contains("to be copied"))
            #expect(large.body.contains("1 May 2025\tTyped"))
            let foreign = try await browser.served.send(
                path,
                as: nil,
                [("pasted", "1 May 2025\tTyped")],
                file: ("rows.csv", csv),
                in: "table",
                headers: [.cookie: "sightline-answer=\(browser.token?.text ?? "")"],
                formToken: "foreign"
            )
            #expect(foreign.body.contains("Nothing you typed is lost"))
            let rows = try await browser.rowsSoFar()
            #expect(rows == nil)
        }
    }
}

@Suite(
    "Chronology rows in an Excel file",
    .serialized,
    .enabled(if: reader.isInstalled, "Scripts/python-packages puts openpyxl where it is looked for")
)
struct ExcelFileTests {
    private static func sent(
        _ name: String,
        _ check:
            @escaping @Sendable (ServedDemonstration.Answer, inout Browser) async throws -> Void
    ) async throws {
        try await ServedDemonstration.open(spreadsheets: reader) { served in
            let asked = try await AskedAgency(served)
            var browser = try await asked.comeIn(asked.leadLink, asked.lead)
            let answer = try await browser.send(rows: name, sheet(name), pasted: "May 2025\tTyped")
            try await check(answer, &browser)
        }
    }

    @Test func `days, days as text, and what a formula gave become rows`() async throws {
        try await Self.sent("call-log.xlsx") { answer, browser in
            #expect(answer.status == 200)
            #expect(answer.body.contains("Only the sheet “Calls” was read, and not “Crews”"))
            for row in [
                "01/03/2025: Fall on the stairs", "2 March 2025: Call 2",
                "about May 2025: Breathless",
            ] {
                #expect(answer.body.contains(row), "\(row)")
            }
            let rows = try await browser.rowsSoFar()
            #expect(rows == "4 rows")
        }
    }

    @Test func `formulas without an outcome and merged days are faults by their row`() async throws
    {
        try await Self.sent("faulty.xlsx") { answer, browser in
            #expect(answer.status == 422)
            for fault in [
                "Row 3, date: No date", "Row 5, date: No date", "Row 6, date: “03/25/2025”",
                "Row 7, date: “#REF!”",
            ] {
                #expect(answer.body.contains(fault), "\(fault)")
            }
            #expect(!answer.body.contains("Row 4, date"))
            #expect(answer.body.contains("May 2025\tTyped"))
            let rows = try await browser.rowsSoFar()
            #expect(rows == nil)
        }
    }

    @Test(arguments: [
        ("bomb.xlsx", "unpacks to very much: paste the rows in parts"),
        ("liar.xlsx", "The file is no spreadsheet that can be read"),
        ("million.xlsx", "The file has more than 2000 rows"),
    ])
    func `one that would fill the machine is refused in a sentence`(
        name: String,
        says: String
    ) async throws {
        try await Self.sent(name) { answer, browser in
            #expect(answer.status == 422 && answer.body.contains(says))
            #expect(answer.body.contains("May 2025\tTyped"))
            let rows = try await browser.rowsSoFar()
            #expect(rows == nil)
        }
    }
}
