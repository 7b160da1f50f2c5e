import CaseFiles
import Hummingbird
import Pages
import Partnerships
import Views

extension CaseFormDesk {
    func hidden(
        _ opened: OpenedCase,
        _ file: FileAnswer,
        _ posted: Posted?,
        seen: Int?
    ) -> [(name: String, value: String)] {
        let known = posted.flatMap { Int($0.value("seen")) }
        let upload = file.file.map { [(name: "upload", value: claim.text(of: $0))] } ?? []
        return upload + [
            (name: "seen", value: "\(seen ?? known ?? opened.file.version)"),
            (name: "entry", value: "\(entry(posted))"),
            (
                name: "document",
                value: "\(posted.flatMap { DocumentID($0.value("document")) } ?? .random())"
            ),
        ]
    }

    func respond(
        _ opened: OpenedCase,
        _ filled: FilledCaseForm,
        _ file: FileAnswer,
        _ posted: Posted? = nil,
        filler: FormFiller? = nil,
        seen: Int? = nil,
        banner: Banner? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let filler = filler ?? filled.filler
        let page = FormPage(
            title: filled.title,
            over: "Case \(reference)",
            crumbs: crumbs,
            lead: filled.lead,
            banner: banner,
            reading: filled.reading,
            form: Form(
                action: address,
                token: guest.formToken(address),
                hidden: hidden(opened, file, posted, seen: seen) + filler.carried,
                fields: filler.fields,
                errors: filler.errors,
                button: filled.button
            )
        )
        return pageResponse(render(page, at: .within(.cases), in: guest.frame), status: status)
    }

    var crumbs: [Crumb] {
        [
            Crumb(name: Way.cases.name, address: Link.cases),
            .caseFile(reference),
        ]
    }

    func refuse(
        _ opened: OpenedCase,
        _ filled: FilledCaseForm,
        _ file: FileAnswer,
        _ posted: Posted,
        _ field: String?,
        _ words: String
    ) -> Response {
        var filler = filled.filler
        if let field, filler.asks(field) { filler.mark(field, words) } else { filler.fail(words) }
        return respond(opened, filled, file, posted, filler: filler, status: .unprocessableContent)
    }

    func confirm(
        _ opened: OpenedCase,
        _ filled: FilledCaseForm,
        _ file: FileAnswer,
        _ posted: Posted,
        _ changes: [DateChangeRow],
        _ calendar: String
    ) -> Response {
        let page = FormPage(
            title: filled.title,
            over: "Case \(reference)",
            crumbs: crumbs,
            lead: ["Nothing is recorded yet. This is what would change."],
            changes: changes.isEmpty ? nil : changes,
            reading: filled.confirming,
            form: Form(
                action: address,
                token: guest.formToken(address),
                hidden: hidden(opened, file, posted, seen: nil)
                    + [(name: "confirmed", value: calendar)] + filled.filler.sent(but: Self.own),
                button: form == .asking ? "Ask them" : "Record it",
                back: "Go back and change something"
            )
        )
        return pageResponse(render(page, at: .within(.cases), in: guest.frame))
    }

    func overtaken(_ opened: OpenedCase, _ events: [RecordedCaseEvent]) -> Banner {
        let versions = Set(events.map(\.version))
        let reader = guest.reader(of: opened)
        let lines = reader.log()
            .filter { versions.contains($0.version) }
            .map { line in
                let quoted = line.quoted.isEmpty ? "" : ": “\(line.quoted.prefix(300))”"
                return "\(line.who) \(line.text)\(quoted) (\(line.day.words), \(line.time))."
            }
        return Banner(
            kind: .late,
            heading: "Somebody else was first",
            lines: ["Since you opened this page, this was recorded:"]
                + (reader.may(.seeLog) ? lines : ["Something on this case."])
                + [
                    "Nothing you typed is lost. Look at it once more, and send it again if it still holds."
                ]
        )
    }
}
