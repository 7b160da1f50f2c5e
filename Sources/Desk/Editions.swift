package import CaseStores
import Foundation
package import Partnerships
import ProcedureLanguage
package import Procedures
import Synchronization

/// The editions of procedures that cases are run by: kept once, for ever, under the hash of their bytes.
package final class Editions: Sendable {
    /// The texts of one edition: the procedure as it was written, and the guidance beside it.
    package struct Texts: Hashable, Sendable, Codable {
        package let procedure: String
        package let guidance: [String]
        /// The forms on which its documents are written; nil in editions kept before forms were.
        package let forms: [String]?
        /// The letters that go with its requests; nil in editions kept before letters were.
        package let letters: [String]?

        package init(
            procedure: String,
            guidance: [String],
            forms: [String]? = nil,
            letters: [String]? = nil
        ) {
            self.procedure = procedure
            self.guidance = guidance
            self.forms = forms
            self.letters = letters
        }
    }

    private struct Key: Hashable {
        let hash: String
        let variation: String?
    }

    private let store: any CaseStore
    private struct Read {
        let procedure: Procedure
        let forms: [FormDefinition]
        let letters: [LetterDefinition]
    }

    private let read = Mutex<[Key: Read]>([:])

    private let shipped: [FormDefinition]
    private let shippedLetters: [LetterDefinition]

    /// The forms and letters that ship stand in for those of editions that have none.
    package init(
        store: any CaseStore,
        shipped: [FormDefinition] = [],
        letters: [LetterDefinition] = []
    ) {
        self.store = store
        self.shipped = shipped
        shippedLetters = letters
    }

    /// Keeps an edition, and says how a case pins it.
    ///
    /// - Throws: `DeskError.unknownEdition` where the texts are no procedure, or have no such variation.
    package func keep(
        _ texts: Texts,
        variation: String?
    ) async throws(DeskError) -> Edition {
        guard let procedure = Self.procedure(texts, variation),
            texts.forms?.allSatisfy({ readForm($0).form != nil }) ?? true,
            texts.letters?.allSatisfy({ readLetter($0).letter != nil }) ?? true
        else { throw .unknownEdition(variation ?? "") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(texts) else {
            preconditionFailure("texts can be written")
        }
        do {
            let hash = try await store.keepEdition(Array(bytes))
            return Edition(procedure: procedure.id, variation: variation, hash: hash)
        } catch {
            throw .store(error)
        }
    }

    /// The procedure that a case is run by, as it was when it was first used.
    package func procedure(_ edition: Edition) async throws(DeskError) -> Procedure {
        try await read(edition).procedure
    }

    /// The forms of the same edition; those that ship, where it was kept before forms were.
    package func forms(_ edition: Edition) async throws(DeskError) -> [FormDefinition] {
        try await read(edition).forms
    }

    /// The letters of the same edition; those that ship, where it was kept before letters were.
    package func letters(
        _ edition: Edition
    ) async throws(DeskError) -> [LetterDefinition] {
        try await read(edition).letters
    }

    private func read(_ edition: Edition) async throws(DeskError) -> Read {
        let key = Key(hash: edition.hash, variation: edition.variation)
        if let found = read.withLock({ $0[key] }) { return found }
        let bytes: [UInt8]?
        do {
            bytes = try await store.edition(edition.hash)
        } catch {
            throw .store(error)
        }
        guard let bytes,
            let texts = try? JSONDecoder().decode(Texts.self, from: Data(bytes)),
            let procedure = Self.procedure(texts, edition.variation)
        else { throw .unknownEdition(edition.hash) }
        let found = Read(
            procedure: procedure,
            forms: texts.forms?.compactMap { readForm($0).form } ?? shipped,
            letters: texts.letters?.compactMap { readLetter($0).letter } ?? shippedLetters
        )
        read.withLock { $0[key] = found }
        return found
    }

    private static func procedure(_ texts: Texts, _ variation: String?) -> Procedure? {
        let guidance = texts.guidance.compactMap { readGuidance($0).guidance }
        guard guidance.count == texts.guidance.count,
            let read = readProcedure(texts.procedure, guidance: guidance).procedure
        else { return nil }
        guard let variation else { return read.procedure }
        return read.variations.first { $0.variation?.id == variation }
    }
}
