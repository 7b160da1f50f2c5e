import Procedures
import TestSupport
import Testing

@testable import Partnerships

@Suite("Letters that a partnership words itself")
struct LetterTests {
    private static let shipped = LetterDefinition.request("Dear {name},", "Answer by {due}.")
    private static let own = LetterDefinition.request(
        "Dear {name},",
        "Answer by {due}, and ring us."
    )
    private static let other = LetterDefinition.request("Dear colleague,")

    private static func writing(
        _ letter: LetterDefinition,
        after number: Int
    ) -> PartnershipCommand {
        .writeLetter(letter, after: number, instead: shipped)
    }

    private static func using(_ number: Int, instead: Int) -> PartnershipCommand {
        .putLetterToUse("request", number: number, instead: instead)
    }

    private static func written() throws -> Given {
        try Given((.person(.joan), writing(own, after: 0)))
    }

    @Test func `a text is kept as a version, and goes once it is put to use`() throws {
        var given = try Self.written()
        #expect(given.partnership.letter(instead: Self.shipped) == Self.shipped)
        try given.take(.person(.joan), Self.using(1, instead: 0))
        #expect(given.partnership.letter(instead: Self.shipped) == Self.own)
        let kept = try #require(given.partnership.letters["request"])
        #expect(kept.versions.map(\.by) == [.person(.joan)] && kept.versions[0].at == given.time)
        #expect(kept.versions[0].shipped == Self.shipped)
        #expect(kept.uses.map(\.number) == [1])
        let notice = try #require(given.partnership.notices.last)
        #expect(notice.what == .letterPutToUse("request", number: 1))
        #expect(given.partnership.noticesToLookAt(by: .ruth).contains(notice))
        #expect(!given.partnership.noticesToLookAt(by: .joan).contains(notice))
    }

    @Test func `the text that ships is gone back to, and every version stays`() throws {
        var given = try Self.written()
        try given.take(.person(.joan), Self.using(1, instead: 0))
        try given.take(.person(.ruth), Self.using(0, instead: 1))
        #expect(given.partnership.letter(instead: Self.shipped) == Self.shipped)
        #expect(given.partnership.letters["request"]?.versions.count == 1)
        #expect(given.partnership.letters["request"]?.uses.map(\.number) == [1, 0])
    }

    @Test func `whoever did not see the newest text writes over nothing`() throws {
        let given = try Self.written()
        given.when(
            .person(.ruth),
            Self.writing(Self.other, after: 0),
            refuses: .letterOvertaken(by: 1)
        )
        let second = try given.after(.person(.ruth), Self.writing(Self.other, after: 1))
        #expect(second.partnership.letters["request"]?.versions.map(\.number) == [1, 2])
    }

    @Test func `a text goes only instead of the one that was seen to go`() throws {
        var given = try Self.written()
        try given.take(.person(.ruth), Self.writing(Self.other, after: 1))
        try given.take(.person(.ruth), Self.using(2, instead: 0))
        given.when(
            .person(.joan),
            Self.using(1, instead: 0),
            refuses: .letterOvertaken(by: 2)
        )
    }

    @Test func `the same act twice is one`() throws {
        var given = try Self.written()
        try given.take(.person(.joan), Self.writing(Self.own, after: 0))
        #expect(given.partnership.letters["request"]?.versions.count == 1)
        try given.take(.person(.joan), Self.using(1, instead: 0))
        try given.take(.person(.joan), Self.using(1, instead: 0))
        #expect(given.partnership.letters["request"]?.uses.count == 1)
    }

    @Test func `a text that differs in nothing is refused`() throws {
        let given = try Given()
        given.when(
            .person(.joan),
            Self.writing(Self.shipped, after: 0),
            refuses: .sameLetter(0)
        )
        try Self.written().when(
            .person(.joan),
            Self.writing(Self.own, after: 1),
            refuses: .sameLetter(1)
        )
    }

    @Test func `a name that nothing fills in, or too much text, keeps it from being written`()
        throws
    {
        let given = try Given()
        for wrong in [
            LetterDefinition.request("Dear {child},"), .request("Dear {name"), .request(),
            .request(String(repeating: "x", count: 20_001)),
        ] {
            given.when(
                .person(.joan),
                Self.writing(wrong, after: 0),
                refuses: .letterFaults(wrong.faults)
            )
        }
    }

    @Test func `a version that is not there is not put to use`() throws {
        let given = try Self.written()
        for number in [2, -1] {
            given.when(
                .person(.joan),
                Self.using(number, instead: 0),
                refuses: .unknownLetter("request")
            )
        }
        given.when(
            .person(.joan),
            .putLetterToUse("other", number: 0, instead: 0),
            refuses: .unknownLetter("other")
        )
    }

    @Test(arguments: [Actor.person(.admin), .person(.neil), .person(.amal), .operator, .system])
    func `only a coordinator writes letters and puts them to use`(actor: Actor) throws {
        let given = try Self.written()
        for command in [Self.writing(Self.other, after: 1), Self.using(1, instead: 0)] {
            given.when(
                actor,
                command,
                refuses: .notAllowed(actor.person == nil ? nil : .coordinator)
            )
        }
    }
}
