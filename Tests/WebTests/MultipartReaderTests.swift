import TestSupport
import Testing

@testable import Web

@Suite("Reading a form with a file in it")
struct MultipartReaderTests {
    private typealias Piece = MultipartReader.Piece

    /// What Chromium sends, with a name that has a quote in it, and a file that nearly ends the form early.
    private static let body = [
        "--XyZ", "Content-Disposition: form-data; name=\"form-token\"", "", "abc",
        "--XyZ", "Content-Disposition: form-data; name=\"title\"", "", "Überblick\r\n--Xyzzy",
        "--XyZ", "Content-Disposition: form-data; name=\"empty\"", "", "",
        "--XyZ",
        "Content-Disposition: form-data; name=\"file\"; filename=\"a %22b%22 é.pdf\"",
        "Content-Type: application/pdf", "", "\r\n--Xy\r\r\n--X\r\n\r\n--",
        "--XyZ", "Content-Disposition: form-data; name=\"other\"; filename=\"\"",
        "Content-Type: application/octet-stream", "", "",
        "--XyZ--", "",
    ].joined(separator: "\r\n")

    private static let expected: [Part] = [
        Part(name: "form-token", file: nil, text: "abc"),
        Part(name: "title", file: nil, text: "Überblick\r\n--Xyzzy"),
        Part(name: "empty", file: nil, text: ""),
        Part(name: "file", file: "a \"b\" é.pdf", text: "\r\n--Xy\r\r\n--X\r\n\r\n--"),
        Part(name: "other", file: "", text: ""),
    ]

    private struct Part: Hashable {
        let name: String
        let file: String?
        var text = ""
        var isOver = true
    }

    /// The parts of a body that comes in these pieces.
    private static func parts(
        _ pieces: [some Collection<UInt8>],
        boundary: String = "XyZ"
    ) throws -> [Part] {
        var reader = MultipartReader(boundary: boundary)
        var read: [Piece] = []
        for piece in pieces { read += try reader.take(piece) }
        try reader.finish()
        var parts: [Part] = []
        var bytes: [UInt8] = []
        for piece in read {
            switch piece {
            case .begins(let name, let file):
                parts.append(Part(name: name, file: file, isOver: false))
                bytes = []
            case .bytes(let more):
                #expect(!more.isEmpty)
                bytes += more
            case .ends:
                guard var last = parts.popLast() else { break }
                last.text = String(decoding: bytes, as: UTF8.self)
                last.isOver = true
                parts.append(last)
            }
        }
        return parts
    }

    private static func part(_ header: String, _ text: String = "x") throws -> Part? {
        let body = "--XyZ\r\n\(header)\r\n\r\n\(text)\r\n--XyZ--\r\n"
        return try parts([Array(body.utf8)]).first
    }

    @Test func `every part is read whole`() throws {
        #expect(try Self.parts([Array(Self.body.utf8)]) == Self.expected)
    }

    @Test func `it is the same wherever the body is cut in two, or byte by byte`() throws {
        let bytes = Array(Self.body.utf8)
        for place in 0...bytes.count {
            let halves = [Array(bytes[..<place]), Array(bytes[place...])]
            #expect(try Self.parts(halves) == Self.expected, "cut at \(place)")
        }
        #expect(try Self.parts(bytes.map { [$0] }) == Self.expected)
    }

