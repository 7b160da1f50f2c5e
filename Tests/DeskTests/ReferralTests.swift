import CaseFiles
import CaseStores
import Desk
import Partnerships
import Procedures
import SQLiteStore
import TestSupport
import Testing

@Suite("Referrals, and the same child in two cases")
struct ReferralTests {
    private func send(
        _ kept: KeptReferral,
        of name: String = "Bryn Example",
        _ desk: ReferralDesk,
        for asking: Asking
    ) async throws {
        let answers = FormAnswers(asGiven: [(name: "child-name", value: name)])
        let words = PaperWords(
            form: "referral",
            answers: answers,
            parts: [],
            digest: digest(of: answers, reading: [])
        )
        var entry: EntryID = 900
        try await desk.send(kept, words, content(name), reviewedBy: nil, for: asking) {
            entry = entry.next.next
            return entry
        }
    }

    private func content(_ name: String) -> ReferralContent {
        ReferralContent(
            about: CaseAbout(
                children: [.init(name: name, aliases: [], born: nil, isUnborn: false)],
                place: "Portwell",
                otherReferences: [],
                agencies: []
            ),
            isSafe: false,
            safety: "With the grandmother.",
            reviewedBy: nil,
            facts: [(.seriouslyHarmed, true, "As the referral tells it")],
            moments: [(.aware, "2026-01-02")]
        )
    }

    private func begun(_ test: TestDesk, _ desk: ReferralDesk) async throws -> KeptReferral {
        let reference = try await desk.begin(
            "7kk-7kk",
            document: 77,
            edition: test.edition,
            for: test.asking(.mona)
        )
        return try await desk.referral(reference, for: test.asking(.mona))
    }

    @Test func `sent, it is a case that its author is not on`() async throws {
        let test = try await TestDesk()
        let desk = ReferralDesk(cases: test.desk)
        try await send(try await begun(test, desk), desk, for: test.asking(.mona))
        let opened = try await test.desk.opened("7kk-7kk", toDo: .see, for: test.asking(.joan))
        #expect(opened.file.people.map(\.person) == [.joan, .ruth])
        #expect(opened.file.safety?.isSafe == false)
        #expect(opened.file.facts["seriously-harmed"]?.value == true)
        #expect(opened.file.standing(OccurrenceName("aware")).last?.day == "2026-01-02")
        await #expect(throws: DeskError.nothingHere) {
            _ = try await test.desk.opened("7kk-7kk", toDo: .see, for: test.asking(.mona))
        }
        // Sent again, it is still one.
        let again = try await desk.referral("7kk-7kk", for: test.asking(.mona))
        try await send(again, of: "Somebody Else", desk, for: test.asking(.mona))
        #expect(try await test.store.referrals(of: .mona, in: test.marlshire).count == 1)
    }

    @Test func `nobody but its author opens it, and no reference of a case is taken for one`()
        async throws
    {
        let test = try await TestDesk()
        let desk = ReferralDesk(cases: test.desk)
        _ = try await begun(test, desk)
        await #expect(throws: DeskError.nothingHere) {
            _ = try await desk.referral("7kk-7kk", for: test.asking(.joan))
        }
        // Under the reference of a case that is there it goes nowhere, and tells nothing.
        _ = try await desk.begin(
            .first,
            document: 78,
            edition: test.edition,
            for: test.asking(.neil)
        )
        let kept = try await desk.referral(.first, for: test.asking(.neil))
        await #expect(throws: DeskError.nothingHere) {
            try await send(kept, desk, for: test.asking(.neil))
        }
        #expect(try await desk.told(kept, for: test.asking(.neil)).isEmpty)
    }

    @Test func `its author is told what she is told, until she is kept from the case`() async throws
    {
        let test = try await TestDesk()
        let desk = ReferralDesk(cases: test.desk)
        try await send(try await begun(test, desk), desk, for: test.asking(.mona))
        let told = CaseEvent.ReferrerTold(
            entry: 950,
            day: "2026-01-05",
            how: "Telephone",
            words: "It is notified."
        )
        try await test.desk.handle(
            .tellReferrer(told),
            on: "7kk-7kk",
            seen: .max,
            for: test.asking(.joan)
        )
        let kept = try await desk.referral("7kk-7kk", for: test.asking(.mona))
        #expect(try await desk.told(kept, for: test.asking(.mona)) == [told])
        try await test.desk.handle(
            .exclude(
                960,
                from: "7kk-7kk",
                person: .mona,
                name: "Mona Member",
                email: "mona@marl.test",
                reason: "A relative."
            ),
            for: test.asking(.joan)
        )
        #expect(try await desk.told(kept, for: test.asking(.mona)).isEmpty)
    }

    @Test func `whoever gives it back reads it no longer`() async throws {
        let test = try await TestDesk()
        let desk = ReferralDesk(cases: test.desk)
        try await desk.pass(
            try await begun(test, desk),
            to: .neil,
            words: "",
            for: test.asking(.mona)
        )
        let read = try await desk.referral("7kk-7kk", for: test.asking(.neil))
        try await desk.pass(read, to: nil, words: "Say more.", for: test.asking(.neil))
        await #expect(throws: DeskError.nothingHere) {
            _ = try await desk.referral("7kk-7kk", for: test.asking(.neil))
        }
    }

    @Test(arguments: [("Ayla Example", true), ("Ayla Sample", false), ("Example Ayla", true)])
    func `the same child is told to the other case, and recorded here without its name`(
        name: String,
        isMatch: Bool
    ) async throws {
        let test = try await TestDesk()
        let desk = ReferralDesk(cases: test.desk)
        try await send(try await begun(test, desk), of: name, desk, for: test.asking(.mona))
        let first = try await test.desk.opened(.first, toDo: .see, for: test.asking(.joan))
        #expect(first.file.openSameChild.count == (isMatch ? 1 : 0))
        #expect(
            first.file.openSameChild.first?.suspected.heldBy ?? [.joan, .ruth] == [.joan, .ruth]
        )
        let second = try await test.desk.opened("7kk-7kk", toDo: .see, for: test.asking(.joan))
        #expect(second.file.matches == (isMatch ? [.first] : []))
        // The log says that it was done, and not what came of it.
        let looks = second.events.count {
            if case .sameChildLookedFor = $0.event { true } else { false }
        }
        #expect(looks == 1)
        #expect(try await test.desk.verify(against: []).isEmpty)
    }
}
