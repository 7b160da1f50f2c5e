import Partnerships
import Procedures
import Schedules
import TestSupport
import Testing
import WorkingDays

@testable import CaseFiles

@Suite("Whatever is asked of a case, in whatever order")
struct RandomCommandTests {
    @Test(arguments: 0..<25)
    func `it refuses or goes on, folds to the same file again, and always has a plan`(
        seed: Int
    ) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var given = try Given()
        let start = try #require(given.file)
        var events: [CaseEvent] = []
        for number in 0..<60 {
            let command = command(number, given.procedure, &random)
            let decided = try? decide(
                command,
                in: given.file,
                under: given.procedure,
                calendar: .standard,
                today: Given.today
            )
            guard let decided else { continue }
            events += decided
            given = try given.after(command)
            let file = try #require(given.file)
            let plan = schedule(
                of: file.known(under: given.procedure),
                under: given.procedure,
                calendar: .standard,
                today: Given.today
            )
            #expect(plan.steps.count >= given.procedure.steps.count)
            for step in file.setAside.keys {
                let line = plan.line(OccurrenceName(step), under: given.procedure)
                #expect(line?.applies == .no, "\(step)")
            }
            #expect(file.occurrences.allSatisfy { isPast($0) })
        }
        var folded = start
        for event in events {
            evolve(&folded, by: event, recorded: .opening, actor: .person(.joan))
        }
        #expect(folded == given.file)
        #expect(events.count > 5, "seed \(seed)")
    }

    private func isPast(_ occurrence: CaseFile.Occurrence) -> Bool {
        occurrence.day <= Given.today
            || Moment(id: occurrence.name.point)?.namesAFutureDay == true
    }

    private func command(
        _ number: Int,
        _ procedure: Procedure,
        _ random: inout SeededGenerator
    ) -> CaseCommand {
        let entry = EntryID(number: Int64(1000 + number)) ?? 0
        let earlier = EntryID(number: Int64(1000 + Int.random(in: 0...number, using: &random))) ?? 0
        let day = random.day(from: "2025-11-20", to: "2026-01-12")
        let step = procedure.steps.randomElement(using: &random) ?? procedure.steps[0]
        let reason = random.next() % 8 == 0 ? "" : "A reason"
        return switch random.next() % 11 {
        case 0, 1:
            .recordMoment(
                .init(
                    entry: entry,
                    moment: Moment.allCases.randomElement(using: &random) ?? .aware,
                    day: day
                )
            )
        case 2:
            .correctOccurrence(
                earlier,
                day: random.next() % 3 == 0 ? nil : day,
                minute: nil,
                reason: reason
            )
        case 3, 4, 5:
            .completeStep(
                .init(
                    entry: entry,
                    name: OccurrenceName(step.id),
                    day: day,
                    evidence: evidence(of: step, &random)
                )
            )
        case 6: .setStepAside(step.id, reason: reason)
        case 7: .takeStepUp(step.id, reason: reason)
        case 8:
            .recordFact(
                Fact.allCases.randomElement(using: &random)?.id ?? "died",
                random.next() % 2 == 0,
                reason: reason
            )
        case 9:
            .agreeDay(
                OccurrenceName(step.id),
                day: random.next() % 4 == 0 ? nil : day,
                reason: reason,
                entry: entry
            )
        default:
            .writeLogEntry(reason, day: day, corrects: nil, entry: entry)
        }
    }

    private func evidence(of step: Step, _ random: inout SeededGenerator) -> Evidence {
        let outcome = step.outcomes.randomElement(using: &random)
        return switch step.evidence(isReturn: false) {
        case .note: .note("Done")
        case .document: .document(nil, whereItLies: "Folder 1")
        case .sent: .sent(to: "Everybody", by: "secure e-mail")
        case .received: .received(from: "Somebody")
        case .submitted: .submitted(to: "Panel", reference: "R-1")
        case .appointed: .appointed(name: "A. Author")
        case .decided: .decided(outcome: outcome, reasons: "The criteria")
        case .held: .held(present: "All", outcome: outcome)
        case .signed: .signed(by: ["A. Signatory"])
        }
    }
}
