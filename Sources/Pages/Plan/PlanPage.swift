/// A day as a page shows it.
package struct DayText: Hashable, Sendable {
    /// `2025-12-19`, for `datetime`.
    package let iso: String
    /// `Fri 19 Dec 2025`.
    package let words: String
}

/// The page where dates become a plan.
package struct PlanPage: Sendable {
    package let form: PlanForm
    /// Nil until there is enough to work from, and where something typed cannot be taken.
    package let plan: Plan?
}

/// What the dates are worked out from, as it was typed.
package struct PlanForm: Sendable {
    package let procedures: [Choice]
    /// Empty where the procedure has none.
    package let variations: [Choice]
    package let moments: [DateField]
    package let questions: [YesNoField]
    package let others: [OtherDateRow]
    /// Local closure days, one to a line.
    package let closed: TextField
    package let today: DateField
    /// For the summary at the top: which control, and what to do.
    package let errors: [FormError]

    package struct YesNoField: Hashable, Sendable {
        package let id: String
        package let label: String
        package let hint: String?
        /// `yes`, `no`, an outcome, or empty for not known.
        package let value: String
        /// Value and label of each choice besides not known.
        package let choices: [(value: String, label: String)]
        package let fault: String?

        package static func == (one: YesNoField, other: YesNoField) -> Bool {
            one.id == other.id && one.value == other.value
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(id)
        }
    }

    /// Any other date: a step done, a return received, a day agreed.
    package struct OtherDateRow: Hashable, Sendable {
        /// 1, 2, 3 ...: the boxes are `other-1-what` and so on.
        package let number: Int
        /// Every moment and step that may be chosen, in groups.
        package let choices: [ChoiceGroup]
        package let who: String
        package let date: DateField
        package let time: TextField
        /// A day agreed for the step rather than the day it happened.
        package let isAgreed: Bool
        package let fault: String?
    }
}

/// A worked-out plan, worded.
package struct Plan: Sendable {
    /// `Pan-Dorset serious incident notification, rapid review and LCSPR, edition 2023-05`.
    package let procedure: String
    package let procedureID: String
    /// Tells this case from others without a name: the first day that a clock starts from, ISO.
    package let identity: String
    /// As on `2025-12-29`, worded.
    package let seenOn: DayText
    /// One or two sentences: what is next, what is late.
    package let summary: String
    package let counter: DayCounter?
    package let findings: [FindingText]
    package let timeline: TimelinePicture?
    package let clocks: [ClockText]
    package let groups: [PlanGroup]
    /// Paths with their query, leading to the same plan.
    package let link: String
    package let calendarLink: String
    package let compareLink: String
    /// `England and Wales bank holidays, list 2026-11, 1990 to 2060`.
    package let calendar: String
}

/// Which day of the review it is.
package struct DayCounter: Hashable, Sendable {
    /// `Day 8 of 15`.
    package let heading: String
    /// `7 working days left, to Wed 14 Jan 2026`.
    package let left: String
    package let day: Int
    package let last: Int
}

/// Something about the dates that a person must look at.
package struct FindingText: Hashable, Sendable {
    /// For machines: `contradictory-dates`.
    package let code: String
    package let message: String
    package let isContradiction: Bool
}

/// Rows under one heading.
package struct PlanGroup: Sendable {
    package let heading: String
    package let rows: [PlanRow]
}

/// One line of the plan.
package struct PlanRow: Sendable {
    /// Anchor in the page: the line's id.
    package let id: String
    package let due: DayText?
    /// Instead of a day: `No date given`, `If adult services are involved`, `Not yet known`; or beside it, a clock time or window.
    package let dueNote: String?
    package let does: String
    /// `2.3, 3.4`, empty for a national limit.
    package let clauses: String
    /// `Day 5 of notification`.
    package let rule: String
    package let who: String
    package let standing: StandingTag
    /// `Wed 17 Dec 2025`, `Booked Thu 8 Jan 2026`, `3 working days overdue`, `Not yet`.
    package let when: String
    package let explanation: Explanation
    /// Said only where it can no longer be met.
    package let warning: String?
}

/// Standing as a word and a sign; the sign comes from the kind.
package struct StandingTag: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case start, open, today, overdue, done, late, not
    }

    package let kind: Kind
    package let word: String
}

/// Why a day is what it is.
package struct Explanation: Sendable {
    /// `Why Mon 22 Dec?`, or `Why no date?`.
    package let question: String
    /// The answer in a sentence or two.
    package let lead: String
    /// Rule, day zero, days not counted, clause, kind of limit, other readings ...
    package let facts: [(term: String, text: String)]
}

/// A clock with the days it counted.
package struct ClockText: Sendable {
    package let id: String
    /// `Rapid review: day zero Fri 19 Dec 2025`, or `Rapid review: not started`.
    package let heading: String
    package let says: String
    /// Empty where it has not started.
    package let weeks: [[CalendarCell]]
    package let caption: String
}

/// One cell of a calendar of counted days, Monday to Sunday.
package struct CalendarCell: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case outside, counted, weekend, holiday
    }

    package let kind: Kind
    /// `19`, with the month where it is the first cell or the first of a month: `1 Jan`.
    package let date: String
    package let month: String?
    /// The day number counted, where one is.
    package let number: Int?
    package let isZero: Bool
    package let isLast: Bool
    /// Why it is not counted: `Christmas Day`.
    package let reason: String?
}

/// The plan as a picture: one line a step, days along the top.
package struct TimelinePicture: Sendable {
    package let title: String
    package let description: String
    package let days: [TimelineDay]
    package let counters: [TimelineCounter]
    package let rows: [TimelineRow]
    /// Day offsets from the first day.
    package let today: Int?
    package let limit: (day: Int, label: String)?
}

package struct TimelineDay: Sendable {
    package let letter: String
    package let number: String
    package let kind: CalendarCell.Kind
    /// `December 2025` on the first day shown and on each first of a month.
    package let month: String?
    package let holiday: String?
}

/// The day numbers of one clock, by day offset.
package struct TimelineCounter: Sendable {
    package let label: String
    package let numbers: [(day: Int, number: Int)]
}

/// The marks of one step, as day offsets from the first day.
package struct TimelineRow: Sendable {
    package let id: String
    package let label: String
    package let opens: Int?
    package let due: Int
    package let done: Int?
    package let isLate: Bool
    package let booked: Int?
    /// Overdue up to this day.
    package let overdueTo: Int?
    package let others: [Int]
    package let note: String?
}
