package import Partnerships

/// How many attempts are free within a window, and what the ones after them wait.
package struct ThrottlePolicy: Hashable, Sendable {
    package let free: Int
    package let window: Int64
    package let firstWait: Int64
    package let longestWait: Int64

    /// Times in milliseconds; each wait is twice the one before until the longest.
    package init(free: Int, window: Int64, firstWait: Int64, longestWait: Int64) {
        self.free = free
        self.window = window
        self.firstWait = firstWait
        self.longestWait = longestWait
    }

    /// One person from one place: five free, then half a minute, growing to a quarter of an hour.
    package static let own = ThrottlePolicy(
        free: 5,
        window: 24 * 3_600_000,
        firstWait: 30_000,
        longestWait: 15 * 60_000
    )

    /// One place for everybody in it: a large office behind one address mistypes a good deal.
    package static let source = ThrottlePolicy(
        free: 200,
        window: 3_600_000,
        firstWait: 1_000,
        longestWait: 60_000
    )

    /// Codes of one person from all places: whoever gets so far knows the password, and six figures do not
    /// withstand a thousand machines.
    package static let codeAnywhere = ThrottlePolicy(
        free: 30,
        window: 24 * 3_600_000,
        firstWait: 60_000,
        longestWait: 15 * 60_000
    )

    /// What the attempt after so many failures waits, counted from the last.
    package func wait(after failures: Int) -> Int64 {
        guard failures >= free else { return 0 }
        let doublings = min(failures - free, 40)
        return min(firstWait << doublings, longestWait)
    }
}

/// What is kept of attempts by one key.
package struct ThrottleRow: Hashable, Sendable, Codable {
    package private(set) var failures: Int
    package private(set) var windowStart: Timestamp
    package private(set) var lastFailure: Timestamp
    package private(set) var lastSuccess: Timestamp?

    /// The row after an attempt, which is counted as failed before it is judged.
    ///
    /// Counted afterwards, a hundred attempts at once would all be the first.
    package static func afterAttempt(
        _ row: ThrottleRow?,
        at now: Timestamp,
        policy: ThrottlePolicy
    ) -> ThrottleRow {
        guard var row else {
            return ThrottleRow(failures: 1, windowStart: now, lastFailure: now)
        }
        if row.windowIsOver(at: now, policy: policy) {
            row.failures = 0
            row.windowStart = now
        }
        row.failures += 1
        row.lastFailure = now
        return row
    }

    /// The row of one person and place after the attempt proved right: everything before is forgiven.
    package func afterSuccess(at now: Timestamp) -> ThrottleRow {
        var row = self
        row.failures = 0
        row.windowStart = now
        row.lastSuccess = now
        return row
    }

    /// A row of many people after one of them proved right: only that attempt is taken back.
    ///
    /// Else whoever has one account could go on guessing at others by signing in between.
    package func afterSuccessOfOne() -> ThrottleRow {
        var row = self
        row.failures = max(0, failures - 1)
        return row
    }

    /// Nothing it says is needed any longer.
    package func isStale(at now: Timestamp, policy: ThrottlePolicy) -> Bool {
        windowIsOver(at: now, policy: policy) && !hasSucceeded(by: now)
    }

    /// When the next attempt may be; nil for at once.
    func nextAttempt(at now: Timestamp, policy: ThrottlePolicy) -> Timestamp? {
        guard !windowIsOver(at: now, policy: policy) else { return nil }
        let next = lastFailure.advanced(byMilliseconds: policy.wait(after: failures))
        return next > now ? next : nil
    }

    /// Whether the person has signed in from here within ninety days.
    func hasSucceeded(by now: Timestamp) -> Bool {
        lastSuccess.map { now.milliseconds - $0.milliseconds <= 90 * 86_400_000 } ?? false
    }

    private func windowIsOver(at now: Timestamp, policy: ThrottlePolicy) -> Bool {
        // A last failure that lies ahead is of a clock since set right: nobody waits for that.
        now.milliseconds - windowStart.milliseconds >= policy.window
            || lastFailure.milliseconds - now.milliseconds > policy.longestWait
    }
}
