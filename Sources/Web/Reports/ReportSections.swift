import CaseFiles
import Desk
import Pages
import Partnerships
import Procedures

/// What the sections of a report have besides their text: what can be taken into them, and from where it came.
struct ReportSections: Sendable {
    let reader: CaseReader
    let paper: String
    /// The heads that were added to those that are expected.
    let own: [OwnHead]
    let writer: Writer

    private var drafts: ReportDrafts { ReportDrafts(store: writer.store) }

    func report(_ writing: FormWriting, _ place: DraftDesk.Place) async throws -> ReportWriting {
        ReportWriting(
            heads: reader.heads(ofPaper: paper, own: own),
            writing: writing,
            sources: try await drafts.sources(of: place).map { reader.opened.file.refreshed($0) }
        )
    }

    /// The page of one section.
    func page(
        _ form: FormPage,
        of head: String,
        _ writing: FormWriting,
        _ place: DraftDesk.Place,
        from material: String?,
        theirs: ReportSectionPage.Theirs?
    ) async throws -> ReportSectionPage {
        reader.reportSectionPage(
            form,
            paper,
            head,
            try await report(writing, place),
            from: material.flatMap { $0.isEmpty ? nil : $0 },
            theirs: theirs
        )
    }

    /// Takes what was asked for into a section; false where nothing was.
    ///
    /// What is taken is what the case says, never what was sent.
    func take(_ head: String, _ posted: Posted, _ place: DraftDesk.Place) async throws -> Bool {
        let id = posted.value("take")
        guard !id.isEmpty else { return false }
        guard let offer = reader.offer(id) else { throw Detour.nothingHere }
        let sentences = posted.items.filter { $0.name == "sentence-\(id)" }
            .compactMap { Int($0.value) }
        try await drafts.take(
            offer.source,
            into: head,
            under: ReportWriting.question(head),
            of: place,
            for: writer.asking
        ) { number in
            CaseReader.words(of: offer, sentences, number: number)
        }
        return true
    }
}
