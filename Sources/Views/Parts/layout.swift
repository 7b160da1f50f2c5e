import HTML

/// The main parts of the site, as the menu names them.
enum Way: CaseIterable {
    case plan, compare, procedures

    var name: String {
        switch self {
        case .plan: "Plan"
        case .compare: "Compare"
        case .procedures: "Procedures"
        }
    }

    var address: String {
        switch self {
        case .plan: "/plan"
        case .compare: "/compare"
        case .procedures: "/procedures"
        }
    }
}

/// Where a page stands in the menu.
enum Standpoint: Equatable {
    /// The page that the menu leads to.
    case at(Way)
    /// A page below it.
    case within(Way)
    case elsewhere
}

/// A whole page: head, header, menu, content and footer.
func layout(
    title: String,
    at standpoint: Standpoint,
    capacity: Int = 16_384,
    content: (inout HTML) -> Void
) -> [UInt8] {
    var page = HTML(capacity: capacity)
    page.document(language: "en-GB") { html in
        html.head(title: title)
        html.element(.body) { html in
            html.element(.a, .class("skip"), .href(place: "main"), text: "Skip to main content")
            html.element(.header) { html in
                html.marking()
                html.nameOfService()
                html.menu(at: standpoint)
            }
            html.element(.main, .id("main"), .tabIndex(-1)) { html in
                html.element(.div, .class("wide"), content: content)
            }
            html.footer()
        }
    }
    return page.bytes
}

extension HTML {
    fileprivate mutating func head(title: String) {
        element(.head) { html in
            html.element(.meta, .charset("utf-8"))
            html.element(
                .meta,
                .name("viewport"),
                .content("width=device-width, initial-scale=1")
            )
            html.element(.meta, .name("robots"), .content("noindex"))
            // The address of a plan holds its dates: they are not told to other sites.
            html.element(.meta, .name("referrer"), .content("same-origin"))
            html.element(.title) { html in
                html.text(title)
                html.text(" - Sightline")
            }
            html.element(.link, .rel("stylesheet"), .href("/static/sightline.css"))
            html.element(
                .link,
                .rel("icon"),
                .type("image/svg+xml"),
                .href("/static/favicon.svg")
            )
        }
    }

    fileprivate mutating func marking() {
        element(.div, .class("marking")) { html in
            html.element(.div, .class("wide")) { html in
                html.element(.p) { html in
                    html.element(.strong, text: "Dates only")
                    html.text(" Nothing you enter here is stored. Give no child’s name.")
                }
            }
        }
    }

    fileprivate mutating func nameOfService() {
        element(.div, .class("top")) { html in
            html.element(.div, .class("wide")) { html in
                html.element(.a, .class("name"), .href("/")) { html in
                    html.sight()
                    html.text("Sightline")
                }
            }
        }
    }

    /// The mark: a line of days, and the one that is looked at.
    private mutating func sight() {
        element(.svg, .viewBox(width: 52, height: 22), .ariaHidden, .unfocusable) { html in
            html.element(
                .path,
                .class("sight"),
                .d(.shape("h52M8 6v10M20 6v10M44 6v10", x: 0, y: 11))
            )
            html.element(.circle, .class("mark"), .centreX(32), .centreY(11), .radius(7))
        }
    }

    fileprivate mutating func menu(at standpoint: Standpoint) {
        element(.nav, .class("ways"), .ariaLabel("Main")) { html in
            html.element(.div, .class("wide")) { html in
                html.element(.ul) { html in
                    for way in Way.allCases {
                        let mark: Attribute? =
                            standpoint == .at(way)
                            ? .ariaCurrentPage : standpoint == .within(way) ? .ariaCurrent : nil
                        html.element(.li) { html in
                            html.element(.a, .href(way.address), mark, text: way.name)
                        }
                    }
                }
            }
        }
    }

    fileprivate mutating func footer() {
        element(.footer, .class("foot")) { html in
            html.element(.div, .class("wide")) { html in
                html.element(.p) { html in
                    html.element(
                        .strong,
                        text: "Sightline does not notify the national Panel: a person does, "
                            + "in the government’s own service."
                    )
                }
                html.element(
                    .p,
                    text: "It works out dates from a published procedure and says why each one is "
                        + "what it is. Where a date looks wrong, go by the procedure itself."
                )
            }
        }
    }
}
