package import CaseFiles

/// What a message about a meeting says: what kind of meeting, its reference, time and place, and nothing of the case.
package struct MeetingMail: Hashable, Sendable {
    package let subject: String
    package let paragraphs: [String]

    /// `Rapid review meeting, case 4QX-7MD`: what stands in calendars, too.
    package static func summary(_ step: String, reference: String) -> String {
        "\(DayWording.capitalised(Wording.spaced(step))), case \(reference)"
    }

    /// A link to the meeting's page follows where the reader signs in here.
    package init(
        _ kind: InvitationKind,
        to name: String,
        _ meeting: Meeting,
        reference: String,
        partnership: String,
        contact: String
    ) {
        let summary = Self.summary(meeting.step, reference: reference)
        let when =
            "\(DayWording.words(meeting.time.day)), \(Wording.times(meeting.time)), \(meeting.place)."
        let (word, says): (String, [String])
        switch kind {
        case .invitation:
            (word, says) = ("Invitation", ["You are invited: \(summary).", when])
        case .change: (word, says) = ("Changed", ["It is changed: \(summary).", "Now: \(when)"])
        case .cancellation:
            (word, says) = (
                "Cancelled", ["It is cancelled: \(summary).", "It would have been: \(when)"]
            )
        }
        subject = "\(word): \(summary)"
        paragraphs =
            ["Dear \(name),"] + says + [
                "The calendar entry comes with this message. If you cannot come, or somebody else comes for you, tell \(contact.isEmpty ? partnership : contact).",
                "Do not answer with details of a child by e-mail.",
            ]
    }
}
