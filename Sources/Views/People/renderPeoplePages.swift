import HTML
package import Pages

/// The people and agencies of a partnership.
package func render(_ page: PeoplePage, in frame: Frame) -> [UInt8] {
    layout(title: "People and agencies", at: .at(.people), in: frame, capacity: 65_536) { html in
        html.element(.p, .class("over"), text: page.partnership)
        html.element(.h1, text: "People and agencies")
        html.links(page.acts)
        html.element(.h2, .id("people"), text: "People")
        html.table(labelledBy: "people", heads: ["Name", "Today"]) { html in
            for person in page.people {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader")) { html in
                        html.element(.a, .href(person.address), text: person.name)
                    }
                    html.element(.td, .role("cell"), .dataHead(fixed: "Today")) { html in
                        html.element(.span) { html in
                            html.text(person.roles)
                            if !person.note.isEmpty {
                                html.element(.strong, .class("warning"), text: person.note)
                            }
                        }
                    }
                }
            }
        }
        html.agencies(page.agencies)
        html.domains(page.domains)
        html.closures(page.closures)
    }
}

extension HTML {
    fileprivate mutating func closures(_ closures: [PeoplePage.ClosureLine]) {
        element(.h2, .id("closures"), text: "Days on which the partnership is closed")
        if closures.isEmpty {
            element(.p, text: "None besides weekends and bank holidays.")
            return
        }
        table(labelledBy: "closures", heads: ["Day", "Reason", "Change"]) { html in
            for closure in closures {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader")) { $0.day(closure.day) }
                    html.cell("Reason", text: closure.reason)
                    html.linkCell(closure.link.map { [$0] } ?? [], about: closure.day.words)
                }
            }
        }
    }
}

private let peopleCrumb = [Crumb(name: Way.people.name, address: Link.people)]

/// One person of a partnership.
package func render(_ page: PersonPage, in frame: Frame) -> [UInt8] {
    layout(title: page.name, at: .within(.people), in: frame, crumbs: peopleCrumb) { html in
        html.element(.h1, text: page.name)
        if let banner = page.banner { html.banner(banner) }
        for press in page.presses { html.press(press) }
        html.facts(page.facts)
        html.links(page.acts)
        html.rows(page.memberships, heading: "Roles", id: "roles")
        html.rows(page.deputies, heading: "Standing in", id: "deputies")
    }
}

extension HTML {
    fileprivate mutating func rows(_ rows: [PersonPage.Row], heading: String, id: String) {
        element(.h2, .id(id), text: heading)
        if rows.isEmpty { element(.p, text: "None.") }
        guard !rows.isEmpty else { return }
        element(.ul, .class("tasks")) { html in
            for row in rows {
                html.element(.li) { html in
                    html.element(.span) { html in
                        html.text(row.says)
                        html.element(.span, .class("note"), text: row.dates)
                    }
                    if let link = row.link {
                        html.element(.a, .href(link.address)) { html in
                            html.text(link.words)
                            html.element(.span, .class("unseen"), text: ": \(row.says)")
                        }
                    }
                }
            }
        }
    }
}

/// A link to choose a password with, shown once.
package func render(_ page: InvitationPage, in frame: Frame) -> [UInt8] {
    layout(
        title: "Link for \(page.name)",
        at: .within(.people),
        in: frame,
        crumbs: peopleCrumb
    ) { html in
        html.element(.h1, text: "Link for \(page.name)")
        for line in page.says { html.element(.p, text: line) }
        html.element(.p, .class("code"), text: page.link)
        html.links([page.back])
    }
}

/// What coordinators are shown until one of them has seen it.
package func render(_ page: NoticesPage, in frame: Frame) -> [UInt8] {
    layout(title: "Notices", at: .within(.people), in: frame, crumbs: peopleCrumb) { html in
        html.element(.h1, text: "Notices")
        html.element(.h2, text: "New")
        if page.unseen.isEmpty { html.element(.p, text: "Nothing new.") }
        html.notices(page.unseen)
        if let press = page.press {
            html.press(
                press.address,
                token: press.token,
                hidden: [(name: "count", value: "\(page.count)")],
                words: press.words
            )
        }
        if !page.seen.isEmpty {
            html.element(.h2, text: "Looked at, or for somebody else to look at")
            html.notices(page.seen)
        }
    }
}

extension HTML {
    fileprivate mutating func notices(_ lines: [NoticesPage.Line]) {
        guard !lines.isEmpty else { return }
        element(.ul, .class("tasks")) { html in
            for line in lines {
                html.element(.li) { html in
                    html.element(.span) { html in
                        html.text(line.says)
                        html.element(.span, .class("note"), text: line.when)
                    }
                    if let link = line.link {
                        html.element(.a, .href(link.address), text: link.words)
                    }
                }
            }
        }
    }
}

/// Cases opened, or to be opened, in an emergency.
package func render(_ page: EmergenciesPage, in frame: Frame) -> [UInt8] {
    layout(
        title: "Cases opened in an emergency",
        at: .within(.people),
        in: frame,
        crumbs: peopleCrumb
    ) { html in
        html.element(.h1, text: "Cases opened in an emergency")
        html.element(
            .p,
            text:
                "Where somebody must read a case and nobody on it can be reached, two people open it for 24 hours. Everyone on it is told."
        )
        html.links(page.acts)
        for line in page.pending {
            html.element(.h2, text: line.heading)
            for text in line.says { html.element(.p, text: text) }
            if let press = line.press { html.press(press) }
        }
    }
}
