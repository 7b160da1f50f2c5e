package import Procedures
package import WorkingDays

/// Which rungs of a ladder go now, which are passed over, and when the others will go; in the order of their days.
///
/// A rung that falls outside working hours, on a day that is not worked, or in a pause moves to the next moment
/// at which something may go. So do rungs that were missed while the program was down: of several that then go
/// at the same moment each person gets the last one only, and a rung that is left with nobody is passed over.
/// What was settled before is not in the answer; nothing is once no answer is awaited. The answer is the same
/// for a dry run.
package func chases(
    on ladder: Chasing,
    for request: ChasedRequest,
    calendar: WorkingCalendar,
    now: UKTime.Instant
) throws(UncoveredDay) -> [Chase] {
    guard request.isOpen else { return [] }
    return try ChasePlanning(
        hours: WorkingHours(ladder, calendar),
        request: request,
        now: now
    ).chases(ladder.rungs)
}

private struct ChasePlanning {
    let hours: WorkingHours
    let request: ChasedRequest
    let now: UKTime.Instant

    /// A rung that is not settled, with the moment at which it goes.
    private struct Waiting {
        let rung: Chasing.Rung
        let key: ChaseKey
        /// Where the ladder alone puts it.
        let first: UKTime.Instant
        /// Nil while a pause has no end.
        let goes: UKTime.Instant?
        let isTooLate: Bool
    }

    func chases(_ rungs: [Chasing.Rung]) throws(UncoveredDay) -> [Chase] {
        var all: [Waiting] = []
        for rung in rungs {
            if let waiting = try waiting(rung) { all.append(waiting) }
        }
        // Where two stand at one moment, the file's order says which is the later.
        let order = all.enumerated().sorted { one, other in
            (one.element.first, one.offset) < (other.element.first, other.offset)
        }.map(\.element)
        var chases: [Chase] = []
        for place in order.indices {
            chases.append(try chase(order[place], before: order[(place + 1)...]))
        }
        return chases
    }

    private func waiting(_ rung: Chasing.Rung) throws(UncoveredDay) -> Waiting? {
        let key = ChaseKey(
            request: request.id,
            rung: rung.id,
            due: request.due
        )
        if request.settled.contains(key) { return nil }
        let day = try hours.day(rung.when, from: request.due)
        let first = try hours.next(onOrAfter: day, rung.at)
        return Waiting(
            rung: rung,
            key: key,
            first: first,
            goes: try opening(onOrAfter: max(first, now)),
            isTooLate: first < request.since
        )
    }

    /// The next moment of working hours that no pause covers.
    private func opening(onOrAfter instant: UKTime.Instant) throws(UncoveredDay) -> UKTime.Instant?
    {
        var moment = try hours.next(onOrAfter: instant)
        while let pause = request.pauses.first(where: { $0.covers(moment) }) {
            guard let until = pause.until else { return nil }
            moment = try hours.next(onOrAfter: until)
        }
        return moment
    }

    private func chase(
        _ waiting: Waiting,
        before later: ArraySlice<Waiting>
    ) throws(UncoveredDay) -> Chase {
        let same = later.filter { !$0.isTooLate && $0.goes == waiting.goes }
        let addressed = Set(same.flatMap(\.rung.to))
        let to = waiting.isTooLate ? [] : waiting.rung.to.filter { !addressed.contains($0) }
        let next = same.last { !Set($0.rung.to).isDisjoint(with: waiting.rung.to) }
        return Chase(
            key: waiting.key,
            rung: waiting.rung,
            first: waiting.first,
            planned: try waiting.goes.map { instant throws(UncoveredDay) in
                try UKTime.localTime(at: instant).0
            },
            to: to,
            standing: standing(waiting, to, next?.rung.id)
        )
    }

    private func standing(
        _ waiting: Waiting,
        _ to: [Chasing.Recipient],
        _ later: String?
    ) -> Chase.Standing {
        if waiting.isTooLate { return .passedOverNow(.tooLate) }
        guard let goes = waiting.goes else { return .paused }
        if to.isEmpty, let later {
            return goes == now
                ? .passedOverNow(.laterRung(later)) : .passedOverThen(.laterRung(later))
        }
        return goes == now ? .goesNow : .ahead
    }
}

extension ChasedRequest.Pause {
    fileprivate func covers(_ instant: UKTime.Instant) -> Bool {
        from <= instant && until.map { instant < $0 } ?? true
    }
}

/// The minutes in which something may go.
private struct WorkingHours {
    let from: Minute
    let until: Minute
    let calendar: WorkingCalendar

    init(_ ladder: Chasing, _ calendar: WorkingCalendar) {
        from = ladder.from
        until = ladder.until
        self.calendar = calendar
    }

    /// The day that a rung counts to, worked or not.
    func day(
        _ offset: Procedure.Reminder.Offset?,
        from due: Day
    ) throws(UncoveredDay) -> Day {
        guard let offset else { return due }
        let count = offset.direction == .before ? -offset.count : offset.count
        let day =
            switch offset.unit {
            case .workingDay: try calendar.workingDay(count, after: due)
            case .week: due.advanced(byWeeks: count)
            default: due.advanced(byDays: count)
            }
        guard let day else { throw UncoveredDay(day: due) }
        return day
    }

    func next(onOrAfter instant: UKTime.Instant) throws(UncoveredDay) -> UKTime.Instant {
        let (time, _) = try UKTime.localTime(at: instant)
        if try calendar.isWorkingDay(time.day), from <= time.minute, time.minute < until {
            return instant
        }
        return try next(onOrAfter: time.day, time.minute)
    }

    func next(onOrAfter day: Day, _ minute: Minute) throws(UncoveredDay) -> UKTime.Instant {
        if try calendar.isWorkingDay(day), minute < until {
            return try instant(day, max(minute, from))
        }
        return try instant(try calendar.workingDay(1, after: day), from)
    }

    /// Clocks change in the night to a Sunday, which is not worked: the time on a working day exists once.
    private func instant(_ day: Day, _ minute: Minute) throws(UncoveredDay) -> UKTime.Instant {
        switch try UKTime.reading(of: LocalTime(day: day, minute: minute)) {
        case .one(let instant, _): instant
        case .twice(let earlier, _): earlier
        case .never(_, let after): after
        }
    }
}
