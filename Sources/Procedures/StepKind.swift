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

/// How many must be there.
package struct Quorum: Hashable, Sendable {
    package enum Needs: Hashable, Sendable {
        case oneFromEach, all
        case atLeast(Int)
    }

    package let needs: Needs
    package let of: Who
    /// An enforced quorum decides whether the meeting counts; an expectation is only recorded.
    package let isEnforced: Bool

    package init(needs: Needs, of: Who, isEnforced: Bool) {
        self.needs = needs
        self.of = of
        self.isEnforced = isEnforced
    }
}

/// A meeting, its people and what it is for.
package struct MeetingPart: Hashable, Sendable {
    package let chair: Who?
    package let mayChair: OtherChair?
    package let members: [Recipient]
    package let mayInvite: [Who]
    package let quorum: Quorum?
    package let reconvene: DueEntry?
    package let convened: [String]
    package let mayBeHeld: String?
    package let agenda: [AgendaItem]
    package let asks: [String]
    package let produces: Reference<PaperKind>?
    package let reconsiders: Reference<Step>?
    package let minutesBy: Who?
    /// Held more than once.
    package let isSeries: Bool

    package struct OtherChair: Hashable, Sendable {
        package let who: Who
        package let agreedBy: Who?
        package let with: [Who]

        package init(who: Who, agreedBy: Who?, with: [Who]) {
            self.who = who
            self.agreedBy = agreedBy
            self.with = with
        }
    }

    package struct AgendaItem: Hashable, Sendable {
        package let item: String
        package let clauses: [String]
        /// Who has left before this item.
        package let without: [Who]

        package init(item: String, clauses: [String], without: [Who]) {
            self.item = item
            self.clauses = clauses
            self.without = without
        }
    }

    package init(
        chair: Who?,
        mayChair: OtherChair?,
        members: [Recipient],
        mayInvite: [Who],
        quorum: Quorum?,
        reconvene: DueEntry?,
        convened: [String],
        mayBeHeld: String?,
        agenda: [AgendaItem],
        asks: [String],
        produces: Reference<PaperKind>?,
        reconsiders: Reference<Step>?,
        minutesBy: Who?,
        isSeries: Bool
    ) {
        self.chair = chair
        self.mayChair = mayChair
        self.members = members
        self.mayInvite = mayInvite
        self.quorum = quorum
        self.reconvene = reconvene
        self.convened = convened
        self.mayBeHeld = mayBeHeld
        self.agenda = agenda
        self.asks = asks
        self.produces = produces
        self.reconsiders = reconsiders
        self.minutesBy = minutesBy
        self.isSeries = isSeries
    }
}

/// A decision that people take: criteria weighed, views heard, an outcome recorded with its grounds.
package struct DecisionPart: Hashable, Sendable {
    package let criteria: String?
    package let views: [Who]
    package let outcomes: [Outcome]
    /// Facts that it answers yes or no.
    package let answers: [Fact]
    package let chooses: [String]
    package let setsDays: [Point]
    package let asks: [String]

    package struct Outcome: Hashable, Sendable {
        package let name: String
        /// The fact that this outcome makes true.
        package let makes: Fact?

        package init(name: String, makes: Fact?) {
            self.name = name
            self.makes = makes
        }
    }

    package init(
        criteria: String?,
        views: [Who],
        outcomes: [Outcome],
        answers: [Fact],
        chooses: [String],
        setsDays: [Point],
        asks: [String]
    ) {
        self.criteria = criteria
        self.views = views
        self.outcomes = outcomes
        self.answers = answers
        self.chooses = chooses
        self.setsDays = setsDays
        self.asks = asks
    }
}

/// Something put in with a message.
package struct Enclosure: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        case document(Reference<PaperKind>)
        case returns(of: Reference<Step>)
        case theReturn
        case minutes
        case agenda
    }

    package let what: What
    package let condition: Condition?

    package init(what: What, condition: Condition?) {
        self.what = what
        self.condition = condition
    }
}

/// An invitation, pack, copy or other message.
package struct MessagePart: Hashable, Sendable {
    package let template: String?
    package let encloses: [Enclosure]
    package let invitesTo: [Reference<Step>]
    package let asks: [String]

    package init(
        template: String?,
        encloses: [Enclosure],
        invitesTo: [Reference<Step>],
        asks: [String]
    ) {
        self.template = template
        self.encloses = encloses
        self.invitesTo = invitesTo
        self.asks = asks
    }
}

/// Something sent to a body outside, by a person, with evidence.
package struct SubmissionPart: Hashable, Sendable {
    package enum Way: String, CaseIterable, Hashable, Sendable {
        case portal, mail, post
    }

    package let of: [Reference<PaperKind>]
    package let through: Way?
    /// The only people registered to submit.
    package let registered: [Who]
    /// The step after which others may submit.
    package let othersAfter: Reference<Step>?
    package let accountable: Who?
    package let evidence: [String]

    package init(
        of: [Reference<PaperKind>],
        through: Way?,
        registered: [Who],
        othersAfter: Reference<Step>?,
        accountable: Who?,
        evidence: [String]
    ) {
        self.of = of
        self.through = through
        self.registered = registered
        self.othersAfter = othersAfter
        self.accountable = accountable
        self.evidence = evidence
    }
}

/// Something that comes from outside.
package struct AwaitedPart: Hashable, Sendable {
    package let from: Who
    package let document: Reference<PaperKind>?
    package let asks: [String]
    package let answers: [Fact]

    package init(from: Who, document: Reference<PaperKind>?, asks: [String], answers: [Fact]) {
        self.from = from
        self.document = document
        self.asks = asks
        self.answers = answers
    }
}
