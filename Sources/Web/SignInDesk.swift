import Credentials
import Desk
import Hummingbird
import Pages
import Partnerships
import Views

struct SignInDesk {
    let office: Office

    var accounts: AccountDesk { office.accounts }

    // Password

    func page(
        _ context: VisitContext,
        _ filler: FormFiller,
        to: String,
        kept: Kept?,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        var filler = filler
        Self.ask(&filler)
        return try await page(context, asked: filler, to: to, kept: kept, status: status)
    }

    func page(
        _ context: VisitContext,
        asked filler: FormFiller,
        to: String,
        kept: Kept?,
        status: HTTPResponse.Status
    ) async throws -> Response {
        let form = FormPage(
            title: "Sign in",
            lead: kept == nil
                ? [] : ["You were signed out. Nothing you typed is lost: sign in to go on."],
            form: Form(
                action: Link.signIn,
                token: "",
                hidden: kept.map { [(name: "kept", value: $0.text)] } ?? [(name: "to", value: to)],
                fields: filler.fields,
                errors: filler.errors,
                button: "Go on"
            )
        )
        let page = SignInPage(
            form: form,
            demonstration: kept == nil ? try await everybody() : []
        )
        return pageResponse(render(page, in: office.frame(context)), status: status)
    }

    static func ask(_ filler: inout FormFiller) {
        _ = filler.line("email", "E-mail address", most: 254, offer: .email)
        _ = filler.secret("password", "Password", offer: .currentPassword)
    }

    func signIn(_ request: Request, _ context: VisitContext) async throws -> Response {
        let posted = try await Posted.read(request)
        let kept = Kept(posted.value("kept"))
        var filler = FormFiller(posted.items)
        Self.ask(&filler)
        if filler.isComplete {
            do throws(AccountError) {
                let issued = try await accounts.signIn(
                    email: posted.value("email"),
                    password: posted.value("password"),
                    from: office.place(request, context),
                    returningTo: ReturnAddress(posted.value("to")),
                    at: office.present()
                )
                if let kept { return codePage(issued, kept) }
                return redirect(Link.signInCode, issued)
            } catch {
                filler.mark("password", error.words(isCode: false))
            }
        }
        return try await page(
            context,
            asked: filler,
            to: posted.value("to"),
            kept: kept,
            status: .unprocessableContent
        )
    }

    // Code

    func codeForm(
        _ token: Token,
        kept: Kept?,
        _ filler: FormFiller
    ) -> FormPage {
        var filler = filler
        if filler.fields.isEmpty { Self.askCode(&filler) }
        return FormPage(
            title: "Give the code",
            lead: [
                "Type the six figures that your authenticator app shows now. Without your telephone, type one of your recovery codes."
            ],
            form: Form(
                action: Link.signInCode,
                token: token.formToken(for: Link.signInCode),
                hidden: kept.map { [(name: "kept", value: $0.text)] } ?? [],
                fields: filler.fields,
                errors: filler.errors,
                button: "Sign in"
            )
        )
    }

    static func askCode(_ filler: inout FormFiller) {
        _ = filler.line("code", "Code", most: 40, width: .short, offer: .oneTimeCode)
    }

    func codePage(_ issued: IssuedSession, _ kept: Kept) -> Response {
        var response = pageResponse(
            render(
                codeForm(issued.token, kept: kept, FormFiller(nil)),
                at: .elsewhere,
                in: .outside(office.kind)
            )
        )
        response.headers[.setCookie] = office.cookie.setting(issued.token)
        return response
    }

    func codePage(_ context: VisitContext) async throws -> Response {
        let visit = try half(context)
        let summary = try await accounts.summary(of: visit.person)
        guard summary.isEnrolled else { return seeOther(Link.enrolment) }
        return pageResponse(
            render(
                codeForm(visit.token, kept: nil, FormFiller(nil)),
                at: .elsewhere,
                in: .outside(office.kind)
            )
        )
    }

