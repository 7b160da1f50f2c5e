import CaseFiles
import CaseStores
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Procedures
import Schedules
import Views

/// Every form that stands for an act on a case: asked for, sent, shown with what it would change, recorded.
func addCaseFormRoutes(to router: Router<VisitContext>, _ office: Office) {
    for form in CaseForm.allCases {
        let path = "/cases/:reference/\(form.rawValue)"
        let paths: [String] =
            switch form.about {
            case .theCase: [path]
            case .maybeSomething: [path, "\(path)/:about"]
            case .something: ["\(path)/:about"]
            }
        for path in paths {
            router.get(RouterPath(path)) { request, context -> Response in
                let guest = try office.guest(request, context)
                return try await CaseFormDesk(guest, form, context).ask()
            }
            router.post(RouterPath(path)) { request, context -> Response in
                if form.takesFile, request.mayCarryFile {
                    return try await takeWithFile(form, office, request, context)
                }
                let posted = try await Posted.read(request)
                guard context.visit?.isFull == true else {
                    return try await signInAgain(office, request, context, posted)
                }
                let guest = try office.guest(request, context)
                _ = try guest.visit.checked(posted, request)
                return try await CaseFormDesk(guest, form, context).take(posted)
            }
        }
    }
}

/// Takes a form that may carry a file, which goes to the store only once it is known whose form it is.
private func takeWithFile(
    _ form: CaseForm,
    _ office: Office,
    _ request: Request,
    _ context: VisitContext
) async throws -> Response {
    guard context.visit?.isFull == true else {
        let (posted, _) = try await FileForm.read(request) { _, _ in nil }
        return try await signInAgain(office, request, context, posted)
    }
    let guest = try office.guest(request, context)
    let desk = try CaseFormDesk(guest, form, context)
    try await desk.checkPermitted()
    let (posted, sent) = try await FileForm.read(request) { before, name in
        _ = try guest.visit.checked(before, request)
        return try await desk.receiver(of: name)
    }
    _ = try guest.visit.checked(posted, request)
    return try await desk.take(posted, sent)
}

/// Asks somebody who was signed out to sign in where she is, and keeps what she typed.
func signInAgain(
    _ office: Office,
    _ request: Request,
    _ context: VisitContext,
    _ posted: Posted
) async throws -> Response {
    try await SignInDesk(office: office).page(
        context,
        FormFiller(nil),
        to: "",
        kept: Kept(path: request.uri.path, posted),
        status: .unauthorized
    )
}

extension Visit {
    /// What was sent, if this session made the form for this very address.
    func checked(_ posted: Posted, _ request: Request) throws(Detour) -> Posted {
        guard token.accepts(formToken: posted.value("form-token"), for: request.uri.path) else {
            throw .foreignForm
        }
        return posted
    }
}

/// One form of one case, for one guest.
struct CaseFormDesk {
    private let guest: Guest
    private let form: CaseForm
    private let reference: CaseReference
    private let about: String?

    init(_ guest: Guest, _ form: CaseForm, _ context: VisitContext) throws(Detour) {
        self.guest = guest
        self.form = form
        reference = try context.reference()
        about = context.parameters.get("about")
    }

    private var cases: CaseDesk { guest.office.cases }
    private var address: String { Link.caseFile(reference, form.rawValue, about) }

    /// What the page adds to what people fill in.
    private static let own: Set<String> = [
        "form-token", "seen", "entry", "document", "confirmed", "again", "upload",
    ]

    /// What it takes to be shown the form and to send it; recording a decision takes more than recording a step.
    private func permit(_ opened: OpenedCase) throws(Detour) {
        var act = form.act
        if form == .completions, let about,
            let step = opened.procedure.stepPoint(named: about)?.step
        {
            act = opened.procedure.steps[step].act
        }
        guard CaseReader(opened, for: guest.person, at: guest.time).may(act) else {
            throw .notPermitted
        }
    }

