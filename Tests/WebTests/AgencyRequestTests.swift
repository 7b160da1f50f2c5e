import CaseFiles
import CaseStores
import Credentials
import Desk
import Pages
import Partnerships
import SQLiteStore
import TestSupport
import Testing

@testable import Web

extension ServedDemonstration {
    static let asking = "/cases/4qx-7md/requests/new/ask-for-chronologies"

    /// What the form of asking sends, agencies by number.
    func asking(
        _ agencies: [Int64],
        reason: String = "It has told us that it never had contact",
        seen: Int? = nil,
        entry: String = "a0a-a0a-a0a-000"
    ) async throws -> [(String, String)] {
        let opened = try await opened()
        let ids = agencies.compactMap { AgencyID(number: $0) }
        let others = opened.partnership.agencies.keys.filter { !ids.contains($0) }
        return [
            ("seen", "\(seen ?? opened.file.version)"), ("entry", entry),
            ("purpose", "To learn from it"), ("legal-basis", "Section 16H"),
            ("instruction", "Secure your records"),
            ("letter", "Dear {name},\r\n\r\nAnswer by {due}."), ("with", "signatory"),
            ("confirmed", "\(opened.partnership.calendarVersion)"),
        ] + ids.flatMap { [("expected", "\($0)"), ("agencies", "\($0)")] }
            + others.map { ("why-not-\($0)", reason) }
    }

    @discardableResult
    func ask(_ agencies: [Int64], as token: Token) async throws -> Answer {
        let answer = try await post(Self.asking, as: token, asking(agencies))
        // Where no mail leaves here the links are handed over on a page.
        guard [200, 303].contains(answer.status) else { throw Unexpected(answer: answer) }
        return answer
    }

    /// The requests of the step that the tests ask by.
    func requests() async throws -> [AgencyRequest] {
        try await opened().file.requests(of: "ask-for-chronologies")
    }

    /// The address of the only request of an agency.
    func request(of agency: String) async throws -> String {
        let request = try #require(
            try await requests().last { $0.asked.subject == agency }
        )
        return Link.caseFile(Self.reference, "requests", "\(request.entry)")
    }

    /// Records that an agency never had contact.
    func recordNotKnown(_ request: String, as token: Token) async throws -> Answer {
        try await post(
            "\(request)/returns",
            as: token,
            [
                ("seen", "\(try await opened().file.version)"), ("how", "not-known"),
                ("words", "Searched Niche by name"), ("name", "Asha Reed"),
                ("job-title", "Superintendent"), ("because", "Read out by telephone"),
            ]
        )
    }

    /// The answers of a check, of the version that is the newest now.
    func check(_ conclusion: String, of request: String, reason: String) async throws
        -> [(String, String)]
    {
        let opened = try await opened()
        let digest = opened.file.requests.first { request.hasSuffix("\($0.entry)") }?
            .newestReturn?.put.digest
        return [
            ("seen", "\(opened.file.version)"), ("digest", digest ?? ""), ("finding-0", "yes"),
            ("finding-1", "no"), ("finding-2", "yes"), ("conclusion", conclusion),
            ("reason-0", reason),
        ]
    }
}

@Suite("The business unit's side of a request", .serialized)
struct AgencyRequestTests {
    private typealias Served = ServedDemonstration
    private static let police = "Marlshire Police"

