import CaseFiles
import Chronologies
import Procedures
import Reports

extension CaseReader {
    /// Every place at which somebody could be known, with what could stand there instead.
    package func tellingPage(_ id: String, _ report: ReportWriting) -> TellingPage {
        let sections = tellingPlaces(in: report)
        let left = report.heads.enumerated().filter { $0.element.head.identifies }
            .map { "\($0.offset + 1). \($0.element.head.says)" }
        return TellingPage(
            title: "Names and places in “\(paperName(id))”",
            over: "Case \(file.reference)",
            crumbs: reportCrumbs(id),
            lead: [
                "Looked for: the names of the case, of the people listed and of agencies’ people, dates of birth, schools, places, addresses and numbers; whole words, in any case.",
                "Nothing is changed by itself. What is not found here may still tell who somebody is.",
                left.isEmpty
                    ? ""
                    : "Not looked at, because names belong there: \(left.joined(separator: "; ")).",
                sections.isEmpty ? "Nothing was found." : "",
            ],
            sections: sections.map { section in
                TellingPage.Section(
                    title: "\(section.number). \(section.head)",
                    link: mayWriteReports
                        ? WordedLink(
                            words: "Write head \(section.number)",
                            address: paperLink(id, "parts", section.id)
                        ) : nil,
                    rows: section.places.map { place in
                        TellingPage.Row(
                            found: place.found,
                            kind: place.kind.words
                                + (place.isDoubtful ? ", or a word of everyday" : ""),
                            place: "Line \(place.line), column \(place.column)",
                            around: place.around,
                            offer: place.offer ?? "Nothing is listed to stand for it"
                        )
                    }
                )
            },
            possible: possibleNames(in: report).prefix(Self.mostPossible).map {
                (term: $0.words, text: $0.count == 1 ? "once" : "\($0.count) times")
            },
            acts: may(.seeReturns)
                ? [
                    WordedLink(
                        words: "People, and what stands for their names",
                        address: link("chronology/people")
                    )
                ] : []
        )
    }

    private static let mostPossible = 60
}
