import Credentials
import Desk
import Hummingbird
import Pages

/// The one request of whoever came by a link: every address is the same for all, and the session says whose it is.
func addAnswerRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/answer/request") { request, _ -> Response in
        try await AnswerDesk(office.seatGuest(request)).page()
    }
    for act in AnswerAct.allCases {
        let path = RouterPath(Link.answerRequest(act.rawValue))
        router.get(path) { request, _ -> Response in
            try await AnswerDesk(office.seatGuest(request)).ask(act)
        }
        router.post(path) { request, _ -> Response in
            if act == .chronology { return try await takeChronology(office, request) }
            return try await office.takeAnswer(request) { guest, posted in
                try await AnswerDesk(guest).take(act, posted)
            }
        }
    }
    router.get("/answer/request/receipt") { request, _ -> Response in
        try await AnswerDesk(office.seatGuest(request)).receipt()
    }
    router.get("/answer/request/files") { request, _ -> Response in
        try await AnswerFiles(office.seatGuest(request)).page()
    }
    router.post("/answer/request/files") { request, _ -> Response in
        try await takeAnswerFile(office, request)
    }
    router.get("/answer/request/files/:document") { request, context -> Response in
        try await answerFile(
            office.seatGuest(request),
            context.parameters.get("document") ?? ""
        )
    }
    router.post("/answer/request/files/removed") { request, _ -> Response in
        try await office.takeAnswer(request) { guest, posted in
            try await AnswerFiles(guest).remove(posted)
        }
    }
    addAnswerWritingRoutes(to: router, office)
}

/// The pages of the form, written part by part, saved while they are typed.
private func addAnswerWritingRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/answer/request/parts/:section") { request, context -> Response in
        try await AnswerDesk(office.seatGuest(request)).writingDesk().ask(context.answerSection)
    }
    router.post("/answer/request/parts/:section") { request, context -> Response in
        try await office.takeAnswer(request) { guest, posted in
            do {
                return try await AnswerDesk(guest).writingDesk().take(
                    context.answerSection,
                    posted
                )
            } catch Detour.notPermitted {
                return unwritablePage(posted, guest.frame, status: .forbidden)
            } catch Detour.nothingHere {
                return unwritablePage(posted, guest.frame, status: .notFound)
            }
        }
    }
    router.get("/answer/request/drafts/:section") { request, context -> Response in
        guard let guest = try await office.seatGuestIfConfirmed(request) else {
            return Response(status: .unauthorized)
        }
        return try AnswerDesk(guest).writingDesk().tokens(context.answerSection)
    }
    router.post("/answer/request/drafts/:section") { request, context -> Response in
        let posted = try await Posted.read(request)
        guard let guest = try await office.seatGuestIfConfirmed(request) else {
            return Response(status: .unauthorized)
        }
        _ = try guest.checked(posted, for: request.uri.path)
        return try await AnswerDesk(guest).writingDesk().autosave(context.answerSection, posted)
    }
}

extension VisitContext {
    fileprivate var answerSection: String { parameters.get("section") ?? "" }
}

extension Office {
    func seatGuestIfConfirmed(_ request: Request) async throws -> SeatGuest? {
        guard let guest = try await seatGuestIfAny(request), guest.visit.session.isConfirmed
        else { return nil }
        return guest
    }

    /// Takes what somebody sent; whoever was signed out meanwhile, or came in anew, loses nothing of it.
    func takeAnswer(
        _ request: Request,
        _ take: (SeatGuest, Posted) async throws -> Response
    ) async throws -> Response {
        try await takeAnswer(request, try await Posted.read(request), take)
    }

    func takeAnswer(
        _ request: Request,
        _ posted: Posted,
        _ take: (SeatGuest, Posted) async throws -> Response
    ) async throws -> Response {
        guard let guest = try await seatGuestIfConfirmed(request) else {
            return try await LinkDesk(office: self).comeInAgain(request, posted)
        }
        guard guest.accepts(posted, for: request.uri.path) else {
            return guest.resend(posted, to: request.uri.path)
        }
        return try await take(guest, posted)
    }
}

extension SeatGuest {
    func accepts(_ posted: Posted, for address: String) -> Bool {
        token.accepts(formToken: posted.value("form-token"), for: address)
    }

    /// A page that was made before she came in anew: she sees what it said, and sends it herself.
    func resend(_ posted: Posted, to address: String) -> Response {
        let kept = Kept(path: address, posted)
        return show(resendPage(kept, token: formToken(address)))
    }
}
