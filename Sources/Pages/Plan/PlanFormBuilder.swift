import Procedures
import WorkingDays

/// Puts the form together as it was typed.
struct PlanFormBuilder {
    let shelf: ProcedureShelf
    let procedure: Procedure
    let query: PlanQuery
    let entries: PlanEntries

    private static let spareRows = 2

    func form() -> PlanForm {
        let moments = momentsShown()
        return PlanForm(
            procedures: shelf.entries.map { entry in
                Choice(
                    id: entry.procedure.id,
                    label: "\(entry.procedure.title), edition \(entry.procedure.edition)",
                    isChosen: entry.procedure.id == procedure.id
                )
            },
            variations: variations(),
            moments: moments.map { field($0) },
            questions: questions(),
            others: others(except: Set(moments.map(\.id))),
            closed: closedField(),
            today: todayField(),
            errors: entries.errors
        )
    }

    func closedField() -> TextField {
        TextField(
            id: "closed",
            label: "Days on which your office is closed",
            hint:
                "One to a line, like 24 12 2026. They are not counted. Leave empty if you count every working day.",
            value: query.values("closed").joined(separator: "\n"),
            fault: entries.fault("closed")
        )
    }

    func todayField() -> DateField {
        date("today", "See the plan as on", "Leave empty for today", entries.today)
    }

    private func variations() -> [Choice] {
        guard !procedure.variations.isEmpty else { return [] }
        let none = Choice(
            id: "",
            label: "The procedure itself",
            isChosen: procedure.variation == nil
        )
        return [none]
            + procedure.variations.map {
                Choice(
                    id: $0.id,
                    label: $0.title,
                    isChosen: procedure.variation?.id == $0.id
                )
            }
    }

    /// Those the procedure counts from, and any other that was filled in.
    private func momentsShown() -> [Moment] {
        shown(Set(procedure.lookup.countedFrom))
    }

    private func shown(_ wanted: Set<Moment>) -> [Moment] {
        let filled = Set(
            entries.moments.filter { $0.subject == nil && $0.minute == nil }.map(\.name)
        )
        return Moment.entered.filter { moment in
            guard moment != .meetingEnded, moment != .versionMade else { return false }
            return wanted.contains(moment) || filled.contains(moment.id)
                || entries.errors.contains { $0.field.hasPrefix("\(moment.id)-") }
        }
    }

    func fields(of wanted: Set<Moment>) -> [DateField] {
        shown(wanted).map { field($0) }
    }

    private func field(_ moment: Moment) -> DateField {
        let known = entries.moments.first {
            $0.name == moment.id && $0.subject == nil && $0.minute == nil
        }
        return date(moment.id, moment.words.label, moment.words.hint, known?.day)
    }

    private func date(
        _ id: String,
        _ label: String,
        _ hint: String,
        _ known: Day?
    ) -> DateField {
        let fault = ["day", "month", "year"].compactMap { entries.fault("\(id)-\($0)") }.first
        let parts = known.map { $0.ymd }
        func text(_ part: String, _ known: Int?) -> String {
            let typed = query.value("\(id)-\(part)")
            return typed.isEmpty ? known.map { "\($0)" } ?? "" : typed
        }
        return DateField(
            id: id,
            label: label,
            hint: hint,
            day: text("day", parts?.day),
            month: text("month", parts?.month),
            year: text("year", parts?.year),
            fault: fault
        )
    }

    private func questions() -> [PlanForm.YesNoField] {
        let needs = procedure.lookup.dependsOn
        let facts = Fact.allCases.filter { needs.facts.contains($0) }.map { fact in
            yesNo(fact.id, fact.asks, hint: nil)
        }
        let own = procedure.questions.enumerated()
            .filter { needs.questions.contains(Reference($0.offset)) }
            .map { yesNo($1.id, $1.asks, hint: clauseHint($1.clauses)) }
        let outcomes = procedure.steps.enumerated()
            .filter { needs.outcomes.contains(Reference($0.offset)) }
            .map { outcome($1) }
        return facts + own + outcomes
    }

    /// The facts that every procedure shares.
    func commonQuestions() -> [PlanForm.YesNoField] {
        Fact.allCases.map { yesNo($0.id, $0.asks, hint: nil) }
    }

    private func clauseHint(_ clauses: [String]) -> String? {
        clauses.isEmpty ? nil : "Clause \(Wording.clauses(clauses))"
    }

