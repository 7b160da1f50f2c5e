import CaseFiles

extension CaseReader {
    /// The first page of a case bundle: what is in it, where, and what was left out.
    package func bundleIndex(
        _ files: [(path: String, title: String, sha256: String)],
        head: (acts: Int, digest: String)
    ) -> PrintedDocument {
        let hidden = file.documentsHidden(from: person).count
        return PrintedDocument(
            title: "Bundle of case \(file.reference)",
            reference: "Case \(file.reference)",
            version: "As it was on \(when(time))",
            blocks: [
                .paragraph(
                    DocumentText(
                        "Made for \(name(person)), \(when(time)), of what may be read by the person for whom it was made."
                    )
                ),
                .note(
                    DocumentText(
                        hidden == 0
                            ? "No filed document was left out."
                            : "\(DayWording.count(hidden, "document")) kept to named people left out."
                    )
                ),
                .facts([
                    DocumentFact(
                        "The partnership’s log then had",
                        DocumentText("\(head.acts) acts, ending with \(head.digest)")
                    ),
                    DocumentFact(
                        "How to check a version",
                        "Run “sightline verify --extract FILE” on a file of the folder “extracts”. It needs no key."
                    ),
                ]),
                .table(
                    DocumentTable(
                        caption: "What is in the bundle",
                        columns: [
                            DocumentTable.Column("File", share: 40),
                            DocumentTable.Column("What it is", share: 30),
                            DocumentTable.Column("SHA-256", share: 30),
                        ],
                        rows: files.map {
                            [
                                DocumentText($0.path), DocumentText($0.title),
                                DocumentText($0.sha256),
                            ]
                        }
                    )
                ),
            ]
        )
    }
}
