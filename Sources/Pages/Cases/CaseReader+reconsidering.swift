import CaseFiles
import Partnerships
import Procedures
import Schedules
import WorkingDays

extension CaseReader {
    /// What the partners think over, as long as they have not decided anew.
    var openReconsideration: Reconsideration? {
        guard file.isOpen, let found = file.reconsideration(under: procedure), !found.isDecided
        else { return nil }
        return found
    }

    /// That the partners are to meet again, and the next thing to do for it.
    var reconsideringBanners: [Banner] {
        guard let thought = openReconsideration else { return [] }
        let answer = thought.answer
        let met = thought.meeting.flatMap { step in
            file.meetings(of: step).last { $0.isOpen || $0.ended != nil && $0.day >= answer.day }
        }
        let standing =
            met.map { met in
                let day = DayWording.words(met.day)
                return met.ended == nil
                    ? "They meet again on \(day)."
                    : "They met again on \(day): record what they have decided now."
            }
            ?? "They meet again to think their decision over. Both decisions are kept."
        return [
            Banner(
                kind: .today,
                heading: answer.reply.asks,
                lines: [
                    "Answered on \(DayWording.words(answer.day)). \(standing)",
                    thought.hasOwnMeeting
                        ? "" : "The procedure says nothing of it: the day is the partners’ to set.",
                ],
                link: next(thought, met)
            )
        ]
    }

    private func next(_ thought: Reconsideration, _ met: Meeting?) -> WordedLink? {
        if met?.ended == nil, let meeting = thought.meeting.flatMap({ wayToMeeting(of: $0) }) {
            return meeting
        }
        return decidingAgain(thought.decision)
    }

    private func decidingAgain(_ id: String) -> WordedLink? {
        guard let reference = procedure.lookup.stepNamed[id], may(procedure.steps[reference].act)
        else { return nil }
        return WordedLink(words: "Record what was decided", address: link(.completions, id))
    }

    // On the page of the national Panel

    private var panelAnswers: [CaseFile.Reply] {
        file.conclusions.replies.filter { $0.replied.reply.isAnswer }
    }

    /// What the partners decided and what the national Panel answered, in the order in which it came.
    var decisionsSections: [PaperPage.Section] {
        let answers = panelAnswers
        guard !answers.isEmpty else { return [] }
        return procedure.steps.filter(\.choosesReview).compactMap { step in
            let taken = file.occurrences.filter {
                $0.name.point == step.id && $0.isStep && !$0.isWithdrawn
            }
            if taken.isEmpty { return nil }
            let decisions = taken.map { occurrence in
                (
                    at: (occurrence.day, occurrence.recorded),
                    fact: PaperPage.Fact(
                        "The partners, \(DayWording.words(occurrence.day))",
                        outcomeWords(occurrence.evidence)
                    )
                )
            }
            let replies = answers.map { answer in
                (
                    at: (answer.replied.day, answer.recorded),
                    fact: PaperPage.Fact(
                        "The national Panel, \(DayWording.words(answer.replied.day))",
                        "\(answer.replied.reply.words). “\(answer.replied.words)”"
                    )
                )
            }
            return PaperPage.Section(
                title: "The decisions side by side",
                facts: (decisions + replies).sorted { $0.at < $1.at }.map(\.fact),
                links: [
                    WordedLink(
                        words: "The decision of the partners",
                        address: link("steps", step.id)
                    )
                ]
            )
        }
    }

    private func outcomeWords(_ evidence: Evidence?) -> String {
        guard case .decided(let outcome, let reasons)? = evidence else { return "" }
        let chosen = outcome.map { "\(DayWording.capitalised(Wording.spaced($0))). " } ?? ""
        return chosen + reasons
    }

    /// What the procedure has people do once the answer is there.
    var followingSections: [PaperPage.Section] {
        guard !panelAnswers.isEmpty else { return [] }
        let following = schedule.steps.filter { line in
            let step = procedure.steps[line.key.step]
            return line.applies != .no && !step.isNationalLimit && follows(step)
        }
        guard !following.isEmpty else { return [] }
        return [
            PaperPage.Section(
                title: "What the procedure has follow",
                facts: following.map { line in
                    PaperPage.Fact(builder.reasons.does(line.key), state(line))
                },
                links: following.map { line in
                    WordedLink(
                        words: procedure.steps[line.key.step].does,
                        address: link("steps", procedure.steps[line.key.step].id)
                    )
                }
            )
        ]
    }

