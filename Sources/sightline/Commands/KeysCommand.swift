import ArgumentParser
import CaseStores
import Credentials
import Desk
import Foundation
import Partnerships
import SQLiteStore

/// The keys, apart from the data.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Check or change the keys that everything is sealed with.",
        subcommands: [Check.self, Rotate.self, Export.self, Import.self]
    )

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Say whether these keys open this store."
        )

        @OptionGroup var place: StoreOption

        func run() throws {
            _ = try place.store()
            Console.say(
                "The keys are this store's, lie apart from it, and nobody else can read them."
            )
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Wrap everything under a new installation key, and seal what comes with new keys.",
            discussion: """
                Stop the server first. The old key is kept beside the new one as installation.key.old, as backups \
                taken until now need it: take it away once they are gone.
                """
        )

        @OptionGroup var place: StoreOption

        func run() async throws {
            let store = try place.store()
            let folder = try place.keyFolder()
            // The new key is on the disk before anything is wrapped under it.
            let key = folder.prepared ?? SealingKey()
            if folder.prepared == nil {
                try Refusing.keys { () throws(KeyProblem) in try folder.prepare(key) }
            }
            try await Refusing.store { () async throws(StoreError) in
                try await store.rotateKeys(to: key)
            }
            try Refusing.keys { () throws(KeyProblem) in try folder.takePrepared() }
            _ = try place.store()
            Console.say(
                "Everything is wrapped under a new key; the old one is kept as installation.key.old."
            )
        }
    }

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the keys into one file, sealed under a passphrase.",
            discussion: """
                Keep the file where neither the data nor its backups are, and the passphrase somewhere else again. \
                The passphrase is asked for twice, or read from standard input.
                """
        )

        @Argument(help: "The file to write; nothing is written over.", completion: .file())
        var file: String

        @OptionGroup var place: StoreOption

        func run() async throws {
            let store = try place.store()
            let folder = try place.keyFolder()
            let keys = try Refusing.keys { () throws(KeyProblem) in try folder.read() }
            let passphrase = try Passphrase.new()
            var random = SystemRandomNumberGenerator()
            let secret = Secret(keys.wrapping.bytes + keys.signing.bytes)
            let text = try await Passphrase.sealing {
                () async throws(PassphraseSeal.Refusal) in
                try await PassphraseSeal().seal(secret, under: passphrase, using: &random)
            }
            try Refusing.keys { () throws(KeyProblem) in
                try KeyFolder.writeNew(Array(text.utf8), to: file)
            }
            try await record(.exported, in: store)
            Console.say("The keys are in \(file), sealed under the passphrase.")
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put exported keys into an empty folder."
        )

        @Argument(help: "The file that 'keys export' wrote.", completion: .file())
        var file: String

        @OptionGroup var place: StoreOption

        func run() async throws {
            let folder = try place.keyFolder()
            guard let data = FileManager.default.contents(atPath: file),
                let text = String(data: data, encoding: .utf8)
            else {
                Console.complain("error: the file '\(file)' cannot be read")
                throw Ending.badData
            }
            let passphrase = try Passphrase.known()
            let secret = try await Passphrase.sealing {
                () async throws(PassphraseSeal.Refusal) in
                try await PassphraseSeal().open(text, with: passphrase)
            }
            let keys = secret.withBytes { bytes -> InstallationKeys? in
                guard bytes.count == 64,
                    let wrapping = SealingKey(bytes: Array(bytes.prefix(32))),
                    let signing = SigningKey(bytes: Array(bytes.suffix(32)))
                else { return nil }
                return InstallationKeys(wrapping: wrapping, signing: signing)
            }
            guard let keys else {
                Console.complain("error: '\(file)' holds something other than keys")
                throw Ending.badData
            }
            try Refusing.keys { () throws(KeyProblem) in try folder.write(keys) }
            Console.say(
                "The keys are in place; 'sightline keys check' says whether they are this store's."
            )
        }
    }

    /// Every partnership learns what was done with the keys that guard it.
    static func record(
        _ what: PartnershipEvent.KeysHandled.What,
        in store: SQLiteStore
    ) async throws {
        let desk = PartnershipDesk(store: store)
        try await Refusing.desk { () async throws(DeskError) in
            for id in try await desk.founded() {
                try await desk.handle(
                    .handleKeys(what),
                    in: id,
                    by: .operator,
                    at: TimeSource.present()
                )
            }
        }
    }
}
