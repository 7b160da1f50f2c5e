import CaseFiles
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Views

/// The pages between a link and what is asked.
struct LinkDesk {
    let office: Office

    private var pages: LinkPages { LinkPages(sendsCodes: office.seats.sendsCodes) }
    private var frame: Frame { .answering(office.kind) }

    // The link

    /// The same page for every token: nothing is looked up, and nothing spent.
    func opening(_ token: String) -> Response {
        show(pages.opening([(name: "token", value: token)]))
    }

    func start(_ request: Request) async throws -> Response {
        if try await office.seatGuestIfAny(request) != nil {
            return seeOther(Link.answerRequest())
        }
        guard try await way(request) != nil else { return show(pages.closed) }
        return show(pages.opening([]))
    }

    /// Sends a code, and takes the token out of the address: from here on a cookie carries it.
    func askForCode(_ request: Request, _ context: VisitContext) async throws -> Response {
        let posted = try await Posted.read(request)
        let kept = AnswerKept.read(posted)
        let given = Token(posted.value("token"))
        let standing = try await way(request)
        guard let way = given.map({ .link($0) }) ?? standing else {
            return show(pages.closed)
        }
        var response: Response
        do throws(AccountError) {
            try await office.seats.askForCode(
                way,
                from: office.place(request, context),
                at: office.moment
            )
            response =
                kept == nil ? seeOther(Link.answerCode) : codePage(way, kept, FormFiller(nil))
        } catch {
            let hidden = [(name: "token", value: posted.value("token"))].filter {
                !$0.value.isEmpty
            }
            return show(
                pages.opening(
                    hidden + AnswerKept.hidden(kept),
                    fault: error.words(isCode: false)
                ),
                status: .tooManyRequests
            )
        }
        if case .link(let token) = way, given != nil {
            response.headers.append(
                HTTPField(name: .setCookie, value: office.linkCookie.setting(token))
            )
        }
        return response
    }

    /// By what somebody is known who has to give a code; a link opened now goes before a session that ended.
    private func way(_ request: Request) async throws -> SeatDesk.Way? {
        if let token = request.headers[.cookie].flatMap({ office.linkCookie.token(in: $0) }) {
            return .link(token)
        }
        guard case let (token, .ended)? = try await office.seatFinding(request) else { return nil }
        return .session(token)
    }

    // The code

    func codePage(_ request: Request) async throws -> Response {
        guard let way = try await way(request) else { return seeOther(Link.answer) }
        return codePage(way, nil, FormFiller(nil))
    }

    private func codePage(
        _ way: SeatDesk.Way,
        _ kept: Kept?,
        _ filler: FormFiller,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        var filler = filler
        if filler.fields.isEmpty { LinkPages.askCode(&filler) }
        return show(
            pages.code(
                filler,
                token: way.token.formToken(for: Link.answerCode),
                hidden: AnswerKept.hidden(kept)
            ),
            status: status
        )
    }

    func giveCode(_ request: Request, _ context: VisitContext) async throws -> Response {
        let posted = try await Posted.read(request)
        guard let way = try await way(request) else {
            return show(pages.closed)
        }
        guard
            way.token.accepts(formToken: posted.value("form-token"), for: Link.answerCode)
        else { throw Detour.foreignForm }
        let kept = AnswerKept.read(posted)
        let place = office.place(request, context)
        var filler = FormFiller(posted.items)
        LinkPages.askCode(&filler)
        do throws(AccountError) {
            if !posted.value("again").isEmpty {
                try await office.seats.askForCode(way, from: place, at: office.moment)
                return codePage(way, kept, FormFiller(nil))
            }
            if filler.isComplete {
                let token = try await office.seats.giveCode(
                    posted.value("code"),
                    way,
                    from: place,
                    at: office.moment
                )
                return try await arrive(token, kept)
            }
        } catch {
            filler.mark("code", error.seatWords)
        }
        return codePage(way, kept, filler, status: .unprocessableContent)
    }

    private func arrive(_ token: Token, _ kept: Kept?) async throws(AccountError) -> Response {
        var response: Response
        if let kept,
            case .open(let visit) = try await office.seats.visit(token, at: office.moment)
        {
            response = whomPage(visit, token, kept)
        } else {
            response = seeOther(Link.answerWhom)
        }
        for cookie in [office.seatCookie.setting(token), office.linkCookie.clearing] {
            response.headers.append(HTTPField(name: .setCookie, value: cookie))
        }
        return response
    }

    // For whom it is

