import CaseFiles
import Procedures
import Reports
import WorkingDays

extension CaseReader {
    /// In an address: what is being written now.
    package static let written = "now"

    /// Two versions, head by head; nil where there is nothing to compare.
    package func comparisonPage(
        _ id: String,
        _ report: ReportWriting,
        from: String?,
        to: String?
    ) -> ReportComparisonPage? {
        guard let paper = file.paper(id), !paper.versions.isEmpty else { return nil }
        var versions = paper.versions.map {
            (id: "\($0.number)", words: "Version \($0.number), \(when($0.recorded))")
        }
        if mayWriteReports, isChanged(report, of: id, since: paper.newest) {
            versions.append((Self.written, "As it is written now"))
        }
        guard versions.count > 1 else { return nil }
        let known = versions.map(\.id)
        let last = to.flatMap { known.contains($0) ? $0 : nil } ?? known[known.count - 1]
        let place = known.firstIndex(of: last) ?? 0
        let first =
            from.flatMap { known.contains($0) ? $0 : nil } ?? known[place > 0 ? place - 1 : 1]
        let (old, new) = (parts(first, paper, report), parts(last, paper, report))
        // A head that was put in moves the numbers of those behind it.
        let titles =
            new.map(\.title)
            + old.map(\.title).filter { title in
                !new.contains { unnumbered($0.title) == unnumbered(title) }
            }
        func words(_ parts: [(title: String, words: String)], _ title: String) -> String {
            parts.first { unnumbered($0.title) == unnumbered(title) }?.words ?? ""
        }
        return ReportComparisonPage(
            title: "Compare versions of “\(paperName(id))”",
            over: "Case \(file.reference)",
            crumbs: reportCrumbs(id),
            lead: [
                "What was taken out is struck through, what was put in is underlined. Heads in which nothing differs are named at the end."
            ],
            versions: versions,
            from: first,
            to: last,
            address: paperLink(id, "comparison"),
            sections: titles.map { title in
                (
                    title,
                    Self.compared(words(old, title), words(new, title))
                )
            }
        )
    }

    private func parts(
        _ version: String,
        _ paper: CaseFile.Paper,
        _ report: ReportWriting
    ) -> [(title: String, words: String)] {
        let parts =
            version == Self.written
            ? report.reading : paper.versions.first { "\($0.number)" == version }?.parts ?? []
        return parts.map { part in
            (
                part.title,
                part.lines.map { $0.asks.isEmpty ? $0.says : "\($0.asks) \($0.says)" }
                    .joined(separator: "\n")
            )
        }
    }
}
