import CaseStores
import Foundation
import GRDB
import Partnerships
import SQLiteStore
import WorkingDays

/// How fast the store is, beside transactions of the same rows and bytes without anything of ours.
struct Measures {
    let place: LoadPlace
    let cases: Int
    private let runs = 5

    init(_ place: LoadPlace, cases: Int) {
        self.place = place
        self.cases = cases
    }

    func run() async throws {
        let store = try await place.store()
        try await fill(store)
        var acts: [Double] = []
        var lists: [Double] = []
        for _ in 0..<runs {
            acts.append(try await actsPerSecond(store))
            lists.append(try await listsPerSecond(store))
        }
        show("acts, eight writers", acts)
        show("lists of 25 out of \(cases)", lists)
        let raw = try RawTransactions(folder: place.folder)
        var plain: [Double] = []
        for _ in 0..<runs { plain.append(try await raw.perSecond()) }
        show("raw transactions of the same rows, eight writers", plain)
    }

    private func fill(_ store: SQLiteStore) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    for number in stride(from: writer, to: cases, by: 8) {
                        _ = try await store.append(
                            place.act(place.reference(1000 + number), after: 0)
                        )
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    private func actsPerSecond(_ store: SQLiteStore) async throws -> Double {
        let each = 500
        return try await perSecond(8 * each) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        let reference = place.reference(writer)
                        let stream = EventStream(place.partnership, reference)
                        let version = try await store.version(of: stream)
                        for number in 0..<each {
                            _ = try await store.append(
                                place.act(reference, after: version + number)
                            )
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    private func listsPerSecond(_ store: SQLiteStore) async throws -> Double {
        let each = 500
        return try await perSecond(4 * each) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        for _ in 0..<each {
                            let list = try await store.cases(
                                CaseQuery(
                                    partnership: place.partnership,
                                    person: place.person,
                                    today: .first
                                )
                            )
                            precondition(list.rows.count == 25, "the list is full")
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    private func show(_ name: String, _ values: [Double]) {
        print(([name] + values.map { String($0) }).joined(separator: "\t"))
    }
}

func perSecond(_ count: Int, _ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let begun = clock.now
    try await work()
    return Double(count) / ((clock.now - begun) / .seconds(1))
}

/// One transaction for each act, with as many rows and bytes as an act of ours writes.
struct RawTransactions {
    private let pool: DatabasePool

    init(folder: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        pool = try DatabasePool(path: "\(folder)/raw.sqlite", configuration: configuration)
        try pool.write { db in
            try db.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS event (
                        number INTEGER PRIMARY KEY, hash BLOB, chain BLOB, body BLOB);
                    CREATE TABLE IF NOT EXISTS summary (number INTEGER PRIMARY KEY, body BLOB);
                    CREATE TABLE IF NOT EXISTS item (number INTEGER PRIMARY KEY, due INTEGER);
                    CREATE TABLE IF NOT EXISTS head (number INTEGER PRIMARY KEY, head BLOB);
                    """
            )
        }
    }

    func perSecond() async throws -> Double {
        let each = 500
        return try await store_load.perSecond(8 * each) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<8 {
                    group.addTask {
                        for number in 0..<each { try await write(writer, number) }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    private func write(_ writer: Int, _ number: Int) async throws {
        try await pool.write { db in
            try db.cachedStatement(
                sql: "INSERT INTO event (hash, chain, body) VALUES (zeroblob(32), zeroblob(32), ?)"
            ).execute(arguments: [Data(count: 360)])
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO summary VALUES (?, ?)")
                .execute(arguments: [writer, Data(count: 428)])
            for place in [number, number + 1] {
                try db.cachedStatement(sql: "INSERT OR REPLACE INTO item VALUES (?, ?)")
                    .execute(arguments: [writer * 100 + place % 40, number])
            }
            for place in 0..<2 {
                try db.cachedStatement(sql: "INSERT OR REPLACE INTO head VALUES (?, ?)")
                    .execute(arguments: [place * 100 + writer, Data(count: 96)])
            }
        }
    }
}
