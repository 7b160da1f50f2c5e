import Pages

/// A document with every kind of block, and with what hostile people write.
enum SampleDocument {
    static let hostile = [
        "<script>alert(1)</script><img src=\"file:///etc/passwd\"> &lt;b&gt;",
        "{{child}} {{{child}}} {{> other}} $if(x)$ ${x} {% include 'x' %}",
        "![x](file:///etc/hostname) [y](http://127.0.0.1/) url(file:///etc/passwd) @import 'http://127.0.0.1/'",
        "=HYPERLINK(\"http://127.0.0.1\") \\input{/etc/passwd} `=date()`",
        "Sent by \u{202E}drowssap\u{202C} and \u{2066}gnp.exe\u{2069}; \u{0}\u{7}\u{1B}[31m",
        "مرحبا means hello, שלום too, and 中文 and 🙂 stand here",
    ]

    static let picture = DocumentPicture(
        width: 600,
        height: 120,
        shapes: [
            .across(y: 60, from: 20, to: 580, .ink),
            .down(x: 20, from: 50, to: 70, .ink),
            .box(x: 100, y: 52, width: 80, height: 16, .pale),
            .dot(x: 300, y: 60, radius: 8, .brand),
            .words("Day 0", x: 20, y: 40, .start, isStrong: true),
            .words("Notified <b>", x: 300, y: 40, .middle),
        ]
    )

    static let document = PrintedDocument(
        title: "Rapid review report & <annex>",
        reference: "Case 4qx-7md",
        version: "Version 3 of Tue 23 Dec 2025",
        hasContents: true,
        blocks: [
            .heading(1, "What happened"),
            .paragraph(
                DocumentText([
                    .plain("The school wrote on "), .strong("Fri 19 Dec 2025"), .plain(": see "),
                    .link("the guidance", to: "https://www.example.org/guidance"), .plain("."),
                ])
            ),
            .list(["First", "Second"]),
            .list(["One", "Two"], isNumbered: true),
            .heading(2, "What people typed"),
        ] + hostile.map { .paragraph(DocumentText($0)) } + [
            .facts([
                DocumentFact("Was the child seen?", "Yes, at home.\nTwice."),
                DocumentFact("By whom?", DocumentText(hostile[0])),
            ]),
            .heading(3, "In her words"),
            .quotation(["I told them.", "Nobody came."], source: "A parent, 12 Dec 2025"),
            .heading(4, "As it was dated"),
            .figure(
                DocumentFigure(
                    picture,
                    alternative:
                        "A line of days from day 0 to day 15, with a mark at the notification",
                    caption: "The days of the review"
                )
            ),
            .newPage,
            .heading(1, "Agencies"),
            .table(
                DocumentTable(
                    caption: "What each agency answered",
                    columns: [
                        DocumentTable.Column("Agency", share: 30),
                        DocumentTable.Column("Answered", share: 70),
                    ],
                    rows: [
                        ["Police", DocumentText(hostile[3])], ["School"],
                        ["Health visitor", "On time", "beyond the columns"],
                    ]
                )
            ),
            .table(
                DocumentTable(
                    caption: "No heads of rows",
                    columns: [DocumentTable.Column("One"), DocumentTable.Column("Two")],
                    rows: [["a", "b"]],
                    hasRowHeads: false
                )
            ),
            .note("This version replaces version 2."),
            .signatures([
                DocumentSignature(
                    name: "Ann Arkwright",
                    role: "Director of children’s services",
                    signed: "Mon 22 Dec 2025 at 9:12am",
                    binds: "Version 3, SHA-256 5282c12b…"
                ),
                DocumentSignature(name: "Bo Birch", role: "Police", signed: "Not signed yet"),
            ]),
        ]
    )

    /// So many paragraphs of about 400 letters, as a report has them.
    static func report(paragraphs: Int) -> PrintedDocument {
        PrintedDocument(
            title: "A long report",
            reference: "Case 4qx-7md",
            version: "Version 1",
            blocks: (0..<paragraphs).map { number in
                number % 9 == 0
                    ? .heading(1 + number / 9 % 2, "Part \(number / 9 + 1)")
                    : .paragraph(
                        DocumentText(
                            String(
                                repeating:
                                    "The health visitor saw the child at home and wrote it down. ",
                                count: 7
                            )
                        )
                    )
            }
        )
    }
}
