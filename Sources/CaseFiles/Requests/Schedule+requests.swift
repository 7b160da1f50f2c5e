package import Procedures
package import Schedules

extension Schedule {
    /// The line on which an agency's answer is awaited; nil where the plan no longer waits for it.
    package func line(backOf request: AgencyRequest, under procedure: Procedure) -> ScheduledStep? {
        guard let step = procedure.lookup.stepNamed[request.asked.step] else { return nil }
        let key = ScheduledStep.Key(step: step, isReturn: true, subject: request.asked.subject)
        return steps.first { $0.key == key }
    }
}
