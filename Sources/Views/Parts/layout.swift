import HTML
import Pages

/// A whole page: head, header, menu, content and footer.
func layout(
    title: String,
    at standpoint: Standpoint,
    in frame: Frame,
    crumbs: [Crumb] = [],
    capacity: Int = 16_384,
    scripts: [PageScript] = [],
    content: (inout HTML) -> Void
) -> [UInt8] {
    var page = HTML(capacity: capacity)
    page.document(language: "en-GB") { html in
        html.head(title: title, scripts: scripts, isAnswering: frame.answering != nil)
        html.element(.body) { html in
            html.element(.a, .class("skip"), .href(place: "main"), text: "Skip to main content")
            html.element(.header) { html in
                html.marking(frame)
                html.nameOfService(frame)
                if !frame.ways.isEmpty { html.menu(frame.ways, at: standpoint) }
            }
            if !crumbs.isEmpty { html.crumbs(crumbs) }
            html.element(.main, .id("main"), .tabIndex(-1)) { html in
                html.element(.div, .class("wide"), content: content)
            }
            if frame.answering == nil { html.footer() } else { html.footerOfAnswers() }
        }
    }
    return page.bytes
}

/// A file that adds comfort to a page which works without it.
enum PageScript {
    /// Saves what is typed while it is typed.
    case drafts
    /// Puts answers on the clipboard.
    case copying

    fileprivate var source: Attribute {
        switch self {
        case .drafts: .deferredSource("/static/drafts.js")
        case .copying: .deferredSource("/static/copying.js")
        }
    }
}

extension HTML {
    fileprivate mutating func head(title: String, scripts: [PageScript], isAnswering: Bool) {
        element(.head) { html in
            html.element(.meta, .charset("utf-8"))
            html.element(
                .meta,
                .name("viewport"),
                .content("width=device-width, initial-scale=1")
            )
            html.element(.meta, .name("robots"), .content("noindex"))
            // The address of a plan holds its dates: they are not told to other sites.
            // That of a link opens something to whoever has it: it is told to nobody.
            html.element(
                .meta,
                .name("referrer"),
                isAnswering ? .content("strict-origin") : .content("same-origin")
            )
            html.element(.title) { html in
                html.text(title)
                html.text(" - Sightline")
            }
            html.element(.link, .rel("stylesheet"), .href("/static/sightline.css"))
            for script in scripts { html.element(.script, script.source, text: "") }
            html.element(
                .link,
                .rel("icon"),
                .type("image/svg+xml"),
                .href("/static/favicon.svg")
            )
        }
    }

    fileprivate mutating func marking(_ frame: Frame) {
        element(.div, .class("marking")) { html in
            html.element(.div, .class("wide")) { html in
                html.element(.p) { html in
                    html.element(.strong, text: frame.marking)
                    html.text(" ")
                    html.text(frame.says)
                    if let clock = frame.clock {
                        html.text(" ")
                        html.element(.a, .href(clock), text: "Set its clock")
                    }
                    if let mail = frame.mail {
                        html.text(" ")
                        html.element(.a, .href(mail), text: "Read its mail")
                    }
                }
            }
        }
    }

    fileprivate mutating func nameOfService(_ frame: Frame) {
        element(.div, .class("top")) { html in
            html.element(.div, .class("wide")) { html in
                html.element(
                    .a,
                    .class("name"),
                    .href(frame.homeAddress)
                ) { html in
                    html.sight()
                    html.text("Sightline")
                }
                if let visitor = frame.visitor { html.visitor(visitor) }
                if let answering = frame.answering { html.answering(answering) }
                if frame.entrance != nil {
                    html.element(.p, .class("who")) { html in
                        html.element(.a, .href(Link.signIn), text: "Sign in")
                    }
                }
            }
        }
    }

    private mutating func visitor(_ visitor: Frame.Visitor) {
        if visitor.others.isEmpty {
            element(.p, .class("who"), text: visitor.partnership)
        } else {
            element(.details, .class("switch")) { html in
                html.element(.summary) { html in
                    html.element(.span, .class("unseen"), text: "Partnership: ")
                    html.text(visitor.partnership)
                }
                html.element(.ul) { html in
                    html.element(.li, text: "\(visitor.partnership) (you are here)")
                    for other in visitor.others {
                        html.element(.li) { html in
                            html.press(
                                Link.partnerships,
                                token: visitor.switchToken,
                                hidden: [(name: "partnership", value: other.id)],
                                words: other.name,
                                isQuiet: true
                            )
                        }
                    }
                }
            }
        }
        element(.div, .class("who")) { html in
            html.element(.a, .href(Link.account)) { html in
                html.element(.span, .class("unseen"), text: "Your sign-in: ")
                html.text(visitor.name)
            }
            if !visitor.roles.isEmpty { html.element(.span, text: visitor.roles) }
            html.press(
                Link.signOut,
                token: visitor.signOutToken,
                words: "Sign out",
                isQuiet: true
            )
        }
    }

    private mutating func answering(_ answering: Frame.Answering) {
        guard let name = answering.name else { return }
        element(.div, .class("who")) { html in
            html.element(.span, text: name)
            html.press(
                Link.answerSignOut,
                token: answering.signOutToken,
                words: "Sign out",
                isQuiet: true
            )
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

    fileprivate mutating func menu(_ ways: [Way], at standpoint: Standpoint) {
        element(.nav, .class("ways"), .ariaLabel("Main")) { html in
            html.element(.div, .class("wide")) { html in
                html.element(.ul) { html in
                    for way in ways {
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

    fileprivate mutating func crumbs(_ crumbs: [Crumb]) {
        element(.nav, .class("crumbs"), .ariaLabel("Breadcrumb")) { html in
            html.element(.div, .class("wide")) { html in
                html.element(.ol) { html in
                    for crumb in crumbs {
                        html.element(.li) { html in
                            html.element(.a, .href(crumb.address), text: crumb.name)
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

    fileprivate mutating func footerOfAnswers() {
        element(.footer, .class("foot")) { html in
            html.element(.div, .class("wide")) { html in
                html.element(
                    .p,
                    text: "This page is for the person it was sent to. Do not pass its link on: "
                        + "whoever else is to answer is given a link of their own."
                )
            }
        }
    }
}

extension Frame {
    fileprivate var homeAddress: String {
        if answering != nil { return Link.answer }
        return visitor == nil ? Link.home : Link.myWork
    }
}
