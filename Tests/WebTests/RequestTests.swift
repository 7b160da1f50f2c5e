import CaseFiles
import Desk
import HTTPTypes
import Pages
import Partnerships
import Procedures
import TestSupport
import Testing

@testable import Web

@Suite("Pages as requests find them", .serialized)
struct RequestTests {
    @Test func `a search for nothing, for much and for odd letters is answered`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            for words in [
                "", "   ", "%", "Wren\u{202E}Example", String(repeating: "a ", count: 500),
            ] {
                let answer = try await served.post("/cases/search", as: joan, [("words", words)])
                #expect(answer.status == 200, "\(words.prefix(20))")
            }
            let found = try await served.post("/cases/search", as: joan, [("words", "wren exam")])
            #expect(found.body.contains("4QX-7MD"))
        }
    }

    @Test func `markup that is typed stays text`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let evil = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&"
            let version = try await served.opened().file.version
            let items = [
                ("text", evil), ("day-day", "5"), ("day-month", "1"), ("day-year", "2026"),
                ("seen", "\(version)"),
            ]
            let path = "/cases/4qx-7md/log-entries"
            #expect(try await served.post(path, as: joan, items).status == 303)
            let log = try await served.get("/cases/4qx-7md/log", as: joan)
            #expect(!log.body.contains("<script") && !log.body.contains("<img"))
            #expect(log.body.contains("&lt;script&gt;"))
            let again = try await served.post(path, as: joan, [("text", evil), ("day-year", evil)])
            #expect(again.status == 422 && !again.body.contains("<script"))
        }
    }

    @Test func `what is too long, of another kind or cut short is refused`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let path = "/cases/4qx-7md/log-entries"
            let long = String(repeating: "x", count: 1 << 20)
            #expect(try await served.post(path, as: joan, [("text", long)]).status == 413)
            let most = String(repeating: "y", count: 30_000)
            let refused = try await served.post(path, as: joan, [("text", most)])
            #expect(refused.status == 422 && refused.body.contains(most))
            #expect(refused.body.contains("shorten it to 20000"))
        }
    }

    @Test func `the log is filtered by person, kind and day, and goes on page by page`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            func entries(_ query: String) async throws -> Int {
                let page = try await served.get("/cases/4qx-7md/log" + query, as: joan)
                return page.body.split(separator: "<li id=\"entry-").count - 1
            }
            let all = try await served.opened().events.count
            #expect(try await entries("") == 50)
            var seen = 0
            for newest in stride(from: all, to: 0, by: -50) {
                seen += try await entries("?before=\(newest + 1)")
            }
            #expect(seen == all)
            let dates = try await entries("?kind=dates")
            #expect(dates > 0 && dates < all)
            let priya = try #require(PersonID(number: 103))
            let hers = try await entries("?person=\(priya)&kind=")
            #expect(hers > 0 && hers < all)
            #expect(try await entries("?from-day=1&from-month=1&from-year=1990") == all)
            #expect(try await entries("?until-day=1&until-month=1&until-year=1990") == 0)
        }
    }

    @Test func `numbers out of all bounds are answered`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            for before in ["1000", "-1", "0", "-9223372036854775808", "9223372036854775807", "x"] {
                let log = try await served.get("/cases/4qx-7md/log?before=\(before)", as: joan)
                #expect(log.status == 200, "\(before)")
            }
            for count in ["-1", "99999", "x", "-9223372036854775808"] {
                let answer = try await served.post("/notices", as: joan, [("count", count)])
                #expect(answer.status == 303, "\(count)")
            }
            for seen in ["-1", "99999999999999999999", ""] {
                let items = [("is-safe", "yes"), ("words", "Seen."), ("seen", seen)]
                let answer = try await served.post("/cases/4qx-7md/safety", as: joan, items)
                #expect([303, 409].contains(answer.status), "\(seen): \(answer.status)")
            }
        }
    }

    @Test func `a step that wants a document takes one that is filed, and one that lies elsewhere`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let opened = try await served.opened()
            let step = try #require(
                opened.procedure.steps.first { step in
                    step.evidence(isReturn: false) == .document && !step.isNationalLimit
                        && step.forEach == nil && opened.file.setAside[step.id] == nil
                        && opened.file.standing(OccurrenceName(step.id)).isEmpty
                }
            )
            let document = try #require(opened.file.documents.first { $0.audience == nil })
            let path = "/cases/4qx-7md/completions/\(step.id)"
            let page = try await served.get(path, as: joan)
            #expect(page.status == 200 && page.body.contains("name=\"filed-document\""))
            let items = [
                ("day-day", "5"), ("day-month", "1"), ("day-year", "2026"),
                ("filed-document", "\(document.document)"), ("document", "000-000-000-00z"),
                ("seen", "\(opened.file.version)"),
                ("confirmed", "\(opened.partnership.calendarVersion)"),
            ]
            let taken = try await served.post(path, as: joan, items)
            #expect(taken.status == 303, "\(step.id): \(taken.body.suffix(4000).prefix(2500))")
            let after = try await served.opened()
            let evidence = after.file.standing(OccurrenceName(step.id)).last?.evidence
            #expect(evidence == .document(document.document, whereItLies: ""))
        }
    }

    @Test func `pressed twice, a case is opened once and a person added once`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let opening = [
                ("reference", "b0b-b0b"), ("child-1-name", "Robin Sample"),
                ("began-day", "5"), ("began-month", "1"), ("began-year", "2026"),
                ("route", "notification-and-rapid-review"),
            ]
            for _ in 0..<2 {
                let answer = try await served.post("/cases/new", as: joan, opening)
                #expect(answer.status == 303)
                #expect(answer.header("location")?.hasPrefix("/cases/b0b-b0b") == true)
            }
            let person = [
                ("entry", "b0b-b0b-b0b-b0b"), ("name", "Pat New"), ("email", "pat@new.example"),
                ("role", "capacity member"), ("from-day", "5"), ("from-month", "1"),
                ("from-year", "2026"),
            ]
            for _ in 0..<2 {
                let answer = try await served.post("/people/new", as: joan, person)
                #expect(answer.status == 200 && answer.body.contains("/invitations/"))
            }
            let partnership = try await served.office.cases.partnerships
                .partnership(Demonstration.marlshire)
            #expect(partnership.people.values.count { $0.name == "Pat New" } == 1)
            let entry = try #require(EntryID("b0b-b0b-b0b-b0b"))
            #expect(partnership.memberships.count { $0.entry == entry } == 1)
        }
    }

    @Test func `whoever is shut out by a reset manages nothing`() async throws {
        try await ServedDemonstration.open { served in
            let administrator = try await served.token(of: 117)
            let colin = try #require(PersonID(number: 102))
            let reset = try await served.post("/people/\(colin)/resets", as: administrator)
            #expect(reset.status == 200 && reset.body.contains("/invitations/"))
            let shut = try await served.token(of: colin)
            for path in ["/people/new", "/cases/new", "/notices", "/people/\(colin)/deputies"] {
                #expect(try await served.get(path, as: shut).status == 404, "\(path)")
            }
            let marian = try #require(PersonID(number: 106))
            _ = try await served.post("/people/\(marian)/resets", as: administrator)
            let confirm = "/people/\(marian)/confirmation"
            #expect(try await served.post(confirm, as: shut).status == 404)
            #expect(try await served.post(confirm, as: administrator).status == 404)
            let joan = try await served.token(of: 101)
            #expect(try await served.post(confirm, as: joan).status == 303)
        }
    }

    @Test func `whoever is not signed in comes back to where she wanted to go`() async throws {
        try await ServedDemonstration.open { served in
            let answer = try await served.get("/my-work", as: nil)
            #expect(answer.status == 303)
            #expect(answer.header("location") == "/sign-in?to=%2Fmy-work")
        }
    }
}
