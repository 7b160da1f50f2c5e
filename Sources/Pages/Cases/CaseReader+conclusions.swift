import CaseFiles
import Partnerships
import Procedures
import Schedules

extension CaseReader {
    /// What was answered when a step was done, and how a decision was come to, the newest first.
    func answerSections(_ step: Step) -> [PaperPage.Section] {
        let done = file.occurrences.filter {
            $0.isStep
                && procedure.stepPoint(named: $0.name.point)?.step.map { procedure.steps[$0].id }
                    == step.id
        }
        return done.reversed().flatMap { occurrence -> [PaperPage.Section] in
            let day = DayWording.words(occurrence.day)
            let counts = occurrence.isWithdrawn ? ", withdrawn" : ""
            var sections: [PaperPage.Section] = []
            if step.isDecision, case .decided(let outcome, let reasons)? = occurrence.evidence {
                sections.append(
                    PaperPage.Section(
                        title: "Decision of \(day)\(counts)",
                        facts: decisionFacts(outcome, reasons, occurrence.entry)
                    )
                )
            }
            let answers = file.answers(at: occurrence.entry)
            if !answers.isEmpty {
                sections.append(
                    PaperPage.Section(
                        title: "What was answered on \(day)\(counts)",
                        facts: answers.map { PaperPage.Fact($0.asks, $0.says) }
                    )
                )
            }
            return sections
        }
    }

    private func decisionFacts(
        _ outcome: String?,
        _ reasons: String,
        _ entry: EntryID
    ) -> [PaperPage.Fact] {
        var facts: [PaperPage.Fact] = []
        if let outcome {
            facts.append(PaperPage.Fact("Outcome", DayWording.capitalised(Wording.spaced(outcome))))
        }
        facts.append(PaperPage.Fact("Reasons", reasons))
        guard let how = file.conclusions.explanations.last(where: { $0.entry == entry }) else {
            return facts
        }
        facts.append(PaperPage.Fact("Decided by", how.decidedBy.joined(separator: "; ")))
        if !how.alternatives.isEmpty {
            facts.append(PaperPage.Fact("Also weighed", how.alternatives))
        }
        if let national = how.recommendsNational {
            facts.append(
                PaperPage.Fact(
                    "A national review",
                    "\(national ? "Recommended" : "Not recommended"). \(how.nationalReasons)"
                )
            )
        }
        facts.append(
            PaperPage.Fact("Dissent", how.dissent.isEmpty ? "None was recorded." : how.dissent)
        )
        return facts
    }

    // Lateness

    /// Each delay of a submission, with the notice that a person sends.
    func delaySections(_ step: Step) -> [PaperPage.Section] {
        file.delays(of: step.id).reversed().map { delay in
            let foreseen = delay.foreseen
            var facts = [
                PaperPage.Fact(
                    "First due",
                    foreseen.dueShown.map { DayWording.words($0) } ?? "No day was worked out"
                ),
                PaperPage.Fact("To come by", DayWording.words(foreseen.newDay)),
                PaperPage.Fact("Why", "\(foreseen.cause.words). \(foreseen.words)"),
                PaperPage.Fact("Agreed by", foreseen.agreedBy),
            ]
            facts += delay.told.map {
                PaperPage.Fact(
                    "Told",
                    "\(DayWording.capitalised($0.to)), \(wording.when($0.day, $0.minute)), by \($0.how.lowercasedStart)"
                )
            }
            facts.append(
                PaperPage.Fact("Notice to send", notice(of: delay, step), isCopied: true)
            )
            return PaperPage.Section(
                title: "Will be late: recorded \(when(delay.recorded)) by \(who(delay.actor))",
                tag: delay.told.isEmpty
                    ? StandingTag(kind: .overdue, word: "Not told yet")
                    : StandingTag(kind: .done, word: "Told"),
                note: delay.told.isEmpty && !step.to.isEmpty
                    ? "Tell \(step.to.map { wording.who($0.who) }.joined(separator: ", ")) before the day on which it is due. Sightline sends nothing outside."
                    : "",
                facts: facts,
                links: may(.agreeDay)
                    ? [
                        WordedLink(
                            words: delay.told.isEmpty
                                ? "Record that it was told" : "Record that it was told again",
                            address: link(.delayNotices, "\(foreseen.entry)")
                        )
                    ] : []
            )
        }
    }

