import ArgumentParser
import Pages
import Procedures
import Schedules
import WorkingDays

/// Counting working days by hand.
struct DaysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "days",
        abstract: "Count working days.",
        subcommands: [Add.self, Between.self]
    )

    struct Closed: ParsableArguments {
        @Option(
            name: .customLong("closed"),
            help: "A local closure day, not counted. May be repeated."
        )
        var closed: [String] = []

        @Flag(help: "Print JSON.")
        var json = false

        func calendar() throws -> WorkingCalendar {
            try WorkingCalendar(closures: DaysCommand.closures(closed))
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "The working day so many after a day, or before it where the number is negative.",
            discussion: "The day itself is not counted: 5 after Mon 15 Dec 2025 is Mon 22 Dec 2025."
        )

        @Argument(help: "The day to count from: 2026-04-28.")
        var date: String

        @Argument(help: "How many working days: 5 or -5.")
        var number: Int

        @OptionGroup var options: Closed

        func run() throws {
            let calendar = try options.calendar()
            let day = try DaysCommand.day(date)
            try DaysCommand.refusing { () throws(UncoveredDay) in
                let reached =
                    number < 0
                    ? try calendar.workingDay(0 - max(number, -1_000_000), before: day)
                    : try calendar.workingDay(number, after: day)
                let skipped =
                    number < 0
                    ? try calendar.daysNotCounted(from: reached, before: day)
                    : try calendar.daysNotCounted(after: day, through: reached)
                DaysCommand.show(from: day, to: reached, number, skipped, json: options.json)
            }
        }
    }

    struct Between: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "How many working days lie after the first day, up to and including the second."
        )

        @Argument(help: "The first day: 2026-04-28.")
        var from: String

        @Argument(help: "The second day.")
        var to: String

        @OptionGroup var options: Closed

        func run() throws {
            let calendar = try options.calendar()
            let first = try DaysCommand.day(from)
            let second = try DaysCommand.day(to)
            try DaysCommand.refusing { () throws(UncoveredDay) in
                let number = try calendar.workingDays(from: first, to: second)
                let skipped =
                    second < first
                    ? try calendar.daysNotCounted(from: second, before: first)
                    : try calendar.daysNotCounted(after: first, through: second)
                DaysCommand.show(from: first, to: second, number, skipped, json: options.json)
            }
        }
    }

    static func day(_ text: String) throws -> Day {
        switch Entries.day(text, of: "the date") {
        case .success(let day): return day
        case .failure(let problem):
            Console.complain("error: \(problem.message)")
            throw Ending.badData
        }
    }

    /// Closure days, each named as such; every bad one is reported.
    static func closures(_ texts: [String]) throws -> [Day: String] {
        var closures: [Day: String] = [:]
        var problems: [InputProblem] = []
        for text in texts {
            switch Entries.day(text, of: "--closed") {
            case .success(let day): closures[day] = "closed locally"
            case .failure(let problem): problems.append(problem)
            }
        }
        guard problems.isEmpty else {
            for problem in problems { Console.complain("error: \(problem.message)") }
            throw Ending.badData
        }
        return closures
    }

    /// A count outside the years whose holidays are known is refused.
    static func refusing(_ count: () throws(UncoveredDay) -> Void) throws {
        do {
            try count()
        } catch {
            let years = WorkingCalendar.coveredYears
            Console.complain(
                "error: the count reaches \(error.day.year), and bank holidays are known only for "
                    + "\(years.lowerBound) to \(years.upperBound)"
            )
            throw Ending.badData
        }
    }

    static func show(
        from: Day,
        to: Day,
        _ number: Int,
        _ skipped: [DayNotCounted],
        json: Bool
    ) {
        guard json else {
            Console.say(
                "\(DayWording.words(to)) is \(DayWording.count(number, "working day")) from \(DayWording.words(from))"
            )
            if !skipped.isEmpty { Console.say(Reasons.notCounted(skipped)) }
            return
        }
        var writer = JSONWriter()
        writer.object { json in
            json.key("from")
            json.day(from)
            json.key("to")
            json.day(to)
            json.key("workingDays")
            json.number(number)
            json.key("notCounted")
            json.array(skipped) { json, skipped in
                json.object { json in
                    json.key("date")
                    json.day(skipped.day)
                    json.key("why")
                    json.string(Reasons.reason(skipped.kind))
                }
            }
        }
        writer.newLine()
        Console.write(writer.bytes)
    }
}
