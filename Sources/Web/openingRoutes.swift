import CaseFiles
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Views

/// Opening a case.
func addOpeningRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/cases/new") { request, context -> Response in
        let guest = try office.guest(request, context)
        return try guest.openingPage(nil, reference: .random()).response
    }
    router.post("/cases/new") { request, context -> Response in
        let posted = try await Posted.read(request)
        guard context.visit?.isFull == true else {
            return try await signInAgain(office, request, context, posted)
        }
        let guest = try office.guest(request, context)
        _ = try guest.visit.checked(posted, request)
        return try await guest.openCase(posted)
    }
}

extension Guest {
    fileprivate func openingPage(
        _ items: [(name: String, value: String)]?,
        reference: CaseReference
    ) throws -> (
        response: Response, command: CaseCommand.OpenCase?
    ) {
        guard inside.reader.coordinates, !inside.partnership.isShut(person) else {
            throw Detour.nothingHere
        }
        var filler = FormFiller(items)
        let command = askOpening(
            &filler,
            in: inside.partnership,
            reference: reference,
            by: person,
            roles: inside.reader.coordinatingRoles,
            today: today
        )
        return (page(filler, reference), command)
    }

    private func page(_ filler: FormFiller, _ reference: CaseReference) -> Response {
        let page = FormPage(
            title: "Open a case",
            crumbs: [Crumb(name: Way.cases.name, address: Link.cases)],
            lead: [
                "You will be the first on it. Nobody else learns that it exists until you put them on.",
                "If a child is in danger now, act first: this page tells nobody.",
            ],
            form: Form(
                action: Link.newCase,
                token: formToken(Link.newCase),
                hidden: [(name: "reference", value: reference.path)],
                fields: filler.fields,
                errors: filler.errors,
                button: "Open the case"
            )
        )
        return pageResponse(
            render(page, at: .within(.cases), in: frame),
            status: filler.errors.isEmpty ? .ok : .unprocessableContent
        )
    }

    fileprivate func openCase(_ posted: Posted) async throws -> Response {
        let reference = CaseReference(posted.value("reference")) ?? .random()
        let (response, command) = try openingPage(posted.items, reference: reference)
        guard let command else { return response }
        // Pressed twice: the case is there, and hers.
        if (try? await office.cases.opened(reference, toDo: .see, for: asking)) != nil {
            return seeOther(Link.caseFile(reference))
        }
        do throws(DeskError) {
            let file = try await office.cases.open(command, for: asking)
            return seeOther(Link.caseFile(file.reference) + "?recorded=1")
        } catch .caseRefused(let refusal) {
            var filler = FormFiller(posted.items)
            _ = askOpening(
                &filler,
                in: inside.partnership,
                reference: command.reference,
                by: person,
                roles: [],
                today: today
            )
            let field = refusal.field == "day" ? "began" : refusal.field
            filler.mark(field ?? "began", refusal.words(under: inside.reader.procedure))
            return page(filler, reference)
        } catch {
            throw error
        }
    }
}

extension CaseReference {
    /// A name that nobody can guess from another.
    static func random() -> CaseReference {
        guard let reference = CaseReference(number: Int64.random(in: 0..<count)) else {
            preconditionFailure("the number lies within the range")
        }
        return reference
    }
}

extension Identifier {
    static func random() -> Identifier {
        guard let identifier = Identifier(number: Int64.random(in: 0..<count)) else {
            preconditionFailure("the number lies within the range")
        }
        return identifier
    }
}
