import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Views

/// The answer to a mail without case content: a page with a button, so that programs that look through mail answer nothing.
func addAddressRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/addresses/:token") { _, context -> Response in
        guard let path = context.addressPath else { throw Detour.nothingHere }
        let page = FormPage(
            title: "Is this your address?",
            lead: [
                "Somebody makes sure that an address reaches you, before anything is asked of you. Nothing is asked now.",
                "If you expect nothing of the kind, close this page.",
            ],
            form: Form(
                action: path,
                token: "",
                hidden: [],
                fields: [],
                errors: [],
                button: "Yes, the mail reached me"
            )
        )
        let bytes = render(page, at: .elsewhere, in: office.frame(context))
        return unreferred(pageResponse(bytes))
    }
    router.post("/addresses/:token") { request, context -> Response in
        guard let token = context.addressToken else { throw Detour.nothingHere }
        try await office.accounts.countAttempt(
            from: office.place(request, context),
            at: office.present()
        )
        let desk = AddressDesk(partnerships: office.cases.partnerships)
        let isAnswered = try await desk.answer(token, at: office.time)
        let page: ProblemPage = isAnswered ? .addressAnswered : .addressUnknown
        let bytes = render(page, in: office.frame(context))
        return unreferred(pageResponse(bytes, status: isAnswered ? .ok : .notFound))
    }
}

/// No other page learns the address of this one, which holds a token.
private func unreferred(_ response: Response) -> Response {
    var response = response
    if let name = HTTPField.Name("Referrer-Policy") { response.headers[name] = "strict-origin" }
    return response
}

extension VisitContext {
    fileprivate var addressToken: Token? { parameters.get("token").flatMap { Token($0) } }
    fileprivate var addressPath: String? { addressToken.map { AddressDesk.path($0) } }
}

extension ProblemPage {
    fileprivate static let addressAnswered = ProblemPage(
        title: "Noted: the mail reached you",
        text: "There is nothing more to do. You can close this page."
    )
    fileprivate static let addressUnknown = ProblemPage(
        title: "This link is used up or too old",
        text: "A link lasts for 14 days and serves once. Ask whoever wrote to you for another."
    )
}
