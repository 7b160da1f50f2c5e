package import Pages

/// Whoever makes a file of a document.
package protocol DocumentRendering: Sendable {
    /// The bytes of the file, whole.
    func render(
        _ document: PrintedDocument,
        as kind: DocumentKind
    ) async throws(DocumentFailure) -> [UInt8]
}

/// Where no file is made of documents.
package struct NoDocuments: DocumentRendering {
    package init() {}

    package func render(
        _ document: PrintedDocument,
        as kind: DocumentKind
    ) async throws(DocumentFailure) -> [UInt8] {
        throw .missing(kind == .docx ? .pandoc : .weasyPrint)
    }
}
