/// The server that takes messages, and how it is spoken to.
package struct MailServer: Sendable {
    package let host: String
    package let port: Int
    package let security: Security
    /// Nil where the server asks for no sign-in.
    package let signIn: SignIn?
    /// A file with the certificates that the server's is to be signed by, as PEM; nil for the system's.
    package let authorities: String?
    /// How long one message may take before it is given up, connecting included; at least 1.
    package let seconds: Int

    package enum Security: String, CaseIterable, Hashable, Sendable {
        /// Encryption begins before anything is told; a server that offers none is told nothing.
        case startTLS = "starttls"
        /// The connection is encrypted from its first byte.
        case implicitTLS = "tls"
        /// Plain: on this machine only.
        case none

        package var usualPort: Int {
            switch self {
            case .startTLS: 587
            case .implicitTLS: 465
            case .none: 25
            }
        }
    }

    /// Neither shows itself in a description or a log.
    package struct SignIn: Sendable, CustomStringConvertible {
        let user: String
        let password: String

        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }

        package var description: String { "a sign-in" }
    }

    package enum Refusal: Error, Hashable, Sendable {
        case notAHost
        case notAPort
        /// Without encryption a password and every message could be read on the way.
        case plainBeyondLoopback
    }

    /// - Throws: `Refusal`.
    package init(
        host: String,
        port: Int,
        security: Security,
        signIn: SignIn? = nil,
        authorities: String? = nil,
        seconds: Int = 30
    ) throws(Refusal) {
        let isIPv6 = host.contains(":")
        let signs = isIPv6 ? ":." : "-."
        guard !host.isEmpty, host.utf8.count <= 253,
            host.utf8.allSatisfy({ isLetterOrDigit($0) || signs.utf8.contains($0) })
        else { throw .notAHost }
        guard 1...65_535 ~= port else { throw .notAPort }
        guard security != .none || Self.loopback.contains(host.lowercased()) else {
            throw .plainBeyondLoopback
        }
        self.host = host
        self.port = port
        self.security = security
        self.signIn = signIn
        self.authorities = authorities
        self.seconds = max(1, seconds)
    }

    private static let loopback = ["127.0.0.1", "::1", "localhost"]

    /// With the name that the program greets the server by.
    func address(greetingAs name: String) -> String {
        let scheme = security == .implicitTLS ? "smtps" : "smtp"
        // Where there is no certificate to tell it by, no other machine may answer to the name of this one.
        let host = security == .none && host.lowercased() == "localhost" ? "127.0.0.1" : host
        return "\(scheme)://\(host.contains(":") ? "[\(host)]" : host):\(port)/\(name)"
    }
}
