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
        /// Whoever at the agency asks the reader to help or to sign; empty where the partnership does.
        package let asker: String

        package init(
            agency: String,
            partnership: String,
            reference: String,
            due: Day?,
            contact: String,
            asker: String = ""
        ) {
            self.agency = agency
            self.partnership = partnership
            self.reference = reference
            self.due = due
            self.contact = contact
            self.asker = asker
        }
    }

    /// How the reader gets in.
    package enum Way: Hashable, Sendable {
        /// By a link that follows.
        case follows
        /// By the link that she has.
        case isThere
        /// Not at all: she is told, and others answer.
        case none
    }

    /// Tells the reader how she gets in; and, past the due day, how many working days it is overdue.
    package init(
        _ kind: MessageKind,
        to name: String,
        _ facts: Facts,
        _ way: Way,
        overdue: Int = 0
    ) {
        subject = Self.subject(kind, facts)
        let day = facts.due.map { " by \(DayWording.words($0))" } ?? ""
        paragraphs =
            ["Dear \(name),"] + Self.says(kind, facts, day, overdue)
            + Self.saysOfLink(kind, way) + [
                facts.contact.isEmpty
                    ? "Do not answer with details of a child by e-mail."
                    : "Questions: \(facts.contact). Do not answer with details of a child by e-mail."
            ]
    }

    /// Tells somebody inside the partnership that something needs looking at; a link to the board follows.
    package init(toldInside name: String, _ kind: MessageKind, _ facts: Facts, overdue: Int = 0) {
        let says: String
        switch kind {
        case .linkRested:
            subject = Self.subject(kind, facts)
            says =
                "A link of case \(facts.reference) rests for a day: a wrong code was given ten times. Ring whoever it is for."
        case .disowned:
            subject = Self.subject(kind, facts)
            says =
                "Somebody opened a link of case \(facts.reference) and said that it is not meant for them. It is shut: find out whom to write to instead."
        default:
            let day = facts.due.map { ", asked by \(DayWording.words($0))," } ?? ""
            subject = "\(facts.agency) has not answered (\(facts.reference))"
            says =
                overdue > 0
                ? "\(facts.agency)\(day) has not answered: it is \(DayWording.count(overdue, "working day")) overdue."
                : "\(facts.agency)\(day) has not answered yet."
        }
        paragraphs = [
            "Dear \(name),", says,
            "Everything else is behind the link below, once you are signed in.",
        ]
    }

    /// Brings a code to somebody who opened her link; nothing tells of what.
    package init(code: String) {
        subject = "Your code"
        paragraphs = [
            "Your code is \(code).",
            "It can be used once, for ten minutes, on the page that your link opened. Nobody will ask you for it by telephone.",
            "If you did not ask for a code, leave this message alone: without the code the link opens nothing.",
        ]
    }

    private static func saysOfLink(_ kind: MessageKind, _ way: Way) -> [String] {
        if kind == .revoked || kind == .accepted { return [] }
        return switch way {
        case .follows:
            [
                "The link below is yours alone: do not pass it on. It asks for a code, which is sent to this address."
            ]
        case .isThere: ["The link that you were sent before still serves."]
        case .none: []
        }
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
            case .linkRested: "A link rests"
            case .disowned: "A link reached somebody else"
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
        case .invitation:
            [
                "\(facts.asker.isEmpty ? "A colleague" : facts.asker) at \(agency) asks you to help with an answer\(day)."
            ]
        case .signature:
            [
                "\(facts.asker.isEmpty ? "Somebody" : facts.asker) at \(agency) has an answer\(day) that needs a senior manager’s signature. Read it and sign it, or hand it back."
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
        case .linkRested, .disowned: []
        }
    }
}
