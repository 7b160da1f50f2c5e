import Procedures
import Schedules
package import WorkingDays

/// The answer to somebody who asks for a plan.
package struct PlanAnswer: Sendable {
    package let page: PlanPage
    /// The address under which the same plan is found again; nil where something is wrong.
    package let link: String?
}

/// The plan page for a query: the form as typed, and the plan where everything typed can be taken.
package func planPage(
    for query: PlanQuery,
    among shelf: ProcedureShelf,
    today: Day
) -> PlanAnswer {
    let request = PlanRequest(query, among: shelf, today: today)
    return PlanAnswer(
        page: PlanPage(form: request.form, plan: request.plan()),
        link: request.isGood ? request.link(Link.plan) : nil
    )
}

/// One request for a plan, read.
struct PlanRequest {
    let shelf: ProcedureShelf
    let procedure: Procedure
    let variation: String?
    let entries: PlanEntries
    let known: Known
    let form: PlanForm
    let today: Day

    var isGood: Bool { entries.errors.isEmpty && !entries.isEmpty }

    init(_ query: PlanQuery, among shelf: ProcedureShelf, today: Day) {
        self.shelf = shelf
        var entries = PlanEntries(query)
        let wanted = query.value("procedure")
        let entry = shelf.entry(wanted) ?? shelf.entries[0]
        if !wanted.isEmpty, shelf.entry(wanted) == nil {
            entries.errors.append(
                FormError(field: "procedure", message: "Choose one of the procedures")
            )
        }
        let variationID = query.value("variation")
        let own = entry.variations.first { $0.variation?.id == variationID }
        procedure = own ?? entry.procedure
        variation = own?.variation?.id
        let (known, problems) = procedure.known(
            moments: entries.moments,
            facts: entries.facts,
            agreed: entries.agreed
        )
        entries.errors += problems.compactMap { $0.formError }
        self.known = known
        self.today = entries.today ?? today
        self.entries = entries
        form = PlanFormBuilder(
            shelf: shelf,
            procedure: procedure,
            query: query,
            entries: entries
        ).form()
    }

    func link(_ path: String) -> String {
        Link.plan(path, procedures: [procedure.id], variation: variation, entries)
    }

    var calendar: WorkingCalendar {
        entries.closed.isEmpty
            ? .standard
            : WorkingCalendar(
                closures: Dictionary(
                    entries.closed.map { ($0, "closed locally") },
                    uniquingKeysWith: { $1 }
                )
            )
    }

    func plan() -> Plan? {
        guard isGood else { return nil }
        let calendar = calendar
        let schedule = schedule(of: known, under: procedure, calendar: calendar, today: today)
        let links = PlanLinks(
            plan: link(Link.plan),
            calendar: link(Link.planCalendar),
            compare: Link.plan(
                Link.compare,
                procedures: shelf.ids,
                variation: nil,
                entries.shared
            )
        )
        return Pages.plan(of: schedule, under: procedure, calendar: calendar, links: links)
    }
}

extension PlanEntries {
    /// What every procedure understands: moments and common facts, not the steps of one.
    var shared: PlanEntries {
        var shared = PlanEntries()
        shared.moments = moments.filter { Moment(id: $0.name) != nil }
        shared.facts = facts.filter { Fact(id: $0.name) != nil }
        shared.closed = closed
        shared.today = today
        return shared
    }
}

extension EntryProblem {
    /// Beside which control; nil for what belongs to another procedure and does no harm here.
    var formError: FormError? {
        switch self {
        case .unknownMoment(let name, _), .unknownStep(let name, _):
            FormError(
                field: "procedure",
                message:
                    "“\(name)” is no moment or step of this procedure: take its date away or choose the other procedure"
            )
        case .notYesOrNo(let fact, _):
            FormError(field: "fact-\(fact)", message: "Choose yes, no or not known")
        case .unknownMeeting(let name, _):
            FormError(
                field: "procedure",
                message: "“\(name)” is no meeting of this procedure"
            )
        case .saidTwice(let fact, _, _):
            FormError(field: "fact-\(fact)", message: "This is answered twice: choose one")
        case .unknownFact, .unknownOutcome, .stepWithoutOutcome: nil
        }
    }
}

/// The plan as an iCalendar file wants it; nil where what was asked for cannot be worked out.
package func planForCalendar(
    _ query: PlanQuery,
    among shelf: ProcedureShelf,
    today: Day
) -> Plan? {
    PlanRequest(query, among: shelf, today: today).plan()
}
