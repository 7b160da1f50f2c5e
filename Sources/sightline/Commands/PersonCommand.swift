import ArgumentParser
import CaseStores
import Credentials
import Desk
import Foundation
import Partnerships
import Procedures
import SQLiteStore
import WorkingDays

/// People, from the machine itself: the first administrator, and whoever lost every way in.
struct PersonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "Add the first people of a partnership, and give a new link to whoever lost it.",
        subcommands: [Add.self, Link.self]
    )

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a person, and print the link to sign in with.",
            discussion: """
                It is recorded that the operator did it, and puts nobody on a case. The link lasts for one hour, \
                serves once, and is written beside the data into a file that only its owner can read.
                """
        )

        @Argument(help: "Name.")
        var name: String

        @Argument(help: "E-mail address.")
        var email: String

        @Option(help: "The capacity: \(Capacity.allCases.map(\.rawValue).joined(separator: ", ")).")
        var capacity: Capacity = .administrator

        @Option(help: "The procedure's role, by id, where the person has one.")
        var role: String?

        @Option(help: "The last day, where access ends: 2026-12-31.")
        var until: String?

        @OptionGroup var whose: PartnershipOption

        @OptionGroup var place: StoreOption

        func validate() throws {
            if name.allSatisfy(\.isWhitespace) { throw ValidationError("a person has a name") }
            if let until, Day(iso: until) == nil {
                throw ValidationError("'\(until)' is no day like 2026-12-31")
            }
        }

        func run() async throws {
            let address = try whose.address()
            let office = try await OperatorDesk(place, whose)
            let now = TimeSource.present()
            let newcomer = Newcomer(
                name: name,
                email: email,
                agency: nil,
                roles: [HeldRole(role: role, capacity: capacity)],
                from: TimeSource.today(),
                until: until.flatMap { Day(iso: $0) }
            )
            let (_, token) = try await office.refusing { () async throws(PeopleError) in
                try await office.people.add(
                    newcomer,
                    under: .random(),
                    to: office.partnership,
                    by: .operator,
                    at: now,
                    present: now
                )
            }
            guard let token else {
                Console.say("\(name) was added, and signs in as before.")
                return
            }
            try office.hand(over: address.address(of: "/invitations/\(token.text)"), to: name)
        }
    }

    struct Link: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give somebody a new link to sign in with.",
            discussion: """
                Where the person has signed in before, the password and the code are taken away, and their cases stay \
                shut until a business manager or the chair confirms that it was their wish.
                """
        )

        @Argument(help: "E-mail address to sign in with.")
        var email: String

        @OptionGroup var whose: PartnershipOption

        @OptionGroup var place: StoreOption

        func run() async throws {
            let address = try whose.address()
            let office = try await OperatorDesk(place, whose)
            let now = TimeSource.present()
            let email = email
            let token = try await office.refusing { () async throws(PeopleError) in
                try await office.link(for: email, at: now)
            }
            try office.hand(over: address.address(of: "/invitations/\(token.text)"), to: email)
        }
    }
}

extension Capacity: ExpressibleByArgument {}

extension Identifier {
    static func random() -> Identifier {
        guard let identifier = Identifier(number: Int64.random(in: 0..<count)) else {
            preconditionFailure("the number lies within the range")
        }
        return identifier
    }
}

/// Which partnership, and under which address people reach the server.
struct PartnershipOption: ParsableArguments {
    @Option(help: "The partnership, by id or name; needed where there are several.")
    var partnership: String?

    @Option(
        name: .customLong("public-url"),
        help: ArgumentHelp("The address under which people reach the server.", valueName: "URL")
    )
    var publicURL: String = "http://127.0.0.1:8080"

    func address() throws -> PublicAddress { try ServeCommand.address(publicURL) }

    /// The one that is meant, or a usage error that names them all.
    func partnership(in store: SQLiteStore) async throws -> PartnershipID {
        let all = try await Refusing.store { () async throws(StoreError) in
            try await store.partnerships()
        }
        let fitting = all.filter { id, name in
            partnership.map { $0 == "\(id)" || $0 == name } ?? true
        }
        if fitting.count == 1 { return fitting[0].id }
        let names = all.map { "'\($0.name)'" }.joined(separator: ", ")
        Console.complain(
            partnership.map { "error: there is no partnership '\($0)'; there are \(names)" }
                ?? "error: name one with --partnership; there are \(names)"
        )
        throw Ending.usage
    }
}

/// What whoever runs the program on the machine does with people.
struct OperatorDesk {
    let people: PeopleDesk
    let accounts: AccountDesk
    let partnership: PartnershipID
    private let folder: String

    init(_ place: StoreOption, _ whose: PartnershipOption) async throws {
        let store = try place.store()
        folder = try place.folders().data
        let cases = CaseDesk(store: store, editions: Editions(store: store))
        var random = SystemRandomNumberGenerator()
        accounts = AccountDesk(
            store: store,
            hasher: PasswordHasher(),
            throttleSecret: Secret(count: 16, using: &random)
        )
        people = PeopleDesk(cases: cases, accounts: accounts)
        partnership = try await whose.partnership(in: store)
    }

    func link(for email: String, at now: Timestamp) async throws(PeopleError) -> Token {
        let person: PersonID?
        do {
            person = try await accounts.person(withEmail: email)
        } catch {
            throw .account(error)
        }
        guard let person else { throw .account(.wrong) }
        return try await people.invite(
            person,
            in: partnership,
            by: .operator,
            at: now,
            present: now
        )
    }

    func refusing<Value>(
        _ body: () async throws(PeopleError) -> Value
    ) async throws -> Value {
        do throws(PeopleError) {
            return try await body()
        } catch {
            switch error {
            case .desk(let error): Console.complain("error: \(error.words)")
            case .account(.wrong): Console.complain("error: nobody signs in with that address")
            case .account(let error): Console.complain("error: it was refused (\(error))")
            }
            throw Ending.badData
        }
    }

    /// Prints the link, and writes it where only the owner of the data can read it.
    func hand(over link: String, to name: String) throws {
        let file = "\(folder)/sign-in-link.txt"
        try? FileManager.default.removeItem(atPath: file)
        let isWritten = FileManager.default.createFile(
            atPath: file,
            contents: Data("\(link)\n".utf8),
            attributes: [.posixPermissions: 0o600]
        )
        Console.say("For \(name), for one hour: \(link)")
        guard isWritten else {
            Console.complain("error: '\(file)' could not be written")
            throw Ending.notWritten
        }
        Console.complain("It stands in \(file) too; take that away once it is used.")
    }
}
