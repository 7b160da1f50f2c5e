import CaseFiles
import Procedures

extension CaseReader {
    /// One version of a document that is written here, as it was put forward, with the signatures under it.
    ///
    /// Whether its words are those that were put forward is found out elsewhere; where they are not, it says so first.
    package func versionDocument(
        _ paper: String,
        _ number: Int,
        isAsPutForward: Bool
    ) -> PrintedDocument? {
        guard let version = file.paper(paper)?.versions.first(where: { $0.number == number }) else {
            return nil
        }
        let words = "Version \(number), put forward \(when(version.recorded))"
        let signed = signatures(under: version)
        let altered: [DocumentBlock] =
            isAsPutForward
            ? []
            : [
                .note(
                    "These are not the words that were put forward: they do not match the digest that signatures are bound to."
                )
            ]
        if isReport(paper) {
            return reportVersionPage(paper, number, isAsSigned: isAsPutForward)?
                .document(version: words)
                .between(altered, and: signed)
        }
        return PrintedDocument(
            title: paperName(paper),
            reference: "Case \(file.reference)",
            version: words,
            hasContents: true,
            blocks: altered
                + version.parts.flatMap { part in
                    [
                        .heading(1, part.title),
                        .facts(
                            part.lines.map {
                                DocumentFact(DocumentText($0.asks), DocumentText($0.says))
                            }
                        ),
                    ]
                } + signed
        )
    }

    private func signatures(under version: CaseFile.Version) -> [DocumentBlock] {
        guard !version.signatures.isEmpty else { return [] }
        return [
            .heading(1, "Signatures"),
            .signatures(
                version.signatures.map { signature in
                    let other = signature.signed.standingInFor.map {
                        ", standing in for \(name($0))"
                    }
                    return DocumentSignature(
                        name: name(signature.signed.person) + (other ?? ""),
                        role: wording.name(of: signature.signed.role),
                        signed: when(signature.at),
                        binds: "Version \(version.number), \(version.digest)"
                    )
                }
            ),
        ]
    }
}

extension PrintedDocument {
    /// The same, with something before and after it.
    fileprivate func between(
        _ before: [DocumentBlock],
        and after: [DocumentBlock]
    ) -> PrintedDocument {
        PrintedDocument(
            title: title,
            marking: marking,
            reference: reference,
            version: version,
            hasContents: hasContents,
            blocks: before + blocks + after
        )
    }
}

extension MeetingPaper {
    /// The agenda or the minutes as a document of its own.
    package var document: PrintedDocument {
        let known = facts.filter { !$0.text.isEmpty }
        return PrintedDocument(
            title: title,
            reference: over,
            version: standing,
            blocks: (known.isEmpty
                ? []
                : [.facts(known.map { DocumentFact(DocumentText($0.term), DocumentText($0.text)) })])
                + parts.flatMap { part -> [DocumentBlock] in
                    var blocks: [DocumentBlock] = [.heading(1, part.title)]
                    if !part.list.isEmpty {
                        blocks.append(.list(part.list.map { DocumentText($0) }, isNumbered: true))
                    }
                    if !part.lines.isEmpty {
                        blocks.append(
                            .facts(
                                part.lines.map {
                                    DocumentFact(DocumentText($0.term), DocumentText($0.text))
                                }
                            )
                        )
                    }
                    return blocks
                }
        )
    }
}
