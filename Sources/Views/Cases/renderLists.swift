import HTML
package import Pages

/// Everything that waits for somebody.
package func render(_ page: WorkPage, in frame: Frame) -> [UInt8] {
    layout(title: "My work", at: .at(.myWork), in: frame, capacity: 65_536) { html in
        html.element(.div, .class("title")) { html in
            html.element(.div) { html in
                html.element(.p, .class("over")) { $0.day(page.today) }
                html.element(.h1, text: "My work")
            }
        }
        for banner in page.banners { html.banner(banner) }
        html.element(.div, .class("beside")) { html in
            html.element(.div) { html in
                for group in page.groups { html.work(group) }
            }
            html.element(.section, .ariaLabelledBy("cases-now")) { html in
                html.element(.h2, .id("cases-now"), text: "Cases")
                html.caseFacts(page.cases)
                html.links(page.acts)
            }
        }
    }
}

extension HTML {
    fileprivate mutating func work(_ group: WorkPage.Group) {
        element(.h2, text: group.heading)
        if group.rows.isEmpty {
            element(.p, .class("soft"), text: "Nothing.")
            return
        }
        element(.ol, group.isLate ? .class("work work-late") : .class("work")) { html in
            for row in group.rows {
                html.element(.li) { html in
                    html.element(.p, .class("when")) { html in
                        if let due = row.due { html.day(due) }
                        html.element(.span, text: row.note)
                    }
                    html.element(.div) { html in
                        html.element(.p, .class("what")) { html in
                            html.element(.a, .href(row.address), text: row.does)
                        }
                        html.element(.p, text: "\(row.over) · \(row.who)")
                        html.why(row)
                    }
                    html.element(.p, .class("state")) { $0.tag(row.standing) }
                }
            }
        }
    }

    fileprivate mutating func caseFacts(_ cases: [WorkPage.CaseFacts]) {
        if cases.isEmpty { element(.p, .class("soft"), text: "You are on no open case.") }
        guard !cases.isEmpty else { return }
        element(.dl, .class("facts")) { html in
            for facts in cases {
                html.element(.div) { html in
                    html.element(.dt) { html in
                        html.element(.a, .href(facts.address), text: facts.reference)
                    }
                    for line in facts.lines { html.element(.dd, text: line) }
                }
            }
        }
    }
}

/// A list of cases.
package func render(_ page: CaseListPage, in frame: Frame) -> [UInt8] {
    layout(
        title: page.title,
        at: page.searched == nil ? .at(.cases) : .within(.cases),
        in: frame,
        capacity: 32_768
    ) { html in
        html.element(.h1, text: page.title)
        html.links(page.acts)
        html.element(
            .form,
            .class("find off-paper"),
            .action(Link.search),
            .method(.post)
        ) { html in
            html.secrets(page.searchToken, [])
            html.findField(
                "words",
                label: "Find by name, reference, place, agency or title",
                value: page.searched ?? ""
            )
            html.element(.button, .type("submit"), text: "Find")
        }
        if !page.states.isEmpty { html.filters(page) }
        html.element(.h2, .id("cases"), text: page.count)
        if !page.rows.isEmpty { html.caseTable(page.rows, showsChildren: page.searched != nil) }
        if let next = page.next {
            html.element(.p) { $0.element(.a, .href(next), text: "More cases") }
        }
    }
}

extension HTML {
    fileprivate mutating func filters(_ page: CaseListPage) {
        element(.form, .class("find off-paper"), .action(Link.cases), .method(.get)) { html in
            html.select("state", label: "State") { $0.options(page.states) }
            html.select("stage", label: "Stage") { $0.options(page.stages) }
            html.select("route", label: "Route") { $0.options(page.routes) }
            html.element(.button, .type("submit"), text: "Show these")
        }
    }

    /// Children are named only in answer to a search, which is written down.
    fileprivate mutating func caseTable(_ rows: [CaseListPage.Row], showsChildren: Bool) {
        table(
            labelledBy: "cases",
            heads: ["Case"] + (showsChildren ? ["Child"] : [])
                + ["Place", "Stage", "Route", "Began", "Next due"]
        ) { html in
            for row in rows {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader")) { html in
                        html.element(.a, .class("keep"), .href(row.address), text: row.reference)
                    }
                    if showsChildren { html.cell("Child", text: row.children) }
                    html.cell("Place", text: row.place)
                    html.cell("Stage", text: row.stage)
                    html.cell("Route", text: row.route)
                    html.element(.td, .role("cell"), .dataHead(fixed: "Began")) { html in
                        html.element(.span) { $0.day(row.began) }
                    }
                    html.element(.td, .role("cell"), .dataHead(fixed: "Next due")) { html in
                        html.element(.span) { html in
                            if let next = row.nextDue { html.day(next) }
                            if let overdue = row.overdue {
                                html.text(" ")
                                html.tag(overdue)
                            }
                            if row.nextDue == nil { html.text("Nothing is due") }
                        }
                    }
                }
            }
        }
    }
}
