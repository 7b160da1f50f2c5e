import CaseFiles
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships

extension AnswerDesk {
    func chronology() async throws -> Response {
        try await chronologyPage(FormFiller(nil), errors: [])
    }

    /// Adds the rows that were pasted, if all of them can be read, and takes out those that were ticked.
    func takeChronology(_ posted: Posted) async throws -> Response {
        let filler = FormFiller(posted.items)
        let pasted = posted.value("pasted")
        var pastedRows: [ReturnRow] = []
        if !pasted.allSatisfy(\.isWhitespace) {
            let paste = ChronologyPaste(pasted, today: guest.today)
            guard paste.isComplete else {
                return try await chronologyPage(filler, errors: paste.errors(of: "pasted"))
            }
            pastedRows = paste.rows { .random() }
        }
        let out = Set(filler.values("out"))
        try await ChronologyDraft(guest).change { rows in
            let kept = rows.filter { !out.contains("\($0.row)") }
            let known = Set(kept.map(\.content))
            // Pasted twice, a row is there once.
            return kept
                + pastedRows.filter { !known.contains($0.content) }
        }
        return seeOther(Link.answerRequest("chronology"))
    }

    private func chronologyPage(
        _ given: FormFiller,
        errors: [FormError]
    ) async throws -> Response {
        let rows = try await ChronologyDraft(guest).read().rows
        var filler = given
        _ = filler.area(
            "pasted",
            "Paste rows here",
            hint:
                "From a spreadsheet or a table in Word: date, time if there is one, what happened, what was done, source, who it is about. A first line that names the columns lets them come in any order.",
            isNeeded: false,
            most: 2_000_000
        )
        if let first = errors.first { filler.mark(first.field, first.message) }
        for error in errors.dropFirst() { filler.fail(error.field, error.message) }
        if !rows.isEmpty {
            _ = filler.boxes(
                "out",
                "\(rows.count == 1 ? "One row" : "\(rows.count) rows") so far",
                hint: "Tick those that are to be taken out.",
                rows.map { row in (id: "\(row.row)", label: "\(row.date): \(row.happened)") }
            )
        }
        return guest.show(
            form(
                "Chronology",
                [
                    "Dates may be uncertain: write “May 2016”, “about 2016” or “not known”. Each row is checked when you press the button, and nothing is taken before every row can be read."
                ],
                .chronology,
                "Save the rows",
                filler
            ),
            status: errors.isEmpty ? .ok : .unprocessableContent
        )
    }
}

extension ReturnRow {
    /// What it says, by whatever name.
    fileprivate var content: [String] { [date, time, happened, action, source, about] }
}
