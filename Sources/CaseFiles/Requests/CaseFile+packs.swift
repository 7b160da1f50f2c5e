package import Partnerships

extension CaseFile {
    /// Whether a pack is shared with somebody at a moment.
    package func isOpen(
        _ pack: CaseEvent.PackShared,
        to person: PersonID,
        at now: Timestamp
    ) -> Bool {
        pack.people.contains(person) && pack.from <= now
    }

    /// A file of a request by its name, with the request, replies among them.
    package func fileOfRequest(
        _ document: DocumentID
    ) -> (request: AgencyRequest, document: CaseDocument, isOpen: Bool)? {
        for request in requests {
            if let file = request.filesOfAnswers.first(where: { $0.document.document == document })
            {
                return (request, file.document, file.isOpen)
            }
            if let reply = request.replies.first(where: { $0.document == document }) {
                return (request, reply, true)
            }
        }
        return nil
    }

    /// Whether a file came with a return that is in a pack shared with somebody at a moment.
    package func isShared(
        _ document: DocumentID,
        with person: PersonID,
        at now: Timestamp
    ) -> Bool {
        packs.filter { isOpen($0, to: person, at: now) }.flatMap(\.versions).contains { version in
            returnVersion(version)?.version.put.files.contains(document) ?? false
        }
    }
}
