package import Partnerships

/// Why an account does not take a change.
package enum AccountRefusal: Error, Hashable, Sendable {
    /// No secret was shown that a code could confirm.
    case enrolmentNotBegun
    /// Wrong, too old, or already used.
    case wrongCode
    case notEnrolled
}

extension Account {
    /// A secret to be shown; the one in use, if any, stands until this one is confirmed.
    package mutating func beginEnrolment(
        using random: inout some RandomNumberGenerator
    ) -> TimeCode {
        let code = TimeCode(using: &random)
        proposedTimeCode = code
        return code
    }

    /// Takes the secret that was shown, once a code proves that it was read; the recovery codes are new.
    package mutating func confirmEnrolment(
        code: String,
        at now: Timestamp,
        using random: inout some RandomNumberGenerator
    ) throws(AccountRefusal) -> [RecoveryCode] {
        guard let proposedTimeCode else { throw .enrolmentNotBegun }
        guard let step = proposedTimeCode.matches(code, at: now, lastUsed: nil) else {
            throw .wrongCode
        }
        timeCode = proposedTimeCode
        self.proposedTimeCode = nil
        lastUsedStep = step
        return renewRecoveryCodes(using: &random)
    }

    /// Ten new recovery codes; the old ones open nothing any more.
    package mutating func makeRecoveryCodes(
        using random: inout some RandomNumberGenerator
    ) throws(AccountRefusal) -> [RecoveryCode] {
        guard isEnrolled else { throw .notEnrolled }
        return renewRecoveryCodes(using: &random)
    }

    /// Uses up a code, of six figures or of the recovery codes.
    ///
    /// The changed account must be kept in the transaction that lets the person in, else two requests at
    /// once use one code twice.
    package mutating func useCode(_ typed: String, at now: Timestamp) throws(AccountRefusal) {
        guard let timeCode else { throw .notEnrolled }
        if let step = timeCode.matches(typed, at: now, lastUsed: lastUsedStep) {
            lastUsedStep = step
            return
        }
        guard let code = RecoveryCode(typed: typed), let left = recoveryCodes.using(code) else {
            throw .wrongCode
        }
        recoveryCodes = left
    }

    /// A new password; every session ends, and the one it was changed in is issued anew.
    package mutating func changePassword(to hash: PasswordHash, at now: Timestamp) {
        password = hash
        signedOutEverywhere = now
    }

    /// The same password at today's cost: nobody is signed out for it.
    package mutating func rehashPassword(to hash: PasswordHash) {
        password = hash
    }

    /// Takes password and second factor away, so that the person can choose both anew.
    ///
    /// Whose cases stay shut until somebody confirms that it was the person who asked is the partnerships' to know.
    package mutating func takeFactorsAway(at now: Timestamp) {
        password = nil
        timeCode = nil
        proposedTimeCode = nil
        recoveryCodes = .none
        lastUsedStep = nil
        signedOutEverywhere = now
    }

    package mutating func signOutEverywhere(at now: Timestamp) {
        signedOutEverywhere = now
    }

    private mutating func renewRecoveryCodes(
        using random: inout some RandomNumberGenerator
    ) -> [RecoveryCode] {
        let (codes, kept) = RecoveryCodes.make(using: &random)
        recoveryCodes = kept
        return codes
    }
}
