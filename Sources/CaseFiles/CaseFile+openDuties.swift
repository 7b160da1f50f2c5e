package import Procedures
import Schedules
package import WorkingDays

extension CaseFile {
    /// The steps of the procedure that apply and are neither done nor set aside, in its order.
    ///
    /// A step of which it is not known whether it applies asks nothing yet. Answers that are still out are the requests'
    /// own: they are revoked, or stay out.
    package func openDuties(
        under procedure: Procedure,
        calendar: WorkingCalendar,
        today: Day
    ) -> [Step] {
        let plan = schedule(
            of: known(under: procedure),
            under: procedure,
            calendar: calendar,
            today: today
        )
        let open = Set(
            plan.steps.filter { line in
                line.applies == .yes && !line.key.isReturn
                    && setAside[procedure.steps[line.key.step].id] == nil
                    && ![.done, .doneLate, .notNeeded].contains(line.standing)
            }.map { procedure.steps[$0.key.step].id }
        )
        return procedure.steps.filter { open.contains($0.id) && !$0.isNationalLimit }
    }
}
