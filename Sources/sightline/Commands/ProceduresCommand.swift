import ArgumentParser

/// The procedures themselves.
struct ProceduresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "procedures",
        abstract: "List, read, check and compare the partnerships' procedures.",
        subcommands: [
            ListProcedures.self, ShowProcedure.self, CheckProcedures.self, CoverProcedure.self,
            CompareProcedures.self,
        ]
    )
}
