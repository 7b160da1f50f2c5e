import Procedures

/// A report, a letter, minutes, an agenda, a pack or a log as one value: what stands in it, in order, and nothing of how it looks.
///
/// It is rendered once, to HTML; the page, the Word file and the PDF are made of that.
package struct PrintedDocument: Hashable, Sendable {
    package let title: String
    /// What stands at the head of every page; empty for nothing.
    package let marking: String
    /// Whose document it is: `Case 4qx-7md`.
    package let reference: String
    /// Which version, as the foot of every page says: `Version 3 of Tue 23 Dec 2025`.
    package let version: String
    /// Whether a list of its headings stands before it.
    package let hasContents: Bool
    package let blocks: [DocumentBlock]

    package init(
        title: String,
        marking: String = PrintedDocument.officialSensitive,
        reference: String,
        version: String,
        hasContents: Bool = false,
        blocks: [DocumentBlock]
    ) {
        self.title = sound(title)
        self.marking = sound(marking)
        self.reference = sound(reference)
        self.version = sound(version)
        self.hasContents = hasContents
        self.blocks = blocks.map { block in
            guard case .heading(let level, let words) = block else { return block }
            return .heading(level, sound(words))
        }
    }

    package static let officialSensitive = "OFFICIAL-SENSITIVE"

    /// The foot of every page, before the number of the page.
    package var foot: String {
        [reference, version].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The tables, signatures among them, in their order.
    package var tables: [DocumentTable] {
        blocks.compactMap { block in
            switch block {
            case .table(let table): table
            case .signatures(let signatures): DocumentTable(signatures)
            default: nil
            }
        }
    }

    package var figures: [DocumentFigure] {
        blocks.compactMap { block in
            guard case .figure(let figure) = block else { return nil }
            return figure
        }
    }
}

/// One thing after the other in a document.
package enum DocumentBlock: Hashable, Sendable {
    /// Level 1 to 4; the title stands above level 1.
    case heading(Int, String)
    case paragraph(DocumentText)
    case list([DocumentText], isNumbered: Bool = false)
    /// Terms, each with what is said of it.
    case facts([DocumentFact])
    case table(DocumentTable)
    /// Somebody's own words, and whose they are; empty where it is said before.
    case quotation([DocumentText], source: String = "")
    case figure(DocumentFigure)
    case signatures([DocumentSignature])
    /// What a reader must not miss.
    case note(DocumentText)
    /// What follows begins a page.
    case newPage

    /// A text as somebody typed it, a paragraph wherever she left a line empty.
    package static func paragraphs(_ text: String) -> [DocumentBlock] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .split { $0.allSatisfy(\.isWhitespace) }
            .map { .paragraph(DocumentText($0.joined(separator: "\n"))) }
    }
}

package struct DocumentFact: Hashable, Sendable {
    package let term: DocumentText
    package let text: DocumentText

    package init(_ term: DocumentText, _ text: DocumentText) {
        self.term = term
        self.text = text
    }
}

package struct DocumentTable: Hashable, Sendable {
    /// What it is a table of; it stands above.
    package let caption: String
    package let columns: [Column]
    /// Each with a cell for every column.
    package let rows: [[DocumentText]]
    /// Whether the first cell of a row says what the row is about.
    package let hasRowHeads: Bool

    package struct Column: Hashable, Sendable {
        package let head: String
        /// Of the width, in hundredths; nil leaves it to what stands in it.
        package let share: Int?

        package init(_ head: String, share: Int? = nil) {
            self.head = sound(head)
            self.share = share
        }
    }

    /// Cells that a row lacks are empty, those beyond the columns are left out.
    package init(
        caption: String,
        columns: [Column],
        rows: [[DocumentText]],
        hasRowHeads: Bool = true
    ) {
        self.caption = sound(caption)
        self.columns = columns
        self.hasRowHeads = hasRowHeads
        self.rows = rows.map { row in
            row.prefix(columns.count)
                + Array(repeating: "", count: max(columns.count - row.count, 0))
        }
    }

    package init(_ signatures: [DocumentSignature]) {
        self.init(
            caption: "Who signed, as what, and when",
            columns: [
                Column("Name", share: 25), Column("Signs as", share: 25),
                Column("Signed", share: 20), Column("What was signed", share: 30),
            ],
            rows: signatures.map {
                [$0.name, $0.role, $0.signed, $0.binds].map { DocumentText($0) }
            }
        )
    }
}

/// A signature that was given, or is awaited.
package struct DocumentSignature: Hashable, Sendable {
    package let name: String
    /// For whom, or in which part: `Director of children’s services`.
    package let role: String
    /// When, or that it is not signed yet.
    package let signed: String
    /// The version and its digest; empty for what is not signed yet.
    package let binds: String

    package init(name: String, role: String, signed: String, binds: String = "") {
        self.name = name
        self.role = role
        self.signed = signed
        self.binds = binds
    }
}

package struct DocumentFigure: Hashable, Sendable {
    package let picture: DocumentPicture
    /// What somebody who cannot see it must be told.
    package let alternative: String
    /// What stands under it.
    package let caption: String

    package init(_ picture: DocumentPicture, alternative: String, caption: String) {
        self.picture = picture
        self.alternative = sound(alternative)
        self.caption = sound(caption)
    }
}
