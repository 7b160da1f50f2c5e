package import Calendars
import Foundation
package import Partnerships

/// A message as it waits to go out: never a name or a fact of a case, but a reference, a link, a day, an agency's own name.
package struct OutgoingMail: Hashable, Sendable, Codable {
    package let about: About
    package let address: String
    package let subject: String
    /// One line each, however long.
    package let paragraphs: [String]
    /// The path of a page of ours, `/answers/…`, shown after the paragraphs under the server's public address; nil for none.
    package let link: String?
    /// What comes with it for the reader's calendar; nil for nothing, and in messages queued before there was such a thing.
    package let calendar: CalendarInvitation?

    /// What stays when the message itself is wiped.
    package struct About: Hashable, Sendable, Codable {
        package let kind: Kind
        /// The case that it is of; nil for none.
        package let reference: CaseReference?
        /// What in the case it is of, a request for instance.
        package let entry: EntryID?
        /// Whose mailbox it is, as people read it.
        package let name: String

        package init(kind: Kind, reference: CaseReference?, entry: EntryID?, name: String) {
            self.kind = kind
            self.reference = reference
            self.entry = entry
            self.name = name
        }
    }

    /// What it is for; the names are stored.
    package enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
        /// Asks for an answer.
        case request
        /// Asks a colleague to help with an answer.
        case invitation
        /// Brings the code that opens a link.
        case code
        /// Reminds of an answer that is due.
        case chase
        /// Tells somebody else that an answer is overdue.
        case escalation
        /// Asks for a signature.
        case signature
        /// Sends an answer back.
        case sentBack = "sent-back"
        /// Tries an address, with nothing of a case.
        case addressCheck = "address-check"
        /// Invites to a meeting, moves it or cancels it.
        case meeting
        /// Tells that the minutes of a meeting were sent round.
        case minutes
        /// Tells somebody of the partnership that something needs looking at.
        case notice
    }

    package init(
        about: About,
        address: String,
        subject: String,
        paragraphs: [String],
        link: String? = nil,
        calendar: CalendarInvitation? = nil
    ) {
        self.about = about
        self.address = address
        self.subject = subject
        self.paragraphs = paragraphs
        self.link = link
        self.calendar = calendar
    }

    /// The row to queue it with; a message is queued once under a key, whatever becomes of it.
    package func row(key: String, notBefore: Timestamp) -> OutboxRow {
        OutboxRow(
            key: key,
            notBefore: notBefore,
            body: stored(self),
            about: stored(about)
        )
    }

    /// Nil for what this program does not know how to read.
    package init?(stored bytes: [UInt8]) {
        guard let mail = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = mail
    }
}

extension OutgoingMail.About {
    /// Nil for what this program does not know how to read.
    package init?(stored bytes: [UInt8]) {
        guard let about = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else {
            return nil
        }
        self = about
    }
}

private func stored(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let data = try? encoder.encode(value) else {
        preconditionFailure("texts and numbers are always encoded")
    }
    return Array(data)
}
