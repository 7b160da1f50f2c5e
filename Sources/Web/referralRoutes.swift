import CaseFiles
import Desk
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views
import WorkingDays

/// Telling the partnership of a serious incident, by whoever belongs to it.
func addReferralRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/referrals") { request, context -> Response in
        let guest = try office.guest(request, context)
        let kept = try await ReferralDesk(cases: office.cases).referrals(for: guest.asking)
        let page = referralListPage(
            kept.map { ReferralLine($0, for: guest) },
            document: "\(DocumentID.random())",
            token: guest.formToken(Link.referrals)
        )
        return pageResponse(render(page, at: .at(.referrals), in: guest.frame))
    }
    router.post("/referrals") { request, context -> Response in
        let guest = try office.guest(request, context)
        let posted = try await guest.visit.posted(request)
        guard let document = DocumentID(posted.value("document")),
            let edition = guest.inside.partnership.editions.last
        else { throw Detour.notUnderstood }
        let desk = ReferralDesk(cases: office.cases)
        let reference = try await desk.begin(
            .random(),
            document: document,
            edition: edition,
            for: guest.asking
        )
        let paper = try await ReferralPaper(guest, reference)
        let first = paper.form.sections.first?.id ?? FormWriting.whole
        return seeOther(Link.referral(reference, "parts", first))
    }
    router.get("/referrals/:reference") { request, context -> Response in
        let guest = try office.guest(request, context)
        return try await ReferralPaper(guest, try context.reference()).page()
    }
    for act in ReferralPaper.Act.allCases {
        router.post(RouterPath("/referrals/:reference/\(act.rawValue)")) {
            request,
            context -> Response in
            let guest = try office.guest(request, context)
            let posted = try await guest.visit.posted(request)
            return try await ReferralPaper(guest, try context.reference()).take(act, posted)
        }
    }
    addWritingRoutes(to: router, office, "/referrals/:reference") { guest, context, _ in
        try await ReferralPaper(guest, try context.reference()).writingDesk()
    }
}

extension ReferralLine {
    fileprivate init(_ kept: KeptReferral, for guest: Guest) {
        self.init(
            reference: kept.head.reference,
            isOwn: kept.head.author == guest.person,
            isToRead: kept.referral.isWithReviewer && kept.head.reviewer == guest.person,
            sent: kept.referral.sent?.at.localTime.day,
            changed: kept.changed.localTime.day
        )
    }
}

/// One referral, for its author or whoever reads it first.
private struct ReferralPaper {
    enum Act: String, CaseIterable {
        case readers, returns, sending
    }

    private let guest: Guest
    private let reference: CaseReference
    private let kept: KeptReferral
    private let procedure: Procedure
    let form: FormDefinition

    private var desk: ReferralDesk { ReferralDesk(cases: guest.office.cases) }
    private var partnership: Partnership { guest.inside.partnership }

    init(_ guest: Guest, _ reference: CaseReference) async throws {
        self.guest = guest
        self.reference = reference
        kept = try await ReferralDesk(cases: guest.office.cases)
            .referral(reference, for: guest.asking)
        let edition = kept.referral.edition
        procedure = try await guest.office.cases.editions.procedure(edition)
        let forms = try await guest.office.cases.editions.forms(edition)
        guard let form = forms.first(where: { $0.id == "referral" }) else {
            throw Detour.nothingHere
        }
        self.form = form
    }

    /// Whether it is hers to write now: the author's until she hands it on, then the reader's.
    private var isHers: Bool {
        kept.referral.sent == nil
            && (kept.referral.isWithReviewer
                ? kept.head.reviewer == guest.person : kept.head.author == guest.person)
    }

    func writingDesk() throws -> FormWritingDesk {
        guard isHers else { throw Detour.notPermitted }
        return formDesk
    }

    private var formDesk: FormWritingDesk {
        let reference = reference
        return FormWritingDesk(
            writer: guest.writer,
            form: form,
            place: DraftDesk.Place(
                partnership: guest.inside.id,
                reference: reference,
                document: kept.referral.document
            ),
            known: .none,
            standpoint: .within(.referrals),
            over: "Referral \(reference)",
            warning: notForDanger,
            crumbs: [
                Crumb(name: Way.referrals.name, address: Link.referrals),
                Crumb(name: "Referral \(reference)", address: Link.referral(reference)),
            ],
            overview: Link.referral(reference),
            address: { Link.referral(reference, $0, $1) }
        )
    }

