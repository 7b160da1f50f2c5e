package import Partnerships
package import WorkingDays

extension Partnership {
    /// Whether a request may go to an address: the directory vouches for it, or a member of today signs in with it.
    package func mayBeAsked(at email: String, on day: Day) -> Bool {
        if trust(of: email).isTrusted { return true }
        guard let address = MailAddress(email) else { return false }
        return people.values.contains { person in
            MailAddress(person.email) == address && isMember(person.person, on: day)
        }
    }

    /// Whether an agency may name somebody at an address to sign for it.
    ///
    /// A listed domain is not enough: the directory has her, or a coordinator said yes to her address.
    package func mayBeNamedToSign(at email: String) -> Bool {
        switch trust(of: email) {
        case .notYet: false
        case .allowed: true
        case .confirmed, .domainListed: MailAddress(email).map { isInDirectory($0) } ?? false
        }
    }

    /// The addresses of a command to which nothing may go yet.
    package func untrustedAddresses(in command: RequestCommand, on day: Day) -> [String] {
        let seats: [RequestSeat] =
            switch command {
            case .ask(let asking): asking.asked.flatMap(\.seats)
            case .addSeat(let added): [added.seat]
            default: []
            }
        var emails = seats.map(\.email)
        if case .queueMessage(let queued) = command, queued.kind == .resent {
            emails.append(queued.email)
        }
        return emails.filter { !mayBeAsked(at: $0, on: day) }
    }
}
