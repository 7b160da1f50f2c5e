import Desk
import Partnerships
import TestSupport
import Testing

@Suite("The page on which people of the demonstration are chosen")
struct DemonstrationPageTests {
    @Test func `it names the cases that are there, and one press opens one`() async throws {
        try await ServedDemonstration.open { served in
            let page = try await served.get("/sign-in", as: nil)
            #expect(page.body.contains("Open 4QX-7MD as Joan Ferris"))
            let others = Demonstration.cases.filter { $0.partnership != Demonstration.marlshire }
            for other in others where other.reference != "7hc-4vj" {
                #expect(!page.body.contains("\(other.reference)"))
            }
            let joan = "\(Demonstration.marlshire) \(try #require(served.joan))"
            for (to, place) in [
                ("/cases/4qx-7md", "/cases/4qx-7md"), ("", "/my-work"),
                ("//elsewhere.example", "/my-work"), ("https://elsewhere.example", "/my-work"),
            ] {
                let answer = try await served.post(
                    "/sign-in/demonstration",
                    as: nil,
                    [("person", joan), ("to", to)]
                )
                #expect(answer.status == 303 && answer.header("location") == place, "\(to)")
            }
        }
    }
}

extension ServedDemonstration {
    fileprivate var joan: PersonID? {
        Demonstration.cases.first { $0.reference == Self.reference }?.people.first?.person
    }
}
