package import Partnerships

/// How one human being signs in, whatever partnerships they belong to.
package struct Account: Hashable, Sendable, Codable {
    package let person: PersonID
    package var email: String
    package var name: String
    /// Nil until the invitation is taken up, and after a reset.
    package internal(set) var password: PasswordHash?
    /// The secret that codes are checked against.
    package internal(set) var timeCode: TimeCode?
    /// A secret that was shown and not yet confirmed by a code; the confirmed one stands meanwhile.
    package internal(set) var proposedTimeCode: TimeCode?
    package internal(set) var recoveryCodes: RecoveryCodes = .none
    package internal(set) var lastUsedStep: TimeCode.Step?
    /// Sessions whose token was made before are ended.
    package internal(set) var signedOutEverywhere: Timestamp?
    /// Oldest first.
    package internal(set) var resets: [FactorReset] = []

    package init(person: PersonID, email: String, name: String) {
        self.person = person
        self.email = email
        self.name = name
    }

    /// By what accounts are found and kept apart.
    package var foldedEmail: String { Credentials.foldedEmail(email) }

    package var isEnrolled: Bool { timeCode != nil }

    /// The last reset, while nobody has confirmed that it was the person's own wish: until then every case
    /// stays shut to them.
    package var unconfirmedReset: FactorReset? {
        resets.last { $0.confirmation == nil }
    }
}

/// A password or second factor taken away by somebody else, so that the person can choose anew.
package struct FactorReset: Hashable, Sendable, Codable {
    package struct Confirmation: Hashable, Sendable, Codable {
        package let by: PersonID
        package let at: Timestamp
    }

    package enum Factor: String, CaseIterable, Hashable, Sendable, Codable {
        case password, secondFactor
    }

    package let factors: Set<Factor>
    /// Nil for whoever runs the program on the machine itself.
    package let by: PersonID?
    package let at: Timestamp
    package internal(set) var confirmation: Confirmation?
}

/// An e-mail address as it is compared: no blanks about it, no capitals.
package func foldedEmail(_ email: String) -> String {
    let bare = email.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return String(bare).lowercased()
}
