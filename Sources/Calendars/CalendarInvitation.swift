import WorkingDays

/// A meeting as it stands in one person's calendar, and nothing in it but its kind, its case's reference, time and place.
package struct CalendarInvitation: Hashable, Sendable, Codable {
    /// The same for one meeting and one person, whatever changes.
    package let uid: String
    /// One more for each change.
    package let sequence: Int
    package let isCancelled: Bool
    /// Milliseconds since 1970, as all times here.
    package let written: Int64
    package let begins: Int64
    package let ends: Int64
    package let summary: String
    package let place: String

    package init(
        uid: String,
        sequence: Int,
        isCancelled: Bool,
        written: Int64,
        begins: Int64,
        ends: Int64,
        summary: String,
        place: String
    ) {
        self.uid = uid
        self.sequence = sequence
        self.isCancelled = isCancelled
        self.written = written
        self.begins = begins
        self.ends = ends
        self.summary = summary
        self.place = place
    }

    /// What calendars do with it.
    package enum Method: String, Sendable {
        case request = "REQUEST"
        case cancel = "CANCEL"
        /// A file that somebody takes over into her own calendar.
        case publish = "PUBLISH"
    }

    package struct Mailbox: Hashable, Sendable {
        package let name: String
        package let address: String

        package init(name: String, address: String) {
            self.name = name
            self.address = address
        }
    }

    /// The invitation that one person gets by mail: a change by its sequence, a cancellation by its method.
    package func invitation(
        from organiser: Mailbox,
        to attendee: Mailbox
    ) -> (method: Method, bytes: [UInt8]) {
        let method: Method = isCancelled ? .cancel : .request
        let bytes = calendar(method) { lines in
            lines.mailbox("ORGANIZER", called: organiser.name, organiser.address)
            lines.mailbox(
                "ATTENDEE",
                ";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE",
                called: attendee.name,
                attendee.address
            )
        }
        return (method, bytes)
    }

    /// A file with this meeting in it.
    package var file: [UInt8] { calendar(.publish) { _ in } }

    private func calendar(_ method: Method, _ people: (inout CalendarLines) -> Void) -> [UInt8] {
        var lines = CalendarLines()
        lines.line("BEGIN:VCALENDAR")
        lines.line("VERSION:2.0")
        lines.line("PRODID:-//Sightline//Meetings//EN")
        lines.line("CALSCALE:GREGORIAN")
        lines.line("METHOD:\(method.rawValue)")
        lines.line("BEGIN:VEVENT")
        lines.text("UID", uid)
        lines.line("DTSTAMP:\(utc(written))")
        lines.line("DTSTART:\(utc(begins))")
        lines.line("DTEND:\(utc(ends))")
        lines.line("SEQUENCE:\(sequence)")
        lines.line("STATUS:\(isCancelled ? "CANCELLED" : "CONFIRMED")")
        lines.text("SUMMARY", summary)
        lines.text("LOCATION", place)
        // Who else may open the calendar sees that the time is taken.
        lines.line("CLASS:PRIVATE")
        people(&lines)
        lines.line("END:VEVENT")
        lines.line("END:VCALENDAR")
        return lines.bytes
    }
}

/// `20260106T100000Z`.
private func utc(_ milliseconds: Int64) -> String {
    let minutes = Int(milliseconds / 60_000)
    let (days, minute) = (minutes / 1440, minutes % 1440)
    let day = Day(number: days) ?? .first
    let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined()
    return "\(day.description.filter { $0 != "-" })T\(clock)00Z"
}
