import CaseFiles
import Chronologies
import Desk
import Documents
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Partnerships
import Views

/// The merged chronology of a case, its files, and the people whom it names.
func addChronologyRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/cases/:reference/chronology") { request, context -> Response in
        let guest = try office.guest(request, context)
        let query = ChronologyQuery(queryItems(request.uri.query))
        return try await ChronologyRoom(guest, context, "the chronology").page(query)
    }
    // What is looked for comes in the body, so that no address holds it.
    router.post("/cases/:reference/chronology") { request, context -> Response in
        let posted = try await Posted.read(request)
        guard context.visit?.isFull == true else {
            return try await signInAgain(office, request, context, posted)
        }
        let guest = try office.guest(request, context)
        _ = try guest.visit.checked(posted, request)
        let query = ChronologyQuery(posted.items, words: posted.value("words"))
        return try await ChronologyRoom(guest, context, "the chronology").page(query)
    }
    router.get("/cases/:reference/chronology.csv") { request, context -> Response in
        let guest = try office.guest(request, context)
        let query = ChronologyQuery(queryItems(request.uri.query))
        let room = try await ChronologyRoom(guest, context, "the chronology saved as CSV")
        return room.file("csv", "text/csv; charset=utf-8", chronologyCSV(room.table(query)))
    }
    router.get("/cases/:reference/chronology.xlsx") { request, context -> Response in
        let guest = try office.guest(request, context)
        let query = ChronologyQuery(queryItems(request.uri.query))
        let room = try await ChronologyRoom(guest, context, "the chronology saved as a spreadsheet")
        return room.file(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            try chronologyXLSX(room.table(query))
        )
    }
    router.get("/cases/:reference/chronology/people") { request, context -> Response in
        let guest = try office.guest(request, context)
        let opened = try await office.cases.look(
            at: try context.reference(),
            "the people whom the chronologies name",
            for: guest.asking,
            act: .seeReturns
        )
        let page = guest.reader(of: opened).chronologyPeoplePage()
        return pageResponse(render(page, in: guest.frame))
    }
}

/// The chronology of one case for one guest, who may see it; that she does is recorded first.
private struct ChronologyRoom {
    private let guest: Guest
    private let reference: CaseReference
    private let reader: CaseReader

    init(_ guest: Guest, _ context: VisitContext, _ what: String) async throws {
        self.guest = guest
        reference = try context.reference()
        let cases = guest.office.cases
        let opened = try await cases.opened(reference, toDo: .see, for: guest.asking)
        reader = guest.reader(of: opened)
        guard reader.seesChronology else { throw Detour.nothingHere }
        _ = try await cases.look(at: reference, what, for: guest.asking)
    }

    func page(_ query: ChronologyQuery) -> Response {
        let material = material(query)
        guard !material.merged.rows.isEmpty else {
            return pageResponse(render(reader.emptyChronologyPage(query), in: guest.frame))
        }
        let place = reader.chronologyPlace(
            query,
            wordsToken: guest.formToken(reader.chronologyPath)
        )
        return pageResponse(render(chronologyPage(material, query, at: place), in: guest.frame))
    }

    func table(_ query: ChronologyQuery) -> ChronologyTable {
        chronologyTable(material(query), query)
    }

    private func material(_ query: ChronologyQuery) -> ChronologyMaterial {
        let chronology = reader.chronology(query)
        let resemblances = guest.office.cases.resemblances(
            of: chronology,
            in: reference,
            for: guest.asking
        )
        return reader.material(of: chronology, resemblances)
    }

    func file(_ ending: String, _ type: String, _ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type,
                .contentDisposition: contentDisposition(
                    "\(reader.filing.name(of: .chronology)).\(ending)"
                ),
                .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
