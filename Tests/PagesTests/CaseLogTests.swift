import CaseStores
import Foundation
import Pages
import Partnerships
import TestSupport
import Testing

@testable import CaseFiles

@Suite("The daily log of a case, in words")
struct CaseLogTests {
    /// Mon 15 Dec 2025, 9:12am.
    private let monday = Timestamp(milliseconds: 1_765_789_920_000)

    @Test func `every kind of event has its sentence`() throws {
        let log = caseLog(
            of: try everyKind(),
            under: try ShippedProcedures.procedure("dorset"),
            names: [2: "Joan Ferris"]
        )
        let text = log.map { line in
            "\(line.version) [\(line.kind.rawValue)] \(line.day.words), \(line.time): \(line.who) \(line.text)"
                + (line.quoted.isEmpty ? "" : "\n    “\(line.quoted)”")
        }.joined(separator: "\n")
        #expect(try Golden().difference("\(text)\n", "case-log.txt") == nil)
    }

    @Test func `of what agencies answered the log tells nothing to those who may not read it`()
        throws
    {
        let hereford = try ShippedProcedures.procedure("hereford")
        let check = RecordedCaseEvent(
            version: 90,
            recorded: monday,
            actor: .person(2),
            event: .stepCompleted(
                CaseEvent.StepCompleted(
                    entry: 90,
                    name: OccurrenceName("first-check", subject: "Police"),
                    day: "2025-12-15",
                    minute: nil,
                    evidence: .decided(
                        outcome: "issues-found",
                        reasons: "The arrest is missing"
                    ),
                    dueShown: nil
                )
            )
        )
        let events = try everyKind() + [check]
        func log(seesReturns: Bool) -> [LogLine] {
            caseLog(
                of: events,
                under: hereford,
                names: [2: "Joan Ferris"],
                seesReturns: seesReturns
            )
        }
        let answers: Set<CaseEventKind> = [
            .returnChecked, .returnHandedBack, .replyFiled, .recordsSecured,
        ]
        let versions = CaseEventKind.allCases.enumerated()
            .filter { answers.contains($0.element) }.map { $0.offset + 1 }
        let (whole, part) = (log(seesReturns: true), log(seesReturns: false))
        for (one, other) in zip(whole, part) where versions.contains(one.version) {
            #expect(one.text.count + one.quoted.count > other.text.count + other.quoted.count)
            #expect(other.quoted.isEmpty, "\(other.text)")
        }
        #expect(whole.contains { $0.quoted.contains("5: It is empty") })
        #expect(whole.last?.quoted.contains("The arrest is missing") == true)
        #expect(part.last?.quoted == "Outcome: issues found.")
        let asked = { (line: LogLine) in line.text.hasPrefix("asked ") }
        #expect(part.first(where: asked)?.quoted == whole.first(where: asked)?.quoted)
    }

    @Test func `somebody whose name is no longer known is still somebody`() throws {
        let events = [try event("case-opened", 1)]
        let log = caseLog(
            of: events,
            under: try ShippedProcedures.procedure("dorset"),
            names: [:]
        )
        #expect(log[0].who == "Somebody no longer known (000-000-000-002)")
    }

    @Test func `a refusal says what to do`() throws {
        let dorset = try ShippedProcedures.procedure("dorset")
        for (refusal, words) in [
            (
                CaseRefusal.happensOnce(OccurrenceName("aware"), recorded: 1, day: "2025-12-15"),
                "“Local authority aware” is recorded already, for Mon 15 Dec 2025: correct that entry instead"
            ),
            (
                .wrongEvidence(step: "submit-notification", needs: .submitted, given: .note),
                "For “Submit the notification through the portal and download the dated copy” enter "
                    + "to whom it was submitted, and their reference"
            ),
            (.missing(.childName), "Enter the child's name"),
        ] {
            #expect(refusal.words(under: dorset) == words)
        }
    }

    /// The stored text of every kind of event, the opening first.
    private func everyKind() throws -> [RecordedCaseEvent] {
        let kinds = CaseEventKind.allCases.map(\.rawValue)
        return try kinds.enumerated().map { try event($1, $0 + 1) }
    }

    private func event(_ kind: String, _ version: Int) throws -> RecordedCaseEvent {
        let file = ShippedProcedures.folder
            .appendingPathComponent("Tests/CaseStoresTests/Events/case/\(kind)-1.json")
        let event = try EventCodec<CaseEvent>.decode(Array(try Data(contentsOf: file)))
        return RecordedCaseEvent(
            version: version,
            recorded: monday.advanced(byHours: Int64(version)),
            actor: .person(2),
            event: event
        )
    }
}
