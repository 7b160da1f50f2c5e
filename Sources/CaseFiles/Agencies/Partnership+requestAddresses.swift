package import Partnerships

extension Partnership {
    /// Whether a request may go to an address: the directory vouches for it, or somebody signs in here with it.
    package func mayBeAsked(at email: String) -> Bool {
        if trust(of: email).isTrusted { return true }
        guard let address = MailAddress(email) else { return false }
        return people.values.contains { MailAddress($0.email) == address }
    }

    /// The addresses of a command to which nothing may go yet.
    package func untrustedAddresses(in command: RequestCommand) -> [String] {
        let seats: [RequestSeat] =
            switch command {
            case .ask(let asking): asking.asked.flatMap(\.seats)
            case .addSeat(let added): [added.seat]
            default: []
            }
        return seats.map(\.email).filter { !mayBeAsked(at: $0) }
    }
}
