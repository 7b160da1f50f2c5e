import Documents
import Foundation
import Pages

/// A report of about thirty pages, made into files as a server does.
struct ReportFiles {
    private let renderer: DocumentRenderer
    private let report: PrintedDocument

    init(texts: String) {
        renderer = DocumentRenderer(texts: texts)
        let sentence =
            "The health visitor saw the child at home on Tue 2 Dec 2025 and wrote it down. "
        report = PrintedDocument(
            title: "Rapid review report",
            reference: "Case 4qx-7md",
            version: "Version 3",
            hasContents: true,
            blocks: (0..<30).flatMap { number -> [DocumentBlock] in
                [
                    .heading(1, "Part \(number + 1)"),
                    .paragraph(DocumentText(String(repeating: sentence, count: 9))),
                    .paragraph(DocumentText(String(repeating: sentence, count: 9))),
                    .table(
                        DocumentTable(
                            caption: "What was known",
                            columns: [
                                DocumentTable.Column("When", share: 20),
                                DocumentTable.Column("What", share: 60),
                                DocumentTable.Column("Source", share: 20),
                            ],
                            rows: (1...8).map { day in
                                ["\(day) Dec 2025", DocumentText(sentence), "Health visitor"]
                            }
                        )
                    ),
                    .facts([DocumentFact("Was it acted on?", DocumentText(sentence))]),
                ]
            }
        )
    }

    /// Seconds, and the most bytes that any program run so far held; nil where the program is not installed.
    func make(_ kind: DocumentKind) async -> (seconds: Double, bytes: Double)? {
        let clock = ContinuousClock()
        do {
            let duration = try await clock.measure {
                _ = try await renderer.render(report, as: kind)
            }
            var usage = rusage()
            getrusage(__rusage_who_t(truncatingIfNeeded: RUSAGE_CHILDREN.rawValue), &usage)
            return (duration / .seconds(1), Double(usage.ru_maxrss) * 1024)
        } catch {
            return nil
        }
    }
}
