import ArgumentParser
import CaseStores
import Desk
import Foundation
import Partnerships
import SQLiteStore

/// Whether everything kept is as it was written.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that nothing kept was altered, and say where if it was."
    )

    @Option(
        name: .customLong("head"),
        help: ArgumentHelp(
            "Heads kept elsewhere, as 'sightline heads' printed them: show whether the log was cut short.",
            valueName: "FILE"
        ),
        completion: .file(extensions: ["json"])
    )
    var files: [String] = []

    @Option(
        name: .customLong("extract"),
        help: ArgumentHelp(
            "Check an extract of a document instead, without a store and without keys.",
            valueName: "FILE"
        ),
        completion: .file(extensions: ["json"])
    )
    var extract: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var place: StoreOption

    func run() async throws {
        if let extract { return try check(extract) }
        let heads = try files.flatMap { try Self.heads(in: $0) }
        let store = try place.store()
        let desk = CaseDesk(store: store, editions: Editions(store: store))
        let findings = try await Refusing.desk { () async throws(DeskError) in
            try await desk.verify(against: heads)
        }
        if json {
            let words = try JSONEncoder().encode(findings.map(\.words))
            Console.say("{\"findings\":\(String(decoding: words, as: UTF8.self))}")
        } else {
            for finding in findings { Console.say(finding.words) }
            if findings.isEmpty { Console.say("Nothing was altered.") }
        }
        if !findings.isEmpty { throw Ending.findings }
    }

    /// Says what an extract proves, and by whose key; heads kept elsewhere show whether that key is the right one.
    private func check(_ file: String) throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            Console.complain("error: the file '\(file)' cannot be read")
            throw Ending.badData
        }
        guard let extract = DocumentExtract(data) else {
            Console.complain("error: '\(file)' is no extract as Sightline saves them")
            throw Ending.badData
        }
        let keys = Set(
            try files.flatMap { try Self.heads(in: $0) }.filter(\.isGenuine).map(\.publicKey)
        )
        var findings = extract.findings.map(\.words)
        if !files.isEmpty, !keys.contains(extract.extract.end.publicKey) {
            findings.append("it was not signed by the installation whose heads were kept")
        }
        if json {
            let words = try JSONEncoder().encode(findings)
            Console.say("{\"findings\":\(String(decoding: words, as: UTF8.self))}")
        } else {
            for line in findings.isEmpty ? extract.lines : findings { Console.say(line) }
        }
        if !findings.isEmpty { throw Ending.findings }
    }

    private static func heads(in file: String) throws -> [SignedHead] {
        guard let data = FileManager.default.contents(atPath: file) else {
            Console.complain("error: the file '\(file)' cannot be read")
            throw Ending.badData
        }
        guard let heads = try? JSONDecoder().decode([SignedHead].self, from: data) else {
            Console.complain("error: '\(file)' holds no heads as 'sightline heads' prints them")
            throw Ending.badData
        }
        return heads
    }
}

/// What is to be kept elsewhere, so that a log cut short is found.
struct HeadsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heads",
        abstract: "Print the signed head of each partnership's log, to be kept elsewhere."
    )

    @OptionGroup var place: StoreOption

    func run() async throws {
        let store = try place.store()
        let heads = try await Refusing.store { () async throws(StoreError) in
            var heads: [SignedHead] = []
            for (id, _) in try await store.partnerships() {
                heads.append(try await store.head(of: id, at: TimeSource.present()))
            }
            return heads
        }
        Console.write(heads.text)
    }
}

/// A copy, taken while others write.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write a consistent copy into an empty folder, without the keys.",
        discussion: """
            The keys of cases, still wrapped, go into a file of their own; the installation's keys into none. \
            Keep those elsewhere: without them the copy is noise.
            """
    )

    @Argument(help: "An empty folder, or one that is not there yet.", completion: .directory)
    var folder: String

    @OptionGroup var place: StoreOption

    func run() throws {
        let store = try place.store()
        try Refusing.store { () throws(StoreError) in try store.backUp(to: folder) }
        Console.say("Backed up to \(folder), without the installation's keys.")
    }
}

/// A backup put back.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup back into an empty folder, and verify it."
    )

    @Argument(help: "The folder of the backup.", completion: .directory)
    var backup: String

    @OptionGroup var place: StoreOption

    func run() async throws {
        let folders = try place.folders()
        let folder = try place.keyFolder()
        let keys = try Refusing.keys { () throws(KeyProblem) in try folder.read() }
        let store: SQLiteStore
        do throws(StoreError) {
            store = try SQLiteStore.restore(
                from: backup,
                into: folders.data,
                keys: keys,
                now: TimeSource.present()
            )
        } catch .wrongKey {
            Console.complain(
                "error: the backup was taken under another key: put the installation.key of that time, "
                    + "with signing.key, in a folder of its own and name it with --keys"
            )
            throw Ending.badData
        } catch .alreadyThere {
            Console.complain(
                "error: '\(folders.data)' is not empty; a backup is put back into an empty folder"
            )
            throw Ending.badData
        } catch {
            Console.complain("error: '\(backup)' could not be put back: \(error.words)")
            throw Ending.badData
        }
        let findings = try await Refusing.store { () async throws(StoreError) in
            try await store.verify()
        }
        for finding in findings { Console.say(finding.words) }
        if !findings.isEmpty { throw Ending.findings }
        Console.say(
            "Restored and verified. The store says from now on that it was restored; everybody must sign in again."
        )
    }
}
