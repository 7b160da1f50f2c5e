package import Procedures
import Schedules
package import WorkingDays

/// The days on which the procedure has a meeting held, by the plan of today.
package struct MeetingWindow: Hashable, Sendable {
    /// The first day; nil where there is none.
    package let opens: Day?
    /// The last day; nil where the procedure sets none.
    package let due: Day?
    /// Worth a look by then, and no limit.
    package let prompt: Day?
    /// Whether it is that of meeting again for want of a quorum.
    package let isOfReconvening: Bool

    package init(opens: Day?, due: Day?, prompt: Day? = nil, isOfReconvening: Bool = false) {
        self.opens = opens
        self.due = due
        self.prompt = prompt
        self.isOfReconvening = isOfReconvening
    }

    /// Whether a day lies in it.
    package func holds(_ day: Day) -> Bool {
        opens.map { $0 <= day } ?? true && due.map { day <= $0 } ?? true
    }
}

/// The window of a meeting step: what the procedure gives, whatever day is booked.
///
/// After a meeting without quorum it is that of meeting again.
package func meetingWindow(
    of step: String,
    in file: CaseFile,
    under procedure: Procedure,
    calendar: WorkingCalendar,
    today: Day
) -> MeetingWindow? {
    guard let reference = procedure.lookup.stepNamed[step], procedure.steps[reference].isMeeting
    else { return nil }
    var free = file
    free.agreements.removeAll { $0.name.point == step }
    let plan = schedule(
        of: free.known(under: procedure),
        under: procedure,
        calendar: calendar,
        today: today
    )
    let line = plan.line(OccurrenceName(step), under: procedure)
    for finding in plan.findings {
        if case .inquorate(let key, _, let again) = finding.what, key.step == reference {
            return MeetingWindow(
                opens: nil,
                due: again ?? line?.due,
                prompt: line?.prompt,
                isOfReconvening: true
            )
        }
    }
    return MeetingWindow(
        opens: line?.opens,
        due: line?.due,
        prompt: line?.prompt,
        isOfReconvening: false
    )
}
