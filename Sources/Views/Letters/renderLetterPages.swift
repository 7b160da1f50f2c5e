import HTML
package import Pages

/// The letters of a partnership.
package func render(_ page: LettersPage, in frame: Frame) -> [UInt8] {
    layout(
        title: "Letters",
        at: .within(.people),
        in: frame,
        crumbs: [Crumb(name: Way.people.name, address: Link.people)]
    ) { html in
        html.element(.p, .class("over"), text: page.partnership)
        html.element(.h1, .id("letters"), text: "Letters")
        for line in page.lead { html.element(.p, text: line) }
        if page.letters.isEmpty {
            html.element(.p, text: "No step of the procedure sends a letter.")
            return
        }
        html.table(labelledBy: "letters", heads: ["Letter", "Goes with", "Goes now"]) { html in
            for letter in page.letters {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader")) { html in
                        html.element(.a, .href(letter.address), text: letter.title)
                    }
                    html.cell("Goes with", text: letter.uses)
                    html.element(.td, .role("cell"), .dataHead(fixed: "Goes now")) { html in
                        html.element(.span) { html in
                            html.text(letter.standing)
                            if !letter.note.isEmpty {
                                html.element(.strong, .class("warning"), text: letter.note)
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One letter, or one text of it.
package func render(_ page: LetterPage, in frame: Frame) -> [UInt8] {
    layout(title: page.title, at: .within(.people), in: frame, crumbs: page.crumbs) { html in
        html.element(.p, .class("over"), text: page.over)
        html.element(.h1) { html in
            html.text(page.title)
            if let tag = page.tag {
                html.text(" ")
                html.tag(tag)
            }
        }
        if let banner = page.banner { html.banner(banner) }
        html.facts(page.facts)
        for line in page.lead { html.element(.p, text: line) }
        if let press = page.press { html.form(press) }
        html.links(page.acts)
        for comparison in page.comparisons { html.comparison(comparison) }
        html.letterText(page.parts)
        html.versions(page.versions)
    }
}

extension HTML {
    fileprivate mutating func comparison(_ comparison: LetterPage.Comparison) {
        element(.section, .class("part")) { html in
            html.element(.h2, text: comparison.heading)
            if comparison.parts.isEmpty { html.element(.p, text: "Nothing differs.") }
            for part in comparison.parts {
                html.element(.h3, text: part.title)
                html.compared(part.text)
            }
        }
    }

    fileprivate mutating func letterText(_ parts: [(title: String, paragraphs: [String])]) {
        element(.section, .class("part report-text")) { html in
            html.element(.h2, text: "The text, as it is written")
            for part in parts {
                html.element(.h3, text: part.title)
                for paragraph in part.paragraphs { html.lines(paragraph) }
            }
        }
    }

    /// A paragraph whose line ends are kept.
    private mutating func lines(_ paragraph: String) {
        element(.p) { html in
            for (number, line) in paragraph.split(separator: "\n").enumerated() {
                if number > 0 { html.element(.br) }
                html.text(String(line))
            }
        }
    }

    fileprivate mutating func versions(_ versions: [LetterPage.Version]) {
        guard !versions.isEmpty else { return }
        element(.h2, .id("versions"), text: "Every text that there is")
        element(.ul, .class("tasks")) { html in
            for version in versions {
                html.element(.li) { html in
                    html.element(.span) { html in
                        html.element(.a, .href(version.address), text: version.name)
                        for says in version.says {
                            html.element(.span, .class("note"), text: says)
                        }
                    }
                    if let tag = version.tag { html.tag(tag) }
                }
            }
        }
    }
}

/// Where the text of a letter is changed.
package func render(_ page: LetterFormPage, in frame: Frame) -> [UInt8] {
    let form = page.form
    return layout(
        title: form.form.errors.isEmpty ? form.title : "Error: \(form.title)",
        at: .within(.people),
        in: frame,
        crumbs: form.crumbs,
        capacity: 65_536
    ) { html in
        html.errorSummary(form.form.errors, dates: [])
        html.formPage(form, rows: 9) { html in
            if let theirs = page.theirs { html.theirs(theirs) }
        }
    }
}
