import Archives
import Foundation
import Pages
import Testing
import Views

@testable import Documents

private let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

private let renderer = DocumentRenderer(texts: project)

private func part(_ path: String, of docx: [UInt8]) throws -> String {
    let files = try unzipped(docx, most: 64 << 20)
    let file = try #require(files.first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
}

@Suite(
    "Word files of documents",
    .enabled(
        if: renderer.isInstalled(.pandoc) && renderer.isInstalled(.pictures),
        "Scripts/install-missing installs pandoc and librsvg2-bin"
    )
)
struct WordFileTests {
    @Test func `have the marking at the head of every page, and version and number at its foot`()
        async throws
    {
        let docx = try await renderer.render(SampleDocument.document, as: .docx)
        let head = try part("word/header1.xml", of: docx)
        #expect(head.contains(">OFFICIAL-SENSITIVE<"))
        let foot = try part("word/footer1.xml", of: docx)
        #expect(foot.contains(">Case 4qx-7md · Version 3 of Tue 23 Dec 2025<"))
        #expect(foot.contains(" PAGE ") && foot.contains(" NUMPAGES "))
        #expect(!head.contains("SIGHTLINE") && !foot.contains("SIGHTLINE"))
    }

    @Test func `say which tables have heads of rows, and describe pictures in words alone`()
        async throws
    {
        let docx = try await renderer.render(SampleDocument.document, as: .docx)
        let text = try part("word/document.xml", of: docx)
        let looks = text.split(separator: "<w:tblLook ").dropFirst().map { look in
            look.contains("w:firstColumn=\"1\"")
        }
        #expect(looks == [true, false, true])
        #expect(text.contains("descr=\"A line of days from day 0 to day 15"))
        #expect(!text.contains("base64"))
        #expect(!(try part("[Content_Types].xml", of: docx)).contains("base64"))
    }

    @Test func `hold what hostile people wrote as text, and no file that it names`() async throws {
        let docx = try await renderer.render(SampleDocument.document, as: .docx)
        let text = try part("word/document.xml", of: docx)
        #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(text.contains("{{child}}"))
        #expect(!text.contains("\u{202E}") && !text.contains("\u{0}"))
        let relations = try part("word/_rels/document.xml.rels", of: docx)
        let outside = relations.split(separator: "<Relationship ").filter {
            $0.contains("External")
        }
        #expect(outside.count == 1 && outside[0].contains("https://www.example.org/guidance"))
    }

    @Test(arguments: ["file:///etc/passwd", "http://127.0.0.1:9/x.png", "/etc/passwd"])
    func `are not made where another file is named`(_ address: String) async {
        let html = Array("<html><body><img src=\"\(address)\"></body></html>".utf8)
        await #expect(throws: DocumentFailure.self) { try await renderer.docx(html) }
        await #expect(throws: DocumentFailure.self) { try await renderer.pdf(html) }
    }
}

@Suite(
    "PDFs of documents",
    .enabled(
        if: renderer.isInstalled(.weasyPrint),
        "Scripts/python-packages puts WeasyPrint where it is looked for"
    )
)
struct PDFTests {
    // What stands in one is looked at by Tests/documents: nothing here reads a PDF.
    @Test func `are made of every kind of block`() async throws {
        let pdf = try await renderer.render(SampleDocument.document, as: .pdf)
        #expect(pdf.starts(with: "%PDF-1.7".utf8))
    }

    @Test func `of a thousand pages are refused before anything is begun`() async {
        let long = SampleDocument.report(paragraphs: 9 * 1_000)
        await #expect(throws: DocumentFailure.tooLarge(most: DocumentRenderer.mostBytes)) {
            try await renderer.render(long, as: .pdf)
        }
        await #expect(throws: DocumentFailure.tooLarge(most: DocumentRenderer.mostBytes)) {
            try await renderer.render(long, as: .docx)
        }
    }

    @Test func `of too many pages with little on them are refused when they are counted`() async {
        let pages = PrintedDocument(
            title: "Pages",
            reference: "",
            version: "",
            blocks: (0...DocumentRenderer.mostPages).flatMap { number -> [DocumentBlock] in
                [.newPage, .paragraph("\(number)")]
            }
        )
        await #expect(throws: DocumentFailure.tooManyPages(most: DocumentRenderer.mostPages)) {
            try await renderer.render(pages, as: .pdf)
        }
    }

    @Test func `that take too long are given up`() async {
        let hasty = DocumentRenderer(texts: project, seconds: 1)
        await #expect(throws: DocumentFailure.self) {
            try await hasty.render(SampleDocument.report(paragraphs: 2_000), as: .pdf)
        }
    }
}

@Suite("Documents where nothing makes them")
struct NoDocumentTests {
    @Test func `name what is missing and what to install`() async {
        let nowhere = DocumentRenderer(texts: "/nowhere")
        for (kind, tool) in [(DocumentKind.docx, DocumentTool.pandoc), (.pdf, .weasyPrint)] {
            await #expect(throws: DocumentFailure.missing(tool)) {
                try await nowhere.render(SampleDocument.report(paragraphs: 1), as: kind)
            }
            await #expect(throws: DocumentFailure.missing(tool)) {
                try await NoDocuments().render(SampleDocument.document, as: kind)
            }
        }
        #expect(DocumentFailure.missing(.pandoc).words == "pandoc is not installed here.")
        #expect(DocumentFailure.missing(.pandoc).remedy.contains("install Debian’s package pandoc"))
    }
}

/// Files for Tests/documents, which opens them with what others read such files with.
@Suite(
    "Documents for others to open",
    .enabled(if: ProcessInfo.processInfo.environment["SIGHTLINE_DOCUMENTS"] != nil)
)
struct MadeDocumentTests {
    @Test(arguments: DocumentKind.allCases)
    func `are written down`(_ kind: DocumentKind) async throws {
        let folder = try #require(ProcessInfo.processInfo.environment["SIGHTLINE_DOCUMENTS"])
        for (name, document) in [
            ("sample", SampleDocument.document), ("report", SampleDocument.report(paragraphs: 200)),
        ] {
            let bytes = try await renderer.render(document, as: kind)
            try Data(bytes).write(
                to: URL(fileURLWithPath: "\(folder)/\(name).\(kind.rawValue)")
            )
        }
    }

    @Test func `are written down of a case in which everybody is hostile`() async throws {
        let folder = try #require(ProcessInfo.processInfo.environment["SIGHTLINE_DOCUMENTS"])
        let given = try HostileCase()
        for (name, document) in given.documents {
            for kind in DocumentKind.allCases {
                let bytes = try await renderer.render(document, as: kind)
                let file = "\(folder)/hostile-\(name).\(kind.rawValue)"
                try Data(bytes).write(to: URL(fileURLWithPath: file))
            }
        }
        let table = given.chronology
        for (ending, bytes) in [
            ("csv", chronologyCSV(table)), ("xlsx", try chronologyXLSX(table)),
        ] {
            let file = "\(folder)/hostile-chronology.\(ending)"
            try Data(bytes).write(to: URL(fileURLWithPath: file))
        }
    }
}
