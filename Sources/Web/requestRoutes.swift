import CaseFiles
import CaseStores
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Views

/// The board, the requests of a case and what came back, and the pack.
func addRequestRoutes(to router: Router<VisitContext>, _ office: Office, _ assets: StaticAssets) {
    router.get("/cases/:reference/agencies") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "the agencies")
        let step = queryItems(request.uri.query).first { $0.name == "step" }?.value
        guard let page = reader.boardPage(step: step) else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/requests/:about") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.returnsReader(context, "a request")
        guard let page = reader.requestPage(try context.about()) else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/requests/:about/versions/:number") {
        request,
        context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.returnsReader(context, "an answer of an agency")
        guard let number = Int(context.parameters.get("number") ?? ""),
            let page = reader.returnPage(try context.about(), version: number)
        else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/requests/:about/files/:document") {
        request,
        context -> Response in
        let guest = try office.guest(request, context)
        guard let text = context.parameters.get("document"), let document = DocumentID(text)
        else { throw Detour.nothingHere }
        let stored = try await office.cases.downloadOfRequest(
            document,
            of: try context.reference(),
            for: guest.asking
        )
        return fileResponse(stored)
    }
    addPackRoutes(to: router, office, assets)
}

private func addPackRoutes(
    to router: Router<VisitContext>,
    _ office: Office,
    _ assets: StaticAssets
) {
    router.get("/cases/:reference/pack") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "the packs")
        var looks: [PackLook] = []
        if reader.may(.checkReturns) {
            looks = try await office.cases.looksAtPacks(
                of: try context.reference(),
                for: guest.asking
            ).map { PackLook(pack: $0.pack, person: $0.person, recorded: $0.recorded) }
        }
        guard let page = reader.packsPage(looks) else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/pack/:about") { request, context -> Response in
        let guest = try office.guest(request, context)
        let page = try await guest.pack(context, saved: false)
        return pageResponse(render(page, in: guest.frame))
    }
}

extension VisitContext {
    /// The request that the address names.
    fileprivate func about() throws(Detour) -> EntryID {
        guard let text = parameters.get("about"), let entry = EntryID(text), "\(entry)" == text
        else { throw .nothingHere }
        return entry
    }
}

extension Guest {
    /// For whoever may read what agencies answer.
    fileprivate func returnsReader(
        _ context: VisitContext,
        _ what: String
    ) async throws -> CaseReader {
        let opened = try await office.cases.look(
            at: try context.reference(),
            what,
            for: asking,
            act: .seeReturns
        )
        return CaseReader(opened, for: person, at: time)
    }

    /// A pack that the guest may open; that she does is written down first, with which it was.
    fileprivate func pack(_ context: VisitContext, saved: Bool) async throws -> PackPage {
        let reference = try context.reference()
        let id = context.parameters.get("about") ?? ""
        let opened = try await office.cases.opened(reference, toDo: .see, for: asking)
        guard let page = CaseReader(opened, for: person, at: time).packPage(id) else {
            throw Detour.nothingHere
        }
        let what = saved ? "pack \(id) saved" : "pack \(id)"
        _ = try await office.cases.look(at: reference, what, for: asking)
        return page
    }
}
