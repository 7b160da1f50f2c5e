package import Partnerships

extension Session {
    /// What it is good for now; tokens made before the person last signed out everywhere are ended.
    package func state(
        at now: Timestamp,
        signedOutEverywhere signedOut: Timestamp? = nil,
        limits: SessionLimits = .standard
    ) -> SessionState {
        if let end = end(at: now, signedOutEverywhere: signedOut, limits: limits) {
            return .ended(end)
        }
        guard secondFactorAt != nil else { return .needsSecondFactor }
        guard let partnership else { return .needsPartnership }
        return .full(partnership)
    }

    /// Whether a code was given recently enough for an act that wants one.
    package func allows(
        _ act: GuardedAct,
        at now: Timestamp,
        signedOutEverywhere signedOut: Timestamp? = nil,
        limits: SessionLimits = .standard
    ) -> Bool {
        let state = state(at: now, signedOutEverywhere: signedOut, limits: limits)
        guard case .full = state, let given = secondFactorAt else { return false }
        switch act {
        case .sign, .submit, .exclude, .export, .reset, .breakGlass, .changeOwnCredentials:
            return isWithin(limits.freshCode, since: given, at: now)
        }
    }

    /// With this request noted; nil when the last was noted so lately that it is not worth a write.
    package func noted(at now: Timestamp) -> Session? {
        guard !isWithin(tolerance - 1, since: lastSeen, at: now) else { return nil }
        var session = self
        session.lastSeen = max(now, lastSeen)
        return session.lastSeen == lastSeen ? nil : session
    }

    private func end(
        at now: Timestamp,
        signedOutEverywhere signedOut: Timestamp?,
        limits: SessionLimits
    ) -> SessionEnd? {
        if let signedOut, issued < signedOut { return .signedOutEverywhere }
        guard isWithin(limits.absolute, since: made, at: now) else { return .tooOld }
        guard isWithin(limits.idle, since: lastSeen, at: now) else { return .idle }
        return nil
    }
}

/// How far a clock that is set right may step back without signing everybody out.
let tolerance: Int64 = 60_000

/// Whether no more than so many milliseconds have passed; a time far ahead counts as long ago.
func isWithin(_ limit: Int64, since past: Timestamp, at now: Timestamp) -> Bool {
    -tolerance...limit ~= now.milliseconds - past.milliseconds
}
