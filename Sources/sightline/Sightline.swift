import ArgumentParser

/// The program: the only place where the parts are put together.
@main
struct Sightline: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sightline",
        abstract:
            "Dates, each with its reason, for serious incidents, rapid reviews and local reviews.",
        discussion: """
            Give the dates you know and see every date that follows under a partnership's own procedure. \
            Sightline records and explains human judgement: it decides no threshold and notifies nobody.

            Exit codes: 0 well, 1 findings, 64 the command was not understood, 65 bad data, 69 no server, 74 not written.
            """,
        version: "0.1.0",
        subcommands: [
            ProceduresCommand.self, FormsCommand.self, ScheduleCommand.self, CalendarCommand.self,
            DaysCommand.self,
            ServeCommand.self, PartnershipsCommand.self, PersonCommand.self, VerifyCommand.self,
            HeadsCommand.self,
            BackupCommand.self, RestoreCommand.self, KeysCommand.self, MailCommand.self,
        ]
    )
}
