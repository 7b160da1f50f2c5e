package import CaseFiles
package import CaseStores
package import Foundation
package import Partnerships

/// One version of one document with the signatures under it, taken out of a case so that anybody can check it.
package struct DocumentExtract: Sendable, Codable {
    /// What it is, for whoever opens the file.
    package let sightline: String
    /// The document's name.
    package let title: String
    package let extract: StreamExtract

    static let kind = "extract of a document, 1"

    /// What an extract proves, or why it proves nothing.
    package enum Finding: Hashable, Sendable {
        case chain(StreamExtract.Fault)
        /// It holds no document that was put forward, or more than one.
        case noDocument
        /// The words are not those of the digest.
        case otherWords
        /// A signature in it is of other words.
        case otherSignature(PersonID)
    }

    /// The document that was put forward, and the signatures under it, as far as the texts say so.
    package var shown: (put: CaseEvent.PaperPutForward, signatures: [CaseEvent.PaperSigned])? {
        let events = extract.shown.compactMap {
            try? EventCodec<CaseEvent>.decode(Array($0.text.utf8))
        }
        let puts = events.compactMap { event -> CaseEvent.PaperPutForward? in
            if case .paperPutForward(let put) = event { put } else { nil }
        }
        guard puts.count == 1, events.count == extract.shown.count else { return nil }
        let signatures = events.compactMap { event -> CaseEvent.PaperSigned? in
            if case .paperSigned(let signed) = event { signed } else { nil }
        }
        return (puts[0], signatures)
    }

    /// Everything that is wrong with it; nothing where it proves what it shows.
    package var findings: [Finding] {
        let faults = extract.faults.map { Finding.chain($0) }
        guard let (put, signatures) = shown else { return faults + [.noDocument] }
        let isWhole = digest(of: put.answers, reading: put.parts, from: put.sources) == put.digest
        return faults + (isWhole ? [] : [.otherWords])
            + signatures.filter { $0.digest != put.digest || $0.document != put.document }
            .map { .otherSignature($0.person) }
    }

    /// Nil for what is no extract.
    package init?(_ data: Data) {
        guard let read = try? JSONDecoder().decode(DocumentExtract.self, from: data),
            read.sightline == Self.kind
        else { return nil }
        self = read
    }

    init(title: String, extract: StreamExtract) {
        sightline = Self.kind
        self.title = title
        self.extract = extract
    }

    /// As it is saved.
    package var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("an extract can be written")
        }
        return Array(data)
    }
}

extension CaseDesk {
    /// A version of a document with the signatures under it, to be checked elsewhere; that it is taken is recorded first.
    package func extract(
        of document: DocumentID,
        version number: Int,
        called title: String,
        in reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> DocumentExtract {
        let opened = try await look(
            at: reference,
            "extract of version \(number) of \(document)",
            for: asking,
            act: .export
        )
        guard
            let version = opened.file.paper(document)?.versions.first(where: { $0.number == number }
            )
        else { throw .nothingHere }
        return try await extract(of: version, called: title, in: opened, for: asking)
    }

    /// The same of a version of a case that is opened, by somebody who may take it away.
    func extract(
        of version: CaseFile.Version,
        called title: String,
        in opened: OpenedCase,
        for asking: Asking
    ) async throws(DeskError) -> DocumentExtract {
        let signatures = version.signatures.map(\.signed.entry)
        let shown = opened.events.filter { recorded in
            switch recorded.event {
            case .paperPutForward(let put): put.entry == version.entry
            case .paperSigned(let signed): signatures.contains(signed.entry)
            default: false
            }
        }
        let stream = EventStream(asking.partnership, opened.file.reference)
        return DocumentExtract(
            title: title,
            extract: try await keeping { () async throws(StoreError) in
                try await store.extract(
                    of: stream,
                    showing: Set(shown.map(\.version)),
                    at: asking.time
                )
            }
        )
    }
}
