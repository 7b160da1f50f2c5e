import HTML
package import Pages

/// The page where dates become a plan.
package func render(_ page: PlanPage, in frame: Frame = .datesOnly) -> [UInt8] {
    layout(
        title: title(of: page),
        at: .at(.plan),
        in: frame,
        capacity: page.plan == nil ? 65_536 : 262_144
    ) { html in
        html.errorSummary(page.form.errors, dates: page.form.dates)
        if let plan = page.plan {
            html.planTitle(plan)
            html.findings(plan.findings)
            html.element(.details, .class("change off-paper")) { html in
                html.element(.summary, text: "Change the dates, answers or procedure")
                html.planForm(page.form)
            }
            html.plan(plan)
        } else {
            html.element(.h1, text: "Work out the dates")
            html.element(
                .p,
                .class("lead"),
                text: "Give the dates you know. The plan shows every step of the procedure, "
                    + "the day each is due, and why."
            )
            html.planForm(page.form)
        }
    }
}

/// What the browser shows as the page's name.
package func title(of page: PlanPage) -> String {
    if !page.form.errors.isEmpty { return "Error: Work out the dates" }
    return page.plan.map { "Plan: \($0.procedure)" } ?? "Work out the dates"
}

extension HTML {
    fileprivate mutating func planTitle(_ plan: Plan) {
        element(.div, .class("title")) { html in
            html.element(.div) { html in
                html.element(.p, .class("over"), text: plan.procedure)
                html.element(.h1, text: "Plan")
                html.element(.p, .class("over")) { html in
                    html.text("As on ")
                    html.day(plan.seenOn)
                }
            }
            if let counter = plan.counter { html.counter(counter) }
        }
        element(.p, .class("lead"), text: plan.summary)
    }

    fileprivate mutating func planForm(_ form: PlanForm) {
        element(
            .form,
            .class("panel off-paper"),
            .action("/plan"),
            .method(.get)
        ) { html in
            html.element(.h2, text: "What the dates are worked out from")
            html.element(.div, .class("side-by-side")) { html in
                html.select(
                    "procedure",
                    label: "Procedure",
                    faults: form.faults(of: "procedure")
                ) { $0.options(form.procedures) }
                if !form.variations.isEmpty {
                    html.select("variation", label: "Variation") { $0.options(form.variations) }
                }
            }
            html.element(.div, .class("moments")) { html in
                for moment in form.moments { html.dateInput(moment, errors: form.errors) }
                html.dateInput(form.today, errors: form.errors)
            }
            html.extraFacts(form)
            html.element(.div, .class("acts")) { html in
                html.element(.button, .type("submit"), text: "Work out the dates")
            }
        }
    }

    fileprivate mutating func plan(_ plan: Plan) {
        if let picture = plan.timeline {
            element(.h2, .id("picture"), text: "The plan as a picture")
            timeline(picture, labelledBy: "picture")
        }
        element(
            .h2,
            .id("table"),
            text: plan.timeline == nil ? "The plan" : "The same facts as a table"
        )
        planTable(plan.groups, labelledBy: "table")
        clocks(plan.clocks)
        element(.p, .class("soft small"), text: plan.calendar)
        takeAway(plan)
    }

    private mutating func takeAway(_ plan: Plan) {
        element(.section, .class("off-paper"), .ariaLabelledBy("take-away")) { html in
            html.element(.h2, .id("take-away"), text: "Take it with you")
            html.element(.ul) { html in
                html.element(.li) { html in
                    html.element(
                        .a,
                        .href(plan.calendarLink),
                        text: "Put the dates in your calendar"
                    )
                    html.text(" (.ics file)")
                }
                html.element(.li) { html in
                    html.element(.a, .href(plan.compareLink), text: "Compare with other procedures")
                }
                html.element(.li) { html in
                    html.element(.a, .href(plan.link), text: "A link to this plan")
                    html.text(
                        ", to keep or to send. It holds the dates, and nothing else about the case"
                    )
                }
                html.element(
                    .li,
                    text:
                        "To print it, use your browser’s own print. Every reason is printed"
                )
            }
        }
    }
}
