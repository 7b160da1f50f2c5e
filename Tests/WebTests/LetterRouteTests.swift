import CaseFiles
import Credentials
import Desk
import Documents
import Foundation
import Pages
import Partnerships
import Procedures
import TestSupport
import Testing

@testable import Web

/// The words of what is typed into the boxes of a letter.
private struct Typed {
    var title = "Request for a chronology"
    var purpose = "To learn what happened"
    var legalBasis = "Section 16H"
    var instruction = "Keep your records"
    var letter = "Dear {name},\r\n\r\n{agency} is asked by {due}.\r\nRing {sender}."
    var after = 0

    var items: [(String, String)] {
        [
            ("title", title), ("purpose", purpose), ("legal-basis", legalBasis),
            ("instruction", instruction), ("letter", letter), ("after", "\(after)"),
        ]
    }
}

@Suite("Letters, in the browser", .serialized)
struct LetterRouteTests {
    private typealias Served = ServedDemonstration
    private static let path = "/letters/standard"

    private static func kept(_ served: ServedDemonstration) async throws -> KeptLetter? {
        try await PartnershipDesk(store: served.store).partnership(Demonstration.marlshire)
            .letters["standard"]
    }

    private static func write(
        _ typed: Typed,
        as token: Token,
        _ served: ServedDemonstration
    ) async throws -> ServedDemonstration.Answer {
        try await served.post("\(path)/text", as: token, typed.items)
    }

    private static func use(
        _ number: Int,
        instead: Int,
        as token: Token,
        _ served: ServedDemonstration
    ) async throws -> ServedDemonstration.Answer {
        try await served.post(
            "\(path)/versions/\(number)/use",
            as: token,
            [("instead", "\(instead)")]
        )
    }

