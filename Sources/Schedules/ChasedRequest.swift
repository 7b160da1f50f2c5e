package import Procedures
package import WorkingDays

/// What a ladder has to know of one request to one agency.
package struct ChasedRequest: Hashable, Sendable {
    /// A name of the request, the same for ever.
    package let id: String
    /// The day that the ladder counts from: when the answer is due, or where it was asked for later than that, when.
    package let due: Day
    /// When the agency was asked for this answer, or its due day last changed: earlier rungs do not go.
    package let since: UKTime.Instant
    /// Whether an answer is still awaited: not answered, accepted or revoked.
    package let isOpen: Bool
    package let pauses: [Pause]
    /// Every rung that was queued or passed over, for any due day.
    package let settled: Set<ChaseKey>

    /// A time in which nothing goes.
    package struct Pause: Hashable, Sendable {
        package let from: UKTime.Instant
        /// When it ends or ended; nil where nobody has said.
        package let until: UKTime.Instant?

        package init(from: UKTime.Instant, until: UKTime.Instant?) {
            self.from = from
            self.until = until
        }
    }

    package init(
        id: String,
        due: Day,
        since: UKTime.Instant,
        isOpen: Bool = true,
        pauses: [Pause] = [],
        settled: Set<ChaseKey> = []
    ) {
        self.id = id
        self.due = due
        self.since = since
        self.isOpen = isOpen
        self.pauses = pauses
        self.settled = settled
    }
}

/// The name of one rung for one request and one due day: each is accounted for once.
package struct ChaseKey: Hashable, Sendable {
    package let request: String
    package let rung: String
    package let due: Day

    package init(request: String, rung: String, due: Day) {
        self.request = request
        self.rung = rung
        self.due = due
    }

    /// As a row of the outbox is keyed: `REQUEST/overdue/2026-01-05`.
    package var text: String { "\(request)/\(rung)/\(due)" }
}

/// One rung of a ladder, as it stands for one request at one moment.
package struct Chase: Hashable, Sendable {
    package let key: ChaseKey
    package let rung: Chasing.Rung
    /// Where the ladder alone puts it.
    package let first: UKTime.Instant
    /// When it goes, or would go if nothing changes; nil while a pause has no end.
    package let planned: LocalTime?
    /// Whom it goes to: those of the rung whom no later rung addresses at the same moment.
    package let to: [Chasing.Recipient]
    package let standing: Standing

    package enum Standing: Hashable, Sendable {
        /// It is to be queued now.
        case goesNow
        /// It is to be recorded now as passed over.
        case passedOverNow(Reason)
        case ahead
        /// When its moment comes it will be passed over.
        case passedOverThen(Reason)
        case paused
    }

    package enum Reason: Hashable, Sendable {
        /// A later rung goes to the same people at the same moment.
        case laterRung(String)
        /// Its moment had gone when the agency was asked, or the due day set.
        case tooLate
    }
}
