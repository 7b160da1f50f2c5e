import CaseStores
import Credentials
import Desk
import Foundation
import Pages
import Partnerships
import SQLiteStore
import Synchronization
import Web
import WorkingDays

extension StoreOption {
    /// Whether a store was named at all.
    var isNamed: Bool {
        data != nil || ProcessInfo.processInfo.environment["SIGHTLINE_DATA"] != nil
    }

    /// The store to serve, and the secret under which attempts to sign in are counted.
    ///
    /// A demonstration is served as such and nothing else is; where there is none yet it is made.
    func served(
        asDemonstration isDemonstration: Bool,
        _ texts: TextsOption
    ) async throws -> (store: SQLiteStore, throttleSecret: Secret) {
        let folders = try folders()
        if isDemonstration, !SQLiteStore.exists(in: folders.data) {
            try await makeDemonstration(folders, texts)
        }
        let store = try store()
        guard store.facts.isDemonstration == isDemonstration else {
            Console.complain(
                isDemonstration
                    ? "error: '\(folders.data)' is no demonstration: it is served without --demonstration"
                    : "error: '\(folders.data)' is a demonstration, and is for ever: serve it with --demonstration"
            )
            throw Ending.badData
        }
        let folder = try keyFolder()
        let keys = try Refusing.keys { () throws(KeyProblem) in try folder.read() }
        let name = Array("attempts to sign in".utf8)
        return (store, Secret(keys.wrapping.token(of: name)))
    }

    private func makeDemonstration(
        _ folders: (data: String, keys: String),
        _ texts: TextsOption
    ) async throws {
        let data = URL(fileURLWithPath: folders.data).standardizedFileURL.path
        // Nothing that is there is ever taken away: rmdir takes an empty folder alone.
        guard !FileManager.default.fileExists(atPath: data) || rmdir(data) == 0 else {
            Console.complain(
                "error: '\(folders.data)' holds something already; a demonstration is made in an empty folder"
            )
            throw Ending.badData
        }
        Console.complain("Making a demonstration in '\(folders.data)': some seconds.")
        try makeFolder(folders.keys)
        let folder = try keyFolder()
        let keys = try Refusing.keys { () throws(KeyProblem) in
            folder.isEmpty ? try folder.make() : try folder.read()
        }
        // It is filled apart and then moved into place: half a demonstration is never taken for one.
        var random = SystemRandomNumberGenerator()
        let apart = "\(data).\(random.next())"
        let now = TimeSource.present()
        let store = try Refusing.store { () throws(StoreError) in
            try SQLiteStore.make(in: apart, keys: keys, isDemonstration: true, now: now)
        }
        let demonstration = Demonstration(
            store: store,
            texts: try Demonstration.Extent.whole.procedures.reduce(into: [:]) { read, id in
                read[id] = try texts.edition(of: id)
            }
        )
        try await Refusing.desk { () async throws(DeskError) in
            try await demonstration.fill(at: now)
        }
        try Refusing.store { () throws(StoreError) in try store.close() }
        do {
            try FileManager.default.moveItem(atPath: apart, toPath: data)
        } catch {
            Console.complain("error: '\(folders.data)' could not be made: there is something there")
            throw Ending.notWritten
        }
    }

    private func makeFolder(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            Console.complain("error: the folder '\(path)' could not be made")
            throw Ending.notWritten
        }
    }
}

extension StoreKind {
    /// What a store that is no demonstration is.
    init(restored: Timestamp?) {
        self = restored.map { .restored(DayWording.words($0.localTime.day)) } ?? .live
    }
}

extension DemonstrationClock {
    /// A clock that goes on from where it was when the server stopped.
    static func kept(in store: SQLiteStore) async throws -> DemonstrationClock {
        let known = try await Refusing.store { () async throws(StoreError) in
            try await store.demonstrationClock()
        }
        let ahead = Kept(known)
        return DemonstrationClock(
            ahead: { ahead.value },
            setAhead: { milliseconds in
                try await store.setDemonstrationClock(milliseconds)
                ahead.value = milliseconds
            }
        )
    }

    private final class Kept: Sendable {
        private let kept: Mutex<Int64>

        init(_ value: Int64) {
            kept = Mutex(value)
        }

        var value: Int64 {
            get { kept.withLock { $0 } }
            set { kept.withLock { $0 = newValue } }
        }
    }
}
