import CaseFiles
import Credentials
import Desk
import Pages
import Partnerships
import TestSupport
import Testing

@testable import Web

@Suite("The merged chronology of a case, route by route", .serialized)
struct ChronologyRouteTests {
    private static let path = "/cases/4qx-7md/chronology"
    private static let bruise = "Seen with a bruise to the cheek at 6.10pm"

    @Test func `accepted rows stand in one list; others only when asked for, and marked`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let page = try await served.get(Self.path, as: joan)
            #expect(page.status == 200 && page.body.contains(Self.bruise))
            #expect(page.body.contains("Neighbour reports shouting at the flat"))
            #expect(!page.body.contains("(not accepted yet)") && !page.body.contains("(sent back)"))
            let every = try await served.get("\(Self.path)?answers=signed", as: joan)
            #expect(every.body.contains("(sent back)") && every.body.contains(Self.bruise))
            let board = try await served.get("/cases/4qx-7md/agencies", as: joan)
            #expect(board.body.contains("href=\"\(Self.path)\""))
        }
    }

    @Test func `words are looked for by a form of this session alone, and stand in no address`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let found = try await served.post(Self.path, as: joan, [("words", "bruise cheek")])
            #expect(found.status == 200 && found.body.contains(Self.bruise))
            #expect(!found.body.contains("Neighbour reports shouting"))
            #expect(!found.body.contains("words=bruise"))
            let foreign = try await served.post(Self.path, as: joan, formToken: "none")
            #expect(foreign.status == 403 && !foreign.body.contains(Self.bruise))
        }
    }

    @Test func `its files carry no child's name in theirs, and pseudonyms where asked`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let csv = try await served.get("\(Self.path).csv", as: joan)
            #expect(csv.status == 200 && csv.body.contains(Self.bruise))
            #expect(csv.body.contains("Wren"))
            let name = try #require(csv.header("content-disposition"))
            #expect(name.contains("filename=\"Chronology 2026-01-05 4QX-7MD.csv\""))
            let hidden = try await served.get("\(Self.path).csv?names=pseudonyms", as: joan)
            #expect(hidden.body.contains("Child A") && !hidden.body.contains("Wren"))
            let sheet = try await served.get("\(Self.path).xlsx?names=pseudonyms", as: joan)
            #expect(sheet.status == 200 && sheet.body.hasPrefix("PK"))
            let looks = try await served.get("/cases/4qx-7md/looks", as: joan)
            #expect(looks.body.contains("chronology saved as CSV"))
            #expect(looks.body.contains("chronology saved as a spreadsheet"))
        }
    }

    @Test func `others see what the packs shared with them hold, from their time, and no more`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let member = try await served.token(of: 111)
            let addresses = [Self.path, "\(Self.path).csv", "\(Self.path).xlsx"]
            for address in addresses {
                let answer = try await served.get(address, as: member)
                #expect(answer.status == 404 && !answer.body.contains("bruise"), "\(address)")
            }
            try await Self.share(Self.police, hour: "10:45", as: joan, served)
            #expect(try await served.get(Self.path, as: member).status == 404)
            try await Self.share(Self.police, hour: "10:15", as: joan, served)
            let page = try await served.get("\(Self.path)?answers=signed", as: member)
            #expect(page.status == 200 && page.body.contains("Neighbour reports shouting"))
            #expect(!page.body.contains(Self.bruise) && !page.body.contains("chronology/rows"))
            #expect(try await served.get("\(Self.path)/people", as: member).status == 403)
            let csv = try await served.get("\(Self.path).csv?answers=signed", as: member)
            #expect(csv.status == 200 && !csv.body.contains("bruise"))
            let other = try await served.token(of: 116)
            #expect(try await served.get(Self.path, as: other).status == 404)
        }
    }

    private static let police = "Marlshire Police"

    private static func share(
        _ agency: String,
        hour: String,
        as token: Token,
        _ served: ServedDemonstration
    ) async throws {
        let opened = try await served.opened()
        let request = opened.file.requests.first { $0.asked.subject == agency }
        let version = try #require(request?.accepted?.put.entry)
        let answer = try await served.post(
            "/cases/4qx-7md/pack/sharing",
            as: token,
            [
                ("seen", "\(opened.file.version)"), ("people", "\(PersonID(number: 111) ?? 0)"),
                ("from-day", "5"), ("from-month", "1"), ("from-year", "2026"), ("from-time", hour),
                ("returns", "\(version)"),
            ]
        )
        #expect(answer.status == 303)
    }

    @Test func `people are listed; every fault is said beside its box, and nothing typed is lost`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let path = "\(Self.path)/people/list"
            let ask = try await served.get(path, as: joan)
            #expect(ask.status == 200 && ask.body.contains("value=\"Child A\""))
            let version = try await served.opened().file.version
            let items = [
                ("seen", "\(version)"), ("entries", "4"), ("person-1-name", "Wren Alder"),
                ("person-1-pseudonym", "Child A"), ("person-1-born-day", "31"),
                ("person-1-born-month", "2"), ("person-1-born-year", "2024"),
                ("person-2-name", "Dee Alder"), ("person-2-pseudonym", "child a"),
                ("person-3-pseudonym", "Father"),
            ]
            let wrong = try await served.post(path, as: joan, items)
            #expect(wrong.status == 422 && wrong.body.contains("value=\"Dee Alder\""))
            for words in ["somebody else’s pseudonym", "Enter the name", "must be a real date"] {
                #expect(wrong.body.contains(words), "\(words)")
            }
            #expect(try await served.opened().file.listedPeople.isEmpty)
            let right = [
                ("seen", "\(version)"), ("entries", "4"), ("person-1-name", "Wren Alder"),
                ("person-1-pseudonym", "Child A"), ("person-2-name", "Dee Alder"),
                ("person-2-others", "Deedee, Dee"), ("person-2-pseudonym", "Mother"),
                ("person-2-relation", "mother of Child A"),
            ]
            let saved = try await served.post(path, as: joan, right)
            #expect(saved.status == 303)
            let people = try await served.opened().file.listedPeople
            #expect(people.map(\.name) == ["Wren Alder", "Dee Alder"])
            #expect(people.last?.otherNames == ["Deedee", "Dee"])
            let page = try await served.get("\(Self.path)/people", as: joan)
            #expect(page.status == 200 && page.body.contains("mother of Child A"))
            #expect(page.body.contains("Genograms"))
        }
    }

    @Test func `a key episode is marked with a reason, and found by it`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let file = try await served.opened().file
            let rows = file.requests.compactMap(\.accepted).flatMap(\.put.chronology)
            let row = try #require(rows.first { $0.happened == Self.bruise })
            let path = "\(Self.path)/rows/\(row.row)"
            #expect(try await served.get(Self.path, as: joan).body.contains(path))
            #expect(try await served.get(path, as: joan).body.contains(Self.bruise))
            let seen = ("seen", "\(file.version)")
            let empty = try await served.post(path, as: joan, [seen, ("marks", "yes")])
            #expect(empty.status == 422 && empty.body.contains("Enter the reason"))
            let items = [seen, ("marks", "yes"), ("reason", "The first injury that was seen")]
            #expect(try await served.post(path, as: joan, items).status == 303)
            let key = try await served.get("\(Self.path)?key=yes", as: joan)
            #expect(key.body.contains(Self.bruise) && key.body.contains("1 row of 1 agency"))
            let none = "\(Self.path)/rows/000-000-000-000"
            #expect(try await served.get(none, as: joan).status == 404)
        }
    }
}
