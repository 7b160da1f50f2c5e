package import Partnerships

/// Whether an attempt to sign in is judged now.
package enum ThrottleDecision: Hashable, Sendable {
    case allowed
    /// Not judged, whatever was typed, until then.
    case wait(until: Timestamp)
}

/// The rows that bear on one attempt: those of its keys, as they are kept.
package struct ThrottleRows: Hashable, Sendable {
    /// Of this person from this place.
    package var own: ThrottleRow?
    /// Of this place, whoever it was.
    package var source: ThrottleRow?
    /// Of this person from anywhere; for codes only.
    package var codeAnywhere: ThrottleRow?

    package init(
        own: ThrottleRow? = nil,
        source: ThrottleRow? = nil,
        codeAnywhere: ThrottleRow? = nil
    ) {
        self.own = own
        self.source = source
        self.codeAnywhere = codeAnywhere
    }

    /// Whether to judge an attempt now; then, before judging it, `afterAttempt` is kept.
    ///
    /// Where the person has signed in before from the same place, only the attempts for this person
    /// from there count: others' guesses, there or elsewhere, keep nobody out of their usual place.
    package func decision(at now: Timestamp) -> ThrottleDecision {
        var times = [own?.nextAttempt(at: now, policy: .own)]
        if own?.hasSucceeded(by: now) != true {
            times.append(source?.nextAttempt(at: now, policy: .source))
            times.append(codeAnywhere?.nextAttempt(at: now, policy: .codeAnywhere))
        }
        return times.compactMap { $0 }.max().map { .wait(until: $0) } ?? .allowed
    }

    /// The rows once an attempt, at a code or else at a password, is to be judged.
    package func afterAttempt(at now: Timestamp, isCode: Bool) -> ThrottleRows {
        ThrottleRows(
            own: .afterAttempt(own, at: now, policy: .own),
            source: .afterAttempt(source, at: now, policy: .source),
            codeAnywhere: isCode
                ? .afterAttempt(codeAnywhere, at: now, policy: .codeAnywhere) : codeAnywhere
        )
    }

    /// The rows once the attempt counted by `afterAttempt` proved right.
    package func afterSuccess(at now: Timestamp, isCode: Bool) -> ThrottleRows {
        ThrottleRows(
            own: own?.afterSuccess(at: now),
            source: source?.afterSuccessOfOne(),
            codeAnywhere: isCode ? codeAnywhere?.afterSuccessOfOne() : codeAnywhere
        )
    }
}
