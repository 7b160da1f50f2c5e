import HTML
import Pages

extension HTML {
    /// What a person must look at: what cannot be right first, then the rest.
    mutating func findings(_ findings: [FindingText]) {
        banner(
            findings.filter(\.isContradiction),
            heading: "These dates cannot all be right",
            names: "banner banner-late"
        )
        banner(
            findings.filter { !$0.isContradiction },
            heading: "Look at this before you rely on the plan",
            names: "banner banner-today"
        )
    }

    private mutating func banner(
        _ findings: [FindingText],
        heading: String,
        names: StaticString
    ) {
        guard !findings.isEmpty else { return }
        element(.div, .class(names)) { html in
            html.element(.h2, text: heading)
            html.messages(findings)
        }
    }

    /// One message as a paragraph, several as a list.
    mutating func messages(_ findings: [FindingText]) {
        if findings.count == 1, let only = findings.first {
            element(.p, text: only.message)
        } else {
            element(.ul) { html in
                for finding in findings {
                    html.element(.li, text: finding.message)
                }
            }
        }
    }
}
