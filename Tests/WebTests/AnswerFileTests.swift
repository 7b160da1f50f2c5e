import Archives
import CaseFiles
import CaseStores
import Desk
import Foundation
import Pages
import Partnerships
import TestSupport
import Testing

@testable import Web

private let path = "/answer/request/files"

private let program =
    Array("MZ".utf8) + [UInt8](repeating: 0, count: 58) + [0x40, 0, 0, 0]
    + Array("PE\0\0".utf8) + [0x4C, 1] + [UInt8](repeating: 0, count: 300)

private let linuxProgram =
    [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0] + [UInt8](repeating: 0, count: 8)
    + [2, 0, 0x3E, 0, 1, 0, 0, 0] + [UInt8](repeating: 0, count: 200)

private let picture: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52,
    0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xDE,
]

private let script = Array("<html><script>alert(1)</script></html>".utf8)

private let drawing = Array(
    "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".utf8
)

private func testFile(_ name: String) throws -> [UInt8] {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: tests.appendingPathComponent(name)))
}

/// A Word file of some kilobytes that unpacks to 64 MB.
private func bomb() throws -> [UInt8] {
    let zip = try ZipStream()
    var bytes: [UInt8] = []
    let piece = [UInt8](repeating: 0x20, count: 1 << 20)
    for (path, pieces) in [("[Content_Types].xml", 1), ("word/document.xml", 64)] {
        try zip.begin(path, bytes: pieces * piece.count, changed: 0)
        for _ in 0..<pieces {
            try zip.write(piece)
            bytes += zip.take()
        }
    }
    try zip.finish()
    return bytes + zip.take()
}

@Suite("Files that come with an answer", .serialized)
struct AnswerFileTests {
    /// With a scanner that finds nothing, so that what is taken may be opened.
    private static func answering(
        _ body: @escaping @Sendable (AskedAgency, inout Browser) async throws -> Void
    ) async throws {
        try await FakeClamd.listening { place in
            try await ServedDemonstration.open(scanner: place) { served in
                let asked = try await AskedAgency(served)
                var browser = try await asked.comeIn(asked.leadLink, asked.lead)
                try await body(asked, &browser)
            }
        }
    }

    @Test(
        arguments: [
            ("report.pdf", program, "is a program, whatever its name says"),
            ("report.docx", program, "is a program, whatever its name says"),
            ("report.pdf", linuxProgram, "is a program, whatever its name says"),
            ("report.docx", linuxProgram, "is a program, whatever its name says"),
            ("report.txt", Array("#!/bin/sh\nrm -rf /\n".utf8), "is a script, whatever its name"),
            ("picture.png", script, "that can carry a script"),
            ("picture.jpg", script, "that can carry a script"),
            ("picture.png", drawing, "that can carry a script"),
            ("picture.svg", drawing, "that can carry a script"),
            ("page.html", script, "that can carry a script"),
            ("report.pdf", picture, "its content is something else"),
            ("report", ServedDemonstration.pdf, "no ending that says what it is"),
            ("report.pdf.exe", ServedDemonstration.pdf, "names end in .exe are not taken"),
            ("report.pdf", [], "The file is empty"),
        ] as [(String, [UInt8], String)]
    )
    func `what is not what its name says is refused in a sentence, and nothing of it stays`(
        name: String,
        bytes: [UInt8],
        says: String
    ) async throws {
        try await Self.answering { asked, browser in
            let answer = try await browser.send(path, file: (name, bytes))
            #expect(answer.status == 422 && answer.body.contains(says))
            #expect(answer.body.contains("id=\"file-fault\""))
            #expect(!answer.body.contains("alert(1)"))
            #expect(try await asked.state().standingFiles.isEmpty)
            #expect(try await asked.served.leftOver() == 0)
        }
    }

    @Test func `archives, macros and locked files are refused, whatever they are called`()
        async throws
    {
        try await Self.answering { asked, browser in
            for (name, file, says) in [
                ("report.docx", "UploadChecksTests/Files/archive.zip", "is an archive"),
                ("report.docx", "UploadChecksTests/Files/macros.docx", "carries macros"),
                ("report.docx", "SpreadsheetsTests/Files/bomb.xlsx", "content is something else"),
            ] {
                let answer = try await browser.send(path, file: (name, testFile(file)))
                #expect(answer.status == 422 && answer.body.contains(says), "\(file)")
            }
            #expect(try await asked.served.leftOver() == 0)
        }
    }

    @Test(
        arguments: [
            ("picture.png", picture + script, "image/png"),
            (
                "letter.docx", try bomb(),
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            ),
        ] as [(String, [UInt8], String)]
    )
    func `what cannot be told from a sound file is saved as it came, and never shown`(
        name: String,
        bytes: [UInt8],
        type: String
    ) async throws {
        try await Self.answering { asked, browser in
            let taken = try await browser.send(path, file: (name, bytes))
            #expect(taken.status == 303)
            let saved = try await Self.saved(asked)
            #expect(saved.status == 200)
            #expect(saved.header("content-type") == type)
            #expect(saved.header("content-disposition")?.hasPrefix("attachment; ") == true)
            #expect(saved.header("x-content-type-options") == "nosniff")
            let policy = try #require(saved.header("content-security-policy"))
            #expect(policy.hasPrefix("default-src 'none'; sandbox;"))
            #expect(saved.header("content-length") == "\(bytes.count)")
        }
    }