    /// The words of a notice of delay: a reference and days, and nothing of a child.
    private func notice(of delay: CaseFile.Delay, _ step: Step) -> String {
        let foreseen = delay.foreseen
        let due = foreseen.dueShown.map { ", which is due on \(DayWording.words($0))," } ?? ""
        return [
            "Our reference: \(file.reference).",
            "The report of this rapid review\(due) will be late. We expect to submit it by \(DayWording.words(foreseen.newDay)).",
            "The reason: \(foreseen.cause.words.lowercasedStart). \(foreseen.words)",
            "The new day was agreed by \(foreseen.agreedBy).",
        ].joined(separator: "\n")
    }

    // The national Panel

    /// What went to the national Panel, what came back, and what follows.
    package func nationalPanelPage() -> PaperPage {
        PaperPage(
            title: "The national Panel",
            over: "Case \(file.reference)",
            crumbs: [
                Crumb(name: Way.cases.name, address: Link.cases),
                .caseFile(file.reference),
            ],
            banners: reconsideringBanners,
            lead: [
                "Sightline is not connected to the national Panel: people send and receive, and record it here."
            ],
            acts: may(.recordMoment) && isReported
                ? [
                    WordedLink(
                        words: "Record what came from the national Panel",
                        address: link(.panelReplies)
                    )
                ] : [],
            sections: submissionsToPanel + extensionSections + replySections + decisionsSections
                + followingSections + toldSections
        )
    }

    private var isReported: Bool {
        panelSubmissions.contains { !file.standing(OccurrenceName($0.id)).isEmpty }
    }

    /// The steps that submit something to the national Panel, notifications apart.
    var panelSubmissions: [Step] {
        procedure.steps.filter { step in
            guard case .submission = step.kind else { return false }
            return step.records == .reportSubmitted
        }
    }

    private var submissionsToPanel: [PaperPage.Section] {
        panelSubmissions.flatMap { step -> [PaperPage.Section] in
            let line = schedule.line(OccurrenceName(step.id), under: procedure)
            let isDone = !file.standing(OccurrenceName(step.id)).isEmpty
            return [
                PaperPage.Section(
                    title: step.does,
                    tag: line?.standing.tag,
                    note: isDone
                        ? ""
                        : line?.due.map { "Due \(DayWording.words($0))" }
                            ?? "No day is worked out yet",
                    links: [WordedLink(words: "Open the step", address: link("steps", step.id))]
                )
            ] + submissionSections(step) + delaySections(step)
        }
    }

    /// A day that was granted governs; a delay that was told does not.
    ///
    /// Where the procedure has no step for it, it is a day agreed for the submission.
    private var extensionSections: [PaperPage.Section] {
        let granted = file.standing(OccurrenceName(Moment.extendedTo.id)).map {
            PaperPage.Fact(
                DayWording.words($0.day),
                "Recorded \(when($0.recorded)) by \(who($0.actor)). The day that was due before stays in view."
            )
        }
        let submissions = panelSubmissions.map(\.id)
        let agreed = file.agreements.filter { submissions.contains($0.name.point) }.map {
            PaperPage.Fact(
                DayWording.words($0.day),
                "“\($0.reason)” The day that was due before stays in view."
            )
        }
        guard !granted.isEmpty || !agreed.isEmpty else { return [] }
        return [
            PaperPage.Section(
                title: granted.isEmpty ? "Another day was agreed" : "Extension granted",
                facts: granted + agreed
            )
        ]
    }

    private var replySections: [PaperPage.Section] {
        let replies = file.conclusions.replies
        if replies.isEmpty {
            return [PaperPage.Section(title: "What came back", note: "Nothing is recorded yet.")]
        }
        return replies.reversed().map { reply in
            let replied = reply.replied
            var facts = [
                PaperPage.Fact("When", wording.when(replied.day, replied.minute)),
                PaperPage.Fact("From", replied.from),
            ]
            if !replied.reference.isEmpty {
                facts.append(PaperPage.Fact("Their reference", replied.reference))
            }
            if !replied.words.isEmpty { facts.append(PaperPage.Fact("It says", replied.words)) }
            facts.append(
                PaperPage.Fact("Recorded", "\(when(reply.recorded)) by \(who(reply.actor))")
            )
            return PaperPage.Section(title: replied.reply.words, facts: facts)
        }
    }
}
