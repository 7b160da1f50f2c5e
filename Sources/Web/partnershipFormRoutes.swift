import CaseFiles
import Credentials
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Views
import WorkingDays

/// Every form that stands for an act in a partnership.
func addPartnershipFormRoutes(to router: Router<VisitContext>, _ office: Office) {
    func add(
        _ path: String,
        _ form: @escaping @Sendable (VisitContext) throws -> PartnershipForm
    ) {
        router.get(RouterPath(path)) { request, context -> Response in
            let guest = try office.guest(request, context)
            return try await PartnershipFormDesk(guest, try form(context), request).ask()
        }
        router.post(RouterPath(path)) { request, context -> Response in
            let posted = try await Posted.read(request)
            guard context.visit?.isFull == true else {
                return try await signInAgain(office, request, context, posted)
            }
            let guest = try office.guest(request, context)
            _ = try guest.visit.checked(posted, request)
            return try await PartnershipFormDesk(guest, try form(context), request).take(posted)
        }
    }
    add("/people/new") { _ in .newcomer }
    add("/people/:person/description") { .description(try $0.person()) }
    add("/people/:person/memberships") { .membership(try $0.person()) }
    add("/people/:person/memberships/:entry") { .membershipEnding(try $0.entry()) }
    add("/people/:person/deputies") { .deputy(of: try $0.person()) }
    add("/people/:person/deputies/:entry") { .deputyEnding(try $0.entry()) }
    add("/agencies/new") { _ in .newAgency }
    add("/agencies/:agency") { .agency(try $0.agency()) }
    add("/agencies/:agency/closing") { .agencyClosing(try $0.agency()) }
    add("/agencies/:agency/:part/allowance") { .allowance(try $0.agency(), try $0.contactPart()) }
    add("/agencies/:agency/:part/check") { .addressCheck(try $0.agency(), try $0.contactPart()) }
    add("/agencies/:agency/:part/withdrawal") {
        .trustWithdrawal(try $0.agency(), try $0.contactPart())
    }
    add("/domains/new") { _ in .domain }
    add("/domains/:domain") { .domainEnding($0.parameters.get("domain") ?? "") }
    add("/domains/below/:domain") {
        .domainEnding("*.\($0.parameters.get("domain") ?? "")")
    }
    add("/closures/new") { _ in .closure }
    add("/closures/:day") { context in
        guard let day = Day(iso: context.parameters.get("day") ?? "") else {
            throw Detour.nothingHere
        }
        return .closureEnding(day)
    }
    add("/emergencies/new") { _ in .emergency }
    add("/cases/:reference/exclusions") { .exclusion(try $0.reference()) }
    add("/cases/:reference/exclusions/:entry") { .exclusionEnding(try $0.entry()) }
}

/// One form in a partnership, for one guest.
struct PartnershipFormDesk {
    private let guest: Guest
    private let form: PartnershipForm
    private let address: String

    init(_ guest: Guest, _ form: PartnershipForm, _ request: Request) {
        self.guest = guest
        self.form = form
        address = request.uri.path
    }

    private var office: Office { guest.office }

    func ask() async throws -> Response {
        try await permit()
        guard let filled = fill(nil) else { throw Detour.nothingHere }
        if form.guardedAct.map({ !guest.hasFreshCode($0) }) ?? false {
            return seeOther("\(Link.freshCode)?to=\(Link.encoded(address))")
        }
        return respond(filled)
    }

    func take(_ posted: Posted) async throws -> Response {
        try await permit()
        guard let filled = fill(posted) else { throw Detour.nothingHere }
        guard let act = filled.act, posted.value("again").isEmpty else {
            return respond(
                filled,
                posted,
                status: filled.act == nil ? .unprocessableContent : .ok
            )
        }
        if form.guardedAct.map({ !guest.hasFreshCode($0) }) ?? false {
            return freshCodePage(
                guest,
                FormFiller(nil),
                to: "",
                kept: Kept(path: address, posted)
            )
        }
        if wasTaken(posted) { return try await again(posted) }
        do throws(PeopleError) {
            switch act {
            case .addition(let newcomer): return try await add(newcomer, entry(posted))
            case .addressCheck(let checked, let contact):
                try await check(checked, contact)
                return seeOther(landing)
            case .command(let command):
                if let response = try await confirmation(command, filled, posted) {
                    return response
                }
                try await handle(command)
                return seeOther(landing)
            }
        } catch .desk(.refused(let refusal)) {
            var filler = filled.filler
            let words = refusal.words(in: guest.inside.partnership)
            if let field = refusal.field, filler.asks(field) {
                filler.mark(field, words)
            } else {
                filler.fail(words)
            }
            return respond(filled, posted, filler: filler, status: .unprocessableContent)
        } catch .desk(let error) {
            throw error
        } catch .account(let error) {
            throw error
        }
    }

    private func handle(_ command: PartnershipCommand) async throws(PeopleError) {
        do {
            try await office.cases.handle(command, for: guest.asking)
        } catch {
            throw .desk(error)
        }
    }

    private func check(_ checked: String, _ contact: String) async throws(PeopleError) {
        let desk = AddressDesk(partnerships: office.cases.partnerships)
        do {
            try await desk.check(checked, of: contact, for: guest.asking)
        } catch {
            throw .desk(error)
        }
    }

    private func add(
        _ newcomer: Newcomer,
        _ entry: EntryID
    ) async throws(PeopleError) -> Response {
        let (person, token) = try await office.people.add(
            newcomer,
            under: entry,
            to: guest.inside.id,
            by: .person(guest.person),
            at: guest.time,
            present: office.present()
        )
        guard let token else { return seeOther(Link.person(person)) }
        return guest.invitationPage(person, token)
    }