    @Test(
        arguments: [
            ("../../../etc/cron.d/a.pdf", "a.pdf"), (#"C:\Users\x\report.pdf"#, "report.pdf"),
            ("..\\..\\.pdf.pdf", "pdf.pdf"), ("report\u{202E}fdp.exe.pdf", "reportfdp.exe.pdf"),
            ("a%0D%0ASet-Cookie: x=1%0D%0A.pdf", "aSet-Cookie: x=1.pdf"),
            ("%22><script>alert(1)</script>.pdf", "script>.pdf"),
            ("a\u{2066}b\u{200F}c\u{0}d.pdf", "abcd.pdf"),
        ]
    )
    func `a name loses folders, line ends and letters that turn the way of writing`(
        sent: String,
        kept: String
    ) async throws {
        try await Self.answering { asked, browser in
            let taken = try await browser.send(path, file: (sent, ServedDemonstration.pdf))
            #expect(taken.status == 303)
            #expect(try await asked.state().standingFiles.map(\.document.title) == [kept])
            let page = try await browser.get(path)
            #expect(!page.body.contains("<script>alert"))
            let saved = try await Self.saved(asked)
            #expect(saved.status == 200)
            #expect(saved.header("set-cookie") == nil)
            let disposition = try #require(saved.header("content-disposition"))
            #expect(disposition.hasPrefix("attachment; filename=\""))
            #expect(disposition.utf8.allSatisfy { 0x20...0x7E ~= $0 })
        }
    }

    @Test func `a twenty-first file is refused, and taken once another is left out`() async throws {
        try await Self.answering { asked, browser in
            for number in 1...20 {
                let answer = try await browser.send(
                    path,
                    file: ("\(number).txt", Array("Page \(number)".utf8))
                )
                #expect(answer.status == 303)
            }
            let refused = try await browser.send(path, file: ("21.txt", Array("Page 21".utf8)))
            #expect(refused.status == 422 && refused.body.contains("20 files"))
            #expect(try await asked.served.leftOver() == 0)
            let first = try #require(try await asked.state().standingFiles.first)
            let out = [("document", "\(first.document.document)")]
            #expect(try await browser.post("\(path)/removed", out).status == 303)
            let taken = try await browser.send(path, file: ("21.txt", Array("Page 21".utf8)))
            #expect(taken.status == 303)
            #expect(try await asked.state().standingFiles.count == 20)
        }
    }

    @Test func `what would make more than a gigabyte together is refused`() async throws {
        try await Self.answering { asked, browser in
            for number in 1...5 { try await asked.addFile(number, AgencyRequest.mostBytesOfFile) }
            // A gigabyte is 24 MB more than five files of the largest size.
            try await asked.addFile(6, (24 << 20) - 7)
            let refused = try await browser.send(path, file: ("more.txt", Array("8 bytes.".utf8)))
            #expect(refused.status == 422 && refused.body.contains("1024 MB"))
            #expect(try await asked.served.leftOver() == 0)
            let taken = try await browser.send(path, file: ("more.txt", Array("7 bytes".utf8)))
            #expect(taken.status == 303)
        }
    }

    @Test func `an upload that breaks off leaves nothing, and one larger than is taken neither`()
        async throws
    {
        try await Self.answering { asked, browser in
            let line = Array("Seen on Monday.\n".utf8)
            let text = (0..<(2 * FileChunk.size / line.count)).flatMap { _ in line }
            let broken = text + Array("\r\n--XyZ\r\nnot a header".utf8)
            #expect(try await browser.send(path, file: ("notes.txt", broken)).status == 400)
            #expect(try await asked.served.leftOver() == 0)
            let large =
                ServedDemonstration.pdf
                + [UInt8](repeating: 0x20, count: AgencyRequest.mostBytesOfFile)
            let answer = try await browser.send(path, file: ("large.pdf", large))
            #expect(answer.status == 422 && answer.body.contains("larger than 200 MB"))
            #expect(try await asked.served.leftOver() == 0)
            #expect(try await asked.state().standingFiles.isEmpty)
        }
    }

    /// The one file of the request, as the business manager saves it.
    private static func saved(_ asked: AskedAgency) async throws -> ServedDemonstration.Answer {
        let document = try #require(try await asked.state().standingFiles.first).document.document
        let joan = try await asked.served.token(of: 101)
        let reference = ServedDemonstration.reference.path
        return try await asked.served.get(
            "/cases/\(reference)/requests/\(asked.request)/files/\(document)",
            as: joan
        )
    }
}

extension AskedAgency {
    /// A file of the request that says it has so many bytes.
    fileprivate func addFile(_ number: Int, _ bytes: Int) async throws {
        let key = FileKey(
            partnership: Demonstration.marlshire,
            reference: ServedDemonstration.reference,
            document: .random()
        )
        var intake = FileIntake(key, in: served.store, at: ServedDemonstration.time)
        try await intake.take([0x61])
        let hash = try await intake.finish()
        let file = CaseDocument.File(
            kept: key.document,
            name: "\(number).txt",
            mediaType: "text/plain",
            bytes: bytes,
            sha256: EditionHash.text(hash)
        )
        let document = CaseDocument(
            document: .random(),
            title: file.name,
            paper: nil,
            folder: nil,
            whereItLies: "",
            filed: "2026-01-05",
            audience: nil,
            file: file
        )
        try await served.office.cases.handle(
            [
                .addFile(
                    CaseEvent.ReturnFileAdded(
                        request: request,
                        document: document,
                        isScanned: true,
                        seat: lead
                    )
                )
            ],
            of: request,
            on: ServedDemonstration.reference,
            seat: lead,
            in: Demonstration.marlshire,
            at: ServedDemonstration.time
        )
    }
}
