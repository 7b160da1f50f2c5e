import HTML
package import Pages

/// The actions that the meetings of a case decided.
package func render(_ page: ActionsPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, "Actions of case \(page.head.reference)", in: frame) { html in
        html.element(.p, text: page.lead)
        for group in page.groups {
            html.element(.h2, text: group.heading)
            html.element(.ol, group.isLate ? .class("work work-late") : .class("work")) { html in
                for row in group.rows { html.action(row) }
            }
        }
    }
}

extension HTML {
    fileprivate mutating func action(_ action: ActionsPage.Row) {
        let row = action.row
        element(.li, .id(action.id)) { html in
            html.element(.p, .class("when")) { html in
                if let due = row.due { html.day(due) }
                html.element(.span, text: row.note)
            }
            html.element(.div) { html in
                html.element(.p, .class("what"), text: row.does)
                html.element(.p, text: "\(row.who) · \(row.over)")
                if !action.settled.isEmpty { html.element(.p, text: action.settled) }
                html.why(row)
                html.links(action.acts)
            }
            html.element(.p, .class("state")) { $0.tag(row.standing) }
        }
    }
}
