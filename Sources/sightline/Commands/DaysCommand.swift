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
            help: ArgumentHelp(
                "A local closure day, not counted. May be repeated.",
                valueName: "DATE"
            )
        )
        var closed: [String] = []

        @Flag(help: "Print JSON.")
        var json = false
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "The working day so many after a day, or before it where the number is negative.",
            discussion: "The day itself is not counted: 5 after Mon 15 Dec 2025 is Mon 22 Dec 2025."
        )

        @Argument(help: "The day to count from: 2026-04-28.")
        var date: String

        // Taken unparsed, because a number that begins with a dash looks like an option.
        @Argument(parsing: .allUnrecognized, help: "How many working days: 5 or -5.")
        var number: [String]

        @OptionGroup var options: Closed

        func validate() throws {
            guard count != nil else {
                throw ValidationError(
                    "how many working days is one whole number, such as 5 or -5, not '\(number.joined(separator: " "))'"
                )
            }
        }

        private var count: Int? {
            let words = number.filter { $0 != "--" }
            return words.count == 1 ? Int(words[0]) : nil
        }

        func run() throws {
            var collected = Collected(closed: options.closed)
            let from = collected.day(date, of: "the date")
            try collected.refuse()
            guard let day = from, let number = count else { return }
            let calendar = WorkingCalendar(closures: collected.closures)
            try DaysCommand.refusing { () throws(UncoveredDay) in
                let reached =
                    number < 0
                    ? try calendar.workingDay(0 - max(number, -1_000_000), before: day)
                    : try calendar.workingDay(number, after: day)
                let skipped = try DaysCommand.notCounted(from: day, to: reached, calendar)
                DaysCommand.show(from: day, to: reached, number, skipped, json: options.json)
            }
        }
    }

    struct Between: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "How many working days lie between two days, the first not counted."
        )

        @Argument(help: "The first day: 2026-04-28.")
        var from: String

        @Argument(help: "The second day.")
        var to: String

        @OptionGroup var options: Closed

        func run() throws {
            var collected = Collected(closed: options.closed)
            let from = collected.day(from, of: "the first day")
            let to = collected.day(to, of: "the second day")
            try collected.refuse()
            guard let first = from, let second = to else { return }
            let calendar = WorkingCalendar(closures: collected.closures)
            try DaysCommand.refusing { () throws(UncoveredDay) in
                let skipped = try DaysCommand.notCounted(from: first, to: second, calendar)
                let days = first.days(to: second)
                let number = days < 0 ? days + skipped.count : days - skipped.count
                DaysCommand.show(from: first, to: second, number, skipped, json: options.json)
            }
        }
    }

    /// The days passed over on the way from one day to another, the first left out.
    static func notCounted(
        from: Day,
        to: Day,
        _ calendar: WorkingCalendar
    ) throws(UncoveredDay) -> [DayNotCounted] {
        to < from
            ? try calendar.daysNotCounted(from: to, before: from)
            : try calendar.daysNotCounted(after: from, through: to)
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
            let way = number < 0 ? "before" : "after"
            Console.say(
                "\(DayWording.words(to)) is \(DayWording.count(abs(number), "working day")) \(way) \(DayWording.words(from))"
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
