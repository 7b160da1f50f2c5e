import CaseFiles
import Partnerships
package import Procedures
import Schedules
import WorkingDays

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

    private func at(_ paper: String, _ part: String = "", _ of: String? = nil) -> String {
        Link.paper(file.reference, paper, part, of)
    }

    /// The form on which a document is written here; nil for one that is not.
    package func form(ofPaper paper: String) -> FormDefinition? {
        guard writtenPapers.contains(paper) else { return nil }
        return procedure.form(ofPaper: paper, among: opened.forms)
    }

    /// Every document that is or can be written in this case.
    package var writtenPapers: [String] {
        var papers = procedure.writtenPapers(among: opened.forms)
        if !papers.contains("notification"),
            procedure.form(ofPaper: "notification", among: opened.forms) != nil
        {
            papers.append("notification")
        }
        // Agencies answer requests in forms of their own; the referral is only read once it is here.
        return papers.filter { paper in
            file.paper(paper) != nil
                || procedure.form(ofPaper: paper, among: opened.forms)?.id != "referral"
        } + file.papers.map(\.paper).filter { !papers.contains($0) }
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

    private func tag(_ paper: CaseFile.Paper?) -> StandingTag {
        guard let paper else { return StandingTag(kind: .start, word: "Not begun") }
        if file.submission(of: paper.document) != nil {
            return StandingTag(kind: .done, word: "Submitted")
        }
        guard let newest = paper.newest else {
            return StandingTag(kind: .open, word: "Being written")
        }
        return StandingTag(kind: .done, word: "Version \(newest.number) put forward")
    }

    /// The documents that are written here, as the documents page lists them.
    var paperSections: [PaperPage.Section] {
        writtenPapers.map { paper in
            PaperPage.Section(
                title: paperName(paper),
                tag: tag(file.paper(paper)),
                links: [WordedLink(words: "Open: \(paperName(paper))", address: at(paper))]
            )
        }
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
            let address = at(id, "versions")
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
            address: at(id, "parts", FormWriting.whole)
        )
        var acts: [WordedLink] = []
        if mayWrite { acts.append(whole) }
        acts.append(
            WordedLink(words: "Copy it into the government’s form", address: at(id, "copying"))
        )
        if id != "notification", writing.form.id != "notification" { acts.removeLast() }
        return PaperPage(
            title: paperName(id),
            over: "Case \(file.reference)",
            crumbs: crumbs,
            banners: (isOvertaken ? [overtakenBanner] : [])
                + paperBanners(paper, writing, isChanged: isChanged),
            lead: writing.form.says + clockLines(for: id),
            acts: acts,
            presses: presses,
            sections: versionSections(id, paper)
                + (submitted == nil && writing.form.id != "referral"
                    ? writing.overview { at(id, "parts", $0) }.map { mayWrite ? $0 : $0.unlinked }
                    : paper?.newest.map { read($0) } ?? [])
        )
    }

    private var crumbs: [Crumb] {
        [
            Crumb(name: Way.cases.name, address: Link.cases),
            Crumb(name: "Case \(file.reference)", address: link()),
            Crumb(name: "Documents", address: link("documents")),
        ]
    }

    private var overtakenBanner: Banner {
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
    private func clockLines(for paper: String) -> [String] {
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

    private func paperBanners(
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
        var sections: [PaperPage.Section] = []
        for step in procedure.steps {
            if let standing = file.signOff(of: step, under: procedure, on: today),
                standing.paper?.document == paper.document
            {
                sections.append(signatureSection(step, standing))
            }
        }
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
                            address: at(id, "versions", "\(version.number)")
                        )
                    ]
                )
            )
        }
        return sections
    }

    /// Who has signed, who is next, and how long is left.
    func signatureSection(_ step: Step, _ standing: SignOffStanding) -> PaperPage.Section {
        let facts = standing.stages.enumerated().flatMap { number, stage in
            stage.slots.map { slot in
                PaperPage.Fact(
                    standing.stages.count == 1
                        ? DayWording.capitalised(wording.who(slot.who))
                        : "\(number + 1). \(DayWording.capitalised(wording.who(slot.who)))",
                    words(slot, isCurrent: standing.current == number)
                )
            }
        }
        let line = schedule.steps.first { $0.key.step == procedure.lookup.stepNamed[step.id] }
        var links: [WordedLink] = []
        if mine(step, standing) {
            links = [
                WordedLink(words: "Read and sign", address: link(.signatures, step.id)),
                WordedLink(words: "Send it back unsigned", address: link(.refusals, step.id)),
            ]
        }
        return PaperPage.Section(
            title: "Signatures",
            tag: standing.isComplete
                ? StandingTag(kind: .done, word: "All signed")
                : StandingTag(
                    kind: .open,
                    word: standing.version == nil ? "Waits for a version" : "Under way"
                ),
            note: line.flatMap { line in
                line.due.map { "Due \(DayWording.words($0)), \(workRow(line).note)" }
            } ?? "",
            facts: facts,
            links: links
        )
    }

    /// Whether the reader, or one whom she stands in for, signs next.
    func mine(_ step: Step, _ standing: SignOffStanding) -> Bool {
        may(.sign)
            && standing.signer(by: person, of: step, in: file, of: partnership, on: today) != nil
    }

    private func words(_ slot: SignOffStanding.Slot, isCurrent: Bool) -> String {
        var parts = slot.signatures.map { signature in
            let other = signature.signed.standingInFor.map { ", standing in for \(name($0))" } ?? ""
            let added = signature.signed.words.isEmpty ? "" : ": “\(signature.signed.words)”"
            return
                "Signed by \(name(signature.signed.person))\(other), \(when(signature.at))\(added)"
        }
        parts += slot.refusals.map {
            "Sent back by \(name($0.refused.person)), \(when($0.at)): “\($0.refused.reason)”"
        }
        if !slot.isComplete {
            let waiting = slot.holders.filter { !slot.hasSigned($0) }
            parts.append(
                waiting.isEmpty
                    ? "Nobody on this case holds this part: put them on it"
                    : "\(isCurrent ? "Waits for" : "Then") \(waiting.map { waits($0) }.joined(separator: "; "))"
            )
        }
        return parts.joined(separator: ". ") + "."
    }

    /// A name, with whoever stands in for her.
    private func waits(_ other: PersonID) -> String {
        let deputies = partnership.deputies.filter { $0.standsInFor == other && $0.isOn(today) }
            .map { name($0.person) }
        return name(other)
            + (deputies.isEmpty ? "" : " (\(DayWording.list(deputies)) can stand in)")
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
            crumbs: crumbs + [Crumb(name: paperName(id), address: at(id))],
            banners: isNewest
                ? []
                : [
                    Banner(
                        kind: .today,
                        heading: "A later version counts",
                        lines: ["This is kept as it was, for the log."],
                        link: WordedLink(
                            words: "Read version \(paper.versions.count)",
                            address: at(id, "versions", "\(paper.versions.count)")
                        )
                    )
                ],
            lead: [
                "Put forward by \(who(version.actor)), \(when(version.recorded)).",
                version.reviewedBy.map { "Read first by \($0)." } ?? "",
                "Signatures know these words by \(version.digest.prefix(16))…",
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

    /// Everything as it is to be entered elsewhere, each answer in a box of its own, with what was entered already.
    package func copyingPage(
        _ id: String,
        _ writing: FormWriting,
        entered: Set<String>,
        isDraft: Bool,
        differs: Bool,
        tokens: PaperTokens
    ) -> PaperPage {
        let address = at(id, "copying")
        let sections = readSections(writing.answers, of: writing.form, today: today)
        let missing = sections.flatMap(\.faults).count
        return PaperPage(
            title: "Copy it into the government’s form",
            over: "Case \(file.reference): \(paperName(id))",
            crumbs: crumbs + [Crumb(name: paperName(id), address: at(id))],
            banners: [
                Banner(
                    kind: .plain,
                    heading: "Sightline has notified nobody",
                    lines: [
                        "The government’s form ends a session after 20 minutes without a key pressed, and keeps nothing. Tick each part here when you have entered it there: if it ends, you see where you were.",
                        "Choose there what is shown here: choices are worded as that form words them, as far as it is published.",
                    ]
                ),
                isDraft
                    ? Banner(
                        kind: .today,
                        heading: "Not put forward yet",
                        lines: ["This is what is being written. Nobody has signed it."]
                    )
                    : Banner(
                        kind: differs ? .late : .done,
                        heading:
                            "Version \(file.paper(id)?.versions.count ?? 0), as it was put forward",
                        lines: differs
                            ? [
                                "It was changed since, and the change was not put forward: enter it only once it is."
                            ]
                            : []
                    ),
                missing == 0
                    ? Banner(kind: .done, heading: "Nothing is missing")
                    : Banner(
                        kind: .late,
                        heading: "\(DayWording.count(missing, "answer")) missing or wrong",
                        lines: sections.flatMap { section in
                            section.faults.map { "\(section.title): \($0)" }
                        }
                    ),
            ],
            sections: zip(writing.sections, sections).map { section, read in
                let isEntered = entered.contains(section.id)
                return PaperPage.Section(
                    title: read.title,
                    tag: isEntered
                        ? StandingTag(kind: .done, word: "Entered")
                        : StandingTag(kind: .start, word: "Not entered yet"),
                    facts: read.facts.map {
                        PaperPage.Fact(
                            $0.term,
                            $0.text,
                            isCopied: $0.text != FormWriting.notAnswered
                        )
                    },
                    press: may(.writePaper)
                        ? PaperPage.Press(
                            Form(
                                action: address,
                                token: tokens.token(address),
                                hidden: [
                                    (name: "section", value: section.id),
                                    (name: "entered", value: isEntered ? "no" : "yes"),
                                ],
                                button: isEntered
                                    ? "Not entered after all: \(read.title)"
                                    : "I have entered: \(read.title)"
                            )
                        ) : nil
                )
            }
        )
    }

    // Steps

    /// What a step page shows besides its day: views, signatures, a submission, copies.
    func stepSections(_ step: Step) -> [PaperPage.Section] {
        var sections: [PaperPage.Section] = []
        if case .decision(let part) = step.kind { sections += decisionSections(step, part) }
        if let standing = file.signOff(of: step, under: procedure, on: today) {
            sections.append(signatureSection(step, standing))
        }
        for paper in procedure.papers(of: step) where form(ofPaper: paper) != nil {
            sections.append(
                PaperPage.Section(
                    title: paperName(paper),
                    tag: tag(file.paper(paper)),
                    links: [WordedLink(words: "Open: \(paperName(paper))", address: at(paper))]
                )
            )
        }
        if case .submission = step.kind { sections += submissionSections(step) }
        if !step.to.isEmpty, step.evidence(isReturn: false) == .sent {
            sections.append(copySection(step))
        }
        return sections
    }

    private func decisionSections(_ step: Step, _ part: DecisionPart) -> [PaperPage.Section] {
        var sections: [PaperPage.Section] = []
        let views = file.views(on: step.id)
        let outcome = file.standing(OccurrenceName(step.id)).last?.evidence?.outcome
        let dissent = views.filter {
            $0.given.view != nil && outcome != nil && $0.given.view != outcome
        }
        let isOfPartners = part.views.contains { $0.people == .partners }
        let asked = procedure.partners.filter { partner in
            isOfPartners && !views.contains { $0.given.of == partner.partner.rawValue }
        }
        var facts = views.map { view in
            PaperPage.Fact(wording.partner(view.given.of), words(view))
        }
        facts += asked.map { PaperPage.Fact($0.name, "No view recorded yet.") }
        if !facts.isEmpty {
            sections.append(
                PaperPage.Section(
                    title: "Views",
                    tag: dissent.isEmpty
                        ? nil
                        : StandingTag(
                            kind: .overdue,
                            word: "\(DayWording.count(dissent.count, "view")) against the decision"
                        ),
                    note: dissent.isEmpty ? "" : dissentNote,
                    facts: facts,
                    links: dissent.isEmpty ? [] : escalationLinks
                )
            )
        }
        if let weighed = file.weighed.last(where: { $0.step == step.id }) {
            sections.append(
                PaperPage.Section(
                    title: "The criteria as they were weighed",
                    note: "Text: \(weighed.from.map { guidanceName($0) } ?? "the procedure’s own")",
                    facts: weighed.findings.map {
                        PaperPage.Fact(
                            $0.says,
                            "\(DayWording.capitalised($0.finding.words)). \($0.reason)"
                        )
                    }
                )
            )
        }
        return sections
    }

    private func guidanceName(_ id: String) -> String {
        procedure.guidance.first { $0.id == id }?.title ?? id
    }

    private func words(_ view: CaseFile.View) -> String {
        let given = view.given
        let what =
            given.view.map { DayWording.capitalised(Wording.spaced($0)) } ?? "No settled view"
        let evidence = given.evidence.isEmpty ? "" : " Evidence: \(given.evidence)"
        return
            "\(what). Given by \(given.by), \(wording.when(given.day, given.minute)). “\(given.reasons)”\(evidence)"
    }

    /// The steps by which the procedure settles a disagreement of the partners.
    private var settling: [Step] {
        procedure.steps.filter { $0.condition?.wants(.partnersDisagree) ?? false }
    }

    /// To whom the procedure takes a disagreement.
    private var dissentNote: String {
        settling.first.map { step in
            "The procedure takes a disagreement to \(wording.people(of: step)): \(step.does.lowercasedStart)."
        }
            ?? "The procedure names nobody to settle a disagreement. The positions stand as recorded, and the clocks run on."
    }

    /// The scrutineer sees it only when she is on the case.
    private var escalationLinks: [WordedLink] {
        var links = settling.map {
            WordedLink(words: $0.does, address: link("steps", $0.id))
        }
        let isSeen = file.people.contains {
            $0.isOn(today) && $0.roles.contains { $0.contains("scrutineer") }
        }
        if !isSeen, may(.putOn) {
            links.append(
                WordedLink(words: "Put the scrutineer on the case", address: link(.arrivals))
            )
        }
        return links
    }

    private func submissionSections(_ step: Step) -> [PaperPage.Section] {
        let submissions = file.submissions.filter { $0.step == step.id }
        return submissions.map { made in
            let occurrence = file.occurrences.first { $0.entry == made.entry }
            var facts = [PaperPage.Fact("Submitted by", made.by)]
            if let role = made.role {
                facts.append(PaperPage.Fact("Registered as", wording.name(of: role)))
            }
            if let occurrence {
                facts.append(
                    PaperPage.Fact("When", wording.when(occurrence.day, occurrence.minute))
                )
                if case .submitted(let to, let reference)? = occurrence.evidence {
                    facts.append(PaperPage.Fact("To", to))
                    facts.append(PaperPage.Fact("Their reference", reference))
                }
            }
            let copy = file.documents.first { $0.document == made.copy }
            let isHidden =
                made.copy.map {
                    file.documentsHidden(from: person).contains($0)
                } ?? false
            facts.append(
                PaperPage.Fact(
                    "The downloaded copy",
                    isHidden
                        ? "Filed, and kept to named people"
                        : copy.map {
                            $0.whereItLies.isEmpty ? $0.title : "\($0.title), in \($0.whereItLies)"
                        } ?? "Not filed yet"
                )
            )
            for change in file.laterChanges where change.step == step.id {
                facts.append(
                    PaperPage.Fact("Changed since, \(DayWording.words(change.day))", change.words)
                )
            }
            return PaperPage.Section(
                title: occurrence?.isWithdrawn == true ? "Withdrawn submission" : "Submission",
                facts: facts
            )
        }
    }

    private func copySection(_ step: Step) -> PaperPage.Section {
        let facts = step.to.map { recipient in
            let sent = file.copies.filter { $0.step == step.id && $0.to == recipient.who.text }
            return PaperPage.Fact(
                DayWording.capitalised(wording.who(recipient.who)),
                sent.isEmpty
                    ? "Not recorded yet."
                    : sent.map {
                        "\(DayWording.words($0.day)), \($0.how.lowercasedStart): \($0.name)."
                    }
                    .joined(separator: " ")
            )
        }
        return PaperPage.Section(title: "Who got a copy", facts: facts)
    }
}

extension PaperPage.Section {
    /// The same, to be read only.
    fileprivate var unlinked: PaperPage.Section {
        PaperPage.Section(title: title, tag: tag, note: note, facts: facts, faults: faults)
    }
}
