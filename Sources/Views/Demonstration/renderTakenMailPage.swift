import HTML
package import Pages

/// The messages that went out of a demonstration.
package func render(_ page: TakenMailPage, in frame: Frame) -> [UInt8] {
    let title = "Mail of the demonstration"
    return layout(title: title, at: .elsewhere, in: frame, capacity: 32_768) { html in
        html.element(.h1, text: title)
        html.element(.p, .class("lead"), text: page.lead)
        for message in page.messages { html.message(message) }
    }
}

extension HTML {
    fileprivate mutating func message(_ message: TakenMailPage.Message) {
        element(.section, .ariaLabelledBy(message.id)) { html in
            html.element(.h2, .id(message.id), text: message.subject)
            html.element(.p, .class("soft")) { html in
                html.text("To ")
                html.text(message.to)
            }
            for line in message.lines {
                html.element(.p) { html in
                    switch line {
                    case .text(let text): html.text(text)
                    case .link(let text, let path): html.element(.a, .href(path), text: text)
                    }
                }
            }
        }
    }
}
