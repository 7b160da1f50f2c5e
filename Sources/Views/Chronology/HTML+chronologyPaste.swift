import HTML
import Pages

extension HTML {
    /// What became of pasted rows: faults with their places, notes, and the first rows as read.
    mutating func chronologyPaste(_ paste: ChronologyPaste, id: String) {
        element(.section, .class("part"), .ariaLabelledBy("\(id)-head")) { html in
            html.element(.h2, .id("\(id)-head"), text: paste.says)
            for note in paste.notes { html.element(.p, text: note) }
            if !paste.faults.isEmpty { html.faults(paste, id: id) }
            if !paste.preview.isEmpty { html.preview(paste, id: id) }
        }
    }

    private mutating func faults(_ paste: ChronologyPaste, id: String) {
        element(.h3, .id("\(id)-faults"), text: "To put right")
        table(labelledBy: "\(id)-faults", heads: ["Row", "Column", "What is wrong"]) { html in
            for fault in paste.faults {
                html.element(.tr, .role("row")) { html in
                    html.element(
                        .th,
                        .scope(.row),
                        .role("rowheader"),
                        text: fault.row.isEmpty ? "Whole table" : fault.row
                    )
                    html.cell("Column", text: fault.column)
                    html.cell("What is wrong", text: fault.says)
                }
            }
        }
        if !paste.further.isEmpty { element(.p, text: paste.further) }
    }

    private mutating func preview(_ paste: ChronologyPaste, id: String) {
        element(.h3, .id("\(id)-preview"), text: "The first rows, as they were read")
        table(labelledBy: "\(id)-preview", heads: ["Row", "Date", "What happened"]) { html in
            for line in paste.preview {
                html.element(.tr, .role("row")) { html in
                    html.element(.th, .scope(.row), .role("rowheader"), text: line.row)
                    html.cell("Date", text: line.date)
                    html.cell("What happened", text: line.event)
                }
            }
        }
    }
}
