import CaseFiles
import Pages
import Partnerships
import Procedures

extension Demonstration {
    /// The report of 4QX-7MD, half written by two people: taken from returns and the log, and with the gaps that reports have.
    func writeReport(_ desk: CaseDesk, at now: Timestamp) async throws(DeskError) {
        let reference = CaseReference("4QX-7MD")
        guard let reference else { preconditionFailure("the case has a reference") }
        let joan = Asking(
            person: DemonstrationPerson.joan.id,
            partnership: Self.marlshire,
            time: now
        )
        let document = DocumentID.inDemonstration(7_001)
        let begun = CaseEvent.PaperBegun(
            document: document,
            paper: Self.report,
            form: ReportWriting.form
        )
        try await desk.handle(.beginPaper(begun), on: reference, seen: .max, for: joan)
        let place = DraftDesk.Place(
            partnership: Self.marlshire,
            reference: reference,
            document: document
        )
        let opened = try await desk.opened(reference, toDo: .see, for: joan)
        let reader = CaseReader(opened, for: joan.person, at: now)
        let reports = ReportDrafts(store: desk.store)
        for (head, offer) in Self.taken(from: reader) {
            try await reports.take(
                offer.source,
                into: head,
                under: ReportWriting.question(head),
                of: place,
                for: joan
            ) { CaseReader.words(of: offer, [], number: $0) }
        }
        let priya = Asking(
            person: DemonstrationPerson.priya.id,
            partnership: Self.marlshire,
            time: now
        )
        for (head, text) in Self.written {
            _ = try await DraftDesk(store: desk.store).save(
                FormAnswers(asGiven: [(name: ReportWriting.question(head), value: text)]),
                as: head,
                of: place,
                over: 0,
                for: priya
            )
        }
    }

    private static let report = "recommendations"

    /// Some of what the case offers, under the heads that ask for it.
    private static func taken(from reader: CaseReader) -> [(head: String, offer: ReportOffer)] {
        let returns = reader.offers(of: [.returns])
        return reader.offers(of: [.safety]).map { ("safety", $0) }
            + reader.offers(of: [.days]).prefix(2).map { ("facts", $0) }
            + returns.prefix(3).map { ("facts", $0) }
            + reader.offers(of: [.agencies]).prefix(4).map { ("agencies", $0) }
            + reader.offers(of: [.children]).map { ("identity", $0) }
    }

    /// What a busy office writes.
    private static let written = [
        (
            "immediate-learning",
            "Wren’s bruising was seen by two services, and neither told the other. Staff were reminded of the bruising policy within the week."
        ),
        ("further-learning", "See attached"),
        ("national-review", "No"),
    ]
}
