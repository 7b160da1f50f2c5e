import Foundation
import Pages
import ProcedureLanguage
import Procedures
import Schedules
import WorkingDays

/// Cases under Dorset's procedure, no two with the same dates in the same year.
struct DorsetCases: Sendable {
    private let copies: [(procedure: Procedure, schedules: ScheduleWriter)]
    private let calendar = WorkingCalendar.standard

    /// Takes how many tasks work at a time; each has the procedure to itself, as in `schedule --from`.
    init(texts: String, tasks: Int) {
        let calendar = calendar
        copies = (0..<tasks).map { _ in
            let procedure = Self.read(texts)
            return (procedure, ScheduleWriter(procedure, calendar))
        }
    }

    private static func read(_ texts: String) -> Procedure {
        let guidance = files("\(texts)/guidance").compactMap { readGuidance($0).guidance }
        let read = files("\(texts)/procedures")
            .compactMap { readProcedure($0, guidance: guidance).procedure }
            .first { $0.procedure.id == "dorset" }
        guard let read else { preconditionFailure("\(texts)/procedures holds no dorset") }
        return read.procedure
    }

    private static func files(_ folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".yaml") }
            .compactMap { try? String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8) }
    }

    /// How many cases a second are done, shared out over so many tasks.
    func perSecond(tasks: Int, of work: @escaping @Sendable (Int, Int) -> Int) async -> Double {
        let cases = 4_000
        let clock = ContinuousClock()
        let begun = clock.now
        let total = await withTaskGroup(of: Int.self) { group in
            for task in 0..<tasks {
                group.addTask {
                    stride(from: task, to: cases, by: tasks).reduce(0) { $0 &+ work($1, task) }
                }
            }
            return await group.reduce(0, &+)
        }
        precondition(total != 0, "what is worked out is used")
        return Double(cases) / ((clock.now - begun) / .seconds(1))
    }

    /// The whole schedule; the sum of its due days.
    func dates(ofCase number: Int, task: Int) -> Int {
        schedule(ofCase: number, under: copies[task].procedure).steps.reduce(0) {
            $0 &+ Int($1.due?.number ?? 0)
        }
    }

    /// The whole schedule with every reason, as JSON; its bytes.
    func json(ofCase number: Int, task: Int) -> Int {
        var writer = JSONWriter(capacity: 131_072)
        let (procedure, schedules) = copies[task]
        schedules.append(schedule(ofCase: number, under: procedure), to: &writer)
        return writer.bytes.count
    }

    private func schedule(ofCase number: Int, under procedure: Procedure) -> Schedule {
        // 2024-01-01 is day 19723; awareness 2 days later and the notification 4 after that.
        let incident = 19_723 + number % 730
        let known = procedure.known(
            moments: [
                entry("incident", incident),
                entry("aware", incident + 2),
                entry("notified", incident + 6),
            ],
            facts: [],
            agreed: []
        ).known
        guard let today = Day(number: incident + 16) else {
            preconditionFailure("it can be written")
        }
        return Schedules.schedule(of: known, under: procedure, calendar: calendar, today: today)
    }

    private func entry(_ name: String, _ number: Int) -> MomentEntry {
        guard let day = Day(number: number) else { preconditionFailure("it can be written") }
        return MomentEntry(name: name, subject: nil, day: day, minute: nil)
    }
}
