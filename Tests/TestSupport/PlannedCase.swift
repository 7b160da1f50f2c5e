package import Procedures
package import Schedules
package import WorkingDays

/// A case on paper: what is known, and the plan that follows.
package struct PlannedCase {
    package let procedure: Procedure
    package let schedule: Schedule
    package let problems: [EntryProblem]

    /// Moments as `notified=2025-12-19` or `return-received/police=2025-12-29T16:00`, facts as `died=yes`.
    package init(
        _ procedure: Procedure,
        _ moments: [String],
        facts: [String] = [],
        agreed: [String] = [],
        calendar: WorkingCalendar = .standard,
        today: Day = "2025-12-01"
    ) throws {
        self.procedure = procedure
        let entries = try moments.map { try Self.entry($0) }
        let pairs = facts.map { fact -> (name: String, value: String) in
            let parts = fact.split(separator: "=", maxSplits: 1)
            return (String(parts[0]), String(parts[1]))
        }
        let days = try agreed.map { text -> (name: String, subject: String?, day: Day) in
            let entry = try Self.entry(text)
            return (entry.name, entry.subject, entry.day)
        }
        let (known, problems) = procedure.known(moments: entries, facts: pairs, agreed: days)
        self.problems = problems
        schedule = Schedules.schedule(of: known, under: procedure, calendar: calendar, today: today)
    }

    /// Under a procedure that ships.
    package init(
        _ id: String,
        variation: String? = nil,
        _ moments: [String],
        facts: [String] = [],
        agreed: [String] = [],
        calendar: WorkingCalendar = .standard,
        today: Day = "2025-12-01"
    ) throws {
        try self.init(
            ShippedProcedures.procedure(id, variation: variation),
            moments,
            facts: facts,
            agreed: agreed,
            calendar: calendar,
            today: today
        )
    }

    package struct NoSuchLine: Error {
        let id: String
    }

    /// A line by its id: `ask-agencies`, `ask-agencies.back`, `ask-agencies.back@police`.
    package func line(_ id: String) throws -> ScheduledStep {
        let parts = id.split(separator: "@", maxSplits: 1)
        let isReturn = parts[0].hasSuffix(".back")
        let name = isReturn ? String(parts[0].dropLast(5)) : String(parts[0])
        let subject = parts.count == 2 ? String(parts[1]) : nil
        let found = schedule.steps.first { line in
            procedure.steps[line.key.step].id == name && line.key.isReturn == isReturn
                && line.key.subject == subject
        }
        guard let found else { throw NoSuchLine(id: id) }
        return found
    }

    package func due(_ id: String) throws -> Day? {
        try line(id).due
    }

    /// The days that other readings, limits and choices of a line give.
    package func others(_ id: String) throws -> [Day] {
        try line(id).otherReadings.compactMap { $0.dated?.due }
    }

    package var findings: [Finding.What] { schedule.findings.map(\.what) }

    private struct BadEntry: Error {
        let text: String
    }

    private static func entry(_ text: String) throws -> MomentEntry {
        let parts = text.split(separator: "=", maxSplits: 1)
        let name = parts[0].split(separator: "/", maxSplits: 1)
        let when = parts[1].split(separator: "T", maxSplits: 1)
        guard let day = Day(iso: when[0]) else { throw BadEntry(text: text) }
        return MomentEntry(
            name: String(name[0]),
            subject: name.count == 2 ? String(name[1]) : nil,
            day: day,
            minute: when.count == 2 ? Minute(when[1]) : nil
        )
    }
}