    @Test func `expected agencies are ticked, and one left out needs a reason`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let empty = try await served.get(Served.asking, as: joan)
            #expect(empty.status == 200)
            #expect(empty.body.contains("Marlshire Police: Carla Munday, safeguarding lead"))
            #expect(empty.body.contains("Section 16H of the Children Act 2004"))
            let silent = try await served.post(
                Served.asking,
                as: joan,
                served.asking([203], reason: "")
            )
            #expect(silent.status == 422)
            #expect(silent.body.contains("Why Marlshire Probation is not asked"))
            #expect(try await served.requests().isEmpty)
            try await served.ask([203], as: joan)
            let file = try await served.opened().file
            #expect(try await served.requests().map(\.asked.subject) == [Self.police])
            #expect(file.leftOut.contains { $0.subject == "Marlshire Probation" })
            let board = try await served.get(
                "/cases/4qx-7md/agencies?step=ask-for-chronologies",
                as: joan
            )
            #expect(board.body.contains("Expected, and not asked"))
            #expect(board.body.contains("It has told us that it never had contact"))
        }
    }

    @Test func `who would be asked and by when is shown before anybody is`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let items = try await served.asking([203]).filter { $0.0 != "confirmed" }
            let shown = try await served.post(Served.asking, as: joan, items)
            #expect(shown.status == 200 && shown.body.contains("Ask them"))
            #expect(shown.body.contains("carla.munday@marlshire-police.example"))
            #expect(try await served.requests().isEmpty)
            try await served.ask([203], as: joan)
            let request = try #require(try await served.requests().first)
            #expect(request.asked.dueShown == nil && shown.body.contains("No due day given"))
            #expect(
                request.asked.letter == [
                    "Dear Carla Munday,", "Answer by a day that we agree with you.",
                ]
            )
            #expect(request.seats.map(\.seat.part) == [.lead, .signatory])
        }
    }

    @Test func `sent twice it is asked once, and whoever is second is told`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let items = try await served.asking([203])
            #expect(
                [200, 303].contains(try await served.post(Served.asking, as: joan, items).status)
            )
            #expect(try await served.post(Served.asking, as: joan, items).status == 303)
            #expect(try await served.requests().count == 1)
            let priya = try await served.token(of: 103)
            let seen = try await served.opened().file.version - 1
            let late = try await served.post(
                Served.asking,
                as: priya,
                served.asking([204], seen: seen, entry: "b0b-b0b-b0b-000")
            )
            #expect(late.status == 409 && late.body.contains("Somebody else was first"))
            #expect(try await served.requests().count == 1)
        }
    }

    @Test func `an unknown place of the letter is named with the valid ones`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let items = try await served.asking([203]).map { item in
                item.0 == "letter" ? ("letter", "Dear {nmae},") : item
            }
            let answer = try await served.post(Served.asking, as: joan, items)
            #expect(answer.status == 422)
            #expect(answer.body.contains("column 6: there is no name {nmae}"))
            #expect(answer.body.contains("{agency}, {name}, {due}"))
        }
    }

    @Test func `nothing goes to an address that nobody vouches for`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: Self.police)
            let answer = try await served.post(
                "\(request)/people",
                as: joan,
                [
                    ("seen", "\(try await served.opened().file.version)"), ("part", "lead"),
                    ("name", "Somebody"), ("email", "somebody@elsewhere.example"),
                    ("reason", "New"),
                ]
            )
            #expect(answer.status == 422)
            #expect(answer.body.contains("Nothing goes yet to somebody@elsewhere.example"))
            let asking = CaseEvent.SeatAdded(
                request: try #require(try await served.requests().first).entry,
                seat: .sample(7, "Somebody", .lead, email: "somebody@elsewhere.example"),
                replaces: nil,
                reason: "New"
            )
            let who = Asking(
                person: try #require(PersonID(number: 101)),
                partnership: Demonstration.marlshire,
                time: Served.time
            )
            await #expect(throws: DeskError.self) {
                try await RequestDesk(
                    cases: served.office.cases,
                    sendsMail: false,
                    name: { .random() }
                ).handle(
                    [.request(.addSeat(asking))],
                    on: Served.reference,
                    seen: .max,
                    for: who
                )
            }
        }
    }

    @Test func `an answer is read whole, sent back with a reason for a part, and accepted`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: Self.police)
            #expect(try await served.recordNotKnown(request, as: joan).status == 303)
            let page = try await served.get("\(request)/check", as: joan)
            #expect(page.body.contains("Searched Niche by name"))
            #expect(page.body.contains("Is there enough information?"))
            let silent = try await served.post(
                "\(request)/check",
                as: joan,
                served.check("send-back", of: request, reason: "")
            )
            #expect(silent.status == 422)
            #expect(silent.body.contains("say of at least one part what is to be done"))
            let back = try await served.post(
                "\(request)/check",
                as: joan,
                served.check("send-back", of: request, reason: "Search the archive too")
            )
            // No mail leaves here, and no link is known to have arrived: the new one is shown, once.
            #expect(back.status == 200 && back.body.contains("It is shown this once"))
            #expect(try await served.requests().first?.standing == .sentBack)
            #expect(try await served.recordNotKnown(request, as: joan).status == 303)
            let accepted = try await served.post(
                "\(request)/check",
                as: joan,
                served.check("accept", of: request, reason: "")
            )
            #expect(accepted.status == 303)
            let shown = try await served.get(request, as: joan)
            #expect(shown.body.contains("Version 2") && shown.body.contains("Version 1"))
            #expect(shown.body.contains("Search the archive too"))
            let first = try await served.get("\(request)/versions/1", as: joan)
            #expect(first.status == 200 && first.body.contains("Searched Niche by name"))
        }
    }

    @Test func `an agency is no longer asked, and its lead is told`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: Self.police)
            let answer = try await served.post(
                "\(request)/revocation",
                as: joan,
                [
                    ("seen", "\(try await served.opened().file.version)"),
                    ("reason", "It was asked in error"),
                ]
            )
            #expect(answer.status == 303)
            let state = try #require(try await served.requests().first)
            #expect(state.standing == .revoked)
            #expect(state.messages.last?.queued.kind == .revoked)
            #expect(state.messages.last?.queued.name == "Carla Munday")
        }
    }

    @Test func `the log tells a member that a return was sent back, and not why`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: Self.police)
            _ = try await served.recordNotKnown(request, as: joan)
            let back = try await served.post(
                "\(request)/check",
                as: joan,
                served.check("send-back", of: request, reason: "Name the father’s cell")
            )
            #expect(back.status == 200)
            let member = try await served.token(of: 111)
            for path in ["/cases/4qx-7md/log", "/cases/4qx-7md"] {
                let hers = try await served.get(path, as: member)
                #expect(hers.status == 200)
                #expect(hers.body.contains("sent the return of Marlshire Police back"))
                #expect(!hers.body.contains("Name the father"), "\(path)")
                let whole = try await served.get(path, as: joan)
                #expect(whole.body.contains("Name the father"), "\(path)")
            }
        }
    }

    @Test func `of two who check one return the second is told, and loses nothing`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: Self.police)
            _ = try await served.recordNotKnown(request, as: joan)
            let items = try await served.check("send-back", of: request, reason: "Search deeper")
            let first = [("entry", "c0c-c0c-c0c-c0c")] + items
            #expect(try await served.post("\(request)/check", as: joan, first).status == 200)
            // Sent twice it is recorded once.
            #expect(try await served.post("\(request)/check", as: joan, first).status == 303)
            let priya = try await served.token(of: 103)
            let second = try await served.post("\(request)/check", as: priya, items)
            #expect(second.status == 422 && second.body.contains("Search deeper"))
            #expect(second.body.contains("Somebody else settled this return meanwhile"))
            let newest = try await served.requests().first?.newestReturn
            #expect(newest?.checks.count == 1)
        }
    }

    @Test func `a version that was not read is not judged`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: Self.police)
            _ = try await served.recordNotKnown(request, as: joan)
            let items = try await served.check("accept", of: request, reason: "").map { item in
                item.0 == "digest" ? ("digest", "another") : item
            }
            let answer = try await served.post("\(request)/check", as: joan, items)
            #expect(answer.status == 422)
            #expect(try await served.requests().first?.standing == .answered)
        }
    }

    @Test func `a file that came another way stays shut until it is released`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: Self.police)
            let sent = try await served.send(
                "\(request)/returns",
                as: joan,
                [
                    ("seen", "\(try await served.opened().file.version)"),
                    ("document", "b0b-b0b-b0b-b0c"), ("how", "document"), ("words", ""),
                    ("name", "Asha Reed"), ("job-title", "Superintendent"),
                    ("because", "It came on paper"),
                ],
                file: ("Answer.pdf", Served.pdf)
            )
            #expect(sent.status == 303)
            let file = try #require(try await served.requests().first)
            #expect(file.standing == .answered)
            #expect(file.newestReturn?.put.digest.count == 64)
            let address = "\(request)/files/b0b-b0b-b0b-b0c"
            #expect(try await served.get(address, as: joan).status == 404)
            let released = try await served.post(
                "/cases/4qx-7md/released-files/b0b-b0b-b0b-b0c",
                as: joan,
                [
                    ("seen", "\(try await served.opened().file.version)"),
                    ("reason", "Scanned elsewhere"),
                ]
            )
            #expect(released.status == 303)
            let download = try await served.get(address, as: joan)
            #expect(download.status == 200 && Array(download.body.utf8) == Served.pdf)
            let member = try await served.token(of: 111)
            #expect(try await served.get(address, as: member).status == 404)
            #expect(try await served.leftOver() == 0)
        }
    }

    @Test
    func `a member sees the board, and of what was answered only a pack that is shared with her`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: Self.police)
            _ = try await served.recordNotKnown(request, as: joan)
            _ = try await served.post(
                "\(request)/check",
                as: joan,
                served.check("accept", of: request, reason: "")
            )
            let member = try await served.token(of: 111)
            let board = try await served.get(
                "/cases/4qx-7md/agencies?step=ask-for-chronologies",
                as: member
            )
            #expect(board.status == 200 && board.body.contains(Self.police))
            #expect(!board.body.contains(request) && !board.body.contains("/pack\""))
            for path in [request, "\(request)/versions/1", "\(request)/check"] {
                let answer = try await served.get(path, as: member)
                #expect(answer.status == 403 && !answer.body.contains("Niche"), "\(path)")
            }
            for path in ["pack", "pack/now", "pack/000-000-000-000"] {
                let answer = try await served.get("/cases/4qx-7md/\(path)", as: member)
                #expect(answer.status == 404 && !answer.body.contains("Niche"), "\(path)")
            }
            try await Self.share(with: 111, hour: "10:45", as: joan, served)
            #expect(try await served.get("/cases/4qx-7md/pack", as: member).status == 404)
            try await Self.share(with: 111, hour: "10:15", as: joan, served)
            let pack = try #require(try await served.opened().file.packs.last)
            let packs = try await served.get("/cases/4qx-7md/pack", as: member)
            #expect(packs.status == 200 && packs.body.contains("\(pack.entry)"))
            #expect(!packs.body.contains("Opened by") && !packs.body.contains("Shared with"))
            let read = try await served.get("/cases/4qx-7md/pack/\(pack.entry)", as: member)
            #expect(read.status == 200 && read.body.contains("Searched Niche by name"))
            #expect(read.body.contains("Expected, and not asked"))
            let zip = try await served.get("/cases/4qx-7md/pack/\(pack.entry)/zip", as: member)
            #expect(zip.status == 200 && zip.header("content-type") == "application/zip")
            #expect(zip.body.hasPrefix("PK") && zip.body.contains("pack.html"))
            let other = try await served.token(of: 116)
            #expect(
                try await served.get("/cases/4qx-7md/pack/\(pack.entry)", as: other).status == 404
            )
            let seen = try await served.get("/cases/4qx-7md/pack", as: joan)
            #expect(seen.body.contains("Opened by") && seen.body.contains("10:30am"))
        }
    }

    private static func share(
        with person: Int64,
        hour: String,
        as token: Token,
        _ served: ServedDemonstration
    ) async throws {
        let opened = try await served.opened()
        let versions = opened.file.requests(of: "ask-for-chronologies").compactMap {
            $0.accepted?.put.entry
        }
        let answer = try await served.post(
            "/cases/4qx-7md/pack/sharing",
            as: token,
            [
                ("seen", "\(opened.file.version)"), ("people", "\(PersonID(number: person) ?? 0)"),
                ("from-day", "5"), ("from-month", "1"), ("from-year", "2026"), ("from-time", hour),
            ] + versions.map { ("returns", "\($0)") }
        )
        #expect(answer.status == 303)
    }
}