    private func writing() async throws -> FormWriting {
        guard let sent = kept.referral.sent else { return try await formDesk.writing() }
        return FormWriting(form: form, sent: sent.answers, today: guest.today)
    }

    func page(fault: String? = nil) async throws -> Response {
        let told = try await desk.told(kept, for: guest.asking)
        let guest = guest
        let writing = try await writing()
        let page = referralPage(
            ReferralState(
                reference: reference,
                isHers: isHers,
                isAuthor: kept.head.author == guest.person,
                author: guest.name(kept.head.author),
                reader: kept.referral.isWithReviewer
                    ? kept.head.reviewer.map { guest.name($0) } : nil,
                notes: kept.referral.notes.map { note in
                    (by: guest.name(note.by), when: DayWording.when(note.at), words: note.words)
                },
                sent: kept.referral.sent.map { sent in
                    (
                        by: guest.name(sent.by), when: DayWording.when(sent.at),
                        to: sent.to.map { guest.name($0) },
                        isReceiver: sent.to.contains(guest.person)
                    )
                },
                told: told.map { (day: $0.day, words: $0.words) },
                wantsReader: procedure.wantsReferralRead,
                readers: readers
            ),
            writing,
            digest: writing.words.digest,
            fault: fault,
            tokens: PaperTokens { guest.formToken($0) }
        )
        return pageResponse(
            render(page, at: .within(.referrals), in: guest.frame),
            status: fault == nil ? .ok : .unprocessableContent
        )
    }

    /// Whom she may ask to read it: first those of her own agency.
    private var readers: [(id: String, name: String)] {
        let own = partnership.people[guest.person]?.agency
        return partnership.people.values.filter { person in
            person.person != kept.head.author
                && partnership.isMember(person.person, on: guest.today)
                && !partnership.isShut(person.person)
        }.sorted { one, other in
            let isOwn = (one.agency == own && own != nil, other.agency == own && own != nil)
            return isOwn.0 != isOwn.1 ? isOwn.0 : one.name < other.name
        }.map { (id: "\($0.person)", name: $0.name) }
    }

    func take(_ act: Act, _ posted: Posted) async throws -> Response {
        if act == .sending, kept.referral.sent != nil { return seeOther(Link.referral(reference)) }
        guard isHers else { throw Detour.notPermitted }
        switch act {
        case .readers:
            guard let reader = PersonID(posted.value("reader")) else {
                return try await page(fault: "Choose who is to read it")
            }
            try await desk.pass(
                kept,
                to: reader,
                words: posted.value("words"),
                for: guest.asking
            )
        case .returns:
            guard !posted.value("words").allSatisfy(\.isWhitespace) else {
                return try await page(fault: "Write what must be changed")
            }
            try await desk.pass(kept, to: nil, words: posted.value("words"), for: guest.asking)
        case .sending: return try await send(posted)
        }
        return seeOther(Link.referral(reference))
    }

    private func send(_ posted: Posted) async throws -> Response {
        let writing = try await writing()
        guard writing.isComplete else {
            return try await page(fault: "Something is still missing or wrong: see below")
        }
        let words = writing.words
        guard posted.value("digest") == words.digest else {
            return try await page(fault: "It was changed while you read it: look at it once more")
        }
        let content = ReferralContent(words.answers, today: guest.today)
        let isReader = kept.head.reviewer == guest.person
        let reviewedBy = isReader ? guest.name(guest.person) : content.reviewedBy
        if procedure.wantsReferralRead, reviewedBy == nil {
            return try await page(
                fault:
                    "The procedure wants a senior manager of your agency to read it first: ask one to, or name who has"
            )
        }
        do throws(DeskError) {
            try await desk.send(
                kept,
                words,
                content,
                reviewedBy: reviewedBy,
                for: guest.asking
            ) { .random() }
        } catch .nobodyReceives {
            return try await page(
                fault:
                    "Nobody runs this partnership’s cases today, so nobody would read it. It is kept. Telephone the partnership, and the council’s children’s services"
            )
        } catch .caseRefused(let refusal) {
            return try await page(fault: refusal.words(under: procedure))
        } catch .nothingHere {
            return try await page(
                fault:
                    "It could not be sent under this reference: begin a new referral, and telephone the partnership"
            )
        } catch {
            throw error
        }
        return seeOther(Link.referral(reference))
    }
}
