import HTTPTypes
import Hummingbird
import Pages
import Views

/// The procedures, to be read.
func addProcedureRoutes(to router: Router<VisitContext>, _ web: WebCollaborators) {
    router.get("/procedures") { _, context in
        pageResponse(render(procedureListPage(of: web.shelf), in: web.frame(context)))
    }

    router.get("/procedures/:procedure") { request, context -> Response in
        let id = try context.parameters.require("procedure")
        let variation = queryItems(request.uri.query).first { $0.name == "variation" }?.value
        guard let procedure = web.shelf.procedure(id, variation: variation) else {
            throw HTTPError(.notFound)
        }
        return pageResponse(render(procedurePage(of: procedure), in: web.frame(context)))
    }
}
