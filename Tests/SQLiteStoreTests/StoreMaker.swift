import CaseStores
import Foundation
import Partnerships
import SQLiteStore
import TestSupport
import WorkingDays

/// Every store that keeps the contract.
enum StoreMaker: CaseIterable {
    case sqlite

    /// A new store with one partnership, in a folder that is gone with the value.
    func make() async throws -> MadeStore {
        let folder = try TemporaryFolder()
        let keys = InstallationKeys()
        switch self {
        case .sqlite:
            let store = try SQLiteStore.make(
                in: folder.path,
                keys: keys,
                isDemonstration: false,
                now: .monday
            )
            try await store.addPartnership(.marlshire, name: "Marlshire and Portwell")
            return MadeStore(
                store: store,
                links: store,
                sqlite: store,
                folder: folder,
                keys: keys
            )
        }
    }
}

struct MadeStore {
    /// As the contract knows it.
    let store: any CaseStore
    let links: any LinkStore
    /// The same, as what it is.
    let sqlite: SQLiteStore
    let folder: TemporaryFolder
    let keys: InstallationKeys
}

/// A folder for one test, taken away after it.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        var random = SystemRandomNumberGenerator()
        let name = "sightline-\(random.next())"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension PartnershipID {
    static let marlshire: PartnershipID = 100
    static let eastmoor: PartnershipID = 200
}

extension PersonID {
    static let joan: PersonID = 1
    static let ruth: PersonID = 2
}

extension Timestamp {
    /// Mon 5 Jan 2026, 9:12am.
    static let monday = Timestamp(milliseconds: 1_767_604_320_000)
}

extension Act {
    /// An act of Joan's with texts as events.
    static func of(
        _ texts: [String],
        in reference: CaseReference? = "4qx-7md",
        after version: Int,
        partnership: PartnershipID = .marlshire,
        cases: [CaseRow] = [],
        outbox: [OutboxRow] = [],
        links: [SeatLink] = []
    ) -> Act {
        Act(
            partnership: partnership,
            actor: .person(.joan),
            recorded: .monday,
            appends: [
                Append(
                    reference: reference,
                    after: version,
                    payloads: texts.map { Array($0.utf8) }
                )
            ],
            cases: cases,
            outbox: outbox,
            links: links
        )
    }
}

extension CaseRow {
    static func example(
        _ reference: CaseReference = "4qx-7md",
        version: Int = 1,
        stage: String = "rapid-review",
        nextDue: Day? = "2026-01-14",
        isOpen: Bool = true,
        members: [PersonID] = [.joan],
        until: Day? = nil,
        dueItems: [DueItem] = [],
        terms: Set<SearchTerm> = []
    ) -> CaseRow {
        CaseRow(
            reference: reference,
            version: version,
            stage: stage,
            route: "notification-and-rapid-review",
            nextDue: nextDue,
            isOpen: isOpen,
            summary: Array("summary of \(reference)".utf8),
            members: members.map { Member(person: $0, from: "2025-12-01", until: until) },
            dueItems: dueItems,
            terms: terms
        )
    }
}
