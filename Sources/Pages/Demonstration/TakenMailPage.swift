/// What the mail server of a demonstration took, the newest first.
package struct TakenMailPage: Sendable {
    package let lead: String
    package let messages: [Message]

    package struct Message: Sendable {
        /// Tells it from every other on the page.
        package let id: String
        package let subject: String
        package let to: String
        package let lines: [Line]
    }

    package enum Line: Hashable, Sendable {
        case text(String)
        /// An address of this server: the address as it reads, and its path.
        case link(String, path: String)
    }

    /// Nil messages where no mail server was named; `address` is that of this server, without a slash at the end.
    package init(_ messages: [TakenMail]?, address: String) {
        lead =
            switch messages?.count {
            case nil: "No mail goes out from here: the server was started without a mail server."
            case 0: "No message has gone out yet. Load this page again in some seconds."
            default:
                "Nothing here reached anybody: a mail server on this machine took it and wrote it down."
            }
        self.messages = (messages ?? []).map { Message($0, address) }
    }
}

/// A message as the mail server of a demonstration wrote it down.
package struct TakenMail: Hashable, Sendable {
    /// From 1, in the order in which they came.
    package let number: Int
    /// The name and address of whom it went to.
    package let to: String
    package let subject: String
    package let text: String

    package init(number: Int, to: String, subject: String, text: String) {
        self.number = number
        self.to = to
        self.subject = subject
        self.text = text
    }
}

extension TakenMailPage.Message {
    fileprivate init(_ mail: TakenMail, _ address: String) {
        id = "message-\(mail.number)"
        subject = mail.subject.isEmpty ? "No subject" : mail.subject
        to = mail.to
        lines = mail.text.split(whereSeparator: \.isNewline).map { line in
            // A path of this server and nothing else: no message leads anybody away from here.
            guard line.hasPrefix("\(address)/"), !line.contains(where: \.isWhitespace) else {
                return .text(String(line))
            }
            return .link(String(line), path: String(line.dropFirst(address.count)))
        }
    }
}
