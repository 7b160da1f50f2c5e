import ArgumentParser
import Pages

/// One procedure, whole.
struct ShowProcedure: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a procedure: its sections and steps, clocks, people and clauses."
    )

    @Argument(help: "The procedure: see 'sightline procedures list'.")
    var procedure: String

    @Option(help: "A variation of the procedure.")
    var variation: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var texts: TextsOption

    func run() throws {
        let procedure = try texts.procedure(procedure, variation: variation)
        guard !json else {
            var writer = JSONWriter(capacity: 262_144)
            append(procedure, to: &writer)
            writer.newLine()
            Console.write(writer.bytes)
            return
        }
        show(procedurePage(of: procedure))
    }

    private func show(_ page: ProcedurePage) {
        Console.say("\(page.title), edition \(page.edition)")
        if let variation = page.variation { Console.say("Variation: \(variation)") }
        Console.say("Source: \(page.source). Guidance: \(page.guidance.joined(separator: "; "))")
        for section in page.sections {
            Console.say("\n\(section.title)")
            for step in section.steps { show(step) }
        }
        show("Clocks", page.clocks)
        show("People", page.people)
        show("Questions", page.questions)
        for criteria in page.criteria {
            for part in criteria.parts {
                show("Criteria: \(criteria.title). \(part.heading)", part.criteria)
            }
        }
        show("Documents", page.papers)
        show("Folders", page.folders)
        show("How files are named and filed", page.filing)
        show("How agencies are chased", page.chasing)
        show("What the source gets wrong", page.defects)
        show("Notes", page.notes)
        Console.say("\nClauses")
        for clause in page.clauses {
            let how =
                clause.waived.map { "waived: \($0)" }
                ?? clause.carriers.map(\.name).joined(separator: "; ")
            Console.say("  \(clause.clause): \(how)")
        }
    }

    private func show(_ step: ProcedurePage.StepText) {
        let clauses = step.clauses.isEmpty ? "" : " [\(step.clauses)]"
        Console.say("  \(step.id): \(step.does)\(clauses)")
        Console.say("      \(step.kind). \(step.who). \(step.due)")
        for detail in step.details { Console.say("      \(detail.term): \(detail.text)") }
        for item in step.checklist { Console.say("      - \(item)") }
    }

    private func show(_ heading: String, _ texts: [ProcedurePage.NamedText]) {
        guard !texts.isEmpty else { return }
        Console.say("\n\(heading)")
        for text in texts {
            let clauses = text.clauses.isEmpty ? "" : " [\(text.clauses)]"
            let body = text.text.isEmpty ? "" : ": \(text.text)"
            Console.say("  \(text.name)\(clauses)\(body)")
        }
    }
}
