import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views

/// The letters of a partnership: read, written, previewed and taken into use by whoever coordinates.
func addLetterRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/letters") { request, context -> Response in
        let guest = try office.guest(request, context)
        return pageResponse(render(try await guest.letters().listPage(), in: guest.frame))
    }
    router.get("/letters/:letter") { request, context -> Response in
        let guest = try office.guest(request, context)
        guard let page = try await guest.letters().page(context.letter) else {
            throw Detour.nothingHere
        }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/letters/:letter/text") { request, context -> Response in
        let guest = try office.guest(request, context)
        let from = queryItems(request.uri.query).first { $0.name == "from" }?.value
        return try await LetterDesk(guest, context, request).ask(from: from.flatMap { Int($0) })
    }
    router.post("/letters/:letter/text") { request, context -> Response in
        let posted = try await Posted.read(request, most: LetterDesk.mostBytes)
        guard context.visit?.isFull == true else {
            return try await signInAgain(office, request, context, posted)
        }
        let guest = try office.guest(request, context)
        _ = try guest.visit.checked(posted, request)
        return try await LetterDesk(guest, context, request).take(posted)
    }
    let version = "/letters/:letter/versions/:number"
    router.get(RouterPath(version)) { request, context -> Response in
        let guest = try office.guest(request, context)
        return try await LetterDesk(guest, context, request).version(context.number())
    }
    router.post("\(version)/use") { request, context -> Response in
        let guest = try office.guest(request, context)
        let desk = try await LetterDesk(guest, context, request)
        return try await desk.putToUse(context.number(), guest.visit.posted(request))
    }
    addDocumentRoutes(to: router, office, at: version) { guest, context, _ in
        let letters = try await guest.letters()
        let number = try context.number()
        guard let document = letters.preview(context.letter, number) else {
            throw Detour.nothingHere
        }
        let address = Link.letterVersion(context.letter, number)
        return OfferedDocument(
            document: document,
            file: "letter-\(context.letter)-\(number)",
            crumbs: [
                Crumb(name: "Letters", address: Link.letters),
                Crumb(name: document.title, address: address),
            ],
            way: .people
        )
    }
}

extension VisitContext {
    fileprivate var letter: String { parameters.get("letter") ?? "" }
}

extension Guest {
    /// For whoever coordinates; to others there is nothing of the kind.
    fileprivate func letters() async throws -> LetterReader {
        guard inside.reader.coordinates, let edition = inside.partnership.editions.last else {
            throw Detour.nothingHere
        }
        return LetterReader(
            inside.reader,
            letters: try await office.cases.editions.letters(edition),
            forms: try await office.cases.editions.forms(edition)
        )
    }
}

/// One letter for one guest.
private struct LetterDesk {
    /// A letter of a thousand pages is read to its end, so that it is said how much is too much and nothing typed is lost.
    static let mostBytes = 8 << 20

    private let guest: Guest
    private let letters: LetterReader
    private let letter: String
    private let address: String

    init(_ guest: Guest, _ context: VisitContext, _ request: Request) async throws {
        self.guest = guest
        letters = try await guest.letters()
        letter = context.letter
        address = request.uri.path
    }

    func ask(from number: Int?) throws -> Response {
        guard let filled = letters.filled(letter, from: number, nil) else {
            throw Detour.nothingHere
        }
        return try respond(filled)
    }

    func take(_ posted: Posted) async throws -> Response {
        guard let filled = letters.filled(letter, from: nil, posted.items) else {
            throw Detour.nothingHere
        }
        guard let text = filled.letter else {
            return try respond(filled, status: .unprocessableContent)
        }
        do throws(DeskError) {
            try await guest.office.cases.handle(
                .writeLetter(text, after: filled.after, instead: filled.shipped),
                for: guest.asking
            )
            return seeOther(Link.letterVersion(letter, filled.after + 1))
        } catch .refused(let refusal) {
            if case .notAllowed = refusal { throw Detour.nothingHere }
            let status: HTTPResponse.Status =
                if case .letterOvertaken = refusal { .conflict } else { .unprocessableContent }
            return try respond(filled, refusal, try await lettersNow(), status: status)
        } catch {
            throw error
        }
    }

    func version(_ number: Int) throws -> Response {
        try respond(letters, number)
    }

    func putToUse(_ number: Int, _ posted: Posted) async throws -> Response {
        guard let seen = Int(posted.value("instead")) else { throw Detour.notUnderstood }
        do throws(DeskError) {
            try await guest.office.cases.handle(
                .putLetterToUse(letter, number: number, instead: seen),
                for: guest.asking
            )
            return seeOther(Link.letter(letter))
        } catch .refused(.letterOvertaken) {
            return try respond(try await lettersNow(), number, isOvertaken: true)
        } catch .refused(.unknownLetter) {
            throw Detour.nothingHere
        } catch {
            throw error
        }
    }

    /// With what others wrote meanwhile.
    private func lettersNow() async throws(DeskError) -> LetterReader {
        letters.at(try await guest.office.cases.partnerships.partnership(guest.inside.id))
    }

    private func respond(
        _ letters: LetterReader,
        _ number: Int,
        isOvertaken: Bool = false
    ) throws -> Response {
        let page = letters.versionPage(letter, number, isOvertaken: isOvertaken) {
            guest.formToken($0)
        }
        guard let page else { throw Detour.nothingHere }
        return pageResponse(
            render(page, in: guest.frame),
            status: isOvertaken ? .conflict : .ok
        )
    }

    private func respond(
        _ filled: FilledLetterForm,
        _ refusal: PartnershipRefusal? = nil,
        _ now: LetterReader? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let page = (now ?? letters).formPage(
            filled,
            refused: refusal,
            at: address,
            token: guest.formToken(address)
        )
        guard let page else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame), status: status)
    }
}
