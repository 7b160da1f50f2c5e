import CaseFiles
import Desk
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Partnerships
import Views

/// What somebody is about to do with a document, so that the look is recorded in the right words.
enum DocumentUse: Hashable, Sendable {
    case reading
    case making(DocumentKind)
    /// She looks how far a file is: what she may is asked again, and no look is recorded.
    case waiting
    case saving(DocumentKind)

    /// What is recorded of it; nil for nothing.
    func words(of what: String) -> String? {
        switch self {
        case .reading: what
        case .making(let kind): "\(what), made into a \(kind.name)"
        case .waiting: nil
        case .saving(let kind): "\(what), saved as a \(kind.name)"
        }
    }
}

/// A document as somebody is offered it who may read it.
struct OfferedDocument: Sendable {
    let document: PrintedDocument
    /// What its files are called, without an ending: its name by the rule of filing.
    let file: String
    let crumbs: [Crumb]
    /// Below which entry of the menu it is read.
    var way = Way.cases
}

/// Whoever says what a document is for a guest, having asked whether she may and recorded that she does.
typealias DocumentOffer =
    @Sendable (Guest, VisitContext, DocumentUse) async throws -> OfferedDocument

/// The documents of a case, to be read, and to be made into files.
func addDocumentRoutes(to router: Router<VisitContext>, _ office: Office) {
    addDocumentRoutes(to: router, office, at: "/cases/:reference/log") { guest, context, use in
        let reader = try await guest.reader(context, use, of: "the log", act: .seeLog)
        let reference = reader.opened.file.reference
        return OfferedDocument(
            document: reader.logDocument(),
            file: reader.filing.name(of: .log),
            crumbs: [
                .caseFile(reference),
                Crumb(name: "The log", address: Link.caseFile(reference, "log")),
            ]
        )
    }
    addDocumentRoutes(to: router, office, at: "/cases/:reference/pack/:about") {
        guest,
        context,
        use in
        let (reader, page) = try await guest.pack(context, use)
        return OfferedDocument(
            document: page.document,
            file: reader.filing.name(of: context.pack),
            crumbs: page.crumbs
        )
    }
}

/// What is written in a case and said at its meetings, version by version.
func addPaperDocumentRoutes(to router: Router<VisitContext>, _ office: Office) {
    let version = "/cases/:reference/papers/:paper/versions/:number"
    addDocumentRoutes(to: router, office, at: version) { guest, context, use in
        let desk = try await PaperDesk(guest, context, nil)
        let number = try context.number()
        let versions = desk.file.paper(desk.paper)?.versions ?? []
        guard let kept = versions.first(where: { $0.number == number }),
            let document = desk.reader.versionDocument(
                desk.paper,
                number,
                isAsPutForward: isAsPutForward(kept)
            )
        else { throw Detour.nothingHere }
        let what = "version \(number) of a document"
        _ = try await guest.reader(context, use, of: what, act: .see)
        let address = Link.paper(desk.file.reference, desk.paper, "versions", "\(number)")
        return OfferedDocument(
            document: document,
            file: desk.reader.filing.name(of: .version(paper: desk.paper, number: number)),
            crumbs: [Crumb(name: document.title, address: address)]
        )
    }
    let papers = "/cases/:reference/meetings/:about/papers"
    addDocumentRoutes(to: router, office, at: "\(papers)/agenda") { guest, context, use in
        let reader = try await guest.reader(context, use, of: "an agenda", act: .see)
        let meeting = try context.about()
        return try offered(reader.agendaPaper(meeting), .agenda(meeting), of: reader)
    }
    addDocumentRoutes(to: router, office, at: "\(papers)/minutes") { guest, context, use in
        let reader = try await guest.reader(context, use, of: "minutes", act: .seeMinutes)
        let desk = try MinutesDesk(guest, reader, context)
        let count = desk.meeting.minutes.count
        let entry = desk.meeting.entry
        let kind: FiledThing.Kind =
            count == 0 ? .minutesBegun(entry) : .minutes(entry, number: count)
        return try offered(try await desk.paper(), kind, of: desk.reader)
    }
    addDocumentRoutes(to: router, office, at: "\(papers)/minutes/versions/:number") {
        guest,
        context,
        use in
        let reader = try await guest.reader(context, use, of: "minutes", act: .seeMinutes)
        let (meeting, number) = (try context.about(), try context.number())
        return try offered(
            reader.minutesPaper(meeting, version: number),
            .minutes(meeting, number: number),
            of: reader
        )
    }
    let answer = "/cases/:reference/requests/:about/versions/:number"
    addDocumentRoutes(to: router, office, at: answer) { guest, context, use in
        let what = "an answer of an agency"
        let reader = try await guest.reader(context, use, of: what, act: .seeReturns)
        let (request, number) = (try context.about(), try context.number())
        guard let document = reader.answerDocument(request, version: number) else {
            throw Detour.nothingHere
        }
        return OfferedDocument(
            document: document,
            file: reader.filing.name(of: .answer(request: request, number: number)),
            crumbs: [Crumb(name: document.title, address: reader.answerLink(request, number))]
        )
    }
}