    @Test func `a letter is changed, seen, taken into use, and gone back from`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let list = try await served.get("/letters", as: joan)
            #expect(list.status == 200 && list.body.contains("Request for a briefing report"))
            #expect(list.body.contains("The text that ships, since the beginning"))
            let form = try await served.get("\(Self.path)/text", as: joan)
            for place in LetterDefinition.Place.allCases {
                #expect(form.body.contains(place.mark) && form.body.contains(place.standsFor))
            }
            let written = try await Self.write(Typed(), as: joan, served)
            #expect(written.status == 303)
            #expect(written.header("location") == "\(Self.path)/versions/1")
            let version = try await served.get("\(Self.path)/versions/1", as: joan)
            #expect(version.body.contains("What differs from the text that shipped then"))
            #expect(version.body.contains("<del>") && version.body.contains("<ins>"))
            let preview = try await served.get("\(Self.path)/versions/1/document", as: joan)
            #expect(preview.body.contains("Dear Alex Example,"))
            #expect(preview.body.contains("are made up") && !preview.body.contains("{name}"))
            let before = try await served.get(Served.asking, as: joan)
            #expect(!before.body.contains("Ring {sender}."))
            #expect(try await Self.use(1, instead: 0, as: joan, served).status == 303)
            let asking = try await served.get(Served.asking, as: joan)
            #expect(asking.body.contains("Ring {sender}.") && asking.body.contains("To learn what"))
            let colin = try await served.token(of: 102)
            let notices = try await served.get("/notices", as: colin)
            #expect(notices.body.contains("“Request for a chronology” goes as version 1"))
            #expect(try await Self.use(0, instead: 1, as: colin, served).status == 303)
            let after = try await served.get(Served.asking, as: joan)
            #expect(!after.body.contains("Ring {sender}."))
            let letter = try await served.get(Self.path, as: joan)
            #expect(letter.body.contains("href=\"\(Self.path)/versions/1\""))
        }
    }

    @Test func `every fault is told with its place, at once, and nothing typed is lost`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            var typed = Typed()
            typed.letter = "Dear {nane},\r\n\r\nBy {{due}}.\r\nAnd {child\r\n}\r\nx\u{202E}y"
            typed.purpose = "For {agency}"
            typed.legalBasis = ""
            typed.title = String(repeating: "t", count: 201)
            let answer = try await Self.write(typed, as: joan, served)
            #expect(answer.status == 422)
            for words in [
                "Line 1, column 6: there is no name {nane}; did you mean {name}?<",
                "Line 3, column 4: {{due}} has more than one brace on a side; write {due}<",
                "Line 4, column 5: { opens a name that no } closes on the same line",
                "Line 5, column 1: } closes a name that no { opened<",
                "Line 6, column 2: a sign that nobody sees stands here (U+202E): take it out; the names are {agency}, {name}, {due}, {form}, {reference}, {partnership}, {sender}<",
                "Line 1, column 5: {agency} is filled in in the letter itself, and not here",
                "What it is called has 201 characters; shorten it to 200 or fewer",
                "Enter the law by which they are asked", "For {agency}</textarea>",
                "By {{due}}.",
            ] {
                #expect(answer.body.contains(words), "\(words)")
            }
            #expect(try await Self.kept(served) == nil)
        }
    }

    @Test func `a letter of a thousand pages is refused by its length, and shown again`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            var typed = Typed()
            typed.letter = String(repeating: "{x} and so on. ", count: 200_000)
            let answer = try await Self.write(typed, as: joan, served)
            #expect(answer.status == 422)
            #expect(
                answer.body.contains(
                    "The letter has 2999999 characters; shorten it to 20000 or fewer"
                )
            )
            #expect(answer.body.utf8.count > 3_000_000)
            #expect(!answer.body.contains("there is no name"))
            typed.letter = String(repeating: "x", count: 9 << 20)
            #expect(try await Self.write(typed, as: joan, served).status == 413)
            #expect(try await Self.kept(served) == nil)
        }
    }

    @Test func `of two who write at once the second is told, and sees both texts`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let colin = try await served.token(of: 102)
            #expect(try await Self.write(Typed(), as: joan, served).status == 303)
            // The same once more is no second version.
            #expect(try await Self.write(Typed(), as: joan, served).status == 303)
            var hers = Typed()
            hers.letter = "Dear {name},\r\n\r\nColin asks you kindly."
            let told = try await Self.write(hers, as: colin, served)
            #expect(told.status == 409)
            #expect(told.body.contains("Version 1 was written meanwhile"))
            #expect(told.body.contains("Colin asks you kindly.</textarea>"))
            #expect(told.body.contains("Ring {sender}.") && told.body.contains("<del>"))
            #expect(told.body.contains("name=\"after\" value=\"1\""))
            #expect(try await Self.kept(served)?.versions.count == 1)
            hers.after = 1
            #expect(try await Self.write(hers, as: colin, served).status == 303)
            #expect(try await Self.use(1, instead: 0, as: joan, served).status == 303)
            let late = try await Self.use(2, instead: 0, as: colin, served)
            #expect(late.status == 409)
            #expect(late.body.contains("Another text was taken into use meanwhile"))
            #expect(try await Self.kept(served)?.inUse == 1)
            hers.after = 2
            let same = try await Self.write(hers, as: colin, served)
            #expect(same.status == 422 && same.body.contains("Nothing differs from version 2"))
        }
    }

    @Test func `a request keeps the letter that went with it, whatever is written later`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            try await served.ask([203], as: joan)
            let request = try await served.request(of: "Marlshire Police")
            let before = try await served.get("\(request)/letter/document", as: joan)
            #expect(before.status == 200 && before.body.contains("Dear Carla Munday,"))
            #expect(before.body.contains("Why you are asked"))
            #expect(try await Self.write(Typed(), as: joan, served).status == 303)
            #expect(try await Self.use(1, instead: 0, as: joan, served).status == 303)
            let after = try await served.get("\(request)/letter/document", as: joan)
            #expect(after.body.contains("Dear Carla Munday,") && !after.body.contains("Ring "))
            let wrong = try await served.asking([204], entry: "b0b-b0b-b0b-000").map {
                $0.0 == "letter" ? ($0.0, "Dear {nane},\r\n{due") : $0
            }
            let refused = try await served.post(Served.asking, as: joan, wrong)
            #expect(refused.status == 422)
            #expect(refused.body.contains("Line 1, column 6: there is no name {nane}"))
            #expect(refused.body.contains("Line 2, column 1: { opens a name"))
        }
    }

    @Test func `only a coordinator knows of letters`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            #expect(try await Self.write(Typed(), as: joan, served).status == 303)
            for number: PersonID in [103, 105, 106, 111, 117] {
                let token = try await served.token(of: number)
                for path in [
                    "/letters", Self.path, "\(Self.path)/text", "\(Self.path)/versions/1",
                    "\(Self.path)/versions/1/document",
                ] {
                    #expect(try await served.get(path, as: token).status == 404, "\(path)")
                }
                #expect(try await Self.write(Typed(after: 1), as: token, served).status == 404)
                #expect(try await Self.use(1, instead: 0, as: token, served).status == 404)
            }
            #expect(try await Self.kept(served)?.versions.count == 1)
            #expect(try await Self.kept(served)?.inUse == 0)
        }
    }

    @Test(arguments: [
        "/letters/none", "/letters/none/text", "/letters/standard/versions/1",
        "/letters/standard/versions/01", "/letters/standard/versions/-1",
        "/letters/standard/versions/1/document", "/letters/standard/text?from=7",
    ])
    func `what is not there is not found`(path: String) async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            #expect(try await served.get(path, as: joan).status == 404)
        }
    }
}
