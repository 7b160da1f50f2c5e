import ArgumentParser
import CaseStores
import Desk
import Foundation
import SQLiteStore

/// Where everything is kept, and, apart from it, the keys.
struct StoreOption: ParsableArguments {
    @Option(
        name: .customLong("data"),
        help: ArgumentHelp(
            "The folder that holds everything the program keeps.",
            discussion: "Otherwise SIGHTLINE_DATA.",
            valueName: "DIR"
        ),
        completion: .directory
    )
    var data: String?

    @Option(
        name: .customLong("keys"),
        help: ArgumentHelp(
            "The folder of the keys, which must not lie with the data.",
            discussion: "Otherwise SIGHTLINE_KEYS, or what systemd hands over as credentials.",
            valueName: "DIR"
        ),
        completion: .directory
    )
    var keys: String?

    func folders() throws -> (data: String, keys: String) {
        leaveNoDumps()
        let environment = ProcessInfo.processInfo.environment
        guard let data = data ?? environment["SIGHTLINE_DATA"] else {
            throw ValidationError("name the folder of the data with --data or SIGHTLINE_DATA")
        }
        let keys = keys ?? environment["SIGHTLINE_KEYS"] ?? environment["CREDENTIALS_DIRECTORY"]
        guard let keys else {
            throw ValidationError("name the folder of the keys with --keys or SIGHTLINE_KEYS")
        }
        return (data, keys)
    }

    func keyFolder() throws -> KeyFolder {
        let folders = try folders()
        return try Refusing.keys { () throws(KeyProblem) in
            try KeyFolder(folders.keys, apartFrom: folders.data)
        }
    }

    /// The store that is there, with its keys; a complaint where either is not.
    func store() throws -> SQLiteStore {
        let folders = try folders()
        guard SQLiteStore.exists(in: folders.data) else {
            Console.complain(
                "error: there is no store in '\(folders.data)'; 'sightline partnership add' makes one"
            )
            throw Ending.badData
        }
        let folder = try keyFolder()
        let keys = try Refusing.keys { () throws(KeyProblem) in try folder.read() }
        if let store = try finishRotation(folder, keys, folders.data) { return store }
        return try Refusing.store { () throws(StoreError) in
            try SQLiteStore.open(in: folders.data, keys: keys)
        }
    }

    /// A change of keys may have been cut off after everything was wrapped anew: then the prepared key is the right one.
    private func finishRotation(
        _ folder: KeyFolder,
        _ keys: InstallationKeys,
        _ data: String
    ) throws -> SQLiteStore? {
        guard let prepared = folder.prepared else { return nil }
        let renewed = InstallationKeys(wrapping: prepared, signing: keys.signing)
        guard let store = try? SQLiteStore.open(in: data, keys: renewed) else { return nil }
        try Refusing.keys { () throws(KeyProblem) in try folder.takePrepared() }
        Console.complain("A change of keys that was cut off is now finished.")
        return store
    }

    /// The store that is there, or a new one with new keys; new keys are never made for an old store.
    func storeOrNew() throws -> SQLiteStore {
        let folders = try folders()
        if SQLiteStore.exists(in: folders.data) { return try store() }
        let folder = try keyFolder()
        let keys = try Refusing.keys { () throws(KeyProblem) in
            folder.isEmpty ? try folder.make() : try folder.read()
        }
        return try Refusing.store { () throws(StoreError) in
            try SQLiteStore.make(
                in: folders.data,
                keys: keys,
                isDemonstration: false,
                now: TimeSource.present()
            )
        }
    }
}

/// A program that ends in the middle of a case leaves none of it in a file of its memory.
private func leaveNoDumps() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
}

/// Turns what the store and its keys refuse into words and an exit code.
enum Refusing {
    static func keys<Value>(_ body: () throws(KeyProblem) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            Console.complain("error: \(error.words)")
            throw Ending.badData
        }
    }

    static func store<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw complaint(error)
        }
    }

    static func store<Value>(
        _ body: () async throws(StoreError) -> Value
    ) async throws -> Value {
        do {
            return try await body()
        } catch {
            throw complaint(error)
        }
    }

    static func desk<Value>(
        _ body: () async throws(DeskError) -> Value
    ) async throws -> Value {
        do throws(DeskError) {
            return try await body()
        } catch .store(let error) {
            throw complaint(error)
        } catch {
            Console.complain("error: \(error.words)")
            throw Ending.badData
        }
    }

    private static func complaint(_ error: StoreError) -> any Error {
        Console.complain("error: \(error.words)")
        if case .unreachable = error { return Ending.notWritten }
        return Ending.badData
    }
}