    /// `Done Fri 9 Jan 2026`, or by when it is to be.
    private func state(_ line: ScheduledStep) -> String {
        line.done.map { "Done \(DayWording.words($0.day))" }
            ?? DayWording.capitalised(workRow(line).note)
    }

    /// Whether a step waits for the national Panel's answer.
    private func follows(_ step: Step) -> Bool {
        let isOfAnswer = [Fact.panelDisagrees, .nationalReview].contains { fact in
            step.condition.map { $0.names(fact) } ?? false
        }
        return isOfAnswer || waits(step, for: { $0.records == .panelResponse })
    }

    private func waits(_ step: Step, for isMeant: (Step) -> Bool) -> Bool {
        step.after.contains { point in
            point.step.map { isMeant(procedure.steps[$0]) } ?? false
        }
    }

    // Who is told

    /// Agencies, referrer and family: what the procedure has them told, and what is recorded of it.
    var toldSections: [PaperPage.Section] {
        guard !panelAnswers.isEmpty else { return [] }
        let steps = schedule.steps.filter { line in
            guard line.key.subject == nil, !line.key.isReturn, line.applies != .no else {
                return false
            }
            return tells(procedure.steps[line.key.step])
        }
        let recipients = steps.flatMap { procedure.steps[$0.key.step].to.map(\.who) }
        var facts = steps.map { PaperPage.Fact(builder.reasons.does($0.key), state($0)) }
        var links = steps.map { line in
            let step = procedure.steps[line.key.step]
            return WordedLink(words: step.does, address: link("steps", step.id))
        }
        if !recipients.contains(where: \.isOfAgencies) {
            facts.append(
                PaperPage.Fact(
                    "The agencies",
                    "The procedure has no step for telling them. Write in the log what they were told, by whom and how."
                )
            )
            if may(.writeLog) {
                links.append(WordedLink(words: "Write in the log", address: link(.logEntries)))
            }
        }
        facts.append(PaperPage.Fact("The referrer", referrerWords))
        if may(.tellReferrer) {
            links.append(
                WordedLink(words: "Record what the referrer was told", address: link(.referrer))
            )
        }
        if may(.seeInvolvement) {
            facts += familyFacts
            links.append(
                WordedLink(words: "Family and practitioners", address: link("involvement"))
            )
        }
        return [PaperPage.Section(title: "Who is told the outcome", facts: facts, links: links)]
    }

    /// Whether a step tells others what the partners decided or the national Panel answered.
    private func tells(_ step: Step) -> Bool {
        guard case .message = step.kind else { return false }
        return waits(step, for: { $0.choosesReview || $0.records == .panelResponse })
    }

    private var referrerWords: String {
        if file.referrerTold.isEmpty { return "Not recorded yet." }
        return file.referrerTold.map { told in
            "\(DayWording.words(told.day)), \(told.how.lowercasedStart): “\(told.words)”"
        }
        .joined(separator: " ")
    }

    private var familyFacts: [PaperPage.Fact] {
        let family = file.involved.map(\.latest.told).filter { $0.kind != .practitioner }
        if family.isEmpty {
            return [PaperPage.Fact("The family", "Nobody of the family is recorded yet.")]
        }
        return family.map { told in
            PaperPage.Fact(
                DayWording.capitalised(told.name),
                told.toldBy.isEmpty
                    ? "Who tells them is not settled yet."
                    : "To be told by \(told.toldBy), before anything is published."
            )
        }
    }
}

extension PanelReply {
    /// What an answer asks of the partners, as a heading.
    fileprivate var asks: String {
        switch self {
        case .reviewsNationally: "The national Panel takes the case into a national review"
        default: "The national Panel asks the partners to think their decision over"
        }
    }
}
