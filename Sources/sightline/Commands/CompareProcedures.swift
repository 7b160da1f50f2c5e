import ArgumentParser
import Pages
import Procedures
import WorkingDays

/// The same facts under several procedures.
struct CompareProcedures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Show the same facts under several procedures, side by side."
    )

    @Argument(help: "The procedures; all of them where none is named.")
    var procedures: [String] = []

    @Option(
        name: .customLong("moment"),
        help: ArgumentHelp("A date that is known.", valueName: "NAME=DATE")
    )
    var moments: [String] = []

    @Option(
        name: .customLong("fact"),
        help: ArgumentHelp("A fact that is known.", valueName: "NAME=VALUE")
    )
    var facts: [String] = []

    @Option(
        name: .customLong("closed"),
        help: ArgumentHelp("A local closure day, not counted.", valueName: "DATE")
    )
    var closed: [String] = []

    @Option(help: ArgumentHelp("The day to see the plans on.", valueName: "DATE"))
    var today: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var texts: TextsOption

    func run() throws {
        let library = try texts.library()
        var collected = Collected(moments: moments, facts: facts, closed: closed, today: today)
        let chosen = chosen(from: library, &collected)
        for moment in collected.moments where Moment(id: moment.name) == nil {
            collected.problems.append(
                .form(unshared("moment", moment.name, Moment.entered.map(\.id)))
            )
        }
        for fact in collected.facts where Fact(id: fact.name) == nil {
            collected.problems.append(.form(unshared("fact", fact.name, Fact.allCases.map(\.id))))
        }
        if collected.problems.isEmpty, let first = chosen.first {
            _ = collected.known(under: first)
        }
        try collected.refuse()
        var entries = PlanEntries()
        entries.moments = collected.moments
        entries.facts = collected.facts
        entries.closed = collected.closures.keys.sorted()
        let today = collected.today ?? TimeSource.today()
        let comparison = comparison(of: chosen, entries, today: today)
        if json { write(comparison) } else { show(comparison) }
        if comparison.columns.contains(where: { !$0.findings.isEmpty }) { throw Ending.findings }
    }

    /// Each procedure once, in the order named; all of them where none is.
    private func chosen(
        from library: ProcedureLibrary,
        _ collected: inout Collected
    ) -> [Procedure] {
        var seen: Set<String> = []
        let ids =
            procedures.isEmpty ? library.shelf.ids : procedures.filter { seen.insert($0).inserted }
        return ids.compactMap { id in
            do throws(ProcedureLibrary.LookupProblem) {
                return try library.procedure(id, variation: nil)
            } catch {
                collected.problems.append(.form(TextsOption.words(error)))
                return nil
            }
        }
    }

    private func unshared(_ kind: String, _ name: String, _ valid: [String]) -> String {
        let near = nearest(to: name, in: valid).map { " did you mean '\($0)'?" } ?? ""
        return
            "'\(name)' is no \(kind) that every procedure shares;\(near) those are \(valid.joined(separator: ", "))"
    }

    private func show(_ comparison: Comparison) {
        Console.say(comparison.summary)
        for row in comparison.rows {
            Console.say("\n\(row.heading)")
            for (column, cell) in zip(comparison.columns, row.cells) {
                let due = cell.due?.words ?? "-"
                Console.say(
                    "  \(column.procedure): \(due)\(cell.isEarliest ? " (earliest)" : "")  \(cell.rule)"
                )
            }
        }
        for column in comparison.columns {
            for finding in column.findings {
                Console.complain("\(column.procedure): finding: \(finding.message)")
            }
        }
    }

    private func write(_ comparison: Comparison) {
        var writer = JSONWriter()
        writer.object { json in
            json.key("summary")
            json.string(comparison.summary)
            json.key("procedures")
            json.strings(comparison.columns.map(\.procedure))
            json.key("rows")
            json.array(comparison.rows) { json, row in
                json.object { json in
                    json.key("heading")
                    json.string(row.heading)
                    json.key("cells")
                    json.array(zip(comparison.columns, row.cells)) { json, pair in
                        json.object { json in
                            json.key("procedure")
                            json.string(pair.0.procedure)
                            json.key("due")
                            json.string(pair.1.due?.iso)
                            json.key("rule")
                            json.string(pair.1.rule)
                        }
                    }
                }
            }
            json.key("warnings")
            json.array(
                comparison.columns.flatMap { column in
                    column.findings.map { (column.procedure, $0) }
                }
            ) {
                json,
                pair in
                json.object { json in
                    json.key("procedure")
                    json.string(pair.0)
                    json.key("code")
                    json.string(pair.1.code)
                    json.key("message")
                    json.string(pair.1.message)
                }
            }
        }
        writer.newLine()
        Console.write(writer.bytes)
    }
}
