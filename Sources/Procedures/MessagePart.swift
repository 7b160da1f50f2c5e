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
