package import Hummingbird
import HummingbirdCore
import HummingbirdTLS
package import Logging
import NIOCore
import NIOSSL
package import Pages
package import ServiceLifecycle
package import WorkingDays

/// What the pages are made from: texts read once, and the present asked for at each request.
package struct WebCollaborators: Sendable {
    package let shelf: ProcedureShelf
    package let forms: FormShelf
    package let assets: StaticAssets
    /// Today in England.
    package let today: @Sendable () -> Day
    /// Nil where dates are worked out and nothing is kept.
    package let office: Office?

    package init(
        shelf: ProcedureShelf,
        forms: FormShelf = FormShelf([]),
        assets: StaticAssets,
        today: @escaping @Sendable () -> Day,
        office: Office? = nil
    ) {
        self.shelf = shelf
        self.forms = forms
        self.assets = assets
        self.today = today
        self.office = office
    }

    /// What stands around a page that needs no sign-in.
    func frame(_ context: VisitContext) -> Frame { office?.frame(context) ?? .datesOnly }
}

/// Where the server listens.
package struct ListeningPlace: Sendable {
    package let host: String
    /// 0 takes a free one.
    package let port: Int
    /// Nil where connections are plain.
    package let certificate: Certificate?

    package init(host: String = "127.0.0.1", port: Int, certificate: Certificate? = nil) {
        self.host = host
        self.port = port
        self.certificate = certificate
    }

    /// Files in PEM.
    package struct Certificate: Sendable {
        package let chain: String
        package let key: String

        package init(chain: String, key: String) {
            self.chain = chain
            self.key = key
        }
    }

    package struct CertificateProblem: Error {
        package let reason: String
    }

    fileprivate func server() throws(CertificateProblem) -> HTTPServerBuilder {
        guard let certificate else { return .http1() }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(certificate.chain)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: certificate.key, format: .pem))
            )
            configuration.minimumTLSVersion = .tlsv12
            return try .tls(tlsConfiguration: configuration)
        } catch {
            throw CertificateProblem(reason: "\(error)")
        }
    }
}

/// The server of the pages; `listening` hears on which port.
///
/// - Throws: `ListeningPlace.CertificateProblem`.
package func webApplication(
    _ collaborators: WebCollaborators,
    at place: ListeningPlace,
    services: [any Service] = [],
    logger: Logger,
    listening: @escaping @Sendable (Int) -> Void = { _ in }
) throws(ListeningPlace.CertificateProblem) -> some ApplicationProtocol {
    Application(
        router: webRouter(collaborators),
        server: try place.server(),
        configuration: ApplicationConfiguration(
            address: .hostname(place.host, port: place.port),
            serverName: nil
        ),
        services: services + (collaborators.office.map { [$0.documents] } ?? []),
        onServerRunning: { (channel: any Channel) async in
            listening(channel.localAddress?.port ?? place.port)
        },
        logger: logger
    )
}

/// Every route, behind the headers that every answer bears.
package func webRouter(_ collaborators: WebCollaborators) -> Router<VisitContext> {
    let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: AnswerGuard<VisitContext>())
    router.add(middleware: Door(office: collaborators.office))
    addPlanRoutes(to: router, collaborators)
    addProcedureRoutes(to: router, collaborators)
    addWrittenFormRoutes(to: router, collaborators)
    addStaticRoutes(to: router, collaborators.assets)
    if let office = collaborators.office {
        addSignInRoutes(to: router, office)
        addLinkRoutes(to: router, office)
        addAnswerRoutes(to: router, office)
        addAccountRoutes(to: router, office)
        addCaseRoutes(to: router, office)
        addCaseFormRoutes(to: router, office)
        addPaperRoutes(to: router, office)
        addReferralRoutes(to: router, office)
        addFileRoutes(to: router, office)
        addRequestRoutes(to: router, office, collaborators.assets)
        addDocumentRoutes(to: router, office)
        addPaperDocumentRoutes(to: router, office)
        addBundleRoutes(to: router, office)
        addMeetingRoutes(to: router, office)
        addChronologyRoutes(to: router, office)
        addPeopleRoutes(to: router, office)
        addLetterRoutes(to: router, office)
        addMessageRoutes(to: router, office)
        addAddressRoutes(to: router, office)
        addDemonstrationRoutes(to: router, office)
    }
    return router
}
