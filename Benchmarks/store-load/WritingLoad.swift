import CaseStores
import Foundation
import Partnerships
import SQLiteStore
import WorkingDays

/// Eight people who write at once, each to a case of their own and all to one.
struct WritingLoad {
    let place: LoadPlace

    init(_ place: LoadPlace) {
        self.place = place
    }

    func run() async throws {
        let store = try await place.store()
        say("ready\n")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask { try await write(as: writer, to: store) }
            }
            try await group.waitForAll()
        }
    }

    private func write(as writer: Int, to store: SQLiteStore) async throws {
        let reference = place.reference(writer)
        var version = try await store.version(of: EventStream(place.partnership, reference))
        while true {
            _ = try await store.append(place.act(reference, after: version))
            version += 1
            // One write of the whole line: what was killed says either all of it or nothing.
            say("\(writer) \(version)\n")
        }
    }

    /// Compares the store with the lines on standard input.
    func check() async throws -> Int32 {
        var acknowledged: [Int: Int] = [:]
        while let line = readLine() {
            let parts = line.split(separator: " ").compactMap { Int($0) }
            if parts.count == 2 {
                acknowledged[parts[0]] = max(parts[1], acknowledged[parts[0]] ?? 0)
            }
        }
        let store = try await place.store()
        var faults: [String] = []
        for (writer, version) in acknowledged.sorted(by: { $0.key < $1.key }) {
            let stream = EventStream(place.partnership, place.reference(writer))
            let events = try await store.events(of: stream, after: 0)
            if events.count < version {
                faults.append("writer \(writer): \(version) acknowledged, \(events.count) there")
            }
        }
        let query = CaseQuery(
            partnership: place.partnership,
            person: place.person,
            today: .first
        )
        for row in try await store.cases(query).rows {
            let stream = EventStream(place.partnership, row.reference)
            if try await store.version(of: stream) != row.version {
                faults.append("case \(row.reference): half an act")
            }
        }
        faults += try await store.verify().map { "\($0)" }
        for fault in faults { print(fault) }
        print("\(acknowledged.values.reduce(0, +)) acknowledged, \(faults.count) faults")
        return faults.isEmpty ? 0 : 1
    }

    private func say(_ line: String) {
        let bytes = Array(line.utf8)
        _ = Foundation.write(1, bytes, bytes.count)
    }
}
