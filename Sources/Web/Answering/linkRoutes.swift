import Hummingbird

/// How somebody comes in by a link: nothing of a case is told before she gave a code and said that it is she.
func addLinkRoutes(to router: Router<VisitContext>, _ office: Office) {
    let desk = LinkDesk(office: office)
    router.get("/answer/:token") { _, context -> Response in
        desk.opening(context.parameters.get("token") ?? "")
    }
    router.get("/answer") { request, _ -> Response in try await desk.start(request) }
    router.post("/answer") { request, context -> Response in
        try await desk.askForCode(request, context)
    }
    router.get("/answer/code") { request, _ -> Response in try await desk.codePage(request) }
    router.post("/answer/code") { request, context -> Response in
        try await desk.giveCode(request, context)
    }
    router.get("/answer/whom") { request, _ -> Response in try await desk.whomPage(request) }
    router.post("/answer/whom") { request, _ -> Response in try await desk.confirm(request) }
    router.get("/answer/not-me") { request, _ -> Response in try await desk.notMePage(request) }
    router.post("/answer/not-me") { request, _ -> Response in try await desk.disown(request) }
    router.post("/answer/sign-out") { request, _ -> Response in try await desk.signOut(request) }
}