    /// Before a closure day comes or goes: every date that it changes in the guest's own cases.
    private func confirmation(
        _ command: PartnershipCommand,
        _ filled: FilledPartnershipForm,
        _ posted: Posted
    ) async throws(PeopleError) -> Response? {
        let version = "\(guest.inside.partnership.version)"
        guard form.changesDates, posted.value("confirmed") != version else { return nil }
        let changed: [(opened: OpenedCase, changes: [DateChange])]
        do {
            changed = try await office.cases.changes(by: command, for: guest.asking)
        } catch {
            throw .desk(error)
        }
        let rows = changed.flatMap { opened, changes in
            dateChangeRows(changes, under: opened.procedure, of: opened.file.reference)
        }
        let lead = [
            rows.isEmpty
                ? "Nothing is recorded yet. No date of your cases would change."
                : "Nothing is recorded yet. This is what would change in your cases.",
            "If there are cases that you are not on, they are worked out anew as well.",
        ]
        let page = FormPage(
            title: filled.title,
            crumbs: crumbs,
            lead: lead,
            changes: rows.isEmpty ? nil : rows,
            form: Form(
                action: address,
                token: guest.formToken(address),
                hidden: [(name: "confirmed", value: version)]
                    + filled.filler.sent(but: ["form-token", "confirmed", "again"]),
                button: "Record it",
                back: "Go back and change something"
            )
        )
        return pageResponse(render(page, at: .within(.people), in: guest.frame))
    }

    /// Whoever may not do it learns no more than of a page that is not there.
    private func permit() async throws {
        switch form {
        case .exclusion(let reference):
            _ = try await office.cases.opened(reference, toDo: .putOn, for: guest.asking)
        case .exclusionEnding(let entry):
            guard
                let exclusion = guest.inside.partnership.exclusions.first(where: {
                    $0.entry == entry
                })
            else { throw Detour.nothingHere }
            _ = try await office.cases.opened(exclusion.reference, toDo: .putOn, for: guest.asking)
        case .emergency: return
        case .addressCheck where !office.sendsMail: throw Detour.nothingHere
        case .allowance, .addressCheck, .trustWithdrawal, .domain, .domainEnding:
            guard guest.inside.reader.coordinates else { throw Detour.nothingHere }
        case .deputy, .deputyEnding:
            guard guest.inside.reader.namesDeputies else { throw Detour.nothingHere }
        default: guard guest.inside.reader.administers else { throw Detour.nothingHere }
        }
    }

    private func fill(_ posted: Posted?) -> FilledPartnershipForm? {
        guest.inside.reader.filled(
            form,
            posted?.items,
            entry: entry(posted),
            agency: agency(posted)
        )
    }

    private func entry(_ posted: Posted?) -> EntryID {
        posted.flatMap { EntryID($0.value("entry")) } ?? .random()
    }

    private func agency(_ posted: Posted?) -> AgencyID {
        posted.flatMap { AgencyID($0.value("agency-id")) } ?? .random()
    }

    /// Whether the same form was taken already: the button was pressed twice.
    private func wasTaken(_ posted: Posted) -> Bool {
        let partnership = guest.inside.partnership
        let entry = entry(posted)
        switch form {
        case .newAgency: return partnership.agencies[agency(posted)] != nil
        case .newcomer, .membership:
            return partnership.memberships.contains { $0.entry == entry }
        case .deputy: return partnership.deputies.contains { $0.entry == entry }
        case .emergency: return partnership.brokenGlass.contains { $0.entry == entry }
        case .exclusion: return partnership.exclusions.contains { $0.entry == entry }
        default: return false
        }
    }

    /// Where the first press led to; the link of a newcomer, which may have been missed, is made anew.
    private func again(_ posted: Posted) async throws -> Response {
        let partnership = guest.inside.partnership
        guard case .newcomer = form,
            let person = partnership.memberships.first(where: { $0.entry == entry(posted) })?
                .person,
            try await !office.accounts.summary(of: person).hasPassword
        else { return seeOther(landing) }
        let token = try await guest.settle { () async throws(PeopleError) in
            try await office.people.invite(
                person,
                in: guest.inside.id,
                by: .person(guest.person),
                at: guest.time,
                present: office.present()
            )
        }
        return guest.invitationPage(person, token)
    }

    private var landing: String {
        switch form {
        case .description(let person), .membership(let person), .deputy(let person):
            Link.person(person)
        case .emergency: Link.emergencies
        case .exclusion(let reference): Link.caseFile(reference, "people")
        default: Link.people
        }
    }

    private var crumbs: [Crumb] {
        if case .exclusion(let reference) = form {
            return [.caseFile(reference)]
        }
        return [Crumb(name: Way.people.name, address: Link.people)]
    }

    private func respond(
        _ filled: FilledPartnershipForm,
        _ posted: Posted? = nil,
        filler: FormFiller? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let filler = filler ?? filled.filler
        let page = FormPage(
            title: filled.title,
            crumbs: crumbs,
            lead: filled.lead,
            form: Form(
                action: address,
                token: guest.formToken(address),
                hidden: [
                    (name: "entry", value: "\(entry(posted))"),
                    (name: "agency-id", value: "\(agency(posted))"),
                ] + filler.carried,
                fields: filler.fields,
                errors: filler.errors,
                button: filled.button
            )
        )
        return pageResponse(render(page, at: .within(.people), in: guest.frame), status: status)
    }
}

extension PartnershipForm {
    fileprivate var guardedAct: GuardedAct? {
        switch self {
        case .exclusion, .exclusionEnding: .exclude
        case .emergency: .breakGlass
        default: nil
        }
    }

    fileprivate var changesDates: Bool {
        switch self {
        case .closure, .closureEnding: true
        default: false
        }
    }
}
