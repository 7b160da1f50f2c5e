package import Partnerships

extension Account {
    /// Takes factors away, so that the person can choose them anew.
    ///
    /// Their cases are shut to them until somebody confirms that it was the person who asked. It is done by
    /// another person, or by nil: whoever runs the program on the machine itself.
    package mutating func reset(
        _ factors: Set<FactorReset.Factor>,
        by other: PersonID?,
        at now: Timestamp
    ) throws(AccountRefusal) {
        guard !factors.isEmpty else { throw .nothingToReset }
        guard other != person else { throw .ownFactors }
        if factors.contains(.password) { password = nil }
        if factors.contains(.secondFactor) {
            timeCode = nil
            proposedTimeCode = nil
            recoveryCodes = .none
            lastUsedStep = nil
        }
        resets.append(FactorReset(factors: factors, by: other, at: now))
        signedOutEverywhere = now
    }

    /// Opens the cases again: somebody else than who did a reset has asked the person.
    ///
    /// All resets still unconfirmed are confirmed at once; who may do it besides is the desk's to know.
    package mutating func confirmResets(
        by confirmer: PersonID,
        at now: Timestamp
    ) throws(AccountRefusal) {
        guard unconfirmedReset != nil else { throw .nothingToConfirm }
        guard confirmer != person else { throw .ownFactors }
        let open = resets.indices.filter { resets[$0].confirmation == nil }
        guard !open.contains(where: { resets[$0].by == confirmer }) else {
            throw .confirmedByResetter
        }
        for index in open { resets[index].confirmation = .init(by: confirmer, at: now) }
    }
}
