import CaseFiles
import CaseStores
import Desk
import HTTPTypes
import Hummingbird
import NIOCore
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
        let number = try context.number()
        guard let page = reader.returnPage(try context.about(), version: number) else {
            throw Detour.nothingHere
        }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/requests/:about/files/:document") {
        request,
        context -> Response in
        let guest = try office.guest(request, context)
        guard let text = context.parameters.get("document"), let document = DocumentID(text)
        else { throw Detour.nothingHere }
        let reference = try context.reference()
        let stored = try await office.cases.downloadOfRequest(
            document,
            of: reference,
            for: guest.asking
        )
        return fileResponse(stored, named: try await guest.fileName(of: document, in: reference))
    }
    addDocumentRoutes(to: router, office, at: "/cases/:reference/requests/:about/letter") {
        guest,
        context,
        use in
        let reader = try await guest.reader(context, use, of: "a letter", act: .seeReturns)
        let request = try context.about()
        guard let document = reader.letterDocument(request) else { throw Detour.nothingHere }
        let file = reader.opened.file
        return OfferedDocument(
            document: document,
            file: "letter-\(file.reference.path)",
            crumbs: [
                .caseFile(file.reference),
                Crumb(
                    name: file.request(request)?.asked.subject ?? "",
                    address: Link.caseFile(file.reference, "requests", "\(request)")
                ),
            ]
        )
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
        let (_, page) = try await guest.pack(context, .reading)
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/pack/:about/zip") { request, context -> Response in
        let guest = try office.guest(request, context)
        return try await packZip(guest, context, assets)
    }
}

/// Saves a pack as its page with the files beside it.
private func packZip(
    _ guest: Guest,
    _ context: VisitContext,
    _ assets: StaticAssets
) async throws -> Response {
    let (reader, page) = try await guest.pack(context)
    let reference = try context.reference()
    let filing = reader.filing
    var paths: [DocumentID: String] = [:]
    var files: [(path: String, stored: StoredFile)] = []
    for answer in page.answers {
        for file in answer.files {
            let stored = try await guest.office.cases.downloadOfRequest(
                file.document,
                of: reference,
                for: guest.asking
            )
            let name = filing.fileName(of: file.document)
            paths[file.document] = "files/\(Link.encoded(name))"
            files.append(("files/\(name)", stored))
        }
    }
    let places = paths
    let texts =
        [("pack.html", packDocument(page) { places[$0.document] ?? "" })]
        + assets.assets.filter { $0.name == "sightline.css" }.map { ($0.name, $0.bytes) }
    return zipResponse(
        "\(filing.name(of: context.pack)).zip",
        texts,
        files,
        changed: guest.time.milliseconds / 1000
    )
}

extension VisitContext {
    /// The request or meeting that the address names.
    func about() throws(Detour) -> EntryID {
        guard let text = parameters.get("about"), let entry = EntryID(text), "\(entry)" == text
        else { throw .nothingHere }
        return entry
    }

    /// The version that the address names.
    func number() throws(Detour) -> Int {
        guard let text = parameters.get("number"), let number = Int(text), "\(number)" == text
        else { throw .nothingHere }
        return number
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
        return reader(of: opened)
    }

    /// A pack that the guest may open; that she does is written down first, with which it was and how.
    func pack(
        _ context: VisitContext,
        _ use: DocumentUse
    ) async throws -> (reader: CaseReader, page: PackPage) {
        try await pack(context) { use.words(of: $0) }
    }

    /// A pack that the guest saves with its files.
    fileprivate func pack(
        _ context: VisitContext
    ) async throws -> (reader: CaseReader, page: PackPage) {
        try await pack(context) { "\($0) saved" }
    }

    private func pack(
        _ context: VisitContext,
        look: (String) -> String?
    ) async throws -> (reader: CaseReader, page: PackPage) {
        let reference = try context.reference()
        let id = context.parameters.get("about") ?? ""
        let opened = try await office.cases.opened(reference, toDo: .see, for: asking)
        let reader = reader(of: opened)
        guard let page = reader.packPage(id) else { throw Detour.nothingHere }
        if let words = look("pack \(id)") {
            _ = try await office.cases.look(at: reference, words, for: asking)
        }
        return (reader, page)
    }
}
