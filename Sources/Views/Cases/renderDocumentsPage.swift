import HTML
package import Pages

/// The documents of a case, folder by folder.
package func render(_ page: CaseDocumentsPage, in frame: Frame) -> [UInt8] {
    casePage(page.head, "Documents of case \(page.head.reference)", in: frame) { html in
        html.links(page.acts)
        for (number, paper) in page.papers.enumerated() {
            html.paperSection(paper, id: "written-\(number)")
        }
        if !page.notBegun.isEmpty {
            html.element(.h2, text: "Not begun")
            html.element(.ul, .class("plain")) { html in
                for link in page.notBegun {
                    html.element(.li) { $0.element(.a, .href(link.address), text: link.words) }
                }
            }
        }
        html.element(.h2, text: "What there is, folder by folder")
        if page.folders.isEmpty { html.element(.p, text: "Nothing is filed yet.") }
        for (number, folder) in page.folders.enumerated() {
            html.folder(folder, id: "folder-\(number)")
        }
        if page.hidden > 0 {
            html.element(
                .p,
                .class("soft"),
                text: page.hidden == 1
                    ? "One more document is kept to named people."
                    : "\(page.hidden) more documents are kept to named people."
            )
        }
    }
}

extension HTML {
    fileprivate mutating func folder(_ folder: CaseDocumentsPage.Folder, id: String) {
        element(.h3, .id(id), text: folder.name)
        if !folder.note.isEmpty { element(.p, .class("soft"), text: folder.note) }
        table(
            labelledBy: id,
            heads: [
                "What", "File, or where it lies", "By whom, and when", "Who may see it", "Change",
            ]
        ) { html in
            for row in folder.rows { html.row(row) }
        }
    }

    private mutating func row(_ row: CaseDocumentsPage.Row) {
        element(.tr, .role("row")) { html in
            html.element(.th, .scope(.row), .role("rowheader")) { html in
                html.text(row.title)
                for note in [row.kind, row.version] where !note.isEmpty {
                    html.element(.span, .class("due-note"), text: note)
                }
            }
            html.element(.td, .role("cell"), .dataHead(fixed: "File, or where it lies")) { html in
                html.element(.div) { $0.place(of: row) }
            }
            html.element(.td, .role("cell"), .dataHead(fixed: "By whom, and when")) { html in
                html.element(.div) { html in
                    html.text(row.who)
                    if !row.when.isEmpty {
                        html.element(.span, .class("due-note"), text: row.when)
                    }
                }
            }
            html.cell("Who may see it", text: row.audience)
            html.linkCell(row.link.map { [$0] } ?? [], about: row.title)
        }
    }

    /// A file to be saved or read, or where else the document lies.
    private mutating func place(of row: CaseDocumentsPage.Row) {
        if let name = row.name { element(.a, .href(name.address), text: name.words) }
        if let file = row.file {
            text(row.name == nil ? "Not scanned, and shut (\(file.size))" : " (\(file.size))")
            element(.details, .class("why")) { html in
                html.element(.summary) { html in
                    html.text("As it came")
                    html.element(.span, .class("unseen"), text: ": \(row.title)")
                }
                html.element(.p, text: "Sent as “\(file.sentAs)”")
                html.element(.p, .class("fingerprint"), text: "SHA-256 \(file.sha256)")
            }
        }
        if !row.place.isEmpty { element(.span, .class("due-note"), text: row.place) }
    }
}
