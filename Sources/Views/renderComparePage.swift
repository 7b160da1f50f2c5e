import HTML
package import Pages

/// The page where the same facts are put to several procedures.
package func render(_ page: ComparePage, in frame: Frame = .datesOnly) -> [UInt8] {
    layout(
        title: title(of: page),
        at: .at(.compare),
        in: frame,
        capacity: 131_072
    ) { html in
        html.errorSummary(page.form.errors, dates: page.form.dates)
        html.element(.h1, text: "Compare procedures")
        if let comparison = page.comparison {
            html.element(.p, .class("over")) { html in
                html.text("As on ")
                html.day(comparison.seenOn)
            }
            html.element(.p, .class("lead"), text: comparison.summary)
            html.element(.details, .class("change off-paper")) { html in
                html.element(.summary, text: "Change the dates, answers or procedures")
                html.compareForm(page.form)
            }
            html.comparison(comparison)
        } else {
            html.element(
                .p,
                .class("lead"),
                text: "Choose two or more procedures and give the dates you know. "
                    + "You see when each asks for the same thing, and which asks first."
            )
            html.compareForm(page.form)
        }
    }
}

/// What the browser shows as the page's name.
package func title(of page: ComparePage) -> String {
    page.form.errors.isEmpty ? "Compare procedures" : "Error: Compare procedures"
}

extension HTML {
    fileprivate mutating func compareForm(_ form: PlanForm) {
        element(
            .form,
            .class("panel off-paper"),
            .action("/compare"),
            .method(.get)
        ) { html in
            html.element(.h2, text: "What to compare")
            html.procedureBoxes(form)
            html.element(.div, .class("moments")) { html in
                for moment in form.moments { html.dateInput(moment, errors: form.errors) }
                html.dateInput(form.today, errors: form.errors)
            }
            html.extraFacts(form)
            html.element(.div, .class("acts")) { html in
                html.element(.button, .type("submit"), text: "Compare the dates")
            }
        }
    }

    private mutating func procedureBoxes(_ form: PlanForm) {
        let faults = form.faults(of: "procedure")
        let fault = faults.isEmpty ? nil : faults.joined(separator: ". ")
        element(
            .fieldset,
            fault == nil ? .class("field") : .class("field field-wrong"),
            fault.map { _ in .ariaDescribedBy("procedure-fault") }
        ) { html in
            html.element(.legend, text: "Procedures")
            html.fault(fault, of: "procedure")
            html.element(.div, .class("choices choices-columns")) { html in
                for (place, procedure) in form.procedures.enumerated() {
                    html.choice(
                        .checkbox,
                        name: "procedure",
                        // The first has the bare name, so that an error can lead to it.
                        id: place == 0 ? "procedure" : "procedure-\(procedure.id)",
                        value: procedure.id,
                        label: procedure.label,
                        isChosen: procedure.isChosen
                    )
                }
            }
        }
    }

    fileprivate mutating func comparison(_ comparison: Comparison) {
        element(.h2, .id("comparison"), text: "When each is due")
        element(
            .div,
            .class("scroll scroll-wide"),
            .role("region"),
            .ariaLabelledBy("comparison"),
            .tabIndex(0)
        ) { html in
            html.element(
                .table,
                .class("cards compare"),
                .role("table"),
                .ariaLabelledBy("comparison")
            ) { html in
                html.columnHeads(comparison.columns)
                html.element(.tbody, .role("rowgroup")) { html in
                    for row in comparison.rows {
                        html.comparedRow(row, under: comparison.columns)
                    }
                }
            }
        }
        findings(by: comparison.columns)
        plans(of: comparison.columns)
        element(.p, .class("off-paper")) { html in
            html.element(.a, .href(comparison.link), text: "A link to this comparison")
            html.text(", to keep or to send. It holds the dates, and nothing else about the case.")
        }
    }

    /// Each procedure's whole plan; not in the heads of the table, which a narrow page hides.
    private mutating func plans(of columns: [Comparison.Column]) {
        element(.h2, .id("plans"), text: "The whole plan under each")
        element(.ul) { html in
            for column in columns {
                html.element(.li) { html in
                    html.element(.a, .href(column.planLink), text: column.title)
                }
            }
        }
    }

    private mutating func columnHeads(_ columns: [Comparison.Column]) {
        element(.thead, .role("rowgroup")) { html in
            html.element(.tr, .role("row")) { html in
                html.element(.th, .scope(.column), .role("columnheader"), text: "Moment")
                for column in columns {
                    html.element(
                        .th,
                        .scope(.column),
                        .role("columnheader"),
                        text: column.title
                    )
                }
            }
        }
    }

    private mutating func comparedRow(_ row: Comparison.Row, under columns: [Comparison.Column]) {
        element(.tr, .role("row")) { html in
            html.element(.th, .scope(.row), .role("rowheader"), text: row.heading)
            for (column, cell) in zip(columns, row.cells) {
                html.element(
                    .td,
                    cell.isEarliest ? .class("earliest") : nil,
                    .role("cell"),
                    .dataHead(column.title)
                ) { html in
                    html.element(.span) { $0.compared(cell) }
                }
            }
        }
    }

    private mutating func compared(_ cell: Comparison.Cell) {
        if let due = cell.due {
            if let link = cell.link {
                element(.a, .class("compared-day"), .href(link)) { $0.day(due) }
            } else {
                element(.strong, .class("compared-day")) { $0.day(due) }
            }
        }
        if cell.isEarliest {
            element(.strong, .class("tag tag-earliest"), text: "Earliest")
        }
        element(.span, .class("compared-rule"), text: cell.rule)
    }

    private mutating func findings(by columns: [Comparison.Column]) {
        let found = columns.filter { !$0.findings.isEmpty }
        guard !found.isEmpty else { return }
        element(.h2, text: "What to look at")
        for column in found {
            element(.h3, text: column.title)
            messages(column.findings)
        }
    }
}
