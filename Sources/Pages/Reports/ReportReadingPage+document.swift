import Reports

extension ReportReadingPage {
    /// The report as a document of its own; `version` says at the foot of every page which one it is.
    package func document(version: String) -> PrintedDocument {
        var blocks: [DocumentBlock] = []
        for section in sections {
            blocks.append(.heading(1, section.title))
            blocks += section.text.documentBlocks
        }
        if !sources.isEmpty {
            blocks.append(.heading(1, "Sources"))
            blocks.append(.list(sources.map { "[\($0.number)] \($0.from)" }))
        }
        return PrintedDocument(
            title: title,
            reference: over,
            version: version,
            hasContents: true,
            blocks: blocks
        )
    }
}

extension ReportText {
    fileprivate var documentBlocks: [DocumentBlock] {
        blocks.map { block in
            switch block {
            case .paragraph(let runs): .paragraph(DocumentText(runs.map(\.documentRun)))
            case .list(let items): .list(items.map { DocumentText($0.map(\.documentRun)) })
            }
        }
    }
}

extension ReportText.Run {
    fileprivate var documentRun: DocumentText.Run {
        switch self {
        case .text(let words): .plain(words)
        case .bold(let words): .strong(words)
        case .source(let number): .plain("[\(number)]")
        }
    }
}
