import CaseFiles
import Desk
import Hummingbird
import Pages
import Partnerships
import Procedures
import Views

/// The heads that a report has besides those that are expected: named, put in order, taken out while they are empty.
extension ReportPaperDesk {
    private var address: String { Link.paper(reader.opened.file.reference, paper, "heads") }

    private func kept(_ document: DocumentID) async throws -> (version: Int, heads: [OwnHead]) {
        try await ReportDrafts(store: guest.office.store).ownHeads(of: desk.place(document))
    }

    func askHeads() async throws -> Response {
        let report = try await written()
        let kept = try await kept(try await desk.document(begins: false))
        return respond(OwnHeadsForm(kept.heads, in: report, posted: nil), over: kept.version)
    }

    /// Saves the heads over those that were seen; what others did to them meanwhile is shown, and nothing typed is lost.
    func takeHeads(_ posted: Posted) async throws -> Response {
        let report = try await written()
        let document = try await desk.document(begins: true)
        let kept = try await kept(document)
        let seen = Int(posted.value("version")) ?? 0
        let form = OwnHeadsForm(kept.heads, in: report, posted: posted.items)
        guard form.filler.errors.isEmpty else {
            return respond(form, over: seen, status: .unprocessableContent)
        }
        let outcome = try await ReportDrafts(store: guest.office.store).save(
            form.own,
            of: desk.place(document),
            over: seen,
            for: guest.asking
        )
        switch outcome {
        case .saved:
            return seeOther(Link.paper(reader.opened.file.reference, paper))
        case .overtaken(let theirs):
            // Read anew: it may be younger than what stood there when the form was read.
            let now = try await self.kept(document)
            let names = now.heads.filter { !$0.isRemoved }.map(\.says)
            let name = reader.opened.partnership.name(of: theirs.by)
            let banner = Banner(
                kind: .late,
                heading: "\(name) changed these heads meanwhile",
                lines: [
                    names.isEmpty
                        ? "There is none now." : "They are now: \(names.joined(separator: "; ")).",
                    "What you typed is below and is not saved yet. Look at it once more, and save again.",
                ]
            )
            return respond(
                OwnHeadsForm(now.heads, in: report, posted: posted.items),
                over: now.version,
                banner: banner,
                status: .conflict
            )
        }
    }

    private func respond(
        _ form: OwnHeadsForm,
        over version: Int,
        banner: Banner? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        let reference = reader.opened.file.reference
        let page = FormPage(
            title: "Heads of the report’s own",
            over: "Case \(reference): \(desk.form.title)",
            crumbs: [
                .caseFile(reference),
                Crumb(name: desk.form.title, address: Link.paper(reference, paper)),
            ],
            lead: [
                "Heads besides those that the procedure and national guidance expect. They stand in the report, in its versions and in what is signed; what is counted as complete does not change.",
                "A head is taken out while nothing is written under it.",
            ],
            banner: banner,
            form: Form(
                action: address,
                token: guest.formToken(address),
                hidden: [(name: "version", value: "\(version)")],
                fields: form.filler.fields,
                errors: form.filler.errors,
                button: "Save the heads"
            )
        )
        return pageResponse(render(page, at: .within(.cases), in: guest.frame), status: status)
    }
}
