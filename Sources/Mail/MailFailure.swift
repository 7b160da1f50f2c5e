/// Why a message was not delivered, or not surely; nothing of the message is in it.
package enum MailFailure: Error, Hashable, Sendable {
    /// It may be taken another time.
    case temporary(Reason)
    /// The server will not take this message, however often it is sent; with its code, 500 to 599.
    case permanent(code: Int)
    /// The connection ended after the whole message was sent and before the server answered.
    case mayHaveArrived
    /// No message will be taken until somebody changes the settings, here or at the server.
    case misconfigured(Fault)

    package enum Reason: Hashable, Sendable {
        /// The server asked for patience, with its code, 400 to 499.
        case code(Int)
        case unreachable
        case timedOut
        case cutOff
        /// The program was stopped.
        case stopped
    }

    package enum Fault: Hashable, Sendable {
        /// The server offers no encryption.
        case noEncryption
        /// Its certificate is another's, has run out, or is signed by nobody whom this program trusts.
        case certificate
        /// The file of trusted certificates cannot be read.
        case authorities
        case signInRefused
        /// The server takes nothing from this program at all, with its code, 500 to 599.
        case serverRefuses(code: Int)
        /// libcurl lacks something.
        case library
    }
}
