import CaseFiles
import Chronologies
import Partnerships
import TestSupport
import Testing
import WorkingDays

@testable import Pages

private let today: Day = "2026-11-21"

private let police = SourceID(1)
private let school = SourceID(2)

private let people = [
    ChronologyPerson(
        id: .init(1),
        name: "Robin Example",
        otherNames: ["Robbie"],
        relation: "the child",
        pseudonym: "Child A",
        isChild: true,
        birth: .born("2016-01-15")
    ),
    ChronologyPerson(id: .init(2), name: "Jo Example", relation: "mother", pseudonym: "Mother"),
]

private func entries(_ table: String) -> [ChronologyEntry] {
    let reading = readTable(table, today: today)
    precondition(reading.errors.isEmpty, "the table of a test is sound")
    return reading.entries
}

private func material(police rows: String, school other: String) -> ChronologyMaterial {
    let merged = merge([
        Chronology(source: police, entries: entries(rows), firstID: 100),
        Chronology(source: school, entries: entries(other), firstID: 200),
    ])
    return ChronologyMaterial(
        merged: merged,
        resemblances: merged.resemblances(),
        agencies: [(police, "Police"), (school, "Hilltop School")],
        people: people
    )
}

private let place = ChronologyPlace(
    over: "Case 4QX-7MD",
    crumbs: [],
    path: "/cases/4qx-7md/chronology",
    wordsToken: "token"
)

private let sample = material(
    police: """
        Date\tTime\tWhat happened\tOutcome\tKey
        22/05/2016\t14:30\tCalled to the flat of Jo Example. Robbie seen asleep in cot.\tNo further action\tyes
        3 March 2017\t\tMissing report for Jo Example\tFound\t
        """,
    school: """
        Date\tWhat happened
        22/05/2016\tPolice called to the flat; Robbie not seen, asleep in cot
        May 2016\tNursery place refused
        not known\tMother was at court
        """
)

private func page(_ query: ChronologyQuery = ChronologyQuery()) -> ChronologyPage {
    chronologyPage(sample, query, at: place)
}

extension ChronologyPage {
    fileprivate var rows: [Row] {
        years.flatMap(\.items).compactMap { if case .row(let row) = $0 { row } else { nil } }
    }
}

@Suite("The page of a chronology")
struct ChronologyPageTests {
    @Test func `shows each row with its agency, its day in words and the age of the child`() {
        let rows = page().rows
        #expect(
            rows.map(\.date) == [
                "May 2016", "Sun 22 May 2016", "Sun 22 May 2016", "Fri 3 Mar 2017",
                "Date not known",
            ]
        )
        #expect(rows[0].placed == "Stands at Sun 1 May 2016, the first day it can mean")
        #expect(rows[0].typed == nil)
        #expect(rows[4].typed == "not known")
        #expect(rows[0].ages == ["Robin Example: 15 weeks to 19 weeks"])
        #expect(rows[1].placed == nil)
        #expect(rows[1].time == "2:30pm")
        #expect(rows[1].isKey)
        #expect(rows[1].source.name == "Police")
        #expect(rows[3].ages == ["Robin Example: 1 year 1 month"])
        #expect(rows[4].ages == [])
        #expect(page().count == "5 rows of 2 agencies")
    }

    @Test func `has a row for a gap, in its year`() {
        let gaps = page().years.flatMap(\.items).compactMap {
            if case .gap(let gap) = $0 { gap } else { nil }
        }
        #expect(
            gaps == [
                ChronologyPage.Gap(
                    says: "No entry for 9 months, between Tue 31 May 2016 and Fri 3 Mar 2017",
                    note: "1 entry of uncertain date may lie in it"
                )
            ]
        )
        #expect(page().years.map(\.heading) == ["2016", "2017", "Date not known"])
    }

    @Test func `puts rows that differ side by side`() {
        let groups = page().contradictions
        #expect(groups.map(\.heading) == ["Sun 22 May 2016: seen or not"])
        #expect(groups.first?.rows.map(\.source.name) == ["Police", "Hilltop School"])
        #expect(page().rows[1].marks.map(\.words) == ["Agencies differ on this"])
    }

    @Test func `shows no name where pseudonyms are asked for, and every row all the same`() {
        let page = page(ChronologyQuery(isPseudonymised: true))
        let said = page.rows.map { "\($0)" }.joined() + page.contradictions.map { "\($0)" }.joined()
        for name in ["Robin", "Robbie", "Jo ", "Example"] { #expect(!said.contains(name)) }
        #expect(page.rows.count == 5)
        #expect(page.rows[1].event == "Called to the flat of Mother. Child A seen asleep in cot.")
        #expect(page.rows[1].ages == ["Child A: 18 weeks"])
        #expect(page.naming.link.address == "/cases/4qx-7md/chronology")
    }

    @Test func `filters by agency, days and key episodes, and hides nothing that may lie within`() {
        #expect(page(ChronologyQuery(sources: [school])).rows.count == 3)
        #expect(page(ChronologyQuery(isKeyOnly: true)).rows.count == 1)
        let within = page(ChronologyQuery(from: "2016-05-10", to: "2016-05-20")).rows
        #expect(within.map(\.date) == ["May 2016", "Date not known"])
    }

    @Test func `finds words, of pseudonyms where those are shown`() {
        #expect(page(ChronologyQuery(words: "robbie SEEN")).rows.count == 2)
        #expect(page(ChronologyQuery(isPseudonymised: true, words: "robbie")).rows.isEmpty)
        #expect(page(ChronologyQuery(isPseudonymised: true, words: "child a")).rows.count == 2)
    }

    @Test func `keeps words out of every address`() {
        let query = ChronologyQuery(
            sources: [police],
            from: "2016-01-01",
            isPseudonymised: true,
            page: 2,
            words: "Robbie"
        )
        #expect(
            query.address("/c") == "/c?agency=1&from=2016-01-01&names=pseudonyms&page=2"
        )
        #expect(ChronologyQuery(query.items, words: "Robbie") == query)
        let page = page(query)
        #expect(!page.filter.carried.contains { $0.value.contains("Robbie") })
        #expect(!page.naming.link.address.contains("Robbie"))
    }

    @Test func `has pages of two hundred rows, and one of all`() {
        let rows = (0..<450).map { "1/1/2020\tEvent \($0)" }.joined(separator: "\n")
        let long = material(police: rows, school: "1/1/2020\tOther")
        let first = chronologyPage(long, ChronologyQuery(), at: place)
        #expect(first.rows.count == 200)
        #expect(
            first.pages.map(\.words) == ["Page 1 of 3", "Later rows", "All on one page, to print"]
        )
        #expect(chronologyPage(long, ChronologyQuery(page: 3), at: place).rows.count == 51)
        #expect(chronologyPage(long, ChronologyQuery(page: 99), at: place).rows.count == 51)
        #expect(chronologyPage(long, ChronologyQuery(page: 0), at: place).rows.count == 451)
    }

    @Test func `says which words may be names, only where pseudonyms are shown`() {
        #expect(page().possibleNames.isEmpty)
        let words = page(ChronologyQuery(isPseudonymised: true)).possibleNames.map(\.term)
        #expect(words.allSatisfy { !$0.contains("Robbie") })
    }
}

