import HTML
package import Pages

/// One section of a report: its text, and what of the case can be taken into it.
package func render(_ page: ReportSectionPage, in frame: Frame) -> [UInt8] {
    let form = page.form
    return layout(
        title: form.form.errors.isEmpty ? form.title : "Error: \(form.title)",
        at: .within(.cases),
        in: frame,
        crumbs: form.crumbs,
        scripts: form.form.draft == nil ? [] : [.drafts]
    ) { html in
        html.errorSummary(form.form.errors, dates: [])
        html.element(.p, .class("over"), text: form.over)
        html.element(.h1, text: form.title)
        if let banner = form.banner { html.banner(banner, id: "banner") }
        if let theirs = page.theirs { html.theirs(theirs) }
        for line in form.lead where !line.isEmpty { html.element(.p, text: line) }
        html.warnings(page.findings)
        html.form(form.form, rows: 14) { $0.offers(page) }
        html.sources(page.sources, heading: "Sources of this section")
        html.links(page.links)
    }
}

extension HTML {
    fileprivate mutating func offers(_ page: ReportSectionPage) {
        element(.h2, .id("offers"), text: "Take from the case")
        if !page.materials.isEmpty {
            element(
                .p,
                .class("soft small"),
                text:
                    "Save first: these links leave what you typed behind where your browser saves nothing by itself."
            )
            links(page.materials)
        }
        if page.offers.isEmpty {
            element(.p, text: "The case holds nothing of this kind yet. \(page.offersNote)")
        }
        for (number, group) in page.offers.enumerated() {
            element(.details, .class("why offers"), number == 0 ? .open : nil) { html in
                html.element(.summary, text: "\(group.title) (\(group.offers.count))")
                for offer in group.offers { html.offer(offer) }
            }
        }
    }

    private mutating func offer(_ offer: ReportSectionPage.Offer) {
        element(.fieldset, .class("offer")) { html in
            html.element(.legend) { html in
                html.text(offer.title)
                if offer.isTaken {
                    html.text(" ")
                    html.element(.strong, .class("tag tag-done"), text: "Taken")
                }
            }
            if !offer.note.isEmpty { html.element(.p, .class("soft small"), text: offer.note) }
            if offer.sentences.count > 1 {
                html.element(.div, .class("choices")) { html in
                    for (place, sentence) in offer.sentences.enumerated() {
                        html.choice(
                            .checkbox,
                            name: "sentence-\(offer.id)",
                            id: "sentence-\(offer.id)-\(place)",
                            value: "\(place)",
                            label: sentence,
                            isChosen: false
                        )
                    }
                }
            } else {
                for sentence in offer.sentences { html.element(.p, text: sentence) }
            }
            html.element(
                .button,
                .class("second"),
                .type("submit"),
                .name("take"),
                .value(offer.id)
            ) { html in
                html.text(
                    offer.sentences.count > 1 ? "Take the ticked sentences, or all" : "Take it"
                )
                html.element(.span, .class("unseen"), text: ": \(offer.title)")
            }
        }
    }
}
