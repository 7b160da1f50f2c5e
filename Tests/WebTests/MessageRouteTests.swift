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

@Suite("The page of messages", .serialized)
struct MessageRouteTests {
    /// A reminder to the lead of the agency that was asked last, which the mail server refused.
    private static func fail(_ served: ServedDemonstration) async throws -> EntryID {
        let request = try #require(try await served.opened().file.requests.last)
        let lead = try #require(request.openSeats([.lead]).first)
        let queued = CaseEvent.MessageQueued(
            entry: 6_000,
            request: request.entry,
            seat: lead.entry,
            name: lead.name,
            email: lead.email,
            kind: .request,
            rung: nil,
            due: nil,
            byHand: false
        )
        let settled = CaseEvent.MessageSettled(
            message: queued.entry,
            outcome: .failed,
            words: "550"
        )
        let row = OutgoingMail(
            about: .init(
                kind: .request,
                reference: ServedDemonstration.reference,
                entry: queued.entry,
                name: lead.name
            ),
            address: lead.email,
            subject: "A request",
            paragraphs: []
        ).row(key: "failing", notBefore: ServedDemonstration.time)
        try await served.office.cases.record(
            [.queueMessage(queued), .settleMessage(settled)],
            on: ServedDemonstration.reference,
            in: Demonstration.marlshire,
            at: ServedDemonstration.time,
            outbox: [row]
        )
        for taken in try await served.store.takeMessages(
            dueAt: ServedDemonstration.time,
            until: ServedDemonstration.time.advanced(byHours: 1),
            limit: 50
        ) {
            _ = try await served.store.settle(
                taken.lease,
                as: .failed(fault: "550"),
                at: ServedDemonstration.time
            )
        }
        return queued.entry
    }

    @Test func `whoever runs the case sees what failed, and others learn nothing of it`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            _ = try await Self.fail(served)
            #expect(try await served.get("/people", as: joan).body.contains(#"href="/messages""#))
            for person in [101, 103] as [PersonID] {
                let page = try await served.get(
                    "/messages",
                    as: try await served.token(of: person)
                )
                #expect(page.status == 200, "\(person)")
                #expect(page.body.contains("Carla Munday"), "\(person)")
                #expect(page.body.contains("4QX-7MD"), "\(person)")
                #expect(page.body.contains("The mail server refused it (550)."), "\(person)")
                #expect(page.body.contains("Try again"), "\(person)")
                #expect(!page.body.contains("Wren"), "\(person)")
            }
            let other = try await served.get("/messages", as: try await served.token(of: 102))
            #expect(other.status == 200)
            for word in ["Carla", "4QX", "Try again"] { #expect(!other.body.contains(word)) }
            for person in [105, 111, 117] as [PersonID] {
                let token = try await served.token(of: person)
                #expect(try await served.get("/messages", as: token).status == 404, "\(person)")
                #expect(
                    try await !served.get("/people", as: token).body.contains(#""/messages""#),
                    "\(person)"
                )
            }
        }
    }

    @Test func `a failed one is tried again by whoever asks agencies in the case alone`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let failed = try await Self.fail(served)
            let path = "/messages/4qx-7md/\(failed)"
            // Off the case, on it without asking anybody, and on none.
            for (person, status) in [(102, 404), (111, 403), (117, 404)] as [(PersonID, Int)] {
                let answer = try await served.post(path, as: try await served.token(of: person))
                #expect(answer.status == status, "\(person)")
            }
            #expect(try await served.post(path, as: joan, formToken: "x").status == 403)
            // No mail leaves this server: the link is handed over.
            let page = try await served.post(path, as: joan)
            #expect(page.status == 200)
            #expect(page.body.contains("Hand over the link"))
            let again = try await served.post(path, as: joan)
            #expect(again.status == 303)
            #expect(again.header("location") == "/messages")
            let messages = try await served.opened().file.requests.last?.messages ?? []
            #expect(messages.count { $0.queued.kind == .request && $0.outcome == nil } >= 1)
            #expect(
                try await !served.get("/messages", as: joan).body.contains("Try again")
            )
        }
    }

    @Test func `a request is revoked, and its agency told, in one act`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let path = try await served.request(of: "Marlshire Police")
            let answer = try await served.post(
                "\(path)/revocation",
                as: joan,
                [
                    ("seen", "\(try await served.opened().file.version)"),
                    ("reason", "Asked in error"),
                    ("confirmed", "\(try await served.opened().partnership.calendarVersion)"),
                ]
            )
            #expect([200, 303].contains(answer.status))
            let request = try #require(try await served.requests().last)
            #expect(request.revoked == "Asked in error")
            #expect(request.messages.last?.queued.kind == .revoked)
            #expect(request.messages.first?.outcome == .withdrawn)
        }
    }
}
