import HTML
package import Pages

/// Every agency that was asked, those first that need attention.
package func render(_ page: AgencyBoardPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, page.title, in: frame, capacity: 65_536) { html in
        html.element(.p, .class("lead")) { html in
            html.element(.strong, text: page.summary)
            html.text(" ")
            html.text(page.lead)
        }
        html.tally(page.tally)
        html.links(page.acts)
        html.board(page)
        html.leftOut(page.leftOut)
        for note in page.notes { html.element(.p, .class("soft small"), text: note) }
        html.otherSteps(page.steps)
    }
}

extension HTML {
    fileprivate mutating func otherSteps(_ steps: [WordedLink]) {
        guard !steps.isEmpty else { return }
        element(.h2, .class("off-paper"), text: "What else the procedure asks for")
        links(steps)
    }

    fileprivate mutating func tally(_ tally: [(count: Int, words: String)]) {
        guard !tally.isEmpty else { return }
        element(.ul, .class("tally")) { html in
            for (count, words) in tally {
                html.element(.li) { html in
                    html.element(.b, number: count)
                    html.text(" ")
                    html.text(words)
                }
            }
        }
    }

    fileprivate mutating func board(_ page: AgencyBoardPage) {
        guard !page.groups.isEmpty else { return }
        element(.table, .class("cards board"), .role("table")) { html in
            html.element(
                .caption,
                .class("unseen"),
                text: "Every agency asked, those that need attention first"
            )
            html.element(.thead, .role("rowgroup")) { html in
                html.element(.tr, .role("row")) { html in
                    for head in AgencyBoardPage.heads {
                        html.element(.th, .scope(.column), .role("columnheader"), text: head)
                    }
                }
            }
            for group in page.groups { html.group(group) }
        }
    }

    fileprivate mutating func group(_ group: AgencyBoardPage.Group) {
        element(.tbody, .role("rowgroup")) { html in
            html.element(.tr, .class("group"), .role("row")) { html in
                html.element(
                    .th,
                    .columnSpan(AgencyBoardPage.heads.count),
                    .scope(.rowGroup),
                    .role("rowheader"),
                    text: group.heading
                )
            }
            for row in group.rows { html.row(row) }
        }
    }

    fileprivate mutating func row(_ row: AgencyBoardPage.Row) {
        element(.tr, .role("row")) { html in
            html.element(.th, .scope(.row), .role("rowheader")) { html in
                if let address = row.address {
                    html.element(.a, .href(address), text: row.agency)
                } else {
                    html.text(row.agency)
                }
                if !row.lead.isEmpty {
                    html.text(" ")
                    html.element(.span, .class("lead-name"), text: row.lead)
                }
                if !row.trouble.isEmpty {
                    html.text(" ")
                    html.element(.strong, .class("warning"), text: row.trouble)
                }
            }
            for cell in row.cells { html.cell(cell, of: row.agency) }
            html.element(.td, .role("cell"), .dataHead(fixed: "Standing")) { html in
                html.element(.span) { $0.tag(row.standing) }
            }
        }
    }

    fileprivate mutating func cell(_ cell: AgencyBoardPage.Cell, of agency: String) {
        element(.td, .role("cell"), .dataHead(cell.head)) { html in
            html.element(.span) { html in
                html.words(of: cell, agency)
                if let day = cell.day {
                    if !cell.words.isEmpty { html.text(", ") }
                    html.day(day)
                }
                if let why = cell.explanation { html.why(why, of: agency) }
            }
        }
    }

    fileprivate mutating func words(of cell: AgencyBoardPage.Cell, _ agency: String) {
        guard !cell.words.isEmpty else { return }
        if let address = cell.address {
            element(.a, .href(address)) { html in
                html.text(cell.words)
                html.element(.span, .class("unseen"), text: ": \(agency)")
            }
            return
        }
        switch cell.weight {
        case .plain: text(cell.words)
        case .strong: element(.strong, text: cell.words)
        case .soft: element(.span, .class("soft"), text: cell.words)
        }
    }

    /// The reason of a day, to be opened where there is little room for it.
    fileprivate mutating func why(_ why: Explanation, of agency: String) {
        element(.details, .class("why off-paper")) { html in
            html.element(.summary) { html in
                html.text("Why")
                html.element(.span, .class("unseen"), text: " this day for \(agency)")
            }
            html.element(.div, .class("why-body")) { html in
                html.element(.p) { $0.element(.strong, text: why.lead) }
                html.facts(why.facts, names: "facts facts-wide small")
            }
        }
    }

    fileprivate mutating func leftOut(_ leftOut: [(term: String, text: String)]) {
        guard !leftOut.isEmpty else { return }
        element(.h2, text: "Expected, and not asked")
        facts(leftOut, names: "facts facts-wide")
    }
}
