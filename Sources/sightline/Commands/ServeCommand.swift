import ArgumentParser
import CaseStores
import Credentials
import Desk
import Documents
import Foundation
import Hummingbird
import Logging
import Pages
import Partnerships
import SQLiteStore
import ServiceLifecycle
import Spreadsheets
import Web

/// The pages.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages.",
        discussion: """
            Without --data the pages work out dates and keep nothing. With it people sign in, and cases are kept. \
            --demonstration serves made-up people and cases, and makes them where there is nothing yet; \
            a store with real cases is not served so, and a demonstration not otherwise.
            """
    )

    @Option(help: "The port; 0 takes a free one.")
    var port: Int = 8080

    @Option(
        help: ArgumentHelp("The address to listen on.", valueName: "ADDRESS")
    )
    var listen: String = "127.0.0.1"

    @Option(
        name: .customLong("public-url"),
        help: ArgumentHelp(
            "The address under which people reach the server; every link is made from it, and any other is refused.",
            valueName: "URL"
        )
    )
    var publicURL: String?

    @Option(
        name: .customLong("behind-proxy"),
        help: ArgumentHelp(
            "The address of the proxy in front, which sees to TLS and says in X-Forwarded-For who asks.",
            valueName: "ADDRESS"
        )
    )
    var proxy: String?

    @Option(
        name: .customLong("tls-certificate"),
        help: ArgumentHelp("The certificate chain, as PEM.", valueName: "FILE"),
        completion: .file()
    )
    var certificate: String?

    @Option(
        name: .customLong("tls-key"),
        help: ArgumentHelp("The key of the certificate, as PEM.", valueName: "FILE"),
        completion: .file()
    )
    var certificateKey: String?

    @Option(
        help: ArgumentHelp(
            "Where the virus scanner clamd listens, a port or the path of a socket: every file goes through it, and none is taken while it does not answer.",
            valueName: "HOST:PORT"
        )
    )
    var clamd: String?

    @OptionGroup var mail: MailOption

    @Option(
        name: .customLong("demonstration-mail"),
        help: ArgumentHelp(
            "The folder into which the mail server of a demonstration writes what it takes, to be shown on a page.",
            valueName: "DIR"
        ),
        completion: .directory
    )
    var mailFolder: String?

    @Flag(help: "Serve a demonstration, with everybody's sign-in one press away.")
    var demonstration = false

    @OptionGroup var place: StoreOption

    @OptionGroup var texts: TextsOption

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("a port is a number from 0 to 65535, not \(port)")
        }
        guard (certificate == nil) == (certificateKey == nil) else {
            throw ValidationError("--tls-certificate and --tls-key go together")
        }
        let isCovered = certificate != nil || proxy != nil
        guard isCovered || ["127.0.0.1", "::1", "localhost"].contains(listen) else {
            throw ValidationError(
                "without TLS only this machine may listen: give --tls-certificate and --tls-key, or --behind-proxy"
            )
        }
        guard clamd.map({ ScannerPlace($0) != nil }) ?? true else {
            throw ValidationError(
                "'\(clamd ?? "")' is no place of a scanner like 127.0.0.1:3310 or /run/clamav/clamd.ctl"
            )
        }
        guard mailFolder == nil || demonstration else {
            throw ValidationError("--demonstration-mail goes with --demonstration")
        }
        let isSecure = try publicURL.map { try Self.address($0) }?.isSecure ?? false
        guard !isSecure || isCovered else {
            throw ValidationError(
                "an https address needs --tls-certificate and --tls-key, or --behind-proxy"
            )
        }
    }

    /// The address, or what is wrong with it.
    static func address(_ text: String) throws -> PublicAddress {
        do throws(PublicAddress.Refusal) {
            return try PublicAddress(text)
        } catch {
            throw ValidationError(words(error, text))
        }
    }

    private static func words(_ refusal: PublicAddress.Refusal, _ text: String) -> String {
        switch refusal {
        case .notAnAddress: "'\(text)' is no address like https://sightline.example"
        case .hasMoreThanAName:
            "'\(text)' has more than a name and a port: the server is not kept in a folder of another"
        case .plainBeyondLoopback: "'\(text)' must begin with https:// beyond this machine"
        }
    }

    func run() async throws {
        let folders = try texts.folders()
        let library = try texts.library()
        let reached = Reached(try publicURL.map { try Self.address($0) })
        let carrier = try mail.carrier()
        guard carrier == nil || place.isNamed else {
            throw ValidationError("--mail-server needs --data: without a store nothing is sent")
        }
        let office = place.isNamed ? try await office(reached) : nil
        let collaborators = WebCollaborators(
            shelf: library.shelf,
            forms: FormShelf(try texts.forms()),
            assets: try assets(in: folders.statics),
            today: { TimeSource.today() },
            office: office
        )
        var logger = Logger(label: "sightline") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let isSecure = certificate != nil
        let listening: @Sendable (Int) -> Void = { port in
            reached.settle(port, isSecure: isSecure)
            Console.say("Listening on \(reached.address)")
        }
        do {
            let application = try webApplication(
                collaborators,
                at: ListeningPlace(host: listen, port: port, certificate: tls()),
                services: office.map { services($0, carrier, reached) } ?? [],
                logger: logger,
                listening: listening
            )
            try await application.runService()
        } catch let error as ListeningPlace.CertificateProblem {
            Console.complain("error: the certificate or its key cannot be used: \(error.reason)")
            throw Ending.badData
        } catch {
            Console.complain(
                "error: the server could not run on port \(port) (\(error)); it may be taken; --port 0 takes a free one"
            )
            throw Ending.unavailable
        }
    }

    private func services(
        _ office: Office,
        _ carrier: SMTPCarrier?,
        _ reached: Reached
    ) -> [any Service] {
        let sweeping = Sweeping(store: office.store)
        let reminding = Reminding(
            desk: ChaseDesk(
                cases: office.cases,
                sendsMail: carrier != nil,
                name: { .random() }
            ),
            time: { office.time }
        )
        guard let carrier else { return [sweeping, reminding] }
        let desk = MailDesk(
            store: office.store,
            carrier: carrier,
            address: { reached.address },
            time: { office.time },
            tell: { await office.cases.note($0) }
        )
        return [sweeping, reminding, Delivering(desk: desk, isServing: { reached.isKnown })]
    }

    private func tls() -> ListeningPlace.Certificate? {
        guard let certificate, let certificateKey else { return nil }
        return ListeningPlace.Certificate(chain: certificate, key: certificateKey)
    }

    private func office(_ reached: Reached) async throws -> Office {
        let (store, secret) = try await place.served(asDemonstration: demonstration, texts)
        let cases = CaseDesk(
            store: store,
            editions: Editions(
                store: store,
                shipped: try texts.forms(),
                letters: try texts.letters()
            )
        )
        let accounts = AccountDesk(store: store, hasher: PasswordHasher(), throttleSecret: secret)
        try await Refusing.store { () async throws(StoreError) in
            try await Sweeping(store: store).sweep(at: TimeSource.present())
        }
        let clock = demonstration ? try await DemonstrationClock.kept(in: store) : nil
        return Office(
            store: store,
            cases: cases,
            accounts: accounts,
            kind: demonstration ? .demonstration : StoreKind(restored: store.facts.restored),
            address: { reached.address },
            proxy: proxy,
            present: { TimeSource.present() },
            demonstration: clock,
            takenMail: takenMail,
            scanner: clamd.flatMap { ScannerPlace($0) },
            spreadsheets: PythonSpreadsheets(texts: try texts.folder()),
            sendsMail: mail.place != nil,
            renderer: DocumentRenderer(texts: try texts.folder())
        )
    }

    private var takenMail: (@Sendable () -> [TakenMail])? {
        guard let mailFolder else { return nil }
        return { TakenMail.newest(in: mailFolder) }
    }

    private func assets(in folder: String) throws -> StaticAssets {
        let assets = try StaticAssets.served.map { name, contentType in
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else {
                Console.complain("error: \(folder)/\(name) cannot be read")
                throw Ending.badData
            }
            return StaticAssets.Asset(name: name, contentType: contentType, bytes: Array(data))
        }
        return StaticAssets(assets)
    }
}
