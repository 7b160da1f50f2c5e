import CaseStores
import Foundation
import Partnerships
import SQLiteStore
import TestSupport
import WorkingDays

@testable import Desk

/// A store that the demonstration filled.
struct FilledStore {
    let folder: TestDesk.Folder
    let store: SQLiteStore
    let desk: CaseDesk
    let now: Timestamp

    init(
        _ day: Day,
        _ time: String,
        _ extent: Demonstration.Extent = .told
    ) async throws {
        now = try Timestamp(day, time)
        folder = try TestDesk.Folder()
        store = try SQLiteStore.make(
            in: "\(folder.path)/data",
            keys: InstallationKeys(),
            isDemonstration: true,
            now: now
        )
        desk = CaseDesk(store: store, editions: Editions(store: store))
        let texts = try extent.procedures.map { ($0, try Self.texts($0)) }
        try await Demonstration(
            store: store,
            texts: Dictionary(uniqueKeysWithValues: texts),
            extent
        ).fill(at: now)
    }

    /// How many open cases somebody finds in her list.
    func listed(
        _ person: DemonstrationPerson,
        _ partnership: PartnershipID
    ) async throws -> Int {
        try await desk.cases(
            for: Asking(person: person.id, partnership: partnership, time: now)
        ).count
    }

    private static func texts(_ procedure: String) throws -> Editions.Texts {
        Editions.Texts(
            procedure: try ShippedProcedures.text("procedures/\(procedure).yaml"),
            guidance: ShippedProcedures.files(in: "guidance"),
            forms: ShippedProcedures.files(in: "forms"),
            letters: ShippedProcedures.files(in: "letters")
        )
    }
}

extension Timestamp {
    private struct NoSuchTime: Error {
        let text: String
    }

    /// When the clock on the wall shows a time such as `14:15`.
    init(_ day: Day, _ text: String) throws {
        guard let minute = Minute(text),
            case .one(let instant, _) = try UKTime.reading(of: LocalTime(day: day, minute: minute))
        else { throw NoSuchTime(text: text) }
        self.init(milliseconds: Int64(instant.minutes) * 60_000)
    }
}
