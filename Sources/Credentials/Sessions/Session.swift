package import Partnerships

/// What is kept of somebody who is signing in or signed in, under the hash of a token.
package struct Session: Hashable, Sendable, Codable {
    package let person: PersonID
    /// When the password was given; new tokens of the same sign-in do not move it.
    package let made: Timestamp
    /// When this token was made.
    package internal(set) var issued: Timestamp
    package internal(set) var lastSeen: Timestamp
    /// When a code was last given.
    package internal(set) var secondFactorAt: Timestamp?
    /// The one partnership that everything read and done is of.
    package internal(set) var partnership: PartnershipID?
    package internal(set) var returnAddress: ReturnAddress?
}

/// A session with the new token that opens it: the old token's row goes when this one's comes.
package struct IssuedSession: Sendable {
    package let token: Token
    package let session: Session
}

/// How long a session lasts.
package struct SessionLimits: Hashable, Sendable {
    package let idle: Int64
    package let absolute: Int64
    package let freshCode: Int64

    /// All in milliseconds.
    package init(idle: Int64, absolute: Int64, freshCode: Int64) {
        self.idle = idle
        self.absolute = absolute
        self.freshCode = freshCode
    }

    /// Half an hour without a request, twelve hours in all, five minutes after a code.
    package static let standard = SessionLimits(
        idle: 30 * 60_000,
        absolute: 12 * 3_600_000,
        freshCode: 5 * 60_000
    )
}

/// What a session is good for at this moment.
package enum SessionState: Hashable, Sendable {
    case ended(SessionEnd)
    /// The password was right; a code is still to be given, or the second factor to be set up.
    case needsSecondFactor
    case needsPartnership
    case full(PartnershipID)
}

package enum SessionEnd: Hashable, Sendable {
    case idle, tooOld, signedOutEverywhere
}

/// Acts that want a code given within the last minutes, however long ago the sign-in was.
package enum GuardedAct: String, CaseIterable, Hashable, Sendable, Codable {
    case sign, submit, exclude, export, reset
    /// Opening a case that is not one's own for 24 hours.
    case breakGlass
    /// One's own password, second factor or recovery codes.
    case changeOwnCredentials
}
