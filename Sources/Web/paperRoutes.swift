import CaseFiles
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views

/// Documents that are written in a case: read, written part by part, put forward, copied into the government's form.
func addPaperRoutes(to router: Router<VisitContext>, _ office: Office) {
    let paper = "/cases/:reference/papers/:paper"
    router.get(RouterPath(paper)) { request, context -> Response in
        let desk = try await PaperDesk(office.guest(request, context), context, "a document")
        if let report = desk.report { return try await report.page() }
        return try await desk.page()
    }
    router.post(RouterPath("\(paper)/versions")) { request, context -> Response in
        let guest = try office.guest(request, context)
        let posted = try await guest.visit.posted(request)
        let desk = try await PaperDesk(guest, context, nil)
        if let report = desk.report { return try await report.putForward(posted) }
        return try await desk.putForward(posted)
    }
    router.get(RouterPath("\(paper)/versions/:number")) { request, context -> Response in
        let desk = try await PaperDesk(office.guest(request, context), context, nil)
        let number = try context.number()
        guard let page = desk.reader.versionPage(desk.paper, number) else {
            throw Detour.nothingHere
        }
        try await desk.recordLook(atVersion: number)
        if let report = desk.report { return try report.versionPage(number) }
        return pageResponse(render(page, in: desk.guest.frame))
    }
    router.get(RouterPath("\(paper)/copying")) { request, context -> Response in
        let guest = try office.guest(request, context)
        let desk = try await PaperDesk(guest, context, "a document, to copy")
        guard desk.report == nil else { throw Detour.nothingHere }
        return try await desk.copyingPage()
    }
    router.post(RouterPath("\(paper)/copying")) { request, context -> Response in
        let guest = try office.guest(request, context)
        let posted = try await guest.visit.posted(request)
        return try await PaperDesk(guest, context, nil).noteEntered(posted)
    }
    addReportRoutes(to: router, office, paper)
    addWritingRoutes(to: router, office, paper) { guest, context, begins in
        try await PaperDesk(guest, context, begins ? nil : "a document, to write").writingDesk(
            begins: begins
        )
    }
}

/// The pages of a form that is written part by part, under an address.
func addWritingRoutes(
    to router: Router<VisitContext>,
    _ office: Office,
    _ path: String,
    _ desk:
        @escaping @Sendable (Guest, VisitContext, _ begins: Bool) async throws -> FormWritingDesk
) {
    let part = RouterPath("\(path)/parts/:section")
    router.get(part) { request, context -> Response in
        let guest = try office.guest(request, context)
        let from = queryItems(request.uri.query).first { $0.name == "from" }?.value
        return try await desk(guest, context, false).ask(context.section, from: from)
    }
    router.post(part) { request, context -> Response in
        let posted = try await Posted.read(request)
        guard context.visit?.isFull == true else {
            return try await signInAgain(office, request, context, posted)
        }
        let guest = try office.guest(request, context)
        _ = try guest.visit.checked(posted, request)
        do {
            return try await desk(guest, context, true).take(context.section, posted)
        } catch Detour.notPermitted {
            return unwritablePage(posted, guest.frame, status: .forbidden)
        } catch Detour.nothingHere {
            return unwritablePage(posted, guest.frame, status: .notFound)
        } catch DeskError.nothingHere {
            return unwritablePage(posted, guest.frame, status: .notFound)
        }
    }
    let draft = RouterPath("\(path)/drafts/:section")
    router.get(draft) { request, context -> Response in
        guard context.visit?.isFull == true else { return Response(status: .unauthorized) }
        let guest = try office.guest(request, context)
        return try await desk(guest, context, false).tokens(context.section)
    }
    router.post(draft) { request, context -> Response in
        let posted = try await Posted.read(request)
        guard context.visit?.isFull == true else { return Response(status: .unauthorized) }
        let guest = try office.guest(request, context)
        _ = try guest.visit.checked(posted, request)
        return try await desk(guest, context, true).autosave(context.section, posted)
    }
}

extension VisitContext {
    fileprivate var section: String { parameters.get("section") ?? "" }
}

