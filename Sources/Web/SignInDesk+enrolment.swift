import Credentials
import Desk
import Hummingbird
import Pages
import Views

extension SignInDesk {
    func enrolmentPage(_ context: VisitContext) async throws -> Response {
        let visit = try half(context)
        return try await enrolmentPage(visit, FormFiller(nil))
    }

    func enrolmentPage(
        _ visit: Visit,
        _ filler: FormFiller,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let summary = try await accounts.summary(of: visit.person)
        guard !summary.isEnrolled else { return seeOther(Link.signInCode) }
        // After a wrong code the same secret is shown again: it may be in the telephone already.
        let code = try await accounts.beginEnrolment(
            visit.token,
            isNew: !filler.isSent,
            at: office.present()
        )
        var filler = filler
        if filler.fields.isEmpty { Self.askCode(&filler) }
        let page = EnrolmentPage(
            squares: QRMatrix(code.enrolmentAddress(label: summary.email))?.rows ?? [],
            typedText: code.typedText,
            form: Form(
                action: Link.enrolment,
                token: visit.formToken(Link.enrolment),
                fields: filler.fields,
                errors: filler.errors,
                button: "Confirm the code"
            )
        )
        return pageResponse(render(page, in: .outside(office.kind)), status: status)
    }

    func enrol(_ request: Request, _ context: VisitContext) async throws -> Response {
        let visit = try half(context)
        let posted = try await visit.posted(request)
        var filler = FormFiller(posted.items)
        Self.askCode(&filler)
        if filler.isComplete {
            do {
                let (issued, codes) = try await accounts.confirmEnrolment(
                    visit.token,
                    code: posted.value("code"),
                    memberOf: try await office.memberships(of: visit.person),
                    at: office.present()
                )
                let next = issued.session.partnership == nil ? Link.partnerships : Link.myWork
                let page = RecoveryCodesPage(codes: codes.map(\.text), next: next)
                var response = pageResponse(render(page, in: .outside(office.kind)))
                response.headers[.setCookie] = office.cookie.setting(issued.token)
                return response
            } catch let error as AccountError {
                filler.mark("code", error.words(isCode: true))
            }
        }
        return try await enrolmentPage(visit, filler, status: .unprocessableContent)
    }

    // Invitations

    func invitation(_ request: Request, _ context: VisitContext) async throws -> Response {
        guard let token = Token(context.parameters.get("token") ?? "") else {
            throw AccountError.invitationOver
        }
        let summary = try await accounts.invited(by: token, at: office.present())
        let isSent = request.method == .post
        let posted = isSent ? try await Posted.read(request) : nil
        var filler = FormFiller(posted?.items)
        let first = filler.secret(
            "password",
            "New password",
            hint:
                "At least 12 characters. Four words that do not belong together are easy to remember.",
            offer: .newPassword
        )
        let second = filler.secret("again", "The same once more", offer: .newPassword)
        if filler.isComplete, first != second {
            filler.mark("again", "The two are not the same: type the same password twice")
        }
        if filler.isComplete {
            do throws(AccountError) {
                let issued = try await accounts.takeUp(
                    token,
                    password: first,
                    at: office.present()
                )
                return redirect(Link.signInCode, issued)
            } catch {
                guard case .invitationOver = error else {
                    filler.mark("password", error.words(isCode: false))
                    return invitationPage(request, summary, filler)
                }
                throw error
            }
        }
        return invitationPage(request, summary, filler)
    }

    func invitationPage(
        _ request: Request,
        _ summary: AccountSummary,
        _ filler: FormFiller
    ) -> Response {
        let page = FormPage(
            title: "Choose a password",
            lead: [
                "For \(summary.name), who signs in with \(summary.email). If that is not you, close this page and tell whoever gave you the link."
            ],
            form: Form(
                action: request.uri.path,
                token: "",
                fields: filler.fields,
                errors: filler.errors,
                button: "Choose this password"
            )
        )
        return pageResponse(
            render(page, at: .elsewhere, in: .outside(office.kind)),
            status: filler.isSent ? .unprocessableContent : .ok
        )
    }

    // Partnerships
}
