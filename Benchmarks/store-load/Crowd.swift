import CaseFiles
import CaseStores
import Desk
import Partnerships
import SQLiteStore
import WorkingDays

/// Fills a demonstration that is there with more cases of its business manager, and one of them with a long log.
struct Crowd {
    private let place: LoadPlace
    private let cases: Int

    /// The case whose page is measured, and the entries that its log is brought to.
    private static let entries = 300
    private static let tasks = 8

    init(_ place: LoadPlace, cases: Int) {
        self.place = place
        self.cases = cases
    }

    func fill() async throws {
        let store = try await place.store()
        let desk = CaseDesk(store: store, editions: Editions(store: store))
        let partnership = try await desk.partnerships.partnership(Demonstration.marlshire)
        guard let joan = partnership.people.values.first(where: { $0.name == "Joan Ferris" }),
            let edition = partnership.editions.last,
            let measured = CaseReference("4qx-7md")
        else { preconditionFailure("the folder holds a demonstration") }
        let opened = try await desk.unguarded(measured, of: Demonstration.marlshire)
        let time = opened.events.last?.recorded.advanced(byHours: 1) ?? opened.file.opened
        let asking = Asking(
            person: joan.person,
            partnership: Demonstration.marlshire,
            time: time
        )
        try await lengthen(opened.file, desk, asking)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<Self.tasks {
                group.addTask {
                    for number in stride(from: task, to: cases, by: Self.tasks) {
                        _ = try await desk.open(
                            .madeUp(
                                place.reference(number + 1),
                                edition,
                                asking,
                                began: asking.today.advanced(byDays: -(number % 60))
                            ),
                            for: asking
                        )
                    }
                }
            }
            try await group.waitForAll()
        }
        try store.close()
    }

    private func lengthen(_ file: CaseFile, _ desk: CaseDesk, _ asking: Asking) async throws {
        var version = file.version
        while version < Self.entries {
            guard let entry = EntryID(number: Int64(1_000_000 + version)) else {
                preconditionFailure("the number lies within the range")
            }
            let written = CaseCommand.writeLogEntry(
                "Rang the agency about what is still to come, and noted what was said.",
                day: asking.today,
                corrects: nil,
                entry: entry
            )
            version = try await desk.handle(
                written,
                on: file.reference,
                seen: version,
                for: asking
            ).version
        }
    }
}
