import Credentials
import Hummingbird
import Pages

/// Every form that stands for an act on a case: asked for, sent, shown with what it would change, recorded.
func addCaseFormRoutes(to router: Router<VisitContext>, _ office: Office) {
    for form in CaseForm.allCases {
        for path in form.paths.map({ "/cases/:reference/\($0)" }) {
            router.get(RouterPath(path)) { request, context -> Response in
                let guest = try office.guest(request, context)
                return try await CaseFormDesk(guest, form, context).ask()
            }
            router.post(RouterPath(path)) { request, context -> Response in
                if form.takesFile, request.mayCarryFile {
                    return try await takeWithFile(form, office, request, context)
                }
                let posted = try await Posted.read(request)
                guard context.visit?.isFull == true else {
                    return try await signInAgain(office, request, context, posted)
                }
                let guest = try office.guest(request, context)
                _ = try guest.visit.checked(posted, request)
                return try await CaseFormDesk(guest, form, context).take(posted)
            }
        }
    }
}

/// Takes a form that may carry a file, which goes to the store only once it is known whose form it is.
private func takeWithFile(
    _ form: CaseForm,
    _ office: Office,
    _ request: Request,
    _ context: VisitContext
) async throws -> Response {
    guard context.visit?.isFull == true else {
        let posted = try await FileForm.withoutFile(request)
        return try await signInAgain(office, request, context, posted)
    }
    let guest = try office.guest(request, context)
    let desk = try CaseFormDesk(guest, form, context)
    try await desk.checkPermitted()
    let (posted, sent) = try await FileForm<FileReceiver>.read(request) { before, name in
        _ = try guest.visit.checked(before, request)
        return try await desk.receiver(of: name)
    }
    _ = try guest.visit.checked(posted, request)
    return try await desk.take(posted, sent)
}

/// Asks somebody who was signed out to sign in where she is, and keeps what she typed.
func signInAgain(
    _ office: Office,
    _ request: Request,
    _ context: VisitContext,
    _ posted: Posted
) async throws -> Response {
    try await SignInDesk(office: office).page(
        context,
        FormFiller(nil),
        to: "",
        kept: Kept(path: request.uri.path, posted),
        status: .unauthorized
    )
}

extension Visit {
    /// What was sent, if this session made the form for this very address.
    func checked(_ posted: Posted, _ request: Request) throws(Detour) -> Posted {
        guard token.accepts(formToken: posted.value("form-token"), for: request.uri.path) else {
            throw .foreignForm
        }
        return posted
    }
}
