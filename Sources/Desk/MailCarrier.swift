package import Calendars
package import Partnerships

/// Takes messages out of the house: a mail server, or what stands for one in a test.
package protocol MailCarrier: Sendable {
    /// Back when the message is somebody else's to deliver.
    func carry(_ parcel: MailParcel) async throws(CarryProblem)
}

/// A message as it goes out.
package struct MailParcel: Hashable, Sendable {
    /// The same however often the message goes: 32 hexadecimal digits, `@`, the host of the server's address.
    package let messageID: String
    package let written: Timestamp
    package let name: String
    package let address: String
    package let subject: String
    package let text: String
    package let reference: String?
    package let calendar: CalendarInvitation?

    package init(
        messageID: String,
        written: Timestamp,
        name: String,
        address: String,
        subject: String,
        text: String,
        reference: String?,
        calendar: CalendarInvitation? = nil
    ) {
        self.messageID = messageID
        self.written = written
        self.name = name
        self.address = address
        self.subject = subject
        self.text = text
        self.reference = reference
        self.calendar = calendar
    }
}

/// Why a message did not go out; each with a word or a code that tells nothing of the message.
package enum CarryProblem: Error, Hashable, Sendable {
    /// This message may be taken later.
    case later(fault: String)
    /// No message is taken at present: the server is not there, or its settings are wrong.
    case nothingGoes(fault: String)
    /// The program was told to stop before the message was out: nothing is wrong with either.
    case stopped
    /// This message will never be taken.
    case refused(fault: String)
    /// It went out whole, and nobody said whether it was taken.
    case perhapsCarried(fault: String)
}
