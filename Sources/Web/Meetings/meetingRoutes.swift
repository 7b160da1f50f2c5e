import Calendars
import CaseFiles
import Desk
import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Partnerships
import Views

/// The meetings of a case, the page by which one is run, its agenda and minutes, and its calendar file.
func addMeetingRoutes(to router: Router<VisitContext>, _ office: Office) {
    router.get("/cases/:reference/meetings") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "the meetings")
        return pageResponse(render(reader.meetingsPage(), in: guest.frame))
    }
    router.get("/cases/:reference/actions") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "the actions of meetings")
        return pageResponse(render(reader.actionsPage(), in: guest.frame))
    }
    router.get("/cases/:reference/meetings/:about") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "a meeting")
        guard let page = reader.meetingPage(try context.about()) else {
            throw Detour.nothingHere
        }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/meetings/:about/calendar") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "a meeting, for a calendar")
        return calendarResponse(try reader.known(context), of: reader, at: guest)
    }
    router.get("/cases/:reference/meetings/:about/papers/agenda") { request, context -> Response in
        let guest = try office.guest(request, context)
        let reader = try await guest.reader(context, "an agenda")
        guard let page = reader.agendaPaper(try context.about()) else {
            throw Detour.nothingHere
        }
        return pageResponse(render(page, in: guest.frame))
    }
    router.get("/cases/:reference/meetings/:about/papers/minutes") {
        request,
        context -> Response in
        let guest = try office.guest(request, context)
        return try await MinutesDesk(guest, context, writes: false).read()
    }
    addRunningRoutes(to: router, office)
}

private func addRunningRoutes(to router: Router<VisitContext>, _ office: Office) {
    let path = "/cases/:reference/meetings/:about"
    router.get(RouterPath("\(path)/run")) { request, context -> Response in
        let guest = try office.guest(request, context)
        return try await MinutesDesk(guest, context).begin()
    }
    router.get(RouterPath("\(path)/run/:section")) { request, context -> Response in
        let guest = try office.guest(request, context)
        return try await MinutesDesk(guest, context).ask(context.section)
    }
    router.post(RouterPath("\(path)/run/:section")) { request, context -> Response in
        let posted = try await Posted.read(request)
        guard context.visit?.isFull == true else {
            return try await signInAgain(office, request, context, posted)
        }
        let guest = try office.guest(request, context)
        _ = try guest.visit.checked(posted, request)
        return try await MinutesDesk(guest, context).take(context.section, posted)
    }
    let draft = RouterPath("\(path)/drafts/:section")
    router.get(draft) { request, context -> Response in
        guard context.visit?.isFull == true else { return Response(status: .unauthorized) }
        let guest = try office.guest(request, context)
        return try await MinutesDesk(guest, context).writing.tokens(context.section)
    }
    router.post(draft) { request, context -> Response in
        let posted = try await Posted.read(request)
        guard context.visit?.isFull == true else { return Response(status: .unauthorized) }
        let guest = try office.guest(request, context)
        _ = try guest.visit.checked(posted, request)
        let desk = try await MinutesDesk(guest, context)
        return try await desk.autosave(context.section, posted)
    }
    router.get(RouterPath("\(path)/minutes")) { request, context -> Response in
        let guest = try office.guest(request, context)
        return try await MinutesDesk(guest, context).askPutForward()
    }
    router.post(RouterPath("\(path)/minutes")) { request, context -> Response in
        let guest = try office.guest(request, context)
        let posted = try await guest.visit.posted(request)
        return try await MinutesDesk(guest, context).putForward(posted)
    }
}

/// One meeting as a file for a calendar.
private func calendarResponse(
    _ meeting: Meeting,
    of reader: CaseReader,
    at guest: Guest
) -> Response {
    let reference = reader.opened.file.reference
    let invitation = meeting.invitation(
        to: nil,
        reference: "\(reference)",
        sequence: meeting.sequence,
        isCancelled: meeting.cancelled != nil,
        written: guest.time
    )
    return Response(
        status: .ok,
        headers: [
            .contentType: "text/calendar; charset=utf-8",
            .contentDisposition: "attachment; filename=\"meeting-\(reference.path).ics\"",
            .cacheControl: "no-store",
        ],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: invitation.file))
    )
}

extension VisitContext {
    fileprivate var section: String { parameters.get("section") ?? "" }
}

extension CaseReader {
    /// The meeting that the address names, in this case.
    func known(_ context: VisitContext) throws(Detour) -> Meeting {
        guard let meeting = opened.file.meeting(try context.about()) else { throw .nothingHere }
        return meeting
    }
}
