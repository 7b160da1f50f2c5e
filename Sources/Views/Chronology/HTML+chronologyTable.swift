import HTML
import Pages

extension HTML {
    /// The rows by year, with the gaps between them.
    mutating func chronologyTable(_ page: ChronologyPage) {
        let heads =
            ["Date", "Agency", "What happened", "What was done", "Who and source"]
            + (page.agedChildren ? ["Age"] : [])
        element(
            .table,
            .class("cards chronology"),
            .role("table"),
            .ariaLabelledBy("rows")
        ) { html in
            html.element(.thead, .role("rowgroup")) { html in
                html.element(.tr, .role("row")) { html in
                    for head in heads {
                        html.element(.th, .scope(.column), .role("columnheader"), text: head)
                    }
                }
            }
            for year in page.years {
                html.element(.tbody, .role("rowgroup")) { html in
                    html.yearHead(year.heading, columns: heads.count)
                    for item in year.items {
                        switch item {
                        case .row(let row): html.chronologyRow(row, hasAges: page.agedChildren)
                        case .gap(let gap): html.gap(gap, columns: heads.count)
                        }
                    }
                }
            }
        }
    }

    private mutating func yearHead(_ heading: String, columns: Int) {
        element(.tr, .class("group"), .role("row")) { html in
            html.element(
                .th,
                .columnSpan(columns),
                .scope(.rowGroup),
                .role("rowheader"),
                text: heading
            )
        }
    }

    private mutating func gap(_ gap: ChronologyPage.Gap, columns: Int) {
        element(.tr, .class("gap"), .role("row")) { html in
            html.element(.td, .columnSpan(columns), .role("cell")) { html in
                html.element(.strong, text: gap.says)
                if !gap.note.isEmpty {
                    html.text(" ")
                    html.element(.span, .class("soft"), text: gap.note)
                }
            }
        }
    }

    private mutating func chronologyRow(_ row: ChronologyPage.Row, hasAges: Bool) {
        element(.tr, row.isKey ? .class("key-row") : nil, .role("row"), .id(row.id)) { html in
            html.element(.th, .scope(.row), .role("rowheader")) { $0.date(of: row) }
            html.element(.td, .role("cell"), .dataHead(fixed: "Agency")) { html in
                html.element(.span) { $0.source(row.source) }
            }
            html.element(.td, .role("cell"), .dataHead(fixed: "What happened")) { html in
                html.element(.div) { html in
                    html.element(.p, .class("said"), text: row.event)
                    html.significance(of: row)
                }
            }
            html.paragraphs("What was done", [row.action])
            html.paragraphs("Who, source", [row.who, row.record])
            if hasAges { html.paragraphs("Age", row.ages) }
        }
    }

    /// A cell of paragraphs; one without any is empty altogether, and is left out of cards.
    private mutating func paragraphs(_ head: StaticString, _ texts: [String]) {
        let said = texts.filter { !$0.isEmpty }
        guard !said.isEmpty else {
            element(.td, .role("cell")) { _ in }
            return
        }
        element(.td, .role("cell"), .dataHead(fixed: head)) { html in
            html.element(.div) { html in
                for text in said { html.element(.p, .class("said"), text: text) }
            }
        }
    }

    /// The date, and where it is uncertain a sign, the word and the place it was given.
    private mutating func date(of row: ChronologyPage.Row) {
        if let day = row.day {
            self.day(day)
        } else {
            element(.span, text: row.date)
        }
        if !row.time.isEmpty {
            text(" ")
            element(.span, .class("due-note"), text: row.time)
        }
        if let placed = row.placed {
            text(" ")
            element(.strong, .class("tag tag-unsure"), text: "Uncertain")
            text(" ")
            element(.span, .class("due-note"), text: placed)
        }
        if let typed = row.typed, !typed.isEmpty {
            text(" ")
            element(.span, .class("due-note"), text: "Written “\(typed)”")
        }
    }

    private mutating func significance(of row: ChronologyPage.Row) {
        if row.isKey {
            element(.p, .class("said")) { html in
                html.element(.strong, .class("tag tag-key"), text: "Key episode")
            }
        }
        if !row.significance.isEmpty {
            element(.p, .class("said soft"), text: row.significance)
        }
        for mark in row.marks + (row.marking.map { [$0] } ?? []) {
            element(.p, .class("said small off-paper")) { html in
                html.element(.a, .href(mark.address), text: mark.words)
            }
        }
    }

    /// Rows that look like one event: those that differ first.
    mutating func groups(_ page: ChronologyPage) {
        if !page.contradictions.isEmpty {
            element(.h2, .id("differ"), text: "Where agencies differ")
            element(
                .p,
                text: "These rows look like the same event, and do not agree. Which is right, a "
                    + "person must find out."
            )
            for group in page.contradictions { self.group(group) }
        }
        if !page.repetitions.isEmpty {
            element(.h2, .id("again"), text: "Told by several agencies")
            for group in page.repetitions { self.group(group) }
        }
        if !page.incomplete.isEmpty { element(.p, .class("soft"), text: page.incomplete) }
    }

    private mutating func group(_ group: ChronologyPage.Group) {
        element(.section, .class("told"), .id(group.id), .ariaLabelledBy("\(group.id)-head")) {
            html in
            html.element(.h3, .id("\(group.id)-head"), text: group.heading)
            html.element(.ul, .class("told-rows")) { html in
                for row in group.rows {
                    html.element(.li) { html in
                        html.element(.p) { $0.source(row.source) }
                        html.element(.p, .class("when")) { $0.date(of: row) }
                        html.element(.p, .class("said"), text: row.event)
                        if !row.action.isEmpty {
                            html.element(.p, .class("said"), text: row.action)
                        }
                    }
                }
            }
        }
    }
}
