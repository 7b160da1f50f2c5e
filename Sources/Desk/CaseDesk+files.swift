package import CaseFiles
package import CaseStores
package import Partnerships

extension CaseDesk {
    /// A place for a file of somebody who may file documents in a case.
    ///
    /// It is begun at the present, whatever the moment of a demonstration: by that it is swept away.
    package func intake(
        of file: DocumentID,
        to reference: CaseReference,
        with act: CaseAct = .fileDocument,
        for asking: Asking,
        begun: Timestamp
    ) async throws(DeskError) -> FileIntake {
        _ = try await opened(reference, toDo: act, for: asking)
        let key = FileKey(partnership: asking.partnership, reference: reference, document: file)
        return FileIntake(key, in: store, at: begun)
    }

    /// Takes away a file that no document was made of.
    package func discard(
        _ file: DocumentID,
        of reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) {
        let key = FileKey(partnership: asking.partnership, reference: reference, document: file)
        try await keeping { () async throws(StoreError) in try await store.discardFile(key) }
    }

    /// The file of a document for somebody who may see it; that it is downloaded is recorded first.
    ///
    /// - Throws: `DeskError.nothingHere` alike for no case, no such document, one kept to others, and one without a file.
    package func download(
        _ document: DocumentID,
        of reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> StoredFile {
        let opened = try await opened(reference, toDo: .see, for: asking)
        guard let filed = opened.file.documents.first(where: { $0.document == document }),
            filed.isOpen(to: asking.person), let file = filed.file
        else { throw .nothingHere }
        _ = try await look(at: reference, "document \(document) downloaded", for: asking)
        return try await stored(file, of: reference, for: asking)
    }

    /// The bytes of a file whose reader was let in.
    func stored(
        _ file: CaseDocument.File,
        of reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> StoredFile {
        let key = FileKey(
            partnership: asking.partnership,
            reference: reference,
            document: file.kept
        )
        let stored = StoredFile(file: file, key: key, store: store)
        guard try await stored.chunk(0) != nil else {
            let stream = EventStream(asking.partnership, reference)
            throw .store(.altered(.init(stream: stream, version: nil, what: .file)))
        }
        return stored
    }
}

/// A file that is kept, to be read a chunk at a time.
package struct StoredFile: Sendable {
    package let file: CaseDocument.File
    let key: FileKey
    let store: any CaseStore

    /// Nil after the last.
    package func chunk(_ number: Int) async throws(DeskError) -> FileChunk? {
        do {
            return try await store.chunk(number, of: key)
        } catch {
            throw .store(error)
        }
    }
}

extension CaseEvent {
    /// The file that comes to the case with this event.
    func file(of reference: CaseReference, _ partnership: PartnershipID) -> FileKey? {
        let document: CaseDocument
        switch self {
        case .documentFiled(let filed): document = filed.document
        case .request(.fileAdded(let added)): document = added.document
        case .request(.replyFiled(let reply)): document = reply.document
        default: return nil
        }
        guard let file = document.file else { return nil }
        return FileKey(partnership: partnership, reference: reference, document: file.kept)
    }
}

extension CaseFile {
    /// The file that an event left out of an answer, unless an answer that was put forward holds it.
    func file(droppedBy event: CaseEvent, _ partnership: PartnershipID) -> FileKey? {
        guard case .request(.fileRemoved(let removed)) = event,
            let request = request(removed.request), !request.isFrozen(removed.document)
        else { return nil }
        let left = request.files.first { $0.document.document == removed.document }
        return left?.document.file.map { file in
            FileKey(partnership: partnership, reference: reference, document: file.kept)
        }
    }
}
