import CaseFiles
package import Partnerships
import Procedures
import Reports
import WorkingDays

/// That somebody read a version of a report.
package struct VersionLook: Sendable {
    package let number: Int
    package let person: PersonID
    package let recorded: Timestamp

    package init(number: Int, person: PersonID, recorded: Timestamp) {
        self.number = number
        self.person = person
        self.recorded = recorded
    }
}

extension CaseReader {
    /// A report: how far each head is, what is to be looked at, who signs next, and what it was taken from.
    package func reportPage(
        _ id: String,
        _ report: ReportWriting,
        looks: [VersionLook],
        isOvertaken: Bool = false
    ) -> ReportPage {
        let paper = file.paper(id)
        let submitted = paper.flatMap { file.submission(of: $0.document) } != nil
        let mayWrite = mayWriteReports && !submitted
        let check = check(report)
        let isChanged = isChanged(report, of: id, since: paper?.newest)
        return ReportPage(
            head: head("documents"),
            title: paperName(id),
            banners: (isOvertaken ? [overtakenBanner] : [])
                + reportBanners(id, report, check, isChanged: isChanged),
            lead: clockLines(for: id)
                + (mayWriteReports || paper?.newest != nil
                    ? [] : ["It is being written. Once it is put forward, it is to be read here."]),
            acts: reportActs(id, report, mayWrite: mayWrite, isChanged: isChanged),
            completeness: completeness(check),
            heads: mayWriteReports
                ? check.heads.map { row($0, id, report, mayWrite: mayWrite) } : [],
            findings: mayWriteReports ? check.findings : [],
            agencies: may(.seeReturns) ? absent.map { (term: $0.agency, text: $0.why) } : [],
            sources: mayWriteReports ? report.sources.map { shown($0, in: report) } : [],
            sections: reportVersions(id, paper, looks)
        )
    }

    /// Whether what stands now is something else than what was put forward last.
    func isChanged(
        _ report: ReportWriting,
        of paper: String,
        since newest: CaseFile.Version?
    ) -> Bool {
        newest.map { version in
            // That minutes were approved meanwhile changes no word of the report.
            version.answers != report.writing.answers
                || (version.sources ?? []).map { $0.approved(nil) }
                    != report.cited.map { $0.approved(nil) }
                || report.movesHeads(
                    of: version,
                    expected: Set(procedure.heads(ofPaper: paper).map(\.head.says))
                )
        } ?? true
    }

    private func completeness(_ check: ReportCheck) -> (heading: String, note: String) {
        (
            "Complete: \(check.written) of \(check.expected.count)",
            "Against the heads of the procedure and those that national guidance expects on \(DayWording.words(today)). It warns, and never stops anybody from sending the report."
        )
    }

    private func row(
        _ line: ReportCheck.Line,
        _ id: String,
        _ report: ReportWriting,
        mayWrite: Bool
    ) -> ReportPage.Row {
        let head = line.head
        var notes: [String] = []
        if let guidance = head.guidance {
            notes.append(
                "Expected by \(guidance)"
                    + (head.from.map { ", from \(DayWording.words($0))" } ?? "")
            )
        }
        if head.isOwn { notes.append("A head of this report’s own: nothing expects it") }
        if head.head.condition != nil { notes.append("Only where it applies") }
        if let saved = report.writing.parts[head.head.id]?.saved {
            notes.append("Saved by \(saved.by), \(saved.when)")
        }
        return ReportPage.Row(
            title: "\(line.number). \(head.head.says)",
            address: mayWrite ? paperLink(id, "parts", head.head.id) : nil,
            tag: line.tag,
            notes: notes,
            findings: line.lack == .empty ? [] : line.findings
        )
    }

    func shown(_ source: ReportSource, in report: ReportWriting) -> ReportPage.Source {
        let places = report.places(of: source)
        let named =
            places.isEmpty
            ? "named nowhere now" : "named under \(DayWording.list(places.map { "\($0)" }))"
        return ReportPage.Source(
            number: source.number,
            from: source.description,
            words: source.words,
            note: "Taken by \(name(source.by)), \(DayWording.words(source.taken)); \(named)",
            warning: file.standing(of: source).words.map { DayWording.capitalised($0) }
        )
    }

