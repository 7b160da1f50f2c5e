import HTML
import Pages
import Reports

extension HTML {
    /// A text of paragraphs and lists; each marker is a way to its source, where the page lists them.
    mutating func printed(_ text: ReportText, leads: Bool = true) {
        for block in text.blocks {
            switch block {
            case .paragraph(let runs): element(.p) { $0.runs(runs, leads) }
            case .list(let items):
                element(.ul) { html in
                    for item in items { html.element(.li) { $0.runs(item, leads) } }
                }
            }
        }
    }

    private mutating func runs(_ runs: [ReportText.Run], _ leads: Bool) {
        for run in runs {
            switch run {
            case .text(let words): text(words)
            case .bold(let words): element(.strong, text: words)
            case .source(let number) where !leads: text("[\(number)]")
            case .source(let number):
                element(.a, .class("cite"), .href(place: "source-\(number)")) { html in
                    html.element(.span, .class("unseen"), text: "source ")
                    html.text("[\(number)]")
                }
            }
        }
    }

    /// Two texts as one: what was taken out, what was put in, said in words too.
    mutating func compared(_ text: ComparedText) {
        element(.p, .class("soft small"), text: "\(text.says).")
        element(.div, .class("compared")) { html in
            for piece in text.pieces {
                switch piece.kind {
                case .same: html.text(piece.text)
                case .deleted:
                    html.element(.del) { html in
                        html.element(.span, .class("unseen"), text: " taken out: ")
                        html.text(piece.text)
                    }
                case .inserted:
                    html.element(.ins) { html in
                        html.element(.span, .class("unseen"), text: " put in: ")
                        html.text(piece.text)
                    }
                }
            }
        }
    }

    /// What somebody else saved, and how it differs from what was typed.
    mutating func theirs(_ theirs: ReportSectionPage.Theirs) {
        element(.section, .class("panel"), .ariaLabelledBy("theirs")) { html in
            html.element(.h2, .id("theirs"), text: theirs.heading)
            html.element(.label, .class("unseen"), .for("their-text"), text: theirs.heading)
            html.element(
                .textarea,
                .class("copied"),
                .id("their-text"),
                .rows(min(14, theirs.text.count / 70 + 3)),
                .readOnly
            ) { $0.text(theirs.text) }
            html.element(.h3, text: "How yours differs from it")
            html.compared(theirs.comparison)
        }
    }

    /// Where sentences come from, by the number that names it.
    mutating func sources(_ sources: [ReportPage.Source], heading: String = "Sources") {
        guard !sources.isEmpty else { return }
        element(.section, .class("part"), .ariaLabelledBy("sources")) { html in
            html.element(.h2, .id("sources"), text: heading)
            html.element(.ul, .class("sources")) { html in
                for source in sources { html.source(source) }
            }
        }
    }

    private mutating func source(_ source: ReportPage.Source) {
        element(.li, .id("source-\(source.number)")) { html in
            html.element(.p) { html in
                html.element(.strong, text: "[\(source.number)]")
                html.text(" ")
                html.element(
                    .span,
                    source.warning == nil ? .class("chip") : .class("chip chip-changed"),
                    text: source.from
                )
            }
            if let warning = source.warning { html.element(.p, .class("fault"), text: warning) }
            if !source.words.isEmpty {
                html.element(.p, .class("quoted"), text: source.words)
            }
            html.element(.p, .class("soft small"), text: source.note)
        }
    }

    /// What a person should look at; it stops nobody.
    mutating func warnings(_ findings: [String]) {
        guard !findings.isEmpty else { return }
        element(.ul, .class("warnings")) { html in
            for finding in findings { html.element(.li, text: finding) }
        }
    }
}
