import HTML
import Pages

extension HTML {
    /// Each agency under its own heading, with a line for each of its contacts.
    mutating func agencies(_ agencies: [PeoplePage.AgencyLine]) {
        element(.h2, .id("agencies"), text: "Agencies")
        if agencies.isEmpty { element(.p, text: "None yet.") }
        for agency in agencies { self.agency(agency) }
    }

    private mutating func agency(_ agency: PeoplePage.AgencyLine) {
        element(.h3, .id(agency.anchor), text: agency.name)
        element(.p) { html in
            html.text(agency.isClosed ? "\(agency.kind). Closed." : "\(agency.kind).")
            for link in agency.links {
                html.text(" ")
                html.element(.a, .class("off-paper"), .href(link.address)) { html in
                    html.text(link.words)
                    html.element(.span, .class("unseen"), text: ": \(agency.name)")
                }
            }
        }
        if !agency.note.isEmpty { element(.p, text: agency.note) }
        if agency.contacts.isEmpty {
            element(.p, .class("warning"), text: "No lead named.")
            return
        }
        table(labelledBy: agency.anchor, heads: Self.contactHeads) { html in
            for contact in agency.contacts { html.contact(contact) }
        }
    }

    private static var contactHeads: [String] { ["Part", "Who", "How to reach them", "Address"] }

    private mutating func contact(_ contact: PeoplePage.ContactLine) {
        element(.tr, .role("row")) { html in
            html.element(.th, .scope(.row), .role("rowheader"), text: contact.part)
            html.lines("Who", contact.name, contact.jobTitle)
            html.lines("How to reach them", contact.email, contact.telephone)
            html.element(.td, .role("cell"), .dataHead(fixed: "Address")) { html in
                html.element(.span) { html in
                    html.element(
                        .strong,
                        .class(contact.trust.isTrusted ? "tag tag-done" : "tag tag-today"),
                        text: contact.trust.words
                    )
                    html.element(.span, .class("due-note"), text: contact.trust.because)
                    for link in contact.links {
                        html.element(.a, .class("off-paper"), .href(link.address)) { html in
                            html.text(link.words)
                            html.element(.span, .class("unseen"), text: ": \(contact.email)")
                        }
                    }
                }
            }
        }
    }

    private mutating func lines(_ head: StaticString, _ first: String, _ second: String) {
        element(.td, .role("cell"), .dataHead(fixed: head)) { html in
            html.element(.span) { html in
                html.text(first)
                if !second.isEmpty {
                    html.element(.span, .class("due-note"), text: second)
                }
            }
        }
    }

    mutating func domains(_ domains: [PeoplePage.DomainLine]) {
        element(.h2, .id("domains"), text: "Domains whose addresses are trusted")
        if domains.isEmpty {
            element(.p, text: "None. Each address answers a mail first, or is allowed by itself.")
            return
        }
        table(labelledBy: "domains", heads: ["Domain", "Whose it is", "Change"]) { html in
            for domain in domains {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader"), text: domain.domain)
                    html.lines("Whose it is", domain.reason, domain.says)
                    html.linkCell(domain.link.map { [$0] } ?? [], about: domain.domain)
                }
            }
        }
    }
}
