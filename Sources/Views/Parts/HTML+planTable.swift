import HTML
import Pages

extension HTML {
    /// The plan as a table: a line a step, in groups, each line followed by its reason.
    mutating func planTable(
        _ groups: [PlanGroup],
        labelledBy heading: String,
        isOpen: Bool = false
    ) {
        element(.table, .class("cards plan"), .role("table"), .ariaLabelledBy(heading)) { html in
            html.element(.thead, .role("rowgroup")) { html in
                html.element(.tr, .role("row")) { html in
                    for head in ["Due", "Step and clause", "Day", "Who", "Standing", "When"] {
                        html.element(.th, .scope(.column), .role("columnheader"), text: head)
                    }
                }
            }
            for group in groups {
                html.element(.tbody, .role("rowgroup")) { html in
                    html.element(.tr, .class("group"), .role("row")) { html in
                        html.element(
                            .th,
                            .columnSpan(6),
                            .scope(.rowGroup),
                            .role("rowheader"),
                            text: group.heading
                        )
                    }
                    for row in group.rows {
                        html.planRow(row)
                        html.reason(row, isOpen: isOpen)
                    }
                }
            }
        }
    }

    private mutating func planRow(_ row: PlanRow) {
        element(.tr, .role("row"), .id(anchor(row.id))) { html in
            html.element(.th, .scope(.row), .role("rowheader")) { html in
                if let due = row.due { html.day(due) }
                if let note = row.dueNote {
                    html.element(
                        .span,
                        .class(row.due == nil ? "no-date" : "due-note"),
                        text: note
                    )
                }
            }
            html.element(.td, .role("cell")) { html in
                html.text(row.does)
                html.clauses(row.clauses)
                if let warning = row.warning {
                    html.element(.strong, .class("warning"), text: warning)
                }
            }
            html.element(.td, .role("cell"), .dataHead(fixed: "Day"), text: row.rule)
            html.element(.td, .role("cell"), .dataHead(fixed: "Who"), text: row.who)
            html.element(.td, .role("cell"), .dataHead(fixed: "Standing")) { html in
                html.element(.span) { $0.tag(row.standing) }
            }
            html.element(.td, .role("cell"), .dataHead(fixed: "When"), text: row.when)
        }
    }

    /// The clauses of a step, in brackets after it.
    mutating func clauses(_ clauses: String) {
        guard !clauses.isEmpty else { return }
        text(" ")
        element(.span, .class("soft")) { html in
            html.text("(")
            html.text(clauses)
            html.text(")")
        }
    }

    private mutating func reason(_ row: PlanRow, isOpen: Bool) {
        element(.tr, .class("because"), .role("row")) { html in
            html.element(.td, .role("cell"), .columnSpan(6)) { html in
                html.element(.details, .class("why"), isOpen ? .open : nil) { html in
                    html.element(.summary) { html in
                        html.text(row.explanation.question)
                        html.element(.span, .class("unseen")) { html in
                            html.text(" ")
                            html.text(row.does)
                        }
                    }
                    html.element(.div, .class("why-body")) { html in
                        html.element(.p) { $0.element(.strong, text: row.explanation.lead) }
                        html.facts(row.explanation.facts, names: "facts facts-wide small")
                    }
                }
            }
        }
    }

    /// A handful of named facts.
    mutating func facts(
        _ facts: [(term: String, text: String)],
        names: StaticString = "facts facts-wide"
    ) {
        guard !facts.isEmpty else { return }
        element(.dl, .class(names)) { html in
            for fact in facts {
                html.element(.div) { html in
                    html.element(.dt, text: fact.term)
                    html.element(.dd, text: fact.text)
                }
            }
        }
    }
}
