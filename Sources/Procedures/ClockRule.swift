/// What happens when a clock's first day falls on a closed day.
package enum ClosedDay: String, CaseIterable, Hashable, Sendable {
    case stays
    case movesOn = "moves-on"
}

/// One way a clock may start: the first anchor whose condition holds and whose point is known.
package struct ClockStart: Hashable, Sendable {
    package let anchors: [ClockAnchor]

    package init(anchors: [ClockAnchor]) {
        self.anchors = anchors
    }
}

/// A point from which a clock runs, perhaps only under a condition.
package struct ClockAnchor: Hashable, Sendable {
    package let point: Point
    package let condition: Condition?

    package init(point: Point, condition: Condition?) {
        self.point = point
        self.condition = condition
    }
}

/// A running count of days, as a procedure defines it.
///
/// With `firstDay` 0, day zero is the day of the start, weekend or not, and day N the Nth working day
/// after it. With `firstDay` 1, day 1 is the day of the start or the next working day: from Tue 28 Apr
/// 2026 day 15 is Tue 19 May 2026, one working day earlier than a count from zero.
package final class ClockRule: Sendable {
    package let id: String
    /// Several starts: the earliest counts.
    package let starts: [ClockStart]
    package let firstDay: Int
    /// Working days or calendar days.
    package let counts: Unit
    package let closedDay: ClosedDay
    package let clauses: [String]
    package let because: String?
    package let defect: String?
    /// Each holds for every step counted by this clock.
    package let otherReadings: [OtherReading]

    package init(
        id: String,
        starts: [ClockStart],
        firstDay: Int,
        counts: Unit,
        closedDay: ClosedDay,
        clauses: [String],
        because: String?,
        defect: String?,
        otherReadings: [OtherReading]
    ) {
        self.id = id
        self.starts = starts
        self.firstDay = firstDay
        self.counts = counts
        self.closedDay = closedDay
        self.clauses = clauses
        self.because = because
        self.defect = defect
        self.otherReadings = otherReadings
    }

    /// The same clock under another reading; nil where the reading is not about the count.
    package func under(_ reading: OtherReading) -> ClockRule? {
        var starts = starts
        var firstDay = firstDay
        var counts = counts
        var closedDay = closedDay
        switch reading.changes {
        case .starts(let other): starts = other
        case .firstDay(let other): firstDay = other
        case .counts(let other): counts = other
        case .closedDay(let other): closedDay = other
        case .due, .words: return nil
        }
        return ClockRule(
            id: id,
            starts: starts,
            firstDay: firstDay,
            counts: counts,
            closedDay: closedDay,
            clauses: reading.clauses.isEmpty ? clauses : reading.clauses,
            because: reading.because,
            defect: nil,
            otherReadings: []
        )
    }
}
