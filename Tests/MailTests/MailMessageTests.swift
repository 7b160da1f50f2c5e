import Foundation
import TestSupport
import Testing

@testable import Mail

@Suite("A message, written")
struct MailMessageTests {
    @Test func `a plain message reads as it was meant`() throws {
        let message = try MailMessage.example(
            to: "Marlshire Police",
            subject: "An answer is asked of you: 4QX-7MD",
            text: "Open this page:\n\nhttps://safe.example/answers/abc=def\n",
            reference: "4QX-7MD"
        )
        #expect(
            String(decoding: message.bytes, as: UTF8.self).replacing("\r\n", with: "\n") == """
                Date: Sat, 21 Nov 2026 13:05:09 +0000
                From: "Sightline"
                 <office@safe.example>
                To: "Marlshire Police"
                 <lead@police.example>
                Subject: An answer is asked of you: 4QX-7MD
                Message-ID: <0f0f@safe.example>
                Auto-Submitted: auto-generated
                X-Auto-Response-Suppress: All
                X-Sightline-Reference: 4QX-7MD
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                Open this page:

                https://safe.example/answers/abc=3Ddef

                """
        )
    }

    @Test(arguments: [
        (0, "Thu, 01 Jan 1970 00:00:00 +0000"),
        (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
        (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
        (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 +0000"),
        (1_709_251_200, "Fri, 01 Mar 2024 00:00:00 +0000"),
        (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 +0000"),
    ])
    func `a date is that of Greenwich`(seconds: Int64, text: String) {
        #expect(MailDate(secondsSince1970: seconds).text == text)
    }

    @Test(arguments: [
        ("Short and plain", "Short and plain"),
        ("Zoë’s", "=?UTF-8?Q?Zo=C3=AB=E2=80=99s?="),
        ("=?UTF-8?Q?x?=", "=?UTF-8?Q?=3D=3FUTF=2D8=3FQ=3Fx=3F=3D?="),
        (" blanks ", "=?UTF-8?Q?_blanks_?="),
        ("", ""),
    ])
    func `what is not plain is an encoded word`(text: String, written: String) {
        #expect(encodedWords(text, used: 9) == written)
    }

    @Test func `a name with signs of the grammar stands in quotation marks`() {
        let written = encodedWords("Police, \"A\" \\ <b@c>", quoted: true, used: 4)
        #expect(written == #""Police, \"A\" \\ <b@c>""#)
    }

    @Test(arguments: [
        "a\rb", "a\nb", "a\r\nBcc: x@y.example", "a\0b", "a\u{85}b", "a\u{2028}b", "\t",
    ])
    func `a break in a header is refused, wherever it stands`(text: String) throws {
        #expect(throws: MailProblem.controlCharacter(in: .subject)) {
            try MailMessage.example(subject: text)
        }
        #expect(throws: MailProblem.controlCharacter(in: .name)) {
            try MailMessage.example(to: text)
        }
        #expect(throws: MailProblem.controlCharacter(in: .reference)) {
            try MailMessage.example(reference: text)
        }
        #expect(throws: MailProblem.notAnAddress) { try MailboxAddress("a@\(text)") }
        #expect(throws: MailProblem.notAnAddress) { try MailboxAddress("\(text)@b.example") }
        #expect(throws: MailProblem.notAMessageID) { try MessageID("\(text)@b.example") }
    }

    @Test func `a header longer than anybody reads is refused`() {
        #expect(throws: MailProblem.tooLong(.subject)) {
            try MailMessage.example(subject: String(repeating: "x", count: 501))
        }
    }

    @Test(arguments: [
        "", "a", "@", "a@", "@b", "a@b@c", "a b@c.example", "a@b..example", ".a@b.example",
        "a.@b.example", "a@-b.example", "a@b-.example", "\"a\"@b.example", "a@[127.0.0.1]",
        "zoë@b.example", "a@bücher.example", "<a@b.example>", "a@b.example ", "a@b.example,c@d",
        String(repeating: "a", count: 65) + "@b.example",
        "a@" + String(repeating: "b", count: 64) + ".example",
    ])
    func `what is no address is refused`(text: String) {
        #expect(throws: MailProblem.notAnAddress) { try MailboxAddress(text) }
    }

    @Test func `an address comes alone or behind a name`() throws {
        let address = try MailboxAddress("o'ffice+x@safe.example")
        #expect(address.domain == "safe.example")
        #expect(try Mailbox(parsing: "o'ffice+x@safe.example") == Mailbox("", address))
        #expect(
            try Mailbox(parsing: "Safe  <Example> <o'ffice+x@safe.example>")
                == Mailbox("Safe <Example>", address)
        )
        #expect(throws: MailProblem.notAnAddress) { try Mailbox(parsing: "Safe <office>") }
    }

    @Test(arguments: [
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour\n"),
        ("ends in a blank ", "ends in a blank=20\n"),
        ("tab\tand = and é", "tab=09and =3D and =C3=A9\n"),
        ("\n\nx", "\n\nx\n"),
        ("", ""),
        (
            String(repeating: "y", count: 100),
            String(repeating: "y", count: 75) + "=\n" + String(repeating: "y", count: 25) + "\n"
        ),
    ])
    func `a body is quoted-printable`(text: String, written: String) {
        let bytes = String(decoding: quotedPrintable(text), as: UTF8.self)
        #expect(bytes.replacing("\r\n", with: "\n") == written)
    }

    @Test func `whatever the texts, a message has its own headers and no other`() throws {
        var random = SeededGenerator(seed: 5)
        var written = 0
        for _ in 0..<4000 {
            let texts = (0..<4).map { _ in arbitraryText(&random) }
            guard
                let message = try? MailMessage.example(
                    to: texts[0],
                    subject: texts[1],
                    text: texts[2],
                    reference: texts[3]
                )
            else { continue }
            written += 1
            check(message, texts)
        }
        #expect(written > 400)
    }

    private func check(_ message: MailMessage, _ texts: [String]) {
        let bytes = message.bytes
        #expect(bytes.allSatisfy { $0 < 0x80 && ($0 >= 0x20 || $0 == 0x0D || $0 == 0x0A) })
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = text.unicodeScalars.split(separator: "\r", omittingEmptySubsequences: false)
            .map { String($0) }
        // Every line feed stands behind a carriage return.
        #expect(lines.dropFirst().allSatisfy { $0.unicodeScalars.first == "\n" })
        #expect(!lines.dropFirst().contains { $0.unicodeScalars.dropFirst().contains("\n") })
        let stripped = lines.map {
            $0.unicodeScalars.first == "\n" ? String($0.unicodeScalars.dropFirst()) : $0
        }
        #expect(stripped.allSatisfy { $0.utf8.count <= 78 }, "\(texts)")
        let headers = stripped.prefix { !$0.isEmpty }.filter { !$0.hasPrefix(" ") }
        #expect(headers.map { $0.prefix { $0 != ":" } } == Self.headerNames, "\(texts)")
    }

    private static let headerNames: [Substring] = [
        "Date", "From", "To", "Subject", "Message-ID", "Auto-Submitted",
        "X-Auto-Response-Suppress", "X-Sightline-Reference", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
    ]

    private func arbitraryText(_ random: inout SeededGenerator) -> String {
        let pieces = [
            "\r\n", "\n", "\r", "\0", "Bcc: x@y.example", ":", " ", "\t", "=?UTF-8?Q?=0A?=", "é",
            "👩‍👩‍👧", "\"",
            "\\", "<", ">", ".", "word", "a long text that goes on for a while ", "\u{85}", "=",
        ]
        // Texts without a control are what is written: most are of those.
        let usable =
            random.next() % 10 < 8
            ? pieces.filter {
                $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x85 }
            } : pieces
        return (0..<Int.random(in: 0...8, using: &random))
            .map { _ in usable.randomElement(using: &random) ?? "" }
            .joined()
    }
}

