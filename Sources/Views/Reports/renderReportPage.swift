import HTML
package import Pages

/// A report that is being written.
package func render(_ page: ReportPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, page.title, in: frame, capacity: 65_536) { html in
        for banner in page.banners { html.banner(banner) }
        for line in page.lead where !line.isEmpty { html.element(.p, text: line) }
        html.links(page.acts)
        html.heads(page)
        if !page.findings.isEmpty {
            html.element(.h2, text: "Agencies that the report says nothing of")
            html.warnings(page.findings)
        }
        for (number, section) in page.sections.enumerated() {
            html.paperSection(section, id: "part-\(number)")
        }
        if !page.agencies.isEmpty {
            html.element(.h2, text: "Agencies without an accepted return, and why")
            html.facts(page.agencies)
        }
        html.sources(page.sources, heading: "What it was taken from")
    }
}

extension HTML {
    fileprivate mutating func heads(_ page: ReportPage) {
        guard !page.heads.isEmpty else { return }
        element(.section, .class("part"), .ariaLabelledBy("heads")) { html in
            html.element(.h2, .id("heads"), text: page.completeness.heading)
            html.element(.p, .class("soft small"), text: page.completeness.note)
            html.element(.ul, .class("tasks")) { html in
                for row in page.heads { html.head(row) }
            }
        }
    }

    private mutating func head(_ row: ReportPage.Row) {
        element(.li) { html in
            html.element(.div) { html in
                if let address = row.address {
                    html.element(.a, .href(address), text: row.title)
                } else {
                    html.text(row.title)
                }
                for note in row.notes { html.element(.span, .class("note"), text: note) }
                html.warnings(row.findings)
            }
            html.tag(row.tag)
        }
    }
}
