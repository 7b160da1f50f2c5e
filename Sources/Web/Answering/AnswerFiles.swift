import CaseFiles
import CaseStores
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships

/// Takes a file that comes with an answer: whose form it is, is known before a byte of it is kept.
func takeAnswerFile(_ office: Office, _ request: Request) async throws -> Response {
    guard request.mayCarryFile else { return seeOther(Link.answerRequest("files")) }
    guard let guest = try await office.seatGuestIfConfirmed(request) else {
        let posted = try await FileForm.withoutFile(request)
        return try await LinkDesk(office: office).comeInAgain(request, posted)
    }
    let files = try AnswerFiles(guest)
    try files.permit()
    let (posted, sent) = try await FileForm<FileReceiver>.read(
        request,
        mostBytesOfFile: AgencyRequest.mostBytesOfFile
    ) { before, name in
        guard guest.accepts(before, for: request.uri.path) else { throw Detour.foreignForm }
        return await files.receiver(of: name)
    }
    guard guest.accepts(posted, for: request.uri.path) else { throw Detour.foreignForm }
    return try await files.take(sent)
}

/// A file of the answer, to be saved by whoever writes or signs it.
func answerFile(_ guest: SeatGuest, _ text: String) async throws -> Response {
    guard let document = DocumentID(text), "\(document)" == text else { throw Detour.nothingHere }
    let stored = try await guest.office.cases.downloadOfAnswer(
        document,
        to: guest.request,
        of: guest.reference,
        for: guest.asking
    )
    return fileResponse(stored)
}

/// The files that go with one answer.
struct AnswerFiles {
    private let guest: SeatGuest
    private let desk: AnswerDesk
    private let address = Link.answerRequest("files")

    init(_ guest: SeatGuest) throws(Detour) {
        guard guest.seat.part.writes else { throw .nothingHere }
        self.guest = guest
        desk = AnswerDesk(guest)
    }

    private var request: AgencyRequest { guest.request }

    func permit() throws(Detour) {
        guard desk.reader.isWritable else { throw .to(Link.answerRequest()) }
    }

    func page(fault: String? = nil) throws -> Response {
        try permit()
        var filler = FormFiller(nil)
        filler.file("file", "Add a file", hint: FileWording.answerHint, fault: fault)
        let removal = "\(address)/removed"
        let page = PaperPage(
            title: "Files",
            over: desk.reader.over,
            crumbs: desk.reader.crumbs,
            banners: fault.map { [Banner(kind: .late, heading: "Not taken", lines: [$0])] } ?? [],
            lead: [
                "Files go with the answer when it is put forward. One is enough if it is the answer itself."
            ],
            acts: request.standingFiles.isEmpty
                ? []
                : [
                    WordedLink(
                        words: "Answer with a document",
                        address: Link.answerRequest("document")
                    ),
                    WordedLink(words: "Check your answers", address: Link.answerRequest("check")),
                ],
            presses: [
                PaperPage.Press(
                    Form(
                        action: address,
                        token: guest.formToken(address),
                        fields: filler.fields,
                        errors: filler.errors,
                        button: "Add the file"
                    )
                )
            ],
            sections: request.standingFiles.compactMap { file in
                file.document.file.map { kept in
                    PaperPage.Section(
                        title: FileWording.words(kept),
                        note: note(on: file),
                        links: desk.reader.savingLinks([file]),
                        press: PaperPage.Press(
                            Form(
                                action: removal,
                                token: guest.formToken(removal),
                                hidden: [(name: "document", value: "\(file.document.document)")],
                                button: "Leave \(kept.name) out"
                            )
                        )
                    )
                }
            }
        )
        return guest.show(page, status: fault == nil ? .ok : .unprocessableContent)
    }

    private func note(on file: AgencyRequest.File) -> String {
        let note =
            file.isScanned
            ? "Received, and scanned."
            : file.isOpen
                ? "Received. It was not scanned; the business unit released it."
                : "Received. It was not scanned, and stays shut until the business unit releases it."
        return request.isFrozen(file.document.document)
            ? "\(note) What was put forward before keeps it, whether or not you leave it out now."
            : note
    }

    /// Keeps the file a chunk at a time; nothing of it is the case's before the act that adds it.
    func receiver(of name: String) async -> FileReceiver {
        let key = FileKey(
            partnership: guest.partnership,
            reference: guest.reference,
            document: .random()
        )
        return await FileReceiver(
            name,
            into: FileIntake(key, in: guest.office.store, at: guest.moment.present),
            scanner: guest.office.scanner,
            mostBytes: AgencyRequest.mostBytesOfFile,
            takesUnscanned: true
        )
    }

    func take(_ sent: Sent<KeptFile>) async throws -> Response {
        switch sent {
        case .nothing: try page(fault: "Choose a file")
        case .refused(let fault): try page(fault: fault.words)
        case .kept(let kept): try await add(kept.file, isScanned: kept.isScanned)
        }
    }

    private func add(_ file: CaseDocument.File, isScanned: Bool) async throws -> Response {
        let document = CaseDocument(
            document: .random(),
            title: file.name,
            paper: nil,
            folder: nil,
            whereItLies: "",
            filed: guest.today,
            audience: nil,
            file: file
        )
        let added = CaseEvent.ReturnFileAdded(
            request: request.entry,
            document: document,
            isScanned: isScanned,
            seat: guest.seat.entry
        )
        do throws(DeskError) {
            try await guest.handle([.addFile(added)])
            return seeOther(address)
        } catch .caseRefused(let refusal) {
            try await discard(file)
            return try page(fault: refusal.words(under: guest.opened.procedure))
        } catch {
            throw error
        }
    }

    private func discard(_ file: CaseDocument.File) async throws(DeskError) {
        try await guest.office.cases.discard(file.kept, of: guest.reference, for: guest.asking)
    }

    func remove(_ posted: Posted) async throws -> Response {
        try permit()
        guard let document = DocumentID(posted.value("document")) else {
            throw Detour.notUnderstood
        }
        let removed = CaseEvent.ReturnFileRemoved(request: request.entry, document: document)
        do throws(DeskError) {
            try await guest.handle([.removeFile(removed)])
            return seeOther(address)
        } catch .caseRefused(let refusal) {
            return try page(fault: refusal.words(under: guest.opened.procedure))
        } catch {
            throw error
        }
    }
}
