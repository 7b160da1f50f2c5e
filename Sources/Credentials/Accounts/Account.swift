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

    package init(person: PersonID, email: String, name: String) {
        self.person = person
        self.email = email
        self.name = name
    }

    /// By what accounts are found and kept apart.
    package var foldedEmail: String { Credentials.foldedEmail(email) }

    package var isEnrolled: Bool { timeCode != nil }
}

/// An e-mail address as it is compared: no blanks about it, no capitals.
package func foldedEmail(_ email: String) -> String {
    let bare = email.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return String(bare).lowercased()
}
