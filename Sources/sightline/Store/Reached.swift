import Credentials
import Synchronization

/// The address under which people reach the server; where none was named, this machine's own, once the port is known.
final class Reached: Sendable {
    private let named: PublicAddress?
    private let own = Mutex<PublicAddress?>(nil)

    init(_ named: PublicAddress?) {
        self.named = named
    }

    func settle(_ port: Int, isSecure: Bool) {
        let scheme = isSecure ? "https" : "http"
        own.withLock { $0 = try? PublicAddress("\(scheme)://127.0.0.1:\(port)") }
    }

    /// False until the server listens, where no address was named.
    var isKnown: Bool { named != nil || own.withLock { $0 != nil } }

    /// Nothing is asked for before the server listens.
    var address: PublicAddress {
        if let address = named ?? own.withLock({ $0 }) { return address }
        preconditionFailure("the server listens before anybody asks for anything")
    }
}
