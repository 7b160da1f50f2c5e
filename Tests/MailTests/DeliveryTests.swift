import Mail
import Testing

@Suite("Messages on their way through a real server", .serialized)
struct DeliveryTests {
    private let signIn = MailServer.SignIn(user: "sightline", password: "a pass:word é")

    private func withSignIn(_ body: (MailSink) async throws -> Void) async throws {
        try await withSink(
            "--certificate",
            "CERTIFICATES",
            "--sign-in",
            "sightline:a pass:word é",
            body: body
        )
    }

    @Test func `over STARTTLS, signed in, a message arrives as it was written`() async throws {
        try await withSignIn { sink in
            let text =
                ".\n..\nZoë’s line, which is longer than a line of a message may be and is broken\n.\nend"
            let message = try MailMessage.example(
                to: "Señora O'Neil, Marlshire",
                subject:
                    "Zoë: 👩‍👩‍👧 a subject of so many words that it has to go on, on another line, and on",
                text: text,
                reference: "4QX-7MD"
            )
            try await deliver(message, through: sink.server(.startTLS, signIn))
            let kept = try #require(try sink.messages.first)
            #expect(try sink.messages.count == 1)
            #expect(kept.sender == "office@safe.example")
            #expect(kept.recipients == ["lead@police.example"])
            #expect(kept.identifier == "<0f0f@safe.example>")
            #expect(kept.subject == message.subject)
            #expect(kept.to.contains("Señora O'Neil, Marlshire"))
            #expect(kept.reference == "4QX-7MD")
            #expect(kept.text == text + "\n")
            #expect(kept.longest <= 79)
        }
    }

    @Test func `over TLS from the first byte, and plain on this machine`() async throws {
        try await withSink("--certificate", "CERTIFICATES", "--implicit-tls") { sink in
            try await deliver(.example(), through: sink.server(.implicitTLS))
            #expect(try sink.messages.count == 1)
        }
        try await withSink { sink in
            try await deliver(.example(), through: sink.server(.none))
            #expect(try sink.messages.count == 1)
        }
    }

    @Test(arguments: [
        ("refused-450", MailFailure.temporary(.code(450))),
        ("refused-550", .permanent(code: 550)),
        ("answer-451", .temporary(.code(451))),
        ("answer-554", .permanent(code: 554)),
        ("cut", .mayHaveArrived),
    ])
    func `what the server says is told`(name: String, failure: MailFailure) async throws {
        try await withSink { sink in
            let message = try MailMessage.example(at: "\(name)@police.example")
            await #expect(throws: failure) {
                try await deliver(message, through: sink.server(.none))
            }
        }
    }

    @Test func `a server that goes away while it is written to ends nothing else`() async throws {
        try await withSink("--certificate", "CERTIFICATES") { sink in
            let message = try MailMessage.example(
                at: "drop@police.example",
                text: String(repeating: "much to say ", count: 200_000)
            )
            // Whether the whole message was on its way by then is the system's affair.
            await #expect(throws: MailFailure.self) {
                try await deliver(message, through: sink.server(.startTLS))
            }
        }
    }

    @Test func `a server that never answers the message may have it`() async throws {
        try await withSink { sink in
            let message = try MailMessage.example(at: "silent@police.example")
            await #expect(throws: MailFailure.mayHaveArrived) {
                try await deliver(message, through: sink.server(.none, seconds: 1))
            }
            #expect(try sink.messages.count == 1)
        }
    }

    @Test func `a wrong password is a setting that is wrong`() async throws {
        try await withSignIn { sink in
            let wrong = MailServer.SignIn(user: "sightline", password: "another")
            for signIn in [wrong, nil] {
                await #expect(throws: MailFailure.misconfigured(.signInRefused)) {
                    try await deliver(.example(), through: sink.server(.startTLS, signIn))
                }
            }
            let kept = try sink.messages
            #expect(kept.isEmpty)
        }
    }

    @Test func `a server without encryption is told nothing`() async throws {
        try await withSink { sink in
            await #expect(throws: MailFailure.misconfigured(.noEncryption)) {
                try await deliver(.example(), through: sink.server(.startTLS, signIn))
            }
            let kept = try sink.messages
            #expect(kept.isEmpty)
        }
    }

    @Test func `a certificate that nobody vouches for is not taken`() async throws {
        try await withSignIn { sink in
            let server = try MailServer(
                host: "localhost",
                port: sink.port,
                security: .startTLS,
                signIn: signIn
            )
            await #expect(throws: MailFailure.misconfigured(.certificate)) {
                try await deliver(.example(), through: server)
            }
            let unreadable = try MailServer(
                host: "localhost",
                port: sink.port,
                security: .startTLS,
                authorities: "\(sink.folder)/nothing.pem"
            )
            await #expect(throws: MailFailure.misconfigured(.authorities)) {
                try await deliver(.example(), through: unreadable)
            }
        }
    }

    @Test func `where nobody listens, it is tried another time`() async throws {
        try await withSink { sink in
            sink.end()
            await #expect(throws: MailFailure.temporary(.unreachable)) {
                try await deliver(.example(), through: sink.server(.none))
            }
        }
    }

    @Test func `a delivery that is stopped before the message was sent leaves nothing behind`()
        async throws
    {
        try await withSink { sink in
            let server = try sink.server(.none)
            let delivering = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                try await deliver(.example(), through: server)
            }
            await #expect(throws: MailFailure.temporary(.stopped)) { try await delivering.value }
            let kept = try sink.messages
            #expect(kept.isEmpty)
        }
    }
}

@Suite("The settings of a mail server")
struct MailServerTests {
    @Test func `plain is for this machine only`() throws {
        #expect(throws: MailServer.Refusal.plainBeyondLoopback) {
            try MailServer(host: "mail.example", port: 25, security: .none)
        }
        _ = try MailServer(host: "localhost", port: 25, security: .none)
    }

    @Test(arguments: ["", "a b", "a/b", "a@b", "a\r\nb", "a?b", "a#b", "a:b@c"])
    func `what is no host is refused`(host: String) {
        #expect(throws: MailServer.Refusal.notAHost) {
            try MailServer(host: host, port: 25, security: .startTLS)
        }
    }

    @Test(arguments: [0, -1, 65_536])
    func `what is no port is refused`(port: Int) {
        #expect(throws: MailServer.Refusal.notAPort) {
            try MailServer(host: "mail.example", port: port, security: .startTLS)
        }
    }

    @Test func `a sign-in does not show itself`() {
        let signIn = MailServer.SignIn(user: "ada", password: "secret")
        #expect("\(signIn)" == "a sign-in")
    }
}

extension MailSink {
    func server(
        _ security: MailServer.Security,
        _ signIn: MailServer.SignIn? = nil,
        seconds: Int = 30
    ) throws -> MailServer {
        try MailServer(
            host: security == .none ? "127.0.0.1" : "localhost",
            port: port,
            security: security,
            signIn: signIn,
            authorities: security == .none ? nil : certificate,
            seconds: seconds
        )
    }
}
