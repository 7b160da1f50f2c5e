import CaseFiles
import Credentials
import Desk
import HTTPTypes
import Pages
import Partnerships
import TestSupport
import Testing

@testable import Web

@Suite("Pages as requests find them", .serialized)
struct RequestTests {
    private static func joan(_ served: ServedDemonstration) async throws -> Token {
        try await served.token(
            of: try #require(PersonID(number: 101)),
            in: Demonstration.marlshire
        )
    }

    @Test func `a search for nothing, for much and for odd letters is answered`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await Self.joan(served)
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
            let joan = try await Self.joan(served)
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
            let joan = try await Self.joan(served)
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
            let joan = try await Self.joan(served)
            func entries(_ query: String) async throws -> Int {
                let page = try await served.get("/cases/4qx-7md/log" + query, as: joan)
                return page.body.split(separator: "<li id=\"entry-").count - 1
            }
            let all = try await served.opened().events.count
            #expect(try await entries("") == 50)
            let second = try await entries("?before=\(all - 49)")
            #expect(50 + second == all)
            let dates = try await entries("?kind=dates")
            #expect(dates > 0 && dates < all)
            let priya = try #require(PersonID(number: 103))
            let hers = try await entries("?person=\(priya)&kind=")
            #expect(hers > 0 && hers < all)
            #expect(try await entries("?from-day=1&from-month=1&from-year=1990") == all)
            #expect(try await entries("?until-day=1&until-month=1&until-year=1990") == 0)
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
