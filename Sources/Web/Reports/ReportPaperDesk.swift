import CaseFiles
import Credentials
import Desk
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views

/// The pages of a report besides those of its sections.
func addReportRoutes(to router: Router<VisitContext>, _ office: Office, _ paper: String) {
    func page(
        _ part: String,
        _ look: String,
        _ answer: @escaping @Sendable (ReportPaperDesk, Request) async throws -> Response
    ) {
        router.get(RouterPath("\(paper)/\(part)")) { request, context -> Response in
            let desk = try await PaperDesk(office.guest(request, context), context, look)
            guard let report = desk.report else { throw Detour.nothingHere }
            return try await answer(report, request)
        }
    }
    page("heads", "a report’s own heads") { desk, _ in try await desk.askHeads() }
    router.post(RouterPath("\(paper)/heads")) { request, context -> Response in
        let guest = try office.guest(request, context)
        let posted = try await guest.visit.posted(request)
        guard let report = try await PaperDesk(guest, context, nil).report else {
            throw Detour.nothingHere
        }
        return try await report.takeHeads(posted)
    }
    page("preview", "a report, as it would read") { desk, _ in try await desk.previewPage() }
    page("names", "a report, checked for names") { desk, _ in try await desk.tellingPage() }
    page("forward", "a report, to put it forward") { desk, _ in try await desk.forwardPage() }
    router.get(RouterPath("\(paper)/versions/:number/extract")) { request, context -> Response in
        let desk = try await PaperDesk(office.guest(request, context), context, nil)
        return try await desk.extract(context.number(), request)
    }
    page("comparison", "versions of a report, compared") { desk, request in
        let query = queryItems(request.uri.query)
        return try await desk.comparisonPage(
            from: query.first { $0.name == "from" }?.value,
            to: query.first { $0.name == "to" }?.value
        )
    }
}

/// One report of one case, for one guest.
struct ReportPaperDesk {
    let desk: PaperDesk

    var reader: CaseReader { desk.reader }
    var paper: String { desk.paper }
    var guest: Guest { desk.guest }
    private var begun: CaseFile.Paper? { desk.file.paper(paper) }

    /// As it is written now; empty for whoever reads versions alone.
    private func report() async throws -> ReportWriting {
        guard reader.mayWriteReports else { return empty }
        let writing = try await desk.writing()
        let place = desk.place(begun?.document ?? .random())
        let sections = ReportSections(
            reader: reader,
            paper: paper,
            own: desk.own,
            writer: guest.writer
        )
        return try await sections.report(writing, place)
    }

    private var empty: ReportWriting {
        ReportWriting(
            heads: reader.heads(ofPaper: paper, own: desk.own),
            writing: FormWriting(form: desk.form, parts: [:], today: guest.today),
            sources: []
        )
    }

    /// For whoever writes it: others read what was put forward.
    func written() async throws -> ReportWriting {
        guard reader.mayWriteReports else { throw Detour.notPermitted }
        return try await report()
    }

    func page(isOvertaken: Bool = false) async throws -> Response {
        let report = try await report()
        let page = reader.reportPage(
            paper,
            report,
            looks: try await looks(),
            isOvertaken: isOvertaken
        )
        return pageResponse(render(page, in: guest.frame), status: isOvertaken ? .conflict : .ok)
    }

    private func looks() async throws -> [VersionLook] {
        guard let begun, !begun.versions.isEmpty,
            reader.mayWriteReports || reader.may(.seeReadLog)
        else { return [] }
        return try await guest.office.cases.looksAtVersions(
            of: begun.document,
            in: desk.file.reference,
            for: guest.asking
        ).map { VersionLook(number: $0.number, person: $0.person, recorded: $0.recorded) }
    }

    func previewPage() async throws -> Response {
        let report = try await written()
        return pageResponse(render(reader.previewPage(paper, report), in: guest.frame))
    }

    func tellingPage() async throws -> Response {
        let report = try await written()
        return pageResponse(render(reader.tellingPage(paper, report), in: guest.frame))
    }

    func forwardPage() async throws -> Response {
        let report = try await written()
        guard !report.isEmpty, begun.map({ desk.file.submission(of: $0.document) == nil }) == true
        else { throw Detour.nothingHere }
        let page = reader.forwardPage(
            paper,
            report,
            digest: report.words.digest,
            tokens: desk.tokens
        )
        return pageResponse(render(page, in: guest.frame))
    }

    func putForward(_ posted: Posted) async throws -> Response {
        let report = try await written()
        guard !report.isEmpty else { throw Detour.nothingHere }
        return try await desk.putForward(posted, report.words) { try await page(isOvertaken: true) }
    }

    func versionPage(_ number: Int) throws -> Response {
        guard let version = begun?.versions.first(where: { $0.number == number }),
            let page = reader.reportVersionPage(
                paper,
                number,
                isAsSigned: isAsPutForward(version)
            )
        else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame))
    }

    func comparisonPage(from: String?, to: String?) async throws -> Response {
        guard
            let page = reader.comparisonPage(paper, try await report(), from: from, to: to)
        else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame))
    }
}

extension PaperDesk {
    /// One version with its signatures, to be checked by anybody with `sightline verify --extract`.
    fileprivate func extract(_ number: Int, _ request: Request) async throws -> Response {
        guard let kept = file.paper(paper), kept.versions.contains(where: { $0.number == number })
        else { throw Detour.nothingHere }
        guard reader.may(.export) else { throw Detour.notPermitted }
        try guest.needFreshCode(.export, request)
        let extract = try await guest.office.cases.extract(
            of: kept.document,
            version: number,
            called: "\(form.title), version \(number)",
            in: file.reference,
            for: guest.asking
        )
        let name = reader.filing.name(of: .version(paper: paper, number: number))
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/json", .cacheControl: "no-store",
                .contentDisposition: contentDisposition("Extract of \(name).json"),
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: extract.bytes))
        )
    }
}

extension ReportWriting {
    /// What is put forward if it is put forward now.
    var words: PaperWords {
        let (answers, reading, cited) = (writing.answers, reading, cited)
        return PaperWords(
            form: ReportWriting.form,
            answers: answers,
            parts: reading,
            digest: digest(of: answers, reading: reading, from: cited),
            sources: cited
        )
    }
}