    /// Whether what it records wants a code of this moment, and none was given lately.
    private func wantsCode(_ opened: OpenedCase) -> Bool {
        let step = about.flatMap { opened.procedure.lookup.stepNamed[$0] }
            .map { opened.procedure.steps[$0] }
        let isSignOff = step?.evidence(isReturn: false) == .signed
        return switch form {
        case .signatures: !guest.hasFreshCode(.sign)
        case .submissions: !guest.hasFreshCode(.submit)
        case .completions: isSignOff && !guest.hasFreshCode(.sign)
        default: false
        }
    }

    func ask() async throws -> Response {
        try permit(try await cases.opened(reference, toDo: .see, for: guest.asking))
        let opened = try await cases.look(
            at: reference,
            "a form: \(form.rawValue)",
            for: guest.asking
        )
        guard let filled = fill(opened, nil, FileAnswer()) else { throw Detour.nothingHere }
        if wantsCode(opened) { return seeOther("\(Link.freshCode)?to=\(Link.encoded(address))") }
        return respond(opened, filled, FileAnswer())
    }

    /// What `take` asks first, for a form that is not read yet.
    func checkPermitted() async throws {
        try permit(try await cases.opened(reference, toDo: .see, for: guest.asking))
    }

    /// Takes in the file of the form.
    func receiver(of name: String) async throws -> FileReceiver {
        let intake = try await cases.intake(
            of: .random(),
            to: reference,
            with: form.act,
            for: guest.asking,
            begun: guest.office.present()
        )
        return await FileReceiver(name, into: intake, scanner: guest.office.scanner)
    }

    /// Takes what was sent: asks again, shows what would change, or records it.
    func take(_ posted: Posted, _ sent: SentFile = .nothing) async throws -> Response {
        let opened = try await cases.opened(reference, toDo: .see, for: guest.asking)
        try permit(opened)
        if let version = filing(in: opened, posted) {
            // Sent twice: the first time it was filed.
            if case .kept(let file) = sent { await discard(file) }
            return seeOther(landing(version))
        }
        let file = await answer(sent, posted)
        guard let filled = fill(opened, posted, file) else { throw Detour.nothingHere }
        let seen = Int(posted.value("seen")) ?? 0
        guard let commands = filled.commands, posted.value("again").isEmpty else {
            return respond(
                opened,
                filled,
                file,
                posted,
                status: filled.commands == nil ? .unprocessableContent : .ok
            )
        }
        if wantsCode(opened) {
            let kept = Kept(path: address, posted)
            return freshCodePage(guest, FormFiller(nil), to: "", kept: kept)
        }
        if let version = opened.version(of: entry(posted), after: seen) {
            // Sent twice: the first time it was recorded.
            return seeOther(landing(version))
        }
        let calendar = "\(opened.partnership.calendarVersion)"
        do throws(DeskError) {
            if form.changesDates, posted.value("confirmed") != calendar {
                let changes = try await cases.changes(
                    by: commands,
                    to: reference,
                    for: guest.asking
                )
                let rows = dateChangeRows(changes)
                if !rows.isEmpty {
                    return confirm(opened, filled, file, posted, rows, calendar)
                }
            }
            let changed = try await cases.handle(
                commands,
                on: reference,
                seen: seen,
                for: guest.asking
            )
            if let leftOut = file.file, !commands.contains(where: { $0.files(leftOut) }) {
                await discard(leftOut)
            }
            return seeOther(landing(changed.version))
        } catch .overtaken(let events) {
            let newest = try await cases.opened(reference, toDo: .see, for: guest.asking)
            if let version = filing(in: newest, posted) { return seeOther(landing(version)) }
            let version = events.map(\.version).max() ?? newest.file.version
            return respond(
                newest,
                fill(newest, posted, file) ?? filled,
                file,
                posted,
                seen: version,
                banner: overtaken(newest, events),
                status: .conflict
            )
        } catch .caseRefused(.wordsHaveChanged(let step)) {
            // What she read is gone: the new words are shown, and she confirms them afresh.
            let own: Set<String> = ["digest", "read"]
            let rest = Posted(posted.items.filter { !own.contains($0.name) })
            let anew = fill(opened, rest, file) ?? filled
            let words = CaseRefusal.wordsHaveChanged(step).words(under: opened.procedure)
            return refuse(opened, anew, file, rest, nil, words)
        } catch .store(.noSuchUpload) {
            let gone = FileAnswer(fault: .keptNoLonger)
            return respond(
                opened,
                fill(opened, posted, gone) ?? filled,
                gone,
                posted,
                status: .unprocessableContent
            )
        } catch .caseRefused(let refusal) {
            return refuse(
                opened,
                filled,
                file,
                posted,
                refusal.field,
                refusal.words(under: opened.procedure)
            )
        } catch .refused(let refusal) {
            return refuse(
                opened,
                filled,
                file,
                posted,
                refusal.field,
                refusal.words(in: opened.partnership)
            )
        } catch {
            throw error
        }
    }

