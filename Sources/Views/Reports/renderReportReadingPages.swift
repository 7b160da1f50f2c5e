import HTML
package import Pages

/// A report to be read: as it would be, as it was put forward, or with what is to be known first.
package func render(_ page: ReportReadingPage, in frame: Frame) -> [UInt8] {
    layout(title: page.title, at: .within(.cases), in: frame, crumbs: page.crumbs) { html in
        html.element(.p, .class("over"), text: page.over)
        html.element(.h1, text: page.title)
        for banner in page.banners { html.banner(banner) }
        for line in page.lead where !line.isEmpty { html.element(.p, text: line) }
        html.links(page.acts)
        for finding in page.findings {
            html.element(.section, .class("part")) { html in
                html.element(.h2, text: finding.title)
                html.warnings(finding.lines)
                html.links(finding.link.map { [$0] } ?? [])
            }
        }
        if let press = page.press { html.form(press.form) }
        for section in page.sections {
            html.element(.section, .class("part report-text")) { html in
                html.element(.h2, text: section.title)
                html.printed(section.text)
            }
        }
        html.sources(page.sources)
    }
}

/// Two versions of a report, what was taken out and put in marked.
package func render(_ page: ReportComparisonPage, in frame: Frame) -> [UInt8] {
    layout(title: page.title, at: .within(.cases), in: frame, crumbs: page.crumbs) { html in
        html.element(.p, .class("over"), text: page.over)
        html.element(.h1, text: page.title)
        html.element(.form, .class("panel"), .action(page.address), .method(.get)) { html in
            html.element(.div, .class("side-by-side")) { html in
                html.select("from", label: "Before") { $0.versions(page, page.from) }
                html.select("to", label: "After") { $0.versions(page, page.to) }
            }
            html.element(.div, .class("acts")) { html in
                html.element(.button, .type("submit"), text: "Compare")
            }
        }
        for line in page.lead { html.element(.p, text: line) }
        let differing = page.sections.filter { section in
            section.text.pieces.contains { $0.kind != .same }
        }
        for section in differing {
            html.element(.section, .class("part")) { html in
                html.element(.h2, text: section.title)
                html.compared(section.text)
            }
        }
        let others = page.sections.filter { section in
            section.text.pieces.allSatisfy { $0.kind == .same }
        }
        if !others.isEmpty {
            html.element(.h2, text: differing.isEmpty ? "Nothing differs" : "Nothing differs here")
            html.element(.ul) { html in
                for section in others { html.element(.li, text: section.title) }
            }
        }
    }
}

extension HTML {
    fileprivate mutating func versions(_ page: ReportComparisonPage, _ chosen: String) {
        for version in page.versions {
            element(
                .option,
                .value(version.id),
                version.id == chosen ? .selected : nil,
                text: version.words
            )
        }
    }
}

/// Where a report tells who somebody is.
package func render(_ page: TellingPage, in frame: Frame) -> [UInt8] {
    layout(title: page.title, at: .within(.cases), in: frame, crumbs: page.crumbs) { html in
        html.element(.p, .class("over"), text: page.over)
        html.element(.h1, text: page.title)
        for line in page.lead where !line.isEmpty { html.element(.p, text: line) }
        html.links(page.acts)
        for (number, section) in page.sections.enumerated() {
            html.telling(section, id: "telling-\(number)")
        }
        if !page.possible.isEmpty {
            html.element(.h2, text: "Words with a capital that may be names")
            html.element(
                .p,
                text: "They stand in no list of this case. Look whether one of them names somebody."
            )
            html.facts(page.possible)
        }
    }
}

extension HTML {
    fileprivate mutating func telling(_ section: TellingPage.Section, id: String) {
        element(.section, .class("part"), .ariaLabelledBy(id)) { html in
            html.element(.h2, .id(id), text: section.title)
            html.table(
                labelledBy: id,
                heads: ["Found", "What it is", "Where", "Could be"]
            ) { html in
                for row in section.rows {
                    html.element(.tr, .role("row")) { html in
                        html.element(.th, .scope(.row), .role("rowheader")) { html in
                            html.text(row.found)
                            html.element(.span, .class("due-note"), text: row.around)
                        }
                        html.cell("What it is", text: row.kind)
                        html.cell("Where", text: row.place)
                        html.cell("Could be", text: row.offer)
                    }
                }
            }
            html.links(section.link.map { [$0] } ?? [])
        }
    }
}