    func giveCode(_ request: Request, _ context: VisitContext) async throws -> Response {
        let visit = try half(context)
        let posted = try await visit.posted(request)
        let kept = Kept(posted.value("kept"))
        var filler = FormFiller(posted.items)
        Self.askCode(&filler)
        if filler.isComplete {
            do {
                let issued = try await accounts.giveCode(
                    posted.value("code"),
                    visit.token,
                    from: office.place(request, context),
                    memberOf: try await office.memberships(of: visit.person),
                    at: office.present()
                )
                return try await arrive(issued, kept: kept)
            } catch let error as AccountError {
                filler.mark("code", error.words(isCode: true))
            }
        }
        return pageResponse(
            render(
                codeForm(visit.token, kept: kept, filler),
                at: .elsewhere,
                in: .outside(office.kind)
            ),
            status: .unprocessableContent
        )
    }

    /// Where somebody goes who has just come in.
    func arrive(_ issued: IssuedSession, kept: Kept?) async throws -> Response {
        if let kept, issued.session.partnership == nil {
            var response = try await choosing(issued.session.person, issued.token, kept)
            response.headers[.setCookie] = office.cookie.setting(issued.token)
            return response
        }
        if let kept {
            let visit = Visit(
                token: issued.token,
                session: issued.session,
                state: .needsPartnership,
                inside: nil
            )
            var response = pageResponse(
                render(
                    resendPage(kept, token: visit.formToken(kept.path)),
                    at: .elsewhere,
                    in: .outside(office.kind)
                )
            )
            response.headers[.setCookie] = office.cookie.setting(issued.token)
            return response
        }
        guard issued.session.partnership != nil else {
            return redirect(Link.partnerships, issued)
        }
        return redirect(issued.session.returnAddress?.path ?? Link.myWork, issued)
    }

    func redirect(_ path: String, _ issued: IssuedSession) -> Response {
        var response = seeOther(path)
        response.headers[.setCookie] = office.cookie.setting(issued.token)
        return response
    }

    /// Somebody whose password was right and who has given no code yet.
    func half(_ context: VisitContext) throws(Detour) -> Visit {
        guard let visit = context.visit else { throw .signIn(nil) }
        guard visit.state == .needsSecondFactor else { throw .to(Link.myWork) }
        return visit
    }

    // Second factor

    func partnerships(_ context: VisitContext) async throws -> Response {
        let visit = try whole(context)
        return try await choosing(visit.person, visit.token, nil)
    }

    /// The partnerships to choose from; what was typed before goes along.
    func choosing(
        _ person: PersonID,
        _ token: Token,
        _ kept: Kept?
    ) async throws -> Response {
        let all = try await office.cases.partnerships.memberships(of: person, at: office.time)
        let page = PartnershipsPage(
            partnerships: all.map { (id: "\($0.id)", name: $0.partnership.name) },
            token: token.formToken(for: Link.partnerships),
            hidden: kept.map { [(name: "kept", value: $0.text)] } ?? []
        )
        return pageResponse(render(page, in: .outside(office.kind)))
    }

    func choose(_ request: Request, _ context: VisitContext) async throws -> Response {
        let visit = try whole(context)
        let posted = try await visit.posted(request)
        guard let chosen = PartnershipID(posted.value("partnership")) else {
            throw Detour.nothingHere
        }
        let members = try await office.memberships(of: visit.person)
        guard members.contains(chosen) else { throw Detour.nothingHere }
        let issued = try await accounts.choose(
            chosen,
            visit.token,
            memberOf: members,
            at: office.present()
        )
        if let kept = Kept(posted.value("kept")) { return try await arrive(issued, kept: kept) }
        return redirect(issued.session.returnAddress?.path ?? Link.myWork, issued)
    }

    func whole(_ context: VisitContext) throws(Detour) -> Visit {
        guard let visit = context.visit else { throw .signIn(nil) }
        if visit.state == .needsSecondFactor { throw .to(Link.signInCode) }
        return visit
    }

    func signOut(_ request: Request, _ context: VisitContext) async throws -> Response {
        if let visit = context.visit {
            _ = try await visit.posted(request)
            try await accounts.signOut(visit.token)
        }
        var response = seeOther(Link.signIn)
        response.headers[.setCookie] = office.cookie.clearing
        return response
    }
}
