package import CaseFiles
package import WorkingDays

/// What a message about a request says: an agency's own name, a day and a reference, and nothing of the case.
package struct RequestMail: Hashable, Sendable {
    package let subject: String
    package let paragraphs: [String]

    /// What every message about one request knows.
    package struct Facts: Hashable, Sendable {
        package let agency: String
        package let partnership: String
        /// `4QX-7MD`.
        package let reference: String
        package let due: Day?
        /// Whom to ring; empty where nobody is named.
        package let contact: String

        package init(
            agency: String,
            partnership: String,
            reference: String,
            due: Day?,
            contact: String
        ) {
            self.agency = agency
            self.partnership = partnership
            self.reference = reference
            self.due = due
            self.contact = contact
        }
    }

    /// Tells the reader that a link of her own follows, or that the one she has still serves; and, past the due day, how
    /// many working days it is overdue.
    package init(
        _ kind: MessageKind,
        to name: String,
        _ facts: Facts,
        isLinked: Bool,
        overdue: Int = 0
    ) {
        subject = Self.subject(kind, facts)
        let day = facts.due.map { " by \(DayWording.words($0))" } ?? ""
        paragraphs =
            ["Dear \(name),"] + Self.says(kind, facts, day, overdue)
            + (isLinked
                ? [
                    "The link below is yours alone: do not pass it on. It asks for a code, which is sent to this address."
                ]
                : ["The link that you were sent before still serves."])
            + [
                facts.contact.isEmpty
                    ? "Do not answer with details of a child by e-mail."
                    : "Questions: \(facts.contact). Do not answer with details of a child by e-mail."
            ]
    }

    private static func subject(_ kind: MessageKind, _ facts: Facts) -> String {
        let what =
            switch kind {
            case .request: "A request for information"
            case .resent: "Your link to a request for information"
            case .reminder: "A reminder: a request for information"
            case .chase: "Not answered yet: a request for information"
            case .escalation: "Not answered: a request for information to your agency"
            case .invitation: "You are asked to help with an answer"
            case .signature: "An answer waits for your signature"
            case .handedBack: "An answer was handed back to you"
            case .sentBack: "Your answer was sent back"
            case .accepted: "Your answer is accepted"
            case .revoked: "A request for information no longer stands"
            }
        return "\(what) (\(facts.reference))"
    }

    private static func says(
        _ kind: MessageKind,
        _ facts: Facts,
        _ day: String,
        _ overdue: Int
    ) -> [String] {
        let agency = facts.agency
        return switch kind {
        case .request:
            [
                "\(facts.partnership) asks \(agency) for information\(day). What is asked, and why, is behind the link."
            ]
        case .resent:
            ["This is a new link to what \(agency) was asked\(day)."]
        case .reminder: ["\(agency) was asked for information\(day). It is not answered yet."]
        case .chase, .escalation:
            [
                overdue > 0
                    ? "\(agency) was asked for information\(day), and has not answered: it is \(DayWording.count(overdue, "working day")) overdue."
                    : "\(agency) was asked for information\(day), and has not answered."
            ]
        case .invitation: ["A colleague at \(agency) asks you to help with an answer\(day)."]
        case .signature:
            [
                "Somebody at \(agency) has written an answer\(day) that needs a senior manager’s signature. Read it and sign it, or hand it back."
            ]
        case .handedBack:
            [
                "The senior manager at \(agency) wants something changed before it is signed. What, is behind the link."
            ]
        case .sentBack:
            [
                "What \(agency) answered was sent back, with reasons. They are behind the link. It is due\(day.isEmpty ? " as soon as you can" : day)."
            ]
        case .accepted: ["What \(agency) answered is accepted. There is nothing more to do."]
        case .revoked: ["\(agency) no longer needs to answer. There is nothing more to do."]
        }
    }
}
