import HTML
package import Pages

/// Every step of a case with its day and its reason.
package func render(_ page: CasePlanPage, in frame: Frame) -> [UInt8] {
    casePage(
        page.head,
        "Plan of case \(page.head.reference)",
        in: frame,
        capacity: 262_144
    ) { html in
        html.findings(page.plan.findings)
        html.element(.p, .class("lead"), text: page.plan.summary)
        if let picture = page.plan.timeline {
            html.element(.h2, .id("picture"), text: "The plan as a picture")
            html.timeline(picture, labelledBy: "picture")
        }
        html.element(.h2, .id("table"), text: "Every step, and why each date")
        html.planTable(page.plan.groups, labelledBy: "table")
        html.clocks(page.plan.clocks)
        html.element(.p, .class("soft small"), text: page.plan.calendar)
    }
}

/// One step of a case.
package func render(_ page: CaseStepPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, page.title, in: frame) { html in
        if let reason = page.setAside {
            html.banner(Banner(kind: .plain, heading: "Set aside", lines: [reason]))
        }
        html.links(page.acts)
        html.element(.h2, .id("step"), text: "When, who, and why")
        html.planTable([page.group], labelledBy: "step", isOpen: true)
        if !page.checklist.isEmpty {
            html.element(.h2, text: "What it includes")
            html.element(.ul) { html in
                for line in page.checklist { html.element(.li, text: line) }
            }
        }
        if !page.agreed.isEmpty {
            html.element(.h2, text: "Agreed")
            html.element(.ul) { html in
                for line in page.agreed { html.element(.li, text: line) }
            }
        }
        for (number, section) in page.sections.enumerated() {
            html.paperSection(section, id: "of-step-\(number)")
        }
        html.recordedDates(page.recorded, heading: "Recorded")
        html.element(.p) { html in
            html.element(.a, .href(page.procedureLink), text: "Read it in the procedure")
        }
    }
}

/// The daily log of a case.
package func render(_ page: CaseLogPage, in frame: Frame) -> [UInt8] {
    casePage(
        page.head,
        "Log of case \(page.head.reference)",
        in: frame,
        capacity: 131_072,
        errors: page.errors,
        dates: [page.from, page.until]
    ) { html in
        html.links(
            [
                page.writeLink.map { WordedLink(words: "Write in the log", address: $0) },
                WordedLink(words: "The whole log as a document", address: page.printed),
            ].compactMap { $0 }
        )
        html.logForms(page)
        html.element(
            .h2,
            text: page.isFiltered
                ? "\(page.lines.count) of \(page.count) entries"
                : "\(page.count) entries, the newest first"
        )
        html.log(page.lines, correctBase: page.correctBase)
        if let older = page.older {
            html.element(.p) { $0.element(.a, .href(older), text: "Older entries") }
        }
    }
}

extension HTML {
    fileprivate mutating func logForms(_ page: CaseLogPage) {
        let address = page.head.tabs.first { $0.isCurrent }?.address ?? "#"
        element(.details, .class("change off-paper"), page.isFiltered ? .open : nil) { html in
            html.element(.summary, text: "Show only some entries")
            html.element(.form, .class("panel"), .action(address), .method(.get)) { html in
                html.element(.div, .class("side-by-side")) { html in
                    html.select("person", label: "Recorded by") { $0.options(page.people) }
                    html.select("kind", label: "About") { $0.options(page.kinds) }
                }
                html.element(.div, .class("moments")) { html in
                    html.dateInput(page.from, errors: page.errors)
                    html.dateInput(page.until, errors: page.errors)
                }
                html.element(.div, .class("acts")) { html in
                    html.element(.button, .type("submit"), text: "Show these")
                    html.element(.a, .href(address), text: "Show everything")
                }
            }
            // Words looked for are words of the case: they are sent in the body, and stand in no address.
            html.element(.form, .class("find"), .action(address), .method(.post)) { html in
                html.secrets(page.token, [])
                html.findField("words", label: "Find words in this log", value: page.searched)
                html.element(.button, .type("submit"), text: "Find in the log")
            }
        }
    }

