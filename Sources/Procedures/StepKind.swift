/// What a step is made of; it completes from the evidence its kind names, never from a tick where evidence exists.
package enum StepKind: Sendable {
    case task
    case form(FormPart)
    case request(RequestPart)
    case check(CheckPart)
    case signOff(SignOffPart)
    case meeting(MeetingPart)
    case decision(DecisionPart)
    case message(MessagePart)
    case submission(SubmissionPart)
    case document(of: Reference<PaperKind>)
    case filing(of: Reference<PaperKind>?, in: Reference<Folder>)
    case awaited(AwaitedPart)
    /// Of a role's holder or a group's members.
    case appointment(of: Who)
    case publication(of: Reference<PaperKind>)
    /// A limit of national guidance, shown on every case.
    case nationalLimit

    /// The name as written in a procedure and in JSON.
    package var id: String {
        switch self {
        case .task: "task"
        case .form: "form"
        case .request: "request"
        case .check: "check"
        case .signOff: "sign-off"
        case .meeting: "meeting"
        case .decision: "decision"
        case .message: "message"
        case .submission: "submission"
        case .document: "document"
        case .filing: "filing"
        case .awaited: "awaited"
        case .appointment: "appointment"
        case .publication: "publication"
        case .nationalLimit: "national-limit"
        }
    }
}

/// A form that someone fills in and sends.
package struct FormPart: Hashable, Sendable {
    package let form: String
    package let signedBy: Who?
    package let asks: [String]

    package init(form: String, signedBy: Who?, asks: [String]) {
        self.form = form
        self.signedBy = signedBy
        self.asks = asks
    }
}

/// What is asked of each agency, and when it is due back; a class for the same reason as `Step`.
package final class RequestPart: Sendable {
    package let form: String
    package let of: [Who]
    package let letter: String?
    package let encloses: [Enclosure]
    /// Agencies that are easily forgotten.
    package let suggests: [String]
    package let signedBy: Who?
    package let back: ReturnRule

    package init(
        form: String,
        of: [Who],
        letter: String?,
        encloses: [Enclosure],
        suggests: [String],
        signedBy: Who?,
        back: ReturnRule
    ) {
        self.form = form
        self.of = of
        self.letter = letter
        self.encloses = encloses
        self.suggests = suggests
        self.signedBy = signedBy
        self.back = back
    }

    /// Whether it goes to each agency involved, rather than to people the procedure names.
    package var isOfAgencies: Bool {
        of.contains { $0.people == .agencyInvolved }
    }
}

/// By when a request comes back, and to whom.
package struct ReturnRule: Hashable, Sendable {
    package let due: Due
    package let to: [Recipient]
    package let with: [Who]
    package let clauses: [String]
    package let because: String?
    package let otherReadings: [OtherReading]
    package let checklist: [String]

    package init(
        due: Due,
        to: [Recipient],
        with: [Who],
        clauses: [String],
        because: String?,
        otherReadings: [OtherReading],
        checklist: [String]
    ) {
        self.due = due
        self.to = to
        self.with = with
        self.clauses = clauses
        self.because = because
        self.otherReadings = otherReadings
        self.checklist = checklist
    }
}

/// A quality check with its questions and outcomes.
package struct CheckPart: Hashable, Sendable {
    package let of: Reference<PaperKind>?
    package let asks: [String]
    package let outcomes: [String]
    package let sentBack: SentBack?

    /// What follows when something is sent back.
    package struct SentBack: Hashable, Sendable {
        package let copy: [Recipient]
        /// Nil: the first due day stands.
        package let due: Limit?

        package init(copy: [Recipient], due: Limit?) {
            self.copy = copy
            self.due = due
        }
    }

    package init(of: Reference<PaperKind>?, asks: [String], outcomes: [String], sentBack: SentBack?)
    {
        self.of = of
        self.asks = asks
        self.outcomes = outcomes
        self.sentBack = sentBack
    }
}

/// A chain of signatures over the same bytes: stages in order, several people in one stage side by side.
package struct SignOffPart: Hashable, Sendable {
    package let of: Reference<PaperKind>
    package let stages: [Stage]
    package let asks: [String]

    package struct Stage: Hashable, Sendable {
        package let by: [Who]
        package let clauses: [String]

        package init(by: [Who], clauses: [String]) {
            self.by = by
            self.clauses = clauses
        }
    }

    package init(of: Reference<PaperKind>, stages: [Stage], asks: [String]) {
        self.of = of
        self.stages = stages
        self.asks = asks
    }
}
