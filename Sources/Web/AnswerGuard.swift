import HTTPTypes
import Hummingbird
import Logging
import Pages
import Views

/// Puts the protective headers on every answer, and turns what went wrong into a page that tells nothing of the inside.
struct AnswerGuard<Context: RequestContext>: RouterMiddleware {
    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as HTTPError {
            response = pageResponse(render(ProblemPage(error.status)), status: error.status)
        } catch {
            context.logger.error("a request could not be answered")
            response = pageResponse(
                render(ProblemPage.broken),
                status: .internalServerError
            )
        }
        if request.uri.path.hasPrefix(Link.answer), let referrerPolicy {
            response.headers[referrerPolicy] = "strict-origin"
        }
        for (name, value) in protectiveHeaders where response.headers[name] == nil {
            response.headers[name] = value
        }
        return request.method == .head ? response.createHeadResponse() : response
    }
}

extension ProblemPage {
    /// What is said with an answer that is no page asked for.
    init(_ status: HTTPResponse.Status) {
        switch status {
        case .notFound: self = .notFound
        case .methodNotAllowed, .badRequest: self = .notUnderstood
        case .contentTooLarge: self = .large
        default: self = .broken
        }
    }
}

/// No script and no style but our own files, no framing, no address told to other sites, nothing kept by caches.
private let protectiveHeaders: [(HTTPField.Name, String)] =
    [
        (
            .contentSecurityPolicy,
            "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        ),
        (.xContentTypeOptions, "nosniff"),
    ]
    + [
        ("Referrer-Policy", "same-origin"),
        ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

/// The address of a link opens something: it is told to no site, not even to our own log of referrers.
///
/// Under `no-referrer` browsers send `Origin: null` with our own forms, which are then taken for another site's.
private let referrerPolicy = HTTPField.Name("Referrer-Policy")

/// A page as bytes.
///
/// Plans hold dates of a case, so no cache keeps them.
func pageResponse(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Response {
    Response(
        status: status,
        headers: [
            .contentType: "text/html; charset=utf-8",
            .cacheControl: "no-store",
        ],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
}
