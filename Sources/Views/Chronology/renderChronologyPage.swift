import HTML
package import Pages

/// All agencies' chronologies as one.
package func render(_ page: ChronologyPage, in frame: Frame) -> [UInt8] {
    layout(
        title: page.title,
        at: .within(.cases),
        in: frame,
        crumbs: page.crumbs,
        capacity: 262_144
    ) { html in
        if !page.over.isEmpty { html.element(.p, .class("over"), text: page.over) }
        html.element(.h1, text: page.title)
        for line in page.lead { html.element(.p, text: line) }
        html.links(page.acts)
        html.naming(page.naming)
        html.filters(page.filter)
        html.sourceKey(page.sources)
        html.element(.h2, .id("rows"), text: page.count)
        if !page.years.isEmpty { html.chronologyTable(page) }
        html.pageLinks(page.pages)
        html.groups(page)
        html.closing(page)
    }
}

extension HTML {
    fileprivate mutating func naming(_ naming: ChronologyPage.Naming) {
        element(.p) { html in
            html.text(naming.says)
            html.text(" ")
            html.element(
                .a,
                .class("off-paper"),
                .href(naming.link.address),
                text: naming.link.words
            )
        }
    }

    fileprivate mutating func filters(_ filter: ChronologyPage.Filter) {
        element(.details, .class("change off-paper"), filter.clear == nil ? nil : .open) { html in
            html.element(.summary, text: "Choose rows")
            html.rowsForm(filter)
            html.wordsForm(filter)
            if let clear = filter.clear {
                html.element(.p) { $0.element(.a, .href(clear), text: "Show every row") }
            }
        }
    }

    private mutating func rowsForm(_ filter: ChronologyPage.Filter) {
        element(.form, .class("form"), .action(filter.action), .method(.get)) { html in
            for (name, value) in filter.kept {
                html.element(.input, .type("hidden"), .name(name), .value(value))
            }
            html.element(.fieldset, .class("field")) { html in
                html.element(.legend, text: "Agencies")
                html.element(.p, .class("hint"), text: "None chosen: all of them.")
                html.element(.div, .class("choices choices-columns")) { html in
                    for choice in filter.agencies {
                        html.choice(
                            .checkbox,
                            name: "agency",
                            id: "agency-\(choice.id)",
                            value: choice.id,
                            label: choice.label,
                            isChosen: choice.isChosen
                        )
                    }
                }
            }
            html.element(.div, .class("side-by-side")) { html in
                html.dayInput("from", label: "From", value: filter.from)
                html.dayInput("to", label: "To", value: filter.to)
            }
            html.element(.div, .class("choices field")) { html in
                html.choice(
                    .checkbox,
                    name: "key",
                    id: "key",
                    value: "yes",
                    label: "Key episodes alone",
                    isChosen: filter.isKeyOnly
                )
            }
            html.element(.button, .type("submit"), text: "Show these rows")
        }
    }

    /// A day that browsers ask with their own calendar, so that nothing else gets into an address.
    private mutating func dayInput(_ id: String, label: String, value: String) {
        element(.div, .class("field")) { html in
            html.element(.label, .for(id), text: label)
            html.element(.input, .id(id), .name(id), .type("date"), .value(value))
        }
    }

    private mutating func wordsForm(_ filter: ChronologyPage.Filter) {
        element(.form, .class("find"), .action(filter.action), .method(.post)) { html in
            html.secrets(filter.wordsToken, filter.carried)
            html.findField("words", label: "Words in these rows", value: filter.words)
            html.element(.button, .type("submit"), text: "Find")
        }
    }

    fileprivate mutating func sourceKey(_ sources: [ChronologyPage.Source]) {
        guard !sources.isEmpty else { return }
        element(.ul, .class("key"), .ariaLabel("Agencies")) { html in
            for source in sources {
                html.element(.li) { html in
                    html.source(source)
                    html.element(.span, .class("soft"), text: source.rows)
                }
            }
        }
    }

    /// The agency by its name and its colour.
    mutating func source(_ source: ChronologyPage.Source) {
        element(.span, source.names, text: source.name)
    }

    fileprivate mutating func pageLinks(_ links: [ChronologyPage.PageLink]) {
        guard !links.isEmpty else { return }
        element(.nav, .class("off-paper"), .ariaLabel("Pages of the list")) { html in
            html.element(.ul, .class("links")) { html in
                for link in links {
                    html.element(.li) { html in
                        if let address = link.address {
                            html.element(.a, .href(address), text: link.words)
                        } else {
                            html.element(.span, .ariaCurrentPage, text: link.words)
                        }
                    }
                }
            }
        }
    }

    fileprivate mutating func closing(_ page: ChronologyPage) {
        if !page.gapsOfAgencies.isEmpty {
            element(.h2, text: "The longest time without an entry, by agency")
            facts(page.gapsOfAgencies)
        }
        guard !page.possibleNames.isEmpty else { return }
        element(.h2, text: "Words that may be names")
        element(
            .p,
            text: "They stand in the rows with a capital and in no list of people. Put those that "
                + "are names on the list, and they are replaced."
        )
        facts(page.possibleNames)
    }
}

extension ChronologyPage.Source {
    var names: Attribute {
        switch colour {
        case 0: .class("source source-0")
        case 1: .class("source source-1")
        case 2: .class("source source-2")
        case 3: .class("source source-3")
        case 4: .class("source source-4")
        case 5: .class("source source-5")
        case 6: .class("source source-6")
        case 7: .class("source source-7")
        case 8: .class("source source-8")
        case 9: .class("source source-9")
        case 10: .class("source source-10")
        default: .class("source source-11")
        }
    }
}
