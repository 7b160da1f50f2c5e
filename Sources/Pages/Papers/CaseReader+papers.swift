import CaseFiles
package import Procedures
import Schedules

/// What the pages of a document may do, each with the token that its form needs.
package struct PaperTokens: Sendable {
    package let token: @Sendable (String) -> String

    package init(_ token: @escaping @Sendable (String) -> String) {
        self.token = token
    }
}

extension CaseReader {
    func paperName(_ paper: String) -> String {
        procedure.name(ofPaper: paper, among: opened.forms)
    }

    func paperLink(_ paper: String, _ part: String = "", _ of: String? = nil) -> String {
        Link.paper(file.reference, paper, part, of)
    }

    /// The form on which a document is written here; nil for one that is not.
    ///
    /// A report's own heads are kept with its drafts, and come from there.
    package func form(ofPaper paper: String, own: [OwnHead] = []) -> FormDefinition? {
        if isReport(paper) { return may(.seeReports) ? reportForm(paper, own: own) : nil }
        guard writtenPapers.contains(paper) else { return nil }
        return procedure.form(ofPaper: paper, among: opened.forms)
    }

    /// Every document that is or can be written in this case.
    package var writtenPapers: [String] {
        let reports = may(.seeReports) ? procedure.reports.filter { isReport($0) } : []
        var papers = procedure.writtenPapers(among: opened.forms) + reports
        if !papers.contains("notification"),
            procedure.form(ofPaper: "notification", among: opened.forms) != nil
        {
            papers.append("notification")
        }
        // Agencies answer requests in forms of their own; the referral is only read once it is here.
        return papers.filter { paper in
            file.paper(paper) != nil
                || procedure.form(ofPaper: paper, among: opened.forms)?.id != "referral"
        } + file.papers.map(\.paper).filter { !papers.contains($0) && !isReport($0) }
    }

    /// Answers that other documents of the case give to the same questions, those of the newest first.
    package func known(for form: FormDefinition) -> FormAnswers {
        let versions = file.papers.compactMap { paper in
            paper.newest.map { (paper: paper.paper, version: $0) }
        }.sorted { $0.version.recorded > $1.version.recorded }
        return form.prefilled(
            from: versions.compactMap { paper, version in
                procedure.form(ofPaper: paper, among: opened.forms).flatMap { other in
                    other.id == form.id ? nil : (other, version.answers)
                }
            }
        )
    }

    func tag(_ paper: CaseFile.Paper?) -> StandingTag {
        guard let paper else { return StandingTag(kind: .start, word: "Not begun") }
        if file.submission(of: paper.document) != nil {
            return StandingTag(kind: .done, word: "Submitted")
        }
        guard let newest = paper.newest else {
            return StandingTag(kind: .open, word: "Being written")
        }
        return StandingTag(kind: .done, word: "Version \(newest.number) put forward")
    }

    // One document

    /// How far a document is, what is still missing, who has signed it, and what comes next.
    package func paperPage(
        _ id: String,
        _ writing: FormWriting,
        digest: String,
        isOvertaken: Bool = false,
        tokens: PaperTokens
    ) -> PaperPage {
        let paper = file.paper(id)
        let submitted = paper.flatMap { file.submission(of: $0.document) }
        let mayWrite = may(.writePaper) && submitted == nil && writing.form.id != "referral"
        let newest = paper?.newest
        let isChanged = newest.map { $0.answers != writing.answers } ?? true
        var presses: [PaperPage.Press] = []
        if mayWrite, isChanged, !writing.parts.isEmpty {
            let address = paperLink(id, "versions")
            presses.append(
                PaperPage.Press(
                    Form(
                        action: address,
                        token: tokens.token(address),
                        hidden: [(name: "digest", value: digest)],
                        button: newest == nil
                            ? "Put it forward" : "Put forward version \((newest?.number ?? 0) + 1)"
                    ),
                    heading: putForwardWarning(newest)
                )
            )
        }
        let whole = WordedLink(
            words: "Write it all on one page",
            address: paperLink(id, "parts", FormWriting.whole)
        )
        var acts: [WordedLink] = []
        if mayWrite { acts.append(whole) }
        acts.append(
            WordedLink(
                words: "Copy it into the government’s form",
                address: paperLink(id, "copying")
            )
        )
        if id != "notification", writing.form.id != "notification" { acts.removeLast() }
        return PaperPage(
            title: paperName(id),
            over: "Case \(file.reference)",
            crumbs: paperCrumbs,
            banners: (isOvertaken ? [overtakenBanner] : [])
                + paperBanners(paper, writing, isChanged: isChanged),
            lead: writing.form.says + clockLines(for: id),
            acts: acts,
            presses: presses,
            sections: versionSections(id, paper)
                + (submitted == nil && writing.form.id != "referral"
                    ? writing.overview { paperLink(id, "parts", $0) }.map {
                        mayWrite ? $0 : $0.unlinked
                    }
                    : paper?.newest.map { read($0) } ?? [])
        )
    }

    var paperCrumbs: [Crumb] {
        [
            Crumb(name: Way.cases.name, address: Link.cases),
            .caseFile(file.reference),
            Crumb(name: "Documents", address: link("documents")),
        ]
    }

    var overtakenBanner: Banner {
        Banner(
            kind: .late,
            heading: "Somebody changed it while you read it",
            lines: ["Nothing was put forward. This is how it reads now: look at it once more."]
        )
    }

