import CaseFiles
import Partnerships
import TestSupport
import Testing
import WorkingDays

@Suite("The people whom chronologies name, and key episodes")
struct ChronologyListTests {
    private static func person(_ name: String, _ pseudonym: String) -> ListedPerson {
        ListedPerson(name: name, pseudonym: pseudonym)
    }

    private static func list(_ people: [ListedPerson]) -> CaseCommand {
        .request(.listPeople(CaseEvent.PeopleListed(entry: 700, people: people)))
    }

    private static func mark(_ isKey: Bool, words: String = "First time seen alone") -> CaseCommand
    {
        .request(
            .markEpisode(
                CaseEvent.EpisodeMarked(entry: 701, row: 610, isKey: isKey, words: words)
            )
        )
    }

    private static let wren = person("Wren Hale", "Child A")

    @Test func `the list is replaced whole, and the same list again is nothing new`() throws {
        let given = try Given(Self.list([Self.wren, Self.person("Dee Hale", "Mother")]))
        #expect(given.file?.listedPeople.map(\.pseudonym) == ["Child A", "Mother"])
        let after = try given.after(Self.list([Self.wren]))
        #expect(after.file?.listedPeople == [Self.wren])
        try after.when(Self.list([Self.wren]))
        #expect(try after.after(Self.list([])).file?.listedPeople.isEmpty == true)
    }

    @Test(arguments: [
        ([person(" ", "Mother")], 1, ListedPerson.Fault.noName),
        ([wren, person("Dee Hale", " ")], 2, .noPseudonym),
        ([wren, person("Dee Hale", "child  a")], 2, .pseudonymTwice("child  a")),
        ([wren, person("Dee Hale", "wren hale")], 2, .pseudonymIsAName("wren hale")),
        ([person(String(repeating: "n", count: 201), "Mother")], 1, .tooLong),
        (
            [
                ListedPerson(
                    name: "Ivy",
                    pseudonym: "Child B",
                    born: "2025-01-02",
                    due: "2026-03-04"
                )
            ], 1, .bornAndDue
        ),
    ])
    func `an entry that would not hide a name is refused by its number`(
        people: [ListedPerson],
        number: Int,
        fault: ListedPerson.Fault
    ) throws {
        try Given().when(Self.list(people), refuses: .listedPerson(number: number, fault))
    }

    @Test func `another name of somebody is no pseudonym either`() throws {
        let people = [
            ListedPerson(name: "Dee Hale", otherNames: ["Mum"], pseudonym: "Mother"),
            Self.person("Ada Hale", "mum"),
        ]
        try Given().when(
            Self.list(people),
            refuses: .listedPerson(number: 2, .pseudonymIsAName("mum"))
        )
    }

    @Test func `a hundred people are taken, and not one more`() throws {
        let people = (1...101).map { Self.person("Name \($0)", "Person \($0)") }
        let given = try Given(Self.list(Array(people.dropLast())))
        #expect(given.file?.listedPeople.count == 100)
        given.when(Self.list(people), refuses: .tooManyPeople(most: 100))
    }

    @Test func `a row of a signed return is marked with a reason, and the mark taken off`() throws {
        let unsigned = try Given(Self.ask, Self.put)
        unsigned.when(Self.mark(true), refuses: .unknownEntry(610))
        let given = try unsigned.after(Self.sign)
        given.when(Self.mark(true, words: " "), refuses: .missing(.reason))
        try given.when(Self.mark(false))
        let marked = try given.after(Self.mark(true))
        #expect(marked.file?.keyRows == [610])
        try marked.when(Self.mark(true))
        #expect(try marked.after(Self.mark(false)).file?.keyRows.isEmpty == true)
    }

    private static let ask: CaseCommand = .request(
        .ask(
            [
                .sample(
                    1000,
                    "Police",
                    seats: [
                        .sample(1001, "Beth Coombe", .lead), .sample(1002, "Asha Reed", .signatory),
                    ]
                )
            ],
            entry: 500
        )
    )

    private static let put: CaseCommand = .request(
        .putForward(
            CaseEvent.ReturnPutForward(
                entry: 600,
                request: 1000,
                answer: .notKnown(searched: "All systems"),
                chronology: [
                    ReturnRow(
                        row: 610,
                        date: "May 2016",
                        time: "",
                        happened: "Seen alone",
                        action: "",
                        source: "",
                        about: ""
                    )
                ],
                files: [],
                digest: "a",
                seat: 1001,
                round: 1
            )
        )
    )

    private static let sign: CaseCommand = .request(
        .sign(
            CaseEvent.ReturnSigned(
                entry: 601,
                request: 1000,
                version: 600,
                digest: "a",
                seat: 1002,
                name: "Asha Reed",
                jobTitle: "Superintendent",
                words: "",
                sameBecause: ""
            )
        )
    )
}
