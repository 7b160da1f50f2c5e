import Documents
import HTTPTypes
import Hummingbird
import Pages
import Views

/// The plan, its calendar file, and the comparison of procedures.
func addPlanRoutes(to router: Router<VisitContext>, _ web: WebCollaborators) {
    router.get("/") { _, context -> Response in
        if context.visit != nil { return seeOther(Link.myWork) }
        return pageResponse(renderHomePage(in: web.frame(context)))
    }

    router.get("/plan") { request, context -> Response in
        let query = PlanQuery(queryItems(request.uri.query))
        let answer = planPage(for: query, among: web.shelf, today: web.today())
        if query.isTyped, let link = answer.link { return seeOther(link) }
        return pageResponse(
            render(answer.page, in: web.frame(context)),
            status: status(answer.page.form)
        )
    }

    router.get("/plan.ics") { request, _ -> Response in
        let query = PlanQuery(queryItems(request.uri.query))
        guard let plan = planForCalendar(query, among: web.shelf, today: web.today()) else {
            throw HTTPError(.badRequest)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/calendar; charset=utf-8",
                .contentDisposition: "attachment; filename=\"sightline-plan.ics\"",
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: planICS(plan)))
        )
    }

    router.get("/compare") { request, context -> Response in
        let query = PlanQuery(queryItems(request.uri.query))
        let answer = comparePage(for: query, among: web.shelf, today: web.today())
        if query.isTyped, let link = answer.link { return seeOther(link) }
        return pageResponse(
            render(answer.page, in: web.frame(context)),
            status: status(answer.page.form)
        )
    }
}

/// A form with something wrong in it is shown again as it was typed.
private func status(_ form: PlanForm) -> HTTPResponse.Status {
    form.errors.isEmpty ? .ok : .unprocessableContent
}
