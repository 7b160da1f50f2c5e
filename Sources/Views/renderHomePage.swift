import HTML
package import Pages

/// The first page: what this is, and the ways in.
package func renderHomePage(in frame: Frame = .datesOnly) -> [UInt8] {
    layout(
        title: "Child safeguarding dates",
        at: .elsewhere,
        in: frame
    ) { html in
        html.element(.h1, text: "Every date of a rapid review, and why")
        html.element(
            .p,
            .class("lead"),
            text: "When a child dies or is seriously harmed and abuse or neglect is known or "
                + "suspected, a local procedure begins: a notification, a rapid review, and often "
                + "more. Sightline works out the day each step is due and shows how it was counted."
        )
        html.element(.ul, .class("entries")) { html in
            if let entrance = frame.entrance {
                html.wayIn(Link.signIn, name: entrance.name, says: entrance.says)
            }
            html.wayIn(
                Way.plan.address,
                name: "Work out the dates",
                says: "Give the dates you know. You get the plan as a picture, a table and a "
                    + "calendar file, with the clause and the days not counted behind each date."
            )
            html.wayIn(
                Way.compare.address,
                name: "Compare procedures",
                says: "See the same facts under the procedures of several partnerships, and "
                    + "which of them asks first."
            )
            html.wayIn(
                Way.procedures.address,
                name: "Read a procedure",
                says: "Step by step and clause by clause, with what is unclear in the source "
                    + "and what is done about it."
            )
        }
        html.element(
            .p,
            text: "Sightline records and explains; people decide. If a child is in danger now, "
                + "ring 999."
        )
    }
}

extension HTML {
    fileprivate mutating func wayIn(_ address: String, name: String, says: String) {
        element(.li) { html in
            html.element(.h2) { html in
                html.element(.a, .href(address), text: name)
            }
            html.element(.p, text: says)
        }
    }
}
