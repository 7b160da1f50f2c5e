package import Procedures
package import WorkingDays

/// What playing a procedure through a year shows.
package struct PlayFinding: Hashable, Sendable {
    package enum What: Hashable, Sendable {
        /// It is due before what it waits for has its own last day.
        case dueBefore(Point)
        /// It may be held on or before the day its returns are due.
        case heldBeforeReturns(Reference<Step>)
        /// It is due after the national limit.
        case afterNational(Reference<Step>)
    }

    package let step: Reference<Step>
    package let what: What
    /// The first day of the year from which it happens, the day it is due or may be held, and the day it clashes with.
    package let from: Day
    package let due: Day
    package let clashes: Day
    /// From how many start days of the year.
    package let days: Int
}

/// Plays a procedure from each working day of a year, with everything known on that day and done on its last.
///
/// Every question is answered yes, and every decision has its first outcome. `progress` hears the first day
/// of each month.
package func play(
    _ procedure: Procedure,
    year: Int,
    calendar: WorkingCalendar,
    progress: (Day) -> Void
) -> [PlayFinding] {
    var found: [Play.Key: PlayFinding] = [:]
    var order: [Play.Key] = []
    guard var day = Day(year: year, month: 1, day: 1) else { return [] }
    while day.year == year {
        if day.dayOfMonth == 1 { progress(day) }
        if (try? calendar.isWorkingDay(day)) == true {
            var run = Play(procedure, from: day, calendar: calendar)
            for clash in run.clashes() {
                if found[clash.key] == nil { order.append(clash.key) }
                let first = found[clash.key]
                found[clash.key] = PlayFinding(
                    step: clash.key.step,
                    what: clash.key.what,
                    from: first?.from ?? day,
                    due: first?.due ?? clash.due,
                    clashes: first?.clashes ?? clash.other,
                    days: (first?.days ?? 0) + 1
                )
            }
        }
        guard let next = day.advanced(byDays: 1) else { break }
        day = next
    }
    return order.compactMap { found[$0] }
}

/// One run from one day.
private struct Play {
    struct Key: Hashable {
        let step: Reference<Step>
        let what: PlayFinding.What
    }

    struct Clash {
        let key: Key
        let due: Day
        let other: Day
    }

    private let procedure: Procedure
    private let calendar: WorkingCalendar
    private let end: Day
    private var known = Known()
    private var done: [Point: Day] = [:]
    private var found: [Clash] = []

    init(_ procedure: Procedure, from start: Day, calendar: WorkingCalendar) {
        self.procedure = procedure
        self.calendar = calendar
        end = start.advanced(byDays: 700) ?? start
        for moment in [Moment.incident, .identified, .aware, .partnershipAware] {
            known.add(Known.Occurrence(day: start), of: .moment(moment))
        }
        if let publication = start.advanced(byDays: 240) {
            known.add(Known.Occurrence(day: publication), of: .moment(.publication))
        }
        for (number, step) in procedure.steps.enumerated() {
            if let outcome = step.outcomes.first { known.set(Reference(number), outcome: outcome) }
        }
        for number in procedure.questions.indices { known.set(Reference(number), true) }
        for fact in [Fact.notifiable, .lcspr, .abuseOrNeglect, .seriouslyHarmed] {
            known.set(fact, true)
        }
        startByHand(on: start)
    }

    /// What nobody's step brings about begins on the first day too.
    private mutating func startByHand(on start: Day) {
        for moment in [Moment.referral, .intention]
        where procedure.lookup.recorders[Int(moment.rawValue)].isEmpty {
            known.add(Known.Occurrence(day: start), of: .moment(moment))
        }
    }

    mutating func clashes() -> [Clash] {
        var isMoving = true
        while isMoving {
            isMoving = false
            let schedule = schedule(of: known, under: procedure, calendar: calendar, today: end)
            for line in schedule.steps where line.key.subject == nil && line.applies == .yes {
                guard done[line.key.point] == nil, line.waitsFor.isEmpty,
                    !procedure.steps[line.key.step].isNationalLimit
                else { continue }
                finish(line, in: schedule)
                isMoving = true
            }
        }
        compareWithNational()
        return found
    }

    private mutating func finish(_ line: ScheduledStep, in schedule: Schedule) {
        let step = procedure.steps[line.key.step]
        let before = line.key.isReturn ? [Point.step(line.key.step)] : step.after + step.onlyAfter
        let reached = before.compactMap { point in done[point].map { (point, $0) } }
        if let due = line.due, !line.key.isReturn {
            for (point, day) in reached where day > due {
                found.append(
                    Clash(
                        key: Key(step: line.key.step, what: .dueBefore(point)),
                        due: due,
                        other: day
                    )
                )
            }
            if let opens = line.opens, step.isMeeting { holdBeforeReturns(line, step, opens) }
        }
        let latest = reached.map(\.1).max()
        let day = [line.due, latest].compactMap(\.self).max() ?? known.firstDay ?? end
        done[line.key.point] = day
        guard line.done == nil else { return }
        let occurrence = Known.Occurrence(day: day)
        known.add(occurrence, of: line.key.point)
        if !line.key.isReturn, let moment = step.records, !moment.namesAFutureDay {
            known.add(occurrence, of: .moment(moment))
        }
    }

    private mutating func holdBeforeReturns(_ line: ScheduledStep, _ step: Step, _ opens: Day) {
        for case .back(let request) in step.after {
            guard let returned = done[.back(request)], returned >= opens else { continue }
            found.append(
                Clash(
                    key: Key(step: line.key.step, what: .heldBeforeReturns(request)),
                    due: opens,
                    other: returned
                )
            )
        }
    }

    private mutating func compareWithNational() {
        let schedule = schedule(of: known, under: procedure, calendar: calendar, today: end)
        for finding in schedule.findings {
            guard case .laterThanNational(let key, let due, let limit, let national) = finding.what
            else {
                continue
            }
            found.append(
                Clash(
                    key: Key(step: key.step, what: .afterNational(limit.step)),
                    due: due,
                    other: national
                )
            )
        }
    }
}

extension Known {
    fileprivate var firstDay: Day? {
        occurrences(of: .moment(.aware)).first?.day
    }
}
