package import Procedures

/// How a moment is called on pages and in reasons.
package struct MomentWords: Sendable {
    /// `Notification sent`.
    package let label: String
    /// What the date is, for whoever enters it.
    package let hint: String
    /// After "when" or "after": `the notification was sent`.
    package let clause: String
    /// After "before" or "in time for": `the sending of the notification`.
    package let noun: String
}

extension Moment {
    package var words: MomentWords { Self.words[Int(rawValue)] }

    private static let words: [MomentWords] = allCases.map { moment in
        let (label, hint, clause, noun) = wording(of: moment)
        return MomentWords(label: label, hint: hint, clause: clause, noun: noun)
    }

    private static func wording(of moment: Moment) -> (String, String, String, String) {
        switch moment {
        case .incident:
            (
                "Incident", "When the child died or was harmed", "the incident happened",
                "the incident"
            )
        case .identified:
            (
                "Agency identified the case", "When an agency saw that it might be notifiable",
                "the agency identified the case", "the day the case was identified"
            )
        case .aware:
            (
                "Local authority aware", "When the local authority came to know of the incident",
                "the local authority became aware", "the local authority’s awareness"
            )
        case .partnershipAware:
            (
                "Partnership aware", "When the partnership was told of the incident",
                "the partnership became aware", "the partnership’s awareness"
            )
        case .referral:
            (
                "Referral received", "When the partnership received the referral",
                "the referral was received", "the referral"
            )
        case .intention:
            (
                "Intention to notify received",
                "When the partnership was told that a notification would be made",
                "the intention to notify was received", "the notice of intention"
            )
        case .suspicion:
            (
                "Abuse or neglect first suspected",
                "Only where suspicion came after a death was already known",
                "abuse or neglect was first suspected", "the first suspicion"
            )
        case .notified:
            (
                "Notification sent", "When the notification went to the national Panel",
                "the notification was sent", "the notification"
            )
        case .copiesSent:
            (
                "Copies sent before publication", "When the report or information went ahead",
                "the copies were sent", "the sending of the copies"
            )
        case .panelRequest:
            (
                "National Panel asked for the review", "When its request arrived",
                "the national Panel asked for the review", "the national Panel’s request"
            )
        case .rapidReviewDecided:
            (
                "Rapid review decided", "When the partners decided to hold it",
                "the rapid review was decided on", "the decision to hold a rapid review"
            )
        case .requestsSent:
            (
                "Agencies asked", "When the requests went to the agencies",
                "the requests were sent", "the sending of the requests"
            )
        case .returnReceived:
            (
                "Return received", "When the agency’s return came in", "the return was received",
                "the return"
            )
        case .returnAccepted:
            (
                "Return accepted", "When the return was accepted", "the return was accepted",
                "the acceptance of the return"
            )
        case .rapidReviewMeeting:
            (
                "Rapid review meeting held", "When the quorate meeting ended",
                "the rapid review meeting was held", "the rapid review meeting"
            )
        case .leadershipMeeting:
            (
                "Leadership meeting held", "When the leaders met",
                "the leadership meeting was held",
                "the leadership meeting"
            )
        case .rapidReviewConcluded:
            (
                "Rapid review complete", "When the review was complete",
                "the rapid review was complete",
                "the end of the rapid review"
            )
        case .reportSubmitted:
            (
                "Rapid review sent to the national Panel",
                "When the report went to the national Panel",
                "the report was sent", "the sending of the report"
            )
        case .extendedTo:
            (
                "Extended to", "The day that the national Panel granted",
                "the day the national Panel granted", "the day granted"
            )
        case .promisedFor:
            (
                "Promised for", "The later day that the national Panel was told of",
                "the day the national Panel was told of", "the day promised"
            )
        case .panelConsidered:
            (
                "National Panel considered the case", "When its meeting considered the case",
                "the national Panel considered the case", "the national Panel’s meeting"
            )
        case .panelResponse:
            (
                "National Panel’s response received", "When its response arrived",
                "the national Panel’s response was received", "the national Panel’s response"
            )
        case .lcsprDecided:
            (
                "Local review decided", "When the partners decided to hold an LCSPR",
                "the local review was decided on", "the decision to hold a local review"
            )
        case .lcsprRecommended:
            (
                "Local review recommended", "The date on the national Panel’s letter",
                "the national Panel recommended a local review",
                "the national Panel’s recommendation"
            )
        case .publication:
            (
                "Publication day", "The target, until it is confirmed", "the report is published",
                "publication"
            )
        case .published:
            (
                "Published", "When the report was published", "the report was published",
                "the publishing of the report"
            )
        case .meeting: ("The meeting", "", "the meeting was held", "the meeting")
        case .meetingEnded:
            (
                "Meeting ended", "With the clock time at which it ended", "the meeting ended",
                "the end of the meeting"
            )
        case .versionMade:
            ("Version made", "When a version was made", "the version was made", "the version")
        case .stepDue: ("The step’s due day", "", "the step is due", "the step’s due day")
        }
    }
}

extension Fact {
    /// The fact as a question.
    package var asks: String {
        switch self {
        case .died: "Has the child died?"
        case .seriouslyHarmed: "Was the child seriously harmed?"
        case .abuseOrNeglect: "Is abuse or neglect known or suspected?"
        case .lookedAfter: "Was the child looked after?"
        case .careLeaver: "Was the young person a care leaver?"
        case .unborn: "Was the child unborn?"
        case .outsideEngland: "Did it happen outside England?"
        case .notifiable: "Is the incident notifiable?"
        case .partnersDisagree: "Do the partners disagree?"
        case .lcspr: "Is a local review recommended?"
        case .nationalReview: "Is a national review recommended?"
        case .panelDisagrees: "Does the national Panel disagree?"
        case .criteriaUnmet: "Did the criteria prove unmet?"
        }
    }

    /// After "if": `the child has died`.
    package var clause: String {
        switch self {
        case .died: "the child has died"
        case .seriouslyHarmed: "the child was seriously harmed"
        case .abuseOrNeglect: "abuse or neglect is known or suspected"
        case .lookedAfter: "the child was looked after"
        case .careLeaver: "the young person was a care leaver"
        case .unborn: "the child was unborn"
        case .outsideEngland: "it happened outside England"
        case .notifiable: "the incident is notifiable"
        case .partnersDisagree: "the partners disagree"
        case .lcspr: "a local review is recommended"
        case .nationalReview: "a national review is recommended"
        case .panelDisagrees: "the national Panel disagrees"
        case .criteriaUnmet: "the criteria proved unmet"
        }
    }

    /// After "unless" or "if not": the contrary in words.
    package var contrary: String {
        switch self {
        case .died: "the child has not died"
        case .lookedAfter: "the child was not looked after"
        case .notifiable: "the incident is not notifiable"
        case .partnersDisagree: "the partners agree"
        case .lcspr: "no local review is recommended"
        case .nationalReview: "no national review is recommended"
        case .panelDisagrees: "the national Panel agrees"
        default: "it is not so that \(clause)"
        }
    }
}
