package import CaseFiles
package import CaseStores
import Foundation
package import Partnerships
package import Procedures

/// What is being written and not yet put forward, part by part; who may, whoever asks for it has made sure of.
package struct DraftDesk: Sendable {
    private let store: any CaseStore

    package init(store: any CaseStore) {
        self.store = store
    }

    /// Which document.
    package struct Place: Hashable, Sendable {
        package let partnership: PartnershipID
        package let reference: CaseReference
        package let document: DocumentID

        package init(
            partnership: PartnershipID,
            reference: CaseReference,
            document: DocumentID
        ) {
            self.partnership = partnership
            self.reference = reference
            self.document = document
        }

        fileprivate func key(_ section: String) -> DraftKey {
            DraftKey(
                partnership: partnership,
                reference: reference,
                document: document,
                section: section
            )
        }
    }

    /// One part as it was saved last.
    package struct Part: Hashable, Sendable {
        package let version: Int
        package let answers: FormAnswers
        package let by: PersonID
        package let at: Timestamp
    }

    package enum Outcome: Hashable, Sendable {
        case saved(version: Int)
        /// What somebody else saved meanwhile; nothing was written over it.
        case overtaken(Part)
    }

    /// Every part that was ever saved, by the section's id.
    package func parts(
        of place: Place,
        sections: [String]
    ) async throws(DeskError) -> [String: Part] {
        var parts: [String: Part] = [:]
        for section in sections {
            let draft: Draft?
            do {
                draft = try await store.draft(place.key(section))
            } catch {
                throw .store(error)
            }
            if let draft { parts[section] = Part(draft) }
        }
        return parts
    }

    /// Saves a part over the version that it was made from, 0 for none.
    package func save(
        _ answers: FormAnswers,
        as section: String,
        of place: Place,
        over version: Int,
        for asking: Asking
    ) async throws(DeskError) -> Outcome {
        let kept = KeptPart(answers: answers, by: asking.person, at: asking.time)
        guard let data = try? JSONEncoder().encode(kept) else {
            preconditionFailure("answers can be written")
        }
        do {
            switch try await store.saveDraft(place.key(section), Array(data), over: version) {
            case .saved(let version): return .saved(version: version)
            case .overtaken(let draft):
                guard let part = Part(draft) else { return .saved(version: draft.version) }
                // The same words again are no conflict.
                return part.answers == answers ? .saved(version: part.version) : .overtaken(part)
            }
        } catch {
            throw .store(error)
        }
    }
}

private struct KeptPart: Codable {
    let answers: FormAnswers
    let by: PersonID
    let at: Timestamp
}

extension DraftDesk.Part {
    fileprivate init?(_ draft: Draft) {
        guard let kept = try? JSONDecoder().decode(KeptPart.self, from: Data(draft.bytes)) else {
            return nil
        }
        self.init(version: draft.version, answers: kept.answers, by: kept.by, at: kept.at)
    }
}

/// The SHA-256 of a document's answers, of how they read and of what a report was taken from, by which signatures know
/// it: 64 hexadecimal digits.
package func digest(
    of answers: FormAnswers,
    reading parts: [CaseEvent.Part],
    from sources: [ReportSource]? = nil
) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let given = try? encoder.encode(answers), let read = try? encoder.encode(parts),
        let taken = try? encoder.encode(sources ?? [])
    else { preconditionFailure("answers can be written") }
    var bytes = Array(given) + [0x0A] + Array(read)
    if sources != nil { bytes += [0x0A] + Array(taken) }
    return EditionHash.text(EditionHash.of(bytes))
}

/// Whether a version holds the words to which signatures under it are bound.
package func isAsPutForward(_ version: CaseFile.Version) -> Bool {
    digest(of: version.answers, reading: version.parts, from: version.sources) == version.digest
}