    private func yesNo(_ id: String, _ asks: String, hint: String?) -> PlanForm.YesNoField {
        let given = entries.facts.last { $0.name == id }?.value ?? ""
        let value = given == "true" ? "yes" : given == "false" ? "no" : given
        return PlanForm.YesNoField(
            id: id,
            label: asks,
            hint: hint,
            value: value,
            choices: [("yes", "Yes"), ("no", "No")],
            fault: entries.fault("fact-\(id)")
        )
    }

    private func outcome(_ step: Step) -> PlanForm.YesNoField {
        PlanForm.YesNoField(
            id: step.id,
            label: "What came of this: \(step.does.lowercasedStart)?",
            hint: clauseHint(step.clauses),
            value: entries.facts.last { $0.name == step.id }?.value ?? "",
            choices: step.outcomes.map { ($0, DayWording.capitalised(Wording.spaced($0))) },
            fault: nil
        )
    }

    // Any other date.

    private func others(except shown: Set<String>) -> [PlanForm.OtherDateRow] {
        if query.isTyped {
            let typed = query.otherRows
            let spare = (typed.last ?? 0) + 1
            return (typed.isEmpty ? Array(1...Self.spareRows) : typed + [spare]).map {
                typedRow($0)
            }
        }
        let taken = takenInBoxes(shown)
        var rows: [PlanForm.OtherDateRow] = []
        for (place, entry) in entries.moments.enumerated() where !taken.contains(place) {
            rows.append(
                row(
                    rows.count + 1,
                    entry.name,
                    entry.subject,
                    entry.day,
                    entry.minute,
                    isAgreed: false
                )
            )
        }
        for (name, subject, day) in entries.agreed {
            rows.append(row(rows.count + 1, name, subject, day, nil, isAgreed: true))
        }
        let filled = rows.count
        return rows
            + (1...Self.spareRows).map { row(filled + $0, nil, nil, nil, nil, isAgreed: false) }
    }

    /// The first plain entry of each moment that has boxes of its own.
    private func takenInBoxes(_ shown: Set<String>) -> Set<Int> {
        var seen: Set<String> = []
        var taken: Set<Int> = []
        for (place, entry) in entries.moments.enumerated()
        where shown.contains(entry.name) && entry.subject == nil && entry.minute == nil {
            if seen.insert(entry.name).inserted { taken.insert(place) }
        }
        return taken
    }

    private func typedRow(_ number: Int) -> PlanForm.OtherDateRow {
        let id = "other-\(number)"
        return PlanForm.OtherDateRow(
            number: number,
            choices: choices(query.value("\(id)-what")),
            who: query.value("\(id)-who"),
            date: date(id, "Date", "For example 29 12 2025", nil),
            time: time(id, query.value("\(id)-time")),
            isAgreed: query.value("\(id)-agreed") == "yes",
            fault: entries.fault("\(id)-what")
        )
    }

    private func row(
        _ number: Int,
        _ name: String?,
        _ subject: String?,
        _ day: Day?,
        _ minute: Minute?,
        isAgreed: Bool
    ) -> PlanForm.OtherDateRow {
        let id = "other-\(number)"
        return PlanForm.OtherDateRow(
            number: number,
            choices: choices(name ?? ""),
            who: subject ?? "",
            date: date(id, "Date", "For example 29 12 2025", day),
            time: time(id, minute?.description ?? ""),
            isAgreed: isAgreed,
            fault: nil
        )
    }

    private func time(_ id: String, _ value: String) -> TextField {
        TextField(
            id: "\(id)-time",
            label: "Time",
            hint: "Where hours count, like 16:00",
            value: value,
            fault: entries.fault("\(id)-time")
        )
    }

    private func choices(_ chosen: String) -> [ChoiceGroup] {
        let moments = Moment.entered.map {
            Choice(id: $0.id, label: $0.words.label, isChosen: $0.id == chosen)
        }
        let sections = procedure.sections.filter { $0.id != "national-limits" }.map { section in
            ChoiceGroup(
                label: section.title,
                choices: procedure.steps[section.steps].flatMap { step -> [Choice] in
                    let own = Choice(
                        id: step.id,
                        label: step.does,
                        isChosen: step.id == chosen
                    )
                    guard step.request != nil else { return [own] }
                    let back = "\(step.id).back"
                    return [
                        own,
                        Choice(
                            id: back,
                            label: "Answers back: \(step.does.lowercasedStart)",
                            isChosen: back == chosen
                        ),
                    ]
                }
            )
        }
        return [ChoiceGroup(label: "Moments", choices: moments)] + sections
    }
}