    mutating func findField(_ id: String, label: String, value: String) {
        element(.div, .class("field")) { html in
            html.element(.label, .for(id), text: label)
            html.element(
                .input,
                .class("medium"),
                .id(id),
                .name(id),
                .type("text"),
                .noAutocomplete,
                .value(value)
            )
        }
    }

    mutating func clocks(_ clocks: [ClockText]) {
        guard !clocks.isEmpty else { return }
        element(.h2, .id("clocks"), text: "How the days were counted")
        element(
            .p,
            text: "Outlined: day zero, and the last day. Shaded: weekends. "
                + "Hatched: bank holidays and days closed."
        )
        element(.div, .class("clocks")) { html in
            for clock in clocks { html.clock(clock) }
        }
    }

    /// A table whose rows become cards where there is little room.
    mutating func table(
        labelledBy heading: String,
        heads: [String],
        rows: (inout HTML) -> Void
    ) {
        element(.table, .class("cards"), .role("table"), .ariaLabelledBy(heading)) { html in
            html.element(.thead, .role("rowgroup")) { html in
                html.element(.tr, .role("row")) { html in
                    for head in heads {
                        html.element(.th, .scope(.column), .role("columnheader"), text: head)
                    }
                }
            }
            html.element(.tbody, .role("rowgroup"), content: rows)
        }
    }

    /// A cell under its head.
    mutating func cell(_ head: StaticString, text: String) {
        element(.td, .role("cell"), .dataHead(fixed: head), text: text)
    }

    mutating func linkCell(_ links: [WordedLink], about: String) {
        element(.td, .role("cell")) { html in
            for (place, link) in links.enumerated() {
                if place > 0 { html.element(.br) }
                html.element(.a, .href(link.address)) { html in
                    html.text(link.words)
                    html.element(.span, .class("unseen"), text: ": \(about)")
                }
            }
        }
    }
}

/// The people of a case.
package func render(_ page: CasePeoplePage, in frame: Frame) -> [UInt8] {
    casePage(page.head, "People on case \(page.head.reference)", in: frame) { html in
        html.element(
            .p,
            text:
                "Only these people, and whoever stands in for one of them, learn that the case exists."
        )
        html.links(page.acts)
        html.element(.h2, .id("people"), text: "On the case")
        html.people(page.people, "people")
        if !page.past.isEmpty {
            html.element(.h2, .id("past"), text: "No longer on the case")
            html.people(page.past, "past")
        }
        if !page.excluded.isEmpty {
            html.element(.h2, .id("excluded"), text: "Excluded for a conflict of interest")
            html.table(labelledBy: "excluded", heads: ["Name", "Reason", "Change"]) { html in
                for row in page.excluded {
                    html.element(.tr, .role("row")) { html in
                        html.element(.th, .scope(.row), .role("rowheader"), text: row.name)
                        html.cell("Reason", text: row.reason)
                        html.linkCell(row.link.map { [$0] } ?? [], about: row.name)
                    }
                }
            }
        }
    }
}

extension HTML {
    fileprivate mutating func people(_ rows: [CasePeoplePage.PersonRow], _ heading: String) {
        table(labelledBy: heading, heads: ["Name", "As", "When", "More"]) { html in
            for row in rows {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader"), text: row.name)
                    html.cell("As", text: row.roles)
                    html.cell("When", text: row.dates)
                    html.linkCell(row.links, about: row.name)
                }
            }
        }
    }
}

/// Who looked at a case.
package func render(_ page: CaseLooksPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, "Who looked at case \(page.head.reference)", in: frame) { html in
        html.element(.p, text: page.says)
        html.element(.h2, .id("looks"), text: "Looks")
        html.table(labelledBy: "looks", heads: ["When", "Who", "What"]) { html in
            for row in page.looks {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader"), text: row.when)
                    html.cell("Who", text: row.who)
                    html.cell("What", text: row.what)
                }
            }
        }
    }
}

/// What one person sees of a case.
package func render(_ page: SeenByPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, "What \(page.name) sees", in: frame) { html in
        html.element(.p, .class("lead"), text: page.says)
        if !page.acts.isEmpty {
            html.facts(page.acts.map { (term: $0.act, text: $0.answer) })
        }
    }
}