@Suite("Pasted rows")
struct ChronologyPasteTests {
    @Test func `are all there, or every fault is, with its place`() {
        let paste = ChronologyPaste(
            "Date\tEvent\tShoe size\n22/05/2016\tVisit\t4\n31/02/2024\tCall\t5\n\tLetter\t6\n",
            today: today
        )
        #expect(!paste.isComplete)
        #expect(paste.says == "1 row read, 2 not")
        #expect(paste.notes == ["Not taken: “Shoe size”."])
        #expect(
            paste.errors(of: "rows").map(\.message) == [
                "Row 3, date: “31/02/2024” is no day: February 2024 has 29 days",
                "Row 4, date: No date: write “not known” if nobody knows it",
            ]
        )
        #expect(paste.preview.map(\.date) == ["Sun 22 May 2016"])
    }

    @Test func `of forty rows without heads are read, and it is said how`() {
        let rows = (1...40).map { "\($0 % 28 + 1)/5/16\tVisit \($0)\tNone" }
        let paste = ChronologyPaste(rows.joined(separator: "\n"), today: today)
        #expect(paste.isComplete)
        #expect(paste.says == "40 rows read")
        #expect(
            paste.notes == [
                "The first line names no columns, so they were taken as date, what happened and what was done."
            ]
        )
    }

    @Test func `with very many faults show a hundred and say how many more`() {
        let rows = (1...250).map { _ in "32/5/16\tVisit" }
        let paste = ChronologyPaste(rows.joined(separator: "\n"), today: today)
        #expect(paste.faults.count == 100)
        #expect(paste.further == "and 150 more")
    }

    @Test(arguments: [
        ("05/22/2016", "“05/22/2016” has the month first: write the day first, 22/5/2016"),
        (
            "Sept 19",
            "“Sept 19” can mean 19 September or the year 2019: write the year with four digits"
        ),
        (
            "2011-12",
            "“2011-12” can mean a month or two years: write December 2011, or 2011 to 2012"
        ),
        (
            "Monday 22 May 2016",
            "“Monday 22 May 2016” names the wrong weekday: that day was Sun 22 May 2016"
        ),
        (
            "42512",
            "“42512” is a spreadsheet’s number for a day: format the column as dates and copy it again"
        ),
        ("13/2016", "“13/2016” is no date: there is no month 13"),
    ])
    func `say of a date what is wrong and what would be right`(typed: String, says: String) {
        let paste = ChronologyPaste("\(typed)\tVisit", today: today)
        #expect(paste.faults.map(\.says) == [says])
    }
}

@Suite("Rows of a return")
struct ReturnedRowTests {
    private func row(_ number: Int64, _ date: String, time: String = "") -> ReturnRow {
        ReturnRow(
            row: EntryID(integerLiteral: number),
            date: date,
            time: time,
            happened: "Visit",
            action: "",
            source: "",
            about: ""
        )
    }

    @Test func `are read as on the day they were given, whenever that was`() {
        let rows = [row(1, "1/1/28", time: "2:30pm"), row(2, "May 2016"), row(3, "gone")]
        let chronology = Chronology(rows, of: SourceID(7), given: "2026-11-21")
        #expect(chronology.source == SourceID(7))
        #expect(chronology.rows.map(\.id.number) == [1, 2, 3])
        #expect(
            chronology.rows.map(\.date) == [
                .known(.day("1928-01-01")), .known(.month(5, year: 2016)), .unknown,
            ]
        )
        #expect(chronology.rows[0].entry.time?.minute?.description == "14:30")
        #expect(chronology.rows[2].entry.typedDate == "gone")
    }

    @Test func `hides a name that stands in the time`() {
        let page = chronologyPage(
            material(
                police: """
                    Date\tTime\tWhat happened
                    22/05/2016\tafter Robbie slept, says Zelda\tCalled to the flat
                    """,
                school: "Date\tWhat happened\nMay 2016\tNursery place refused"
            ),
            ChronologyQuery(isPseudonymised: true),
            at: place
        )
        #expect(page.rows.map(\.time).contains("after Child A slept, says Zelda"))
        #expect(page.possibleNames.map(\.term).contains("Zelda"))
    }
}
