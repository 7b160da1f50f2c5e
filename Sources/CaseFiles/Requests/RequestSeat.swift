package import Partnerships
package import Procedures

/// One person's way in to one request: whom the agency answers by.
package struct RequestSeat: Hashable, Sendable, Codable {
    /// The name of the seat.
    package let entry: EntryID
    package let name: String
    package let jobTitle: String
    package let email: String
    package let telephone: String
    package let part: Part
    /// The seat of whoever invited her; nil where the business unit asked.
    package let invitedBy: EntryID?

    package init(
        entry: EntryID,
        name: String,
        jobTitle: String,
        email: String,
        telephone: String,
        part: Part,
        invitedBy: EntryID?
    ) {
        self.entry = entry
        self.name = name
        self.jobTitle = jobTitle
        self.email = email
        self.telephone = telephone
        self.part = part
        self.invitedBy = invitedBy
    }
}

/// A dated event of an agency's chronology, as it was given.
package struct ReturnRow: Hashable, Sendable, Codable {
    package let row: EntryID
    /// As it was typed: it can be doubtful, and is read anew each time.
    package let date: String
    package let time: String
    package let happened: String
    package let action: String
    package let source: String
    package let about: String

    package init(
        row: EntryID,
        date: String,
        time: String,
        happened: String,
        action: String,
        source: String,
        about: String
    ) {
        self.row = row
        self.date = date
        self.time = time
        self.happened = happened
        self.action = action
        self.source = source
        self.about = about
    }
}

/// What was found on one question of a check.
package struct CheckFinding: Hashable, Sendable, Codable {
    package let asks: String
    package let isGood: Bool?
    package let words: String

    package init(
        asks: String,
        isGood: Bool?,
        words: String
    ) {
        self.asks = asks
        self.isGood = isGood
        self.words = words
    }
}

/// Why one part of a return is sent back.
package struct SectionReason: Hashable, Sendable, Codable {
    /// The part's title; empty for the whole.
    package let section: String
    package let reason: String

    package init(
        section: String,
        reason: String
    ) {
        self.section = section
        self.reason = reason
    }
}

extension RequestSeat {
    /// What somebody does at the agency that is asked.
    package enum Part: String, CaseIterable, Hashable, Sendable, Codable {
        case lead, deputy
        /// Signs what the others wrote.
        case signatory = "senior-signatory"
        /// Invited by a lead, to write with her.
        case colleague

        /// Whether she may write the answer.
        package var writes: Bool { self != .signatory }
    }
}

/// What an agency answers with.
package enum ReturnAnswer: Hashable, Sendable, Codable {
    /// Written on the form: what was answered, and how it reads.
    case form(FormAnswers, parts: [CaseEvent.Part])
    /// Its own document, where the form would have made it late.
    case document(DocumentID, words: String)
    /// It searched its records and never had contact.
    case notKnown(searched: String)
}

/// What a message is for.
package enum MessageKind: String, CaseIterable, Hashable, Sendable, Codable {
    case request, resent, reminder, chase, escalation, invitation, signature
    case handedBack = "handed-back"
    case sentBack = "sent-back"
    case accepted, revoked
    /// Tells the business unit that a way in rests.
    case linkRested = "link-rested"
    /// Tells the business unit that whoever opened a link is not the person meant.
    case disowned
}

/// What became of a message.
package enum MessageOutcome: String, CaseIterable, Hashable, Sendable, Codable {
    case delivered
    /// It was cut off and goes again under the same Message-ID.
    case mayHaveArrivedTwice = "may-have-arrived-twice"
    case failed
    case sentByHand = "sent-by-hand"
    case withdrawn
}
