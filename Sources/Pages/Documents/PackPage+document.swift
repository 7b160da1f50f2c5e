extension PackPage {
    /// The pack as a document of its own; of files it says what is with it.
    package var document: PrintedDocument {
        var blocks: [DocumentBlock] = DocumentBlock.paragraphs(says)
        blocks += facts("Asked, and not in this pack", missing)
        blocks += facts("Expected, and not asked", leftOut)
        for answer in answers {
            blocks +=
                [.newPage]
                + answer.blocks(filesAre: "They are saved with the pack as a ZIP archive.")
        }
        return PrintedDocument(
            title: title,
            marking: marking,
            reference: reference,
            version: version,
            hasContents: true,
            blocks: blocks
        )
    }

    private func facts(
        _ title: String,
        _ facts: [(term: String, text: String)]
    ) -> [DocumentBlock] {
        facts.isEmpty ? [] : [.heading(1, title), .facts(facts.map(DocumentFact.init))]
    }
}

extension PackPage.Answer {
    func blocks(filesAre place: DocumentText) -> [DocumentBlock] {
        var blocks: [DocumentBlock] = [.heading(1, agency)]
        if !says.isEmpty { blocks.append(.paragraph(DocumentText(says))) }
        for section in sections {
            blocks.append(.heading(2, section.title))
            blocks.append(.facts(section.facts.map(DocumentFact.init)))
        }
        if !rows.isEmpty {
            blocks += [.heading(2, "Chronology"), .table(chronology)]
        }
        if !files.isEmpty {
            blocks += [
                .heading(2, "Files"),
                .paragraph(place),
                .list(files.map { DocumentText("\($0.title) (\($0.name))") }),
            ]
        }
        if !shut.isEmpty {
            blocks += [
                .heading(2, "Files that were not scanned, and are in no pack"),
                .list(shut.map { DocumentText($0) }),
            ]
        }
        return blocks
    }

    private var chronology: DocumentTable {
        DocumentTable(
            caption: "Chronology of \(agency)",
            columns: [
                DocumentTable.Column("When", share: 14),
                DocumentTable.Column("What happened", share: 36),
                DocumentTable.Column("What was done", share: 26),
                DocumentTable.Column("Source", share: 12),
                DocumentTable.Column("About", share: 12),
            ],
            rows: rows.map { row in
                [row.when, row.happened, row.action, row.source, row.about].map { DocumentText($0) }
            }
        )
    }
}

extension DocumentFact {
    fileprivate init(_ fact: (term: String, text: String)) {
        self.init(DocumentText(fact.term), DocumentText(fact.text))
    }
}
