import Procedures
import WorkingDays

/// Works out days from rules: the one place where a date is computed.
struct Dating {
    let procedure: Procedure
    let known: Known
    let calendar: WorkingCalendar
    let today: Day

    /// What the line at hand stands for.
    struct Scope {
        var request: Reference<Step>?
        var subject: String?
        var meeting: Known.Occurrence?
    }

    var clockStarts: [CaseClock.Start??]
    var readingStarts: [Int: CaseClock.Start?] = [:]
    var dues: [Day??]
    var dueInProgress: [Bool]
    private(set) var uncovered: [Finding] = []

    init(procedure: Procedure, known: Known, calendar: WorkingCalendar, today: Day) {
        self.procedure = procedure
        self.known = known
        self.calendar = calendar
        self.today = today
        clockStarts = Array(repeating: nil, count: procedure.clocks.count)
        dues = Array(repeating: nil, count: procedure.steps.count * 2)
        dueInProgress = Array(repeating: false, count: procedure.steps.count * 2)
    }

    mutating func report(_ what: Finding.What) {
        let finding = Finding(what: what)
        if !uncovered.contains(finding) { uncovered.append(finding) }
    }
}
