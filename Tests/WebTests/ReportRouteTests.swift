import CaseFiles
import Credentials
import Desk
import Foundation
import Pages
import Partnerships
import TestSupport
import Testing

@testable import Web

/// The report of the demonstration's first case, which Joan and Priya write and the leaders sign.
@Suite("A report, its heads and its signatures, by their routes", .serialized)
struct ReportRouteTests {
    private static let page = "/cases/4qx-7md"
    private static let report = "\(page)/papers/recommendations"
    private static let sign = "\(page)/signatures/sign-recommendations"

    private static func token(_ name: String, _ served: ServedDemonstration) async throws -> Token {
        let people = try await served.opened().partnership.people.values
        let person = try #require(people.first { $0.name == name })
        return try await served.token(of: person.person)
    }

    private static func putForward(_ served: ServedDemonstration, as joan: Token) async throws {
        let forward = try await served.get("\(report)/forward", as: joan)
        let put = try await served.post(
            "\(report)/versions",
            as: joan,
            [("digest", try forward.hidden("digest"))]
        )
        #expect(put.status == 303)
    }

    /// Everything that the page of a signature asks, answered.
    private static func signature(
        _ served: ServedDemonstration,
        as token: Token
    ) async throws -> [(String, String)] {
        let page = try await served.get(sign, as: token)
        let asked = page.body.matches(of: /name="(seen-\d+)"/).map { (String($0.1), "yes") }
        return asked + [
            ("read", "yes"), ("seen", try page.hidden("seen")),
            ("digest", try page.hidden("digest")), ("entry", try page.hidden("entry")),
        ]
    }

    private static func newest(_ served: ServedDemonstration) async throws -> CaseFile.Version {
        try #require(try await served.opened().file.paper("recommendations")?.newest)
    }

    // Heads of its own

    @Test
    func `a head of its own stands where it is put, is written, frozen, and counts for nothing`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await Self.token("Joan Ferris", served)
            let before = try await served.get(Self.report, as: joan).body
            let complete = try #require(before.firstMatch(of: /Complete: \d+ of \d+/)?.0)
            let asked = try await served.get("\(Self.report)/heads", as: joan)
            #expect(asked.status == 200)
            let added = try await served.post(
                "\(Self.report)/heads",
                as: joan,
                [
                    ("version", try asked.hidden("version")),
                    ("says-new", "What the dog saw"), ("after-new", "facts"),
                ]
            )
            #expect(added.status == 303)
            let page = try await served.get(Self.report, as: joan).body
            #expect(page.contains(complete) && page.contains("What the dog saw"))
            let written = try await served.post(
                "\(Self.report)/parts/own-1",
                as: joan,
                [("own-1-text", "It barked twice that night."), ("version-own-1", "0")]
            )
            #expect(written.status == 303)
            #expect(try await served.get(Self.report, as: joan).body.contains(complete))
            try await Self.putForward(served, as: joan)
            let titles = try await Self.newest(served).parts.map(\.title)
            let own = try #require(titles.firstIndex { $0.hasSuffix(". What the dog saw") })
            #expect(own > 0 && titles[own] == "\(own + 1). What the dog saw")
            let version = try await served.get("\(Self.report)/versions/1", as: joan).body
            #expect(version.contains("It barked twice that night."))

