import HTML
package import Pages

/// Every procedure, to choose from.
package func render(_ page: ProcedureListPage, in frame: Frame = .datesOnly) -> [UInt8] {
    layout(
        title: "Procedures",
        at: .at(.procedures),
        in: frame
    ) { html in
        html.element(.h1, text: "Procedures")
        html.element(
            .p,
            .class("lead"),
            text: "Each is a partnership’s own published procedure, taken clause by clause."
        )
        html.element(.ul, .class("entries")) { html in
            for entry in page.procedures { html.entry(entry) }
        }
        html.element(.p) { html in
            html.element(.a, .href(Link.forms), text: "The forms that ship with them")
            html.text(", to be tried.")
        }
    }
}

extension HTML {
    fileprivate mutating func entry(_ entry: ProcedureListPage.Entry) {
        element(.li) { html in
            html.element(.h2) { html in
                html.element(.a, .href(entry.link), text: entry.title)
            }
            html.element(.p, .class("soft")) { html in
                html.text("Edition ")
                html.text(entry.edition)
                html.text(" · steps: ")
                html.number(entry.steps)
                html.text(" · clauses: ")
                html.number(entry.clauses)
            }
            html.element(.p, .class("small"), text: entry.source)
            if !entry.variations.isEmpty {
                html.element(.p, .class("small")) { html in
                    html.text("Variations: ")
                    html.text(entry.variations.joined(separator: ", "))
                }
            }
            html.element(.p) { html in
                html.element(.a, .href(entry.planLink)) { html in
                    html.text("Work out dates")
                    html.element(.span, .class("unseen")) { html in
                        html.text(" by ")
                        html.text(entry.title)
                    }
                }
            }
        }
    }
}
