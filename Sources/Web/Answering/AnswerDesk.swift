import CaseFiles
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views
import WorkingDays

/// What somebody at an agency is asked by a form of its own, besides the parts of the agency's form and the files.
enum AnswerAct: String, CaseIterable {
    case records
    case notKnown = "not-known"
    case chronology, document, colleagues, signatories, check, sign
    case handBack = "hand-back"

    /// Whether it is of those who write the answer; else of the one who signs.
    var isWriting: Bool {
        switch self {
        case .sign, .handBack: false
        default: true
        }
    }
}

/// One request, for one who answers it.
struct AnswerDesk {
    let guest: SeatGuest
    let reader: AnswerReader
    /// Nil where the edition has no such form: then a document or "not known" answers.
    let form: FormDefinition?

    /// The form that is asked where the request names none that the edition has.
    private static let usualForm = "agency-return"

    init(_ guest: SeatGuest) {
        self.guest = guest
        reader = AnswerReader(
            guest.opened,
            guest.request,
            guest.seat,
            at: guest.moment.time,
            tokens: PaperTokens { guest.token.formToken(for: $0) }
        )
        let forms = guest.opened.forms
        form =
            forms.first { $0.id == guest.request.asked.form }
            ?? forms.first { $0.id == Self.usualForm }
    }

    var request: AgencyRequest { guest.request }

    // Pages

    func page() async throws -> Response {
        let writing = try await writing()
        let rows = try await ChronologyDraft(guest).read().rows
        return guest.show(reader.requestPage(form, writing, rows: rows.count))
    }

    func ask(_ act: AnswerAct) async throws -> Response {
        try permit(act)
        switch act {
        case .records: return ask(records)
        case .notKnown: return ask(notKnown)
        case .chronology: return try await chronology()
        case .document: return ask(document)
        case .colleagues: return ask(colleague)
        case .signatories: return ask(signatory)
        case .check: return try await check()
        case .sign: return ask(signature)
        case .handBack: return ask(handingBack)
        }
    }

    func take(_ act: AnswerAct, _ posted: Posted) async throws -> Response {
        try permit(act)
        do throws(DeskError) {
            switch act {
            case .records: return try await take(records, posted)
            case .notKnown: return try await take(notKnown, posted)
            case .document: return try await take(document, posted)
            case .colleagues: return try await take(colleague, posted)
            case .signatories: return try await take(signatory, posted)
            case .sign: return try await take(signature, posted)
            case .handBack: return try await take(handingBack, posted)
            case .chronology, .check: break
            }
        } catch {
            throw error
        }
        return act == .check
            ? try await putForward(posted) : try await takeChronology(posted, .nothing)
    }

    func permit(_ act: AnswerAct) throws(Detour) {
        guard act.isWriting == guest.seat.part.writes else { throw .nothingHere }
        guard act.isWriting ? reader.isWritable : reader.toSign != nil else {
            throw .to(Link.answerRequest())
        }
    }

    // Forms with questions

    /// What a form asks, and what its answers do; nil where something is wrong with them.
    struct Question {
        let address: String
        let ask: (inout FormFiller) -> (() async throws(DeskError) -> Response)?
        let page: (FormFiller) -> FormPage
    }

    private func ask(_ question: Question) -> Response {
        var filler = FormFiller(nil)
        _ = question.ask(&filler)
        return guest.show(question.page(filler))
    }

    private func take(
        _ question: Question,
        _ posted: Posted
    ) async throws(DeskError) -> Response {
        var filler = FormFiller(posted.items)
        let act = question.ask(&filler)
        if filler.isComplete, let act {
            do {
                return try await act()
            } catch .caseRefused(let refusal) {
                filler.fail(refusal.words(under: guest.opened.procedure))
            } catch {
                throw error
            }
        }
        return guest.show(question.page(filler), status: .unprocessableContent)
    }

    func form(
        _ title: String,
        _ lead: [String],
        _ act: AnswerAct,
        _ button: String,
        _ filler: FormFiller,
        banner: Banner? = nil,
        hidden: [(name: String, value: String)] = [],
        reading: [ReadSection] = []
    ) -> FormPage {
        let address = Link.answerRequest(act.rawValue)
        return FormPage(
            title: title,
            over: reader.over,
            crumbs: reader.crumbs,
            lead: lead,
            banner: banner,
            reading: reading,
            form: Form(
                action: address,
                token: guest.formToken(address),
                hidden: hidden,
                fields: filler.fields,
                errors: filler.errors,
                button: button
            )
        )
    }

    private var records: Question {
        Question(
            address: Link.answerRequest("records"),
            ask: { filler in
                let day = filler.day(
                    "day",
                    "When were they secured?",
                    was: request.secured?.day ?? guest.today
                )
                let words = filler.area(
                    "words",
                    "What was secured, and how",
                    hint: "You may leave this empty.",
                    was: request.secured?.words ?? "",
                    isNeeded: false
                )
                return { () async throws(DeskError) in
                    let secured = CaseEvent.RecordsSecured(
                        request: request.entry,
                        day: day,
                        words: words
                    )
                    try await guest.handle([.secureRecords(secured)])
                    return seeOther(Link.answerRequest())
                }
            },
            page: { filler in
                form(
                    "Your records are secured",
                    [request.asked.instruction],
                    .records,
                    "Confirm",
                    filler
                )
            }
        )
    }

    // The form of the request

    /// Drafts lie under the request's own name, for all who write it.
    var place: DraftDesk.Place {
        DraftDesk.Place(
            partnership: guest.partnership,
            reference: guest.reference,
            document: DocumentID(of: request)
        )
    }

    func writing() async throws -> FormWriting? {
        guard form != nil, guest.seat.part.writes else { return nil }
        return try await formDesk()?.writing()
    }

    func writingDesk() throws -> FormWritingDesk {
        guard guest.seat.part.writes, let desk = formDesk() else { throw Detour.nothingHere }
        guard reader.isWritable else { throw Detour.notPermitted }
        return desk
    }

    private func formDesk() -> FormWritingDesk? {
        form.map { form in
            FormWritingDesk(
                writer: guest.writer,
                form: form,
                place: place,
                known: .none,
                standpoint: .elsewhere,
                over: reader.over,
                warning: nil,
                crumbs: reader.crumbs,
                overview: Link.answerRequest("check"),
                address: { Link.answerRequest($0, $1) }
            )
        }
    }
}

extension DocumentID {
    /// Under which the drafts of a request are kept.
    init(of request: AgencyRequest) {
        guard let document = DocumentID(number: request.entry.number) else {
            preconditionFailure("both count as far")
        }
        self = document
    }
}

extension SeatGuest {
    func show(_ page: FormPage, status: HTTPResponse.Status = .ok) -> Response {
        pageResponse(render(page, at: .elsewhere, in: frame), status: status)
    }

    func show(_ page: PaperPage, status: HTTPResponse.Status = .ok) -> Response {
        pageResponse(render(page, at: .elsewhere, in: frame), status: status)
    }
}
