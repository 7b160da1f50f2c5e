package import Partnerships

/// Why a session does not go on to what was asked.
package enum SignInRefusal: Error, Hashable, Sendable {
    case ended(SessionEnd)
    case secondFactorNeeded
    /// The person has no membership there: for the page, the same as a partnership that is not.
    case notAMember
}

extension Session {
    /// The session that a right password begins.
    package static func afterPassword(
        of person: PersonID,
        at now: Timestamp,
        returningTo address: ReturnAddress? = nil,
        using random: inout some RandomNumberGenerator
    ) -> IssuedSession {
        let session = Session(
            person: person,
            made: now,
            issued: now,
            lastSeen: now,
            returnAddress: address
        )
        return IssuedSession(token: Token(using: &random), session: session)
    }

    /// The session after a right code, or after the second factor was set up.
    ///
    /// Who is in one partnership alone is not asked to choose.
    package func afterSecondFactor(
        memberOf partnerships: [PartnershipID],
        at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) -> IssuedSession {
        var session = self
        session.secondFactorAt = now
        if session.partnership == nil, partnerships.count == 1 {
            session.partnership = partnerships.first
        }
        return session.issued(at: now, using: &random)
    }

    /// The session in another partnership: pages open in the first can send nothing any more.
    package func afterPartnershipChange(
        to partnership: PartnershipID,
        memberOf partnerships: [PartnershipID],
        at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) throws(SignInRefusal) -> IssuedSession {
        guard secondFactorAt != nil else { throw .secondFactorNeeded }
        guard partnerships.contains(partnership) else { throw .notAMember }
        var session = self
        session.partnership = partnership
        return session.issued(at: now, using: &random)
    }

    /// The session of a person who has just ended all others, as after a new password.
    package func afterSignOutElsewhere(
        at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) -> IssuedSession {
        issued(at: now, using: &random)
    }

    /// The same session after a code given once more.
    ///
    /// It keeps its token: forms open beside the one that asked, half filled in, can still be sent.
    package func afterFreshCode(at now: Timestamp) throws(SignInRefusal) -> Session {
        guard secondFactorAt != nil else { throw .secondFactorNeeded }
        var session = self
        session.secondFactorAt = now
        session.lastSeen = now
        return session
    }

    /// The session without the address, once it has been gone to.
    package func afterReturn() -> Session {
        var session = self
        session.returnAddress = nil
        return session
    }

    private func issued(
        at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) -> IssuedSession {
        var session = self
        session.issued = now
        session.lastSeen = now
        return IssuedSession(token: Token(using: &random), session: session)
    }
}
