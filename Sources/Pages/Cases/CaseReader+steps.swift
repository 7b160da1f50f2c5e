import CaseFiles
import Procedures

extension CaseReader {
    /// What a step page shows besides its day: views, signatures, a submission, copies.
    func stepSections(_ step: Step) -> [PaperPage.Section] {
        var sections: [PaperPage.Section] = []
        if case .decision(let part) = step.kind { sections += decisionSections(step, part) }
        sections += answerSections(step)
        if let standing = file.signOff(of: step, under: procedure, on: today) {
            sections.append(signatureSection(step, standing))
        }
        for paper in procedure.papers(of: step) where form(ofPaper: paper) != nil {
            sections.append(
                PaperPage.Section(
                    title: paperName(paper),
                    tag: tag(file.paper(paper)),
                    links: [
                        WordedLink(words: "Open: \(paperName(paper))", address: paperLink(paper))
                    ]
                )
            )
        }
        if case .submission = step.kind {
            sections += submissionSections(step) + delaySections(step)
        }
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
                            DayWording.capitalised($0.words)
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

    func submissionSections(_ step: Step) -> [PaperPage.Section] {
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
