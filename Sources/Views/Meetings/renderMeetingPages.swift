import HTML
package import Pages

/// The meetings of a case.
package func render(_ page: MeetingListPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, "Meetings of case \(page.head.reference)", in: frame) { html in
        html.element(.p, text: page.lead)
        for (number, step) in page.steps.enumerated() {
            html.meetingStep(step, id: "meeting-\(number)")
        }
    }
}

/// One meeting.
package func render(_ page: MeetingPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, page.title, in: frame) { html in
        html.element(.p, .class("lead")) { $0.tag(page.tag) }
        for banner in page.banners { html.banner(banner) }
        html.links(page.acts)
        html.facts(page.facts)
        if !page.agenda.isEmpty {
            html.element(.h2, text: "Agenda")
            html.element(.ol) { html in
                for item in page.agenda { html.element(.li, text: item) }
            }
        }
        html.element(.h2, .id("people"), text: "Who is to be there")
        html.people(page.people)
        for (number, section) in page.sections.enumerated() {
            html.paperSection(section, id: "of-meeting-\(number)")
        }
    }
}

/// An agenda or minutes, to be read and printed.
package func render(_ page: MeetingPaper, in frame: Frame) -> [UInt8] {
    layout(title: page.title, at: .within(.cases), in: frame, crumbs: page.crumbs) { html in
        html.element(.p, .class("over"), text: page.over)
        html.element(.h1, text: page.title)
        if !page.standing.isEmpty { html.element(.p, .class("lead"), text: page.standing) }
        html.links(page.acts)
        html.facts(page.facts)
        for part in page.parts {
            html.element(.h2, text: part.title)
            html.facts(part.lines, names: "facts facts-wide")
            if !part.list.isEmpty {
                html.element(.ol) { html in
                    for line in part.list { html.element(.li, text: line) }
                }
            }
        }
    }
}

extension HTML {
    fileprivate mutating func meetingStep(_ step: MeetingListPage.Entry, id: String) {
        element(.section, .class("part"), .ariaLabelledBy(id)) { html in
            html.element(.h2, .id(id), text: step.name)
            html.element(.p, text: "\(step.does).")
            if !step.window.isEmpty {
                html.element(.p, .class("soft"), text: "\(step.window).")
            }
            if !step.note.isEmpty { html.element(.p, .class("soft"), text: step.note) }
            if !step.meetings.isEmpty {
                html.table(labelledBy: id, heads: ["When", "Where", "How it stands"]) { html in
                    for row in step.meetings { html.meetingRow(row) }
                }
            }
            html.links(step.acts)
        }
    }

    private mutating func meetingRow(_ row: MeetingListPage.Row) {
        element(.tr, .role("row")) { html in
            html.element(.th, .scope(.row), .role("rowheader")) { html in
                html.element(.a, .href(row.when.address), text: row.when.words)
            }
            html.cell("Where", text: row.place)
            html.element(.td, .role("cell"), .dataHead(fixed: "How it stands")) { html in
                html.tag(row.tag)
                if !row.note.isEmpty { html.text(" \(row.note)") }
            }
        }
    }

    fileprivate mutating func people(_ people: [MeetingPage.Person]) {
        guard !people.isEmpty else {
            element(.p, text: "Nobody is on the list yet.")
            return
        }
        table(
            labelledBy: "people",
            heads: ["Name", "Role and agency", "As what", "Invitation", "There"]
        ) { html in
            for person in people {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader"), text: person.name)
                    html.cell("Role and agency", text: person.role)
                    html.cell("As what", text: person.part)
                    html.cell("Invitation", text: person.invited)
                    html.cell("There", text: person.attendance)
                }
            }
        }
    }
}
