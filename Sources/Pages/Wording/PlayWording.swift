package import Procedures
package import Schedules
import WorkingDays

/// Puts what playing a year shows into words.
package struct PlayWording: Sendable {
    private let procedure: Procedure
    private let wording: Wording

    package init(_ procedure: Procedure) {
        self.procedure = procedure
        wording = Wording(procedure)
    }

    package func words(_ finding: PlayFinding) -> String {
        let name = procedure.variation.map { " under \($0.id)" } ?? ""
        let step = procedure.steps[finding.step]
        let example =
            "from \(DayWording.words(finding.from))\(name), and from \(DayWording.count(finding.days, "start day")) of that year in all"
        let due = DayWording.words(finding.due)
        let other = DayWording.words(finding.clashes)
        switch finding.what {
        case .dueBefore(let point):
            return
                "'\(step.id)' is due on \(due), before what it waits for (\(wording.noun(point))) on \(other): \(example)"
        case .heldBeforeReturns(let request):
            return
                "'\(step.id)' may be held from \(due), when the returns of '\(procedure.steps[request].id)' "
                + "are due on \(other): \(example)"
        case .afterNational(let limit):
            return
                "'\(step.id)' is due on \(due), after the national limit (\(wording.due(procedure.steps[limit].due))) "
                + "on \(other): \(example)"
        }
    }
}
