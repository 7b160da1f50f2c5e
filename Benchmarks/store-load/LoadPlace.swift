import CaseStores
import Foundation
import Partnerships
import SQLiteStore
import WorkingDays

/// A store with its keys, beside each other in one folder.
struct LoadPlace {
    let folder: String
    let partnership: PartnershipID

    init(_ folder: String) {
        self.folder = folder
        guard let partnership = PartnershipID(number: 1) else {
            preconditionFailure("1 is an identifier")
        }
        self.partnership = partnership
    }

    var data: String { "\(folder)/data" }

    /// Opens the store, or makes it.
    func store() async throws -> SQLiteStore {
        let manager = FileManager.default
        let keyFolder = "\(folder)/keys"
        try manager.createDirectory(atPath: keyFolder, withIntermediateDirectories: true)
        let keys = try KeyFolder(keyFolder, apartFrom: data)
        if SQLiteStore.exists(in: data) {
            return try SQLiteStore.open(in: data, keys: try keys.read())
        }
        let store = try SQLiteStore.make(
            in: data,
            keys: try keys.make(),
            isDemonstration: true,
            now: Timestamp(milliseconds: 0)
        )
        try await store.addPartnership(partnership, name: "Load")
        return store
    }

    func reference(_ number: Int) -> CaseReference {
        guard let reference = CaseReference(number: Int64(number)) else {
            preconditionFailure("there are not so many cases")
        }
        return reference
    }

    var person: PersonID {
        guard let person = PersonID(number: 7) else { preconditionFailure("7 is an identifier") }
        return person
    }

    /// An act as the program writes it: an event of 300 bytes and a case row with 40 due items, of which one changes.
    func act(_ reference: CaseReference, after version: Int) -> Act {
        let today = Day(number: 20_458) ?? .first
        let items = (0..<40).map { line in
            DueItem(
                line: line,
                step: "step-\(line)",
                due: today.advanced(byDays: line),
                done: line == version % 40 ? today : nil,
                person: nil,
                calendarVersion: 1
            )
        }
        return Act(
            partnership: partnership,
            actor: .person(person),
            recorded: Timestamp(milliseconds: Int64(version)),
            appends: [
                .init(
                    reference: reference,
                    after: version,
                    payloads: [Array(repeating: UInt8(ascii: "e"), count: 300)]
                )
            ],
            cases: [
                CaseRow(
                    reference: reference,
                    version: version + 1,
                    stage: "rapid-review",
                    route: "notification-and-rapid-review",
                    nextDue: today.advanced(byDays: Int(reference.number % 60)),
                    isOpen: true,
                    summary: Array(repeating: UInt8(ascii: "s"), count: 400),
                    members: [.init(person: person, from: .first, until: nil)],
                    dueItems: items,
                    terms: [.init(word: "Example Child \(reference.path)", kind: .name)]
                )
            ]
        )
    }
}
