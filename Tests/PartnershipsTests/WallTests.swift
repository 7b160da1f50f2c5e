import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import Partnerships

@Suite("Walls within a partnership")
struct WallTests {
    private let reference: CaseReference = "4qx-7md"

    private func exclude(_ name: String, email: String = "", entry: EntryID = 60)
        -> PartnershipCommand
    {
        .exclude(
            entry,
            from: reference,
            person: nil,
            name: name,
            email: email,
            reason: "Knows the family"
        )
    }

    @Test func `an exclusion is of a human being, by name or by address`() throws {
        let byName = try Given((.person(.joan), exclude("neil  ASHDOWN")))
        #expect(byName.partnership.isExcluded(.neil, from: reference))
        #expect(!byName.partnership.isExcluded(.neil, from: "000-001"))
        let byAddress = try Given(
            (.person(.joan), exclude("N. A.", email: "Neil.Ashdown@marl.test"))
        )
        #expect(byAddress.partnership.isExcluded(.neil, from: reference))
    }

    @Test
    func `a second account of the same human being is excluded too, and coordinators are told`()
        throws
    {
        var given = try Given((.person(.joan), exclude("Sam Later", email: "sam@home.test")))
        try given.take(.operator, .addPerson(.named(9, "sam later", email: "other@marl.test")))
        #expect(given.partnership.isExcluded(9, from: reference))
        #expect(
            given.partnership.unseenNotices.last?.what == .possibleMatch(9, exclusion: 60)
        )
        try given.take(.operator, .addPerson(.named(10, "S. L.", email: "SAM@home.test")))
        #expect(given.partnership.isExcluded(10, from: reference))
    }

    @Test func `nobody ends her own exclusion`() throws {
        let given = try Given((.person(.ruth), exclude("Joan Ferris")))
        given.when(.person(.joan), .endExclusion(60, reason: "Fine"), refuses: .concernsHerself)
        let ended = try given.after(.person(.ruth), .endExclusion(60, reason: "Mistaken"))
        #expect(!ended.partnership.isExcluded(.joan, from: reference))
        ended.when(.person(.ruth), .endExclusion(60, reason: "x"), refuses: .alreadyEnded(60))
    }

    @Test func `an excluded coordinator does nothing in the case`() throws {
        let given = try Given((.person(.ruth), exclude("Joan Ferris")))
        given.when(.person(.joan), exclude("Neil Ashdown", entry: 61), refuses: .excluded)
        given.when(
            .person(.joan),
            .nameDeputy(.standing(50, .neil, for: .joan)),
            refuses: .concernsHerself
        )
        // Another says who stands in for her.
        _ = try given.after(.person(.ruth), .nameDeputy(.standing(50, .neil, for: .joan)))
    }

    @Test
    func `asking to break glass tells nobody whether there is a case, or who is kept from it`()
        throws
    {
        let given = try Given((.person(.ruth), exclude("Joan Ferris")))
        for (asker, reference) in [
            (PersonID.joan, self.reference), (.joan, "000-001"), (.neil, "000-001"),
        ] {
            _ = try given.after(
                .person(asker),
                .askToBreakGlass(62, of: reference, for: .joan, reason: "Urgent")
            )
        }
    }

    @Test func `nobody makes herself a deputy, and administrators make none`() throws {
        try Given().when(
            .person(.ruth),
            .nameDeputy(.standing(50, .ruth, for: .joan)),
            refuses: .concernsHerself
        )
        try Given().when(
            .person(.admin),
            .nameDeputy(.standing(50, .neil, for: .joan)),
            refuses: .notAllowed(.chair)
        )
        let named = try Given((.person(.ruth), .nameDeputy(.standing(50, .neil, for: .joan))))
        #expect(named.partnership.noticesToLookAt(by: .joan).last?.what == .deputyNamed(50))
        #expect(named.partnership.noticesToLookAt(by: .ruth).last?.what != .deputyNamed(50))
    }

    @Test func `whoever is shut out does nothing, not even confirm another`() throws {
        let given = try Given(
            (.person(.admin), .resetFactor(.ruth)),
            (.person(.admin), .resetFactor(.neil))
        )
        for command: PartnershipCommand in [
            .confirm(.neil), .confirm(.ruth), .seeNotices(count: 99),
            .nameDeputy(.standing(50, .amal, for: .joan)),
            .askToBreakGlass(62, of: reference, for: .amal, reason: "Urgent"),
        ] {
            given.when(.person(.ruth), command, refuses: .notAllowed(nil))
        }
        let confirmed = try given.after(.person(.joan), .confirm(.ruth))
        _ = try confirmed.after(.person(.ruth), .confirm(.neil))
    }

    @Test func `whoever made a reset in another partnership does not confirm it here`() throws {
        let given = try Given((.system, .resetFactor(.neil, askedBy: .joan)))
        given.when(.person(.joan), .confirm(.neil), refuses: .notByHer(.joan))
        _ = try given.after(.person(.ruth), .confirm(.neil))
    }

    @Test
    func `a notice that somebody is kept from a case is not shown to her, nor taken away by her`()
        throws
    {
        var given = try Given((.person(.joan), exclude("Ruth Penhallow")))
        try given.take(
            .operator,
            .describePerson(.named(.ruth, "Ruth P.", email: "ruth.penhallow@marl.test"))
        )
        try given.take(.person(.joan), exclude("Sam Later", entry: 61))
        try given.take(.operator, .addPerson(.named(9, "Sam Later")))
        try given.take(.operator, .grant(.of(9, .coordinator)))
        let count = given.partnership.notices.count
        #expect(
            !given.partnership.noticesToLookAt(by: 9).contains {
                $0.what == .possibleMatch(9, exclusion: 61)
            }
        )
        try given.take(.person(9), .seeNotices(count: count))
        #expect(
            given.partnership.unseenNotices.contains { $0.what == .possibleMatch(9, exclusion: 61) }
        )
    }

    @Test func `after somebody else's reset a person's cases stay shut until another confirms`()
        throws
    {
        var given = try Given()
        given.when(.person(.joan), .resetFactor(.neil), refuses: .notAllowed(.administrator))
        try given.take(.person(.admin), .resetFactor(.neil))
        #expect(given.partnership.isShut(.neil))
        given.when(.person(.admin), .confirm(.neil), refuses: .notAllowed(.chair))
        try given.take(.person(.joan), .confirm(.neil))
        #expect(!given.partnership.isShut(.neil))
        given.when(.person(.joan), .confirm(.neil), refuses: .notReset(.neil))
    }

    @Test func `a coordinator whose own factor was reset does not confirm herself`() throws {
        let given = try Given((.person(.admin), .resetFactor(.joan)))
        given.when(.person(.joan), .confirm(.joan), refuses: .notAllowed(nil))
        #expect(try !given.after(.person(.ruth), .confirm(.joan)).partnership.isShut(.joan))
    }

    @Test func `glass is broken by two people, one of them a partner, for a day`() throws {
        let ask = PartnershipCommand.askToBreakGlass(
            62,
            of: reference,
            for: .neil,
            reason: "The coordinator is in hospital"
        )
        var given = try Given((.person(.joan), ask))
        #expect(given.partnership.casesOpened(to: .neil, at: given.time) == [])
        given.when(.person(.joan), .breakGlass(62), refuses: .needsSecondPerson)
        given.when(.person(.ruth), .breakGlass(62), refuses: .needsPartner)
        try given.take(.person(.neil), .breakGlass(62))
        #expect(given.partnership.casesOpened(to: .neil, at: given.time) == [reference])
        given.when(.person(.neil), .breakGlass(62), refuses: .alreadyOpen(62))
        given.wait(hours: 23)
        #expect(given.partnership.casesOpened(to: .neil, at: given.time) == [reference])
        given.wait(hours: 1)
        #expect(given.partnership.casesOpened(to: .neil, at: given.time) == [])
    }

    @Test func `a request to break glass lapses after two hours`() throws {
        var given = try Given(
            (.person(.joan), .askToBreakGlass(62, of: reference, for: .joan, reason: "Urgent"))
        )
        given.wait(hours: 2)
        given.when(.person(.neil), .breakGlass(62), refuses: .lapsed(62))
    }

    @Test func `glass is never broken for somebody excluded, not even later`() throws {
        let excluded = try Given(
            (.person(.ruth), exclude("Neil Ashdown")),
            (.person(.joan), .askToBreakGlass(62, of: reference, for: .neil, reason: "Urgent"))
        )
        excluded.when(.person(.ruth), .breakGlass(62), refuses: .excluded)
        excluded.when(.person(.neil), .breakGlass(62), refuses: .excluded)
        var given = try Given(
            (.person(.joan), .askToBreakGlass(62, of: reference, for: .amal, reason: "Urgent")),
            (.person(.neil), .breakGlass(62))
        )
        #expect(given.partnership.casesOpened(to: .amal, at: given.time) == [reference])
        try given.take(.person(.ruth), exclude("Amal Rees"))
        #expect(given.partnership.casesOpened(to: .amal, at: given.time) == [])
    }
}

extension Deputy {
    fileprivate static func standing(
        _ entry: EntryID,
        _ person: PersonID,
        for other: PersonID
    ) -> Deputy {
        Deputy(
            entry: entry,
            person: person,
            standsInFor: other,
            from: "2026-01-01",
            until: "2026-12-31"
        )
    }
}
