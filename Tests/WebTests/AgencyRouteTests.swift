import Desk
import Pages
import Partnerships
import TestSupport
import Testing

@testable import Web

@Suite("The directory of agencies, in the browser", .serialized)
struct AgencyRouteTests {
    private static let sound = [
        ("entry", "4qx-7md-k2p-9ht"), ("agency-id", "9ht-4qx-7md-k2p"),
        ("name", "Quay Surgery"), ("kind", "general-practice"), ("note", "Its own records."),
        ("lead-name", "Una Pell"), ("lead-job-title", "GP"),
        ("lead-email", "una.pell@quay-surgery.example"), ("lead-telephone", "01632 960777"),
        ("senior-signatory-name", "Abe Stone"), ("senior-signatory-job-title", "Senior partner"),
        ("senior-signatory-email", "abe.stone@quay-surgery.example"),
    ]

    private static func partnership(_ served: ServedDemonstration) async throws -> Partnership {
        try await PartnershipDesk(store: served.store).partnership(Demonstration.marlshire)
    }

    @Test func `an agency is added with its people, shown, and its addresses wait to be trusted`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let ask = try await served.get("/agencies/new", as: joan)
            #expect(ask.status == 200 && ask.body.contains("Kind of agency"))
            let added = try await served.post("/agencies/new", as: joan, Self.sound)
            #expect(added.status == 303)
            let id = try #require(AgencyID("9ht-4qx-7md-k2p"))
            let agency = try #require(try await Self.partnership(served).agencies[id])
            #expect(agency.kind == .generalPractice && agency.note == "Its own records.")
            #expect(agency.lead?.jobTitle == "GP" && agency.deputy == nil)
            #expect(agency.signatory?.email == "abe.stone@quay-surgery.example")
            let page = try await served.get("/people", as: joan)
            #expect(page.body.contains("01632 960777"))
            #expect(page.body.contains("href=\"/agencies/\(id)/lead/allowance\""))
            let olive = try await served.token(of: 102)
            let notices = try await served.get("/notices", as: olive)
            #expect(notices.body.contains("una.pell@quay-surgery.example"))
        }
    }

    @Test func `every fault is said beside its box, and nothing typed is lost`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let wrong = [
                ("lead-email", "una at quay"), ("lead-telephone", "ring me"),
                ("senior-signatory-name", "una PELL"), ("senior-signatory-email", ""),
                ("kind", "surgery"),
            ]
            let items = Self.sound.map { item in
                wrong.first { $0.0 == item.0 } ?? item
            }
            let answer = try await served.post("/agencies/new", as: joan, items)
            #expect(answer.status == 422)
            for words in [
                "‘una at quay’, must be written like name@example.org",
                "‘ring me’, must be written like 01632 960001",
                "The senior signatory has the name of the lead",
                "Enter the e-mail address of the senior signatory",
                "Choose an answer: kind of agency", "value=\"una at quay\"", "value=\"una PELL\"",
            ] {
                #expect(answer.body.contains(words), "\(words)")
            }
            let id = try #require(AgencyID("9ht-4qx-7md-k2p"))
            #expect(try await Self.partnership(served).agencies[id] == nil)
        }
    }

    @Test func `an address is allowed with a reason, as it was on the page, and taken back`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let agency = try #require(
                try await Self.partnership(served).agencies.values.first {
                    $0.name == "Beacon Families"
                }
            )
            let address = try #require(agency.lead?.email)
            let path = "/agencies/\(agency.agency)/lead/allowance"
            #expect(try await served.get(path, as: joan).body.contains(address))
            let items = [("address", address), ("reason", "Rung at the number they publish")]
            for wrong in [
                [("address", address), ("reason", " ")],
                [("address", "old@beacon.example"), ("reason", "Rung")], [("reason", "Rung")],
            ] {
                #expect(try await served.post(path, as: joan, wrong).status == 422)
            }
            #expect(try await !Self.partnership(served).trust(of: address).isTrusted)
            #expect(try await served.post(path, as: joan, items).status == 303)
            #expect(try await Self.partnership(served).trust(of: address).isTrusted)
            #expect(try await served.post(path, as: joan, items).status == 422)
            let withdrawal = "/agencies/\(agency.agency)/lead/withdrawal"
            #expect(try await served.post(withdrawal, as: joan, items).status == 303)
            #expect(try await !Self.partnership(served).trust(of: address).isTrusted)
        }
    }

    @Test func `a domain is listed and taken off; what is everybody's is refused by name`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            for (domain, words) in [
                ("gmail.com", "Anybody can have an address at gmail.com"),
                ("gov.uk", "below gov.uk"), ("no domain", "‘no domain’ is no domain"),
            ] {
                let items = [("domain", domain), ("reason", "Theirs")]
                let answer = try await served.post("/domains/new", as: joan, items)
                #expect(answer.status == 422 && answer.body.contains(words), "\(domain)")
            }
            let items = [("domain", "*.Beacon.example"), ("reason", "Theirs")]
            #expect(try await served.post("/domains/new", as: joan, items).status == 303)
            let page = try await served.get("/people", as: joan)
            #expect(page.body.contains("href=\"/domains/below/beacon.example\""))
            let path = "/domains/below/beacon.example"
            #expect(try await served.get(path, as: joan).status == 200)
            #expect(try await served.post(path, as: joan, [("reason", "Gone")]).status == 303)
            #expect(try await served.get(path, as: joan).status == 404)
        }
    }

    @Test func `only a coordinator trusts, and others are offered nothing of the kind`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let agency = try #require(
                try await Self.partnership(served).agencies.values.first {
                    $0.name == "Beacon Families"
                }
            )
            for number: PersonID in [111, 117] {
                let token = try await served.token(of: number)
                let page = try await served.get("/people", as: token)
                #expect(page.body.contains("Not trusted yet"))
                #expect(!page.body.contains("/allowance") && !page.body.contains("/domains/"))
                for path in [
                    "/agencies/\(agency.agency)/lead/allowance",
                    "/agencies/\(agency.agency)/lead/withdrawal", "/domains/new",
                    "/domains/marlshire.example",
                ] {
                    #expect(try await served.get(path, as: token).status == 404, "\(path)")
                    #expect(try await served.post(path, as: token).status == 404, "\(path)")
                }
            }
        }
    }
}
