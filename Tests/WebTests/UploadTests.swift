import CaseFiles
import CaseStores
import Credentials
import Desk
import Foundation
import Pages
import Partnerships
import SQLiteStore
import TestSupport
import Testing

@testable import Web

extension ServedDemonstration {
    static let filings = "/cases/4qx-7md/filings"

    static let pdf = Array(
        "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".utf8
    )

    /// The answers of a form that is as it should be.
    func filing(
        title: String = "Medical report",
        document: String = "b0b-b0b-b0b-b0b",
        people: [PersonID] = []
    ) async throws -> [(String, String)] {
        [
            ("seen", "\(try await opened().file.version)"), ("document", document),
            ("title", title), ("day-day", "5"), ("day-month", "1"), ("day-year", "2026"),
        ] + people.map { ("people", "\($0)") }
    }

    func fileReport(as person: PersonID, people: [PersonID] = []) async throws {
        let token = try await token(of: person)
        let items = try await filing(people: people)
        let answer = try await send(
            Self.filings,
            as: token,
            items,
            file: ("Medical “report”.pdf", Self.pdf)
        )
        guard answer.status == 303 else { throw Unexpected(answer: answer) }
    }

    struct Unexpected: Error {
        let answer: Answer
    }

    /// How many files are kept of which no document was made; they are gone afterwards.
    func leftOver() async throws -> Int {
        try await store.sweepFiles(begunBefore: Self.time.advanced(byHours: 1))
    }

    /// The hidden value of a page that says what is here already.
    static func upload(in page: Answer) -> String? {
        let mark = "name=\"upload\" value=\""
        guard let start = page.body.firstRange(of: mark)?.upperBound else { return nil }
        return String(page.body[start...].prefix { $0 != "\"" }).replacing("&quot;", with: "\"")
            .replacing("&#34;", with: "\"").replacing("&amp;", with: "&")
    }
}

@Suite("Files of documents", .serialized)
struct UploadTests {
    private static let path = ServedDemonstration.filings

    private static func file(_ served: ServedDemonstration) async throws -> CaseDocument {
        try #require(try await served.opened().file.documents.last { $0.file != nil })
    }

    @Test func `a file is filed with its form and comes back byte for byte`() async throws {
        try await ServedDemonstration.open { served in
            try await served.fileReport(as: try #require(PersonID(number: 101)))
            let joan = try await served.token(of: 101)
            let document = try await Self.file(served)
            let file = try #require(document.file)
            #expect(file.name == "Medical “report”.pdf" && file.mediaType == "application/pdf")
            #expect(file.bytes == ServedDemonstration.pdf.count)
            #expect(file.sha256 == EditionHash.text(EditionHash.of(ServedDemonstration.pdf)))
            #expect(document.whereItLies.isEmpty)
            let page = try await served.get("/cases/4qx-7md/documents", as: joan)
            let address = Link.file(of: document.document, in: ServedDemonstration.reference)
            #expect(page.body.contains(address) && page.body.contains(file.sha256))
            #expect(page.body.contains("Sent as “Medical “report”.pdf”"))
            #expect(page.body.contains("(\(file.bytes) bytes)"))
            let answer = try await served.get(address, as: joan)
            #expect(answer.status == 200 && Array(answer.body.utf8) == ServedDemonstration.pdf)
            #expect(
                answer.header("content-disposition")
                    == "attachment; filename=\"Medical report 2026-01-05 4QX-7MD.pdf\"; filename*=UTF-8''Medical%20report%202026-01-05%204QX-7MD.pdf"
            )
            #expect(answer.header("content-type") == "application/pdf")
            #expect(answer.header("content-length") == "\(file.bytes)")
            #expect(answer.header("x-content-type-options") == "nosniff")
            #expect(answer.header("cache-control") == "no-store")
            #expect(answer.header("content-security-policy")?.contains("sandbox") == true)
            let head = try await served.head(address, as: joan)
            #expect(head.status == 200 && head.body.isEmpty && head.headers == answer.headers)
            let looks = try await served.store.looks(
                LookQuery(
                    partnership: Demonstration.marlshire,
                    of: .caseFile(ServedDemonstration.reference)
                )
            )
            #expect(looks.count { $0.what == "document \(document.document) downloaded" } == 2)
            let read = try await served.get("/cases/4qx-7md/looks", as: joan)
            #expect(read.body.contains("Document “Medical report” downloaded"))
            let log = try await served.get("/cases/4qx-7md/log", as: joan)
            #expect(log.body.contains("the file Medical “report”.pdf ("))
            #expect(try await served.leftOver() == 0)
        }
    }

