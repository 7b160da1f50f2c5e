import CaseFiles
import CaseStores
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Views
import WorkingDays

/// My work, the list of cases, search, and the pages of one case; each is written down as a look before it goes out.
func addCaseRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/my-work") { request, context -> Response in
        let guest = try office.guest(request, context)
        return pageResponse(render(try await guest.workPage(), in: guest.frame))
    }
    router.get("/cases") { request, context -> Response in
        let guest = try office.guest(request, context)
        let items = queryItems(request.uri.query)
        return pageResponse(render(try await guest.caseList(items), in: guest.frame))
    }
    router.post("/cases/search") { request, context -> Response in
        let guest = try office.guest(request, context)
        let posted = try await guest.visit.posted(request)
        return pageResponse(render(try await guest.found(posted.value("words")), in: guest.frame))
    }
    addOpeningRoutes(to: router, office)

    router.get("/cases/:reference") { request, context -> Response in
        let guest = try office.guest(request, context)
        let recorded = queryItems(request.uri.query).first { $0.name == "recorded" }
        var reader = try await guest.reader(context, "the case")
        reader.matches = await guest.alsoOn(reader.opened.file.matches)
        let page = reader.casePage(recorded: recorded.flatMap { Int($0.value) })
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/plan") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "the plan")
        return pageResponse(render(reader.planPage(), in: guest.frame))
    }
    router.get("/cases/:reference/steps/:step") { request, context -> Response in
        let guest = try office.guest(request, context)
        let step = context.parameters.get("step") ?? ""
        let reader = try await guest.reader(context, "a step")
        guard let page = reader.stepPage(step) else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/national-panel") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "the national Panel’s replies")
        return pageResponse(render(reader.nationalPanelPage(), in: guest.frame))
    }
    router.get("/cases/:reference/involvement") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "the family and practitioners")
        guard reader.may(.seeInvolvement) else { throw Detour.notPermitted }
        return pageResponse(render(reader.involvementPage(), in: guest.frame))
    }
    router.get("/cases/:reference/log") { request, context -> Response in
        let guest = try office.guest(request, context)
        let items = queryItems(request.uri.query)
        return try await guest.log(context, items, containing: "")
    }
    router.post("/cases/:reference/log") { request, context -> Response in
        let guest = try office.guest(request, context)
        let posted = try await guest.visit.posted(request)
        return try await guest.log(context, [], containing: posted.value("words"))
    }
    router.get("/cases/:reference/people") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "the people")
        return pageResponse(render(reader.peoplePage(), in: guest.frame))
    }
    router.get("/cases/:reference/documents") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "the documents")
        return pageResponse(render(reader.documentsPage(), in: guest.frame))
    }
    router.get("/cases/:reference/looks") { request, context -> Response in
        let guest = try office.guest(request, context)
        let (opened, looks) = try await office.cases.readLog(
            of: try context.reference(),
            for: guest.asking
        )
        let reader = guest.reader(of: opened)
        let page = reader.looksPage(looks.map { ($0.person, $0.recorded, $0.what) })
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/seen-by/:person") { request, context -> Response in
        let guest = try office.guest(request, context)
        guard let person = PersonID(context.parameters.get("person") ?? "") else {
            throw Detour.nothingHere
        }
        let (opened, permissions) = try await office.cases.whatIsSeen(
            by: person,
            of: try context.reference(),
            for: guest.asking
        )
        guard opened.partnership.people[person] != nil else { throw Detour.nothingHere }
        let reader = guest.reader(of: opened)
        return pageResponse(render(reader.seenByPage(person, permissions), in: guest.frame))
    }
}

extension VisitContext {
    /// The case that the address names.
    func reference() throws(Detour) -> CaseReference {
        guard let text = parameters.get("reference"), let reference = CaseReference(text),
            reference.path == text
        else { throw .nothingHere }
        return reference
    }
}

extension Guest {
    func reader(of opened: OpenedCase) -> CaseReader {
        CaseReader(opened, for: person, at: time)
    }

    /// A case for this guest, who may see it; the look is written down first.
    func reader(_ context: VisitContext, _ what: String) async throws -> CaseReader {
        reader(of: try await office.cases.look(at: context.reference(), what, for: asking))
    }

