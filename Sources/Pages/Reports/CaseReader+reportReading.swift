import CaseFiles
import Chronologies
import Partnerships
import Procedures
import Reports
import WorkingDays

extension CaseReader {
    func reportCrumbs(_ id: String) -> [Crumb] {
        paperCrumbs + [Crumb(name: paperName(id), address: paperLink(id))]
    }

    private func sections(_ parts: [CaseEvent.Part]) -> [ReportReadingPage.Section] {
        parts.compactMap { part in
            part.reportText.map { ReportReadingPage.Section(title: part.title, text: $0) }
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
        acts.append(
            WordedLink(
                words: "As a Word file or PDF",
                address: "\(paperLink(id, "versions", "\(number)"))/document"
            )
        )
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
}
