import CaseFiles
import Chronologies
import Partnerships
import Procedures
package import Reports
import WorkingDays

extension PrintedText {
    package init(_ text: ReportText) {
        blocks = text.blocks.map { block in
            switch block {
            case .paragraph(let runs): .paragraph(runs.map { Run($0) })
            case .list(let items): .list(items.map { $0.map { Run($0) } })
            }
        }
    }
}

extension PrintedText.Run {
    fileprivate init(_ run: ReportText.Run) {
        self =
            switch run {
            case .text(let text): .text(text)
            case .bold(let text): .bold(text)
            case .source(let number): .source(number)
            }
    }
}

extension CaseReader {
    private func reportCrumbs(_ id: String) -> [Crumb] {
        paperCrumbs + [Crumb(name: paperName(id), address: paperLink(id))]
    }

    private func sections(_ parts: [CaseEvent.Part]) -> [ReportReadingPage.Section] {
        parts.filter { $0.lines.allSatisfy(\.asks.isEmpty) }.map { part in
            ReportReadingPage.Section(
                title: part.title,
                text: PrintedText(ReportText(part.lines.map(\.says).joined(separator: "\n")))
            )
        }
    }

    /// The report as it would read if it was put forward now.
    package func previewPage(_ id: String, _ report: ReportWriting) -> ReportReadingPage {
        ReportReadingPage(
            title: paperName(id),
            over: "Case \(file.reference), as it would read on \(when(time))",
            crumbs: reportCrumbs(id),
            banners: [],
            lead: [],
            acts: [],
            findings: [],
            press: nil,
            sections: sections(report.reading),
            sources: report.cited.map { shown($0, in: report) }
        )
    }

    /// What is to be known before a report is put forward: every finding, and the button.
    package func forwardPage(
        _ id: String,
        _ report: ReportWriting,
        digest: String,
        tokens: PaperTokens
    ) -> ReportReadingPage {
        let check = check(report)
        let telling = tellingPlaces(in: report)
        let newest = file.paper(id)?.newest
        let names = newest?.signatures.map { name($0.signed.person) } ?? []
        var findings = check.heads.filter { !$0.findings.isEmpty }.map { line in
            ReportReadingPage.Finding(
                title: "\(line.number). \(line.head.head.says)",
                lines: line.findings,
                link: WordedLink(
                    words: "Write head \(line.number)",
                    address: paperLink(id, "parts", line.head.head.id)
                )
            )
        }
        if !check.findings.isEmpty {
            findings.append(.init(title: "Agencies", lines: check.findings, link: nil))
        }
        if !telling.isEmpty {
            findings.append(
                .init(
                    title: "Names and places",
                    lines: telling.map { section in
                        "Head \(section.number): \(DayWording.count(section.places.count, "place")) at which somebody could be known"
                    },
                    link: WordedLink(words: "Look at each", address: paperLink(id, "names"))
                )
            )
        }
        let address = paperLink(id, "versions")
        let number = (newest?.number ?? 0) + 1
        return ReportReadingPage(
            title: "Put forward version \(number) of “\(paperName(id))”",
            over: "Case \(file.reference)",
            crumbs: reportCrumbs(id),
            banners: names.isEmpty
                ? []
                : [
                    Banner(
                        kind: .late,
                        heading: "Signatures end with it",
                        lines: [
                            "The signature of \(DayWording.list(names)) under version \(newest?.number ?? 0) counts no longer once version \(number) is put forward."
                        ]
                    )
                ],
            lead: [
                "From then on these words, and no others, are what is signed and sent. Others can still be put forward later.",
                findings.isEmpty
                    ? "Nothing was found that is missing."
                    : "What was found stands below. It stops nobody: look at each before you go on.",
            ],
            acts: [WordedLink(words: "See it as it will read", address: paperLink(id, "preview"))],
            findings: findings,
            press: PaperPage.Press(
                Form(
                    action: address,
                    token: tokens.token(address),
                    hidden: [(name: "digest", value: digest)],
                    button: findings.isEmpty
                        ? "Put forward version \(number)" : "Put it forward all the same"
                )
            ),
            sections: [],
            sources: []
        )
    }

    /// One version as it was put forward; nil where there is none.
    package func reportVersionPage(
        _ id: String,
        _ number: Int,
        isAsSigned: Bool
    ) -> ReportReadingPage? {
        guard let paper = file.paper(id),
            let version = paper.versions.first(where: { $0.number == number })
        else { return nil }
        let isNewest = number == paper.versions.count
        var banners: [Banner] = []
        if !isAsSigned {
            banners.append(
                Banner(
                    kind: .late,
                    heading: "These are not the words that were put forward",
                    lines: [
                        "They do not match the digest that signatures are bound to. Nothing here counts: tell whoever runs this server, and have the store verified."
                    ]
                )
            )
        }
        if !isNewest {
            banners.append(
                Banner(
                    kind: .today,
                    heading: "A later version counts",
                    lines: ["This is kept as it was, for the log."],
                    link: WordedLink(
                        words: "Read version \(paper.versions.count)",
                        address: paperLink(id, "versions", "\(paper.versions.count)")
                    )
                )
            )
        }
        var acts: [WordedLink] = []
        if paper.versions.count > 1 {
            acts.append(
                WordedLink(
                    words: "Compare it with another version",
                    address: "\(paperLink(id, "comparison"))?to=\(number)"
                )
            )
        }
        if may(.export) {
            acts.append(
                WordedLink(
                    words: "Save an extract that proves it",
                    address: "\(paperLink(id, "versions", "\(number)"))/extract"
                )
            )
        }
        let signed = version.signatures.map {
            "\(name($0.signed.person)), \(when($0.at))"
        }
        return ReportReadingPage(
            title: "\(paperName(id)), version \(number)",
            over: "Case \(file.reference)",
            crumbs: reportCrumbs(id),
            banners: banners,
            lead: [
                "Put forward by \(who(version.actor)), \(when(version.recorded)).",
                signed.isEmpty
                    ? "Signed by nobody."
                    : "Signed by \(signed.joined(separator: "; "))\(isNewest ? "" : ", which counts no longer").",
                "Signatures know these words by \(version.digest.prefix(16))…",
            ],
            acts: acts,
            findings: [],
            press: nil,
            sections: sections(version.parts),
            sources: (version.sources ?? []).map { source in
                ReportPage.Source(
                    number: source.number,
                    from: source.description,
                    words: may(.seeReturns) ? source.words : "",
                    note: "Taken on \(DayWording.words(source.taken))",
                    warning: may(.seeReturns)
                        ? file.standing(of: source).words.map { DayWording.capitalised($0) } : nil
                )
            }
        )
    }

    // Comparing

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
        if mayWriteReports { versions.append((Self.written, "As it is written now")) }
        guard versions.count > 1 else { return nil }
        let known = versions.map(\.id)
        let last = to.flatMap { known.contains($0) ? $0 : nil } ?? known[known.count - 1]
        let place = known.firstIndex(of: last) ?? 0
        let first =
            from.flatMap { known.contains($0) ? $0 : nil } ?? known[place > 0 ? place - 1 : 1]
        let (old, new) = (parts(first, paper, report), parts(last, paper, report))
        let titles =
            new.map(\.title)
            + old.map(\.title).filter { title in
                !new.contains { $0.title == title }
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
                    Self.compared(
                        old.first { $0.title == title }?.words ?? "",
                        new.first { $0.title == title }?.words ?? ""
                    )
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

    // Names

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
