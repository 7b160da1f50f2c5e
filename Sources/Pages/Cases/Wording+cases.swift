import CaseFiles
package import Partnerships
import Procedures
import Schedules
import WorkingDays

extension Wording {
    /// A moment by its label, a step by what it does, with whom it is for.
    func label(_ name: OccurrenceName) -> String {
        guard let moment = Moment(id: name.point) else { return called(name) }
        return moment.words.label + inBrackets(name.subject)
    }

    func label(_ occurrence: CaseFile.Occurrence) -> String {
        occurrence.isStep ? called(occurrence.name) : label(occurrence.name)
    }

    func called(_ name: OccurrenceName) -> String {
        let subject = inBrackets(name.subject)
        guard let point = procedure.stepPoint(named: name.point), let step = point.step else {
            return "“\(name.point)”\(subject)"
        }
        let does = procedure.steps[step].does
        return point.isReturn ? "the return of “\(does)”\(subject)" : "“\(does)”\(subject)"
    }

    func when(_ day: Day, _ minute: Minute?) -> String { DayWording.when(day, minute) }

    /// A partner by the name that it has in this area, anybody else as written.
    func partner(_ id: String) -> String {
        procedure.partners.first { $0.partner.rawValue == id }?.name ?? id
    }
}

extension DayWording {
    /// `Fri 19 Dec 2025 at 4:40pm`.
    static func when(_ day: Day, _ minute: Minute?) -> String {
        words(day) + (minute.map { " at \(words($0))" } ?? "")
    }

    package static func when(_ time: Timestamp) -> String {
        when(time.localTime.day, time.localTime.minute)
    }
}
