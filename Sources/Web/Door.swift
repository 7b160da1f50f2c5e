import CaseStores
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Views

/// Lets requests in under the one address, from pages of our own, and finds out who sends them.
struct Door: RouterMiddleware {
    let office: Office?

    func handle(
        _ request: Request,
        context: VisitContext,
        next: @concurrent (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        guard let office else { return try await next(request, context) }
        var response = try await letIn(request, context, office, next)
        if office.address().isSecure {
            response.headers[.strictTransportSecurity] = "max-age=31536000"
        }
        return response
    }

    private func letIn(
        _ request: Request,
        _ context: VisitContext,
        _ office: Office,
        _ next: @concurrent (Request, VisitContext) async throws -> Response
    ) async throws -> Response {
        guard office.address().accepts(hostHeader: request.head.authority ?? "") else {
            return pageResponse(
                render(ProblemPage.misdirected, in: .outside(office.kind)),
                status: .misdirectedRequest
            )
        }
        if request.method == .post, !isOwn(request, office.address()) {
            return problem(.foreign, .forbidden, office, context)
        }
        if request.uri.path.hasPrefix("/static/") { return try await next(request, context) }
        var context = context
        do {
            context.visit = try await office.visit(request)
            return try await next(request, context)
        } catch let detour as Detour {
            return response(to: detour, office, context)
        } catch let error as DeskError {
            return response(to: error, office, context)
        } catch let error as AccountError {
            return response(to: error, office, context)
        } catch let error as HTTPError {
            return problem(ProblemPage(error.status), error.status, office, context)
        }
    }

    /// Browsers say from which site a form is sent.
    private func isOwn(_ request: Request, _ address: PublicAddress) -> Bool {
        if let site = request.headers[.fetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = request.headers[.origin] else { return true }
        return origin == address.description
    }

    private func response(
        to detour: Detour,
        _ office: Office,
        _ context: VisitContext
    ) -> Response {
        switch detour {
        case .signIn(let address):
            let query = address.map { "?to=\(Link.encoded($0.path))" } ?? ""
            return seeOther(Link.signIn + query)
        case .to(let path): return seeOther(path)
        case .nothingHere: return problem(.notFound, .notFound, office, context)
        case .foreignForm: return problem(.foreign, .forbidden, office, context)
        case .notPermitted: return problem(.forbidden, .forbidden, office, context)
        case .notUnderstood: return problem(.notUnderstood, .badRequest, office, context)
        case .busy: return problem(.broken, .serviceUnavailable, office, context)
        }
    }

    private func response(
        to error: DeskError,
        _ office: Office,
        _ context: VisitContext
    ) -> Response {
        switch error {
        case .unreadable(let stream, let version, _):
            problem(
                .unreadable(stream.reference, version: version),
                .internalServerError,
                office,
                context
            )
        case .store(.altered): problem(.altered, .internalServerError, office, context)
        default: response(to: Detour(error), office, context)
        }
    }

    private func response(
        to error: AccountError,
        _ office: Office,
        _ context: VisitContext
    ) -> Response {
        switch error {
        case .session: response(to: Detour.signIn(nil), office, context)
        case .invitationOver: problem(.invitationOver, .notFound, office, context)
        default: response(to: Detour.busy, office, context)
        }
    }

    private func problem(
        _ page: ProblemPage,
        _ status: HTTPResponse.Status,
        _ office: Office,
        _ context: VisitContext
    ) -> Response {
        pageResponse(render(page, in: office.frame(context)), status: status)
    }
}

extension ProblemPage {
    static let invitationOver = ProblemPage(
        title: "This link is used up or too old",
        text: "A link lasts for one hour and serves once. Ask whoever gave it to you for another."
    )
}

func seeOther(_ path: String) -> Response {
    Response(status: .seeOther, headers: [.location: path, .cacheControl: "no-store"])
}

extension HTTPField.Name {
    fileprivate static let fetchSite = Self("Sec-Fetch-Site") ?? .via
}
