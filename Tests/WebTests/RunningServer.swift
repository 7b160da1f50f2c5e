import Foundation
import FoundationNetworking
import Hummingbird
import Logging
import Pages
import ProcedureLanguage
import TestSupport
import Web

/// A real server on a free port of the loopback address, stopped when the closure returns.
func withServer(_ body: @escaping @Sendable (Visitor) async throws -> Void) async throws {
    let shelf = ProcedureShelf(
        ShippedProcedures.read.map { .init(procedure: $0.procedure, variations: $0.variations) }
    )
    let css = Array(try ShippedProcedures.text("static/sightline.css").utf8)
    let asset = StaticAssets.Asset(name: "sightline.css", contentType: "text/css", bytes: css)
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let application = try webApplication(
        WebCollaborators(shelf: shelf, assets: StaticAssets([asset]), today: { "2025-12-29" }),
        at: ListeningPlace(port: 0),
        logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() }
    ) { port in
        listening.yield(port)
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await application.run() }
        for await port in ports {
            try await body(Visitor(port: port))
            break
        }
        group.cancelAll()
    }
}

/// Somebody who asks for pages, and follows no redirection unasked.
struct Visitor: Sendable {
    let port: Int

    struct Answer {
        let status: Int
        let headers: [String: String]
        let body: String
    }

    func get(_ path: String, method: String = "GET") async throws -> Answer {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else {
            throw URLError(.badURL)
        }
        var request = URLRequest(url: url)
        request.httpMethod = method
        let session = URLSession(
            configuration: .ephemeral,
            delegate: Unfollowing(),
            delegateQueue: nil
        )
        defer { session.invalidateAndCancel() }
        let (data, response) = try await session.data(for: request)
        guard let answer = response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        let headers = answer.allHeaderFields.reduce(into: [String: String]()) { headers, field in
            headers["\(field.key)".lowercased()] = "\(field.value)"
        }
        return Answer(
            status: answer.statusCode,
            headers: headers,
            body: String(decoding: data, as: UTF8.self)
        )
    }
}

private final class Unfollowing: NSObject, URLSessionTaskDelegate {
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}
