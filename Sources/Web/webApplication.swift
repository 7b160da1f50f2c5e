package import Hummingbird
package import Logging
import NIOCore
package import Pages
package import WorkingDays

/// What the pages are made from: texts read once, and the present asked for at each request.
package struct WebCollaborators: Sendable {
    package let shelf: ProcedureShelf
    package let assets: StaticAssets
    /// Today in England.
    package let today: @Sendable () -> Day

    package init(
        shelf: ProcedureShelf,
        assets: StaticAssets,
        today: @escaping @Sendable () -> Day
    ) {
        self.shelf = shelf
        self.assets = assets
        self.today = today
    }
}

/// The server of the pages, on the loopback address alone.
///
/// Port 0 takes a free one; `listening` hears which.
package func webApplication(
    _ collaborators: WebCollaborators,
    port: Int,
    logger: Logger,
    listening: @escaping @Sendable (Int) -> Void = { _ in }
) -> some ApplicationProtocol {
    Application(
        router: webRouter(collaborators),
        configuration: ApplicationConfiguration(
            address: .hostname("127.0.0.1", port: port),
            serverName: nil
        ),
        onServerRunning: { (channel: any Channel) async in
            listening(channel.localAddress?.port ?? port)
        },
        logger: logger
    )
}

/// Every route, behind the headers that every answer bears.
package func webRouter(_ collaborators: WebCollaborators) -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: AnswerGuard<BasicRequestContext>())
    addPlanRoutes(to: router, collaborators)
    addProcedureRoutes(to: router, collaborators)
    addStaticRoutes(to: router, collaborators.assets)
    return router
}
