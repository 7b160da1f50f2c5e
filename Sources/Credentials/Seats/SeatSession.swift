package import Partnerships

/// What is kept of somebody at an agency who came by a link and gave a code: for one request and one seat alone.
package struct SeatSession: Hashable, Sendable, Codable {
    package let request: EntryID
    /// When the link that she came by was made.
    package let linkMade: Timestamp
    package let made: Timestamp
    package private(set) var lastSeen: Timestamp
    /// Whether she has said that it is she who is meant: nothing of a case is shown before.
    package private(set) var isConfirmed: Bool

    package init(request: EntryID, linkMade: Timestamp, at now: Timestamp) {
        self.request = request
        self.linkMade = linkMade
        made = now
        lastSeen = now
        isConfirmed = false
    }

    /// An hour without a request, twelve hours in all.
    package static let limits = SessionLimits(
        idle: 60 * 60_000,
        absolute: 12 * 3_600_000,
        freshCode: 0
    )

    package func isOpen(at now: Timestamp) -> Bool {
        isWithin(Self.limits.absolute, since: made, at: now)
            && isWithin(Self.limits.idle, since: lastSeen, at: now)
    }

    /// With this request noted; nil when the last was noted so lately that it is not worth a write.
    package func noted(at now: Timestamp) -> SeatSession? {
        guard !isWithin(tolerance - 1, since: lastSeen, at: now), now > lastSeen else {
            return nil
        }
        var session = self
        session.lastSeen = now
        return session
    }

    package func confirmed() -> SeatSession {
        var session = self
        session.isConfirmed = true
        return session
    }
}
