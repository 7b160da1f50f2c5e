import CaseFiles
import CaseStores
import Foundation
import Pages
import Partnerships
import TestSupport
import Testing

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
