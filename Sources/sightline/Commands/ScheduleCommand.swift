import ArgumentParser
import Documents
import Foundation
import Pages
import Procedures
import Schedules
import WorkingDays

/// From the dates that are known to every date that follows.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Work out every date that follows from the dates you know, each with its reason.",
        discussion: """
            EXAMPLE
              sightline schedule dorset --moment aware=2025-12-15 --moment notified=2025-12-19 --why

            A moment is named once for each time it happened; the latest counts. Any moment or step may be named, \
            and an agency, meeting or draft after a slash: return-received/police=2025-12-29. With a time: \
            rapid-review-meeting=2026-05-07T16:00. 'sightline procedures show P' lists the names of steps and questions.
            """
    )

    @Argument(help: "The procedure: see 'sightline procedures list'.")
    var procedure: String

    @Option(help: "A variation of the procedure.")
    var variation: String?

    @Option(
        name: .customLong("moment"),
        help: ArgumentHelp(
            "A date that is known: of a moment, a step, or a step's returns.",
            valueName: "NAME[/SUBJECT]=DATE[THH:MM]"
        ),
        completion: .list(Moment.entered.map { "\($0.id)=" })
    )
    var moments: [String] = []

    @Option(
        name: .customLong("fact"),
        help: ArgumentHelp(
            "A fact or an answer, yes or no, or a step's outcome.",
            valueName: "NAME=VALUE"
        ),
        completion: .list(Fact.allCases.map { "\($0.id)=" })
    )
    var facts: [String] = []

    @Option(
        name: .customLong("agreed"),
        help: ArgumentHelp(
            "A day agreed or booked for a step that has not happened; it governs.",
            valueName: "STEP[/SUBJECT]=DATE"
        )
    )
    var agreed: [String] = []

    @Option(
        name: .customLong("closed"),
        help: ArgumentHelp("A local closure day, not counted.", valueName: "DATE")
    )
    var closed: [String] = []

    @Option(
        help: ArgumentHelp(
            "The day to see the plan on; otherwise the present one.",
            valueName: "DATE"
        )
    )
    var today: String?

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "Read one case a line, {\"moments\":{},\"facts\":{}}, and write one schedule a line; '-' is standard input. "
                + "A line may also hold \"agreed\", \"closed\" and \"today\".",
            valueName: "FILE.jsonl"
        ),
        completion: .file(extensions: ["jsonl"])
    )
    var file: String?

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "Print an iCalendar file.")
    var ics = false

    @Flag(help: "Print the reasons of each date.")
    var why = false

    @OptionGroup var texts: TextsOption

    func validate() throws {
        if json && ics {
            throw ValidationError("--json and --ics are two forms of one answer; give one")
        }
        if file != nil && (!moments.isEmpty || !facts.isEmpty || !agreed.isEmpty || ics || why) {
            throw ValidationError(
                "--from takes its dates from the file; leave out --moment, --fact, --agreed, --why and --ics"
            )
        }
    }

    func run() async throws {
        let procedure = try texts.procedure(procedure, variation: variation)
        var collected = Collected(
            moments: moments,
            facts: facts,
            agreed: agreed,
            closed: closed,
            today: today
        )
        let known = collected.known(under: procedure)
        try collected.refuse()
        let calendar = WorkingCalendar(closures: collected.closures)
        let today = collected.today ?? TimeSource.today()
        if let file {
            var copies = [procedure]
            while copies.count < ProcessInfo.processInfo.activeProcessorCount {
                copies.append(try texts.procedure(self.procedure, variation: variation))
            }
            let lines = ScheduleLines(copies: copies, calendar: calendar, today: today)
            try await lines.run(file)
            return
        }
        let schedule = schedule(of: known, under: procedure, calendar: calendar, today: today)
        show(schedule, procedure, calendar)
        if schedule.findings.contains(where: \.isContradiction) { throw Ending.findings }
    }

    private func show(_ schedule: Schedule, _ procedure: Procedure, _ calendar: WorkingCalendar) {
        if json {
            var writer = JSONWriter(capacity: 131_072)
            ScheduleWriter(procedure, calendar).append(schedule, to: &writer)
            writer.newLine()
            Console.write(writer.bytes)
            return
        }
        let links = PlanLinks(plan: "", calendar: "", compare: "")
        let plan = plan(of: schedule, under: procedure, calendar: calendar, links: links)
        if ics {
            Console.write(planICS(plan))
            PlanText.complain(plan.findings)
        } else {
            PlanText(withReasons: why).show(plan)
        }
    }
}
