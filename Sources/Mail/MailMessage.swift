/// A message of plain text to one mailbox, made by a program; perhaps with something for the reader's calendar.
package struct MailMessage: Hashable, Sendable {
    package let id: MessageID
    package let date: MailDate
    package let from: Mailbox
    package let to: Mailbox
    package let subject: String
    /// Lines of any length; their ends may be written in any of the usual ways.
    package let text: String
    /// What the message is about, for filing a reply to it; nil for nothing.
    package let reference: String?
    package let calendar: CalendarPart?

    /// An iCalendar text, which calendars read by its method: `REQUEST`, `CANCEL`.
    package struct CalendarPart: Hashable, Sendable {
        package let method: String
        package let bytes: [UInt8]

        /// Nil for a method that is no word of capitals.
        package init?(method: String, bytes: [UInt8]) {
            guard !method.isEmpty, method.utf8.allSatisfy({ 0x41...0x5A ~= $0 }) else {
                return nil
            }
            self.method = method
            self.bytes = bytes
        }
    }

    /// - Throws: `MailProblem` where a part could break out of its header.
    package init(
        id: MessageID,
        date: MailDate,
        from: Mailbox,
        to: Mailbox,
        subject: String,
        text: String,
        reference: String? = nil,
        calendar: CalendarPart? = nil
    ) throws(MailProblem) {
        try checkHeader(subject, .subject)
        if let reference { try checkHeader(reference, .reference) }
        self.id = id
        self.date = date
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.reference = reference
        self.calendar = calendar
    }

    /// The message as it travels (RFC 5322): ASCII, lines that end in CR LF and have at most 78 bytes but for a long address.
    package var bytes: [UInt8] {
        var headers = [
            "Date: \(date.text)",
            from.header("From"),
            to.header("To"),
            header("Subject", subject),
            "Message-ID: <\(id.text)>",
            // Nobody's absence note is to answer a program.
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
        ]
        if let reference { headers.append(header("X-Sightline-Reference", reference)) }
        headers.append("MIME-Version: 1.0")
        guard let calendar else { return lines(headers + Self.plain) + quotedPrintable(text) }
        return lines(headers + [Self.multipart("mixed", outer)]) + parts(with: calendar)
    }

    private static let plain = [
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
    ]

    // Neither encoding of a part can hold a line that begins with two hyphens and an equals sign with a line after it.
    private var outer: String { "=_outer" }
    private var inner: String { "=_inner" }

    private static func multipart(_ kind: String, _ boundary: String) -> String {
        "Content-Type: multipart/\(kind); boundary=\"\(boundary)\""
    }

    /// Text and calendar say the same; the file besides is for programs that show only what is attached.
    private func parts(with calendar: CalendarPart) -> [UInt8] {
        let encoded = base64(calendar.bytes)
        return line("--\(outer)") + lines([Self.multipart("alternative", inner)])
            + line("--\(inner)") + lines(Self.plain) + quotedPrintable(text)
            + line("--\(inner)")
            + lines([
                "Content-Type: text/calendar; charset=utf-8; method=\(calendar.method)",
                "Content-Transfer-Encoding: base64",
            ]) + encoded + line("--\(inner)--") + line("--\(outer)")
            + lines([
                "Content-Type: application/ics; name=\"meeting.ics\"",
                "Content-Disposition: attachment; filename=\"meeting.ics\"",
                "Content-Transfer-Encoding: base64",
            ]) + encoded + line("--\(outer)--")
    }

    /// The head of a message or of a part, with the empty line that ends it.
    private func lines(_ lines: [String]) -> [UInt8] {
        Array((lines + ["", ""]).joined(separator: "\r\n").utf8)
    }

    private func line(_ text: String) -> [UInt8] { Array("\(text)\r\n".utf8) }
}

extension Mailbox {
    fileprivate func header(_ title: String) -> String {
        guard !name.isEmpty else { return "\(title): <\(address.text)>" }
        let written = encodedWords(name, quoted: true, used: title.utf8.count + 2)
        // The address stands on a line of its own: a long name and a long address make no long line.
        return "\(title): \(written)\r\n <\(address.text)>"
    }
}

private func header(_ title: String, _ text: String) -> String {
    "\(title): \(encodedWords(text, used: title.utf8.count + 2))"
}

/// When a message was written.
package struct MailDate: Hashable, Sendable {
    package let secondsSince1970: Int64

    package init(secondsSince1970: Int64) {
        self.secondsSince1970 = secondsSince1970
    }

    /// `Sat, 21 Nov 2026 13:05:09 +0000`.
    var text: String {
        let (days, second) = secondsSince1970.floored(by: 86_400)
        let (year, month, day) = civilDate(daysSince1970: days)
        let weekday = weekdays[Int((days + 4).floored(by: 7).rest)]
        let clock = [second / 3600, second / 60 % 60, second % 60].map(twoDigits)
        return "\(weekday), \(twoDigits(day)) \(months[Int(month) - 1]) \(year) "
            + "\(clock.joined(separator: ":")) +0000"
    }
}

private let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
private let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]

private func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// The Gregorian day, by eras of 400 years that begin on 1 March.
private func civilDate(daysSince1970: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, day) = (daysSince1970 + 719_468).floored(by: 146_097)
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let fromMarch = (5 * dayOfYear + 2) / 153
    let month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
    return (
        year + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * fromMarch + 2) / 5 + 1
    )
}

extension Int64 {
    fileprivate func floored(by divisor: Int64) -> (quotient: Int64, rest: Int64) {
        let rest = ((self % divisor) + divisor) % divisor
        return ((self - rest) / divisor, rest)
    }
}
