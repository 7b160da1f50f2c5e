import ArgumentParser
import Foundation
import Pages
import Procedures
import SwiftCSV

/// Whether a procedure carries every clause of its source.
struct CoverProcedure: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Compare the clauses a procedure cites with a list of its source's obligations.",
        discussion: "The list is a CSV file with the columns 'seed' (the procedure) and 'clause'."
    )

    @Argument(help: "The procedure: see 'sightline procedures list'.")
    var procedure: String

    @Option(help: "The list of obligations.", completion: .file(extensions: ["csv"]))
    var obligations: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var texts: TextsOption

    func run() throws {
        let procedure = try texts.procedure(procedure, variation: nil)
        let wanted = try clauses(of: procedure.id)
        let carriers = procedure.carriers
        let carried = Set(carriers.map(\.clause))
        let waived = Set(procedure.waived.map(\.clause))
        let missing = wanted.filter { !carried.contains($0) && !waived.contains($0) }
        let known = Set(wanted)
        let invented = (carriers.map(\.clause) + procedure.waived.map(\.clause))
            .filter { !known.contains($0) }
        if json {
            write(procedure, wanted, missing, invented)
        } else {
            show(procedure, wanted, missing, invented, carried: carried, waived: waived)
        }
        if !missing.isEmpty || !invented.isEmpty { throw Ending.findings }
    }

    private func table() throws -> NamedCSV {
        let text: String
        do {
            text = try ProcedureLibrary.text(of: obligations)
        } catch {
            for report in error.reports { Console.complain(report) }
            throw Ending.badData
        }
        guard text.count(where: { $0 == "\"" }).isMultiple(of: 2), !text.isEmpty,
            let table = try? NamedCSV(string: text)
        else {
            Console.complain(
                "error: '\(obligations)' is no CSV; it is empty, or a quotation mark is not closed"
            )
            throw Ending.badData
        }
        return table
    }

    /// Each clause once, in the list's order.
    private func clauses(of procedure: String) throws -> [String] {
        let table = try table()
        for column in ["seed", "clause"] where !table.header.contains(column) {
            Console.complain(
                "error: '\(obligations)' has no column '\(column)'; its columns are \(table.header.joined(separator: ", "))"
            )
            throw Ending.badData
        }
        var seen: Set<String> = []
        let rows = table.rows.enumerated().filter { $0.element["seed"] == procedure }
        for (number, row) in rows where row["clause", default: ""].isEmpty {
            Console.complain(
                "error: '\(obligations)', row \(number + 1) after the heading: it has no clause"
            )
            throw Ending.badData
        }
        let clauses = rows.compactMap { $0.element["clause"] }.filter { seen.insert($0).inserted }
        guard !clauses.isEmpty else {
            Console.complain("error: '\(obligations)' lists no clause of '\(procedure)'")
            throw Ending.badData
        }
        return clauses
    }

    private func show(
        _ procedure: Procedure,
        _ wanted: [String],
        _ missing: [String],
        _ invented: [String],
        carried: Set<String>,
        waived: Set<String>
    ) {
        let count = wanted.count { carried.contains($0) }
        Console.say(
            "\(procedure.id): \(DayWording.count(wanted.count, "clause")), \(count) carried, "
                + "\(wanted.count { waived.contains($0) }) waived, \(missing.count) missing"
        )
        for (clause, reason) in procedure.waived { Console.say("  waived \(clause): \(reason)") }
        for clause in missing { Console.complain("missing: \(clause)") }
        for clause in invented { Console.complain("not in the list: \(clause)") }
    }

    private func write(
        _ procedure: Procedure,
        _ wanted: [String],
        _ missing: [String],
        _ invented: [String]
    ) {
        let carriers = Dictionary(
            procedure.carriers.map { ($0.clause, $0.carriedBy) },
            uniquingKeysWith: { $1 }
        )
        var writer = JSONWriter()
        writer.object { json in
            json.key("procedure")
            json.string(procedure.id)
            json.key("clauses")
            json.number(wanted.count)
            json.key("carried")
            json.object { json in
                for clause in wanted {
                    guard let by = carriers[clause] else { continue }
                    json.key(named: clause)
                    json.strings(by)
                }
            }
            json.key("waived")
            json.object { json in
                for (clause, reason) in procedure.waived {
                    json.key(named: clause)
                    json.string(reason)
                }
            }
            json.key("missing")
            json.strings(missing)
            json.key("notInTheList")
            json.strings(invented)
        }
        writer.newLine()
        Console.write(writer.bytes)
    }
}