    private func entry(_ posted: Posted?) -> EntryID {
        posted.flatMap { EntryID($0.value("entry")) } ?? .random()
    }

    private var claim: UploadClaim {
        UploadClaim(
            token: guest.visit.token,
            partnership: guest.inside.id,
            reference: reference
        )
    }

    /// The file to go on with: the one sent now, or else the one that the page said was here.
    private func answer(_ sent: SentFile, _ posted: Posted) async -> FileAnswer {
        let claimed = posted.value("upload")
        let earlier = claim.file(in: claimed)
        switch sent {
        case .kept(let file):
            if let earlier { await discard(earlier) }
            return FileAnswer(file: file)
        case .refused(let fault): return FileAnswer(file: earlier, fault: fault)
        case .nothing:
            let isForeign = earlier == nil && !claimed.isEmpty
            return FileAnswer(file: earlier, fault: isForeign ? .sentElsewhere : nil)
        }
    }

    /// Takes away a file that is not to be filed; what cannot be taken away now is swept away later.
    private func discard(_ file: CaseDocument.File) async {
        try? await cases.discard(file.kept, of: reference, for: guest.asking)
    }

    /// The version at which this very form was filed already by the same person.
    private func filing(in opened: OpenedCase, _ posted: Posted) -> Int? {
        guard form.takesFile, let document = DocumentID(posted.value("document")) else {
            return nil
        }
        return opened.version(filing: document, by: guest.person)
    }

    private func fill(
        _ opened: OpenedCase,
        _ posted: Posted?,
        _ file: FileAnswer
    ) -> FilledCaseForm? {
        let reader = CaseReader(opened, for: guest.person, at: guest.time)
        return filled(
            form,
            of: opened,
            about: about,
            posted?.items,
            fresh: FreshNames(
                entry: entry(posted),
                document: posted.flatMap { DocumentID($0.value("document")) } ?? .random()
            ),
            by: guest.person,
            who: { reader.may($0) },
            file: file,
            today: guest.today
        )
    }

    /// Where somebody goes who has recorded something.
    private func landing(_ version: Int) -> String {
        let part =
            switch form {
            case .logEntries: "log"
            case .arrivals, .departures: "people"
            case .filings, .audiences: "documents"
            case .views, .signatures, .refusals, .submissions, .copies, .laterChanges:
                "steps/\(about.map { Link.encoded($0) } ?? "")"
            default: ""
            }
        let page = Link.caseFile(reference, part)
        return part.isEmpty ? "\(page)?recorded=\(version)" : page
    }

    private func hidden(
        _ opened: OpenedCase,
        _ file: FileAnswer,
        _ posted: Posted?,
        seen: Int?
    ) -> [(name: String, value: String)] {
        let known = posted.flatMap { Int($0.value("seen")) }
        let upload = file.file.map { [(name: "upload", value: claim.text(of: $0))] } ?? []
        return upload + [
            (name: "seen", value: "\(seen ?? known ?? opened.file.version)"),
            (name: "entry", value: "\(entry(posted))"),
            (
                name: "document",
                value: "\(posted.flatMap { DocumentID($0.value("document")) } ?? .random())"
            ),
        ]
    }