    @Test func `a file of several chunks comes back whole`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let bytes = Array("Seen on 5 January. ".utf8.cycled(2 * FileChunk.size + 17))
            let items = try await served.filing()
            let sent = try await served.send(Self.path, as: joan, items, file: ("log.txt", bytes))
            #expect(sent.status == 303)
            let document = try await Self.file(served)
            let address = Link.file(of: document.document, in: ServedDemonstration.reference)
            #expect(Array(try await served.get(address, as: joan).body.utf8) == bytes)
        }
    }

    @Test func `not a byte is kept before the form is known to be this session's`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let other = try await served.token(of: 101)
            let items = try await served.filing()
            let file = ("log.txt", Array("line\n".utf8.cycled(FileChunk.size + 1)))
            for foreign in [
                "", "x", other.formToken(for: Self.path), joan.formToken(for: "/sign-out"),
            ] {
                let answer = try await served.send(
                    Self.path,
                    as: joan,
                    items,
                    file: file,
                    formToken: foreign
                )
                #expect(answer.status == 403)
            }
            let late = try await served.send(
                Self.path,
                as: joan,
                items,
                file: file,
                isTokenFirst: false
            )
            #expect(late.status == 403)
            let olive = try await served.token(of: 116)
            #expect(try await served.send(Self.path, as: olive, items, file: file).status == 403)
            let excluded = try await served.token(of: 112)
            let nowhere = "/cases/000-001/filings"
            let answers = [
                try await served.send(Self.path, as: excluded, items, file: file),
                try await served.send(nowhere, as: excluded, items, file: file),
                try await served.send(nowhere, as: joan, items, file: file),
            ]
            #expect(answers.map(\.status) == [404, 404, 404] && answers[0] == answers[1])
            #expect(try await served.leftOver() == 0)
        }
    }

    @Test func `whoever was signed out keeps what was typed, and is told to choose the file again`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let items = try await served.filing(title: "Typed before")
            let file = ("a.pdf", ServedDemonstration.pdf)
            let answer = try await served.send(Self.path, as: nil, items, file: file)
            #expect(answer.status == 401 && answer.body.contains("Typed%20before"))
            #expect(try await served.leftOver() == 0)
        }
    }

    @Test func `a fault of the form keeps the file, which is then filed without being sent again`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let file = ("a.pdf", ServedDemonstration.pdf)
            let untitled = try await served.filing(title: "")
            let fault = try await served.send(Self.path, as: joan, untitled, file: file)
            #expect(fault.status == 422 && fault.body.contains("a.pdf (69 bytes) is here already"))
            let upload = try #require(ServedDemonstration.upload(in: fault))
            let again = try await served.send(
                Self.path,
                as: joan,
                try await served.filing() + [("upload", upload)]
            )
            #expect(again.status == 303)
            #expect(try await Self.file(served).file?.name == "a.pdf")
            #expect(try await served.leftOver() == 0)
            let second = try await served.filing(document: "c0c-c0c-c0c-c0c")
            let stolen = try await served.send(Self.path, as: joan, second + [("upload", upload)])
            #expect(stolen.status == 422 && stolen.body.contains("kept no longer"))
        }
    }

    @Test func `whoever was overtaken keeps the file too`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let items = try await served.filing()
            let priya = try await served.token(of: 103)
            let safety = [("is-safe", "yes"), ("words", "Seen."), items[0]]
            let first = try await served.post("/cases/4qx-7md/safety", as: priya, safety)
            #expect(first.status == 303)
            let file = ("a.pdf", ServedDemonstration.pdf)
            let answer = try await served.send(Self.path, as: joan, items, file: file)
            #expect(answer.status == 409)
            let upload = try #require(ServedDemonstration.upload(in: answer))
            let again = try await served.filing() + [("upload", upload)]
            #expect(try await served.send(Self.path, as: joan, again).status == 303)
            #expect(try await Self.file(served).file?.name == "a.pdf")
        }
    }

    @Test func `another file takes the place of the one that is here, and one can be left out`()
        async throws
    {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let untitled = try await served.filing(title: "")
            func upload(_ name: String, _ earlier: String?) async throws -> String? {
                let items = untitled + (earlier.map { [("upload", $0)] } ?? [])
                let file = (name, ServedDemonstration.pdf)
                let page = try await served.send(Self.path, as: joan, items, file: file)
                return ServedDemonstration.upload(in: page)
            }
            let first = try await upload("one.pdf", nil)
            let other = try #require(try await upload("two.pdf", first))
            #expect(other.contains("two.pdf"))
            let items = try await served.filing() + [("upload", other), ("without-file", "yes")]
            let nowhere = try await served.send(Self.path, as: joan, items)
            #expect(nowhere.status == 422 && nowhere.body.contains("Choose a file, or enter where"))
            let place = [("where", "Folder 2")]
            #expect(try await served.send(Self.path, as: joan, items + place).status == 303)
            let document = try #require(try await served.opened().file.documents.last)
            #expect(document.file == nil && document.whereItLies == "Folder 2")
            #expect(try await served.leftOver() == 0)
        }
    }

    @Test func `nobody files what another person, session or case was sent`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let untitled = try await served.filing(title: "")
            let file = ("a.pdf", ServedDemonstration.pdf)
            let page = try await served.send(Self.path, as: joan, untitled, file: file)
            let upload = try #require(ServedDemonstration.upload(in: page))
            let items = try await served.filing()
            let tokens = [try await served.token(of: 101), try await served.token(of: 103)]
            for token in tokens {
                let answer = try await served.send(
                    Self.path,
                    as: token,
                    items + [("upload", upload)]
                )
                #expect(answer.status == 422 && answer.body.contains("choose it again"))
            }
            for changed in [
                upload.replacing("a.pdf", with: "b.pdf"), upload.replacing("69", with: "70"),
                "x", "", " ", String(upload.dropFirst()),
            ] {
                let answer = try await served.send(
                    Self.path,
                    as: joan,
                    items + [("upload", changed)]
                )
                #expect(answer.status == 422, "\(changed)")
            }
            let claim = UploadClaim(
                token: joan,
                partnership: Demonstration.marlshire,
                reference: ServedDemonstration.reference
            )
            #expect(claim.file(in: upload)?.name == "a.pdf")
            for (partnership, reference) in [
                (Demonstration.eastmoor, ServedDemonstration.reference),
                (Demonstration.marlshire, ServedDemonstration.noReference),
            ] {
                let other = UploadClaim(token: joan, partnership: partnership, reference: reference)
                #expect(other.file(in: upload) == nil)
            }
        }
    }

    @Test func `pressed twice, a document is filed once`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let items = try await served.filing()
            let file = ("a.pdf", ServedDemonstration.pdf)
            let before = try await served.opened().file.documents.count
            for _ in 0..<2 {
                let answer = try await served.send(Self.path, as: joan, items, file: file)
                #expect(answer.status == 303)
                #expect(answer.header("location") == "/cases/4qx-7md/documents")
            }
            #expect(try await served.opened().file.documents.count == before + 1)
            #expect(try await served.leftOver() == 0)
        }
    }

    @Test(
        arguments: [
            (
                "a.pdf",
                Array("MZ".utf8) + [UInt8](repeating: 0, count: 58) + [0x40, 0, 0, 0]
                    + Array("PE\0\0".utf8) + [0x4C, 1] + [UInt8](repeating: 0, count: 300),
                "is a program, whatever its name says"
            ),
            ("a.docx", ServedDemonstration.pdf, "its content is something else"),
            ("a.pdf", [], "The file is empty"),
            (
                "a.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8),
                "can carry a script"
            ),
            ("a.heic", ServedDemonstration.pdf, "names end in .heic are not taken"),
        ] as [(String, [UInt8], String)]
    )
    func `what is not taken is refused beside its field, and what was typed stays`(
        name: String,
        bytes: [UInt8],
        words: String
    ) async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let items = try await served.filing(title: "Typed and kept")
            let answer = try await served.send(Self.path, as: joan, items, file: (name, bytes))
            #expect(answer.status == 422 && answer.body.contains(words))
            #expect(answer.body.contains("id=\"file-fault\""))
            #expect(answer.body.contains("Typed and kept"))
            #expect(ServedDemonstration.upload(in: answer) == nil)
            #expect(try await served.leftOver() == 0)
        }
    }

    @Test func `a file that was swept away is asked for again`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let untitled = try await served.filing(title: "")
            let file = ("a.pdf", ServedDemonstration.pdf)
            let page = try await served.send(Self.path, as: joan, untitled, file: file)
            let upload = try #require(ServedDemonstration.upload(in: page))
            #expect(try await served.leftOver() == 1)
            let items = try await served.filing() + [("upload", upload)]
            let answer = try await served.send(Self.path, as: joan, items)
            #expect(answer.status == 422 && answer.body.contains("kept no longer"))
            #expect(answer.body.contains("Medical report"))
            #expect(ServedDemonstration.upload(in: answer) == nil)
        }
    }

    @Test func `a document kept to named people has no file for anybody else`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try #require(PersonID(number: 101))
            try await served.fileReport(as: joan, people: [joan])
            let document = try await Self.file(served)
            let address = Link.file(of: document.document, in: ServedDemonstration.reference)
            let priya = try await served.token(of: 103)
            let hidden = try await served.get(address, as: priya)
            let none = try await served.get(
                address.replacing("\(document.document)", with: "b0b-b0b-b0b-b0c"),
                as: priya
            )
            #expect(hidden.status == 404 && hidden == none)
            let elsewhere = try #require(
                try await served.opened().file.documents.first { $0.file == nil }
            )
            let lies = Link.file(of: elsewhere.document, in: ServedDemonstration.reference)
            #expect(try await served.get(lies, as: priya) == none)
            #expect(
                try await served.get(
                    address.uppercased().replacing("/CASES/", with: "/cases/"),
                    as: priya
                ).status == 404
            )
            let page = try await served.get("/cases/4qx-7md/documents", as: priya)
            #expect(!page.body.contains("Medical"))
            #expect(
                try await served.get(address, as: try await served.token(of: 101)).status == 200
            )
        }
    }

    @Test func `a second file, too much text and a broken form are refused`() async throws {
        try await ServedDemonstration.open { served in
            let joan = try await served.token(of: 101)
            let long = String(repeating: "x", count: 1 << 20)
            let file = ("a.pdf", ServedDemonstration.pdf)
            let text = try await served.send(Self.path, as: joan, [("title", long)], file: file)
            #expect(text.status == 413)
            let broken = Array("\r\n--XyZ\r\nContent-Type: text/plain\r\n\r\n".utf8)
            let answer = try await served.send(
                Self.path,
                as: joan,
                file: ("a.pdf", ServedDemonstration.pdf + broken)
            )
            #expect(answer.status == 400)
            let second =
                "\r\n--XyZ\r\nContent-Disposition: form-data; name=\"f\"; filename=\"b.pdf\"\r\n\r\n%PDF"
            let two = try await served.send(
                Self.path,
                as: joan,
                file: ("a.pdf", ServedDemonstration.pdf + Array(second.utf8))
            )
            #expect(two.status == 400)
            #expect(try await served.leftOver() == 0)
            #expect(try await served.opened().file.documents.allSatisfy { $0.file == nil })
        }
    }
}

