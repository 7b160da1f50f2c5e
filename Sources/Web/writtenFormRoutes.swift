import HTTPTypes
import Hummingbird
import Pages
import Views

/// The forms that ship, to be tried: nothing typed is kept, and none of it stands in an address.
func addWrittenFormRoutes(to router: Router<VisitContext>, _ web: WebCollaborators) {
    @Sendable func trial(
        _ context: VisitContext,
        _ items: [(name: String, value: String)]
    ) throws -> FormTrial {
        guard let form = web.forms.form(context.parameters.get("form") ?? "") else {
            throw HTTPError(.notFound)
        }
        return FormTrial(FormAnswering(form, items, today: web.today()))
    }

    router.get("/forms") { _, context in
        pageResponse(render(formListPage(of: web.forms), in: web.frame(context)))
    }
    for path in ["/forms/:form", "/forms/:form/:section"] {
        router.get(RouterPath(path)) { @Sendable _, context -> Response in
            guard let page = try trial(context, []).page(context.parameters.get("section")) else {
                throw HTTPError(.notFound)
            }
            return pageResponse(render(page, at: .within(.procedures), in: web.frame(context)))
        }
    }
    router.post("/forms/:form/:section") { request, context -> Response in
        let posted = try await Posted.read(request)
        let next = try trial(context, posted.items).next(
            after: context.parameters.get("section") ?? "",
            back: !posted.value("again").isEmpty,
            show: !posted.value("show").isEmpty
        )
        let frame = web.frame(context)
        switch next {
        case nil: throw HTTPError(.notFound)
        case .faulty(let page)?:
            return pageResponse(
                render(page, at: .within(.procedures), in: frame),
                status: .unprocessableContent
            )
        case .page(let page)?:
            return pageResponse(render(page, at: .within(.procedures), in: frame))
        case .check(let page)?: return pageResponse(render(page, in: frame))
        }
    }
}
