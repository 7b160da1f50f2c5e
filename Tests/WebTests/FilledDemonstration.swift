import CaseStores
import Desk
import Foundation
import Partnerships
import SQLiteStore
import TestSupport

/// The store of a demonstration, filled once for all tests: each works on a copy of its own.
struct FilledDemonstration: Sendable {
    /// By name: the store, and the log ahead of it.
    private let files: [String: Data]
    private let keys: InstallationKeys

    private static let filled = Task {
        try await withFolder { folder in try await FilledDemonstration(in: folder) }
    }

    /// A copy, taken away when the closure returns.
    static func open(_ body: (SQLiteStore) async throws -> Void) async throws {
        let filled = try await filled.value
        try await withFolder { folder in
            for (name, content) in filled.files {
                try content.write(to: URL(filePath: "\(folder)/\(name)"))
            }
            try await body(try SQLiteStore.open(in: folder, keys: filled.keys))
        }
    }

    private init(in folder: String) async throws {
        keys = InstallationKeys()
        let store = try SQLiteStore.make(
            in: folder,
            keys: keys,
            isDemonstration: true,
            now: ServedDemonstration.time
        )
        try await Demonstration(store: store, texts: try Self.texts(), .told)
            .fill(at: ServedDemonstration.time)
        try store.close()
        // What SQLite shares among those who have the store open is nobody else's.
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { !$0.hasSuffix("-shm") }
        files = try names.reduce(into: [:]) { files, name in
            files[name] = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        }
    }

    private static func texts() throws -> [String: Editions.Texts] {
        try Demonstration.Extent.told.procedures.reduce(into: [:]) { texts, id in
            texts[id] = Editions.Texts(
                procedure: try ShippedProcedures.text("procedures/\(id).yaml"),
                guidance: ShippedProcedures.files(in: "guidance"),
                forms: ShippedProcedures.files(in: "forms"),
                letters: ShippedProcedures.files(in: "letters")
            )
        }
    }

    private static func withFolder<Value>(
        _ body: (String) async throws -> Value
    ) async throws -> Value {
        var random = SystemRandomNumberGenerator()
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("sightline-web-\(random.next())").path
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        defer { try? FileManager.default.removeItem(atPath: folder) }
        return try await body(folder)
    }
}
