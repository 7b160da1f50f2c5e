import ArgumentParser
import Pages
import ProcedureLanguage
import Procedures
import Schedules
import WorkingDays

/// Whether procedure files can be used: every fault with its place, then each played through a year.
struct CheckProcedures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract:
            "Check procedure files: every fault with its line and a caret, and a year played through."
    )

    @Argument(help: "Procedure files.", completion: .file(extensions: ["yaml"]))
    var files: [String]

    @Option(help: "The year to play, with everything done on its last day.")
    var year: Int = 2026

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var texts: TextsOption

    func validate() throws {
        let years = WorkingCalendar.coveredYears
        guard years.contains(year), years.contains(year + 2) else {
            throw ValidationError(
                "the year to play lies from \(years.lowerBound) to \(years.upperBound - 2)"
            )
        }
    }

    private struct Found {
        let file: String
        let diagnostics: [Diagnostic]
    }

    func run() throws {
        let folders = try texts.folders()
        var found: [Found] = []
        var isUnreadable = false
        do {
            let guidance = try ProcedureLibrary.guidance(folders)
            for file in files {
                do {
                    found.append(Found(file: file, diagnostics: try check(file, guidance)))
                } catch {
                    for report in error.reports { Console.complain(report) }
                    isUnreadable = true
                }
            }
        } catch {
            for report in error.reports { Console.complain(report) }
            throw Ending.badData
        }
        if json { write(found) }
        if isUnreadable { throw Ending.badData }
        if found.contains(where: { $0.diagnostics.contains { $0.severity == .error } }) {
            throw Ending.findings
        }
    }

    private func check(
        _ file: String,
        _ guidance: [Guidance]
    ) throws(ProcedureLibrary.Unreadable) -> [Diagnostic] {
        let text = try ProcedureLibrary.text(of: file)
        let (read, diagnostics) = readProcedure(text, guidance: guidance)
        var all = diagnostics
        if let read { all += played(read) }
        let source = DiagnosedText(file: file, text: text)
        for diagnostic in all { Console.complain(source.rendered(diagnostic)) }
        if !json, read != nil {
            Console.say(
                "\(file): can be used\(all.isEmpty ? "" : "; \(DayWording.count(all.count, "warning"))")"
            )
        }
        return all
    }

    private func played(_ read: ReadProcedure) -> [Diagnostic] {
        defer { Console.endProgress() }
        return ([read.procedure] + read.variations).flatMap { procedure -> [Diagnostic] in
            let name = procedure.variation?.id
            let findings = play(procedure, year: year, calendar: .standard) { day in
                Console.progress(
                    "playing \(procedure.id)\(name.map { " (\($0))" } ?? "") from \(day)"
                )
            }
            let wording = PlayWording(procedure)
            return findings.map { finding in
                Diagnostic(
                    severity: .warning,
                    message: wording.words(finding),
                    place: read.place(ofStep: procedure.steps[finding.step].id),
                    length: procedure.steps[finding.step].id.count
                )
            }
        }
    }

    private func write(_ found: [Found]) {
        var writer = JSONWriter()
        writer.array(found) { json, found in
            json.object { json in
                json.key("file")
                json.string(found.file)
                json.key("diagnostics")
                json.array(found.diagnostics) { json, diagnostic in
                    json.object { json in
                        json.key("severity")
                        json.string(diagnostic.severity.rawValue)
                        json.key("line")
                        json.number(diagnostic.place.line)
                        json.key("column")
                        json.number(diagnostic.place.column)
                        json.key("message")
                        json.string(diagnostic.message)
                    }
                }
            }
        }
        writer.newLine()
        Console.write(writer.bytes)
    }
}