@Suite("Files that are scanned", .serialized)
struct ScannerTests {
    private static func send(
        _ text: String,
        _ scanner: ScannerPlace
    ) async throws -> (answer: ServedDemonstration.Answer, leftOver: Int) {
        let sent = AsyncStream.makeStream(of: (ServedDemonstration.Answer, Int).self)
        try await ServedDemonstration.open(scanner: scanner) { served in
            let joan = try await served.token(of: 101)
            let answer = try await served.send(
                ServedDemonstration.filings,
                as: joan,
                try await served.filing(),
                file: ("note.txt", Array(text.utf8))
            )
            sent.continuation.yield((answer, try await served.leftOver()))
        }
        sent.continuation.finish()
        for await (answer, leftOver) in sent.stream { return (answer, leftOver) }
        throw CancellationError()
    }

    @Test func `what is clean is filed`() async throws {
        try await FakeClamd.listening { place in
            let (answer, leftOver) = try await Self.send("Seen on Monday.\n", place)
            #expect(answer.status == 303 && leftOver == 0)
        }
    }

    @Test func `what is infected is refused by the name that the scanner gives it`() async throws {
        try await FakeClamd.listening { place in
            for filler in ["", String(repeating: "line\n", count: 300_000)] {
                let (answer, leftOver) = try await Self.send("EICAR\n\(filler)", place)
                #expect(
                    answer.status == 422 && answer.body.contains("found “Eicar-Test” in the file")
                )
                #expect(leftOver == 0)
            }
        }
    }

    @Test(arguments: [FakeClamd.Temper.failing, .silent])
    func `where the scanner could not look, the file is refused`(temper: FakeClamd.Temper)
        async throws
    {
        try await FakeClamd.listening(temper) { place in
            let (answer, leftOver) = try await Self.send("Seen on Monday.\n", place)
            #expect(answer.status == 422 && answer.body.contains("scanner does not answer"))
            #expect(leftOver == 0)
        }
    }

    @Test func `where nobody listens, the file is refused`() async throws {
        var unused: ScannerPlace?
        try await FakeClamd.listening { unused = $0 }
        for place in [try #require(unused), .socket("/nowhere/clamd.ctl")] {
            let (answer, leftOver) = try await Self.send("Seen on Monday.\n", place)
            #expect(answer.status == 422 && answer.body.contains("scanner does not answer"))
            #expect(leftOver == 0)
        }
    }

    @Test(
        arguments: [
            ("127.0.0.1:3310", ScannerPlace.port(host: "127.0.0.1", port: 3310)),
            ("[::1]:3310", .port(host: "::1", port: 3310)),
            ("scanner:1", .port(host: "scanner", port: 1)),
            ("/run/clamav/clamd.ctl", .socket("/run/clamav/clamd.ctl")),
            ("scanner", nil), (":3310", nil), ("scanner:0", nil), ("scanner:70000", nil),
            ("::1:3310", nil),
            ("", nil),
        ] as [(String, ScannerPlace?)]
    )
    func `the place of a scanner is a port or a path`(text: String, place: ScannerPlace?) {
        #expect(ScannerPlace(text) == place)
    }
}

extension Collection<UInt8> {
    /// Over and over, up to so many bytes.
    fileprivate func cycled(_ count: Int) -> [UInt8] {
        let bytes = Array(self)
        return (0..<count).map { bytes[$0 % bytes.count] }
    }
}
