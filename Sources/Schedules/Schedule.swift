package import Procedures
package import WorkingDays

/// Everything that follows from what is known of a case: clocks, and steps with their days, each with its reasons.
package struct Schedule: Sendable {
    package let today: Day
    /// One for each clock of the procedure, started or not.
    package let clocks: [CaseClock]
    /// In the guide's order; a step that stands for several is followed by one line for each.
    package let steps: [ScheduledStep]
    package let findings: [Finding]
}

/// A clock of one case.
package struct CaseClock: Sendable {
    package let rule: Reference<ClockRule>
    /// Nil until the moment it starts from is known.
    package let start: Start?
    /// The largest day number that a step of the procedure is counted to.
    package let lastDay: Int

    package struct Start: Hashable, Sendable {
        package let point: Point
        /// The day it counts from; its number is the clock's `firstDay`.
        package let day: Day
        /// The day with number 1: where the first day is 1 and falls on a closed day, the next working one.
        package let dayOne: Day?
    }
}

/// One line of the plan.
package struct ScheduledStep: Sendable {
    package let key: Key
    /// Whether it applies, on what is known.
    package let applies: Truth
    /// What must still be known for it to apply; nil where nothing is open.
    package let openCondition: Condition?
    /// The limit that governs, with how it was worked out; nil where there is no day.
    package let dated: DatedRule?
    /// The entry of the step's `due` that governs, or the first where none is known.
    package let entry: Int
    /// Limits of other clauses, other readings, choices passed over, and the day replaced by an agreed one.
    package let otherReadings: [ReadingResult]
    package let standing: Standing
    /// When it was done, where it was; the last time of what was taken up again.
    package let done: Known.Occurrence?
    /// The first time of a decision that may be taken again, or of a meeting that may meet anew; else nil.
    ///
    /// Whether it was late is judged by it.
    package let firstDone: Known.Occurrence?
    /// When the return it stands for came in; nil where it stands for none.
    package let arose: Day?
    /// A day ahead on which it is booked or to which it was agreed.
    package let booked: Day?
    package let prompt: Day?
    /// What must happen first and has not.
    package let waitsFor: [Point]
    /// The first day on which it can still be done; nil where it is done, not needed or may never apply.
    package let earliest: Day?
    /// Working days from `earliest` to the due day; below zero it can no longer be met.
    package let slack: Int?

    /// Which line: a step or its returns, for everyone or for one agency or meeting.
    package struct Key: Hashable, Sendable {
        package let step: Reference<Step>
        package let isReturn: Bool
        package let subject: String?

        package init(step: Reference<Step>, isReturn: Bool, subject: String?) {
            self.step = step
            self.isReturn = isReturn
            self.subject = subject
        }

        package var point: Point { isReturn ? .back(step) : .step(step) }
    }

    package var opens: Day? { dated?.opens }
    package var due: Day? { dated?.due }
}

/// How a step stands today.
package enum Standing: String, CaseIterable, Hashable, Sendable {
    case notStarted = "not-started"
    case open
    case dueToday = "due-today"
    case overdue
    case done
    case doneLate = "done-late"
    case notNeeded = "not-needed"
}

/// A rule that gave a day, and how.
package struct DatedRule: Hashable, Sendable {
    /// Nil for an agreed day.
    package let rule: Rule?
    /// What the count starts from.
    package let anchor: Anchor
    /// The day the count starts from: day zero, or day one where the first counts.
    package let from: Day
    package let fromMinute: Minute?
    /// The first day of a window.
    package let opens: Day?
    package let due: Day
    /// The clock time where hours count.
    package let at: Minute?
    /// The working day to aim at where the limit is none itself.
    package let workingTarget: Day?
    /// How days were counted; nil where none were.
    package let counted: Counted?

    package enum Anchor: Hashable, Sendable {
        case happened(Point)
        /// The booked day of a point that has not happened.
        case booked(Point)
        /// The due day of a step, because it has neither happened nor been booked.
        case dueDay(of: Reference<Step>)
        case agreed
    }

    package struct Counted: Hashable, Sendable {
        package let unit: Unit
        package let direction: Direction
        /// 0 or 1 for a clock's days, nil for a plain count.
        package let firstDay: Int?
        /// The number reached.
        package let number: Int
    }
}

/// A date under another reading.
package struct ReadingResult: Sendable {
    package enum Why: Hashable, Sendable {
        /// Another reading of the clause, with its reason.
        case reading(because: String)
        /// Another limit of the same step, which is later.
        case otherLimit(because: String?)
        /// A choice of the rule that was passed over.
        case passedOver
        /// The day worked out, before one was agreed.
        case beforeAgreement
    }

    /// Nil where the reading gives no day on what is known, or is not about a day.
    package let dated: DatedRule?
    package let words: (key: String, value: String)?
    /// The rule in the reading's own due, for wording where there is no day.
    package let limit: Limit?
    package let why: Why
    package let clauses: [String]
    /// The clock it is counted by under this reading, for wording.
    package let clock: ClockRule?
    /// The day had passed before the point that governs was known.
    package let passedBeforeKnown: Bool
}

/// Something about the dates that a person must look at.
package struct Finding: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        /// One thing lies after another that it must come before.
        case outOfOrder(Moment, Day, after: Moment, Day, subject: String?)
        /// A step done before what it waits for.
        case doneBefore(ScheduledStep.Key, Day, Point, Day, refused: Bool)
        /// Something that happens only once has a day ahead of today.
        case ahead(Point, Day)
        /// No working days are known for the years the count needs.
        case outsideCalendar(ScheduledStep.Key?, Day)
        /// A clock time that never was or was twice.
        case clockTime(LocalTime, UKTime.Instant, UKTime.Instant, twice: Bool)
        /// It can no longer be done by its day.
        case cannotBeMet(ScheduledStep.Key, due: Day, earliest: Day)
        /// A meeting could be held before its returns are due.
        case meetingBeforeReturns(
            ScheduledStep.Key,
            opens: Day,
            returns: ScheduledStep.Key,
            due: Day
        )
        /// An answer came from an agency that is not among those asked by name.
        case notAsked(String)
        /// A day agreed for a step lies before the count begins from which it follows.
        case agreedTooEarly(ScheduledStep.Key, Day, from: Day)
        /// A day agreed lies outside the limits of its step.
        case agreedOutside(ScheduledStep.Key, Day, opens: Day?, due: Day)
        /// A meeting lacked the quorum it needs, and meets again by a day.
        case inquorate(ScheduledStep.Key, Day, again: Day?)
        /// A fact is denied that a moment entered asserts.
        case deniedFact(Fact, by: Moment, Day)
        /// A local day lies after the national limit.
        case laterThanNational(ScheduledStep.Key, due: Day, limit: ScheduledStep.Key, Day)
    }

    package let what: What

    /// A contradiction that no true account of the case can have; anything else is worth a look.
    package var isContradiction: Bool {
        switch what {
        case .outOfOrder, .outsideCalendar, .clockTime, .agreedTooEarly, .deniedFact: true
        case .doneBefore(_, _, _, _, let refused): refused
        case .ahead, .cannotBeMet, .meetingBeforeReturns, .notAsked, .agreedOutside, .inquorate,
            .laterThanNational:
            false
        }
    }
}
