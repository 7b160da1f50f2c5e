import HTML
package import Pages

/// A procedure as people read it, clause by clause.
package func render(_ page: ProcedurePage, in frame: Frame = .datesOnly) -> [UInt8] {
    layout(
        title: page.title,
        at: .within(.procedures),
        in: frame,
        capacity: 262_144
    ) { html in
        html.procedureHead(page)
        html.element(.div, .class("reading")) { html in
            html.contents(page)
            html.element(.div, .class("reading-text")) { html in
                html.procedureText(page)
            }
        }
    }
}

extension HTML {
    fileprivate mutating func procedureHead(_ page: ProcedurePage) {
        element(.p, .class("over")) { html in
            html.text("Procedure, edition ")
            html.text(page.edition)
        }
        element(.h1, text: page.title)
        element(.p, text: page.source)
        for guidance in page.guidance {
            element(.p, .class("small soft"), text: guidance)
        }
        if !page.variations.isEmpty {
            element(.nav, .class("tabs"), .ariaLabel("Variations")) { html in
                html.element(.ul) { html in
                    for variation in page.variations {
                        html.element(.li) { html in
                            html.element(
                                .a,
                                .href(variation.link),
                                variation.id == page.variation ? .ariaCurrentPage : nil,
                                text: variation.title
                            )
                        }
                    }
                }
            }
        }
        element(.p, .class("acts off-paper")) { html in
            html.element(
                .a,
                .class("button"),
                .href(page.planLink),
                text: "Work out dates by this procedure"
            )
        }
    }

    fileprivate mutating func contents(_ page: ProcedurePage) {
        element(.nav, .class("contents off-paper"), .ariaLabelledBy("contents")) { html in
            html.element(.h2, .id("contents"), text: "On this page")
            html.element(.ul) { html in
                for section in page.sections {
                    html.contentsEntry(section.title, place: "section-\(section.id)")
                }
                for part in page.parts where !part.entries.isEmpty {
                    html.contentsEntry(part.heading, place: part.id)
                }
                if !page.criteria.isEmpty { html.contentsEntry("Criteria", place: "criteria") }
                if !page.reminders.isEmpty { html.contentsEntry("Reminders", place: "reminders") }
                if !page.clauses.isEmpty {
                    html.contentsEntry("Every clause", place: "every-clause")
                }
            }
        }
    }

    private mutating func contentsEntry(_ title: String, place: String) {
        element(.li) { html in
            html.element(.a, .href(place: place), text: title)
        }
    }

    fileprivate mutating func procedureText(_ page: ProcedurePage) {
        for section in page.sections { procedureSection(section) }
        for part in page.parts where !part.entries.isEmpty {
            namedTexts(part)
        }
        criteria(page.criteria)
        if !page.reminders.isEmpty {
            element(.h2, .id("reminders"), text: "Reminders")
            element(.ul) { html in
                for reminder in page.reminders { html.element(.li, text: reminder) }
            }
        }
        clauseIndex(page.clauses)
    }

    private mutating func procedureSection(_ section: ProcedurePage.SectionText) {
        element(.h2, .id("section-\(section.id)")) { html in
            html.text(section.title)
            html.clauses(section.clauses)
        }
        for step in section.steps { procedureStep(step) }
    }
}

/// A list of named things under one heading.
struct ProcedurePart {
    let id: String
    let heading: String
    let entries: [ProcedurePage.NamedText]
    var isDefects = false
}

extension ProcedurePage {
    /// The parts that are lists of named things, in the order they are read.
    fileprivate var parts: [ProcedurePart] {
        [
            ProcedurePart(
                id: "defects",
                heading: "Where the source is unclear",
                entries: defects,
                isDefects: true
            ),
            ProcedurePart(id: "clocks", heading: "Clocks", entries: clocks),
            ProcedurePart(id: "people", heading: "People", entries: people),
            ProcedurePart(id: "questions", heading: "Questions it asks", entries: questions),
            ProcedurePart(id: "papers", heading: "Documents", entries: papers),
            ProcedurePart(id: "folders", heading: "Folders", entries: folders),
            ProcedurePart(id: "filing", heading: "How files are named and filed", entries: filing),
            ProcedurePart(id: "chasing", heading: "How agencies are chased", entries: chasing),
            ProcedurePart(id: "notes", heading: "Notes", entries: notes),
        ]
    }
}
