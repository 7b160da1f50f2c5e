import CaseFiles
import Desk
import Pages
import Partnerships
import Procedures
import Testing

@testable import Web

extension ServedDemonstration {
    static let report = "/cases/4qx-7md/papers/recommendations"

    /// Puts the report of the case forward with these words under one head.
    func putReport(forward words: String) async throws {
        let paper = try #require(try await opened().file.paper("recommendations"))
        let part = CaseEvent.Part(
            title: "The facts",
            lines: [CaseEvent.Part.Line(asks: "", says: words)]
        )
        try await office.cases.handle(
            .putForward(
                CaseEvent.PaperPutForward(
                    entry: .random(),
                    document: paper.document,
                    paper: paper.paper,
                    form: ReportWriting.form,
                    answers: .none,
                    parts: [part],
                    digest: digest(of: .none, reading: [part], from: []),
                    reviewedBy: nil,
                    sources: []
                )
            ),
            on: Self.reference,
            seen: .max,
            for: Asking(
                person: try #require(PersonID(number: 101)),
                partnership: Demonstration.marlshire,
                time: Self.time
            )
        )
    }
}
