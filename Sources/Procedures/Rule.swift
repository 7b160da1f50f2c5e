/// What days are counted in; a bare "day" is refused, because the guides' quarrels are about just that.
package enum Unit: String, CaseIterable, Hashable, Sendable {
    case workingDay = "working day"
    case calendarDay = "calendar day"
    case week, month, hour
}

/// Which way a count runs, and whether its first day counts.
package enum Direction: String, Hashable, Sendable {
    /// The day of the point is left out.
    case after
    /// The day of the point counts as the first, or the next working day where it is a closed one.
    case beginningWith = "beginning with"
    /// Counted back, the day of the point left out.
    case before
}

/// Something that has a day: a moment, a step done, or a request's returns come in.
package enum Point: Hashable, Sendable {
    case moment(Moment)
    case step(Reference<Step>)
    case back(Reference<Step>)
}

/// One way of naming a day.
package enum Rule: Hashable, Sendable {
    /// `day 5 of rapid-review`
    case day(Int, of: Reference<ClockRule>)
    /// `day 7 to day 8 of rapid-review`, both ends included
    case window(Int, to: Int, of: Reference<ClockRule>)
    /// `before day 10 of notified`: by day 9 at the latest
    case beforeDay(Int, of: Reference<ClockRule>)
    /// `2 working days after referral`
    case count(Int, Unit, Direction, Point)
    /// `same day as return-received`
    case sameDay(as: Point)
    /// `in time for submit-report`: by its booked day or due day, never the day it was done
    case inTime(for: Point)
    /// A day that somebody named: `extended-to`
    case named(Moment)

    /// The clock it is counted by, if any.
    package var clock: Reference<ClockRule>? {
        switch self {
        case .day(_, let clock), .window(_, _, let clock), .beforeDay(_, let clock): clock
        default: nil
        }
    }

    /// The point it is counted from, if it names one.
    package var point: Point? {
        switch self {
        case .count(_, _, _, let point), .sameDay(let point), .inTime(let point): point
        case .named(let moment): .moment(moment)
        default: nil
        }
    }
}

/// One of the choices in `extended-to else day 15 of rapid-review`.
package struct RuleOption: Hashable, Sendable {
    package let rule: Rule
    /// The choice stands only where this holds.
    package let condition: Condition?

    package init(rule: Rule, condition: Condition? = nil) {
        self.rule = rule
        self.condition = condition
    }
}

/// By when, as one clause says it.
package enum Limit: Hashable, Sendable {
    /// The source gives no date and none is invented; its own adverb is kept.
    case undated(String?)
    /// A day to be agreed at a step.
    case agreedAt(Reference<Step>)
    /// A day to be agreed by someone.
    case agreedBy(Who)
    /// The first whose condition holds and whose point is known.
    case choice([RuleOption])
}

/// One limit with its authority.
package struct DueEntry: Hashable, Sendable {
    package let limit: Limit
    package let clauses: [String]
    package let because: String?
    package let force: Force

    package init(limit: Limit, clauses: [String], because: String?, force: Force) {
        self.limit = limit
        self.clauses = clauses
        self.because = because
        self.force = force
    }
}

/// Every limit of a step: all are to be kept, so the earliest known one governs.
package struct Due: Hashable, Sendable {
    package let entries: [DueEntry]

    package init(_ entries: [DueEntry]) {
        self.entries = entries
    }
}

/// A reminder that never makes anything late.
package enum Prompt: Hashable, Sendable {
    case choice([RuleOption])
    /// `every 5 working days`
    case every(Int, Unit)
}

/// Another reading of an ambiguous clause, kept beside the one chosen, with its reason.
package struct OtherReading: Hashable, Sendable {
    /// What it changes.
    package let changes: Change
    package let because: String
    package let clauses: [String]

    package enum Change: Hashable, Sendable {
        case due(Due)
        case starts([ClockStart])
        case firstDay(Int)
        case counts(Unit)
        case closedDay(ClosedDay)
        /// Anything that is not a date, in the guide's words: the key and its other value.
        case words(key: String, value: String)
    }

    package init(changes: Change, because: String, clauses: [String]) {
        self.changes = changes
        self.because = because
        self.clauses = clauses
    }
}
