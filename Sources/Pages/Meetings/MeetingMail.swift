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

/// What a message about minutes says: of which meeting they are and where they are, and nothing that stands in them.
package struct MinutesMail: Hashable, Sendable {
    package let subject: String
    package let paragraphs: [String]

    /// A link to the minutes follows where the reader signs in here and may read them.
    package init(
        to name: String,
        _ meeting: Meeting,
        reference: String,
        contact: String,
        readsHere: Bool
    ) {
        let summary = MeetingMail.summary(meeting.step, reference: reference)
        subject = "Minutes: \(summary)"
        paragraphs = [
            "Dear \(name),",
            "The minutes of this meeting are sent round: \(summary), held on \(DayWording.words(meeting.day)).",
            readsHere
                ? "They are to be read here, once you have signed in:"
                : "They are not in this message. They come to you in the way that \(contact) sends such papers.",
            meeting.approved == nil
                ? "They are not approved yet. If something in them is wrong, tell \(contact)."
                : "They are approved. If something in them is wrong, tell \(contact): it is put right by an addendum.",
            "Do not answer with details of a child by e-mail.",
        ]
    }
}
