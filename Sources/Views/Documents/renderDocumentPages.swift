import HTML
package import Pages

/// A document among the pages of the site, with what makes a file of it.
package func render(_ page: DocumentPage, in frame: Frame) -> [UInt8] {
    layout(
        title: page.document.title,
        at: .within(page.way),
        in: frame,
        crumbs: page.crumbs,
        capacity: 131_072
    ) { html in
        html.element(.div, .class("acts off-paper")) { html in
            for kind in DocumentKind.allCases {
                html.press(
                    page.address,
                    token: page.token,
                    hidden: [(name: "as", value: kind.rawValue)],
                    words: kind.words
                )
            }
        }
        html.element(.div, .class("document")) { html in
            html.printed(page.document, pictures: .drawn)
        }
    }
}

/// How far a file is.
package func render(_ page: DocumentProgressPage, in frame: Frame) -> [UInt8] {
    layout(title: page.title, at: .within(page.way), in: frame, crumbs: page.crumbs) { html in
        html.element(.h1, text: page.title)
        html.element(.div, .role("status")) { html in
            for line in page.lead { html.element(.p, text: line) }
        }
        html.links(page.links)
    }
}
