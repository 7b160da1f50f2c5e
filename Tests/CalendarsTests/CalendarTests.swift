import Calendars
import Testing

@Suite("Invitations as iCalendar")
struct CalendarTests {
    /// Fri 2 Jan 2026, 10:00 to 11:30 by Greenwich.
    private static func invitation(
        sequence: Int = 0,
        isCancelled: Bool = false,
        place: String = "Room 3, County Hall"
    ) -> CalendarInvitation {
        CalendarInvitation(
            uid: "M-1@sightline.invalid",
            sequence: sequence,
            isCancelled: isCancelled,
            written: 1_766_000_000_000,
            begins: 1_767_348_000_000,
            ends: 1_767_353_400_000,
            summary: "Rapid review meeting, case 4QX-7MD",
            place: place
        )
    }

    private static let unit = CalendarInvitation.Mailbox(
        name: "Business unit",
        address: "unit@marl.example"
    )

    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self)
            .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func `an invitation asks, and says when by Greenwich, where and no more`() {
        let (method, bytes) = Self.invitation().invitation(
            from: Self.unit,
            to: CalendarInvitation.Mailbox(name: "Dev Rao", address: "dev@police.example")
        )
        #expect(method == .request)
        #expect(
            String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "").split(
                separator: "\r\n"
            ) == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sightline//Meetings//EN",
                "CALSCALE:GREGORIAN", "METHOD:REQUEST", "BEGIN:VEVENT",
                "UID:M-1@sightline.invalid", "DTSTAMP:20251217T193300Z",
                "DTSTART:20260102T100000Z", "DTEND:20260102T113000Z", "SEQUENCE:0",
                "STATUS:CONFIRMED", "SUMMARY:Rapid review meeting\\, case 4QX-7MD",
                "LOCATION:Room 3\\, County Hall", "CLASS:PRIVATE",
                "ORGANIZER;CN=\"Business unit\":mailto:unit@marl.example",
                "ATTENDEE;CN=\"Dev Rao\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:dev@police.example",
                "END:VEVENT", "END:VCALENDAR",
            ]
        )
    }

    @Test func `a cancellation has the same name, a later number and says so twice`() {
        let (method, bytes) = Self.invitation(sequence: 2, isCancelled: true).invitation(
            from: Self.unit,
            to: Self.unit
        )
        let lines = Self.lines(bytes)
        #expect(method == .cancel)
        for line in [
            "METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:2", "UID:M-1@sightline.invalid",
        ] { #expect(lines.contains(line)) }
    }

    @Test(arguments: [
        "A\r\nATTENDEE:mailto:eve@evil.example", "A\nBEGIN:VALARM", "A\rB", "A\u{0}\u{1B}[0mB",
        "\u{85}BEGIN:VEVENT", "\u{2028}BEGIN:VEVENT",
        String(repeating: "Würde, ", count: 40), String(repeating: "👩‍👩‍👧", count: 30), "\\n;,",
    ])
    func `whatever a place holds, it adds no line and no line is too long`(place: String) {
        let bytes = Self.invitation(place: place).file
        let lines = Self.lines(bytes)
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        let unfolded = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
        let names = unfolded.split(separator: "\r\n").map { $0.prefix { $0 != ":" && $0 != ";" } }
        #expect(names.filter { $0 == "BEGIN" }.count == 2)
        #expect(!names.contains("ATTENDEE"))
        #expect(!bytes.contains { $0 < 0x20 && $0 != 0x0D && $0 != 0x0A })
    }

    @Test func `a name breaks out of no parameter`() {
        var lines = CalendarLines()
        lines.mailbox("ATTENDEE", called: "A\":mailto:x\r\nBEGIN:VALARM", "a@b.example\r\nX:")
        #expect(
            String(decoding: lines.bytes, as: UTF8.self)
                == "ATTENDEE;CN=\"A:mailto:xBEGIN:VALARM\":mailto:a@b.exampleX:\r\n"
        )
    }
}
