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
        var form = OwnHeadsForm(kept.heads, in: report, posted: nil)
        return respond(&form, over: kept.version)
    }

    /// Saves the heads over those that were seen; what others did to them meanwhile is shown, and nothing typed is lost.
    func takeHeads(_ posted: Posted) async throws -> Response {
        let report = try await written()
        let document = try await desk.document(begins: true)
        let kept = try await kept(document)
        let seen = Int(posted.value("version")) ?? 0
        var form = OwnHeadsForm(kept.heads, in: report, posted: posted.items)
        let heads = form.read()
        guard form.filler.errors.isEmpty else {
            return respond(&form, over: seen, status: .unprocessableContent)
        }
        let outcome = try await ReportDrafts(store: guest.office.store).save(
            heads,
            of: desk.place(document),
            over: seen,
            for: guest.asking
        )
        switch outcome {
        case .saved:
            return seeOther(Link.paper(reader.opened.file.reference, paper))
        case .overtaken(let theirs):
            let name = reader.opened.partnership.name(of: theirs.by)
            let now = kept.heads.filter { !$0.isRemoved }.map(\.says)
            let banner = Banner(
                kind: .late,
                heading: "\(name) changed these heads meanwhile",
                lines: [
                    now.isEmpty
                        ? "There is none now." : "They are now: \(now.joined(separator: "; ")).",
                    "What you typed is below and is not saved yet. Look at it once more, and save again.",
                ]
            )
            var again = OwnHeadsForm(kept.heads, in: report, posted: posted.items)
            _ = again.read()
            return respond(&again, over: theirs.version, banner: banner, status: .conflict)
        }
    }

    private func respond(
        _ form: inout OwnHeadsForm,
        over version: Int,
        banner: Banner? = nil,
        status: HTTPResponse.Status = .ok
    ) -> Response {
        if !form.isRead { _ = form.read() }
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