    @Test func `a body cut short anywhere is no form`() {
        let bytes = Array(Self.body.utf8)
        for count in 0..<(bytes.count - 2) {
            #expect(throws: MultipartReader.Fault.malformed, "the first \(count) bytes") {
                try Self.parts([Array(bytes[..<count])])
            }
        }
    }

    @Test(
        arguments: [
            (#"Content-Disposition: form-data; name="a\"b""#, "a\"b", nil),
            (#"content-disposition:form-data;name=a"#, "a", nil),
            (#"Content-Disposition: form-data; name="a;b=c""#, "a;b=c", nil),
            (
                #"Content-Disposition: form-data; name="f"; filename="C:\fakepath\a.pdf""#, "f",
                #"C:\fakepath\a.pdf"#
            ),
            (#"Content-Disposition: form-data; name="f"; filename="a\""#, "f", #"a\"#),
            (
                #"Content-Disposition: form-data; name="f"; filename="a%0D%0Ab%20.pdf""#, "f",
                "a\r\nb%20.pdf"
            ),
            (#"Content-Disposition: form-data; name="a"; name="b""#, "a", nil),
            (
                "X-Other: 1\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Length: 1",
                "a", nil
            ),
        ] as [(String, String, String?)]
    )
    func `names are read as browsers write them, old and new`(
        header: String,
        name: String,
        file: String?
    ) throws {
        let part = try #require(try Self.part(header))
        #expect(part.name == name)
        #expect(part.file == file)
    }

    @Test(arguments: [
        "Content-Disposition: attachment; name=\"a\"", "Content-Disposition: form-data",
        "Content-Type: text/plain", "", ": x",
    ])
    func `a part without a name is refused`(header: String) {
        #expect(throws: MultipartReader.Fault.malformed) { try Self.part(header) }
    }

    @Test func `headers and parts are bounded`() {
        #expect(throws: MultipartReader.Fault.headerTooLong) {
            try Self.part(
                "Content-Disposition: form-data; name=\"\(String(repeating: "n", count: 9_000))\""
            )
        }
        #expect(throws: MultipartReader.Fault.headerTooLong) {
            var reader = MultipartReader(boundary: "XyZ")
            _ = try reader.take(Array("--XyZ\r\n".utf8))
            for _ in 0..<100 { _ = try reader.take(Array(repeating: UInt8(0x61), count: 100)) }
        }
        #expect(throws: MultipartReader.Fault.malformed) {
            var reader = MultipartReader(boundary: "XyZ")
            for _ in 0..<100 { _ = try reader.take(Array(repeating: UInt8(0x61), count: 100)) }
        }
        let part = "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n"
        #expect(throws: MultipartReader.Fault.tooManyParts) {
            try Self.parts([Array((String(repeating: part, count: 2_001) + "--XyZ--").utf8)])
        }
    }

    @Test func `what comes before the first boundary and after the last is left out`() throws {
        let body = "preamble\r\n\(Self.body)epilogue\r\n--XyZ\r\nmore"
        #expect(try Self.parts([Array(body.utf8)]) == Self.expected)
    }

    @Test func `of a file no more is kept than could begin a boundary`() throws {
        var reader = MultipartReader(boundary: "XyZ")
        let header = "--XyZ\r\nContent-Disposition: form-data; name=f; filename=a\r\n\r\n"
        _ = try reader.take(Array(header.utf8))
        var given = 0
        for _ in 0..<100 {
            for piece in try reader.take(Array("0123456789\r\n--X".utf8)) {
                if case .bytes(let bytes) = piece { given += bytes.count }
            }
        }
        #expect(given >= 1_500 - 7)
    }

    @Test func `a limit is the same however the bytes come`() throws {
        let most = MultipartReader.mostHeaderBytes
        let disposition = "Content-Disposition: form-data; name=a\r\nX: "
        for extra in -5...5 {
            let filler = String(repeating: "x", count: most + extra - disposition.utf8.count - 2)
            let body = Array("--XyZ\r\n\(disposition)\(filler)\r\n\r\n\r\n--XyZ--".utf8)
            let whole = Result { try Self.parts([body]) }
            let bytes = Result { try Self.parts(body.map { [$0] }) }
            #expect((try? whole.get()) == (try? bytes.get()), "\(extra)")
            #expect(((try? whole.get()) == nil) == (extra > 0), "\(extra)")
        }
    }

    @Test func `random bodies come out the same however they are cut`() throws {
        var random = SeededGenerator(seed: 20_260_105)
        let letters = Array("\r\n--XyZ:a\"".utf8)
        for _ in 0..<300 {
            let length = Int.random(in: 0...60, using: &random)
            let content = (0..<length).map { _ in
                letters[Int.random(in: 0..<letters.count, using: &random)]
            }
            let text = String(decoding: content, as: UTF8.self)
            guard !"\r\n\(text)".utf8.contains(sequence: Array("\r\n--XyZ".utf8)) else { continue }
            let body = Array(
                "--XyZ\r\nContent-Disposition: form-data; name=a\r\n\r\n\(text)\r\n--XyZ--".utf8
            )
            let place = Int.random(in: 0...body.count, using: &random)
            let other = Int.random(in: place...body.count, using: &random)
            let cut = [Array(body[..<place]), Array(body[place..<other]), Array(body[other...])]
            let read = try? Self.parts(cut)
            #expect(read == [Part(name: "a", file: nil, text: text)], "\(text.debugDescription)")
        }
    }

    @Test(
        arguments: [
            (
                "multipart/form-data; boundary=----WebKitFormBoundaryAbc",
                "----WebKitFormBoundaryAbc"
            ),
            ("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\"", "a b"),
            ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
            ("multipart/mixed; boundary=a", nil), ("application/x-www-form-urlencoded", nil),
            ("multipart/form-data; boundary=\"a\u{7F}\"", nil), ("", nil),
        ] as [(String, String?)]
    )
    func `the boundary is read from the content type`(type: String, boundary: String?) {
        #expect(MultipartReader.boundary(in: type) == boundary)
    }
}

extension String.UTF8View {
    fileprivate func contains(sequence: [UInt8]) -> Bool {
        let bytes = Array(self)
        guard bytes.count >= sequence.count else { return false }
        return (0...(bytes.count - sequence.count)).contains {
            bytes[$0...].starts(with: sequence)
        }
    }
}

@Suite("Names of files")
struct FileNameTests {
    @Test(
        arguments: [
            ("report.pdf", "report.pdf"), ("C:\\fakepath\\report.pdf", "report.pdf"),
            ("../../etc/passwd", "passwd"), ("a\u{202E}fdp.exe", "afdp.exe"),
            ("a\r\nb\u{0}.pdf", "ab.pdf"), (".hidden.pdf ", "hidden.pdf"),
            ("Übersicht é.docx", "Übersicht é.docx"),
            ("…", "…"), ("..", nil), ("/", nil), ("", nil),
        ] as [(String, String?)]
    )
    func `a name keeps nothing that could do harm`(sent: String, safe: String?) {
        #expect(safeFileName(sent) == safe)
    }

    @Test func `a long name keeps its ending`() throws {
        let name = try #require(safeFileName(String(repeating: "n", count: 400) + ".pdf"))
        #expect(name.count == 120 && name.hasSuffix("nnn.pdf"))
    }

    @Test func `a name is carried for programs old and new`() {
        #expect(
            contentDisposition("Über \"x\" 100%;.pdf")
                == "attachment; filename=\"_ber _x_ 100__.pdf\"; filename*=UTF-8''%C3%9Cber%20%22x%22%20100%25%3B.pdf"
        )
    }
}
