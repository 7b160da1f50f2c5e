import TestSupport
import Testing
import WorkingDays

@testable import Chronologies

@Suite("Tables of a chronology")
struct TableTests {
    private func read(_ text: String, limits: TableLimits = .standard) -> TableReading {
        readTable(text, today: "2026-11-21", limits: limits)
    }

    @Test func `with heads have their columns in any order`() {
        let reading = read(
            """
            Source of information\tTime\tWhat happened?\tDATE\tOutcome\tShoe size\tWho
            Case notes\t14:30\tHome visit\t22/05/2016\tNo concerns\t4\tMother
            """
        )
        #expect(reading.errors == [])
        #expect(reading.ignored == ["Shoe size"])
        #expect(
            reading.entries == [
                ChronologyEntry(
                    date: .known(.day("2016-05-22")),
                    typedDate: "22/05/2016",
                    time: TimeOfDay("14:30"),
                    event: "Home visit",
                    action: "No concerns",
                    record: "Case notes",
                    who: "Mother"
                )
            ]
        )
    }

    @Test func `may have titles over their heads, which are not taken`() {
        let reading = read("Calls to the flat\n\n\"Trust 4, 2025\"\nDate,Event\n1/3/2025,Fall\n")
        #expect(reading.errors == [])
        #expect(reading.ignored == ["Calls to the flat", "Trust 4, 2025"])
        #expect(reading.rows.map(\.number) == [5])
    }

    @Test(arguments: ["1/3/2025", "Calls,of,the trust"])
    func `lose no line over their heads that could be a row`(line: String) {
        let reading = read("\(line)\nDate,Event\n1/3/2025,Fall\n")
        #expect(!reading.errors.isEmpty)
        #expect(reading.ignored == [])
    }

    @Test func `without heads go by position, the time only where there is one`() {
        let plain = read("22/05/2016\tHome visit\tNone\n23/05/2016\tCall\t").entries
        #expect(plain.map(\.event) == ["Home visit", "Call"])
        #expect(plain.map(\.action) == ["None", ""])
        let timed = read("22/05/2016\t2pm\tHome visit\n23/05/2016\tevening\tCall").entries
        #expect(timed.map(\.event) == ["Home visit", "Call"])
        #expect(
            timed.map(\.time) == [.exact(Minute(minuteOfDay: 840) ?? .midnight), .words("evening")]
        )
    }

    @Test func `say everything that is wrong at once, with its place`() {
        let reading = read(
            """
            Date,Time,Event
            22/05/2016,,Home visit
            31/02/2024,,Call
            ,,Something
            23/05/2016,,

            05/22/2016,,Letter
            24/05/2016,,One,two
            """
        )
        #expect(reading.rows.map(\.number) == [2])
        #expect(
            reading.errors == [
                TableError(
                    row: 3,
                    column: .date,
                    value: "31/02/2024",
                    reason: .date(.noSuchDay(day: 31, month: 2, year: 2024, last: 29))
                ),
                TableError(row: 4, column: .date, value: "", reason: .noDate),
                TableError(row: 5, column: .event, value: "", reason: .noText),
                TableError(
                    row: 7,
                    column: .date,
                    value: "05/22/2016",
                    reason: .date(.monthFirst(day: 22, month: 5, year: 2016))
                ),
                TableError(
                    row: 8,
                    column: nil,
                    value: "two",
                    reason: .tooManyCells(count: 4, columns: 3)
                ),
            ]
        )
    }

    @Test func `keep line breaks, tabs and marks in quoted cells`() {
        let reading = read("Date\tEvent\r\n22/05/2016\t\"She said \"\"no\"\".\nThen\tleft\"\r\n")
        #expect(reading.entries.map(\.event) == ["She said \"no\".\nThen\tleft"])
    }

    @Test(arguments: [
        "22/05/2016\t\"Mum\" said so\n23/05/2016\tCall",
        "22/05/2016\t\"Mum said so\n23/05/2016\tCall",
        "22/05/2016\tMum \"said\" so\n23/05/2016\tCall\"",
        "22/05/2016,\"Mum said so\"\"\n23/05/2016,Call",
    ])
    func `lose no row to a stray quotation mark`(text: String) {
        let reading = read(text)
        #expect(reading.rows.map(\.number) == [1, 2])
        #expect(
            reading.entries.allSatisfy { $0.event.contains("Mum") || $0.event.contains("Call") }
        )
    }

    @Test func `of Word have rows again where a cell has paragraphs`() {
        let reading = read(
            "Date\tEvent\tOutcome\n22/05/2016\tVisit.\nMum was tired.\tNone\n23/05/2016\tCall\tNone\n"
        )
        #expect(reading.errors == [])
        #expect(reading.entries.map(\.event) == ["Visit.\nMum was tired.", "Call"])
    }

    @Test func `of Word keep a row apart whose date is wrong`() {
        let reading = read("Date\tEvent\tOutcome\n22/05/2016\tVisit\n12 March\tCall\n")
        #expect(reading.rows.map(\.number) == [2])
        #expect(reading.errors.map(\.reason) == [.date(.noYear)])
    }

    @Test func `are refused as a whole where nothing can be made of them`() {
        #expect(read("").errors.map(\.reason) == [.empty])
        #expect(read(" \n\t\t\n").errors.map(\.reason) == [.empty])
        #expect(read("Date\tEvent\n").errors.map(\.reason) == [.empty])
        #expect(read("She was seen at home").errors.map(\.reason) == [.oneColumn])
        #expect(
            read("Event\tOutcome\nVisit\tNone").errors.map(\.reason)
                == [.noColumn(.date, heads: ["Event", "Outcome"])]
        )
        #expect(
            read("Date\tPlace\n1/1/2020\tHome").errors.map(\.reason)
                == [.noColumn(.event, heads: ["Date", "Place"])]
        )
    }

    @Test func `have limits, which are named`() {
        let small = TableLimits(bytes: 200, rows: 2, cell: 10)
        let many = (1...9).map { "\($0)/1/20\tVisit" }.joined(separator: "\n")
        #expect(read(many, limits: small).errors.map(\.reason) == [.tooManyRows(most: 2)])
        #expect(
            read(String(repeating: "x", count: 201), limits: small).errors.map(\.reason)
                == [.tooLong(most: 200)]
        )
        #expect(
            read("1/1/20\t12345678901", limits: small).errors.map(\.reason)
                == [.cellTooLong(count: 11, most: 10)]
        )
    }

    @Test func `mark key episodes by a yes`() {
        let reading = read("Date\tEvent\tKey\n1/1/20\tA\tYes\n1/1/20\tB\tno\n1/1/20\tC\tx")
        #expect(reading.entries.map(\.isKey) == [true, false, true])
    }

    @Test func `of any bytes end with rows or errors`() {
        var random = SeededGenerator(seed: 8)
        let parts = [
            "\"", "\t", ",", ";", "\n", "\r", "22/05/2016", "Event", "Date", "x", "\u{0}", "é",
        ]
        for _ in 0..<5_000 {
            let count = Int.random(in: 1...40, using: &random)
            let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
            let reading = read(text)
            #expect(!reading.rows.isEmpty || !reading.errors.isEmpty)
        }
    }

    @Test func `of nothing but quotation marks take no longer than others`() {
        let reading = read(String(repeating: "\"a\t", count: 300_000))
        #expect(!reading.errors.isEmpty)
    }
}
