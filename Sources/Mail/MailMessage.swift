/// A message of plain text to one mailbox, made by a program.
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

    /// - Throws: `MailProblem` where a part could break out of its header.
    package init(
        id: MessageID,
        date: MailDate,
        from: Mailbox,
        to: Mailbox,
        subject: String,
        text: String,
        reference: String? = nil
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
        headers += [
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "",
        ]
        return Array(headers.joined(separator: "\r\n").utf8) + quotedPrintable(text)
    }
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
