import HTML
package import Pages

/// The forms to choose from.
package func render(_ page: FormListPage, in frame: Frame) -> [UInt8] {
    layout(title: "Forms", at: .within(.procedures), in: frame) { html in
        html.element(.h1, text: "Forms")
        html.element(
            .p,
            .class("lead"),
            text:
                "Fill one in to see what others will be asked. Nothing is sent and nothing is kept."
        )
        html.element(.ul, .class("entries")) { html in
            for entry in page.entries {
                html.element(.li) { html in
                    html.element(.h2, text: entry.title)
                    html.element(.p, .class("soft"), text: entry.note)
                    html.element(.ul, .class("links")) { html in
                        for link in [entry.parts, entry.whole] {
                            html.element(.li) { html in
                                html.element(.a, .href(link.address)) { html in
                                    html.text(link.words)
                                    html.element(.span, .class("unseen"), text: ": \(entry.title)")
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Everything that was answered.
package func render(_ page: CheckAnswersPage, in frame: Frame) -> [UInt8] {
    layout(
        title: page.title,
        at: .within(.procedures),
        in: frame,
        crumbs: [Crumb(name: "Forms", address: Link.forms)]
    ) { html in
        html.element(.h1, text: page.title)
        for line in page.says { html.element(.p, text: line) }
        for section in page.sections {
            html.element(.h2, text: section.title)
            for fault in section.faults {
                html.element(.p, .class("fault"), text: fault)
            }
            html.facts(section.facts)
            html.press(
                section.change.action,
                token: section.change.token,
                hidden: section.change.hidden,
                words: "Change: \(section.title)",
                isQuiet: true
            )
        }
    }
}
