package import CaseFiles
import CaseStores
package import Partnerships

extension CaseDesk {
    /// A file that came with an agency's answer, or a message of it; that it is downloaded is recorded first.
    ///
    /// Whoever reads returns may, and whoever a pack with that return is shared with.
    /// - Throws: `DeskError.nothingHere` alike for no case, no such file, one still shut, and one that is not hers to see.
    package func downloadOfRequest(
        _ document: DocumentID,
        of reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> StoredFile {
        let opened = try await opened(reference, toDo: .see, for: asking)
        guard let found = opened.file.fileOfRequest(document), found.isOpen,
            let file = found.document.file
        else { throw .nothingHere }
        if !opened.file.isShared(document, with: asking.person, at: asking.time) {
            do {
                try permit(.seeReturns, in: opened, asking)
            } catch {
                throw .nothingHere
            }
        }
        _ = try await look(at: reference, "document \(document) downloaded", for: asking)
        return try await stored(file, of: reference, for: asking)
    }

    /// A file of an agency's own answer, for somebody there who writes or signs it.
    ///
    /// - Throws: `DeskError.nothingHere` alike for a file of another request, one left out, and one still shut.
    package func downloadOfAnswer(
        _ document: DocumentID,
        to request: AgencyRequest,
        of reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> StoredFile {
        guard let found = request.filesOfAnswers.first(where: { $0.document.document == document }),
            found.isOpen, let file = found.document.file
        else { throw .nothingHere }
        return try await stored(file, of: reference, for: asking)
    }

    /// Who opened the packs of a case, for whoever shares them; the newest first.
    package func looksAtPacks(
        of reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> [(pack: EntryID, person: PersonID, recorded: Timestamp)] {
        let opened = try await opened(reference, toDo: .checkReturns, for: asking)
        let looks = try await keeping { () async throws(StoreError) in
            try await store.looks(
                LookQuery(
                    partnership: asking.partnership,
                    of: .caseFile(reference),
                    limit: Self.mostLooks
                )
            )
        }
        return looks.compactMap { look in
            let words = look.what.split(separator: " ")
            guard words.first == "pack", words.count > 1, let pack = EntryID(words[1]),
                opened.file.packs.contains(where: { $0.entry == pack })
            else { return nil }
            return (pack, look.person, look.recorded)
        }
    }

    private static let mostLooks = 10_000
}
