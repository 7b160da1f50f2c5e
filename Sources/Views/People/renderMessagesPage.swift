import HTML
package import Pages

/// The messages of a partnership, and what became of them.
package func render(_ page: MessagesPage, in frame: Frame) -> [UInt8] {
    layout(
        title: "Messages",
        at: .within(.people),
        in: frame,
        crumbs: [Crumb(name: Way.people.name, address: Link.people)],
        capacity: 65_536
    ) { html in
        html.element(.p, .class("over"), text: page.partnership)
        html.element(.h1, text: "Messages")
        for line in page.lead { html.element(.p, text: line) }
        for group in page.groups { html.messages(group) }
    }
}

extension HTML {
    fileprivate mutating func messages(_ group: MessagesPage.Group) {
        element(.h2, .id(group.id), text: group.heading)
        table(
            labelledBy: group.id,
            heads: ["To", "What", "About", "To go", "Standing"]
        ) { html in
            for row in group.rows {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader"), text: row.to)
                    html.cell("What", text: row.what)
                    html.element(.td, .role("cell"), .dataHead(fixed: "About")) { html in
                        if let about = row.about {
                            html.element(.a, .href(about.address), text: about.words)
                        } else {
                            html.text("No case")
                        }
                    }
                    html.cell("To go", text: row.when)
                    html.element(.td, .role("cell"), .dataHead(fixed: "Standing")) { html in
                        html.element(.div) { html in
                            html.tag(row.tag)
                            if !row.note.isEmpty {
                                html.element(.br)
                                html.text(row.note)
                            }
                            if let press = row.press { html.press(press, about: row.to) }
                        }
                    }
                }
            }
        }
    }

    private mutating func press(_ press: PersonPage.Press, about: String) {
        element(.form, .action(press.address), .method(.post)) { html in
            html.secrets(press.token, [])
            html.element(.button, .class("as-link"), .type("submit")) { html in
                html.text(press.words)
                html.element(.span, .class("unseen"), text: ": \(about)")
            }
        }
    }
}
