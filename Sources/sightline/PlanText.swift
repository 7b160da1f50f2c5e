import Pages

/// A plan on a terminal.
struct PlanText {
    let withReasons: Bool

    func show(_ plan: Plan) {
        Console.say(plan.procedure)
        Console.say("As on \(plan.seenOn.words). \(plan.summary)")
        for clock in plan.clocks { Console.say("  \(clock.heading)") }
        for group in plan.groups {
            Console.say("\n\(group.heading)")
            for row in group.rows { show(row) }
        }
        Self.complain(plan.findings)
    }

    /// Findings first and notes after, on standard error.
    static func complain(_ findings: [FindingText]) {
        for finding in findings {
            Console.complain("\(finding.isContradiction ? "finding" : "note"): \(finding.message)")
        }
    }

    private func show(_ row: PlanRow) {
        let due = row.due?.words ?? ""
        let note = row.dueNote.map { " (\($0))" } ?? ""
        let isDone = row.standing.kind == .done || row.standing.kind == .late
        let done = isDone ? "; done: \(row.when)" : ""
        let clauses = row.clauses.isEmpty ? "" : " [\(row.clauses)]"
        Console.say(
            "  \(padded(due, 16)) \(padded(row.standing.word, 12)) \(row.id): \(row.does)\(clauses)\(note)\(done)"
        )
        if let warning = row.warning { Console.say("\(indent)\(warning)") }
        guard withReasons else { return }
        Console.say("\(indent)\(row.explanation.lead)")
        for fact in row.explanation.facts { Console.say("\(indent)\(fact.term): \(fact.text)") }
    }

    private var indent: String { String(repeating: " ", count: 32) }

    private func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
