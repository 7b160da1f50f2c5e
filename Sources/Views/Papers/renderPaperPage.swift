import HTML
package import Pages

/// A page to read, about a document that is written here or a referral.
package func render(
    _ page: PaperPage,
    at standpoint: Standpoint = .within(.cases),
    in frame: Frame
) -> [UInt8] {
    let isCopied = page.sections.contains { $0.facts.contains(where: \.isCopied) }
    return layout(
        title: page.title,
        at: standpoint,
        in: frame,
        crumbs: page.crumbs,
        scripts: isCopied ? [.copying] : []
    ) { html in
        if !page.over.isEmpty { html.element(.p, .class("over"), text: page.over) }
        html.element(.h1, text: page.title)
        for banner in page.banners { html.banner(banner) }
        for line in page.lead where !line.isEmpty { html.element(.p, text: line) }
        html.links(page.acts)
        for press in page.presses { html.paperPress(press) }
        for (number, section) in page.sections.enumerated() {
            html.paperSection(section, id: "part-\(number)")
        }
    }
}

extension HTML {
    mutating func paperSection(_ section: PaperPage.Section, id: String) {
        element(.section, .class("part"), .ariaLabelledBy(id)) { html in
            html.element(.h2, .id(id), text: section.title)
            if section.tag != nil || !section.note.isEmpty {
                html.element(.p, .class("soft")) { html in
                    if let tag = section.tag { html.tag(tag) }
                    if section.tag != nil { html.text(" ") }
                    html.text(section.note)
                }
            }
            for fault in section.faults { html.element(.p, .class("fault"), text: fault) }
            html.paperFacts(section.facts, of: id)
            html.links(section.links)
            if let press = section.press { html.paperPress(press) }
        }
    }

    private mutating func paperFacts(_ facts: [PaperPage.Fact], of id: String) {
        guard !facts.isEmpty else { return }
        element(.dl, .class("facts facts-wide")) { html in
            for (number, fact) in facts.enumerated() {
                let name = "\(id)-\(number)"
                html.element(.div) { html in
                    html.element(.dt) { html in
                        if fact.isCopied {
                            html.element(.label, .id("\(name)-term"), .for(name), text: fact.term)
                        } else {
                            html.text(fact.term)
                        }
                    }
                    html.element(.dd) { html in
                        if fact.isCopied {
                            html.copied(fact.text, name)
                        } else {
                            html.text(fact.text)
                        }
                    }
                }
            }
        }
    }

    /// A box of its own, to be marked and copied whole.
    private mutating func copied(_ text: String, _ id: String) {
        element(
            .textarea,
            .class("copied"),
            .rows(min(8, text.count / 70 + text.filter(\.isNewline).count + 1)),
            .readOnly,
            .id(id),
            .dataCopied
        ) { $0.text(text) }
    }

    fileprivate mutating func paperPress(_ press: PaperPage.Press) {
        if !press.heading.isEmpty { element(.h2, text: press.heading) }
        form(press.form)
    }
}
