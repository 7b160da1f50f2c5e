import Procedures
import TestSupport
import Testing
import WorkingDays

@testable import Partnerships

@Suite("Whatever is asked of a partnership, by whom and in what order")
struct RandomCommandTests {
    @Test(arguments: 0..<40)
    func `it refuses or goes on, and folds to the same partnership again`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var given = try Given()
        var events: [(PartnershipEvent, Timestamp, Actor)] = []
        let start = given.partnership
        for _ in 0..<120 {
            let actor = actor(&random)
            let command = command(&random)
            let decided = try? decide(command, in: given.partnership, by: actor, at: given.time)
            events += (decided ?? []).map { ($0, given.time, actor) }
            if decided != nil { try given.take(actor, command) }
            if random.next() % 5 == 0 { given.wait(hours: Int64(random.next() % 30)) }
            expectHolds(given)
        }
        var folded = start
        for (event, recorded, actor) in events {
            evolve(&folded, by: event, recorded: recorded, actor: actor)
        }
        #expect(folded == given.partnership)
        #expect(!events.isEmpty, "seed \(seed)")
    }

    /// What no order of commands may undo.
    private func expectHolds(_ given: Given) {
        let partnership = given.partnership
        let endless = partnership.memberships.filter { $0.until == nil }
        for capacity in [Capacity.coordinator, .administrator] {
            let holders = partnership.memberships.filter { membership in
                membership.roles.contains { $0.capacity == capacity }
            }
            #expect(!holders.isEmpty)
        }
        #expect(!endless.contains { $0.roles.contains { $0.capacity.accessEnds } })
        for kept in partnership.letters.values {
            #expect(kept.versions.map(\.number) == Array(1...kept.versions.count))
            #expect(kept.uses.allSatisfy { $0.number == 0 || kept.version($0.number) != nil })
        }
        for glass in partnership.brokenGlass where glass.opened != nil {
            #expect(glass.approvedBy != glass.askedBy)
        }
        for exclusion in partnership.exclusions where !exclusion.isEnded {
            for person in exclusion.people {
                let opened = partnership.casesOpened(to: person, at: given.time)
                #expect(!opened.contains(exclusion.reference))
            }
        }
        let emails = partnership.people.values.map { comparable($0.email) }
        #expect(Set(emails).count == emails.count)
    }

    private func actor(_ random: inout SeededGenerator) -> Actor {
        [.operator, .system, .person(person(&random)), .person(person(&random))]
            .randomElement(using: &random) ?? .system
    }

    private func person(_ random: inout SeededGenerator) -> PersonID {
        PersonID(number: Int64.random(in: 1...8, using: &random)) ?? 1
    }

    private func letter(_ number: Int) -> LetterDefinition {
        .request("Dear {name}, this is number \(number).")
    }

    private func command(_ random: inout SeededGenerator) -> PartnershipCommand {
        let entry = EntryID(number: Int64.random(in: 1...30, using: &random)) ?? 0
        let someone = person(&random)
        let name = ["Joan Ferris", "Neil Ashdown", "Sam Later"].randomElement(using: &random) ?? ""
        let reference: CaseReference = random.next() % 2 == 0 ? "4qx-7md" : "000-001"
        let day = Day(number: Int.random(in: 20_450...20_600, using: &random)) ?? "2026-01-05"
        let reason = random.next() % 8 == 0 ? " " : "A reason"
        let capacity = Capacity.allCases.randomElement(using: &random) ?? .member
        let (number, after) = (
            Int.random(in: 0...3, using: &random), Int.random(in: 0...3, using: &random)
        )
        return switch random.next() % 16 {
        case 0: .addPerson(.named(someone, name, email: "\(entry)@marl.test"))
        case 1:
            .grant(
                Membership(
                    entry: entry,
                    person: someone,
                    roles: [HeldRole(role: nil, capacity: capacity)],
                    from: "2025-12-01",
                    until: random.next() % 2 == 0 ? nil : day
                )
            )
        case 2: .endMembership(entry, until: day, reason: reason)
        case 3:
            .nameDeputy(
                Deputy(
                    entry: entry,
                    person: someone,
                    standsInFor: person(&random),
                    from: "2026-01-01",
                    until: day
                )
            )
        case 4: .endDeputy(entry, until: day, reason: reason)
        case 5: .closeDay(day, reason: reason)
        case 6: .openDay(day, reason: reason)
        case 7:
            .exclude(
                entry,
                from: reference,
                person: random.next() % 2 == 0 ? nil : someone,
                name: name,
                email: "",
                reason: reason
            )
        case 8: .endExclusion(entry, reason: reason)
        case 9: .resetFactor(someone)
        case 10: .confirm(someone)
        case 11: .askToBreakGlass(entry, of: reference, for: someone, reason: reason)
        case 12: .breakGlass(entry)
        case 13: .writeLetter(letter(number), after: after, instead: letter(0))
        case 14: .putLetterToUse("request", number: number, instead: after)
        default: .seeNotices(count: Int.random(in: 0...20, using: &random))
        }
    }
}