    private func putForwardWarning(_ newest: CaseFile.Version?) -> String {
        let names = newest?.signatures.map { name($0.signed.person) } ?? []
        return names.isEmpty
            ? "When it is finished"
            : "Changed since it was signed: with a new version the signature of \(DayWording.list(names)) counts no longer"
    }

    /// When the step that submits it is due, and how long is left.
    func clockLines(for paper: String) -> [String] {
        schedule.steps.compactMap { line in
            let step = procedure.steps[line.key.step]
            guard case .submission = step.kind, procedure.papers(of: step).contains(paper),
                line.done == nil, let due = line.due
            else { return nil }
            let row = workRow(line)
            return
                "To be submitted by \(DayWording.words(due)): \(row.note). \(row.explanation.lead)"
        }
    }

    func paperBanners(
        _ paper: CaseFile.Paper?,
        _ writing: FormWriting,
        isChanged: Bool
    ) -> [Banner] {
        var banners: [Banner] = []
        if writing.form.id == "notification" {
            banners.append(
                Banner(
                    kind: .plain,
                    heading: "Sightline has notified nobody",
                    lines: [
                        "This prepares what a person enters in the government’s own service. Only that notifies the national Panel."
                    ]
                )
            )
        }
        if let paper, let submission = file.submission(of: paper.document) {
            let day = file.standing(OccurrenceName(submission.step)).last?.day
            banners.append(
                Banner(
                    kind: .done,
                    heading:
                        "Submitted\(day.map { " on \(DayWording.words($0))" } ?? "") by \(submission.by)",
                    lines: [
                        "These words stay as they were sent. What has changed since stands beside them."
                    ],
                    link: may(.writePaper)
                        ? WordedLink(
                            words: "Record what has changed since",
                            address: link(.laterChanges, submission.step)
                        ) : nil
                )
            )
            for change in file.laterChanges where change.step == submission.step {
                banners.append(
                    Banner(
                        kind: .today,
                        heading: "Changed since: \(DayWording.words(change.day))",
                        lines: [
                            change.words,
                            change.told.isEmpty
                                ? "Nobody outside was told yet." : "Told: \(change.told).",
                        ]
                    )
                )
            }
        }
        if paper?.newest != nil, isChanged, !writing.parts.isEmpty {
            banners.append(
                Banner(
                    kind: .today,
                    heading: "Being changed",
                    lines: [
                        "What stands below is not what was put forward last. Until it is put forward, the last version counts."
                    ]
                )
            )
        }
        return banners
    }

    private func versionSections(
        _ id: String,
        _ paper: CaseFile.Paper?
    ) -> [PaperPage.Section] {
        guard let paper else { return [] }
        var sections = signatureSections(of: paper)
        for version in paper.versions.reversed() {
            let isNewest = version.number == paper.versions.count
            let signed = version.signatures.map { name($0.signed.person) }
            sections.append(
                PaperPage.Section(
                    title: "Version \(version.number)",
                    tag: isNewest ? StandingTag(kind: .done, word: "Counts") : nil,
                    note: [
                        "Put forward by \(who(version.actor)), \(when(version.recorded))",
                        signed.isEmpty
                            ? ""
                            : "signed by \(DayWording.list(signed))"
                                + (isNewest ? "" : ", which counts no longer"),
                    ].filter { !$0.isEmpty }.joined(separator: "; "),
                    links: [
                        WordedLink(
                            words: "Read version \(version.number)",
                            address: paperLink(id, "versions", "\(version.number)")
                        )
                    ]
                )
            )
        }
        return sections
    }

    /// One version, as it was put forward.
    package func versionPage(_ id: String, _ number: Int) -> PaperPage? {
        guard let paper = file.paper(id),
            let version = paper.versions.first(where: { $0.number == number })
        else { return nil }
        let isNewest = number == paper.versions.count
        return PaperPage(
            title: "\(paperName(id)), version \(number)",
            over: "Case \(file.reference)",
            crumbs: paperCrumbs + [Crumb(name: paperName(id), address: paperLink(id))],
            banners: isNewest
                ? []
                : [
                    Banner(
                        kind: .today,
                        heading: "A later version counts",
                        lines: ["This is kept as it was, for the log."],
                        link: WordedLink(
                            words: "Read version \(paper.versions.count)",
                            address: paperLink(id, "versions", "\(paper.versions.count)")
                        )
                    )
                ],
            lead: [
                "Put forward by \(who(version.actor)), \(when(version.recorded)).",
                version.reviewedBy.map { "Read first by \($0)." } ?? "",
                "Signatures know these words by \(version.digest.prefix(16))…",
            ],
            acts: [
                WordedLink(
                    words: "As a Word file or PDF",
                    address: "\(paperLink(id, "versions", "\(number)"))/document"
                )
            ],
            sections: read(version)
        )
    }

    /// The words of one version, as they were frozen.
    private func read(_ version: CaseFile.Version) -> [PaperPage.Section] {
        version.parts.map { part in
            PaperPage.Section(
                title: part.title,
                facts: part.lines.map { PaperPage.Fact($0.asks, $0.says) }
            )
        }
    }
}

extension PaperPage.Section {
    /// The same, to be read only.
    fileprivate var unlinked: PaperPage.Section {
        PaperPage.Section(title: title, tag: tag, note: note, facts: facts, faults: faults)
    }
}
