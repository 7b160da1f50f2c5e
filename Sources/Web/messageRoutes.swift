import Desk
import Hummingbird
import Pages
import Partnerships
import Views

/// The messages of a partnership, for whoever runs its cases, and another try for one that failed.
func addMessageRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/messages") { request, context -> Response in
        let guest = try office.guest(request, context)
        let messages = try await office.messages.list(for: guest.asking)
        let page = guest.inside.reader.messagesPage(messages) { guest.formToken($0) }
        return pageResponse(render(page, in: guest.frame))
    }
    router.post("/messages/:reference/:entry") { request, context -> Response in
        let guest = try office.guest(request, context)
        _ = try await guest.visit.posted(request)
        let reference = try context.reference()
        let letters = try await office.requests.sendAgain(
            try context.entry(),
            on: reference,
            for: guest.asking
        )
        let links = handedOver(letters)
        if links.isEmpty { return seeOther(Link.messages) }
        let page = handOverPage(
            links,
            over: "Case \(reference)",
            crumbs: [Crumb(name: "Messages", address: Link.messages)],
            at: office.address()
        )
        return pageResponse(render(page, at: .within(.people), in: guest.frame))
    }
}

extension Office {
    fileprivate var messages: MessageDesk { MessageDesk(cases: cases) }
}
