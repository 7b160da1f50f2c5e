import ArgumentParser
import Pages
import Procedures

/// Every procedure that can be used.
struct ListProcedures: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the procedures, with their editions and variations."
    )

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var texts: TextsOption

    func run() throws {
        let shelf = try texts.library().shelf
        guard json else {
            for entry in procedureListPage(of: shelf).procedures {
                Console.say("\(entry.id)  \(entry.title), edition \(entry.edition)")
                Console.say(
                    "    \(entry.steps) steps, \(entry.clauses) clauses. Source: \(entry.source)"
                )
                for variation in shelf.entry(entry.id)?.procedure.variations ?? [] {
                    Console.say("    variation \(variation.id): \(variation.title)")
                }
            }
            return
        }
        var writer = JSONWriter()
        writer.array(shelf.entries) { json, entry in
            json.object { json in
                json.key("procedure")
                json.string(entry.procedure.id)
                json.key("title")
                json.string(entry.procedure.title)
                json.key("edition")
                json.string(entry.procedure.edition)
                json.key("source")
                json.string(entry.procedure.source.name)
                json.key("variations")
                json.strings(entry.procedure.variations.map(\.id))
                json.key("steps")
                json.number(entry.procedure.steps.count { !$0.isNationalLimit })
            }
        }
        writer.newLine()
        Console.write(writer.bytes)
    }
}