    func whomPage(_ request: Request) async throws -> Response {
        guard let guest = try await office.seatGuestIfAny(request) else {
            return seeOther(Link.answer)
        }
        if guest.visit.session.isConfirmed { return seeOther(Link.answerRequest()) }
        return whomPage(guest.visit, guest.token, nil)
    }

    private func whomPage(_ visit: SeatDesk.Visit, _ token: Token, _ kept: Kept?) -> Response {
        show(
            pages.whom(
                name: visit.found.seat.name,
                jobTitle: visit.found.seat.jobTitle,
                agency: visit.found.request.asked.subject,
                partnership: visit.found.opened.partnership.name,
                token: token.formToken(for: Link.answerWhom),
                hidden: AnswerKept.hidden(kept)
            )
        )
    }

    func confirm(_ request: Request) async throws -> Response {
        let posted = try await Posted.read(request)
        guard let guest = try await office.seatGuestIfAny(request) else {
            return seeOther(Link.answer)
        }
        _ = try guest.checked(posted, for: Link.answerWhom)
        guard posted.value("again").isEmpty else { return seeOther(Link.answerNotMe) }
        try await office.seats.confirm(guest.visit, guest.token, at: guest.moment)
        guard let kept = AnswerKept.read(posted) else { return seeOther(Link.answerRequest()) }
        return show(resendPage(kept, token: guest.formToken(kept.path)), in: guest.frame)
    }

    func notMePage(_ request: Request) async throws -> Response {
        guard let guest = try await office.seatGuestIfAny(request) else {
            return seeOther(Link.answer)
        }
        return show(pages.notMe(token: guest.formToken(Link.answerNotMe)))
    }

    func disown(_ request: Request) async throws -> Response {
        let posted = try await Posted.read(request)
        guard let guest = try await office.seatGuestIfAny(request) else {
            return seeOther(Link.answer)
        }
        _ = try guest.checked(posted, for: Link.answerNotMe)
        try await office.seats.disown(guest.visit, at: guest.moment)
        return forgotten(show(pages.disowned))
    }

    func signOut(_ request: Request) async throws -> Response {
        let posted = try await Posted.read(request)
        if let guest = try await office.seatGuestIfAny(request) {
            _ = try guest.checked(posted, for: Link.answerSignOut)
            try await office.seats.signOut(guest.token)
        }
        return forgotten(show(pages.signedOut))
    }

    private func forgotten(_ page: Response) -> Response {
        var response = page
        response.headers.append(
            HTTPField(name: .setCookie, value: office.seatCookie.clearing)
        )
        return response
    }

    // Signed out in the middle

    /// Asks somebody whose session ended for a code, and keeps what she typed.
    func comeInAgain(_ request: Request, _ posted: Posted) async throws -> Response {
        let kept = Kept(path: request.uri.path, posted)
        guard try await way(request) != nil, kept.canBeCarried else {
            let typed = posted.items.filter { item in
                !Posted.own.contains(item.name) && !item.name.hasPrefix("version-")
                    && !item.value.allSatisfy(\.isWhitespace)
            }
            return show(pages.lost(typed), status: .unauthorized)
        }
        return show(
            pages.opening(
                AnswerKept.hidden(kept),
                fault: "You were signed out. Nothing you typed is lost: ask for a code to go on"
            ),
            status: .unauthorized
        )
    }

    private func show(
        _ page: FormPage,
        in frame: Frame? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        pageResponse(render(page, at: .elsewhere, in: frame ?? self.frame), status: status)
    }

    private func show(_ page: PaperPage, status: HTTPResponse.Status = .ok) -> Response {
        pageResponse(render(page, at: .elsewhere, in: frame), status: status)
    }
}

/// What somebody typed before she had to give a code: sent again to a page of her own request alone.
enum AnswerKept {
    static func read(_ posted: Posted) -> Kept? {
        guard let kept = Kept(posted.value("kept")), kept.path.hasPrefix(Link.answerRequest() + "/")
        else { return nil }
        return kept
    }

    static func hidden(_ kept: Kept?) -> [(name: String, value: String)] {
        kept.map { [(name: "kept", value: $0.text)] } ?? []
    }
}

extension SeatGuest {
    /// What was sent, if this session made the form for this very address.
    func checked(_ posted: Posted, for address: String) throws(Detour) -> Posted {
        guard token.accepts(formToken: posted.value("form-token"), for: address) else {
            throw .foreignForm
        }
        return posted
    }
}

extension AccountError {
    /// What to do, in a sentence without its stop.
    fileprivate var seatWords: String {
        self == .wrong
            ? "That is not the code, or it is used or older than ten minutes: check it, or ask for another"
            : words(isCode: true)
    }
}
