import CaseFiles
import CaseStores
import Desk
import Foundation
import Partnerships
import Procedures

/// The rows of a chronology while they are gathered: a part of the draft like any other.
struct ChronologyDraft {
    private let guest: SeatGuest
    private let drafts: DraftDesk

    /// No part of a form is called so.
    private static let section = "chronology-rows"
    private static let name = "rows"
    private static let tries = 8

    init(_ guest: SeatGuest) {
        self.guest = guest
        drafts = DraftDesk(store: guest.office.store)
    }

    private var place: DraftDesk.Place {
        DraftDesk.Place(
            partnership: guest.partnership,
            reference: guest.reference,
            document: DocumentID(of: guest.request)
        )
    }

    func read() async throws(DeskError) -> (rows: [ReturnRow], version: Int) {
        let parts = try await drafts.parts(of: place, sections: [Self.section])
        guard let part = parts[Self.section] else { return ([], 0) }
        return (Self.rows(part.answers), part.version)
    }

    /// Changes the rows as they are at that moment: what a colleague adds meanwhile stays.
    ///
    /// - Throws: `DeskError.caseRefused` where they would be more than an answer takes; then nothing is changed.
    func change(_ change: ([ReturnRow]) -> [ReturnRow]) async throws(DeskError) {
        for _ in 0..<Self.tries {
            let (rows, version) = try await read()
            let changed = change(rows)
            if let refusal = AgencyRequest.refusal(of: changed), changed.count >= rows.count {
                throw .caseRefused(refusal)
            }
            let outcome = try await drafts.save(
                Self.answers(changed),
                as: Self.section,
                of: place,
                over: version,
                for: guest.asking
            )
            if case .saved = outcome { return }
        }
        throw .store(.unreachable("others write to this chronology without a pause"))
    }

    private static func rows(_ answers: FormAnswers) -> [ReturnRow] {
        guard let text = answers.sent.first(where: { $0.name == name })?.value,
            let rows = try? JSONDecoder().decode([ReturnRow].self, from: Data(text.utf8))
        else { return [] }
        return rows
    }

    private static func answers(_ rows: [ReturnRow]) -> FormAnswers {
        guard let data = try? JSONEncoder().encode(rows) else {
            preconditionFailure("rows can be written")
        }
        return FormAnswers(asGiven: [(name: name, value: String(decoding: data, as: UTF8.self))])
    }
}
