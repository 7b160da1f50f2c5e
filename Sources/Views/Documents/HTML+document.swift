import HTML
package import Pages

/// How the pictures of a document are given.
package enum PictureForm: Sendable {
    /// Drawn on the page itself.
    case drawn
    /// In the address of the picture.
    case embedded
    /// As dots, one for each figure in order, for programs that read no drawings.
    case dots([[UInt8]])
}

/// A document by itself, with nothing in it that leads to another file: what is made into a Word file or a PDF.
package func documentHTML(_ document: PrintedDocument, pictures: PictureForm) -> [UInt8] {
    var page = HTML(capacity: 65_536)
    page.document(language: "en-GB") { html in
        html.element(.head) { html in
            html.element(.meta, .charset("utf-8"))
            html.element(.title, text: document.title)
        }
        html.element(.body, .dataMarking(document.marking), .dataFoot(document.foot)) { html in
            html.printed(document, pictures: pictures)
        }
    }
    return page.bytes
}

/// A figure as a picture of its own.
package func figureSVG(_ figure: DocumentFigure) -> [UInt8] {
    var picture = HTML()
    picture.drawing(of: figure)
    return picture.bytes
}

extension HTML {
    /// A whole document: its title, what it is, and its blocks.
    mutating func printed(_ document: PrintedDocument, pictures: PictureForm) {
        // The title comes first: a word processor takes it for its own, and leaves it out of the headings.
        element(.h1, text: document.title)
        element(.div, .class("document-details"), .dataStyle("Details")) { html in
            for line in [document.marking, document.reference, document.version]
            where !line.isEmpty {
                html.element(.p, text: line)
            }
        }
        if document.hasContents { contents(document) }
        var writer = DocumentWriter(pictures: pictures)
        for block in document.blocks { writer.write(block, to: &self) }
    }

    private mutating func contents(_ document: PrintedDocument) {
        var number = 0
        element(.div, .class("document-contents"), .dataStyle("Contents")) { html in
            html.element(.h2, text: "Contents")
            html.element(.ul) { html in
                for case .heading(let level, let words) in document.blocks {
                    number += 1
                    guard level == 1 else { continue }
                    html.element(.li) { html in
                        html.element(.a, .href(place: DocumentWriter.place(number)), text: words)
                    }
                }
            }
        }
    }

    fileprivate mutating func words(_ text: DocumentText) {
        for run in text.runs {
            switch run {
            case .plain(let words): self.text(words)
            case .strong(let words): element(.strong, text: words)
            case .link(let words, let address): element(.a, .href(address), text: words)
            case .lineBreak: element(.br)
            }
        }
    }
}

/// Writes one block after the other; headings are numbered for the contents, figures for their pictures.
private struct DocumentWriter {
    let pictures: PictureForm
    private var headings = 0
    private var figures = 0

    init(pictures: PictureForm) {
        self.pictures = pictures
    }

    static func place(_ number: Int) -> String { "part-\(number)" }

    mutating func write(_ block: DocumentBlock, to html: inout HTML) {
        switch block {
        case .heading(let level, let words): write(heading: words, level, to: &html)
        case .paragraph(let text): html.element(.p) { $0.words(text) }
        case .list(let items, let isNumbered): write(items, isNumbered, to: &html)
        case .facts(let facts): write(facts, to: &html)
        case .table(let table): write(table, to: &html)
        case .quotation(let paragraphs, let source): write(paragraphs, source, to: &html)
        case .figure(let figure): write(figure, to: &html)
        case .signatures(let signatures):
            write(DocumentTable(signatures), to: &html)
        case .note(let text):
            html.element(.div, .class("document-note"), .dataStyle("Note")) { html in
                html.element(.p) { $0.words(text) }
            }
        case .newPage:
            // A word processor makes nothing of what is empty.
            html.element(.div, .class("new-page"), .ariaHidden, .dataStyle("New Page")) { html in
                html.element(.p, text: "\u{A0}")
            }
        }
    }

    private mutating func write(heading words: String, _ level: Int, to html: inout HTML) {
        headings += 1
        let tag: Tag =
            switch level {
            case ...1: .h2
            case 2: .h3
            case 3: .h4
            default: .h5
            }
        html.element(tag, .id(Self.place(headings)), text: words)
    }

    private func write(_ items: [DocumentText], _ isNumbered: Bool, to html: inout HTML) {
        html.element(isNumbered ? .ol : .ul) { html in
            for item in items {
                html.element(.li) { $0.words(item) }
            }
        }
    }

    private func write(_ facts: [DocumentFact], to html: inout HTML) {
        guard !facts.isEmpty else { return }
        html.element(.dl, .class("document-facts")) { html in
            for fact in facts {
                html.element(.dt) { $0.words(fact.term) }
                html.element(.dd) { $0.words(fact.text) }
            }
        }
    }

    private func write(_ table: DocumentTable, to html: inout HTML) {
        html.element(.table, .class("document-table"), .role("table")) { html in
            html.element(.caption, text: table.caption)
            if table.columns.contains(where: { $0.share != nil }) {
                html.element(.colgroup) { html in
                    for column in table.columns {
                        html.element(.col, column.share.map { .share($0) })
                    }
                }
            }
            // On a narrow page a row is a card, and says what it is all the same.
            html.element(.thead, .role("rowgroup")) { html in
                html.element(.tr, .role("row")) { html in
                    for column in table.columns {
                        html.element(
                            .th,
                            .scope(.column),
                            .role("columnheader"),
                            text: column.head
                        )
                    }
                }
            }
            html.element(.tbody, .role("rowgroup")) { html in
                for row in table.rows { write(row, table, to: &html) }
            }
        }
    }

    private func write(_ row: [DocumentText], _ table: DocumentTable, to html: inout HTML) {
        html.element(.tr, .role("row")) { html in
            for (place, cell) in row.enumerated() {
                if place == 0, table.hasRowHeads {
                    html.element(.th, .scope(.row), .role("rowheader")) { $0.words(cell) }
                } else {
                    html.element(.td, .dataHead(table.columns[place].head), .role("cell")) {
                        $0.words(cell)
                    }
                }
            }
        }
    }

    private func write(_ paragraphs: [DocumentText], _ source: String, to html: inout HTML) {
        html.element(.blockquote) { html in
            for paragraph in paragraphs { html.element(.p) { $0.words(paragraph) } }
            if !source.isEmpty {
                html.element(.div, .class("document-source"), .dataStyle("Source")) { html in
                    html.element(.p, text: source)
                }
            }
        }
    }

    private mutating func write(_ figure: DocumentFigure, to html: inout HTML) {
        figures += 1
        html.element(.div, .class("document-figure"), .dataStyle("Captioned Figure")) { html in
            html.element(.p) { html in picture(figure, number: figures - 1, to: &html) }
            html.element(.p, text: "Figure \(figures): \(figure.caption)")
        }
    }

    private func picture(_ figure: DocumentFigure, number: Int, to html: inout HTML) {
        let size = [
            Attribute.alternative(figure.alternative), .width(figure.picture.width),
            .height(figure.picture.height),
        ]
        switch pictures {
        case .drawn: html.drawing(of: figure)
        case .embedded:
            var drawing = HTML()
            drawing.drawing(of: figure)
            html.element(.img, .source(svg: drawing), size[0], size[1], size[2])
        case .dots(let all):
            let dots = number < all.count ? all[number] : []
            html.element(.img, .source(png: dots), size[0], size[1], size[2])
        }
    }
}
