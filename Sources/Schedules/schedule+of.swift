package import Procedures
package import WorkingDays

/// The whole plan that follows from what is known.
///
/// A pure function: the same facts, procedure, calendar and day give the same plan. Dates that contradict
/// each other are findings of the plan; nothing is thrown.
package func schedule(
    of known: Known,
    under procedure: Procedure,
    calendar: WorkingCalendar,
    today: Day
) -> Schedule {
    var scheduling = Scheduling(
        dating: Dating(procedure: procedure, known: known, calendar: calendar, today: today)
    )
    return scheduling.schedule()
}
