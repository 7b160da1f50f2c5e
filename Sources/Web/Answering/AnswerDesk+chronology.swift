import CaseFiles
import Desk
import HTTPTypes
import Hummingbird
import Pages
import Partnerships
import Spreadsheets

/// Takes rows of a chronology, pasted or in a file; whose form it is, is known before a byte of the file is looked into.
func takeChronology(_ office: Office, _ request: Request) async throws -> Response {
    guard request.mayCarryFile else {
        return try await office.takeAnswer(request) { guest, posted in
            try await AnswerDesk(guest).take(.chronology, posted)
        }
    }
    let most = AnswerDesk.mostBytesPasted
    guard let guest = try await office.seatGuestIfConfirmed(request) else {
        let posted = try await FileForm.withoutFile(request, mostText: most)
        return try await LinkDesk(office: office).comeInAgain(request, posted)
    }
    let address = request.uri.path
    let (posted, table) = try await FileForm<TableReceiver>.read(
        request,
        mostBytesOfFile: PythonSpreadsheets.mostBytes,
        mostText: most
    ) { before, _ in guest.accepts(before, for: address) ? TableReceiver() : nil }
    guard guest.accepts(posted, for: address) else { return guest.resend(posted, to: address) }
    return try await AnswerDesk(guest).takeChronology(posted, table)
}

extension AnswerDesk {
    /// More than is read of a table, so that what is too long is said beside it.
    static let mostBytesPasted = 4 << 20

    func chronology() async throws -> Response {
        try await chronologyPage(FormFiller(nil))
    }

    /// Adds the rows that were pasted and those of the file, if all of them can be read, and takes out those that were
    /// ticked.
    func takeChronology(_ posted: Posted, _ table: Sent<[UInt8]>) async throws -> Response {
        try permit(.chronology)
        let pasted = pasted(posted.value("pasted"))
        let (uploaded, fault) = await uploaded(table)
        let faults = RowFaults(
            pasted: pasted?.errors(of: "pasted") ?? [],
            file: fault ?? uploaded?.errors(of: "table") ?? []
        )
        guard faults.all.isEmpty else {
            return try await chronologyPage(FormFiller(posted.items), faults)
        }
        let given = [pasted, uploaded].compactMap(\.self)
        let rows = given.flatMap { $0.rows { .random() } }
        let out = Set(posted.items.filter { $0.name == "out" }.map(\.value))
        do throws(DeskError) {
            try await ChronologyDraft(guest).change { before in
                let kept = before.filter { !out.contains("\($0.row)") }
                let known = Set(kept.map(\.content))
                // Given twice, a row is there once.
                return kept + rows.filter { !known.contains($0.content) }
            }
        } catch .caseRefused(let refusal) {
            let words = refusal.words(under: guest.opened.procedure)
            let fault = FormError(field: pasted == nil ? "table" : "pasted", message: words)
            return try await chronologyPage(FormFiller(posted.items), RowFaults(pasted: [fault]))
        } catch {
            throw error
        }
        let notes = given.flatMap(\.notes)
        guard !notes.isEmpty else { return seeOther(Link.answerRequest("chronology")) }
        return try await chronologyPage(
            FormFiller(nil),
            said: Banner(
                kind: .done,
                heading: "\(DayWording.count(rows.count, "row")) read: look through them below",
                lines: notes
            )
        )
    }

    private func pasted(_ text: String) -> ChronologyPaste? {
        text.allSatisfy(\.isWhitespace) ? nil : ChronologyPaste(text, today: guest.today)
    }

    /// What the file holds, and what is wrong with the file as a whole.
    private func uploaded(_ table: Sent<[UInt8]>) async -> (ChronologyPaste?, [FormError]?) {
        func fault(_ words: String) -> (ChronologyPaste?, [FormError]?) {
            (nil, [FormError(field: "table", message: words)])
        }
        switch table {
        case .nothing: return (nil, nil)
        case .refused(let refusal): return fault(refusal.words)
        case .kept(let bytes):
            do throws(SpreadsheetRefusal) {
                return (try await rows(in: bytes), nil)
            } catch {
                return fault(error.words)
            }
        }
    }

    private func rows(in file: [UInt8]) async throws(SpreadsheetRefusal) -> ChronologyPaste {
        switch try await guest.office.spreadsheets.table(in: file) {
        case .text(let text): ChronologyPaste(text, today: guest.today)
        case .cells(let sheet):
            ChronologyPaste(
                cells: sheet.rows,
                of: sheet.sheet,
                without: sheet.others,
                today: guest.today
            )
        }
    }

    private func chronologyPage(
        _ given: FormFiller,
        _ faults: RowFaults = RowFaults(),
        said: Banner? = nil
    ) async throws -> Response {
        let rows = try await ChronologyDraft(guest).read().rows
        var filler = given
        let isExcelRead = guest.office.spreadsheets.isInstalled
        filler.askRows(faults, isExcelRead: isExcelRead)
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
                filler,
                banner: said
            ),
            status: faults.all.isEmpty ? .ok : .unprocessableContent
        )
    }
}

/// What is wrong with rows, by where they came from.
private struct RowFaults {
    var pasted: [FormError] = []
    var file: [FormError] = []

    var all: [FormError] { pasted + file }
}

extension FormFiller {
    fileprivate mutating func askRows(_ faults: RowFaults, isExcelRead: Bool) {
        _ = area(
            "pasted",
            "Paste rows here",
            hint:
                "From a spreadsheet or a table in Word: date, time if there is one, what happened, what was done, source, who it is about. A first line that names the columns lets them come in any order.",
            isNeeded: false,
            most: AnswerDesk.mostBytesPasted
        )
        say(faults.pasted)
        file(
            "table",
            "Or choose a file with the rows",
            hint: isExcelRead
                ? "An Excel file (.xlsx) or CSV, with the same columns. The first sheet with anything on it is read; the file itself is not kept."
                : "CSV, with the same columns. Excel files cannot be read here: save them as CSV, or paste the rows above. The file itself is not kept.",
            fault: nil
        )
        say(faults.file)
    }

    /// The first stands beside the question, and all in the summary.
    private mutating func say(_ faults: [FormError]) {
        guard let first = faults.first else { return }
        mark(first.field, first.message)
        for fault in faults.dropFirst() { fail(fault.field, fault.message) }
    }
}

extension ReturnRow {
    /// What it says, by whatever name.
    fileprivate var content: [String] { [date, time, happened, action, source, about] }
}
