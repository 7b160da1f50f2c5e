/// One thing to be done, as one place of the guide says it.
///
/// Never changes once read; a class, so that passing a step about costs one count and not thirty.
package final class Step: Sendable {
    package let id: String
    package let clauses: [String]
    /// What is done, in one sentence without a full stop.
    package let does: String
    package let by: [Who]
    package let with: [Who]
    package let to: [Recipient]
    package let copy: [Recipient]
    package let due: Due
    package let prompt: Prompt?
    package let because: String?
    package let defect: String?
    package let otherReadings: [OtherReading]
    /// The section's condition and the step's own, joined.
    package let condition: Condition?
    package let forEach: Scope?
    /// The meeting at which it is done.
    package let at: Reference<Step>?
    package let after: [Point]
    package let onlyAfter: [Point]
    package let records: Moment?
    package let confirms: Moment?
    package let checklist: [String]
    /// In person only: nobody deputises.
    package let noDeputies: Bool
    package let kind: StepKind
    package let section: Reference<Section>
    /// The request it makes, if it is one.
    package let request: RequestPart?
    package let isMeeting: Bool
    /// A limit of national guidance rather than a step of the guide.
    package let isNationalLimit: Bool

    /// What a step that stands for several stands for.
    package enum Scope: Hashable, Sendable {
        case returns(of: Reference<Step>)
        /// Every meeting where both are empty.
        case meetings(of: [Reference<Step>], groups: [Reference<Group>])
        case versions(of: [Reference<PaperKind>])
        case agenciesAsked
        case steps(of: [Reference<Role>])
    }

    package init(
        id: String,
        clauses: [String],
        does: String,
        by: [Who],
        with: [Who] = [],
        to: [Recipient] = [],
        copy: [Recipient] = [],
        due: Due,
        prompt: Prompt? = nil,
        because: String? = nil,
        defect: String? = nil,
        otherReadings: [OtherReading] = [],
        condition: Condition? = nil,
        forEach: Scope? = nil,
        at: Reference<Step>? = nil,
        after: [Point] = [],
        onlyAfter: [Point] = [],
        records: Moment? = nil,
        confirms: Moment? = nil,
        checklist: [String] = [],
        noDeputies: Bool = false,
        kind: StepKind,
        section: Reference<Section>
    ) {
        self.id = id
        self.clauses = clauses
        self.does = does
        self.by = by
        self.with = with
        self.to = to
        self.copy = copy
        self.due = due
        self.prompt = prompt
        self.because = because
        self.defect = defect
        self.otherReadings = otherReadings
        self.condition = condition
        self.forEach = forEach
        self.at = at
        self.after = after
        self.onlyAfter = onlyAfter
        self.records = records
        self.confirms = confirms
        self.checklist = checklist
        self.noDeputies = noDeputies
        self.kind = kind
        self.section = section
        request = if case .request(let part) = kind { part } else { nil }
        isMeeting = if case .meeting = kind { true } else { false }
        isNationalLimit = if case .nationalLimit = kind { true } else { false }
    }

    /// Who does it: where no `by` says so, everyone who signs, or whoever it is awaited from.
    package var actors: [Who] {
        switch kind {
        case .signOff(let part) where by.isEmpty: part.stages.flatMap(\.by)
        case .awaited(let part) where by.isEmpty: [part.from]
        default: by
        }
    }

    /// By when it is done, or its returns come in.
    package func due(isReturn: Bool) -> Due {
        isReturn ? request?.back.due ?? due : due
    }

    /// Whether people take a decision by it.
    package var isDecision: Bool {
        if case .decision = kind { true } else { false }
    }

    /// Whether it waits for something from outside.
    package var isAwaited: Bool {
        if case .awaited = kind { true } else { false }
    }

    /// What the procedure asks to be answered when it is done; the questions of a check and a meeting are asked there.
    package var asks: [String] {
        switch kind {
        case .decision(let part): part.asks
        case .awaited(let part): part.asks
        case .message(let part): part.asks
        default: []
        }
    }

    /// Whether people choose by it whether a review follows.
    package var choosesReview: Bool {
        guard case .decision(let part) = kind else { return false }
        return part.criteria == Fact.lcspr.id
            || part.outcomes.contains { $0.makes == .lcspr || $0.makes == .nationalReview }
    }

    /// The facts that are settled when it is done.
    package var settles: [Fact] {
        switch kind {
        case .decision(let part): part.answers
        case .awaited(let part): part.answers
        default: []
        }
    }

    /// The meeting it is, if it is one.
    package var meeting: MeetingPart? {
        if case .meeting(let part) = kind { part } else { nil }
    }

    /// The names of the outcomes it can have; empty where it has none.
    package var outcomes: [String] {
        switch kind {
        case .decision(let part): part.outcomes.map(\.name)
        case .check(let part): part.outcomes
        case .meeting(let part): part.quorum?.isEnforced == true ? ["quorate", "inquorate"] : []
        default: []
        }
    }
}

/// The part of the case that a section belongs to.
package enum Stage: String, CaseIterable, Hashable, Sendable {
    case threshold, notification
    case rapidReview = "rapid-review"
    case lcspr, learning, throughout
}

/// A section of the guide, under its own heading.
package struct Section: Hashable, Sendable {
    package let id: String
    package let title: String
    package let stage: Stage
    package let clauses: [String]
    package let steps: Range<Int>

    package init(id: String, title: String, stage: Stage, clauses: [String], steps: Range<Int>) {
        self.id = id
        self.title = title
        self.stage = stage
        self.clauses = clauses
        self.steps = steps
    }
}
