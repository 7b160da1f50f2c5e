package import Procedures
import Schedules
package import WorkingDays

/// The answer to somebody who compares procedures.
package struct CompareAnswer: Sendable {
    package let page: ComparePage
    package let link: String?
}

/// The same facts under each procedure asked for, or under all where none is named.
package func comparePage(
    for query: PlanQuery,
    among shelf: ProcedureShelf,
    today: Day
) -> CompareAnswer {
    let comparing = Comparing(query, among: shelf, today: today)
    let isGood = comparing.entries.errors.isEmpty && !comparing.entries.isEmpty
    return CompareAnswer(
        page: ComparePage(
            form: comparing.form(query),
            comparison: isGood ? comparing.comparison() : nil
        ),
        link: isGood ? comparing.link : nil
    )
}

/// The comparison of procedures chosen by name, for the command line; entries are those that all understand.
package func comparison(
    of procedures: [Procedure],
    _ entries: PlanEntries,
    today: Day
) -> Comparison {
    Comparing(procedures, entries, today: today).comparison()
}

struct Comparing {
    private let shelf: ProcedureShelf
    private let procedures: [Procedure]
    private(set) var entries: PlanEntries
    private let today: Day

    init(_ query: PlanQuery, among shelf: ProcedureShelf, today: Day) {
        self.shelf = shelf
        entries = PlanEntries(query)
        var chosen: [Procedure] = []
        for id in query.values("procedure") {
            if let procedure = shelf.procedure(id) {
                if !chosen.contains(where: { $0.id == id }) { chosen.append(procedure) }
            } else {
                entries.errors.append(
                    FormError(
                        field: "procedure",
                        message: "Choose from the procedures listed"
                    )
                )
            }
        }
        procedures = chosen.isEmpty ? shelf.entries.map(\.procedure) : chosen
        self.today = entries.today ?? today
    }

    init(_ procedures: [Procedure], _ entries: PlanEntries, today: Day) {
        shelf = ProcedureShelf(procedures.map { .init(procedure: $0, variations: []) })
        self.procedures = procedures
        self.entries = entries
        self.today = today
    }

    var link: String {
        Link.plan(Link.compare, procedures: procedures.map(\.id), variation: nil, entries)
    }

    /// The plan's form, with every moment that one of the procedures counts from.
    func form(_ query: PlanQuery) -> PlanForm {
        let counted = Set(procedures.flatMap(\.lookup.countedFrom))
        let base = PlanFormBuilder(
            shelf: shelf,
            procedure: procedures[0],
            query: query,
            entries: entries
        )
        return PlanForm(
            procedures: shelf.entries.map { entry in
                Choice(
                    id: entry.procedure.id,
                    label: entry.procedure.title,
                    isChosen: procedures.contains { $0.id == entry.procedure.id }
                )
            },
            variations: [],
            moments: base.fields(of: counted),
            questions: base.commonQuestions(),
            others: [],
            closed: base.closedField(),
            today: base.todayField(),
            errors: entries.errors
        )
    }

    func comparison() -> Comparison {
        let plans = procedures.map { column($0) }
        let headings = Heading.all.filter { heading in
            plans.contains { $0.line(heading) != nil }
        }
        let rows = headings.map { row($0, plans) }
        return Comparison(
            seenOn: DayWording.text(today),
            columns: plans.map(\.column),
            rows: rows.filter { row in row.cells.contains { $0.due != nil } },
            summary: summary(plans),
            link: link
        )
    }

    private func summary(_ plans: [ComparedPlan]) -> String {
        let ends = plans.compactMap { $0.line(.moment(.reportSubmitted))?.due }
        guard let first = ends.min(), let last = ends.max() else {
            return
                "None of these procedures gives a day for the rapid review from what has been entered."
        }
        if first == last {
            return
                "Each procedure that gives a day has the rapid review with the national Panel by \(DayWording.words(first))."
        }
        let days = (try? calendar.workingDays(from: first, to: last)) ?? 0
        return
            "The same facts have the rapid review with the national Panel between \(DayWording.words(first)) and "
            + "\(DayWording.words(last)): \(DayWording.count(days, "working day")) apart."
    }

    private var calendar: WorkingCalendar {
        entries.closed.isEmpty
            ? .standard
            : WorkingCalendar(
                closures: Dictionary(
                    entries.closed.map { ($0, "closed locally") },
                    uniquingKeysWith: { $1 }
                )
            )
    }

    private func column(_ procedure: Procedure) -> ComparedPlan {
        let shared = entries.shared
        let (known, _) = procedure.known(
            moments: shared.moments,
            facts: shared.facts,
            agreed: []
        )
        let schedule = schedule(of: known, under: procedure, calendar: calendar, today: today)
        return ComparedPlan(
            procedure: procedure,
            schedule: schedule,
            reasons: Reasons(procedure, calendar),
            planLink: Link.plan(
                Link.plan,
                procedures: [procedure.id],
                variation: procedure.variation?.id,
                shared
            )
        )
    }

    private func row(_ heading: Heading, _ plans: [ComparedPlan]) -> Comparison.Row {
        let lines = plans.map { $0.line(heading) }
        let earliest = lines.compactMap { $0?.due }.min()
        let isSpread = Set(lines.compactMap { $0?.due }).count > 1
        return Comparison.Row(
            heading: heading.words,
            cells: zip(plans, lines).map { plan, line in
                plan.cell(line, isEarliest: isSpread && line?.due != nil && line?.due == earliest)
            }
        )
    }
}

/// What procedures have in common: the moments they bring about, and the return of what was asked.
private enum Heading: Hashable {
    case moment(Moment)
    case returns

    static let all: [Heading] = Moment.allCases.flatMap { moment -> [Heading] in
        if moment == .returnReceived { return [.returns] }
        return moment.isScoped || moment.namesAFutureDay ? [] : [.moment(moment)]
    }

    var words: String {
        switch self {
        case .moment(let moment): moment.words.label
        case .returns: "Agencies’ returns back"
        }
    }
}

/// One procedure's plan of the same facts.
private struct ComparedPlan {
    let procedure: Procedure
    let schedule: Schedule
    let reasons: Reasons
    let planLink: String

    var column: Comparison.Column {
        Comparison.Column(
            procedure: procedure.id,
            title: procedure.title,
            planLink: planLink,
            findings: schedule.findings.filter(\.isContradiction).map { reasons.text($0) }
        )
    }

    /// The line that brings a moment about: one with a day before one without.
    func line(_ heading: Heading) -> ScheduledStep? {
        let lines = schedule.steps.filter { line in
            let step = procedure.steps[line.key.step]
            guard line.key.subject == nil, line.applies != .no, !step.isNationalLimit else {
                return false
            }
            switch heading {
            case .moment(let moment): return step.records == moment && !line.key.isReturn
            case .returns:
                return line.key.isReturn && step.records == .requestsSent
            }
        }
        return lines.first { $0.due != nil } ?? lines.first
    }

    func cell(_ line: ScheduledStep?, isEarliest: Bool) -> Comparison.Cell {
        guard let line else {
            return Comparison.Cell(
                due: nil,
                rule: "Not in this procedure",
                link: nil,
                isEarliest: false
            )
        }
        let clauses = reasons.clauses(line.key)
        let cited = clauses.isEmpty ? "" : " (\(Wording.clauses(clauses)))"
        return Comparison.Cell(
            due: line.due.map { DayWording.text($0) },
            rule: reasons.rule(line) + cited,
            link: "\(planLink)#\(reasons.id(line.key))",
            isEarliest: isEarliest
        )
    }
}
