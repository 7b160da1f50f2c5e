import HTML
package import Pages

/// A page that asks for something, or shows what would change before it is confirmed.
package func render(
    _ page: FormPage,
    at standpoint: Standpoint,
    in frame: Frame
) -> [UInt8] {
    layout(
        title: page.form.errors.isEmpty ? page.title : "Error: \(page.title)",
        at: standpoint,
        in: frame,
        crumbs: page.crumbs,
        scripts: page.form.draft == nil ? [] : [.drafts]
    ) { html in
        html.errorSummary(page.form.errors, dates: page.form.dates)
        html.formPage(page)
    }
}

extension HTML {
    /// `before` writes what must be seen before the questions.
    mutating func formPage(
        _ page: FormPage,
        rows: Int = 6,
        before: (inout HTML) -> Void = { _ in }
    ) {
        if !page.over.isEmpty { element(.p, .class("over"), text: page.over) }
        element(.h1, text: page.title)
        if let banner = page.banner { self.banner(banner, id: "banner") }
        before(&self)
        for line in page.lead where !line.isEmpty { element(.p, text: line) }
        if let changes = page.changes { self.changes(changes) }
        for section in page.reading {
            element(.h2, text: section.title)
            if let text = section.text { printed(text, leads: false) }
            facts(section.facts)
            links(section.links)
        }
        form(page.form, rows: rows)
    }

    /// Dates before and after.
    private mutating func changes(_ changes: [DateChangeRow]) {
        element(
            .h2,
            .id("changes"),
            text: changes.count == 1 ? "One date changes" : "\(changes.count) dates change"
        )
        element(.table, .class("cards"), .role("table"), .ariaLabelledBy("changes")) { html in
            html.element(.thead, .role("rowgroup")) { html in
                html.element(.tr, .role("row")) { html in
                    for head in ["Step", "Now", "Then"] {
                        html.element(.th, .scope(.column), .role("columnheader"), text: head)
                    }
                }
            }
            html.element(.tbody, .role("rowgroup")) { html in
                for change in changes { html.change(change) }
            }
        }
    }

    private mutating func change(_ change: DateChangeRow) {
        element(.tr, .role("row")) { html in
            html.element(.th, .scope(.row), .role("rowheader")) { html in
                html.text(change.does)
                if !change.note.isEmpty {
                    html.element(.strong, .class("warning"), text: change.note)
                }
            }
            html.changed("Now", change.before)
            html.changed("Then", change.after)
        }
    }
}

extension HTML {
    fileprivate mutating func changed(_ head: StaticString, _ words: String) {
        element(.td, .role("cell"), .dataHead(fixed: head)) { html in
            html.element(.span, .class("changed"), text: words)
        }
    }
}

extension Form {
    var dates: [DateField] {
        fields.compactMap { if case .date(let field) = $0 { field } else { nil } }
    }
}
