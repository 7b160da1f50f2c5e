import CaseFiles
import CaseStores
import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import Desk

@Suite("What somebody finds of her cases")
struct ListTests {
    @Test func `a list, its due items and a search hold her cases alone`() async throws {
        let test = try await TestDesk()
        for (person, count) in [(PersonID.joan, 1), (.mona, 1), (.ruth, 0), (.admin, 0)] {
            let asking = test.asking(person)
            let list = try await test.desk.cases(for: asking)
            let found = try await test.desk.search("ayla", for: asking)
            #expect(
                [list.count, list.lines.count, found.count, found.lines.count]
                    == Array(repeating: count, count: 4)
            )
            #expect(list.lines.allSatisfy { $0.summary.children == ["Ayla Example"] })
        }
    }

    @Test func `whoever was reset finds nothing until she is confirmed`() async throws {
        let test = try await TestDesk()
        try await test.desk.handle(.resetFactor(.mona), for: test.asking(.admin))
        let asking = test.asking(.mona)
        #expect(try await test.desk.cases(for: asking).count == 0)
        #expect(try await test.desk.search("ayla", for: asking).count == 0)
        #expect(try await test.desk.dueItems(upTo: "2027-01-01", for: asking).isEmpty)
        try await test.desk.handle(.confirm(.mona), for: test.asking(.joan))
        #expect(try await test.desk.cases(for: asking).count == 1)
    }

    @Test func `whoever has left the partnership has left its cases`() async throws {
        let test = try await TestDesk()
        try await test.desk.handle(
            .endMembership(5, until: "2026-01-05", reason: "Leaves"),
            for: test.asking(.joan)
        )
        #expect(try await test.desk.cases(for: test.asking(.mona)).count == 1)
        let tomorrow = test.asking(.mona, hoursLater: 24)
        #expect(try await test.desk.cases(for: tomorrow).count == 0)
        await #expect(throws: DeskError.nothingHere) {
            try await test.desk.look(at: .first, "case", for: tomorrow)
        }
    }

    @Test func `what a person sees can be asked, by whoever runs the case`() async throws {
        let test = try await TestDesk()
        let seen = try await test.desk.whatIsSeen(by: .mona, of: .first, for: test.asking(.joan))
            .permissions
        #expect(seen[.see] == .permitted(by: [.capacity(.member, standingInFor: nil)]))
        #expect(seen[.close] == .notNow(.threshold))
        let none = try await test.desk.whatIsSeen(by: .ruth, of: .first, for: test.asking(.joan))
            .permissions
        #expect(Set(none.values) == [.nothingHere])
        await #expect(throws: DeskError.notPermitted(.seeReadLog, .threshold)) {
            try await test.desk.whatIsSeen(by: .joan, of: .first, for: test.asking(.mona))
        }
        await #expect(throws: DeskError.nothingHere) {
            try await test.desk.whatIsSeen(by: .joan, of: .first, for: test.asking(.ruth))
        }
    }

    @Test func `the read log shows who looked, this look too`() async throws {
        let test = try await TestDesk()
        _ = try await test.desk.look(at: .first, "case", for: test.asking(.mona))
        let looks = try await test.desk.readLog(of: .first, for: test.asking(.joan)).looks
        #expect(looks.map(\.person) == [.joan, .mona])
        await #expect(throws: DeskError.notPermitted(.seeReadLog, .threshold)) {
            try await test.desk.readLog(of: .first, for: test.asking(.mona))
        }
    }

    @Test func `a list calls a case overdue just where its plan does`() async throws {
        let filled = try await FilledStore("2026-01-05", "14:15")
        let joan = Asking(
            person: DemonstrationPerson.joan.id,
            partnership: Demonstration.marlshire,
            time: try Timestamp("2026-01-05", "14:15")
        )
        let lines = try await filled.desk.cases(for: joan, limit: 100).lines
        for line in lines {
            let opened = try await filled.desk.unguarded(line.reference, of: joan.partnership)
            let isOverdue = opened.schedule(today: joan.today).steps.contains { step in
                step.standing == .overdue
                    && !opened.procedure.steps[step.key.step].isNationalLimit
            }
            let isListedOverdue = line.nextDue.map { $0 < joan.today } ?? false
            #expect(isListedOverdue == isOverdue, "\(line.reference)")
        }
        #expect(lines.contains { $0.nextDue.map { $0 >= joan.today } ?? true })
    }
}
