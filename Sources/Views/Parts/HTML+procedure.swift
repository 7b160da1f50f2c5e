import HTML
import Pages

extension HTML {
    /// One step of a procedure: what, by whom, by when, and everything else.
    mutating func procedureStep(_ step: ProcedurePage.StepText) {
        element(.section, .class("step"), .id(step.id)) { html in
            html.element(.h3) { html in
                html.text(step.does)
                html.clauses(step.clauses)
            }
            html.facts(
                [("Who", step.who), ("When", step.due), ("Kind", step.kind)]
                    .filter { !$0.1.isEmpty }
                    .map { (term: $0.0, text: $0.1) } + step.details,
                names: "facts facts-wide small"
            )
            if !step.checklist.isEmpty {
                html.element(.p, .class("checklist"), text: "Checklist")
                html.element(.ul, .class("small")) { html in
                    for item in step.checklist { html.element(.li, text: item) }
                }
            }
        }
    }

    /// Named things under one heading.
    mutating func namedTexts(_ part: ProcedurePart) {
        element(.h2, .id(part.id), text: part.heading)
        if part.isDefects {
            for entry in part.entries {
                element(.div, .class("banner banner-today")) { html in
                    html.element(.h3) { html in
                        html.text(entry.name)
                        html.clauses(entry.clauses)
                    }
                    html.element(.p, text: entry.text)
                }
            }
        } else {
            definitions(part.entries)
        }
    }

    private mutating func definitions(_ entries: [ProcedurePage.NamedText]) {
        element(.dl, .class("facts facts-wide")) { html in
            for entry in entries {
                html.element(.div) { html in
                    html.element(.dt, text: entry.name)
                    html.element(.dd) { html in
                        html.text(entry.text)
                        html.clauses(entry.clauses)
                    }
                }
            }
        }
    }

    /// The criteria a decision is taken by.
    mutating func criteria(_ sets: [ProcedurePage.CriteriaText]) {
        guard !sets.isEmpty else { return }
        element(.h2, .id("criteria"), text: "Criteria")
        for set in sets {
            element(.h3, text: set.title)
            for part in set.parts {
                if !part.heading.isEmpty { element(.h4, text: part.heading) }
                definitions(part.criteria)
            }
            if let source = set.source {
                element(.p, .class("small soft"), text: source)
            }
        }
    }

    /// Every clause of the source, with what carries it or why nothing needs to.
    mutating func clauseIndex(_ clauses: [ProcedurePage.ClauseText]) {
        guard !clauses.isEmpty else { return }
        element(.h2, .id("every-clause"), text: "Every clause, and what carries it")
        element(.table, .class("clauses"), .ariaLabelledBy("every-clause")) { html in
            html.element(.thead) { html in
                html.element(.tr) { html in
                    html.element(.th, .scope(.column), text: "Clause")
                    html.element(.th, .scope(.column), text: "Carried by")
                }
            }
            html.element(.tbody) { html in
                for clause in clauses { html.clause(clause) }
            }
        }
    }

    private mutating func clause(_ clause: ProcedurePage.ClauseText) {
        element(.tr) { html in
            html.element(.th, .scope(.row), text: clause.clause)
            html.element(.td) { html in
                if !clause.carriers.isEmpty {
                    html.element(.ul, .class("plain")) { html in
                        for carrier in clause.carriers {
                            html.element(.li) { html in
                                if let link = carrier.link {
                                    html.element(.a, .href(link), text: carrier.name)
                                } else {
                                    html.text(carrier.name)
                                }
                            }
                        }
                    }
                }
                if let waived = clause.waived {
                    html.element(.span, .class("soft")) { html in
                        html.text("Obliges nobody: ")
                        html.text(waived)
                    }
                }
            }
        }
    }
}
