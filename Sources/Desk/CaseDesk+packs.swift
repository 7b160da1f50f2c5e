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
        let may = opened.permissions(of: asking.person, at: asking.time)
        guard
            opened.file.isShared(document, with: asking.person, at: asking.time)
                || may[.seeReturns].isPermitted
        else { throw .nothingHere }
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

extension CaseDesk {
    /// Who read the versions of a document, the newest look first; for whoever writes it, or reads who looked.
    package func looksAtVersions(
        of document: DocumentID,
        in reference: CaseReference,
        for asking: Asking
    ) async throws(DeskError) -> [(number: Int, person: PersonID, recorded: Timestamp)] {
        _ = try await opened(reference, toDo: .see, for: asking)
        let looks = try await keeping { () async throws(StoreError) in
            try await store.looks(
                LookQuery(
                    partnership: asking.partnership,
                    of: .caseFile(reference),
                    limit: Self.mostLooksAtVersions
                )
            )
        }
        return looks.compactMap { look in
            let words = look.what.split(separator: " ")
            guard words.count == 4, words[0] == "version", words[2] == "of",
                let number = Int(words[1]), DocumentID(words[3]) == document
            else { return nil }
            return (number, look.person, look.recorded)
        }
    }

    /// How far back they are looked through.
    private static let mostLooksAtVersions = 4_000

    /// How a look at a version is recorded.
    package static func look(atVersion number: Int, of document: DocumentID) -> String {
        "version \(number) of \(document)"
    }
}
