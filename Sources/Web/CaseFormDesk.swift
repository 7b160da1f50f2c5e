import CaseFiles
import CaseStores
import Credentials
import Desk
import Hummingbird
import Pages
import Partnerships
import Procedures
import Schedules

/// One form of one case, for one guest.
struct CaseFormDesk {
    let guest: Guest
    let form: CaseForm
    let reference: CaseReference
    let about: String?

    init(_ guest: Guest, _ form: CaseForm, _ context: VisitContext) throws(Detour) {
        self.guest = guest
        self.form = form
        reference = try context.reference()
        about = context.parameters.get("about")
    }

    var cases: CaseDesk { guest.office.cases }
    var address: String { Link.form(form, of: reference, about: about) }

    /// What the page adds to what people fill in.
    static let own: Set<String> = [
        "form-token", "seen", "entry", "document", "confirmed", "again", "upload",
    ]

    /// What it takes to be shown the form and to send it; recording a decision takes more than recording a step.
    func permit(_ opened: OpenedCase) throws(Detour) {
        var act = form.act
        if form == .completions, let about,
            let step = opened.procedure.stepPoint(named: about)?.step
        {
            act = opened.procedure.steps[step].act
        }
        guard guest.reader(of: opened).may(act) else {
            throw .notPermitted
        }
    }