    private func reportActs(
        _ id: String,
        _ report: ReportWriting,
        mayWrite: Bool,
        isChanged: Bool
    ) -> [WordedLink] {
        var acts: [WordedLink] = []
        func add(_ words: String, _ part: String) {
            acts.append(WordedLink(words: words, address: paperLink(id, part)))
        }
        if mayWriteReports, !report.isEmpty {
            add("See it as it will read", "preview")
            add("Check it for names and places", "names")
        }
        if mayWrite { add("Heads of its own", "heads") }
        if mayWrite, isChanged, !report.isEmpty { add("Put it forward", "forward") }
        let versions = file.paper(id)?.versions.count ?? 0
        if versions > 1 || versions > 0 && mayWriteReports && isChanged {
            add("Compare versions", "comparison")
        }
        return acts
    }

    private func reportBanners(
        _ id: String,
        _ report: ReportWriting,
        _ check: ReportCheck,
        isChanged: Bool
    ) -> [Banner] {
        let paper = file.paper(id)
        var banners = paperBanners(paper, report.writing, isChanged: false)
        if let version = paper?.newest {
            for refusal in version.refusals {
                banners.append(
                    Banner(
                        kind: .late,
                        heading:
                            "\(name(refusal.refused.person)) sent version \(version.number) back unsigned",
                        lines: [refusal.refused.reason, when(refusal.at)]
                    )
                )
            }
            if let void = voided(paper) { banners.append(void) }
            if mayWriteReports, isChanged {
                let names = version.signatures.map { name($0.signed.person) }
                banners.append(
                    Banner(
                        kind: .today,
                        heading: "Being changed since version \(version.number)",
                        lines: [
                            "Version \(version.number) counts until another is put forward.",
                            names.isEmpty
                                ? ""
                                : "With a new version the signature of \(DayWording.list(names)) counts no longer.",
                        ]
                    )
                )
            }
        }
        let changed = check.heads.filter { !$0.replaced.isEmpty }
        if mayWriteReports, !changed.isEmpty {
            banners.append(
                Banner(
                    kind: .today,
                    heading: "What it draws on has changed since",
                    lines: changed.flatMap { line in
                        line.replaced.compactMap { source, standing in
                            standing.words.map {
                                "Head \(line.number), [\(source.number)] \(source.of): \($0)."
                            }
                        }
                    }
                )
            )
        }
        return banners
    }

    /// Whose signatures the newest version has voided.
    private func voided(_ paper: CaseFile.Paper?) -> Banner? {
        guard let paper, paper.versions.count > 1 else { return nil }
        let before = paper.versions[paper.versions.count - 2]
        guard !before.signatures.isEmpty else { return nil }
        let names = DayWording.list(before.signatures.map { name($0.signed.person) })
        return Banner(
            kind: .late,
            heading: "Changed after it was signed",
            lines: [
                "Version \(before.number) was signed by \(names). Since version \(before.number + 1) was put forward, that counts no longer: it is to be signed anew."
            ]
        )
    }

    // Versions

    private func reportVersions(
        _ id: String,
        _ paper: CaseFile.Paper?,
        _ looks: [VersionLook]
    ) -> [PaperPage.Section] {
        guard let paper else { return [] }
        var sections = signatureSections(of: paper)
        for version in paper.versions.reversed() {
            let isNewest = version.number == paper.versions.count
            let signed = version.signatures.map { name($0.signed.person) }
            var facts = [
                PaperPage.Fact(
                    "Put forward",
                    "By \(who(version.actor)), \(when(version.recorded))."
                )
            ]
            if !signed.isEmpty {
                facts.append(
                    PaperPage.Fact(
                        "Signed",
                        "By \(DayWording.list(signed))"
                            + (isNewest ? "." : ", which counts no longer.")
                    )
                )
            }
            if mayWriteReports || may(.seeReadLog) {
                facts.append(PaperPage.Fact("Read", readers(of: version, looks)))
            }
            sections.append(
                PaperPage.Section(
                    title: "Version \(version.number)",
                    tag: isNewest ? StandingTag(kind: .done, word: "Counts") : nil,
                    facts: facts,
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

    private func readers(of version: CaseFile.Version, _ looks: [VersionLook]) -> String {
        let seen = looks.filter { $0.number == version.number }
            .sorted { $0.recorded < $1.recorded }
        var first: [(person: PersonID, at: Timestamp)] = []
        for look in seen where !first.contains(where: { $0.person == look.person }) {
            first.append((look.person, look.recorded))
        }
        return first.isEmpty
            ? "By nobody yet."
            : "First by \(first.map { "\(name($0.person)), \(when($0.at))" }.joined(separator: "; "))."
    }

    func signatureSections(of paper: CaseFile.Paper) -> [PaperPage.Section] {
        procedure.steps.compactMap { step in
            guard let standing = file.signOff(of: step, under: procedure, on: today),
                standing.paper?.document == paper.document
            else { return nil }
            return signatureSection(step, standing)
        }
    }
}
