import ArgumentParser
import Desk
import Foundation
import Mail
import Partnerships

/// The mail server, tried out.
struct MailCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Try the settings of the mail server.",
        subcommands: [Test.self]
    )

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Send one message that holds nothing of a case.",
            discussion: "Give the options that 'sightline serve' is to have."
        )

        @Option(help: ArgumentHelp("Where it goes.", valueName: "ADDRESS"))
        var to: String

        @OptionGroup var mail: MailOption

        func validate() throws {
            guard (try? MailboxAddress(to)) != nil else {
                throw ValidationError("'\(to)' is no address like office@safe.example")
            }
            guard mail.place != nil else {
                throw ValidationError("name the mail server with --mail-server")
            }
        }

        func run() async throws {
            guard let carrier = try mail.carrier() else { return }
            let message = try MailMessage(
                id: MessageID("\(Self.digits())@\(carrier.from.address.domain)"),
                date: MailDate(secondsSince1970: TimeSource.present().milliseconds / 1000),
                from: carrier.from,
                to: Mailbox("", MailboxAddress(to)),
                subject: "Sightline can send mail",
                text:
                    "Somebody who looks after Sightline tried the settings of its mail server. Nothing is asked of you."
            )
            do throws(MailFailure) {
                try await deliver(message, through: carrier.server)
            } catch {
                Console.complain("error: \(error.words)")
                throw Ending.unavailable
            }
            Console.say("The mail server took a message for \(to).")
        }

        private static func digits() -> String {
            (0..<2).map { _ in
                let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }.joined()
        }
    }
}
