import HTML
package import Pages

/// A pack among the pages of the case.
package func render(_ page: PackPage, in frame: Frame) -> [UInt8] {
    layout(
        title: page.title,
        at: .within(.cases),
        in: frame,
        crumbs: page.crumbs,
        capacity: 131_072
    ) { html in
        html.element(.h1, text: page.title)
        html.links([
            WordedLink(words: "Save it with its files (ZIP)", address: page.zip),
            WordedLink(words: "Make a Word file or a PDF of it", address: page.printed),
        ])
        html.pack(page) { $0.address }
    }
}

/// The same as a document of its own, to be saved beside its files, whose places `path` says.
package func packDocument(
    _ page: PackPage,
    path: (PackPage.File) -> String
) -> [UInt8] {
    var document = HTML(capacity: 131_072)
    document.document(language: "en-GB") { html in
        html.element(.head) { html in
            html.element(.meta, .charset("utf-8"))
            html.element(
                .meta,
                .name("viewport"),
                .content("width=device-width, initial-scale=1")
            )
            html.element(.title, text: page.title)
            html.element(.link, .rel("stylesheet"), .href("sightline.css"))
        }
        html.element(.body) { html in
            html.element(.main, .id("main")) { html in
                html.element(.div, .class("wide")) { html in
                    html.element(.p, .class("over"), text: page.marking)
                    html.element(.h1, text: page.title)
                    html.pack(page, path: path)
                }
            }
        }
    }
    return document.bytes
}

extension HTML {
    fileprivate mutating func pack(_ page: PackPage, path: (PackPage.File) -> String) {
        element(.p, .class("lead"), text: page.says)
        element(.h2, text: "Contents")
        element(.ol) { html in
            for answer in page.answers {
                html.element(.li) { html in
                    html.element(.a, .href(place: answer.anchor), text: answer.agency)
                }
            }
        }
        agencies("Asked, and not in this pack", page.missing)
        agencies("Expected, and not asked", page.leftOut)
        for answer in page.answers { packAnswer(answer, path: path) }
    }

    fileprivate mutating func agencies(_ title: String, _ facts: [(term: String, text: String)]) {
        guard !facts.isEmpty else { return }
        element(.h2, text: title)
        self.facts(facts)
    }

    fileprivate mutating func packAnswer(
        _ answer: PackPage.Answer,
        path: (PackPage.File) -> String
    ) {
        element(.section, .class("part pack-agency"), .ariaLabelledBy(answer.anchor)) { html in
            html.element(.h2, .id(answer.anchor), text: answer.agency)
            html.element(.p, text: answer.says)
            for section in answer.sections {
                html.element(.h3, text: section.title)
                html.facts(section.facts)
            }
            if !answer.rows.isEmpty {
                html.element(.h3, .id("\(answer.anchor)-rows"), text: "Chronology")
                html.chronology(answer.rows, labelledBy: "\(answer.anchor)-rows")
            }
            html.packFiles(answer, path: path)
        }
    }

    fileprivate mutating func packFiles(
        _ answer: PackPage.Answer,
        path: (PackPage.File) -> String
    ) {
        guard !answer.files.isEmpty || !answer.shut.isEmpty else { return }
        element(.h3, text: "Files")
        element(.ul) { html in
            for file in answer.files {
                html.element(.li) { html in
                    html.element(.a, .href(path(file)), text: file.title)
                    html.text(" (\(file.name))")
                }
            }
            for title in answer.shut {
                html.element(.li, text: "\(title): not scanned, and not in this pack")
            }
        }
    }
}
