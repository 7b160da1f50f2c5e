package import CaseFiles
package import CaseStores
package import Partnerships

/// A case as one person may take it away: what was filed, what proves each version, and where the log stands.
package struct CaseBundle: Sendable {
    package let opened: OpenedCase
    package let files: [(document: CaseDocument, stored: StoredFile)]
    package let extracts: [(paper: String, number: Int, extract: DocumentExtract)]
    /// The head of the partnership's log, signed, as of the moment when it was taken away.
    package let head: SignedHead

    /// The head as `sightline heads` prints it, for `sightline verify --head`.
    package var headText: [UInt8] { [head].text }

    /// The digest of the head: 64 hexadecimal digits.
    package var headDigest: String { EditionHash.text(Array(head.head)) }
}

extension CaseDesk {
    /// Files that are kept from her are left out; one look is recorded for the whole.
    package func bundle(
        of reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> CaseBundle {
        let opened = try await look(at: reference, "the case bundle", for: asking, act: .export)
        var files: [(document: CaseDocument, stored: StoredFile)] = []
        for document in opened.file.documents where document.isOpen(to: asking.person) {
            guard let file = document.file else { continue }
            files.append((document, try await stored(file, of: reference, for: asking)))
        }
        if opened.permissions(of: asking.person, at: asking.time)[.seeReturns].isPermitted {
            for request in opened.file.requests {
                let sent = request.filesOfAnswers.filter(\.isOpen).map(\.document)
                for document in sent + request.replies {
                    guard let file = document.file else { continue }
                    files.append((document, try await stored(file, of: reference, for: asking)))
                }
            }
        }
        var extracts: [(paper: String, number: Int, extract: DocumentExtract)] = []
        for paper in opened.file.papers {
            for version in paper.versions {
                let extract = try await extract(
                    of: version,
                    called: "\(paper.paper), version \(version.number)",
                    in: opened,
                    for: asking
                )
                extracts.append((paper.paper, version.number, extract))
            }
        }
        let head = try await keeping { () async throws(StoreError) in
            try await store.head(of: asking.partnership, at: asking.time)
        }
        return CaseBundle(opened: opened, files: files, extracts: extracts, head: head)
    }
}
