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

/// People, agencies, closure days, notices, exclusions and cases opened in an emergency.
func addPeopleRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/people") { request, context -> Response in
        let guest = try office.guest(request, context)
        return pageResponse(render(guest.inside.reader.peoplePage(), in: guest.frame))
    }
    router.get("/people/:person") { request, context -> Response in
        let guest = try office.guest(request, context)
        let page = guest.inside.reader.personPage(
            try context.person(),
            token: { guest.formToken($0) }
        )
        guard let page else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/notices") { request, context -> Response in
        let guest = try office.guest(request, context)
        guard guest.inside.reader.coordinates else { throw Detour.nothingHere }
        let page = guest.inside.reader.noticesPage { guest.formToken($0) }
        return pageResponse(render(page, in: guest.frame))
    }
    router.post("/notices") { request, context -> Response in
        let guest = try office.guest(request, context)
        let posted = try await guest.visit.posted(request)
        let count = max(0, Int(posted.value("count")) ?? 0)
        try await office.cases.handle(.seeNotices(count: count), for: guest.asking)
        return seeOther(Link.notices)
    }
    router.post("/people/:person/confirmation") { request, context -> Response in
        let guest = try office.guest(request, context)
        _ = try await guest.visit.posted(request)
        let person = try context.person()
        try await office.cases.handle(.confirm(person), for: guest.asking)
        return seeOther(Link.person(person))
    }
    addResetRoutes(to: router, office)
    addEmergencyRoutes(to: router, office)
    addPartnershipFormRoutes(to: router, office)
}

private func addResetRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/people/:person/resets") { request, context -> Response in
        let guest = try office.guest(request, context)
        let person = try context.person()
        guard guest.inside.reader.mayReset(person) else { throw Detour.nothingHere }
        try guest.needFreshCode(.reset, request)
        let address = Link.person(person, "resets")
        let page = FormPage(
            title: "Reset how somebody signs in",
            over: guest.inside.partnership.people[person]?.name ?? "",
            crumbs: [Crumb(name: Way.people.name, address: Link.people)],
            lead: [
                "Their password and code then open nothing, and they are signed out. You get a link, to be handed over, with which they choose both anew.",
                "Their cases stay shut until a business manager or the chair, other than you, has asked them and confirms it. Every business manager is shown it.",
            ],
            form: Form(action: address, token: guest.formToken(address), button: "Reset it")
        )
        return pageResponse(render(page, at: .within(.people), in: guest.frame))
    }
    router.post("/people/:person/resets") { request, context -> Response in
        let guest = try office.guest(request, context)
        let person = try context.person()
        guard guest.inside.reader.mayReset(person) else { throw Detour.nothingHere }
        try guest.needFreshCode(.reset, request)
        _ = try await guest.visit.posted(request)
        let token = try await guest.settle { () async throws(PeopleError) in
            try await office.people.reset(
                person,
                in: guest.inside.id,
                by: .person(guest.person),
                at: guest.time,
                present: office.present()
            )
        }
        return guest.invitationPage(person, token)
    }
}

private func addEmergencyRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/emergencies") { request, context -> Response in
        let guest = try office.guest(request, context)
        let page = guest.inside.reader.emergenciesPage { guest.formToken($0) }
        return pageResponse(render(page, in: guest.frame))
    }
    router.post("/emergencies/:entry") { request, context -> Response in
        let guest = try office.guest(request, context)
        let entry = try context.entry()
        let posted = try await Posted.read(request)
        _ = try guest.visit.checked(posted, request)
        guard guest.hasFreshCode(.breakGlass) else {
            return freshCodePage(
                guest,
                FormFiller(nil),
                to: "",
                kept: Kept(path: request.uri.path, posted)
            )
        }
        do throws(DeskError) {
            try await office.cases.handle(.breakGlass(entry), for: guest.asking)
            return seeOther(Link.emergencies)
        } catch .refused(let refusal) {
            let page = ProblemPage(
                title: "It was not opened",
                text: refusal.words(in: guest.inside.partnership) + "."
            )
            return pageResponse(render(page, in: guest.frame), status: .unprocessableContent)
        } catch {
            throw error
        }
    }
}

extension PartnershipReader {
    /// Administrators reset how others sign in.
    func mayReset(_ other: PersonID) -> Bool {
        other != person && partnership.people[other] != nil && !partnership.isShut(person)
            && partnership.capacities(of: person, on: time.localTime.day).contains(.administrator)
    }
}

extension VisitContext {
    func person() throws(Detour) -> PersonID {
        guard let person = PersonID(parameters.get("person") ?? "") else { throw .nothingHere }
        return person
    }

    func entry() throws(Detour) -> EntryID {
        guard let entry = EntryID(parameters.get("entry") ?? "") else { throw .nothingHere }
        return entry
    }

    func contactPart() throws(Detour) -> Agency.Contact.Part {
        guard let part = Agency.Contact.Part(rawValue: parameters.get("part") ?? "") else {
            throw .nothingHere
        }
        return part
    }

    func agency() throws(Detour) -> AgencyID {
        guard let agency = AgencyID(parameters.get("agency") ?? "") else { throw .nothingHere }
        return agency
    }
}

extension Guest {
    /// The link that lets somebody choose a password, shown this once.
    func invitationPage(_ person: PersonID, _ token: Token) -> Response {
        let page = InvitationPage(
            name: inside.partnership.people[person]?.name ?? "the new person",
            link: office.address().address(of: Link.invitation(token.text)),
            says: [
                "Give this link to them and to nobody else: whoever has it can choose the password. It lasts for one hour, serves once, and is not shown again."
            ],
            back: Link.person(person)
        )
        return pageResponse(render(page, in: frame))
    }

    func settle<Value>(
        _ body: () async throws(PeopleError) -> Value
    ) async throws -> Value {
        do throws(PeopleError) {
            return try await body()
        } catch .desk(let error) {
            throw error
        } catch .account(let error) {
            throw error
        }
    }
}
