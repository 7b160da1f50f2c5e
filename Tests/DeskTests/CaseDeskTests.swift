import CaseFiles
import CaseStores
import Desk
import Foundation
import GRDB
import Partnerships
import Procedures
import SQLiteStore
import Schedules
import TestSupport
import Testing
import WorkingDays

@Suite("A case worked by several people")
struct CaseDeskTests {
    private let aware = CaseCommand.recordMoment(
        .init(entry: 10, moment: .aware, day: "2025-12-15")
    )

    @Test func `what one records another reads, with the days that follow`() async throws {
        let test = try await TestDesk()
        try await test.desk.handle(aware, on: .first, seen: 3, for: test.asking(.joan))
        let opened = try await test.desk.look(at: .first, "plan", for: test.asking(.mona))
        let plan = opened.schedule(today: "2026-01-05")
        let name = OccurrenceName("submit-notification")
        #expect(plan.line(name, under: opened.procedure)?.due == "2025-12-22")
        let due = try await test.store.dueItems(
            DueQuery(
                partnership: test.marlshire,
                person: .mona,
                today: "2026-01-05",
                upTo: "2025-12-22"
            )
        )
        #expect(due.contains { $0.item.step == "submit-notification" })
    }

    @Test func `whoever is second is told what changed, and nothing is written`() async throws {
        let test = try await TestDesk()
        try await test.desk.handle(aware, on: .first, seen: 3, for: test.asking(.joan))
        let entry = CaseCommand.writeLogEntry("Rang", day: "2026-01-05", corrects: nil, entry: 11)
        let error = await #expect(throws: DeskError.self) {
            try await test.desk.handle(entry, on: .first, seen: 3, for: test.asking(.joan))
        }
        guard case .overtaken(let changes)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(changes.map(\.version) == [4])
        #expect(changes.map(\.actor) == [.person(.joan)])
    }

    @Test func `a correction shows every date before and after, and writes nothing`() async throws {
        let test = try await TestDesk()
        try await test.desk.handle(aware, on: .first, seen: 3, for: test.asking(.joan))
        let changes = try await test.desk.changes(
            by: [.correctOccurrence(10, day: "2025-12-12", minute: nil, reason: "Duty log")],
            to: .first,
            for: test.asking(.joan)
        )
        let submission = changes.first { $0.name == OccurrenceName("submit-notification") }
        #expect(submission?.before?.due == "2025-12-22")
        #expect(submission?.after?.due == "2025-12-19")
        #expect(try await test.store.version(of: EventStream(test.marlshire, .first)) == 4)
    }

    @Test(arguments: [PersonID.ruth, .neil, .admin, 99])
    func `somebody off the case gets what there is for no case`(person: PersonID) async throws {
        let test = try await TestDesk()
        for reference in [CaseReference.first, "zzz-zzz"] {
            await #expect(throws: DeskError.nothingHere) {
                try await test.desk.look(at: reference, "case", for: test.asking(person))
            }
            await #expect(throws: DeskError.nothingHere) {
                try await test.desk.handle(
                    aware,
                    on: reference,
                    seen: 3,
                    for: test.asking(person)
                )
            }
        }
        #expect(try await test.listed(person) == 0)
    }

    @Test func `a case of another partnership is no case`() async throws {
        let test = try await TestDesk()
        let eastmoor: PartnershipID = 200
        try await test.store.addPartnership(eastmoor, name: "Eastmoor")
        let asking = Asking(person: .joan, partnership: eastmoor, time: test.monday)
        await #expect(throws: DeskError.nothingHere) {
            try await test.desk.look(at: .first, "case", for: asking)
        }
    }

    @Test func `somebody on the case is told what she may not do there`() async throws {
        let test = try await TestDesk()
        await #expect(throws: DeskError.notPermitted(.recordMoment, .threshold)) {
            try await test.desk.handle(aware, on: .first, seen: 3, for: test.asking(.mona))
        }
        await #expect(throws: DeskError.nothingHere) {
            _ = try await test.desk.open(test.opening("000-001"), for: test.asking(.mona))
        }
    }

    @Test func `an exclusion takes the case out of every list in the same act`() async throws {
        let test = try await TestDesk()
        #expect(try await test.listed(.mona) == 1)
        let exclusion = PartnershipCommand.exclude(
            60,
            from: .first,
            person: .mona,
            name: "Mona Member",
            email: "",
            reason: "Knows the family"
        )
        await #expect(throws: DeskError.nothingHere) {
            try await test.desk.handle(exclusion, for: test.asking(.ruth))
        }
        try await test.desk.handle(exclusion, for: test.asking(.joan))
        #expect(try await test.listed(.mona) == 0)
        await #expect(throws: DeskError.nothingHere) {
            try await test.desk.look(at: .first, "case", for: test.asking(.mona))
        }
        try await test.desk.handle(aware, on: .first, seen: 3, for: test.asking(.joan))
        #expect(try await test.listed(.mona) == 0)
        try await test.desk.handle(
            .endExclusion(60, reason: "Mistaken"),
            for: test.asking(.joan)
        )
        #expect(try await test.listed(.mona) == 1)
    }

    @Test func `an exclusion holds however many write to the case at the same moment`() async throws
    {
        let test = try await TestDesk()
        let version = try await test.store.version(of: EventStream(test.marlshire, .first))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    // All but one are told that they were overtaken; whichever wins must not bring Mona back.
                    _ = try? await test.desk.handle(
                        .writeLogEntry(
                            "Entry \(number)",
                            day: "2026-01-05",
                            corrects: nil,
                            entry: EntryID(number: Int64(100 + number)) ?? 0
                        ),
                        on: .first,
                        seen: version,
                        for: test.asking(.joan)
                    )
                }
            }
            group.addTask {
                try await test.desk.handle(
                    .exclude(
                        60,
                        from: .first,
                        person: .mona,
                        name: "Mona Member",
                        email: "",
                        reason: "Knows the family"
                    ),
                    for: test.asking(.joan)
                )
            }
            try await group.waitForAll()
        }
        #expect(try await test.listed(.mona) == 0)
        #expect(
            try await test.store.version(of: EventStream(test.marlshire, .first)) == version + 1
        )
        #expect(try await test.store.verify() == [])
    }

    @Test func `a deputy is on the cases of whom she stands in for, while she does`() async throws {
        let test = try await TestDesk()
        let deputy = Deputy(
            entry: 50,
            person: .neil,
            standsInFor: .joan,
            from: "2026-01-05",
            until: "2026-01-05"
        )
        try await test.desk.handle(.nameDeputy(deputy), for: test.asking(.joan))
        #expect(try await test.listed(.neil) == 1)
        try await test.desk.handle(aware, on: .first, seen: 3, for: test.asking(.neil))
        await #expect(throws: DeskError.nothingHere) {
            try await test.desk.look(
                at: .first,
                "case",
                for: test.asking(.neil, hoursLater: 24)
            )
        }
    }

    @Test func `where the coordinator is excluded her deputy acts`() async throws {
        let test = try await TestDesk()
        let ruth = CasePerson(
            person: .ruth,
            roles: ["business-manager"],
            from: "2026-01-05",
            until: nil
        )
        try await test.desk.handle(.putOn(ruth), on: .first, seen: 3, for: test.asking(.joan))
        let deputy = Deputy(
            entry: 50,
            person: .neil,
            standsInFor: .joan,
            from: "2026-01-05",
            until: "2026-01-31"
        )
        try await test.desk.handle(.nameDeputy(deputy), for: test.asking(.joan))
        try await test.desk.handle(
            .exclude(
                60,
                from: .first,
                person: .joan,
                name: "Joan Ferris",
                email: "",
                reason: "Knows the family"
            ),
            for: test.asking(.ruth)
        )
        #expect(try await test.listed(.joan) == 0)
        #expect(try await test.listed(.neil) == 1)
        try await test.desk.handle(aware, on: .first, seen: 4, for: test.asking(.neil))
    }

    @Test func `glass that two people broke opens the case to read, for a day`() async throws {
        let test = try await TestDesk()
        try await test.desk.handle(
            .askToBreakGlass(62, of: .first, for: .ruth, reason: "Joan is in hospital"),
            for: test.asking(.ruth)
        )
        try await test.desk.handle(.breakGlass(62), for: test.asking(.neil))
        _ = try await test.desk.look(at: .first, "case", for: test.asking(.ruth))
        await #expect(throws: DeskError.notPermitted(.recordMoment, .threshold)) {
            try await test.desk.handle(aware, on: .first, seen: 3, for: test.asking(.ruth))
        }
        await #expect(throws: DeskError.nothingHere) {
            try await test.desk.look(
                at: .first,
                "case",
                for: test.asking(.ruth, hoursLater: 24)
            )
        }
    }

    @Test func `after a reset by somebody else the person's cases are shut`() async throws {
        let test = try await TestDesk()
        try await test.desk.handle(.resetFactor(.mona), for: test.asking(.admin))
        await #expect(throws: DeskError.nothingHere) {
            try await test.desk.look(at: .first, "case", for: test.asking(.mona))
        }
        try await test.desk.handle(.confirm(.mona), for: test.asking(.joan))
        _ = try await test.desk.look(at: .first, "case", for: test.asking(.mona))
    }

    @Test func `every look is recorded before it is answered`() async throws {
        let test = try await TestDesk()
        _ = try await test.desk.look(at: .first, "log", for: test.asking(.mona))
        await #expect(throws: DeskError.nothingHere) {
            try await test.desk.look(at: .first, "log", for: test.asking(.ruth))
        }
        let looks = try await test.store.looks(
            LookQuery(partnership: test.marlshire, of: .caseFile(.first))
        )
        #expect(looks.map(\.person) == [.mona])
        #expect(looks.map(\.what) == ["log"])
    }

    @Test func `a day that the partnership closes moves the days of every case, in the same act`()
        async throws
    {
        let test = try await TestDesk()
        try await test.desk.handle(aware, on: .first, seen: 3, for: test.asking(.joan))
        let name = OccurrenceName("submit-notification")
        try await test.desk.handle(
            [.closeDay("2025-12-17", reason: "Offices move")],
            in: test.marlshire,
            by: .operator,
            at: test.monday
        )
        let opened = try await test.desk.look(at: .first, "plan", for: test.asking(.joan))
        let plan = opened.schedule(today: "2026-01-05")
        #expect(plan.line(name, under: opened.procedure)?.due == "2025-12-23")
        let due = try await test.desk.dueItems(upTo: "2025-12-23", for: test.asking(.joan))
        #expect(due.first { $0.item.step == name.point }?.item.due == "2025-12-23")
        #expect(try await test.desk.verify(against: []) == [])
    }

    @Test func `an address that turns out to be somebody excluded's takes the case away at once`()
        async throws
    {
        let test = try await TestDesk()
        try await test.desk.handle(
            .exclude(
                60,
                from: .first,
                person: nil,
                name: "Mo Nother",
                email: "mo@home.test",
                reason: "Knows the family"
            ),
            for: test.asking(.joan)
        )
        #expect(try await test.listed(.mona) == 1)
        try await test.desk.handle(
            [
                .describePerson(
                    Person(person: .mona, name: "Mona Member", email: "MO@home.test", agency: nil)
                )
            ],
            in: test.marlshire,
            by: .operator,
            at: test.monday
        )
        #expect(try await test.listed(.mona) == 0)
        let mona = CasePerson(person: .mona, roles: [], from: "2026-01-05", until: nil)
        await #expect(throws: DeskError.refused(.excluded)) {
            try await test.desk.handle(.putOn(mona), on: .first, seen: 3, for: test.asking(.joan))
        }
    }

    @Test func `only members are put on a case`() async throws {
        let test = try await TestDesk()
        let stranger = CasePerson(person: 99, roles: [], from: "2026-01-05", until: nil)
        await #expect(throws: DeskError.refused(.unknownPerson(99))) {
            try await test.desk.handle(
                .putOn(stranger),
                on: .first,
                seen: 3,
                for: test.asking(.joan)
            )
        }
    }

    @Test func `an entry that a later program wrote stops its case with its place, and no other`()
        async throws
    {
        let test = try await TestDesk()
        _ = try await test.desk.open(test.opening("000-001"), for: test.asking(.joan))
        _ = try await test.store.append(
            Act(
                partnership: test.marlshire,
                actor: .person(.joan),
                recorded: test.monday,
                appends: [
                    .init(
                        reference: .first,
                        after: 4,
                        payloads: [Array(#"{"type":"case-merged","version":1,"data":{}}"#.utf8)]
                    )
                ]
            )
        )
        let unreadable = DeskError.unreadable(
            EventStream(test.marlshire, .first),
            version: 5,
            UnreadableEvent(type: "case-merged", version: 1)
        )
        await #expect(throws: unreadable) {
            try await test.desk.look(at: .first, "case", for: test.asking(.joan))
        }
        _ = try await test.desk.look(at: "000-001", "case", for: test.asking(.joan))
    }

    @Test(arguments: [
        ("UPDATE due_item SET due = due + 1 WHERE line = 3", CaseRowPart.dueItems),
        ("DELETE FROM search_token", .terms),
        ("DELETE FROM case_member WHERE person = 5", .members),
        ("UPDATE case_summary SET stage = 'closed'", .summary),
        ("DELETE FROM case_summary", .summary),
    ])
    func `lists that say other than the log are found`(
        change: String,
        part: CaseRowPart
    ) async throws {
        let test = try await TestDesk()
        try await test.desk.handle(aware, on: .first, seen: 3, for: test.asking(.joan))
        #expect(try await test.desk.verify(against: []) == [])
        let queue = try DatabaseQueue(path: SQLiteStore.file(in: "\(test.folder.path)/data"))
        try await queue.write { try $0.execute(sql: change) }
        let found = try await test.desk.verify(against: [])
        let expected = StoreFinding(
            partnership: test.marlshire,
            stream: EventStream(test.marlshire, .first),
            what: .differs(part)
        )
        #expect(found.contains(expected), "\(found)")
    }

    @Test func `a case stays with its edition when the file on the disk changes`() async throws {
        let test = try await TestDesk()
        let opened = try await test.desk.look(at: .first, "case", for: test.asking(.joan))
        #expect(opened.file.edition == test.edition)
        let again = Editions(store: test.store)
        #expect(try await again.procedure(test.edition).id == "dorset")
        let unknown = Edition(
            procedure: "dorset",
            variation: nil,
            hash: String(repeating: "0", count: 64)
        )
        await #expect(throws: DeskError.unknownEdition(unknown.hash)) {
            try await again.procedure(unknown)
        }
    }
}