extension MailMessage {
    static func example(
        id: String = "0f0f@safe.example",
        to name: String = "Marlshire Police",
        at address: String = "lead@police.example",
        subject: String = "An answer is asked of you",
        text: String = "Open the page.",
        reference: String? = nil
    ) throws -> MailMessage {
        try MailMessage(
            id: MessageID(id),
            date: MailDate(secondsSince1970: 1_795_266_309),
            from: Mailbox("Sightline", MailboxAddress("office@safe.example")),
            to: Mailbox(name, MailboxAddress(address)),
            subject: subject,
            text: text,
            reference: reference
        )
    }
}

@Suite("A message with a meeting in it")
struct CalendarPartTests {
    private static func message(_ bytes: [UInt8]) throws -> MailMessage {
        let part = MailMessage.CalendarPart(method: "REQUEST", bytes: bytes)
        return try MailMessage(
            id: MessageID("0f0f@safe.example"),
            date: MailDate(secondsSince1970: 1_795_266_309),
            from: Mailbox("", MailboxAddress("office@safe.example")),
            to: Mailbox("", MailboxAddress("lead@police.example")),
            subject: "Invitation: Rapid review meeting, case 4QX-7MD",
            text: "--=_inner\nYou are invited.\n--=_outer--",
            calendar: part
        )
    }

    @Test func `text and calendar stand side by side, and the file after them`() throws {
        let text = String(decoding: try Self.message(Array("BEGIN".utf8)).bytes, as: UTF8.self)
        #expect(
            text.replacing("\r\n", with: "\n").split(separator: "MIME-Version: 1.0\n").last == """
                Content-Type: multipart/mixed; boundary="=_outer"

                --=_outer
                Content-Type: multipart/alternative; boundary="=_inner"

                --=_inner
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable

                --=3D_inner
                You are invited.
                --=3D_outer--
                --=_inner
                Content-Type: text/calendar; charset=utf-8; method=REQUEST
                Content-Transfer-Encoding: base64

                QkVHSU4=
                --=_inner--
                --=_outer
                Content-Type: application/ics; name="meeting.ics"
                Content-Disposition: attachment; filename="meeting.ics"
                Content-Transfer-Encoding: base64

                QkVHSU4=
                --=_outer--

                """
        )
    }

    @Test func `a method that is no word of capitals makes no part`() {
        for method in ["", "request", "REQUEST\r\nX: y", "RE QUEST"] {
            #expect(MailMessage.CalendarPart(method: method, bytes: []) == nil)
        }
    }

    @Test(arguments: [0, 1, 2, 3, 55, 56, 57, 58, 113, 114, 115, 500])
    func `base64 has lines of 76, and reads back as it was`(count: Int) throws {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let lines = String(decoding: base64(bytes), as: UTF8.self)
            .split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.last == "")
        #expect(lines.dropLast().allSatisfy { 0...76 ~= $0.utf8.count })
        #expect(lines.dropLast(2).allSatisfy { $0.utf8.count == 76 })
        let joined = lines.joined()
        #expect(joined.utf8.count == (count + 2) / 3 * 4)
        let data = try #require(Data(base64Encoded: joined))
        #expect(Array(data) == bytes)
    }
}