/// One document of one case, for one guest.
struct PaperDesk {
    let guest: Guest
    let reader: CaseReader
    let paper: String
    let form: FormDefinition
    /// Of a report, the heads that were added to those that are expected.
    let own: [OwnHead]

    /// Where something is looked at, that is written down first.
    init(_ guest: Guest, _ context: VisitContext, _ look: String?) async throws {
        self.guest = guest
        if let look {
            reader = try await guest.reader(context, look)
        } else {
            let opened = try await guest.office.cases.opened(
                try context.reference(),
                toDo: .see,
                for: guest.asking
            )
            reader = guest.reader(of: opened)
        }
        paper = context.parameters.get("paper") ?? ""
        var own: [OwnHead] = []
        if reader.isReport(paper), let begun = reader.opened.file.paper(paper) {
            let place = DraftDesk.Place(
                partnership: guest.inside.id,
                reference: reader.opened.file.reference,
                document: begun.document
            )
            own = try await ReportDrafts(store: guest.office.store).ownHeads(of: place).heads
        }
        guard let form = reader.form(ofPaper: paper, own: own) else { throw Detour.nothingHere }
        self.form = form
        self.own = own
    }

    var file: CaseFile { reader.opened.file }
    var tokens: PaperTokens {
        let guest = guest
        return PaperTokens { guest.formToken($0) }
    }

    /// Nil for a document that is written on a form.
    var report: ReportPaperDesk? { reader.isReport(paper) ? ReportPaperDesk(desk: self) : nil }

    /// Writes down that a version is read, before it is shown.
    func recordLook(atVersion number: Int) async throws {
        guard let document = file.paper(paper)?.document else { throw Detour.nothingHere }
        _ = try await guest.office.cases.look(
            at: file.reference,
            CaseDesk.look(atVersion: number, of: document),
            for: guest.asking
        )
    }

    func place(_ document: DocumentID) -> DraftDesk.Place {
        DraftDesk.Place(
            partnership: guest.inside.id,
            reference: file.reference,
            document: document
        )
    }

    /// The document's name in the store; drafts of one that nobody has begun are nowhere.
    private func writingDesk(_ document: DocumentID) -> FormWritingDesk {
        let (reference, paper) = (file.reference, paper)
        return FormWritingDesk(
            writer: guest.writer,
            form: form,
            place: place(document),
            known: reader.known(for: form),
            standpoint: .within(.cases),
            over: "Case \(reference): \(form.title)",
            warning: nil,
            crumbs: [
                Crumb(name: Way.cases.name, address: Link.cases),
                .caseFile(reference),
                Crumb(name: form.title, address: Link.paper(reference, paper)),
            ],
            overview: Link.paper(reference, paper),
            address: { Link.paper(reference, paper, $0, $1) },
            report: reader.isReport(paper)
                ? ReportSections(reader: reader, paper: paper, own: own, writer: guest.writer) : nil
        )
    }

    /// For whoever may write it; what is saved first begins it.
    func writingDesk(begins: Bool) async throws -> FormWritingDesk {
        writingDesk(try await document(begins: begins))
    }

    /// The name of the document in the store, for whoever may write it; new where nobody has begun it.
    func document(begins: Bool) async throws -> DocumentID {
        guard reader.may(.writePaper), report == nil || reader.mayWriteReports else {
            throw Detour.notPermitted
        }
        if let begun = file.paper(paper) {
            guard file.submission(of: begun.document) == nil, form.id != "referral" else {
                throw Detour.notPermitted
            }
            return begun.document
        }
        let document = DocumentID.random()
        guard begins else { return document }
        let begun = CaseEvent.PaperBegun(document: document, paper: paper, form: form.id)
        do throws(DeskError) {
            let after = try await guest.office.cases.handle(
                .beginPaper(begun),
                on: file.reference,
                seen: .max,
                for: guest.asking
            )
            return after.paper(paper)?.document ?? document
        } catch {
            throw error
        }
    }

    func writing() async throws -> FormWriting {
        if form.id == "referral"
            || file.paper(paper).map({ file.submission(of: $0.document) != nil }) ?? false
        {
            // What was sent is read as it was sent.
            let answers = file.paper(paper)?.newest?.answers ?? .none
            return FormWriting(form: form, sent: answers, today: guest.today)
        }
        return try await writingDesk(file.paper(paper)?.document ?? .random()).writing()
    }