private func offered(
    _ paper: MeetingPaper?,
    _ kind: FiledThing.Kind,
    of reader: CaseReader
) throws(Detour) -> OfferedDocument {
    guard let paper else { throw .nothingHere }
    return OfferedDocument(
        document: paper.document,
        file: reader.filing.name(of: kind),
        crumbs: paper.crumbs
    )
}

/// The document of one address: to be read at `document` below it, and made into files from there.
///
/// `offer` asks what the guest may, records the look in the words of the use, and gives the document.
func addDocumentRoutes(
    to router: Router<VisitContext>,
    _ office: Office,
    at path: String,
    _ offer: @escaping DocumentOffer
) {
    let document = "\(path)/document"
    router.get("\(document)") { request, context -> Response in
        let guest = try office.guest(request, context)
        let offered = try await offer(guest, context, .reading)
        let address = request.uri.path
        return pageResponse(
            render(
                DocumentPage(
                    offered.document,
                    crumbs: offered.crumbs,
                    address: address,
                    token: guest.formToken(address),
                    way: offered.way
                ),
                in: guest.frame
            )
        )
    }
    router.post("\(document)") { request, context -> Response in
        let guest = try office.guest(request, context)
        // Whether there is such a document is told to nobody who may not read it, whatever she sends.
        _ = try await offer(guest, context, .waiting)
        let posted = try await guest.visit.posted(request)
        guard let kind = DocumentKind(rawValue: posted.value("as")) else {
            throw Detour.notUnderstood
        }
        return try await ordered(kind, offer(guest, context, .making(kind)), guest, request)
    }
    router.get("\(document)/:job") { request, context -> Response in
        let guest = try office.guest(request, context)
        let offered = try await offer(guest, context, .waiting)
        let address = String(request.uri.path.dropLast(context.jobName.count + 1))
        let job = try context.job(for: guest, at: address)
        let page = DocumentProgressPage(
            office.documents.progress(of: job),
            job?.kind,
            of: job?.title ?? "",
            at: address,
            here: request.uri.path,
            crumbs: offered.crumbs,
            way: offered.way
        )
        var response = pageResponse(
            render(page, in: guest.frame),
            status: job == nil ? .notFound : .ok
        )
        if let seconds = page.asksAgainAfter { response.headers[.refresh] = "\(seconds)" }
        return response
    }
    router.get("\(document)/:job/file") { request, context -> Response in
        let guest = try office.guest(request, context)
        _ = try await offer(guest, context, .waiting)
        let address = String(
            request.uri.path.dropLast("/file".count + context.jobName.count + 1)
        )
        guard let job = try context.job(for: guest, at: address),
            case .made(let bytes, _) = job.state
        else { throw Detour.nothingHere }
        let offered = try await offer(guest, context, .saving(job.kind))
        return made(bytes, job.kind, named: offered.file)
    }
}

/// Takes the order and leads to where it is waited for.
private func ordered(
    _ kind: DocumentKind,
    _ offered: OfferedDocument,
    _ guest: Guest,
    _ request: Request
) throws -> Response {
    let address = request.uri.path
    let id = EntryID.random()
    let owner = guest.owner(at: address)
    if guest.office.documents.order(offered.document, as: kind, for: owner, id: id) {
        return seeOther("\(address)/\(id)")
    }
    let page = DocumentProgressPage(
        .busy,
        kind,
        of: offered.document.title,
        at: address,
        here: address,
        crumbs: offered.crumbs,
        way: offered.way
    )
    return pageResponse(render(page, in: guest.frame), status: .tooManyRequests)
}

/// A file to be saved, never shown.
private func made(_ bytes: [UInt8], _ kind: DocumentKind, named name: String) -> Response {
    Response(
        status: .ok,
        headers: [
            .contentType: kind.mediaType,
            .contentDisposition: contentDisposition("\(name).\(kind.rawValue)"),
            .cacheControl: "no-store",
        ],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
    )
}

extension VisitContext {
    /// The pack that the address names.
    var pack: FiledThing.Kind {
        EntryID(parameters.get("about") ?? "").map { .pack($0) } ?? .packNow
    }

    fileprivate var jobName: String { parameters.get("job") ?? "" }

    fileprivate func job(for guest: Guest, at address: String) throws(Detour) -> DocumentJobs.Job? {
        guard let id = EntryID(jobName), "\(id)" == jobName else { throw .nothingHere }
        return guest.office.documents.job(id, of: guest.owner(at: address))
    }
}

extension Guest {
    fileprivate func owner(at address: String) -> DocumentJobs.Owner {
        DocumentJobs.Owner(
            person: person,
            partnership: asking.partnership,
            document: address
        )
    }

    /// A case for this guest, who may do this to it; the look is recorded, where the use is one.
    func reader(
        _ context: VisitContext,
        _ use: DocumentUse,
        of what: String,
        act: CaseAct
    ) async throws -> CaseReader {
        let reference = try context.reference()
        guard let words = use.words(of: what) else {
            return reader(of: try await office.cases.opened(reference, toDo: act, for: asking))
        }
        return reader(
            of: try await office.cases.look(at: reference, words, for: asking, act: act)
        )
    }
}

extension HTTPField.Name {
    fileprivate static let refresh = Self("Refresh") ?? .via
}
