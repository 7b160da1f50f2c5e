import ArgumentParser
import CaseStores
import Desk
import Foundation
import Partnerships
import Procedures
import SQLiteStore

/// The partnerships of one server.
struct PartnershipsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "partnership",
        abstract: "Add, list and update the partnerships that this store keeps apart.",
        subcommands: [Add.self, Update.self, List.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a partnership; the first makes the store and its keys."
        )

        @Argument(help: "Its name, as people know it.")
        var name: String

        @Option(help: "The procedure it follows, by id.")
        var procedure: String

        @Option(help: "The variation of the procedure, where it follows one.")
        var variation: String?

        @OptionGroup var place: StoreOption

        @OptionGroup var texts: TextsOption

        func validate() throws {
            if name.allSatisfy(\.isWhitespace) { throw ValidationError("a partnership has a name") }
        }

        func run() async throws {
            let procedure = try texts.procedure(procedure, variation: variation)
            let edition = try texts.edition(of: procedure.id)
            let store = try place.storeOrNew()
            let id = try await Refusing.store { () async throws(StoreError) in
                try await store.newPartnership(name)
            }
            let desk = PartnershipDesk(store: store)
            try await Refusing.desk { () async throws(DeskError) in
                let kept = try await Editions(store: store).keep(edition, variation: variation)
                for command: PartnershipCommand in [
                    .found(name: name, procedure: procedure.id, variation: variation),
                    .putToUse(kept),
                ] {
                    try await desk.handle(
                        command,
                        in: id,
                        by: .operator,
                        at: TimeSource.present()
                    )
                }
            }
            Console.say("\(id)  \(name)")
        }
    }

    struct Update: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Put the procedure as it is written now to use, for cases opened from now on.",
            discussion: """
                Cases that are open go on under the edition they began with. A business manager can move one, on its page, \
                after seeing every date that would change.
                """
        )

        @OptionGroup var whose: PartnershipOption

        @OptionGroup var place: StoreOption

        @OptionGroup var texts: TextsOption

        func run() async throws {
            let store = try place.store()
            let id = try await whose.partnership(in: store)
            let cases = CaseDesk(store: store, editions: Editions(store: store))
            let partnership = try await Refusing.desk { () async throws(DeskError) in
                try await cases.partnerships.partnership(id)
            }
            let procedure = try texts.procedure(
                partnership.procedure,
                variation: partnership.variation
            )
            let written = try texts.edition(of: procedure.id)
            do throws(DeskError) {
                let kept = try await cases.editions.keep(written, variation: partnership.variation)
                try await cases.handle(
                    [.putToUse(kept)],
                    in: id,
                    by: .operator,
                    at: TimeSource.present()
                )
                Console.say(
                    "\(partnership.name): \(procedure.title), edition \(procedure.edition), for new cases."
                )
            } catch .refused(.sameEdition) {
                Console.say("\(partnership.name) uses the procedure as it is written already.")
            } catch {
                Console.complain("error: \(error.words)")
                throw Ending.badData
            }
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the partnerships.")

        @OptionGroup var place: StoreOption

        func run() async throws {
            let store = try place.store()
            let partnerships = try await Refusing.store { () async throws(StoreError) in
                try await store.partnerships()
            }
            for (id, name) in partnerships { Console.say("\(id)  \(name)") }
        }
    }
}

extension SQLiteStore {
    /// Makes a partnership of a name that no other has; one that was begun and not founded is taken up again.
    fileprivate func newPartnership(_ name: String) async throws(StoreError) -> PartnershipID {
        for (id, known) in try await partnerships() where known == name {
            if try await version(of: EventStream(id)) == 0 { return id }
            throw .alreadyThere
        }
        guard let id = PartnershipID(number: Int64.random(in: 0..<PartnershipID.count)) else {
            preconditionFailure("the number lies within the range")
        }
        try await addPartnership(id, name: name)
        return id
    }
}
