import Foundation
import Testing

@testable import UploadChecks

@Suite("What a file is, whatever its name says")
struct UploadInspectionTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("Files")

    private static func bytes(_ file: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appendingPathComponent(file)))
    }

    private static func kind(
        of file: String,
        named name: String? = nil,
        steps: Int = .max
    ) throws -> UploadKind {
        var inspection = UploadInspection(name: name ?? file)
        let bytes = try bytes(file)
        var place = 0
        while place < bytes.count {
            let end = place + min(steps, bytes.count - place)
            inspection.take(Array(bytes[place..<end]))
            try inspection.checkBeginning()
            place = end
        }
        return try inspection.kind()
    }

    @Test(arguments: [
        ("report.pdf", UploadKind.pdf), ("letter.docx", .word), ("table.xlsx", .excel),
        ("slides.pptx", .powerPoint), ("old.doc", .oldWord), ("old.xls", .oldExcel),
        ("note.odt", .openText), ("note.ods", .openSheet), ("note.rtf", .richText),
        ("plain.txt", .plainText), ("latin.txt", .plainText), ("utf16.txt", .plainText),
        ("table.csv", .table), ("dot.png", .png), ("dot.jpg", .jpeg), ("dot.tiff", .tiff),
        ("mail.eml", .mail), ("mail3.eml", .mail), ("mail.msg", .outlookMail),
    ])
    func `a kind that is taken is known by its content`(file: String, kind: UploadKind) throws {
        #expect(try Self.kind(of: file) == kind)
    }

    @Test(arguments: [
        ("program.exe", "program.exe", UploadRefusal.program),
        ("program.exe", "report.pdf", .program),
        ("script.sh", "notes.txt", .script), ("script.py", "notes.txt", .script),
        ("page.html", "page.html", .webPage), ("page.html", "letter.docx", .webPage),
        ("pic.svg", "picture.png", .webPage), ("archive.zip", "archive.zip", .archive),
        ("archive.zip", "letter.docx", .archive), ("macros.docx", "macros.docx", .macros),
        ("macro.doc", "macro.doc", .macros),
        ("report.pdf", "report.docx", .differs(ending: "docx")),
        ("letter.docx", "letter.pdf", .differs(ending: "pdf")),
        ("old.xls", "old.doc", .differs(ending: "doc")),
        ("old.ppt", "old.doc", .differs(ending: "doc")),
        ("old.ppt", "old.ppt", .notTaken(ending: "ppt")),
        ("report.pdf", "report", .notTaken(ending: "")),
        ("report.pdf", "report.pdf.heic", .notTaken(ending: "heic")),
    ])
    func `what is not taken is refused with its reason`(
        file: String,
        name: String,
        refusal: UploadRefusal
    ) {
        #expect(throws: refusal) { try Self.kind(of: file, named: name) }
    }

    @Test func `the ending is read whatever its capitals`() throws {
        #expect(try Self.kind(of: "report.pdf", named: "REPORT.PDF") == .pdf)
    }

    @Test func `a file of no bytes is refused`() {
        #expect(throws: UploadRefusal.empty) { try UploadInspection(name: "a.pdf").kind() }
    }

    @Test func `macros are found wherever the pieces are cut`() {
        for steps in [1000, 64, 7] {
            #expect(throws: UploadRefusal.macros) {
                try Self.kind(of: "macros.docx", steps: steps)
            }
        }
    }

    @Test func `bytes that no text has are no text`() {
        var inspection = UploadInspection(name: "notes.txt")
        inspection.take(Array("Seen at ten.\u{0}\u{1}".utf8))
        #expect(throws: UploadRefusal.differs(ending: "txt")) { try inspection.kind() }
    }

    @Test func `a list that another maker packed in another order is an office file still`() {
        var marks = Marks()
        for byte in "…word/DOCUMENT.xml…[Content_Types].xml…".utf8 { marks.take([byte]) }
        #expect(marks.found == [.word, .contentTypes])
    }
}