    /// Those of some cases that the guest is on herself.
    func alsoOn(_ references: [CaseReference]) async -> [CaseReference] {
        var mine: [CaseReference] = []
        for reference in references
        where (try? await office.cases.opened(reference, toDo: .see, for: asking)) != nil {
            mine.append(reference)
        }
        return mine
    }

    func workPage() async throws -> WorkPage {
        let (lines, _) = try await office.cases.cases(for: asking, limit: Self.mostAtWork)
        var readers: [CaseReader] = []
        for line in lines {
            // Of a case that cannot be read her other work is shown all the same; its own page says why.
            guard
                let opened = try? await office.cases.opened(
                    line.reference,
                    toDo: .see,
                    for: asking
                )
            else { continue }
            readers.append(reader(of: opened))
        }
        let referrals = (try? await ReferralDesk(cases: office.cases).referrals(for: asking)) ?? []
        return Pages.workPage(
            of: readers,
            in: inside.partnership,
            for: person,
            referralsToRead: referrals.count {
                $0.referral.isWithReviewer && $0.head.reviewer == person
            },
            today: today
        )
    }

    /// The most pressing; who has more goes by the list of cases.
    private static let mostAtWork = 50

    func caseList(_ items: [(name: String, value: String)]) async throws -> CaseListPage {
        let filter = CaseListFilter(items)
        let after = items.first { $0.name == "after" }.flatMap { CaseKey($0.value) }
        let (lines, count) = try await office.cases.cases(
            for: asking,
            isOpen: filter.isOpen,
            stage: filter.stage,
            route: filter.route,
            after: after,
            limit: Self.pageLength
        )
        let next = lines.count == Self.pageLength ? lines.last?.key.text : nil
        return caseListPage(
            lines.map { row($0) },
            count: count,
            isMore: count >= CaseList.mostCounted,
            filter,
            next: next.map { filter.link(after: $0) },
            mayOpen: inside.reader.coordinates,
            searchToken: formToken(Link.search)
        )
    }

    private static let pageLength = 25

    func found(_ words: String) async throws -> CaseListPage {
        let (lines, count) = try await office.cases.search(words, for: asking)
        return searchPage(
            lines.map { row($0) },
            count: count,
            for: words,
            searchToken: formToken(Link.search)
        )
    }

    private func row(_ line: CaseLine) -> CaseListPage.Row {
        CaseListPage.Row(
            reference: line.reference,
            children: line.summary.children,
            place: line.summary.place,
            stage: line.stage,
            route: line.route,
            began: line.summary.began,
            nextDue: line.nextDue,
            today: today
        )
    }

    func log(
        _ context: VisitContext,
        _ items: [(name: String, value: String)],
        containing words: String
    ) async throws -> Response {
        let reference = try context.reference()
        let what = words.isEmpty ? "the log" : "the log, searched"
        let opened = try await office.cases.look(at: reference, what, for: asking, act: .seeLog)
        func value(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }
        var filler = FormFiller(items.isEmpty ? nil : items)
        let from = filler.optionalDay("from", "From")
        let until = filler.optionalDay("until", "Until")
        let filter = LogFilter(
            person: PersonID(value("person")),
            kind: LogLine.Kind(rawValue: value("kind")),
            from: from,
            until: until
        )
        let page = reader(of: opened).logPage(
            filter,
            filler,
            containing: words,
            before: Int(value("before")),
            token: formToken(Link.caseFile(reference, "log"))
        )
        return pageResponse(
            render(page, in: frame),
            status: filler.errors.isEmpty ? .ok : .unprocessableContent
        )
    }
}

extension CaseKey {
    /// Where a page of a list ended, as its address says it: day, then reference.
    fileprivate var text: String {
        "\(nextDue.map { "\($0)" } ?? "none").\(reference.path)"
    }

    fileprivate init?(_ text: String) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let reference = CaseReference(parts[1]) else { return nil }
        let day = Day(iso: String(parts[0]))
        guard day != nil || parts[0] == "none" else { return nil }
        self.init(nextDue: day, reference: reference)
    }
}
