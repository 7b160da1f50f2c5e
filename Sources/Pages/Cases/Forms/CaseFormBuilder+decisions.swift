import CaseFiles
package import Procedures
import WorkingDays

extension CaseFormBuilder {
    // Views

    mutating func askView() -> Asked? {
        guard let step = namedStep, case .decision = step.kind else { return nil }
        let own = procedure.partners.map { (id: $0.partner.rawValue, label: $0.name) }
        let of = filler.list(
            "of",
            "Whose view",
            [(label: "", options: own + [(id: "other", label: "Another agency")])]
        )
        let other = filler.line(
            "other",
            "Which other agency",
            isNeeded: of == "other",
            most: 200
        )
        let by = filler.line("name", "Who gave it", hint: "Name and role.")
        let outcomes = step.outcomes.map {
            (id: $0, label: DayWording.capitalised(Wording.spaced($0)), hint: "")
        }
        let view = filler.radio(
            "view",
            "For what",
            outcomes + [(id: "none", label: "No settled view yet", hint: "")]
        )
        let reasons = filler.area("reason", "Reasons, in their own words")
        let evidence = filler.area("evidence", "The evidence they point to", isNeeded: false)
        let day = filler.day("day", "The day it was given", was: today)
        let minute = filler.time("time", "Time")
        return Asked(
            title: "Record a view",
            lead: [
                "\(step.does).",
                "Every view is kept. A partner who changes it gives another, which stands beside the first.",
            ],
            command: .giveView(
                CaseEvent.ViewGiven(
                    entry: fresh.entry,
                    step: step.id,
                    of: of == "other" ? other : of,
                    by: by,
                    view: view == "none" ? nil : view,
                    reasons: reasons,
                    evidence: evidence,
                    day: day,
                    minute: minute
                )
            )
        )
    }

    // Decisions

    /// What else a decision asks: each criterion, the facts that it settles, and how it was come to.
    mutating func askDecision(_ step: Step, _ part: DecisionPart) -> [CaseCommand] {
        var commands: [CaseCommand] = []
        if let criteria = procedure.weighed(part) {
            filler.heading("The criteria, one by one")
            var findings: [CaseEvent.CriteriaWeighed.Finding] = []
            for criterion in criteria.weighed {
                let id = "criterion-\(criterion.id)"
                let finding = filler.radio(
                    id,
                    criterion.says,
                    CriterionFinding.allCases.map {
                        (id: $0.rawValue, label: DayWording.capitalised($0.words), hint: "")
                    }
                )
                let reason = filler.area("\(id)-reason", "Why: \(criterion.says.lowercasedStart)")
                let sources = filler.line(
                    "\(id)-sources",
                    "Where that stands",
                    hint: "An agency’s answer, a row of the chronology, the minutes.",
                    isNeeded: false,
                    most: 1000
                )
                findings.append(
                    CaseEvent.CriteriaWeighed.Finding(
                        criterion: criterion.id,
                        says: criterion.says,
                        finding: CriterionFinding(rawValue: finding) ?? .unclear,
                        reason: reason,
                        sources: sources.isEmpty ? nil : sources
                    )
                )
            }
            commands.append(
                .weigh(
                    CaseEvent.CriteriaWeighed(
                        entry: fresh.entry,
                        step: step.id,
                        from: criteria.from,
                        findings: findings
                    )
                )
            )
        }
        commands += askSettledFacts(step)
        commands += askHowDecided(step, part)
        return commands
    }

    /// How the case goes on, where a decision says so.
    mutating func askRouteAfter(_ reasons: String) -> [CaseCommand] {
        guard may(.chooseRoute) else { return [] }
        let chosen = filler.list(
            "route",
            "The way this case goes on",
            [
                (
                    label: "",
                    options: Route.allCases.map {
                        (id: $0.rawValue, label: DayWording.capitalised($0.words))
                    }
                )
            ],
            was: file.route.rawValue
        )
        guard let route = Route(rawValue: chosen), route != file.route else { return [] }
        return [.chooseRoute(route, reason: reasons)]
    }
}

extension Procedure {
    /// The criteria that a decision weighs, with the text that stands behind them: the procedure's own, else its guidance's.
    package func weighed(
        _ part: DecisionPart
    ) -> (from: String?, weighed: [Criteria.Criterion])? {
        guard let id = part.criteria, let own = criteria.first(where: { $0.id == id }) else {
            return nil
        }
        func limbs(_ criteria: Criteria) -> [Criteria.Criterion] {
            criteria.parts.filter { $0.part != .bearInMind }.flatMap(\.criteria)
        }
        let mine = limbs(own)
        if !mine.isEmpty { return (own.from, mine) }
        let text = guidance.first { $0.id == own.from } ?? guidance.first
        guard let national = text?.criteria.first(where: { $0.id == id }) else { return nil }
        return (text?.id, limbs(national))
    }
}

extension Procedure {
    /// What is to be borne in mind with the criteria of a decision, and which editions say so, as they stand on a day.
    func criteriaText(_ part: DecisionPart, on day: Day) -> [(term: String, text: String)] {
        guard let id = part.criteria, let own = criteria.first(where: { $0.id == id }) else {
            return []
        }
        func minded(_ criteria: Criteria) -> [String] {
            criteria.parts.filter { $0.part == .bearInMind }.flatMap(\.criteria).map(\.says)
        }
        var facts = minded(own).map { (term: "The procedure", text: $0) }
        for edition in guidance {
            guard let national = edition.criteria.first(where: { $0.id == id }) else { continue }
            facts += minded(national).map { (term: edition.title, text: $0) }
            facts.append(
                (
                    term: "In force",
                    text: "\(edition.title): from \(DayWording.words(edition.inForceFrom))"
                        + (edition.inForceTo.map { last in
                            " to \(DayWording.words(last))"
                                + (last < day
                                    ? ". It was no longer in force on \(DayWording.words(day)): look at the newer edition too"
                                    : "")
                        } ?? "") + "."
                )
            )
        }
        return facts
    }
}