    func page(isOvertaken: Bool = false) async throws -> Response {
        let writing = try await writing()
        let page = reader.paperPage(
            paper,
            writing,
            digest: writing.words.digest,
            isOvertaken: isOvertaken,
            tokens: tokens
        )
        return pageResponse(
            render(page, in: guest.frame),
            status: isOvertaken ? .conflict : .ok
        )
    }

    /// These words from now on, whether anything is missing or not: that is said, and never stops a day that is due.
    func putForward(_ posted: Posted) async throws -> Response {
        try await putForward(posted, try await writing().words) {
            try await page(isOvertaken: true)
        }
    }

    func putForward(
        _ posted: Posted,
        _ words: PaperWords,
        overtaken: () async throws -> Response
    ) async throws -> Response {
        guard reader.may(.writePaper) else { throw Detour.notPermitted }
        guard let begun = file.paper(paper) else { throw Detour.nothingHere }
        // What she has not seen she does not put forward.
        guard posted.value("digest") == words.digest else { return try await overtaken() }
        let put = CaseEvent.PaperPutForward(
            words,
            entry: .random(),
            document: begun.document,
            paper: paper
        )
        do throws(DeskError) {
            try await guest.office.cases.handle(
                .putForward(put),
                on: file.reference,
                seen: .max,
                for: guest.asking
            )
        } catch .overtaken {
            return try await overtaken()
        } catch {
            throw error
        }
        return seeOther(Link.paper(file.reference, paper))
    }

    // Copying

    private static let entered = "entered"

    private func enteredPart() async throws -> DraftDesk.Part? {
        guard let begun = file.paper(paper) else { return nil }
        return try await DraftDesk(store: guest.office.store)
            .parts(of: place(begun.document), sections: [Self.entered])[Self.entered]
    }

    /// What is entered elsewhere is what was put forward, where anything was; else what is being written.
    private func toCopy() async throws -> FormWriting {
        guard let newest = file.paper(paper)?.newest else { return try await writing() }
        return FormWriting(form: form, sent: newest.answers, today: guest.today)
    }

    /// A part with the words that it had when somebody entered it there: changed, it is to be entered anew.
    private func mark(_ section: FormSection, _ writing: FormWriting) -> String {
        let own = writing.answers(of: section, in: writing.answers.sent)
        return "\(section.id) \(Desk.digest(of: own, reading: []).prefix(16))"
    }

    func copyingPage() async throws -> Response {
        let marks = try await enteredPart()?.answers.items.map(\.value) ?? []
        let writing = try await toCopy()
        let entered = writing.sections.filter { marks.contains(mark($0, writing)) }
        let draft = try await self.writing()
        let page = reader.copyingPage(
            paper,
            writing,
            entered: Set(entered.map(\.id)),
            isDraft: file.paper(paper)?.newest == nil,
            differs: draft.answers != writing.answers,
            tokens: tokens
        )
        return pageResponse(render(page, in: guest.frame))
    }

    /// Keeps which parts were entered in the government's form, so that its time-out loses nobody her place.
    func noteEntered(_ posted: Posted) async throws -> Response {
        guard reader.may(.writePaper) else { throw Detour.notPermitted }
        let writing = try await toCopy()
        guard let section = writing.sections.first(where: { $0.id == posted.value("section") })
        else { throw Detour.notUnderstood }
        let begun = try await writingDesk(begins: true)
        let part = try await enteredPart()
        var entered = part?.answers.items.map(\.value) ?? []
        entered.removeAll { $0.hasPrefix("\(section.id) ") }
        if posted.value("entered") == "yes" { entered.append(mark(section, writing)) }
        _ = try await DraftDesk(store: guest.office.store).save(
            FormAnswers(asGiven: entered.map { (name: Self.entered, value: $0) }),
            as: Self.entered,
            of: begun.place,
            over: part?.version ?? 0,
            for: guest.asking
        )
        return seeOther(Link.paper(file.reference, paper, "copying"))
    }
}
