import ArgumentParser
import Pages
import WorkingDays

/// Bank holidays of England and Wales, as the program knows them.
struct CalendarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Show the bank holidays that are not counted as working days."
    )

    @Option(help: ArgumentHelp("First year.", valueName: "YEAR"))
    var from: Int = WorkingCalendar.coveredYears.lowerBound

    @Option(help: ArgumentHelp("Last year.", valueName: "YEAR"))
    var to: Int = WorkingCalendar.coveredYears.upperBound

    @Flag(help: "Print JSON.")
    var json = false

    func validate() throws {
        let years = WorkingCalendar.coveredYears
        guard from <= to else {
            throw ValidationError("the first year, \(from), lies after the last, \(to)")
        }
        guard years.contains(from), years.contains(to) else {
            throw ValidationError(
                "bank holidays are known from \(years.lowerBound) to \(years.upperBound); \(from) to \(to) is not within that"
            )
        }
    }

    func run() {
        let holidays = WorkingCalendar.standard.holidays.filter {
            (from...to).contains($0.day.year)
        }
        guard json else {
            Console.say(
                "Bank holidays of England and Wales, list \(WorkingCalendar.version). Source: \(WorkingCalendar.source)"
            )
            for holiday in holidays {
                Console.say("\(DayWording.words(holiday.day))  \(holiday.name)")
            }
            return
        }
        var writer = JSONWriter()
        writer.object { json in
            json.key("version")
            json.string(WorkingCalendar.version)
            json.key("source")
            json.string(WorkingCalendar.source)
            json.key("holidays")
            json.array(holidays) { json, holiday in
                json.object { json in
                    json.key("date")
                    json.day(holiday.day)
                    json.key("name")
                    json.string(holiday.name)
                    json.key("substituteFor")
                    json.day(holiday.substituteFor)
                }
            }
        }
        writer.newLine()
        Console.write(writer.bytes)
    }
}