    /// Whether what it records wants a code of this moment, and none was given lately.
    func wantsCode(_ opened: OpenedCase) -> Bool {
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
    func take(_ posted: Posted, _ sent: Sent<KeptFile> = .nothing) async throws -> Response {
        let opened = try await cases.opened(reference, toDo: .see, for: guest.asking)
        try permit(opened)
        if let version = filing(in: opened, posted) {
            // Sent twice: the first time it was filed.
            if case .kept(let kept) = sent { await discard(kept.file) }
            return seeOther(landing(version, opened.file))
        }
        let file = await answer(sent, posted)
        let seen = Int(posted.value("seen")) ?? 0
        if let version = opened.version(of: entry(posted), after: seen) {
            // Sent twice: the first time it was recorded.
            return seeOther(landing(version, opened.file))
        }
        guard let filled = fill(opened, posted, file) else { throw Detour.nothingHere }
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
        let calendar = "\(opened.partnership.calendarVersion)"
        do throws(DeskError) {
            if form.changesDates, posted.value("confirmed") != calendar {
                let changes = try await cases.changes(
                    by: commands,
                    to: reference,
                    for: guest.asking
                )
                let rows = dateChangeRows(
                    changes.filter { !isOfAsking($0) },
                    under: opened.procedure
                )
                if !rows.isEmpty || !filled.confirming.isEmpty {
                    return confirm(opened, filled, file, posted, rows, calendar)
                }
            }
            if let page = try await readingOut(commands, seen: seen) { return page }
            if commands.contains(where: \.isOfMeetingMail) {
                let changed = try await MeetingDesk(
                    cases: cases,
                    sendsMail: guest.office.sendsMail
                ).handle(commands, on: reference, seen: seen, for: guest.asking)
                return seeOther(landing(changed.version, changed))
            }
            let (changed, letters) = try await guest.office.requests.handle(
                commands,
                on: reference,
                seen: seen,
                for: guest.asking
            )
            if let leftOut = file.file, !commands.contains(where: { $0.files(leftOut) }) {
                await discard(leftOut)
            }
            return handingOver(letters) ?? seeOther(landing(changed.version, changed))
        } catch .overtaken(let events) {
            let newest = try await cases.opened(reference, toDo: .see, for: guest.asking)
            if let version = filing(in: newest, posted) {
                return seeOther(landing(version, opened.file))
            }
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

    /// Of whoever is asked the day stands beside the name, and not once more among dates that change.
    private func isOfAsking(_ change: DateChange) -> Bool {
        form == .asking && change.name.subject != nil
            && change.name.point == about.map { "\($0).back" }
    }

    func entry(_ posted: Posted?) -> EntryID {
        posted.flatMap { EntryID($0.value("entry")) } ?? .random()
    }

    var claim: UploadClaim {
        UploadClaim(
            token: guest.visit.token,
            partnership: guest.inside.id,
            reference: reference
        )
    }

    /// The file to go on with: the one sent now, or else the one that the page said was here.
    func answer(_ sent: Sent<KeptFile>, _ posted: Posted) async -> FileAnswer {
        let claimed = posted.value("upload")
        let earlier = claim.file(in: claimed)
        switch sent {
        case .kept(let kept):
            if let earlier { await discard(earlier) }
            return FileAnswer(file: kept.file, isScanned: isScanned)
        case .refused(let fault):
            return FileAnswer(file: earlier, fault: fault, isScanned: isScanned)
        case .nothing:
            let isForeign = earlier == nil && !claimed.isEmpty
            return FileAnswer(
                file: earlier,
                fault: isForeign ? .sentElsewhere : nil,
                isScanned: isScanned
            )
        }
    }

    /// Where there is a scanner, no file is kept that it did not look through.
    private var isScanned: Bool { guest.office.scanner != nil }

    /// Takes away a file that is not to be filed; what cannot be taken away now is swept away later.
    func discard(_ file: CaseDocument.File) async {
        try? await cases.discard(file.kept, of: reference, for: guest.asking)
    }

    /// The version at which this very form was filed already by the same person.
    func filing(in opened: OpenedCase, _ posted: Posted) -> Int? {
        guard form.takesFile, let document = DocumentID(posted.value("document")) else {
            return nil
        }
        return opened.version(filing: document, by: guest.person)
    }

    func fill(
        _ opened: OpenedCase,
        _ posted: Posted?,
        _ file: FileAnswer
    ) -> FilledCaseForm? {
        let reader = guest.reader(of: opened)
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
    func landing(_ version: Int, _ file: CaseFile) -> String {
        let part =
            switch form {
            case .logEntries: "log"
            case .arrivals, .departures: "people"
            case .filings, .audiences: "documents"
            case .asking, .pauses, .resumptions: "agencies"
            case .packs: "pack"
            case .panelReplies: "national-panel"
            case .involvements: "involvement"
            case .delayNotices:
                file.conclusions.delays.first { "\($0.foreseen.entry)" == about }.map {
                    "steps/\(Link.encoded($0.foreseen.step))"
                } ?? ""
            case .listedPeople: "chronology/people"
            case .episodes: "chronology"
            case .meetings: "meetings"
            case .actionEnds, .actionDays, .actionOwners, .actionsOvertaken, .actionsReopened:
                "actions"
            case .views, .signatures, .refusals, .submissions, .copies, .laterChanges, .delays:
                "steps/\(about.map { Link.encoded($0) } ?? "")"
            default: ""
            }
        if form.about == .aMeeting { return Link.caseFile(reference, "meetings", about) }
        if let request = about.flatMap({ file.request(named: $0, for: form) }) {
            return Link.caseFile(reference, "requests", "\(request.entry)")
        }
        let page = Link.caseFile(reference, part)
        return part.isEmpty ? "\(page)?recorded=\(version)" : page
    }
}

extension CaseCommand {
    /// Whether messages about a meeting follow from it.
    fileprivate var isOfMeetingMail: Bool {
        switch self {
        case .meeting(.queueInvitation), .meeting(.circulateMinutes): true
        default: false
        }
    }

    /// Whether a file that came with the form is filed by it.
    fileprivate func files(_ file: CaseDocument.File) -> Bool {
        switch self {
        case .fileDocument(let document): document.file == file
        case .submit(let submit): submit.copy?.file == file
        case .request(.addFile(let added)): added.document.file == file
        case .request(.fileReply(let reply)): reply.document.file == file
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
            let filed: CaseDocument
            switch recorded.event {
            case .documentFiled(let event): filed = event.document
            case .request(.fileAdded(let added)): filed = added.document
            case .request(.replyFiled(let reply)): filed = reply.document
            default: return false
            }
            return filed.document == document && recorded.actor == .person(person)
        }?.version
    }
}
