import CaseFiles
import Procedures
import Schedules
import WorkingDays

extension CaseReader {
    /// Which reminders would go when, if nothing changes; nil where none is to come.
    func remindersSection(_ request: AgencyRequest) -> RequestPage.Section? {
        let chases = opened.chases(of: request, at: time)
        guard !chases.isEmpty else { return nil }
        return RequestPage.Section(
            "Reminders to come",
            note: "Worked out afresh from the plan. None goes once the agency has answered.",
            facts: chases.map { chase in
                (term: moment(of: chase), text: words(of: chase, request))
            }
        )
    }

    private func moment(of chase: Chase) -> String {
        switch chase.standing {
        case .paused: "Paused"
        case .passedOverNow, .passedOverThen: "Left out"
        case .goesNow: "Now"
        case .ahead:
            chase.planned.map {
                "\(DayWording.words($0.day)), \(DayWording.words($0.minute))"
            } ?? "Paused"
        }
    }

    private func words(of chase: Chase, _ request: AgencyRequest) -> String {
        let what =
            "\(DayWording.capitalised(chase.rung.says.words)) to \(wording.names(chase.rung.to))"
        return switch chase.standing {
        case .passedOverNow(.tooLate), .passedOverThen(.tooLate):
            "\(what): its time had gone when the agency was asked"
        case .passedOverNow(.laterRung), .passedOverThen(.laterRung):
            "\(what): a later one goes at the same time"
        case .goesNow, .ahead, .paused: what
        }
    }
}
