import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import Partnerships

@Suite("People, memberships and deputies")
struct PeopleTests {
    @Test func `a person is what her memberships say, on their days only`() throws {
        let given = try Given()
        #expect(given.partnership.capacities(of: .joan, on: "2026-01-05") == [.coordinator])
        #expect(given.partnership.capacities(of: .joan, on: "2024-12-31") == [])
        #expect(given.partnership.capacities(of: .amal, on: "2026-03-31") == [.reviewer])
        #expect(given.partnership.capacities(of: .amal, on: "2026-04-01") == [])
    }

    @Test func `a deputy is what the other is, for as long as she stands in`() throws {
        let deputy = Deputy(
            entry: 50,
            person: .neil,
            standsInFor: .joan,
            from: "2026-02-16",
            until: "2026-02-20"
        )
        let given = try Given((.person(.joan), .nameDeputy(deputy)))
        #expect(given.partnership.capacities(of: .neil, on: "2026-02-15") == [.partner])
        let held = given.partnership.standing(of: .neil, on: "2026-02-16")
        #expect(Set(held.map(\.held.capacity)) == [.partner, .coordinator])
        #expect(held.first { $0.held.capacity == .coordinator }?.standingInFor == .joan)
        #expect(held.first { $0.held.capacity == .coordinator }?.until == "2026-02-20")
        #expect(given.partnership.capacities(of: .neil, on: "2026-02-21") == [.partner])
    }

    @Test func `standing in is not passed on`() throws {
        func deputy(_ entry: EntryID, _ person: PersonID, for other: PersonID) -> Deputy {
            Deputy(
                entry: entry,
                person: person,
                standsInFor: other,
                from: "2026-01-01",
                until: "2026-12-31"
            )
        }
        let given = try Given(
            (.person(.joan), .nameDeputy(deputy(50, .neil, for: .joan))),
            (.person(.joan), .nameDeputy(deputy(51, .amal, for: .neil)))
        )
        #expect(
            given.partnership.capacities(of: .amal, on: "2026-01-05") == [.reviewer, .partner]
        )
        given.when(
            .person(.ruth),
            .nameDeputy(deputy(52, .joan, for: .joan)),
            refuses: .standsInForHerself
        )
    }

    @Test(arguments: [Capacity.reviewer, .adviser, .observer])
    func `authors, advisers and scrutineers are let in until a day`(capacity: Capacity) throws {
        try Given().when(
            .person(.joan),
            .grant(.of(.neil, capacity)),
            refuses: .mustEnd(capacity)
        )
    }

    @Test func `the last coordinator and the last administrator stay`() throws {
        let given = try Given().after(
            .person(.joan),
            .endMembership(3, until: "2026-01-05", reason: "Leaves")
        )
        given.when(
            .person(.joan),
            .endMembership(2, until: "2026-01-05", reason: "Leaves"),
            refuses: .lastOf(.coordinator)
        )
        given.when(
            .person(.joan),
            .endMembership(1, until: "2026-01-05", reason: "Leaves"),
            refuses: .lastOf(.administrator)
        )
    }

    @Test func `one address is one person's`() throws {
        try Given().when(
            .operator,
            .addPerson(.named(9, "Other", email: "JOAN.ferris@marl.test")),
            refuses: .emailTaken(by: .joan)
        )
        try Given().when(.operator, .addPerson(.named(9, " ")), refuses: .missing(.name))
        try Given().when(.operator, .addPerson(.named(.joan, "J")), refuses: .alreadyThere(.joan))
        try Given().when(.operator, .grant(.of(9, .member)), refuses: .unknownPerson(9))
    }

    @Test func `who has just come, and what she was made, is shown to coordinators`() throws {
        var given = try Given()
        let count = given.partnership.notices.count
        #expect(given.partnership.unseenNotices.count == count)
        #expect(count == 10)
        given.when(.person(.admin), .seeNotices(count: count), refuses: .notAllowed(.coordinator))
        try given.take(.person(.joan), .seeNotices(count: count))
        // What is about herself is for another to look at.
        #expect(given.partnership.unseenNotices.count == 2)
        #expect(given.partnership.noticesToLookAt(by: .joan).isEmpty)
        try given.take(.person(.ruth), .seeNotices(count: count))
        #expect(given.partnership.unseenNotices.isEmpty)
        try given.take(.operator, .addPerson(.named(9, "New Person")))
        #expect(given.partnership.unseenNotices.map(\.what) == [.personAdded(9)])
    }

    @Test
    func
        `a stranger and a partner may not see to people, the machine's operator may not see to cases`()
        throws
    {
        let given = try Given()
        given.when(
            .person(.neil),
            .addPerson(.named(9, "Friend")),
            refuses: .notAllowed(.administrator)
        )
        given.when(
            .person(99),
            .closeDay("2026-02-16", reason: "x"),
            refuses: .notAllowed(.administrator)
        )
        given.when(
            .operator,
            .exclude(60, from: "4qx-7md", person: .neil, name: "N", email: "", reason: "r"),
            refuses: .notAllowed(nil)
        )
        given.when(.system, .confirm(.joan), refuses: .notAllowed(nil))
    }
}

@Suite("Days closed")
struct ClosureTests {
    @Test func `a closed day is not counted, and the calendar says that it changed`() throws {
        let before = try Given().partnership
        let given = try Given((.person(.joan), .closeDay("2026-02-16", reason: "Offices move")))
        #expect(try !given.partnership.calendar.isWorkingDay("2026-02-16"))
        #expect(given.partnership.calendarVersion == before.calendarVersion + 1)
        given.when(
            .person(.joan),
            .closeDay("2026-02-16", reason: "Again"),
            refuses: .alreadyClosed("2026-02-16")
        )
        let opened = try given.after(.person(.joan), .openDay("2026-02-16", reason: "Put off"))
        #expect(try opened.partnership.calendar.isWorkingDay("2026-02-16"))
        opened.when(
            .person(.joan),
            .openDay("2026-02-16", reason: "Again"),
            refuses: .notClosed("2026-02-16")
        )
    }
}
