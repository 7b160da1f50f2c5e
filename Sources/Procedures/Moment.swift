/// A dated fact from which a clock can start: one vocabulary for every procedure, so that cases can be compared.
package enum Moment: UInt8, CaseIterable, Hashable, Sendable {
    case incident, identified, aware, partnershipAware, referral, intention, suspicion
    case notified, copiesSent, panelRequest
    case rapidReviewDecided, requestsSent, returnReceived, returnAccepted
    case rapidReviewMeeting, leadershipMeeting, rapidReviewConcluded, reportSubmitted
    case extendedTo, promisedFor
    case panelConsidered, panelResponse
    case lcsprDecided, lcsprRecommended, publication, published
    /// The next four exist only inside a step that stands for several: the meeting, version or step at hand.
    case meeting, meetingEnded, versionMade, stepDue

    private static let ids = [
        "incident", "identified", "aware", "partnership-aware", "referral", "intention",
        "suspicion",
        "notified", "copies-sent", "panel-request",
        "rapid-review-decided", "requests-sent", "return-received", "return-accepted",
        "rapid-review-meeting", "leadership-meeting", "rapid-review-concluded", "report-submitted",
        "extended-to", "promised-for",
        "panel-considered", "panel-response",
        "lcspr-decided", "lcspr-recommended", "publication", "published",
        "meeting", "meeting-ended", "version-made", "step-due",
    ]

    private static let named = Dictionary(
        uniqueKeysWithValues: zip(ids, allCases)
    )

    /// The name as written in a procedure, on the command line and in JSON: `partnership-aware`.
    package var id: String { Self.ids[Int(rawValue)] }

    package init?(id: some StringProtocol) {
        guard let moment = Self.named[String(id)] else { return nil }
        self = moment
    }

    /// Whether it has meaning only inside a step that stands for several.
    package var isScoped: Bool { rawValue >= Moment.meeting.rawValue }

    /// Whether people enter it themselves where no step of the procedure brings it about.
    package var isEnteredByHand: Bool {
        switch self {
        case .incident, .identified, .aware, .partnershipAware, .referral, .intention, .suspicion,
            .lcsprDecided, .lcsprRecommended, .publication, .extendedTo, .promisedFor:
            true
        default: false
        }
    }

    /// Whether its day may lie ahead without being a plan: a day granted, promised or aimed at.
    package var namesAFutureDay: Bool {
        self == .extendedTo || self == .promisedFor || self == .publication
    }

    /// Whether it comes once in a case: a second date for it is a correction of the first.
    package var happensOnce: Bool {
        switch self {
        case .incident, .identified, .aware, .partnershipAware, .intention, .suspicion: true
        default: false
        }
    }

    /// Whether each agency has one of its own.
    package var isOfAnAgency: Bool {
        self == .requestsSent || self == .returnReceived || self == .returnAccepted
    }

    /// The moments a person may enter; the others exist only inside a step.
    package static let entered = allCases.filter { $0 != .meeting && $0 != .stepDue }
}
