import HTML
package import Pages

/// The people of a case and how they are related.
package func render(_ page: ChronologyPeoplePage, in frame: Frame) -> [UInt8] {
    layout(title: page.title, at: .within(.cases), in: frame, crumbs: page.crumbs) { html in
        if !page.over.isEmpty { html.element(.p, .class("over"), text: page.over) }
        html.element(.h1, text: page.title)
        for line in page.lead { html.element(.p, text: line) }
        html.links(page.acts)
        html.element(.h2, .id("people"), text: "People")
        if page.people.isEmpty {
            html.element(.p, .class("soft"), text: "Nobody is on the list.")
        } else {
            html.peopleTable(page.people)
        }
        html.element(.h2, text: "Genograms")
        html.element(
            .p,
            text: page.genograms.isEmpty
                ? "None is filed. A document of the case with “genogram” in its title is listed here."
                : "The documents of the case with “genogram” in their titles."
        )
        html.links(page.genograms)
        html.links(page.filing.map { [$0] } ?? [])
    }
}

extension HTML {
    fileprivate mutating func peopleTable(_ people: [ChronologyPeoplePage.Person]) {
        table(
            labelledBy: "people",
            heads: ["Name", "Also called", "Relationship", "Pseudonym", "Born or due", "Entry"]
        ) { html in
            for person in people {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader"), text: person.name)
                    html.cell("Also called", text: person.otherNames)
                    html.cell("Relationship", text: person.relation)
                    html.element(.td, .role("cell"), .dataHead(fixed: "Pseudonym")) { html in
                        html.element(.span) { html in
                            html.text(person.pseudonym)
                            if !person.warning.isEmpty {
                                html.text(" ")
                                html.element(.strong, .class("warning"), text: person.warning)
                            }
                        }
                    }
                    html.cell("Born or due", text: person.birth)
                    html.element(.td, .role("cell"), .dataHead(fixed: "Entry")) { html in
                        html.element(.span) { html in
                            guard let link = person.link else { return }
                            html.element(.a, .href(link.address)) { html in
                                html.text(link.words)
                                html.element(.span, .class("unseen"), text: " \(person.name)")
                            }
                        }
                    }
                }
            }
        }
    }
}