            // Renamed, it is something else to be signed, and is compared by words.
            let again = try await served.get("\(Self.report)/heads", as: joan)
            let renamed = try await served.post(
                "\(Self.report)/heads",
                as: joan,
                [
                    ("version", try again.hidden("version")),
                    ("says-own-1", "What the dog heard"), ("after-own-1", "beginning"),
                ]
            )
            #expect(renamed.status == 303)
            let changed = try await served.get(Self.report, as: joan).body
            #expect(changed.contains("Being changed since version 1"))
            let compared = try await served.get("\(Self.report)/comparison", as: joan).body
            #expect(compared.contains("What the dog heard"))
            try await Self.putForward(served, as: joan)
            #expect(try await Self.newest(served).parts.first?.title == "1. What the dog heard")
        }
    }

    @Test
    func `a head is taken out while it is empty, and what is written under it brings it back`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await Self.token("Joan Ferris", served)
            let heads = "\(Self.report)/heads"
            func version() async throws -> (String, String) {
                ("version", try await served.get(heads, as: joan).hidden("version"))
            }
            let new = [("says-new", "What the dog saw"), ("after-new", "facts")]
            _ = try await served.post(heads, as: joan, new + [try await version()])
            // Somebody has it open while it is taken out.
            let out = [
                ("says-own-1", "What the dog saw"), ("after-own-1", "facts"), ("out-own-1", "yes"),
            ]
            #expect(
                try await served.post(heads, as: joan, out + [try await version()]).status == 303
            )
            #expect(try await !served.get(Self.report, as: joan).body.contains("What the dog saw"))
            let late = try await served.post(
                "\(Self.report)/parts/own-1",
                as: joan,
                [("own-1-text", "It barked."), ("version-own-1", "0")]
            )
            #expect(late.status == 404 && late.body.contains("It barked."))

            // Written, it cannot be taken out.
            _ = try await served.post(
                heads,
                as: joan,
                [("says-new", "What the cat saw"), ("after-new", "facts"), try await version()]
            )
            let written = try await served.post(
                "\(Self.report)/parts/own-2",
                as: joan,
                [("own-2-text", "Nothing."), ("version-own-2", "0")]
            )
            #expect(written.status == 303)
            _ = try await served.post(
                heads,
                as: joan,
                [
                    ("says-own-2", "What the cat saw"), ("after-own-2", "facts"),
                    ("out-own-2", "yes"), try await version(),
                ]
            )
            #expect(try await served.get(Self.report, as: joan).body.contains("What the cat saw"))
        }
    }

    @Test func `two people change the heads: the second is shown both, and nothing typed is lost`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await Self.token("Joan Ferris", served)
            let priya = try await Self.token("Priya Nair", served)
            let heads = "\(Self.report)/heads"
            let seen = ("version", "0")
            let first = try await served.post(
                heads,
                as: joan,
                [("says-new", "What the dog saw"), ("after-new", "facts"), seen]
            )
            #expect(first.status == 303)
            let second = try await served.post(
                heads,
                as: priya,
                [("says-new", "What the cat saw"), ("after-new", "facts"), seen]
            )
            #expect(second.status == 409)
            #expect(second.body.contains("Joan Ferris changed these heads meanwhile"))
            #expect(second.body.contains("What the dog saw"))
            #expect(second.body.contains("value=\"What the cat saw\""))
            let anew = try await served.post(
                heads,
                as: priya,
                [
                    ("says-own-1", "What the dog saw"), ("after-own-1", "facts"),
                    ("says-new", "What the cat saw"), ("after-new", "own-1"),
                    ("version", try second.hidden("version")),
                ]
            )
            #expect(anew.status == 303)
            let page = try await served.get(Self.report, as: joan).body
            #expect(page.contains("What the dog saw") && page.contains("What the cat saw"))
        }
    }

    @Test func `a name that is another head's is refused; whoever only reads adds none`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await Self.token("Joan Ferris", served)
            let heads = "\(Self.report)/heads"
            let one = [("says-new", "What the dog saw"), ("after-new", "facts"), ("version", "0")]
            #expect(try await served.post(heads, as: joan, one).status == 303)
            let twice = try await served.post(
                heads,
                as: joan,
                [
                    ("says-own-1", "What the dog saw"), ("after-own-1", "facts"),
                    ("says-new", "what the DOG saw"), ("after-new", "facts"), ("version", "1"),
                ]
            )
            #expect(twice.status == 422 && twice.body.contains("is the name of another head"))
            #expect(twice.body.contains("value=\"what the DOG saw\""))
            let neil = try await Self.token("Supt Neil Ashdown", served)
            #expect(try await served.get(heads, as: neil).status == 403)
            #expect(try await served.post(heads, as: neil, one).status == 403)
        }
    }

    // Sections

    @Test
    func
        `a section saved over an older text is refused with both texts, and put forward only as read`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await Self.token("Joan Ferris", served)
            let priya = try await Self.token("Priya Nair", served)
            let forward = try await served.get("\(Self.report)/forward", as: joan)
            let stale = try forward.hidden("digest")
            let part = "\(Self.report)/parts/daily-life"
            let first = try await served.post(
                part,
                as: joan,
                [
                    ("daily-life-text", "She sang on the way to school."),
                    ("version-daily-life", "0"),
                ]
            )
            #expect(first.status == 303)
            let second = try await served.post(
                part,
                as: priya,
                [
                    ("daily-life-text", "She loved the sea and the boats."),
                    ("version-daily-life", "0"),
                ]
            )
            #expect(second.status == 409)
            #expect(second.body.contains("She sang on the way to school."))
            #expect(second.body.contains("She loved the sea and the boats."))
            let old = try await served.post(
                "\(Self.report)/versions",
                as: joan,
                [("digest", stale)]
            )
            #expect(old.status == 409)
            #expect(try await served.opened().file.paper("recommendations")?.newest == nil)
            let nobody = try await served.post(
                "\(part.replacing("daily-life", with: "no-such-head"))",
                as: joan,
                [("no-such-head-text", "Typed")]
            )
            #expect(nobody.status == 404 && nobody.body.contains("Typed"))
        }
    }

    // Signatures

    @Test func `of two who sign at once one wins, and the other is told and signs next`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await Self.token("Joan Ferris", served)
            try await Self.putForward(served, as: joan)
            let signers = ["Supt Neil Ashdown", "Dr Farah Iqbal"]
            let tokens = try await [
                Self.token(signers[0], served), Self.token(signers[1], served),
            ]
            let forms = try await [
                Self.signature(served, as: tokens[0]), Self.signature(served, as: tokens[1]),
            ]
            async let one = served.post(Self.sign, as: tokens[0], forms[0])
            async let other = served.post(Self.sign, as: tokens[1], forms[1])
            let answers = try await [one, other]
            #expect(Set(answers.map(\.status)) == [303, 409])
            let lost = answers[0].status == 409 ? 0 : 1
            #expect(answers[lost].body.contains(signers[1 - lost]))
            #expect(try await Self.newest(served).signatures.count == 1)
            let again = try await Self.signature(served, as: tokens[lost])
            let next = try await served.post(Self.sign, as: tokens[lost], again)
            #expect(next.status == 303)
            #expect(try await Self.newest(served).signatures.count == 2)
        }
    }

    @Test func `a signature and a new version at once: nobody signs what she has not read`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await Self.token("Joan Ferris", served)
            let neil = try await Self.token("Supt Neil Ashdown", served)
            try await Self.putForward(served, as: joan)
            let form = try await Self.signature(served, as: neil)
            let written = try await served.post(
                "\(Self.report)/parts/daily-life",
                as: joan,
                [
                    ("daily-life-text", "She sang on the way to school."),
                    ("version-daily-life", "0"),
                ]
            )
            #expect(written.status == 303)
            let digest = try await served.get("\(Self.report)/forward", as: joan).hidden("digest")
            async let signed = served.post(Self.sign, as: neil, form)
            async let put = served.post("\(Self.report)/versions", as: joan, [("digest", digest)])
            let (signature, version) = try await (signed, put)
            let versions = try #require(
                try await served.opened().file.paper("recommendations")?.versions
            )
            if signature.status == 303 {
                // She was first: her signature stands under what she read, and a later version voids it.
                #expect(versions[0].signatures.count == 1)
            } else {
                #expect([409, 422].contains(signature.status))
                let signatures = versions.flatMap(\.signatures)
                #expect(signatures.isEmpty)
                #expect(
                    signature.body.contains("meanwhile")
                        || signature.body.contains("Somebody else was first")
                )
            }
            #expect([303, 409].contains(version.status))
            #expect(versions.last?.signatures.isEmpty == true || versions.count == 1)
        }
    }
}
