import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Views

/// One's own sign-in: a fresh code, the password, recovery codes, every session ended.
func addAccountRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/account") { request, context -> Response in
        let guest = try office.guest(request, context)
        let summary = try await office.accounts.summary(of: guest.person)
        let address = "\(Link.account)/sessions"
        let page = AccountPage(
            name: summary.name,
            email: summary.email,
            codesLeft: summary.recoveryCodesLeft,
            passwordLink: "\(Link.account)/password",
            codesLink: "\(Link.account)/recovery-codes",
            signOutAddress: address,
            signOutToken: guest.formToken(address)
        )
        return pageResponse(render(page, in: guest.frame))
    }

    router.post("/account/sessions") { request, context -> Response in
        let guest = try office.guest(request, context)
        _ = try await guest.visit.posted(request)
        try await office.accounts.signOutEverywhere(guest.person, at: office.present())
        var response = seeOther(Link.signIn)
        response.headers[.setCookie] = office.cookie.clearing
        return response
    }

    router.get("/account/code") { request, context -> Response in
        let guest = try office.guest(request, context)
        let to = queryItems(request.uri.query).first { $0.name == "to" }?.value ?? ""
        return freshCodePage(guest, FormFiller(nil), to: to, kept: nil)
    }
    router.post("/account/code") { request, context -> Response in
        let guest = try office.guest(request, context)
        return try await giveFreshCode(guest, request, context)
    }

    router.get("/account/password") { request, context -> Response in
        let guest = try office.guest(request, context)
        try guest.needFreshCode(.changeOwnCredentials, request)
        return try await passwordPage(guest, request, context)
    }
    router.post("/account/password") { request, context -> Response in
        let guest = try office.guest(request, context)
        try guest.needFreshCode(.changeOwnCredentials, request)
        return try await passwordPage(guest, request, context)
    }

    router.get("/account/recovery-codes") { request, context -> Response in
        let guest = try office.guest(request, context)
        try guest.needFreshCode(.changeOwnCredentials, request)
        let path = request.uri.path
        let page = FormPage(
            title: "Make new recovery codes",
            crumbs: [Crumb(name: "Your sign-in", address: Link.account)],
            lead: ["The codes that you have now then open nothing any more."],
            form: Form(action: path, token: guest.formToken(path), button: "Make new codes")
        )
        return pageResponse(render(page, at: .elsewhere, in: guest.frame))
    }
    router.post("/account/recovery-codes") { request, context -> Response in
        let guest = try office.guest(request, context)
        try guest.needFreshCode(.changeOwnCredentials, request)
        _ = try await guest.visit.posted(request)
        let codes = try await office.accounts.renewRecoveryCodes(
            guest.visit.token,
            at: office.present()
        )
        let page = RecoveryCodesPage(codes: codes.map(\.text), next: Link.account)
        return pageResponse(render(page, in: guest.frame))
    }
}

extension Guest {
    func hasFreshCode(_ act: GuardedAct) -> Bool {
        visit.session.allows(act, at: office.present())
    }

    /// Sends whoever gave no code lately to give one, and back.
    func needFreshCode(_ act: GuardedAct, _ request: Request) throws(Detour) {
        guard !hasFreshCode(act) else { return }
        throw .to("\(Link.freshCode)?to=\(Link.encoded(request.uri.path))")
    }
}

/// Asks for a code before an act that wants one; what was typed goes along.
func freshCodePage(
    _ guest: Guest,
    _ filler: FormFiller,
    to: String,
    kept: Kept?,
    status: HTTPResponse.Status = .ok
) -> Response {
    let isDemonstration = guest.office.demonstration != nil
    var filler = filler
    if filler.fields.isEmpty, !isDemonstration { SignInDesk.askCode(&filler) }
    let page = FormPage(
        title: "Give a code once more",
        lead: [
            "What you are about to do cannot be undone by pressing a button, so it wants a code of this moment.",
            isDemonstration ? "In a demonstration nobody has a code: go on." : "",
            kept == nil ? "" : "Nothing you typed is lost.",
        ],
        form: Form(
            action: Link.freshCode,
            token: guest.formToken(Link.freshCode),
            hidden: kept.map { [(name: "kept", value: $0.text)] } ?? [(name: "to", value: to)],
            fields: filler.fields,
            errors: filler.errors,
            button: "Go on"
        )
    )
    return pageResponse(render(page, at: .elsewhere, in: guest.frame), status: status)
}

private func giveFreshCode(
    _ guest: Guest,
    _ request: Request,
    _ context: VisitContext
) async throws -> Response {
    let office = guest.office
    let posted = try await guest.visit.posted(request)
    let kept = Kept(posted.value("kept"))
    let to = posted.value("to")
    var filler = FormFiller(posted.items)
    do throws(AccountError) {
        if office.demonstration != nil {
            try await office.accounts.noteFreshCode(guest.visit.token, at: office.present())
        } else {
            SignInDesk.askCode(&filler)
            guard filler.isComplete else {
                return freshCodePage(
                    guest,
                    filler,
                    to: to,
                    kept: kept,
                    status: .unprocessableContent
                )
            }
            try await office.accounts.giveFreshCode(
                posted.value("code"),
                guest.visit.token,
                from: office.place(request, context),
                at: office.present()
            )
        }
    } catch {
        filler.mark("code", error.words(isCode: true))
        return freshCodePage(guest, filler, to: to, kept: kept, status: .unprocessableContent)
    }
    if let kept {
        return pageResponse(
            render(
                resendPage(kept, token: guest.formToken(kept.path)),
                at: .elsewhere,
                in: guest.frame
            )
        )
    }
    return seeOther(ReturnAddress(to)?.path ?? Link.myWork)
}

private func passwordPage(
    _ guest: Guest,
    _ request: Request,
    _ context: VisitContext
) async throws -> Response {
    let office = guest.office
    let isSent = request.method == .post
    let posted = isSent ? try await guest.visit.posted(request) : nil
    var filler = FormFiller(posted?.items)
    let old = filler.secret("old", "Password you have now", offer: .currentPassword)
    let new = filler.secret(
        "password",
        "New password",
        hint: "At least 12 characters.",
        offer: .newPassword
    )
    let again = filler.secret("again", "The new one once more", offer: .newPassword)
    if filler.isComplete, new != again {
        filler.mark("again", "The two are not the same: type the same password twice")
    }
    if filler.isComplete {
        do throws(AccountError) {
            let issued = try await office.accounts.changePassword(
                guest.visit.token,
                from: old,
                to: new,
                place: office.place(request, context),
                at: office.present()
            )
            var response = seeOther(Link.account)
            response.headers[.setCookie] = office.cookie.setting(issued.token)
            return response
        } catch .password(let refusal) {
            filler.mark("password", refusal.words)
        } catch {
            filler.mark("old", error.words(isCode: false))
        }
    }
    let path = request.uri.path
    let page = FormPage(
        title: "Change your password",
        crumbs: [Crumb(name: "Your sign-in", address: Link.account)],
        lead: ["Wherever else you are signed in, you are then signed out."],
        form: Form(
            action: path,
            token: guest.formToken(path),
            fields: filler.fields,
            errors: filler.errors,
            button: "Change it"
        )
    )
    return pageResponse(
        render(page, at: .elsewhere, in: guest.frame),
        status: isSent ? .unprocessableContent : .ok
    )
}
