import CaseFiles
import CaseStores
import Desk
import Foundation
import Partnerships
import Procedures
import SQLiteStore
import Synchronization
import TestSupport
import WorkingDays

extension PersonID {
    static let admin: PersonID = 1
    static let joan: PersonID = 2
    static let ruth: PersonID = 3
    static let neil: PersonID = 4
    static let mona: PersonID = 5
}

extension CaseReference {
    static let first: CaseReference = "4qx-7md"
}

/// Names in order, which nobody else gives.
final class Names: Sendable {
    private let last = Mutex<Int64>(700_000)

    func next() -> EntryID {
        last.withLock { last in
            last += 1
            return EntryID(number: last) ?? 0
        }
    }
}

/// Marlshire in a store of its own on Mon 5 Jan 2026, with one case that Joan coordinates and Mona is on.
struct TestDesk {
    let store: SQLiteStore
    let desk: CaseDesk
    let partnerships: PartnershipDesk
    let editions: Editions
    let edition: Edition
    let folder: Folder
    let marlshire: PartnershipID = 100
    /// Mon 5 Jan 2026, 9:12am.
    let monday = Timestamp(milliseconds: 1_767_604_320_000)

    init() async throws {
        folder = try Folder()
        store = try SQLiteStore.make(
            in: "\(folder.path)/data",
            keys: InstallationKeys(),
            isDemonstration: false,
            now: monday
        )
        try await store.addPartnership(marlshire, name: "Marlshire")
        editions = Editions(store: store)
        edition = try await editions.keep(Self.dorset(), variation: nil)
        desk = CaseDesk(store: store, editions: editions)
        partnerships = PartnershipDesk(store: store)
        try await people()
        _ = try await desk.open(opening(), for: asking(.joan))
        let mona = CasePerson(person: .mona, roles: [], from: "2026-01-05", until: nil)
        try await desk.handle(.putOn(mona), on: .first, seen: 2, for: asking(.joan))
    }

    private func people() async throws {
        try await operate(.found(name: "Marlshire", procedure: "dorset", variation: nil))
        for (person, name, capacity) in [
            (PersonID.admin, "Ada Ministrator", Capacity.administrator),
            (.joan, "Joan Ferris", .coordinator), (.ruth, "Ruth Penhallow", .coordinator),
            (.neil, "Neil Ashdown", .partner), (.mona, "Mona Member", .member),
        ] {
            let email = "\(person)@marl.test"
            try await operate(
                .addPerson(Person(person: person, name: name, email: email, agency: nil))
            )
            try await operate(
                .grant(
                    Membership(
                        entry: EntryID(number: person.number) ?? 0,
                        person: person,
                        roles: [HeldRole(role: nil, capacity: capacity)],
                        from: "2025-01-01",
                        until: nil
                    )
                )
            )
        }
    }

    /// Lists a domain, so that its addresses may be written to.
    func trust(_ domain: String) async throws {
        try await partnerships.handle(
            .listDomain(domain, reason: "The agency's own"),
            in: marlshire,
            by: .person(.joan),
            at: monday
        )
    }

    private func operate(_ command: PartnershipCommand) async throws {
        try await partnerships.handle(command, in: marlshire, by: .operator, at: monday)
    }

    func asking(_ person: PersonID, hoursLater hours: Int64 = 0) -> Asking {
        Asking(
            person: person,
            partnership: marlshire,
            time: monday.advanced(byHours: hours)
        )
    }

    func opening(_ reference: CaseReference = .first) -> CaseCommand.OpenCase {
        CaseCommand.OpenCase(
            reference: reference,
            edition: edition,
            began: "2025-12-13",
            about: CaseAbout(
                children: [
                    .init(name: "Ayla Example", aliases: [], born: nil, isUnborn: false)
                ],
                place: "Portwell",
                otherReferences: [],
                agencies: []
            ),
            route: .notificationAndRapidReview,
            coordinator: CasePerson(
                person: .joan,
                roles: ["business-manager"],
                from: "2025-12-15",
                until: nil
            )
        )
    }

    /// How many cases a person sees in her list.
    func listed(_ person: PersonID) async throws -> Int {
        try await store.cases(
            CaseQuery(partnership: marlshire, person: person, today: "2026-01-05")
        ).count
    }

    private static func dorset() throws -> Editions.Texts {
        Editions.Texts(
            procedure: try ShippedProcedures.text("procedures/dorset.yaml"),
            guidance: ShippedProcedures.files(in: "guidance"),
            forms: ShippedProcedures.files(in: "forms"),
            letters: ShippedProcedures.files(in: "letters")
        )
    }

    /// Taken away with the value.
    final class Folder: Sendable {
        let path: String

        init() throws {
            var random = SystemRandomNumberGenerator()
            path =
                FileManager.default.temporaryDirectory
                .appendingPathComponent("sightline-desk-\(random.next())").path
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true
            )
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }
}
