import ArgumentParser
import Desk
import Foundation
import Mail

/// The mail server that messages go through.
struct MailOption: ParsableArguments {
    @Option(
        name: .customLong("mail-server"),
        help: ArgumentHelp(
            "The mail server that messages go through; without it none goes out.",
            discussion: "The port is 587, or 465 with --mail-security tls, unless you say another.",
            valueName: "HOST[:PORT]"
        )
    )
    var place: String?

    @Option(
        name: .customLong("mail-security"),
        help: ArgumentHelp(
            "starttls, tls (from the first byte), or none: on this machine only.",
            valueName: "HOW"
        )
    )
    var security: MailServer.Security?

    @Option(
        name: .customLong("mail-from"),
        help: ArgumentHelp(
            "Whom messages come from: office@safe.example, or 'Safe Office <office@safe.example>'.",
            valueName: "ADDRESS"
        )
    )
    var from: String?

    @Option(
        name: .customLong("mail-user"),
        help: ArgumentHelp("The name to sign in to the mail server with.", valueName: "NAME")
    )
    var user: String?

    @Option(
        name: .customLong("mail-password-file"),
        help: ArgumentHelp(
            "A file that holds the password on its one line, readable by its owner alone.",
            valueName: "FILE"
        ),
        completion: .file()
    )
    var passwordFile: String?

    @Option(
        name: .customLong("mail-ca"),
        help: ArgumentHelp(
            "The certificates that the mail server's must be signed by, as PEM; otherwise those of the system.",
            valueName: "FILE"
        ),
        completion: .file()
    )
    var authorities: String?

    /// Nil where no mail server is named; everything that is wrong with the settings is said at once.
    func carrier() throws -> SMTPCarrier? {
        do {
            return try settledCarrier()
        } catch let error as Findings {
            for line in error.lines { Console.complain("error: \(line)") }
            throw Ending.usage
        }
    }

    private func settledCarrier() throws -> SMTPCarrier? {
        guard let place else {
            if given.isEmpty { return nil }
            throw Findings(["\(given.joined(separator: ", ")) without --mail-server does nothing"])
        }
        var gathering = Gathering()
        let from = gathering.value { try self.mailbox() }
        let signIn = gathering.value { try self.signIn() }
        let authorities = gathering.value { try self.readableAuthorities() }
        let server = gathering.value {
            try self.server(at: place, signIn.flatMap(\.self), authorities.flatMap(\.self))
        }
        guard gathering.lines.isEmpty, let from, let server else {
            throw Findings(gathering.lines)
        }
        return SMTPCarrier(server: server, from: from)
    }

    /// The options beside the server that were given.
    private var given: [String] {
        [
            ("--mail-security", security != nil), ("--mail-from", from != nil),
            ("--mail-user", user != nil), ("--mail-password-file", passwordFile != nil),
            ("--mail-ca", authorities != nil),
        ].filter(\.1).map(\.0)
    }

    /// What is wrong with settings, a line each.
    private struct Findings: Error {
        let lines: [String]

        init(_ lines: [String]) {
            self.lines = lines
        }
    }

    /// Goes on after a finding, so that all are told.
    private struct Gathering {
        private(set) var lines: [String] = []

        mutating func value<Value>(_ body: () throws -> Value) -> Value? {
            do {
                return try body()
            } catch {
                lines += (error as? Findings)?.lines ?? ["\(error)"]
                return nil
            }
        }
    }

    private func mailbox() throws -> Mailbox {
        guard let from else {
            throw Findings(["--mail-server needs --mail-from, whom messages come from"])
        }
        do throws(MailProblem) {
            return try Mailbox(parsing: from)
        } catch {
            throw Findings([
                "--mail-from '\(from)' is no address like office@safe.example, or 'Safe Office <office@safe.example>'"
            ])
        }
    }

    private func signIn() throws -> MailServer.SignIn? {
        switch (user, passwordFile) {
        case (nil, nil): return nil
        case (let user?, let file?):
            return MailServer.SignIn(user: user, password: try Self.password(in: file))
        default: throw Findings(["--mail-user and --mail-password-file go together"])
        }
    }

    private static func password(in file: String) throws -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        let rights = (attributes?[.posixPermissions] as? NSNumber)?.intValue
        guard let rights, let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw Findings(["--mail-password-file '\(file)' cannot be read"])
        }
        guard rights & 0o077 == 0 else {
            throw Findings([
                "--mail-password-file '\(file)' can be read by others; 'chmod 600' it"
            ])
        }
        let lines = text.split(whereSeparator: \.isNewline)
        guard lines.count == 1 else {
            throw Findings([
                "--mail-password-file '\(file)' holds \(lines.count) lines; it is to hold the password alone"
            ])
        }
        return String(lines[0])
    }

    private func readableAuthorities() throws -> String? {
        guard let authorities else { return nil }
        guard FileManager.default.isReadableFile(atPath: authorities) else {
            throw Findings(["--mail-ca '\(authorities)' cannot be read"])
        }
        return authorities
    }

    private func server(
        at place: String,
        _ signIn: MailServer.SignIn?,
        _ authorities: String?
    ) throws -> MailServer {
        let security = security ?? .startTLS
        let (host, port) = Self.hostAndPort(place, usual: security.usualPort)
        do throws(MailServer.Refusal) {
            return try MailServer(
                host: host,
                port: port,
                security: security,
                signIn: signIn,
                authorities: authorities
            )
        } catch {
            switch error {
            case .notAHost, .notAPort:
                throw Findings([
                    "--mail-server '\(place)' is no place like mail.example or mail.example:587"
                ])
            case .plainBeyondLoopback:
                throw Findings([
                    "--mail-security none is for a mail server on this machine, not for '\(host)'; give starttls or tls"
                ])
            }
        }
    }

    /// `mail.example`, `mail.example:587`, `[::1]:25`; port 0 for what is no port.
    private static func hostAndPort(_ text: String, usual: Int) -> (String, Int) {
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            let host = String(text[..<end].dropFirst())
            let rest = text[text.index(after: end)...]
            if rest.isEmpty { return (host, usual) }
            return (host, rest.first == ":" ? Int(rest.dropFirst()) ?? 0 : 0)
        }
        guard let colon = text.firstIndex(of: ":") else { return (text, usual) }
        return (String(text[..<colon]), Int(text[text.index(after: colon)...]) ?? 0)
    }
}

extension MailServer.Security: ExpressibleByArgument {}