    private func respond(
        _ opened: OpenedCase,
        _ filled: FilledCaseForm,
        _ file: FileAnswer,
        _ posted: Posted? = nil,
        filler: FormFiller? = nil,
        seen: Int? = nil,
        banner: Banner? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let filler = filler ?? filled.filler
        let page = FormPage(
            title: filled.title,
            over: "Case \(reference)",
            crumbs: crumbs,
            lead: filled.lead,
            banner: banner,
            reading: filled.reading,
            form: Form(
                action: address,
                token: guest.formToken(address),
                hidden: hidden(opened, file, posted, seen: seen) + filler.carried,
                fields: filler.fields,
                errors: filler.errors,
                button: filled.button
            )
        )
        return pageResponse(render(page, at: .within(.cases), in: guest.frame), status: status)
    }

    private var crumbs: [Crumb] {
        [
            Crumb(name: Way.cases.name, address: Link.cases),
            Crumb(name: "Case \(reference)", address: Link.caseFile(reference)),
        ]
    }

    private func refuse(
        _ opened: OpenedCase,
        _ filled: FilledCaseForm,
        _ file: FileAnswer,
        _ posted: Posted,
        _ field: String?,
        _ words: String
    ) -> Response {
        var filler = filled.filler
        if let field, filler.asks(field) { filler.mark(field, words) } else { filler.fail(words) }
        return respond(opened, filled, file, posted, filler: filler, status: .unprocessableContent)
    }

    private func confirm(
        _ opened: OpenedCase,
        _ filled: FilledCaseForm,
        _ file: FileAnswer,
        _ posted: Posted,
        _ changes: [DateChangeRow],
        _ calendar: String
    ) -> Response {
        let page = FormPage(
            title: filled.title,
            over: "Case \(reference)",
            crumbs: crumbs,
            lead: ["Nothing is recorded yet. This is what would change."],
            changes: changes,
            form: Form(
                action: address,
                token: guest.formToken(address),
                hidden: hidden(opened, file, posted, seen: nil)
                    + [(name: "confirmed", value: calendar)] + filled.filler.sent(but: Self.own),
                button: "Record it",
                back: "Go back and change something"
            )
        )
        return pageResponse(render(page, at: .within(.cases), in: guest.frame))
    }

    private func overtaken(_ opened: OpenedCase, _ events: [RecordedCaseEvent]) -> Banner {
        let versions = Set(events.map(\.version))
        let reader = CaseReader(opened, for: guest.person, at: guest.time)
        let lines = caseLog(of: opened, for: guest.person)
            .filter { versions.contains($0.version) }
            .map { line in
                let quoted = line.quoted.isEmpty ? "" : ": “\(line.quoted.prefix(300))”"
                return "\(line.who) \(line.text)\(quoted) (\(line.day.words), \(line.time))."
            }
        return Banner(
            kind: .late,
            heading: "Somebody else was first",
            lines: ["Since you opened this page, this was recorded:"]
                + (reader.may(.seeLog) ? lines : ["Something on this case."])
                + [
                    "Nothing you typed is lost. Look at it once more, and send it again if it still holds."
                ]
        )
    }
}

extension CaseCommand {
    /// Whether a file that came with the form is filed by it.
    fileprivate func files(_ file: CaseDocument.File) -> Bool {
        switch self {
        case .fileDocument(let document): document.file == file
        case .submit(let submit): submit.copy?.file == file
        default: false
        }
    }
}

extension OpenedCase {
    /// The version at which an entry was recorded, where that was after a version.
    func version(of entry: EntryID, after seen: Int) -> Int? {
        events.last { $0.version > seen && $0.event.entry == entry }?.version
    }

    /// The version at which a document was filed, where this person filed it.
    func version(filing document: DocumentID, by person: PersonID) -> Int? {
        events.last { recorded in
            guard case .documentFiled(let filed) = recorded.event else { return false }
            return filed.document.document == document && recorded.actor == .person(person)
        }?.version
    }
}
