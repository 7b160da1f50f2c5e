import Hummingbird
import Pages

/// Signing in and out: password, code, invitation, second factor, partnership.
func addSignInRoutes(to router: Router<VisitContext>, _ office: Office) {
    let desk = SignInDesk(office: office)

    router.get("/sign-in") { request, context in
        let query = queryItems(request.uri.query)
        let to = query.first { $0.name == "to" }?.value ?? ""
        return try await desk.page(context, FormFiller(nil), to: to, kept: nil)
    }
    router.post("/sign-in") { request, context in try await desk.signIn(request, context) }
    router.get("/sign-in/code") { request, context in try await desk.codePage(context) }
    router.post("/sign-in/code") { request, context in try await desk.giveCode(request, context) }
    router.get("/sign-in/enrolment") { request, context in
        try await desk.enrolmentPage(context)
    }
    router.post("/sign-in/enrolment") { request, context in
        try await desk.enrol(request, context)
    }
    router.get("/invitations/:token") { request, context in
        try await desk.invitation(request, context)
    }
    router.post("/invitations/:token") { request, context in
        try await desk.invitation(request, context)
    }
    router.get("/partnerships") { request, context in try await desk.partnerships(context) }
    router.post("/partnerships") { request, context in try await desk.choose(request, context) }
    router.post("/sign-out") { request, context in try await desk.signOut(request, context) }
    if office.demonstration != nil {
        router.post("/sign-in/demonstration") { request, context in
            try await desk.beSomebody(request)
        }
    }
}
