import CaseFiles
import Desk
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views

/// The minutes as a whole: read, and put forward.
extension MinutesDesk {
    private func said() async throws -> FormAnswers {
        let parts = try await drafts.parts(of: place, sections: form.sections.map(\.id))
        return FormAnswers(
            asGiven: form.sections.compactMap { parts[$0.id] }.flatMap(\.answers.sent)
        )
    }

    func read() async throws -> Response {
        guard let page = try await paper() else { throw Detour.nothingHere }
        return pageResponse(render(page, in: guest.frame))
    }

    /// The minutes as they are, or as they would be; nil before the meeting has begun.
    func paper() async throws -> MeetingPaper? {
        reader.minutesPaper(meeting.entry, said: try await said())
    }

    /// Shows the minutes as they would be from now on.
    func askPutForward() async throws -> Response {
        try await putForwardPage(nil, status: .ok)
    }

    private func putForwardPage(
        _ fault: String?,
        status: HTTPResponse.Status
    ) async throws -> Response {
        guard meeting.ended != nil else { throw Detour.nothingHere }
        let said = try await said()
        let parts = reader.minutes(of: meeting, said: said)
        let address = "\(page)/minutes"
        let shown = FormPage(
            title: "Put the minutes forward",
            over: "Case \(reference)",
            crumbs: [
                .caseFile(reference),
                Crumb(name: "The meeting", address: page),
            ],
            lead: [
                "These are the minutes from then on: whoever is sent them, and whoever approves them, has these words.",
                "Until they are approved they can be changed and put forward anew.",
            ],
            reading: parts.map { ReadSection($0) },
            form: Form(
                action: address,
                token: guest.formToken(address),
                hidden: [
                    (name: "digest", value: digest(of: said, reading: parts)),
                    (name: "entry", value: "\(EntryID.random())"),
                ],
                errors: fault.map { [FormError(field: "main", message: $0)] } ?? [],
                button: "Put them forward"
            )
        )
        return pageResponse(
            render(shown, at: .within(.cases), in: guest.frame),
            status: status
        )
    }

    func putForward(_ posted: Posted) async throws -> Response {
        let said = try await said()
        let parts = reader.minutes(of: meeting, said: said)
        let digest = digest(of: said, reading: parts)
        guard digest == posted.value("digest") else {
            return try await putForwardPage(
                "Somebody changed them meanwhile: read them once more",
                status: .conflict
            )
        }
        let put = CaseEvent.MinutesPutForward(
            entry: EntryID(posted.value("entry")) ?? .random(),
            meeting: meeting.entry,
            parts: parts,
            digest: digest
        )
        do throws(DeskError) {
            try await MeetingDesk(cases: guest.office.cases, sendsMail: false).handleNow(
                [.meeting(.putMinutesForward(put))],
                on: reference,
                for: guest.asking
            )
        } catch .caseRefused(let refusal) {
            return try await putForwardPage(
                refusal.words(under: reader.opened.procedure),
                status: .unprocessableContent
            )
        } catch {
            throw error
        }
        return seeOther(page)
    }
}
