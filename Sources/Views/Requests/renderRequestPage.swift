import HTML
package import Pages

/// One request to one agency, or one answer to it.
package func render(_ page: RequestPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, page.title, in: frame, capacity: 65_536) { html in
        html.element(.p, .class("lead")) { $0.tag(page.standing) }
        for line in page.lead where !line.isEmpty { html.element(.p, text: line) }
        html.links(page.acts)
        html.requestSections(page.sections)
    }
}

extension HTML {
    mutating func requestSections(_ sections: [RequestPage.Section]) {
        for (number, section) in sections.enumerated() {
            requestSection(section, id: "part-\(number)")
        }
    }

    fileprivate mutating func requestSection(_ section: RequestPage.Section, id: String) {
        element(.section, .class("part"), .ariaLabelledBy(id)) { html in
            html.element(.h2, .id(id), text: section.title)
            if !section.note.isEmpty { html.element(.p, text: section.note) }
            for paragraph in section.paragraphs {
                html.element(.p, .class("quoted"), text: paragraph)
            }
            html.facts(section.facts)
            for item in section.items { html.requestItem(item) }
            html.chronology(section.rows, labelledBy: id)
            html.links(section.links)
        }
    }

    fileprivate mutating func requestItem(_ item: RequestPage.Item) {
        element(.h3) { html in
            html.text(item.heading)
            if let tag = item.tag {
                html.text(" ")
                html.tag(tag)
            }
        }
        facts(item.facts)
        for paragraph in item.paragraphs { element(.p, .class("quoted"), text: paragraph) }
        links(item.links)
    }

    /// Dated events of an agency, in the order in which it gave them.
    mutating func chronology(_ rows: [RequestPage.Row], labelledBy id: String) {
        guard !rows.isEmpty else { return }
        table(
            labelledBy: id,
            heads: ["When", "What happened", "What was done", "Source", "About"]
        ) { html in
            for row in rows {
                html.element(.tr, .role("row")) { html in
                    html.element(
                        .th,
                        .scope(.row),
                        .role("rowheader"),
                        text: row.when
                    )
                    html.cell("What happened", text: row.happened)
                    html.cell("What was done", text: row.action)
                    html.cell("Source", text: row.source)
                    html.cell("About", text: row.about)
                }
            }
        }
    }
}
