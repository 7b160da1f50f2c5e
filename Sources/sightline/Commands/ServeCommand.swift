import ArgumentParser
import Foundation
import Hummingbird
import Logging
import Pages
import Web

/// The pages, on this machine alone.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages on 127.0.0.1."
    )

    @Option(help: "The port; 0 takes a free one.")
    var port: Int = 8080

    @OptionGroup var texts: TextsOption

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("a port is a number from 0 to 65535, not \(port)")
        }
    }

    func run() async throws {
        let folders = try texts.folders()
        let collaborators = WebCollaborators(
            shelf: try texts.library().shelf,
            assets: try assets(in: folders.statics),
            today: { TimeSource.today() }
        )
        var logger = Logger(label: "sightline") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .notice
        let application = webApplication(collaborators, port: port, logger: logger) { port in
            Console.say("Listening on http://127.0.0.1:\(port)")
        }
        do {
            try await application.runService()
        } catch {
            Console.complain(
                "error: the server could not run on port \(port) (\(error)); it may be taken; --port 0 takes a free one"
            )
            throw Ending.unavailable
        }
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
