import HTML
package import Pages

/// A page that says that something went wrong, without detail.
package func render(_ page: ProblemPage, in frame: Frame = .datesOnly) -> [UInt8] {
    layout(
        title: page.title,
        at: .elsewhere,
        in: frame
    ) { html in
        html.element(.h1, text: page.title)
        html.element(.p, .class("lead"), text: page.text)
        html.element(.p) { html in
            html.element(.a, .href("/plan"), text: "Work out the dates")
            html.text(" or ")
            html.element(.a, .href("/"), text: "go to the start")
            html.text(".")
        }
    }
}
