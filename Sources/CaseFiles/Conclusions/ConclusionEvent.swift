package import Partnerships
package import WorkingDays

/// How a review comes to its end: what was answered and decided, what will be late, what the national Panel replied.
package enum ConclusionEvent: Hashable, Sendable {
    case answered(CaseEvent.StepAnswered)
    case explained(CaseEvent.DecisionExplained)
    case delayForeseen(CaseEvent.DelayForeseen)
    case delayTold(CaseEvent.DelayTold)
    case panelReplied(CaseEvent.PanelReplied)

    /// The name that the event gives to what it adds; the others belong to the entry of a step.
    package var entry: EntryID? {
        switch self {
        case .answered, .explained: nil
        case .delayForeseen(let foreseen): foreseen.entry
        case .delayTold(let told): told.entry
        case .panelReplied(let replied): replied.entry
        }
    }
}

extension CaseEvent {
    /// What the procedure asks at a step, and what was answered.
    package struct StepAnswered: Hashable, Sendable, Codable {
        /// The entry of the step.
        package let entry: EntryID
        package let step: String
        package let answers: [Part.Line]

        package init(entry: EntryID, step: String, answers: [Part.Line]) {
            self.entry = entry
            self.step = step
            self.answers = answers
        }
    }

    /// How people came to a decision, beside its outcome and reasons.
    package struct DecisionExplained: Hashable, Sendable, Codable {
        /// The entry of the decision.
        package let entry: EntryID
        package let step: String
        /// Names and parts, one to each.
        package let decidedBy: [String]
        /// What else was weighed, and why it was not chosen; empty where nothing is said.
        package let alternatives: String
        /// Whether a national review is recommended; nil where that was not asked.
        package let recommendsNational: Bool?
        package let nationalReasons: String
        /// Who disagreed, and why; empty where nobody did.
        package let dissent: String

        package init(
            entry: EntryID,
            step: String,
            decidedBy: [String],
            alternatives: String,
            recommendsNational: Bool?,
            nationalReasons: String,
            dissent: String
        ) {
            self.entry = entry
            self.step = step
            self.decidedBy = decidedBy
            self.alternatives = alternatives
            self.recommendsNational = recommendsNational
            self.nationalReasons = nationalReasons
            self.dissent = dissent
        }
    }

    /// A submission will be late: why, by when it comes instead, and who agreed to that.
    package struct DelayForeseen: Hashable, Sendable, Codable {
        package let entry: EntryID
        /// The submission step.
        package let step: String
        package let cause: DelayCause
        package let words: String
        package let newDay: Day
        package let agreedBy: String
        /// The day that had governed, which stays in view.
        package internal(set) var dueShown: Day?

        package init(
            entry: EntryID,
            step: String,
            cause: DelayCause,
            words: String,
            newDay: Day,
            agreedBy: String,
            dueShown: Day?
        ) {
            self.entry = entry
            self.step = step
            self.cause = cause
            self.words = words
            self.newDay = newDay
            self.agreedBy = agreedBy
            self.dueShown = dueShown
        }
    }

    /// A person told whoever awaits a submission that it will be late.
    package struct DelayTold: Hashable, Sendable, Codable {
        package let entry: EntryID
        /// The delay, by its entry.
        package let delay: EntryID
        package let day: Day
        package let minute: Minute?
        package let to: String
        package let how: String

        package init(
            entry: EntryID,
            delay: EntryID,
            day: Day,
            minute: Minute?,
            to: String,
            how: String
        ) {
            self.entry = entry
            self.delay = delay
            self.day = day
            self.minute = minute
            self.to = to
            self.how = how
        }
    }

    /// Something came back from the national Panel.
    package struct PanelReplied: Hashable, Sendable, Codable {
        package let entry: EntryID
        package let reply: PanelReply
        package let day: Day
        package let minute: Minute?
        /// Who wrote for the national Panel.
        package let from: String
        /// Their reference; empty where they gave none.
        package let reference: String
        package let words: String

        package init(
            entry: EntryID,
            reply: PanelReply,
            day: Day,
            minute: Minute?,
            from: String,
            reference: String,
            words: String
        ) {
            self.entry = entry
            self.reply = reply
            self.day = day
            self.minute = minute
            self.from = from
            self.reference = reference
            self.words = words
        }
    }
}

/// Why something will be late; counted over a year.
package enum DelayCause: String, CaseIterable, Hashable, Sendable, Codable {
    case returnsLate = "returns-late"
    case noQuorum = "no-quorum"
    case peopleAway = "people-away"
    case otherInvestigation = "other-investigation"
    case newInformation = "new-information"
    case severalAreas = "several-areas"
    case signaturesMissing = "signatures-missing"
    case other
}

/// What the national Panel said, from the receipt to the answer.
package enum PanelReply: String, CaseIterable, Hashable, Sendable, Codable {
    case acknowledged, considered
    case agrees, queries
    case asksToReconsider = "asks-to-reconsider"
    case reviewsNationally = "reviews-nationally"

    /// Whether it is the national Panel's answer, rather than a stage before it.
    package var isAnswer: Bool { self != .acknowledged && self != .considered }
}
